package sit.value;

import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;

/**
 * Arithmetic of quantities: exact where both sides are and the result has an exact form that is not
 * too long, else by intervals rounded outwards.
 *
 * <p>What leaves the range of doubles without an exact form, and a difference of infinities, is an
 * {@link ArithmeticException} and never an infinity: that would be equal to others.
 */
public final class Arithmetic {
  /** How long an exact form may be, in bits. */
  private static final int LARGEST_EXACT = 20_000;

  /** How long it may be where the number is beyond the range of doubles, or nearer to zero. */
  private static final int LARGEST_POWER = 1 << 20;

  private Arithmetic() {}

  public static Quantity negate(Quantity a) {
    if (a.isOpen()) {
      return Forms.negate(a);
    }
    return new Quantity(
        -a.value(), -a.upper(), -a.lower(), a.exact().map(LogSum::negate), a.unit(), a.accuracy());
  }

  public static Quantity add(Quantity a, Quantity b) {
    Unit unit = unitOfSum(a, b);
    if (Forms.isOpen(a, b)) {
      return Forms.add(a, b, unit);
    }
    Optional<LogSum> left = summand(a, unit);
    Optional<LogSum> right = summand(b, unit);
    if (left.isPresent() && right.isPresent()) {
      LogSum exact = left.get().add(right.get());
      if (exact.bitLength() <= LARGEST_EXACT) {
        return Quantity.of(exact, unit);
      }
    }
    return interval(
        a.value() + b.value(), a.lower() + b.lower(), a.upper() + b.upper(), unit, a, b);
  }

  /** The exact form in a sum, in bits: a plain number that is added to nats counts in nats. */
  private static Optional<LogSum> summand(Quantity a, Unit unit) {
    return unit == Unit.NAT && a.unit() == Unit.NONE ? a.rational().map(LogSum::nats) : a.exact();
  }

  public static Quantity subtract(Quantity a, Quantity b) {
    return add(a, negate(b));
  }

  /** The product; zero times anything is zero, as in {@code 0 log 0}. */
  public static Quantity multiply(Quantity a, Quantity b) {
    boolean both = a.unit() != Unit.NONE && b.unit() != Unit.NONE;
    Unit unit = both ? Unit.NONE : a.unit() != Unit.NONE ? a.unit() : b.unit();
    if (a.isExactZero() || b.isExactZero()) {
      return Quantity.of(LogSum.ZERO, unit);
    }
    if (Forms.isOpen(a, b)) {
      return Forms.multiply(a, b, unit);
    }
    if (a.exact().isPresent() && b.exact().isPresent() && !(both && hasNats(a, b))) {
      Optional<LogSum> exact = a.exact().get().multiply(b.exact().get());
      if (exact.isPresent() && exact.get().bitLength() <= LARGEST_EXACT) {
        return Quantity.of(exact.get(), unit);
      }
    }
    double[] ends = {
      a.lower() * b.lower(), a.lower() * b.upper(), a.upper() * b.lower(), a.upper() * b.upper()
    };
    return hull(a.value() * b.value(), ends, unit, a, b);
  }

  private static boolean hasNats(Quantity a, Quantity b) {
    return a.unit() == Unit.NAT || b.unit() == Unit.NAT;
  }

  /** The quotient; empty where the divisor may be zero. */
  public static Optional<Quantity> divide(Quantity a, Quantity b) {
    if (Forms.isOpen(a, b)) {
      return Forms.divide(a, b);
    }
    boolean mayBeZero = b.lower() <= 0 && b.upper() >= 0;
    if (b.exact().isPresent() ? b.isExactZero() : mayBeZero) {
      return Optional.empty();
    }
    // a plain number over bits counts in bits, as it does in a sum
    boolean bits = a.unit() == Unit.NONE && b.unit() == Unit.BIT;
    boolean same = a.unit() == b.unit() || bits;
    Unit unit = b.unit() != Unit.NONE ? Unit.NONE : a.unit();
    if (a.exact().isPresent() && b.exact().isPresent() && (same || b.unit() == Unit.NONE)) {
      Optional<Rational> divisor = b.exact().get().rationalValue();
      if (divisor.isPresent()) {
        LogSum exact = a.exact().get().scale(Rational.ONE.divide(divisor.get()));
        if (exact.bitLength() <= LARGEST_EXACT) {
          return Optional.of(Quantity.of(exact, unit));
        }
      }
      Optional<Rational> ratio = ratio(a.exact().get(), b.exact().get());
      if (ratio.isPresent()) {
        return Optional.of(Quantity.of(ratio.get()));
      }
    }
    double[] ends = {
      a.lower() / b.lower(), a.lower() / b.upper(), a.upper() / b.lower(), a.upper() / b.upper()
    };
    return Optional.of(hull(a.value() / b.value(), ends, unit, a, b));
  }

  /** The rational quotient of two sums of logarithms that are proportional. */
  private static Optional<Rational> ratio(LogSum a, LogSum b) {
    if (b.logarithms().isEmpty()) {
      return Optional.empty();
    }
    Rational below = b.logarithms().get(b.logarithms().firstKey());
    Rational above = a.logarithms().getOrDefault(b.logarithms().firstKey(), Rational.ZERO);
    Rational ratio = above.divide(below);
    return a.subtract(b.scale(ratio)).isZero() ? Optional.of(ratio) : Optional.empty();
  }

  /** A power; empty where it has no real value. */
  public static Optional<Quantity> power(Quantity a, Quantity b) {
    if (Forms.isOpen(a, b)) {
      return Forms.power(a, b);
    }
    Optional<Integer> exponent = b.integer();
    Optional<Rational> base = a.rational();
    if (exponent.isPresent() && base.isPresent()) {
      int bits = base.get().numerator().bitLength() + base.get().denominator().bitLength();
      if (base.get().isZero() && exponent.get() < 0) {
        return Optional.empty();
      }
      double rounded = Math.pow(a.value(), exponent.get());
      boolean inRange = Double.isFinite(rounded) && Math.abs(rounded) >= Double.MIN_NORMAL;
      long most = inRange ? LARGEST_EXACT : LARGEST_POWER;
      if (bits * Math.abs((long) exponent.get()) <= most) {
        return Optional.of(Quantity.of(base.get().pow(exponent.get())));
      }
    }
    if (a.isExactZero() && b.lower() > 0) {
      return Optional.of(Quantity.of(0));
    }
    if (base.equals(Optional.of(Rational.TWO)) && b.unit() == Unit.NONE) {
      Optional<Rational> power = b.exact().flatMap(e -> e.powerOfTwo(LARGEST_EXACT));
      if (power.isPresent()) {
        return power.map(Quantity::of);
      }
    }
    double value = Math.pow(a.value(), b.value());
    if (Double.isNaN(value)
        || a.lower() < 0 && exponent.isEmpty()
        || a.lower() <= 0 && b.lower() < 0) {
      return Optional.empty();
    }
    double[] ends = {
      Math.pow(a.lower(), b.lower()),
      Math.pow(a.lower(), b.upper()),
      Math.pow(a.upper(), b.lower()),
      Math.pow(a.upper(), b.upper()),
      a.lower() < 0 && a.upper() > 0 ? 0 : value
    };
    return Optional.of(hull(value, ends, Unit.NONE, a, b));
  }

  /**
   * A monotone function of one argument that is exact to one unit in the last place.
   *
   * @param unit the unit of the result
   */
  public static Quantity monotone(
      Quantity a, java.util.function.DoubleUnaryOperator function, Unit unit) {
    double low = function.applyAsDouble(a.lower());
    double high = function.applyAsDouble(a.upper());
    return hull(function.applyAsDouble(a.value()), new double[] {low, high}, unit, a, a);
  }

  private static Quantity hull(double value, double[] ends, Unit unit, Quantity a, Quantity b) {
    double lower = value;
    double upper = value;
    for (double end : ends) {
      lower = Math.min(lower, end);
      upper = Math.max(upper, end);
    }
    return interval(value, lower, upper, unit, a, b);
  }

  private static Quantity interval(
      double value, double lower, double upper, Unit unit, Quantity a, Quantity b) {
    Accuracy accuracy = Accuracy.ROUNDING.and(a.accuracy()).and(b.accuracy());
    if (Double.isNaN(value)) {
      throw new ArithmeticException("infinity against infinity has no value");
    }
    if (Double.isInfinite(value)) {
      if (!a.isInfinite() && !b.isInfinite()) {
        throw new ArithmeticException("a number beyond 1.8e308, the largest that is rounded");
      }
      return new Quantity(value, value, value, Optional.empty(), unit, accuracy);
    }
    // Math.log, Math.pow and the like are within one unit in the last place, sums and products
    // within a half
    double low = Math.nextDown(Math.nextDown(lower));
    double high = Math.nextUp(Math.nextUp(upper));
    return Quantity.between(value, low, high, unit, accuracy);
  }

  static Unit unitOfSum(Quantity a, Quantity b) {
    if (a.unit() != Unit.NONE && b.unit() != Unit.NONE && a.unit() != b.unit()) {
      throw new IllegalArgumentException("bits and nats do not mix");
    }
    return a.unit() != Unit.NONE ? a.unit() : b.unit();
  }

  /** The larger of two; where that is not certain, what encloses the larger whichever it is. */
  public static Quantity larger(Quantity a, Quantity b) {
    Optional<Integer> sign = compare(a, b);
    if (sign.isEmpty() && Forms.isOpen(a, b)) {
      sign = Forms.weakly(a, b);
    }
    if (sign.isPresent()) {
      Quantity best = sign.get() >= 0 ? a : b;
      Quantity other = best == a ? b : a;
      // which is the larger is no better known than either of them
      return other.accuracy().isCertain() ? best : best.knownAs(other.accuracy());
    }
    double lower = Math.max(a.lower(), b.lower());
    double upper = Math.max(a.upper(), b.upper());
    Unit unit = unitOfSum(a, b);
    Accuracy accuracy = a.accuracy().and(b.accuracy()).and(Accuracy.ROUNDING);
    return Quantity.between(Math.max(a.value(), b.value()), lower, upper, unit, accuracy);
  }

  /** The sign of a difference, where it is certain: exactly, or because the bounds are apart. */
  public static Optional<Integer> compare(Quantity a, Quantity b) {
    if (Forms.isOpen(a, b)) {
      return Forms.compare(a, b, unitOfSum(a, b));
    }
    if (a.isInfinite() || b.isInfinite()) {
      double left = a.isInfinite() ? a.value() : 0;
      return Optional.of(Double.compare(left, b.isInfinite() ? b.value() : 0));
    }
    if (a.unit() == b.unit() && (a.lower() > b.upper() || a.upper() < b.lower())) {
      return Optional.of(a.lower() > b.upper() ? 1 : -1);
    }
    if (a.unit() == b.unit() && a.rational().isPresent() && b.rational().isPresent()) {
      return Optional.of(Integer.signum(a.rational().get().compareTo(b.rational().get())));
    }
    Quantity difference = subtract(a, b);
    if (difference.exact().isPresent()) {
      return Optional.of(difference.exact().get().signum());
    }
    return difference.lower() > 0
        ? Optional.of(1)
        : difference.upper() < 0 ? Optional.of(-1) : Optional.empty();
  }
}
