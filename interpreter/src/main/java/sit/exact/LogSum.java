package sit.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An exact information value: a rational number plus rational multiples of logarithms of integers
 * to base two, such as {@code log2(3) - 2/3}.
 *
 * <p>Equality is decided, not approximated. The integers are kept odd, above one and pairwise
 * coprime; {@code log2(2) = 1} belongs to the rational part. Were such a sum zero with a
 * coefficient that is not, then multiplying by the common denominator and raising two to both sides
 * would give a product of integer powers of two and of the integers that equals one; by unique
 * factorisation the exponent of every prime in it is zero, and since each prime divides at most one
 * of the integers, so is every coefficient. A sum with a term left is therefore not zero, and
 * bounds of growing precision find its sign in the end.
 *
 * <p>Multiples of {@code log2(e)} and {@code log2(pi)} stand beside them: differential entropies
 * have such. With one of the two alone nothing changes, as neither a power of pi (Lindemann) nor
 * one of e (Hermite) is algebraic. Of products of both that is not known; their sums are taken to
 * be zero only where every coefficient is, and a sign that no precision finds is an error, not a
 * wrong answer.
 */
public final class LogSum implements Comparable<LogSum> {
  public static final LogSum ZERO = of(Rational.ZERO);
  private static final int FIRST_BITS = 64;
  private static final int MOST_BITS = 1 << 16;

  private final Rational rational;
  private final SortedMap<BigInteger, Rational> logarithms;
  private final Rational ofE;
  private final Rational ofPi;

  /**
   * How a value is written: as bits, with logarithms to base two, or as nats, with natural
   * logarithms.
   */
  public enum Base {
    TWO,
    E
  }

  private LogSum(
      Rational rational, SortedMap<BigInteger, Rational> logarithms, Rational ofE, Rational ofPi) {
    this.rational = rational;
    this.logarithms = Collections.unmodifiableSortedMap(logarithms);
    this.ofE = ofE;
    this.ofPi = ofPi;
  }

  /** Collects many terms; the integers are made coprime once, at the end. */
  public static final class Builder {
    private Rational rational = Rational.ZERO;
    private Rational ofE = Rational.ZERO;
    private Rational ofPi = Rational.ZERO;
    private final Map<BigInteger, Rational> integers = new HashMap<>();

    public Builder add(Rational value) {
      rational = rational.add(value);
      return this;
    }

    /** Adds {@code factor * value}. */
    public Builder add(Rational factor, LogSum value) {
      rational = rational.add(factor.multiply(value.rational));
      value.logarithms.forEach((b, c) -> addLog(c.multiply(factor), b));
      ofE = ofE.add(factor.multiply(value.ofE));
      ofPi = ofPi.add(factor.multiply(value.ofPi));
      return this;
    }

    /**
     * Adds {@code factor * log2(argument)}.
     *
     * @throws ArithmeticException if the argument is not positive
     */
    public Builder addLog2(Rational factor, Rational argument) {
      if (argument.signum() <= 0) {
        throw new ArithmeticException("logarithm of " + argument);
      }
      addLog(factor, argument.numerator());
      addLog(factor.negate(), argument.denominator());
      return this;
    }

    private void addLog(Rational factor, BigInteger argument) {
      if (!argument.equals(BigInteger.ONE) && !factor.isZero()) {
        integers.merge(argument, factor, Rational::add);
      }
    }

    public LogSum build() {
      Rational sum = rational;
      Coprimes base = new Coprimes(Collections.emptySortedMap());
      for (Map.Entry<BigInteger, Rational> entry : integers.entrySet()) {
        int twos = entry.getKey().getLowestSetBit();
        if (twos > 0) {
          sum = sum.add(entry.getValue().multiply(Rational.of(twos)));
        }
        base.add(entry.getKey().shiftRight(twos), entry.getValue());
      }
      return new LogSum(sum, base.logarithms(), ofE, ofPi);
    }
  }

  public static LogSum of(Rational value) {
    return new LogSum(value, Collections.emptySortedMap(), Rational.ZERO, Rational.ZERO);
  }

  /** A multiple of {@code log2(e)}: an amount of information that is rational in nats. */
  public static LogSum nats(Rational value) {
    return new LogSum(Rational.ZERO, Collections.emptySortedMap(), value, Rational.ZERO);
  }

  /** {@code log2(pi)}. */
  public static LogSum log2Pi() {
    return new LogSum(Rational.ZERO, Collections.emptySortedMap(), Rational.ZERO, Rational.ONE);
  }

  /**
   * The logarithm to base two.
   *
   * @throws ArithmeticException if the argument is not positive
   */
  public static LogSum log2(Rational argument) {
    return new Builder().addLog2(Rational.ONE, argument).build();
  }

  /**
   * {@code -p log2 p} in bits, and zero for {@code p = 0}.
   *
   * @throws ArithmeticException if p is negative
   */
  public static LogSum entropyTerm(Rational p) {
    return p.isZero() ? ZERO : new Builder().addLog2(p.negate(), p).build();
  }

  /**
   * The entropy in bits of a law with these probabilities, {@code -sum p log2 p}; zeros count
   * nothing.
   *
   * @throws ArithmeticException if one is negative
   */
  public static LogSum entropy(Iterable<Rational> probabilities) {
    Builder sum = new Builder();
    for (Rational p : probabilities) {
      if (!p.isZero()) {
        sum.addLog2(p.negate(), p);
      }
    }
    return sum.build();
  }

  public LogSum add(LogSum other) {
    return add(other, Rational.ONE);
  }

  public LogSum subtract(LogSum other) {
    return add(other, Rational.MINUS_ONE);
  }

  private LogSum add(LogSum other, Rational factor) {
    Rational sum = rational.add(factor.multiply(other.rational));
    Rational e = ofE.add(factor.multiply(other.ofE));
    Rational pi = ofPi.add(factor.multiply(other.ofPi));
    if (other.logarithms.isEmpty()) {
      return new LogSum(sum, logarithms, e, pi);
    }
    Coprimes base = new Coprimes(logarithms);
    other.logarithms.forEach((b, c) -> base.add(b, c.multiply(factor)));
    return new LogSum(sum, base.logarithms(), e, pi);
  }

  public LogSum negate() {
    return scale(Rational.MINUS_ONE);
  }

  public LogSum scale(Rational factor) {
    if (factor.isZero()) {
      return ZERO;
    }
    TreeMap<BigInteger, Rational> scaled = new TreeMap<>();
    logarithms.forEach((b, c) -> scaled.put(b, c.multiply(factor)));
    return new LogSum(
        rational.multiply(factor), scaled, ofE.multiply(factor), ofPi.multiply(factor));
  }

  /** The product, where a factor is rational; a product of two logarithms is no such sum. */
  public Optional<LogSum> multiply(LogSum other) {
    if (other.isRational()) {
      return Optional.of(scale(other.rational));
    }
    return isRational() ? Optional.of(other.scale(rational)) : Optional.empty();
  }

  public boolean isZero() {
    return rational.isZero() && isRational();
  }

  public boolean isRational() {
    return logarithms.isEmpty() && isAlgebraic();
  }

  /** Whether it is a sum of logarithms of rational numbers, without those of e and pi. */
  public boolean isAlgebraic() {
    return ofE.isZero() && ofPi.isZero();
  }

  /** The value, where it is rational. */
  public Optional<Rational> rationalValue() {
    return isRational() ? Optional.of(rational) : Optional.empty();
  }

  /**
   * Two to this power, where that is rational and not longer than some bits: 3/4 for {@code log2(3)
   * - 2}.
   */
  public Optional<Rational> powerOfTwo(int most) {
    Map<BigInteger, Rational> factors = new HashMap<>(logarithms);
    factors.put(BigInteger.TWO, rational);
    long length = 0;
    for (Map.Entry<BigInteger, Rational> factor : factors.entrySet()) {
      Rational exponent = factor.getValue();
      if (!exponent.isInteger() || exponent.numerator().bitLength() > 31) {
        return Optional.empty();
      }
      length += Math.abs(exponent.numerator().longValue()) * factor.getKey().bitLength();
    }
    if (!isAlgebraic() || length > most) {
      return Optional.empty();
    }
    Rational power = Rational.ONE;
    for (Map.Entry<BigInteger, Rational> factor : factors.entrySet()) {
      int exponent = factor.getValue().numerator().intValueExact();
      power = power.multiply(Rational.of(factor.getKey()).pow(exponent));
    }
    return Optional.of(power);
  }

  /** How long it is written out, in bits. */
  public long bitLength() {
    long bits = bitLength(rational);
    bits += isAlgebraic() ? 0 : bitLength(ofE) + bitLength(ofPi);
    for (Map.Entry<BigInteger, Rational> term : logarithms.entrySet()) {
      bits += term.getKey().bitLength() + bitLength(term.getValue());
    }
    return bits;
  }

  private static long bitLength(Rational value) {
    return (long) value.numerator().bitLength() + value.denominator().bitLength();
  }

  /** The part that multiplies no logarithm of an odd integer. */
  public Rational rationalPart() {
    return rational;
  }

  /**
   * The odd integers above one, pairwise coprime, with the coefficients of their logarithms to base
   * two, none zero.
   */
  public SortedMap<BigInteger, Rational> logarithms() {
    return logarithms;
  }

  /** The coefficient of {@code log2(e)}. */
  public Rational ofE() {
    return ofE;
  }

  /** The coefficient of {@code log2(pi)}. */
  public Rational ofPi() {
    return ofPi;
  }

  /**
   * The sign, exactly.
   *
   * @throws ArithmeticException if it is not found, which only sums with both e and pi could cause
   */
  public int signum() {
    if (isRational()) {
      return rational.signum();
    }
    for (int bits = FIRST_BITS; ; bits *= 2) {
      Logarithms.Fixed value = enclose(bits);
      if (value.low().signum() > 0) {
        return 1;
      } else if (value.high().signum() < 0) {
        return -1;
      } else if (bits > MOST_BITS && !isAlgebraic()) {
        throw new ArithmeticException("the sign of " + this + " is not known");
      }
    }
  }

  /** An interval not wider than {@code 10^-digits} that holds the value, in bits. */
  public Interval bounds(int digits) {
    if (isRational()) {
      return new Interval(rational, rational);
    }
    BigInteger allowed = BigInteger.TEN.pow(Math.max(0, digits));
    for (int bits = FIRST_BITS + 4 * Math.max(0, digits); ; bits *= 2) {
      Logarithms.Fixed value = enclose(bits);
      BigInteger unit = BigInteger.ONE.shiftLeft(bits);
      if (value.high().subtract(value.low()).multiply(allowed).compareTo(unit) <= 0) {
        return new Interval(Rational.of(value.low(), unit), Rational.of(value.high(), unit));
      }
    }
  }

  /**
   * A decimal within one unit of its last place, to the context's precision (which must not be 0).
   */
  public BigDecimal toDecimal(MathContext context) {
    if (isRational()) {
      return rational.toDecimal(context);
    }
    MathContext finer = new MathContext(context.getPrecision() + 3, context.getRoundingMode());
    for (int digits = context.getPrecision() + 6; ; digits *= 2) {
      Interval value = bounds(digits);
      BigDecimal below = value.lower().toDecimal(finer);
      BigDecimal above = value.upper().toDecimal(finer);
      if (below.subtract(above).abs().compareTo(above.ulp()) <= 0 && below.signum() != 0) {
        return below.round(context);
      }
    }
  }

  private Logarithms.Fixed enclose(int bits) {
    Logarithms precision = new Logarithms(bits);
    Logarithms.Fixed whole = precision.of(rational);
    Logarithms.Fixed natural = Logarithms.Fixed.ZERO;
    for (Map.Entry<BigInteger, Rational> entry : logarithms.entrySet()) {
      int scale = Logarithms.scale(entry.getKey());
      Rational coefficient = entry.getValue();
      whole = whole.add(precision.of(coefficient.multiply(Rational.of(scale))));
      natural =
          natural.add(precision.naturalLogOfMantissa(entry.getKey(), scale).multiply(coefficient));
    }
    if (!isAlgebraic()) {
      natural = natural.add(precision.of(ofE)).add(precision.naturalLogOfPi().multiply(ofPi));
    }
    return whole.add(precision.divideByLogOfTwo(natural));
  }

  @Override
  public int compareTo(LogSum other) {
    return subtract(other).signum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogSum that
        && rational.equals(that.rational)
        && ofE.equals(that.ofE)
        && ofPi.equals(that.ofPi)
        && (logarithms.equals(that.logarithms) || subtract(that).isZero());
  }

  /**
   * Of the rational part alone, which is unique; the integers may be split in more ways than one.
   */
  @Override
  public int hashCode() {
    return rational.hashCode();
  }

  /** {@code 3/2}, {@code log2(3) - 2/3}, {@code 1/2 + 3/4*log2(3)}. */
  @Override
  public String toString() {
    return toString(Base.TWO);
  }

  /** The value in bits, or the same amount of information in nats: {@code 3/2*ln(2)}. */
  public String toString(Base base) {
    return new LogSumPrinter(base).print(this);
  }
}
