package sit.prove;

import java.math.MathContext;
import sit.exact.Rational;

/** Between fractions and floating point. */
final class Fractions {
  private static final long LARGEST_DENOMINATOR = 5000;
  private static final double NEAR = 1e-9;

  private Fractions() {}

  static double toDouble(Rational value) {
    return value.toDecimal(MathContext.DECIMAL64).doubleValue();
  }

  /**
   * The first convergent of the continued fraction that is close, or the last of small denominator.
   */
  static Rational near(double value) {
    long aboveOld = 0;
    long above = 1;
    long belowOld = 1;
    long below = 0;
    double rest = value;
    while (true) {
      long whole = (long) Math.floor(rest);
      long aboveNew = whole * above + aboveOld;
      long belowNew = whole * below + belowOld;
      if (below != 0 && belowNew > LARGEST_DENOMINATOR) {
        return Rational.of(above, below);
      }
      aboveOld = above;
      above = aboveNew;
      belowOld = below;
      below = belowNew;
      double error = Math.abs(value - (double) above / below);
      if (error <= NEAR * Math.max(1, Math.abs(value)) || rest == whole || Math.abs(rest) > 1e12) {
        return Rational.of(above, below);
      }
      rest = 1 / (rest - whole);
    }
  }
}
