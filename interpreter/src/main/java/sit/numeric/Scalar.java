package sit.numeric;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import sit.exact.Rational;

/** A number given exactly or in floating point only. */
public final class Scalar {
  private static final int DOUBLE_BITS = 53;
  private static final int KEPT_BITS = 67;

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

  /**
   * The double nearest to a quotient, but never zero unless the numerator is. The quotient is cut
   * to 66 bits or more with its last one set if anything was cut off, which rounds as the quotient
   * does.
   */
  static double nearest(BigInteger numerator, BigInteger denominator) {
    if (numerator.bitLength() <= DOUBLE_BITS && denominator.bitLength() <= DOUBLE_BITS) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    int shift = KEPT_BITS + denominator.bitLength() - numerator.bitLength();
    BigInteger[] parts =
        shift >= 0
            ? numerator.shiftLeft(shift).divideAndRemainder(denominator)
            : numerator.divideAndRemainder(denominator.shiftLeft(-shift));
    BigInteger cut = parts[1].signum() == 0 ? parts[0] : parts[0].abs().setBit(0);
    double value = Math.scalb(cut.doubleValue(), -shift);
    double size = numerator.signum() == 0 ? 0 : notZero(Math.abs(value));
    return numerator.signum() < 0 ? -size : size;
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
