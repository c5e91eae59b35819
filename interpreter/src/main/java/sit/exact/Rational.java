package sit.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.fraction.BigFraction;

/** An exact rational number of any size. */
public final class Rational implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);
  public static final Rational TWO = of(2);
  public static final Rational MINUS_ONE = of(-1);

  private final BigFraction value;

  private Rational(BigFraction value) {
    // the library may keep the sign below the line, as in 1/-2
    this.value =
        value.getDenominator().signum() > 0
            ? value
            : BigFraction.of(value.getNumerator().negate(), value.getDenominator().negate());
  }

  public static Rational of(long value) {
    return new Rational(BigFraction.of(value));
  }

  public static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(BigInteger value) {
    return new Rational(BigFraction.of(value));
  }

  /**
   * The quotient of two integers.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    return new Rational(BigFraction.of(numerator, denominator));
  }

  /** The exact value of a decimal. */
  public static Rational of(BigDecimal value) {
    return value.scale() <= 0
        ? of(value.toBigIntegerExact())
        : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /**
   * Reads {@code 12}, {@code 3/4}, {@code 0.25} or {@code 1e-3}.
   *
   * @throws NumberFormatException if the text is none of these
   */
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(new BigDecimal(text.trim()));
    }
    Rational below = parse(text.substring(slash + 1));
    if (below.isZero()) {
      throw new NumberFormatException("denominator is zero: " + text);
    }
    return parse(text.substring(0, slash)).divide(below);
  }

  public Rational add(Rational other) {
    return new Rational(value.add(other.value));
  }

  public Rational subtract(Rational other) {
    return new Rational(value.subtract(other.value));
  }

  public Rational multiply(Rational other) {
    return new Rational(value.multiply(other.value));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if {@code other} is zero
   */
  public Rational divide(Rational other) {
    return new Rational(value.divide(other.value));
  }

  public Rational negate() {
    return new Rational(value.negate());
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /**
   * An integer power.
   *
   * @throws ArithmeticException for a negative power of zero
   */
  public Rational pow(int exponent) {
    return new Rational(value.pow(exponent));
  }

  public int signum() {
    return value.signum();
  }

  public boolean isZero() {
    return signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  public boolean isInteger() {
    return value.getDenominator().equals(BigInteger.ONE);
  }

  public BigInteger numerator() {
    return value.getNumerator();
  }

  public BigInteger denominator() {
    return value.getDenominator();
  }

  /** The nearest integer towards minus infinity. */
  public BigInteger floor() {
    BigInteger[] parts = numerator().divideAndRemainder(denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** A decimal rounded as the context says. */
  public BigDecimal toDecimal(MathContext context) {
    return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), context);
  }

  @Override
  public int compareTo(Rational other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** {@code 3}, {@code -1/2}. */
  @Override
  public String toString() {
    return isInteger() ? numerator().toString() : numerator() + "/" + denominator();
  }
}
