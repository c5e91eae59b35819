package sit.numeric.geometry;

import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.Bounded;

/**
 * The least mean cost of a coupling of two laws (Kantorovich 1942; Peyré and Cuturi 2019, 2.3).
 *
 * @param cost its bounds are a plan above and potentials below
 * @param plan what goes from each outcome of the first law to each of the second
 */
public record OptimalTransport(Bounded cost, double[][] plan) {
  private static final double UNIT = 0x1p-52;

  /** Laws and costs, all of them fractions. */
  public record Exact(Rational cost, List<List<Rational>> plan) {}

  /**
   * The cheapest coupling.
   *
   * @param first masses that add up to one, up to rounding
   * @param cost a row for each outcome of the first law
   */
  public static OptimalTransport of(
      double[] first, double[] second, double[][] cost, Limits limits) {
    Transportation.Plan plan = Transportation.solve(first, second, cost, limits);
    double upper = 0;
    double largest = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        upper += plan.flow()[i][j] * cost[i][j];
        largest = Math.max(largest, Math.abs(cost[i][j]));
      }
    }
    double lower = 0;
    double below = 0;
    for (int j = 0; j < second.length; j++) {
      double potential = Double.POSITIVE_INFINITY;
      for (int i = 0; i < first.length; i++) {
        potential = Math.min(potential, cost[i][j] - plan.potential()[i]);
      }
      lower += potential * second[j];
      below += Math.abs(potential) * second[j];
    }
    for (int i = 0; i < first.length; i++) {
      lower += plan.potential()[i] * first[i];
      below += Math.abs(plan.potential()[i]) * first[i];
    }
    // the plan itself keeps to the laws only up to rounding
    double rounding = 8.0 * (first.length + second.length + 4) * UNIT * (largest + below);
    double gap = Math.abs(upper - lower) + rounding + Double.MIN_NORMAL;
    return new OptimalTransport(new Bounded(upper, gap), plan.flow());
  }

  /** The cheapest coupling without rounding; empty where none was found that is proved to be it. */
  public static Optional<Exact> exactly(
      List<Rational> first, List<Rational> second, List<List<Rational>> cost, Limits limits) {
    double[][] rounded = new double[first.size()][];
    for (int i = 0; i < first.size(); i++) {
      rounded[i] = doubles(cost.get(i));
    }
    Transportation.Plan found =
        Transportation.solve(doubles(first), doubles(second), rounded, limits);
    Optional<List<List<Rational>>> plan = ExactTransport.plan(first, second, cost, found.cells());
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    Rational total = Rational.ZERO;
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        total = total.add(plan.get().get(i).get(j).multiply(cost.get(i).get(j)));
      }
    }
    return Optional.of(new Exact(total, plan.get()));
  }

  private static double[] doubles(List<Rational> values) {
    double[] all = new double[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get(i).toDecimal(java.math.MathContext.DECIMAL64).doubleValue();
    }
    return all;
  }
}
