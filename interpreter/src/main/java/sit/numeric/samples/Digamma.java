package sit.numeric.samples;

import sit.numeric.CompensatedSum;

/**
 * The digamma function at whole numbers, to a unit in the last place: a harmonic number less
 * Euler's constant (DLMF 5.4.14).
 */
final class Digamma {
  /** Euler's constant, in all the digits a double holds. */
  static final double EULER = 0.577215664901532860606512090082402431;

  private final double[] values;

  /** The values at 1, ..., last. */
  Digamma(int last) {
    values = new double[last + 1];
    values[0] = Double.NEGATIVE_INFINITY;
    CompensatedSum sum = new CompensatedSum();
    sum.add(-EULER);
    for (int n = 1; n <= last; n++) {
      values[n] = sum.value();
      sum.add(1.0 / n);
    }
  }

  double at(int n) {
    return values[n];
  }
}
