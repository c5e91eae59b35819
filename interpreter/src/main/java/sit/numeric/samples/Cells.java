package sit.numeric.samples;

import java.util.Arrays;
import sit.limits.Limits;

/** For each row the cell it falls into: which joint outcome of some columns it is. */
final class Cells {
  private static final int DIRECT = 1 << 20;

  private final int[] ofRow;
  private final int count;
  private final double possible;

  private Cells(int[] ofRow, int count, double possible) {
    this.ofRow = ofRow;
    this.count = count;
    this.possible = possible;
  }

  static Cells of(Rows rows, int[] columns, Limits limits) {
    Cells cells = new Cells(new int[rows.size()], 1, 1);
    for (int column : columns) {
      limits.check();
      cells = cells.and(rows.labels(column));
    }
    return cells;
  }

  private Cells and(Column.Labels labels) {
    int size = labels.alphabet().size();
    int[] codes = labels.codes();
    int[] finer = new int[ofRow.length];
    int found;
    if ((long) count * size <= DIRECT) {
      int[] numbers = new int[count * size];
      Arrays.fill(numbers, -1);
      int next = 0;
      for (int i = 0; i < finer.length; i++) {
        int key = ofRow[i] * size + codes[i];
        if (numbers[key] < 0) {
          numbers[key] = next++;
        }
        finer[i] = numbers[key];
      }
      found = next;
    } else {
      LongIndex index = new LongIndex();
      for (int i = 0; i < finer.length; i++) {
        finer[i] = index.number((long) ofRow[i] * size + codes[i]);
      }
      found = index.size();
    }
    return new Cells(finer, found, possible * size);
  }

  int[] ofRow() {
    return ofRow;
  }

  /** How many cells have a row. */
  int count() {
    return count;
  }

  /** How many cells there could be. */
  double possible() {
    return possible;
  }

  int[] counts() {
    int[] counts = new int[count];
    for (int cell : ofRow) {
      counts[cell]++;
    }
    return counts;
  }

  /** For each cell of a finer division the cell of this one that it lies in. */
  int[] coarser(Cells finer) {
    int[] map = new int[finer.count];
    for (int i = 0; i < ofRow.length; i++) {
      map[finer.ofRow[i]] = ofRow[i];
    }
    return map;
  }
}
