package sit.exact.closed;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import sit.exact.LogSum;
import sit.exact.Rational;

/**
 * A function of parameters in bits: a rational function, plus rational functions times logarithms
 * to base two of irreducible polynomials, of primes, and of e.
 *
 * <p>Whether one is zero everywhere is decided: logarithms of different irreducible polynomials are
 * algebraically independent over the rational functions (Ostrowski's theorem, as for indefinite
 * integrals), and where only logarithms of primes and of e are left, their coefficients at a
 * rational place are rational and must vanish there by unique factorisation and by Lindemann's
 * theorem.
 */
public final class ClosedForm {
  public static final ClosedForm ZERO = of(RationalFunction.ZERO);

  private final RationalFunction plain;
  private final SortedMap<Polynomial, RationalFunction> logarithms;
  private final RationalFunction euler;

  /**
   * The value at a place: a sum of logarithms, and so many times the logarithm of e to base two.
   *
   * @param infinite 0 where it is finite, else the sign of infinity
   */
  public record At(LogSum bits, Rational euler, int infinite) {}

  ClosedForm(
      RationalFunction plain,
      SortedMap<Polynomial, RationalFunction> logarithms,
      RationalFunction euler) {
    this.plain = plain;
    logarithms.values().removeIf(RationalFunction::isZero);
    this.logarithms = Collections.unmodifiableSortedMap(logarithms);
    this.euler = euler;
  }

  public static ClosedForm of(RationalFunction plain) {
    return new ClosedForm(plain, new TreeMap<>(), RationalFunction.ZERO);
  }

  /** An exact number. */
  public static ClosedForm of(LogSum number) {
    ClosedForm sum = of(RationalFunction.of(number.rationalPart()));
    for (Map.Entry<BigInteger, Rational> term : number.logarithms().entrySet()) {
      RationalFunction argument = RationalFunction.of(Rational.of(term.getKey()));
      sum = sum.add(log2(argument).scale(RationalFunction.of(term.getValue())));
    }
    return sum;
  }

  /** The logarithm of e to base two: one nat. */
  public static ClosedForm nat() {
    return new ClosedForm(RationalFunction.ZERO, new TreeMap<>(), RationalFunction.ONE);
  }

  /**
   * The logarithm of the absolute value of a function to base two.
   *
   * @throws ArithmeticException if it is zero everywhere
   */
  public static ClosedForm log2(RationalFunction argument) {
    RationalFunction.Product product = argument.product();
    TreeMap<Polynomial, RationalFunction> logarithms = new TreeMap<>();
    product.powers().forEach((f, e) -> logarithms.put(f, RationalFunction.of(Rational.of(e))));
    Rational[] twos = {Rational.ZERO};
    primes(product.factor().numerator().abs(), Rational.ONE, logarithms, twos);
    primes(product.factor().denominator(), Rational.MINUS_ONE, logarithms, twos);
    return new ClosedForm(RationalFunction.of(twos[0]), logarithms, RationalFunction.ZERO);
  }

  private static void primes(
      BigInteger number,
      Rational sign,
      TreeMap<Polynomial, RationalFunction> logarithms,
      Rational[] twos) {
    if (number.equals(BigInteger.ONE)) {
      return;
    }
    Algebra.primes(number)
        .forEach(
            (prime, exponent) -> {
              Rational times = sign.multiply(Rational.of(exponent));
              if (prime.equals(BigInteger.TWO)) {
                twos[0] = twos[0].add(times);
              } else {
                Polynomial base = Polynomial.constant(Rational.of(prime));
                logarithms.merge(base, RationalFunction.of(times), RationalFunction::add);
              }
            });
  }

  /** {@code -r log2 r}; zero where r is zero everywhere. */
  public static ClosedForm entropyTerm(RationalFunction r) {
    return r.isZero() ? ZERO : log2(r).scale(r.negate());
  }

  public RationalFunction plain() {
    return plain;
  }

  SortedMap<Polynomial, RationalFunction> logarithms() {
    return logarithms;
  }

  RationalFunction euler() {
    return euler;
  }

  public ClosedForm add(ClosedForm other) {
    TreeMap<Polynomial, RationalFunction> sum = new TreeMap<>(logarithms);
    other.logarithms.forEach((f, c) -> sum.merge(f, c, RationalFunction::add));
    return new ClosedForm(plain.add(other.plain), sum, euler.add(other.euler));
  }

  public ClosedForm subtract(ClosedForm other) {
    return add(other.negate());
  }

  public ClosedForm negate() {
    return mapped(RationalFunction::negate);
  }

  public ClosedForm scale(RationalFunction factor) {
    return mapped(c -> c.multiply(factor));
  }

  private ClosedForm mapped(UnaryOperator<RationalFunction> map) {
    TreeMap<Polynomial, RationalFunction> all = new TreeMap<>();
    logarithms.forEach((f, c) -> all.put(f, map.apply(c)));
    return new ClosedForm(map.apply(plain), all, map.apply(euler));
  }

  /** The product, where a factor has no logarithm. */
  public Optional<ClosedForm> multiply(ClosedForm other) {
    if (other.isRational()) {
      return Optional.of(scale(other.plain));
    }
    return isRational() ? Optional.of(other.scale(plain)) : Optional.empty();
  }

  /** The rational function that this is a multiple of another by, if it is one. */
  public Optional<RationalFunction> ratio(ClosedForm other) {
    RationalFunction below = other.plain;
    RationalFunction above = plain;
    if (!other.logarithms.isEmpty()) {
      Polynomial first = other.logarithms.firstKey();
      below = other.logarithms.get(first);
      above = logarithms.getOrDefault(first, RationalFunction.ZERO);
    }
    if (below.isZero()) {
      return Optional.empty();
    }
    RationalFunction ratio = above.divide(below);
    return subtract(other.scale(ratio)).isZero() ? Optional.of(ratio) : Optional.empty();
  }

  public boolean isZero() {
    return plain.isZero() && isRational();
  }

  /** Whether it has no logarithm. */
  public boolean isRational() {
    return logarithms.isEmpty() && euler.isZero();
  }

  public SortedSet<Parameter> parameters() {
    SortedSet<Parameter> all = new TreeSet<>(plain.parameters());
    all.addAll(euler.parameters());
    logarithms.forEach(
        (f, c) -> {
          all.addAll(f.parameters());
          all.addAll(c.parameters());
        });
    return all;
  }

  /** The partial derivative. */
  public ClosedForm derivative(Parameter by) {
    TreeMap<Polynomial, RationalFunction> all = new TreeMap<>();
    RationalFunction nats = euler.derivative(by);
    for (Map.Entry<Polynomial, RationalFunction> term : logarithms.entrySet()) {
      RationalFunction f = RationalFunction.of(term.getKey());
      all.put(term.getKey(), term.getValue().derivative(by));
      nats = nats.add(term.getValue().multiply(f.derivative(by)).divide(f));
    }
    return new ClosedForm(plain.derivative(by), all, nats);
  }

  /**
   * The value where every parameter has one, with {@code 0 log 0 = 0}; empty at a pole, and where
   * infinities of both signs meet.
   */
  public Optional<At> at(Map<Parameter, Rational> values) {
    Optional<Rational> constant = plain.at(values);
    Optional<Rational> nats = euler.at(values);
    if (constant.isEmpty() || nats.isEmpty()) {
      return Optional.empty();
    }
    LogSum.Builder sum = new LogSum.Builder().add(constant.get());
    int infinite = 0;
    for (Map.Entry<Polynomial, RationalFunction> term : logarithms.entrySet()) {
      Optional<Rational> times = term.getValue().at(values);
      Rational argument = term.getKey().at(values).abs();
      if (times.isEmpty()) {
        return Optional.empty();
      }
      if (!argument.isZero()) {
        sum.addLog2(times.get(), argument);
      } else if (!times.get().isZero()) {
        int sign = -times.get().signum();
        if (infinite == -sign) {
          return Optional.empty();
        }
        infinite = sign;
      }
    }
    return Optional.of(new At(sum.build(), nats.get(), infinite));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClosedForm that && subtract(that).isZero();
  }

  /** Of its parameters alone. */
  @Override
  public int hashCode() {
    return parameters().hashCode();
  }

  /** In bits, as it is typed. */
  @Override
  public String toString() {
    return toString(LogSum.Base.TWO);
  }

  /** In bits or in nats, with the functions of the language: {@code 1 - h2(p)}. */
  public String toString(LogSum.Base base) {
    return new ClosedFormPrinter(base).print(this);
  }
}
