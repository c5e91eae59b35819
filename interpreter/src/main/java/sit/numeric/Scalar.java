package sit.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import sit.exact.Rational;

/** A number given exactly or in floating point only. */
public final class Scalar {
  private static final int DOUBLE_BITS = 53;
  private static final MathContext FORTY_DIGITS = new MathContext(40);

  private final double value;
  private final Rational exact;

  private Scalar(double value, Rational exact) {
    this.value = value;
    this.exact = exact;
  }

  public static Scalar exact(Rational value) {
    return new Scalar(nearest(value.numerator(), value.denominator()), value);
  }

  public static Scalar exact(long numerator, long denominator) {
    return exact(Rational.of(numerator, denominator));
  }

  public static Scalar approximate(double value) {
    return new Scalar(value, null);
  }

  /** The number, rounded to the nearest double if it is exact. */
  public double value() {
    return value;
  }

  public Optional<Rational> exact() {
    return Optional.ofNullable(exact);
  }

  boolean isExact() {
    return exact != null;
  }

  Rational rational() {
    return Objects.requireNonNull(exact);
  }

  Scalar oneMinus() {
    return isExact() ? exact(Rational.ONE.subtract(exact)) : approximate(1 - value);
  }

  /** The double nearest to a quotient, but never zero unless the numerator is. */
  static double nearest(BigInteger numerator, BigInteger denominator) {
    if (numerator.bitLength() <= DOUBLE_BITS && denominator.bitLength() <= DOUBLE_BITS) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    double value =
        new BigDecimal(numerator).divide(new BigDecimal(denominator), FORTY_DIGITS).doubleValue();
    return value == 0 && numerator.signum() > 0 ? Double.MIN_VALUE : value;
  }

  /**
   * A result that cannot be zero although it may have underflowed: an outcome that is possible
   * stays so.
   */
  static double notZero(double result) {
    return result == 0 ? Double.MIN_VALUE : result;
  }

  @Override
  public String toString() {
    return isExact() ? exact.toString() : Double.toString(value);
  }
}
