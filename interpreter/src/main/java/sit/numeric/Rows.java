package sit.numeric;

import java.util.Arrays;

/**
 * Sums of multiples of rows. Four rows at a time, each its own array, become vector code; offsets
 * into one array do not.
 */
public final class Rows {
  private Rows() {}

  /** Sets {@code sum} to {@code sum_i factors[i] * rows[i]}. */
  public static void combine(double[] factors, double[][] rows, double[] sum) {
    Arrays.fill(sum, 0);
    int i = 0;
    for (; i + 4 <= rows.length; i += 4) {
      addFour(
          sum,
          factors[i],
          rows[i],
          factors[i + 1],
          rows[i + 1],
          factors[i + 2],
          rows[i + 2],
          factors[i + 3],
          rows[i + 3]);
    }
    for (; i < rows.length; i++) {
      double f = factors[i];
      double[] row = rows[i];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += f * row[j];
      }
    }
  }

  private static void addFour(
      double[] sum,
      double fa,
      double[] a,
      double fb,
      double[] b,
      double fc,
      double[] c,
      double fd,
      double[] d) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += (fa * a[j] + fb * b[j]) + (fc * c[j] + fd * d[j]);
    }
  }

  /** The columns. */
  public static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }
}
