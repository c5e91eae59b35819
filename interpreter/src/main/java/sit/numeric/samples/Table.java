package sit.numeric.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of samples as it stands in a file: a name for each column, and rows of cells.
 *
 * @param named whether the file names its columns; else they are called 1, 2, ...
 * @param lines for each row the line it stands in, from 1; of a file without lines its number
 */
public record Table(
    String file, List<String> header, boolean named, List<List<String>> rows, List<Long> lines) {
  public Table {
    header = List.copyOf(header);
  }

  /**
   * Reads a file by its name: {@code .csv}, {@code .tsv}, {@code .json}, {@code .jsonl}, {@code
   * .npy}, also with {@code .gz} behind.
   *
   * @param header whether a CSV file begins with the names of its columns; empty if that is to be
   *     seen from whether they are numbers, and then it is an error if they are
   * @throws UnreadableSamples if it cannot be read
   */
  public static Table read(Path file, Optional<Boolean> header) {
    String name = file.getFileName().toString();
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    Table table;
    if (plain.endsWith(".npy")) {
      table = new NpyReader(file).read();
    } else if (plain.endsWith(".json") || plain.endsWith(".jsonl")) {
      table = new JsonReader(file, plain.endsWith(".jsonl")).read();
    } else {
      table = new CsvReader(file, plain.endsWith(".tsv")).read(header);
    }
    if (table.rows.isEmpty()) {
      throw UnreadableSamples.empty(file.toString());
    }
    return table;
  }

  /** The place of a column that is asked for by its name or its number from 1. */
  private int place(String column) {
    int place = header.indexOf(column);
    if (place < 0) {
      throw UnreadableSamples.noColumn(file, column, header);
    }
    if (header.lastIndexOf(column) > place) {
      throw UnreadableSamples.namedTwice(file, column, header.size());
    }
    return place;
  }

  /** A column whose cells are outcomes; numbers are the same outcome however they are written. */
  public Column.Labels labels(String column, String name) {
    int place = place(column);
    requireNoneMissing(column, place);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] codes = new int[rows.size()];
    for (int i = 0; i < codes.length; i++) {
      String label = label(rows.get(i).get(place));
      codes[i] = numbers.computeIfAbsent(label, key -> numbers.size());
    }
    return new Column.Labels(name, codes, List.copyOf(numbers.keySet()));
  }

  /** Among numbers neither nothing nor NaN is an outcome; among texts both may be. */
  private void requireNoneMissing(String column, int place) {
    int missing = -1;
    boolean numbers = false;
    for (int i = 0; i < rows.size(); i++) {
      String cell = rows.get(i).get(place);
      if (cell.isEmpty() || cell.equalsIgnoreCase("nan") || cell.equals("NA")) {
        missing = missing < 0 ? i : missing;
      } else if (isNumber(cell)) {
        numbers = true;
      } else {
        return;
      }
    }
    if (numbers && missing >= 0) {
      String cell = rows.get(missing).get(place);
      throw UnreadableSamples.missingSample(file, lines.get(missing), column, cell);
    }
  }

  static boolean isNumber(String cell) {
    try {
      return Double.isFinite(Double.parseDouble(cell));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String label(String cell) {
    boolean number = !cell.isEmpty() && "+-.0123456789".indexOf(cell.charAt(0)) >= 0;
    if (number) {
      try {
        java.math.BigDecimal value = new java.math.BigDecimal(cell).stripTrailingZeros();
        return Math.abs(value.scale()) > 400 ? cell : value.toPlainString();
      } catch (NumberFormatException e) {
        return cell;
      }
    }
    return cell;
  }

  /** A column whose cells are finite numbers. */
  public Column.Reals reals(String column, String name) {
    int place = place(column);
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      String cell = rows.get(i).get(place);
      double value;
      try {
        value = Double.parseDouble(cell);
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (!Double.isFinite(value)) {
        throw UnreadableSamples.notANumber(file, lines.get(i), column, cell);
      }
      values[i] = value;
    }
    return new Column.Reals(name, values);
  }

  /** The names 1, 2, ... of columns that the file does not name. */
  static List<String> numbers(int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }
}
