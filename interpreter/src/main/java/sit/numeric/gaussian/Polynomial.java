package sit.numeric.gaussian;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.continuous.Real;

/**
 * A polynomial in independent sources.
 *
 * @param terms the coefficient of each product of powers of sources
 * @param error how far its numbers may be off, as a fraction of each
 */
public record Polynomial(Map<Map<Source, Integer>, Rational> terms, double error) {
  private static final int MOST_TERMS = 20_000;

  public static Polynomial constant(Rational value, double error) {
    return new Polynomial(value.isZero() ? Map.of() : Map.of(Map.of(), value), error);
  }

  public static Polynomial of(Affine variable) {
    Polynomial sum = constant(variable.constant(), variable.error());
    for (Map.Entry<Source, Rational> entry : variable.multiples().entrySet()) {
      Map<Map<Source, Integer>, Rational> term =
          Map.of(Map.of(entry.getKey(), 1), entry.getValue());
      sum = sum.plus(new Polynomial(term, variable.error()));
    }
    return sum;
  }

  public Polynomial plus(Polynomial other) {
    Map<Map<Source, Integer>, Rational> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((powers, c) -> sum.merge(powers, c, Rational::add));
    return new Polynomial(sum, Math.max(error, other.error));
  }

  /**
   * The product.
   *
   * @throws sit.limits.LimitReached if it has too many terms
   */
  public Polynomial times(Polynomial other, Limits limits) {
    double size = (double) terms.size() * other.terms.size();
    if (size > MOST_TERMS) {
      throw sit.limits.LimitReached.memory("a polynomial in random variables", size, MOST_TERMS);
    }
    limits.check();
    Map<Map<Source, Integer>, Rational> product = new LinkedHashMap<>();
    terms.forEach(
        (mine, a) ->
            other.terms.forEach(
                (theirs, b) -> {
                  Map<Source, Integer> powers = new LinkedHashMap<>(mine);
                  theirs.forEach((source, k) -> powers.merge(source, k, Integer::sum));
                  product.merge(powers, a.multiply(b), Rational::add);
                }));
    return new Polynomial(product, error + other.error);
  }

  /** The number that it is, where no source is left in it. */
  public Optional<Rational> constantValue() {
    Rational value = Rational.ZERO;
    for (Map.Entry<Map<Source, Integer>, Rational> term : terms.entrySet()) {
      if (term.getKey().isEmpty()) {
        value = term.getValue();
      } else if (!term.getValue().isZero()) {
        return Optional.empty();
      }
    }
    return Optional.of(value);
  }

  /** Its mean; infinite where a moment is, empty where one has no closed form. */
  public Optional<Real> mean() {
    Real sum = Real.ZERO;
    double size = 0;
    for (Map.Entry<Map<Source, Integer>, Rational> term : terms.entrySet()) {
      if (term.getValue().isZero()) {
        continue;
      }
      Real product = Real.of(term.getValue());
      for (Map.Entry<Source, Integer> power : term.getKey().entrySet()) {
        Optional<Real> moment = moment(power.getKey(), power.getValue());
        if (moment.isEmpty()) {
          return Optional.empty();
        }
        product = product.times(moment.get());
      }
      if (sum.isInfinite() && product.isInfinite() && sum.value() != product.value()) {
        return Optional.empty();
      }
      sum = sum.plus(product);
      size += Math.abs(product.value());
    }
    boolean sharp = error == 0 || sum.isInfinite();
    return Optional.of(
        sharp ? sum : Real.between(sum.value(), sum.bounded().error() + 4 * error * size));
  }

  /** Of a Gaussian source {@code (k-1)(k-3)... v^(k/2)}, and nothing where k is odd. */
  private static Optional<Real> moment(Source source, int k) {
    if (!source.isGaussian()) {
      return source.law().orElseThrow().moment(k);
    }
    if (k % 2 == 1) {
      return Optional.of(Real.ZERO);
    }
    Rational moment = Rational.ONE;
    for (int i = 1; i < k; i += 2) {
      moment = moment.multiply(Rational.of(i)).multiply(source.variance().orElseThrow());
    }
    return Optional.of(Real.of(moment));
  }
}
