package sit.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import sit.exact.Rational;
import sit.exact.closed.RationalFunction;

/**
 * Laws on finite sets of integers or of listed outcomes, exact where their parameters are and the
 * digits stay few.
 */
public final class Laws {
  /** Exact masses are kept up to this many bits in all; beyond, they are computed in doubles. */
  private static final double EXACT_BITS = 1 << 20;

  private static final int MOST_OUTCOMES = 1 << 20;

  private Laws() {}

  /**
   * Outcomes 0 and 1, one with probability p.
   *
   * @throws IllFormedLaw unless {@code 0 <= p <= 1}
   */
  public static Masses bernoulli(Scalar p) {
    requireProbability("Bernoulli(p)", "p", p);
    return Masses.of(List.of(p.oneMinus(), p));
  }

  /**
   * Outcomes as listed.
   *
   * @throws IllFormedLaw if the masses are negative or do not add up to one
   */
  public static Masses categorical(List<Scalar> masses) {
    return Masses.of(masses).laws("Categorical", masses.size());
  }

  /**
   * All listed outcomes alike.
   *
   * @throws IllFormedLaw if there are none
   */
  public static Masses uniform(int outcomes) {
    requireCount("Uniform", "the number of outcomes", outcomes, 1);
    return Masses.of(Collections.nCopies(outcomes, Scalar.exact(1, outcomes)));
  }

  /**
   * The number of successes in n independent trials, 0 to n.
   *
   * @throws IllFormedLaw unless {@code n >= 0} and {@code 0 <= p <= 1}
   */
  public static Masses binomial(int n, Scalar p) {
    requireCount("Binomial(n, p)", "n", n, 0);
    requireProbability("Binomial(n, p)", "p", p);
    if (p.isOpen()) {
      RationalFunction ratio = p.function().divide(p.oneMinus().function());
      return openFromRatios(
          n, k -> ratio.multiply(RationalFunction.of(Rational.of((long) n - k, k + 1))));
    }
    if (p.value() == 1) {
      return point(n, n);
    }
    double odds = p.value() / (1 - p.value());
    if (isExact(n, p)) {
      Rational exact = p.rational().divide(Rational.ONE.subtract(p.rational()));
      return exactFromRatios(n, k -> exact.multiply(Rational.of((long) n - k, k + 1)));
    }
    return fromRatios(n, k -> odds * (n - k) / (k + 1.0));
  }

  /**
   * The number of failures before the first success, given that it is at most {@code last}:
   * outcomes 0 to last with probabilities {@code p (1-p)^k / (1 - (1-p)^(last+1))}.
   *
   * @throws IllFormedLaw unless {@code 0 < p <= 1} and {@code last >= 0}
   */
  public static Masses geometric(Scalar p, int last) {
    requireCount("Geometric(p, last)", "last", last, 0);
    requireProbability("Geometric(p, last)", "p", p);
    if (p.isOpen()) {
      RationalFunction failure = p.oneMinus().function();
      return openFromRatios(last, k -> failure);
    }
    if (p.value() == 0) {
      throw IllFormedLaw.parameter("Geometric(p, last)", "p", "above 0", p.toString());
    }
    if (isExact(last, p)) {
      Rational failure = Rational.ONE.subtract(p.rational());
      return exactFromRatios(last, k -> failure);
    }
    return fromRatios(last, k -> 1 - p.value());
  }

  /**
   * A Poisson number of mean {@code lambda}, given that it is at most {@code last}: outcomes 0 to
   * last with probabilities in proportion to {@code lambda^k / k!}, which are rational if lambda
   * is.
   *
   * @throws IllFormedLaw unless {@code lambda >= 0} is finite and {@code last >= 0}
   */
  public static Masses poisson(Scalar lambda, int last) {
    requireCount("Poisson(lambda, last)", "last", last, 0);
    if (lambda.isOpen() && OpenLaws.negative(lambda.function()).isEmpty()) {
      RationalFunction mean = lambda.function();
      return openFromRatios(last, k -> mean.multiply(RationalFunction.of(Rational.of(1, k + 1))));
    }
    if (!(lambda.value() >= 0) || Double.isInfinite(lambda.value())) {
      throw IllFormedLaw.parameter(
          "Poisson(lambda, last)", "lambda", "at least 0", lambda.toString());
    }
    if (isExact(last, lambda)) {
      return exactFromRatios(last, k -> lambda.rational().divide(Rational.of(k + 1)));
    }
    return fromRatios(last, k -> lambda.value() / (k + 1.0));
  }

  /** All mass on one of the outcomes 0 to last. */
  private static Masses point(int outcome, int last) {
    List<Scalar> masses = new ArrayList<>(Collections.nCopies(last + 1, Scalar.exact(0, 1)));
    masses.set(outcome, Scalar.exact(1, 1));
    return Masses.of(masses);
  }

  private static boolean isExact(int last, Scalar parameter) {
    if (!parameter.isExact()) {
      return false;
    }
    Rational value = parameter.rational();
    double bits = value.numerator().bitLength() + value.denominator().bitLength();
    double factorials = 32 - Integer.numberOfLeadingZeros(last);
    return (bits + factorials) * last * last <= EXACT_BITS;
  }

  /** The ratio of the mass at {@code k + 1} to that at {@code k}, exactly. */
  private interface ExactRatio {
    Rational at(int k);
  }

  /** The same within 4u. */
  private interface Ratio {
    double at(int k);
  }

  private static Masses openFromRatios(int last, IntFunction<RationalFunction> ratio) {
    List<RationalFunction> weights = new ArrayList<>(List.of(RationalFunction.ONE));
    RationalFunction sum = RationalFunction.ONE;
    for (int k = 0; k < last; k++) {
      weights.add(weights.get(k).multiply(ratio.apply(k)));
      sum = sum.add(weights.get(k + 1));
    }
    List<Scalar> masses = new ArrayList<>();
    for (RationalFunction weight : weights) {
      masses.add(Scalar.open(weight.divide(sum)));
    }
    return Masses.of(masses);
  }

  private static Masses exactFromRatios(int last, ExactRatio ratio) {
    List<Rational> weights = new ArrayList<>(last + 1);
    Rational weight = Rational.ONE;
    Rational sum = weight;
    weights.add(weight);
    for (int k = 0; k < last; k++) {
      weight = weight.multiply(ratio.at(k));
      weights.add(weight);
      sum = sum.add(weight);
    }
    Rational whole = sum;
    weights.replaceAll(w -> w.divide(whole));
    return Masses.exact(weights);
  }

  /**
   * Starts at the mode, where the mass is largest, so that nothing overflows; each mass is off by
   * 5u for each step from it. What underflows stays possible.
   */
  private static Masses fromRatios(int last, Ratio ratio) {
    int mode = 0;
    while (mode < last && ratio.at(mode) > 1) {
      mode++;
    }
    double[] weights = new double[last + 1];
    weights[mode] = 1;
    for (int k = mode; k < last && ratio.at(k) > 0; k++) {
      weights[k + 1] = Scalar.notZero(weights[k] * ratio.at(k));
    }
    for (int k = mode; k > 0; k--) {
      weights[k - 1] = Scalar.notZero(weights[k] / ratio.at(k - 1));
    }
    CompensatedSum sum = new CompensatedSum();
    for (double weight : weights) {
      sum.add(weight);
    }
    List<Scalar> masses = new ArrayList<>(weights.length);
    for (double weight : weights) {
      double mass = weight == 0 ? 0 : Scalar.notZero(weight / sum.value());
      masses.add(Scalar.approximate(mass));
    }
    return Masses.of(masses, 10.0 * (last + 1) * Bounded.UNIT);
  }

  static void requireProbability(String law, String name, Scalar p) {
    if (p.isOpen()) {
      Optional<String> outside = OpenLaws.negative(p.function());
      outside =
          outside.isPresent()
              ? outside
              : OpenLaws.negative(p.oneMinus().function()).map(met -> "1 - " + name + " = " + met);
      if (outside.isPresent()) {
        throw IllFormedLaw.parameter(law, name, "between 0 and 1", outside.get());
      }
      return;
    }
    boolean inside =
        p.isExact()
            ? p.rational().signum() >= 0 && p.rational().compareTo(Rational.ONE) <= 0
            : p.value() >= 0 && p.value() <= 1;
    if (!inside) {
      throw IllFormedLaw.parameter(law, name, "between 0 and 1", p.toString());
    }
  }

  private static void requireCount(String law, String name, int count, int least) {
    if (count < least || count > MOST_OUTCOMES) {
      throw IllFormedLaw.parameter(
          law, name, "between " + least + " and " + MOST_OUTCOMES, Integer.toString(count));
    }
  }
}
