package sit.numeric.continuous;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import sit.exact.LogSum;
import sit.exact.Rational;

/**
 * The functions that closed forms of laws are made of. Commons Numbers computes them: its digamma
 * is within a few units of the last place where that of Hipparchus 4.0 is wrong in the ninth digit.
 */
final class Special {
  /** Euler's constant to the last place of a double. */
  static final Real EULER = Real.computed(0.57721566490153286061, 1);

  static final Real PI = Real.computed(Math.PI, 1);

  /** How many units in the last place a library's function may be off. */
  private static final double UNITS = 64;

  private static final int LARGEST_FACTORIAL = 170;

  private Special() {}

  /** The logarithm of the gamma function; exact at whole and half numbers that are not large. */
  static Real logGamma(Real x) {
    java.util.Optional<Rational> twice = x.rational().map(r -> r.multiply(Rational.TWO));
    boolean near =
        twice.isPresent()
            && twice.get().isInteger()
            && twice.get().signum() > 0
            && twice.get().compareTo(Rational.of(2 * LARGEST_FACTORIAL)) <= 0;
    if (!near) {
      return near(x, LogGamma::value, digamma(x).value());
    }
    LogSum.Builder sum = new LogSum.Builder();
    Rational at = x.rational().get().subtract(Rational.ONE);
    for (; at.signum() > 0; at = at.subtract(Rational.ONE)) {
      sum.addLog2(Rational.ONE, at);
    }
    Real product = Real.ofBits(sum.build());
    // what is left is Gamma(1) = 1 or Gamma(1/2) = sqrt(pi)
    return at.isInteger() ? product : product.plus(Real.logPi().half());
  }

  /** The logarithmic derivative of the gamma function. */
  static Real digamma(Real x) {
    return near(x, Digamma::value, Trigamma.value(x.value()));
  }

  /** The derivative of digamma. */
  static Real trigamma(Real x) {
    double slope = 2 * Trigamma.value(x.value()) * (1 + 1 / Math.abs(x.value()));
    Real value = near(x, Trigamma::value, slope);
    // the library stops its series a little early
    return Real.between(value.value(), value.bounded().error() + 1e-12 * (1 + value.value()));
  }

  /** The logarithm of the beta function. */
  static Real logBeta(Real a, Real b) {
    return logGamma(a).plus(logGamma(b)).minus(logGamma(a.plus(b)));
  }

  /** The complementary error function. */
  static Real erfc(Real x) {
    return x.through(Erfc::value, 16);
  }

  private static Real near(Real x, java.util.function.DoubleUnaryOperator function, double slope) {
    double value = function.applyAsDouble(x.value());
    double moved = 2 * Math.abs(slope) * x.bounded().error();
    double scale = Math.max(1, Math.abs(value));
    return Real.between(value, moved + UNITS * Math.ulp(scale));
  }

  /**
   * The logarithm of the modified Bessel function of order zero of a number that is not negative.
   */
  static Real logBessel0(Real x) {
    double[] series = bessel(x.value());
    double moved = 2 * (series[1] / series[0]) * x.bounded().error();
    double value = Math.log(series[0]) + x.value();
    return Real.between(value, moved + UNITS * Math.ulp(Math.max(1, value)));
  }

  /** The quotient of the modified Bessel functions of order one and zero. */
  static Real besselRatio(Real x) {
    double[] series = bessel(x.value());
    double value = series[1] / series[0];
    return Real.between(value, x.bounded().error() + UNITS * Math.ulp(1.0));
  }

  /**
   * The modified Bessel functions of order zero and one times {@code e^-x}, by their power series
   * (Abramowitz and Stegun 9.6.10), whose terms are all positive; each is taken with its scale.
   */
  private static double[] bessel(double x) {
    if (x == 0) {
      return new double[] {1, 0};
    }
    double logHalf = Math.log(x / 2);
    double zero = 0;
    double one = 0;
    double log = -x;
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; log > before || log > -60; k++) {
      double term = Math.exp(log);
      zero += term;
      one += term * (x / 2) / (k + 1);
      before = log;
      log += 2 * logHalf - 2 * Math.log(k + 1);
    }
    return new double[] {zero, one};
  }
}
