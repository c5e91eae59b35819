package sit.eval;

import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.numeric.process.EntropyRate;

/** A rate between bounds, in bits per step, exact where every part of it is. */
record Growth(double lower, double upper, Optional<LogSum> exact) {
  static final Growth ZERO = new Growth(0, 0, Optional.of(LogSum.ZERO));

  /** This and a multiple of a rate; the bounds are rounded outwards. */
  Growth plus(EntropyRate.Rate rate, Rational factor) {
    return plus(new Growth(rate.lower(), rate.upper(), rate.exact()), factor);
  }

  /** This and a multiple of another; the bounds are rounded outwards. */
  Growth plus(Growth other, Rational factor) {
    double c = sit.numeric.Scalar.exact(factor).value();
    double a = c * other.lower;
    double b = c * other.upper;
    double slack = 4 * (Math.ulp(a) + Math.ulp(b) + Math.ulp(lower) + Math.ulp(upper));
    Optional<LogSum> sum =
        exact.flatMap(mine -> other.exact.map(theirs -> mine.add(theirs.scale(factor))));
    return new Growth(lower + Math.min(a, b) - slack, upper + Math.max(a, b) + slack, sum);
  }
}
