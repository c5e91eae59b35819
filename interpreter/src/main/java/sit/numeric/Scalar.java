package sit.numeric;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import sit.exact.Rational;
import sit.exact.closed.OpenParameter;
import sit.exact.closed.RationalFunction;

/** A number given exactly, in floating point only, or as a function of parameters. */
public final class Scalar {
  private static final int DOUBLE_BITS = 53;
  private static final int KEPT_BITS = 67;

  private final double value;
  private final Rational exact;
  private final RationalFunction open;

  private Scalar(double value, Rational exact) {
    this.value = value;
    this.exact = exact;
    this.open = null;
  }

  private Scalar(RationalFunction open) {
    this.value = Double.NaN;
    this.exact = null;
    this.open = open;
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

  /** A function of parameters. */
  public static Scalar open(RationalFunction function) {
    return function.constant().map(Scalar::exact).orElseGet(() -> new Scalar(function));
  }

  /**
   * The number, rounded to the nearest double if it is exact.
   *
   * @throws OpenParameter if it is a function of parameters
   */
  public double value() {
    if (open != null) {
      throw new OpenParameter(open.parameters());
    }
    return value;
  }

  boolean isOpen() {
    return open != null;
  }

  /**
   * As a function of parameters, which an exact number is too.
   *
   * @throws ArithmeticException if it is known in floating point only
   */
  RationalFunction function() {
    if (open == null && exact == null) {
      throw new ArithmeticException("a rounded number beside a parameter has no closed form");
    }
    return open != null ? open : RationalFunction.of(exact);
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
    if (isOpen()) {
      return open(RationalFunction.ONE.subtract(open));
    }
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
    return isOpen() ? open.toString() : isExact() ? exact.toString() : Double.toString(value);
  }
}
