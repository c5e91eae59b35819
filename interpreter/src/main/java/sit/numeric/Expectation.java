package sit.numeric;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.RationalFunction;
import sit.limits.Limits;

/**
 * Means of functions and probabilities of events under a joint law, given an event or not.
 *
 * <p>Functions and events see the outcome of each variable of the law, in its order, in an array
 * that must not be kept; they are asked about outcomes of positive probability only.
 */
public final class Expectation {
  /** The event that always happens. */
  public static final Predicate<int[]> ALWAYS = outcome -> true;

  private static final int PATIENCE = 1 << 14;

  private final Joint law;
  private final Predicate<int[]> given;
  private final Limits limits;

  private Expectation(Joint law, Predicate<int[]> given, Limits limits) {
    this.law = law;
    this.given = given;
    this.limits = limits;
  }

  public static Expectation under(Joint law, Limits limits) {
    return new Expectation(law, ALWAYS, limits);
  }

  /** The same law, given an event. */
  public Expectation given(Predicate<int[]> event) {
    return new Expectation(law, given.and(event), limits);
  }

  /** What is done with an outcome of positive probability in the condition. */
  private interface Visitor {
    void visit(int cell, int[] outcome);
  }

  private void visit(Visitor visitor) {
    int[] sizes = law.shape();
    Odometer place = new Odometer(sizes, new int[sizes.length]);
    for (int cell = 0; cell < law.cells(); cell++) {
      if (cell % PATIENCE == 0) {
        limits.check();
      }
      if (law.isPossible(cell) && given.test(place.digits())) {
        visitor.visit(cell, place.digits());
      }
      place.advance();
    }
  }

  /**
   * The mean of a function whose values are taken at their word; it may be infinite.
   *
   * @throws IllFormedLaw if the condition has probability zero
   * @throws ArithmeticException if a value is not a number, or both infinities occur
   */
  public Bounded of(ToDoubleFunction<int[]> function) {
    CompensatedSum weighted = new CompensatedSum();
    CompensatedSum condition = new CompensatedSum();
    CompensatedSum sizes = new CompensatedSum();
    visit(
        (cell, outcome) -> {
          double mass = law.table()[cell];
          double value = function.applyAsDouble(outcome);
          condition.add(mass);
          weighted.add(mass * value);
          sizes.add(mass * Math.abs(value));
        });
    if (condition.value() == 0) {
      throw IllFormedLaw.condition();
    }
    double sum = weighted.value();
    if (!Double.isFinite(sum)) {
      return infinite(sum);
    }
    // each product is off by e + u, the sum by 2u of the sizes; u covers what is left of their own
    // rounding
    double error = sizes.value() * (law.relativeError() + 4 * Bounded.UNIT) + Double.MIN_NORMAL;
    if (given == ALWAYS) {
      return new Bounded(sum, error);
    }
    double mass = condition.value();
    double massError = law.relativeError() + 3 * Bounded.UNIT;
    double relative = Math.abs(sum) * (massError + Bounded.UNIT);
    return new Bounded(sum / mass, (error + relative) / mass * (1 + 1e-3));
  }

  private static Bounded infinite(double sum) {
    if (Double.isNaN(sum)) {
      throw new ArithmeticException("the mean of both infinities, or of no number");
    }
    return new Bounded(sum, 0);
  }

  /**
   * The mean of a function with rational values, where the law is exact.
   *
   * @throws IllFormedLaw if the condition has probability zero
   */
  public Optional<Rational> exactly(Function<int[], Rational> function) {
    if (!law.isExact()) {
      return Optional.empty();
    }
    Rational[] sums = {Rational.ZERO, Rational.ZERO};
    visit(
        (cell, outcome) -> {
          Rational mass = Rational.of(law.exact().numerator(cell));
          sums[0] = sums[0].add(mass);
          sums[1] = sums[1].add(mass.multiply(function.apply(outcome)));
        });
    if (sums[0].isZero()) {
      throw IllFormedLaw.condition();
    }
    Rational whole = given == ALWAYS ? Rational.of(law.exact().denominator()) : sums[0];
    return Optional.of(sums[1].divide(whole));
  }

  /**
   * The mean of a function whose values are functions of parameters or exact, or under a law that
   * is; empty where the law is known in floating point only.
   *
   * @throws IllFormedLaw if the condition has probability zero
   * @throws ArithmeticException if a value is multiplied by a logarithm
   */
  public Optional<ClosedForm> openly(Function<int[], ClosedForm> function) {
    ClosedForm[] sum = {ClosedForm.ZERO};
    RationalFunction[] condition = {RationalFunction.ZERO};
    if (law.cells() > 0 && law.function(0).isEmpty()) {
      return Optional.empty();
    }
    visit(
        (cell, outcome) -> {
          RationalFunction mass = law.function(cell).orElseThrow();
          condition[0] = condition[0].add(mass);
          sum[0] = sum[0].add(function.apply(outcome).scale(mass));
        });
    if (condition[0].isZero()) {
      throw IllFormedLaw.condition();
    }
    RationalFunction whole = given == ALWAYS ? RationalFunction.ONE : condition[0];
    return Optional.of(sum[0].scale(RationalFunction.ONE.divide(whole)));
  }

  /**
   * The probability of an event.
   *
   * @throws IllFormedLaw if the condition has probability zero
   */
  public Bounded probability(Predicate<int[]> event) {
    return of(outcome -> event.test(outcome) ? 1 : 0);
  }

  /**
   * The probability of an event, where the law is exact.
   *
   * @throws IllFormedLaw if the condition has probability zero
   */
  public Optional<Rational> exactProbability(Predicate<int[]> event) {
    return exactly(outcome -> event.test(outcome) ? Rational.ONE : Rational.ZERO);
  }
}
