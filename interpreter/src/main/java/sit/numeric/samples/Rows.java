package sit.numeric.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns side by side: a row is one joint sample.
 *
 * @param sequential whether rows that follow each other depend on each other, as those of a process
 */
public record Rows(List<Column> columns, boolean sequential) {
  /**
   * Rows of columns of one length.
   *
   * @throws IllegalArgumentException if the lengths disagree
   */
  public Rows {
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (column.size() != columns.get(0).size()) {
        throw new IllegalArgumentException("columns of different lengths");
      }
    }
  }

  /** How many rows there are. */
  public int size() {
    return columns.get(0).size();
  }

  public boolean isDiscrete() {
    return columns.stream().allMatch(column -> column instanceof Column.Labels);
  }

  public boolean isContinuous() {
    return columns.stream().allMatch(column -> column instanceof Column.Reals);
  }

  /** The same with the samples of some columns taken at other places. */
  public Rows with(int[] moved, int[] places) {
    List<Column> other = new ArrayList<>(columns);
    for (int column : moved) {
      other.set(column, columns.get(column).at(places));
    }
    return new Rows(other, sequential);
  }

  /** Some of the rows, in that order. */
  public Rows at(int[] places) {
    List<Column> other = new ArrayList<>();
    columns.forEach(column -> other.add(column.at(places)));
    return new Rows(other, sequential);
  }

  double[] reals(int column) {
    return ((Column.Reals) columns.get(column)).values();
  }

  Column.Labels labels(int column) {
    return (Column.Labels) columns.get(column);
  }
}
