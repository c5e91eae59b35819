package sit.numeric.continuous;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.numeric.Bounded;
import sit.numeric.Scalar;

/**
 * A real number between bounds, with its exact form where it is a rational combination of one, of
 * logarithms of whole numbers and of that of pi.
 *
 * @param bounded the number itself
 * @param exact the number divided by {@code ln 2}, so that amounts in nats are kept in bits
 */
public record Real(Bounded bounded, Optional<LogSum> exact) {
  public static final Real ZERO = of(Rational.ZERO);
  public static final Real ONE = of(Rational.ONE);
  public static final Real INFINITE = new Real(Bounded.INFINITE, Optional.empty());

  private static final double LN_2 = Math.log(2);

  /** Longer exact forms are dropped. */
  private static final long LARGEST = 1 << 14;

  public static Real of(Rational value) {
    double nearest = Scalar.exact(value).value();
    boolean whole = value.isInteger() && value.numerator().bitLength() <= 53;
    Bounded bounded = whole ? Bounded.exactly(nearest) : around(nearest);
    return new Real(bounded, Optional.of(LogSum.nats(value)));
  }

  public static Real of(long value) {
    return of(Rational.of(value));
  }

  /** A number between bounds. */
  public static Real between(double value, double error) {
    return new Real(new Bounded(value, error), Optional.empty());
  }

  /** A number that a library computes to so many units in its last place. */
  public static Real computed(double value, double units) {
    return between(value, Math.max(units * Math.ulp(value), Double.MIN_VALUE));
  }

  /** The value of an exact form in bits, in nats. */
  public static Real ofBits(LogSum bits) {
    double value =
        bits.bounds(25).middle().toDecimal(java.math.MathContext.DECIMAL64).doubleValue();
    double nats = value * LN_2;
    return new Real(new Bounded(nats, 4 * Math.ulp(nats)), Optional.of(bits));
  }

  public static Real logPi() {
    return ofBits(LogSum.log2Pi());
  }

  private static Bounded around(double value) {
    return new Bounded(value, Math.ulp(value));
  }

  private Real reduced() {
    boolean large = exact.isPresent() && exact.get().bitLength() > LARGEST;
    return large ? new Real(bounded, Optional.empty()) : this;
  }

  public double value() {
    return bounded.value();
  }

  /** The number, where it is rational. */
  public Optional<Rational> rational() {
    return exact
        .filter(e -> e.logarithms().isEmpty() && e.rationalPart().isZero() && e.ofPi().isZero())
        .map(LogSum::ofE);
  }

  public boolean isInfinite() {
    return Double.isInfinite(bounded.value());
  }

  /** The sign, where it is certain. */
  public Optional<Integer> sign() {
    if (exact.isPresent()) {
      return Optional.of(exact.get().signum());
    }
    return bounded.lower() > 0
        ? Optional.of(1)
        : bounded.upper() < 0 ? Optional.of(-1) : Optional.empty();
  }

  public Real plus(Real other) {
    Optional<LogSum> sum = exact.flatMap(a -> other.exact.map(a::add));
    return sum.isPresent() ? of(sum.get()) : new Real(bounded.plus(other.bounded), sum);
  }

  /** The number that an exact form stands for. */
  private static Real of(LogSum form) {
    Real simple = ofBits(form);
    return simple.rational().map(Real::of).orElse(simple).reduced();
  }

  public Real minus(Real other) {
    return plus(other.negate());
  }

  public Real negate() {
    return new Real(bounded.negate(), exact.map(LogSum::negate));
  }

  public Real times(Real other) {
    Optional<Rational> left = rational();
    Optional<Rational> right = other.rational();
    if (left.isPresent() && left.get().isZero() || right.isPresent() && right.get().isZero()) {
      return ZERO;
    }
    if (left.isPresent() && other.exact.isPresent()) {
      return of(other.exact.get().scale(left.get()));
    }
    if (right.isPresent() && exact.isPresent()) {
      return of(exact.get().scale(right.get()));
    }
    return new Real(bounded.times(other.bounded), Optional.empty());
  }

  public Real times(long factor) {
    return times(of(factor));
  }

  public Real half() {
    return times(of(Rational.of(1, 2)));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if the divisor may be zero
   */
  public Real over(Real divisor) {
    Optional<Rational> by = divisor.rational();
    if (by.isPresent()) {
      return times(of(Rational.ONE.divide(by.get())));
    }
    Bounded b = divisor.bounded;
    if (b.lower() <= 0 && b.upper() >= 0) {
      throw new ArithmeticException("a divisor that may be zero");
    }
    return times(divisor.through(x -> 1 / x, 1));
  }

  public Real squared() {
    return times(this);
  }

  /**
   * The natural logarithm.
   *
   * @throws ArithmeticException if the number may not be positive
   */
  public Real log() {
    Optional<Rational> rational = rational();
    if (rational.isPresent() && rational.get().signum() > 0) {
      return of(LogSum.log2(rational.get()));
    }
    if (!(bounded.lower() > 0)) {
      throw new ArithmeticException("the logarithm of what may not be positive");
    }
    return through(Math::log, 1);
  }

  public Real exp() {
    return rational().filter(Rational::isZero).isPresent() ? ONE : through(Math::exp, 1);
  }

  /** A power of a positive number. */
  public Real power(Real exponent) {
    Optional<Rational> base = rational();
    Optional<Rational> times = exponent.rational();
    boolean whole = times.isPresent() && times.get().isInteger() && base.isPresent();
    if (whole && times.get().numerator().bitLength() < 8) {
      return of(base.get().pow(times.get().numerator().intValueExact()));
    }
    return log().times(exponent).exp();
  }

  /**
   * A monotone function of it.
   *
   * @param units how many units in the last place the function may be off
   */
  public Real through(DoubleUnaryOperator monotone, double units) {
    double value = monotone.applyAsDouble(bounded.value());
    double low = monotone.applyAsDouble(bounded.lower());
    double high = monotone.applyAsDouble(bounded.upper());
    double error = Math.max(Math.abs(low - value), Math.abs(high - value));
    double slack =
        2 * units * Math.ulp(Math.max(Math.abs(value), Math.max(Math.abs(low), Math.abs(high))));
    if (Double.isNaN(value) || Double.isNaN(error + slack)) {
      throw new ArithmeticException("a value that is not defined");
    }
    return between(value, error + slack);
  }
}
