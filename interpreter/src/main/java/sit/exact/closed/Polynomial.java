package sit.exact.closed;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;

/** A polynomial in parameters with rational coefficients. */
public final class Polynomial implements Comparable<Polynomial> {
  static final Polynomial ZERO = new Polynomial(new TreeMap<>());
  static final Polynomial ONE = constant(Rational.ONE);

  /** No coefficient is zero. */
  private final SortedMap<Powers, Rational> terms;

  Polynomial(TreeMap<Powers, Rational> terms) {
    terms.values().removeIf(Rational::isZero);
    this.terms = Collections.unmodifiableSortedMap(terms);
  }

  static Polynomial constant(Rational value) {
    TreeMap<Powers, Rational> terms = new TreeMap<>();
    terms.put(Powers.ONE, value);
    return new Polynomial(terms);
  }

  static Polynomial of(Parameter parameter) {
    TreeMap<Powers, Rational> terms = new TreeMap<>();
    terms.put(Powers.of(parameter, 1), Rational.ONE);
    return new Polynomial(terms);
  }

  SortedMap<Powers, Rational> terms() {
    return terms;
  }

  Polynomial add(Polynomial other, Rational factor) {
    TreeMap<Powers, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((m, c) -> sum.merge(m, c.multiply(factor), Rational::add));
    return new Polynomial(sum);
  }

  Polynomial scale(Rational factor) {
    return ZERO.add(this, factor);
  }

  Polynomial multiply(Polynomial other) {
    TreeMap<Powers, Rational> product = new TreeMap<>();
    terms.forEach(
        (m, c) ->
            other.terms.forEach(
                (k, d) -> product.merge(m.multiply(k), c.multiply(d), Rational::add)));
    return new Polynomial(product);
  }

  Polynomial pow(int exponent) {
    Polynomial power = ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.multiply(this);
    }
    return power;
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  Optional<Rational> constant() {
    if (terms.isEmpty()) {
      return Optional.of(Rational.ZERO);
    }
    boolean alone = terms.size() == 1 && terms.firstKey().degree() == 0;
    return alone ? Optional.of(terms.get(terms.firstKey())) : Optional.empty();
  }

  int degree() {
    return terms.isEmpty() ? 0 : terms.lastKey().degree();
  }

  SortedSet<Parameter> parameters() {
    SortedSet<Parameter> all = new TreeSet<>();
    terms.keySet().forEach(m -> all.addAll(m.exponents().keySet()));
    return all;
  }

  /** The value where every parameter has one. */
  Rational at(Map<Parameter, Rational> values) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Powers, Rational> term : terms.entrySet()) {
      Rational product = term.getValue();
      for (Map.Entry<Parameter, Integer> power : term.getKey().exponents().entrySet()) {
        product = product.multiply(values.get(power.getKey()).pow(power.getValue()));
      }
      sum = sum.add(product);
    }
    return sum;
  }

  Polynomial derivative(Parameter by) {
    TreeMap<Powers, Rational> sum = new TreeMap<>();
    terms.forEach(
        (m, c) -> {
          int exponent = m.of(by);
          if (exponent > 0) {
            TreeMap<Parameter, Integer> powers = new TreeMap<>(m.exponents());
            powers.merge(by, -1, Integer::sum);
            powers.values().removeIf(e -> e == 0);
            sum.merge(new Powers(powers), c.multiply(Rational.of(exponent)), Rational::add);
          }
        });
    return new Polynomial(sum);
  }

  /** The quotient by a power of a parameter that divides it. */
  Polynomial lowered(Parameter by, int power) {
    TreeMap<Powers, Rational> lower = new TreeMap<>();
    terms.forEach(
        (m, c) -> {
          TreeMap<Parameter, Integer> powers = new TreeMap<>(m.exponents());
          powers.merge(by, -power, Integer::sum);
          powers.values().removeIf(e -> e == 0);
          lower.put(new Powers(powers), c);
        });
    return new Polynomial(lower);
  }

  /**
   * The rational number by which it is a multiple of a polynomial whose coefficients are integers
   * without a common factor; positive.
   */
  Rational content() {
    BigInteger above = BigInteger.ZERO;
    BigInteger below = BigInteger.ONE;
    for (Rational c : terms.values()) {
      above = above.gcd(c.numerator());
      below = below.multiply(c.denominator()).divide(below.gcd(c.denominator()));
    }
    return above.signum() == 0 ? Rational.ZERO : Rational.of(above, below);
  }

  /** Its sign somewhere in the middle of the intervals, where it is not zero. */
  int sign() {
    if (isZero()) {
      return 0;
    }
    for (int shift = 0; ; shift++) {
      int sign = at(Points.middle(parameters(), shift)).signum();
      if (sign != 0) {
        return sign;
      }
    }
  }

  /** Constants first, then of small degree, then of few terms. */
  @Override
  public int compareTo(Polynomial other) {
    int order = Integer.compare(degree(), other.degree());
    order = order != 0 ? order : Integer.compare(terms.size(), other.terms.size());
    if (order == 0 && degree() == 0 && !isZero()) {
      return constant().orElseThrow().compareTo(other.constant().orElseThrow());
    }
    if (order != 0 || equals(other)) {
      return order;
    }
    // p comes before 1 - p, and that before 1 - q
    order = Integer.compare(terms.firstKey().degree(), other.terms.firstKey().degree());
    return order != 0 ? -order : toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** The terms of small degree first, unless only a later one is positive. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    Optional<Powers> first = Optional.empty();
    for (Map.Entry<Powers, Rational> term : terms.entrySet()) {
      if (first.isEmpty() && term.getValue().signum() > 0) {
        first = Optional.of(term.getKey());
        print(out, term.getKey(), term.getValue());
      }
    }
    for (Map.Entry<Powers, Rational> term : terms.entrySet()) {
      if (first.filter(term.getKey()::equals).isEmpty()) {
        print(out, term.getKey(), term.getValue());
      }
    }
    return out.isEmpty() ? "0" : out.toString();
  }

  private static void print(StringBuilder out, Powers powers, Rational factor) {
    boolean minus = factor.signum() < 0;
    out.append(out.isEmpty() ? (minus ? "-" : "") : minus ? " - " : " + ");
    Rational size = factor.abs();
    String product = powers.toString();
    if (product.isEmpty()) {
      out.append(size);
    } else if (size.isInteger()) {
      out.append(size.isOne() ? "" : size + "*").append(product);
    } else {
      BigInteger above = size.numerator();
      out.append(above.equals(BigInteger.ONE) ? "" : above + "*").append(product);
      out.append('/').append(size.denominator());
    }
  }
}
