package sit.numeric.samples;

import java.util.Optional;
import sit.limits.Limits;

/** How often each joint outcome of a few columns with small alphabets occurred: one dense table. */
final class JointCounts {
  private static final int LARGEST = 1 << 16;

  private final int[] columns;
  private final int[] sizes;
  private final int[] table;

  private JointCounts(int[] columns, int[] sizes, int[] table) {
    this.columns = columns;
    this.sizes = sizes;
    this.table = table;
  }

  /** The counts; empty if the table would be large. */
  static Optional<JointCounts> of(Rows rows, int[] columns, Limits limits) {
    int[] sizes = new int[columns.length];
    double cells = 1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = rows.labels(columns[i]).alphabet().size();
      cells *= sizes[i];
    }
    if (cells > LARGEST) {
      return Optional.empty();
    }
    limits.check();
    int[] table = new int[(int) cells];
    if (columns.length == 2) {
      pairs(rows.labels(columns[0]).codes(), rows.labels(columns[1]).codes(), sizes[1], table);
    } else {
      count(rows, columns, sizes, table);
    }
    return Optional.of(new JointCounts(columns, sizes, table));
  }

  private static void pairs(int[] x, int[] y, int size, int[] table) {
    for (int i = 0; i < x.length; i++) {
      table[x[i] * size + y[i]]++;
    }
  }

  private static void count(Rows rows, int[] columns, int[] sizes, int[] table) {
    int[][] codes = new int[columns.length][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = rows.labels(columns[i]).codes();
    }
    for (int row = 0; row < rows.size(); row++) {
      int cell = 0;
      for (int i = 0; i < codes.length; i++) {
        cell = cell * sizes[i] + codes[i][row];
      }
      table[cell]++;
    }
  }

  /** The counts of some of the columns. */
  int[] of(int[] some) {
    if (some.length == columns.length) {
      return table;
    }
    int[] strides = new int[columns.length];
    int width = 1;
    for (int i = columns.length - 1; i >= 0; i--) {
      for (int column : some) {
        if (column == columns[i]) {
          strides[i] = width;
          width *= sizes[i];
        }
      }
    }
    int[] marginal = new int[width];
    int[] digits = new int[columns.length];
    for (int count : table) {
      int cell = 0;
      for (int i = 0; i < digits.length; i++) {
        cell += digits[i] * strides[i];
      }
      marginal[cell] += count;
      for (int i = digits.length - 1; i >= 0 && ++digits[i] == sizes[i]; i--) {
        digits[i] = 0;
      }
    }
    return marginal;
  }
}
