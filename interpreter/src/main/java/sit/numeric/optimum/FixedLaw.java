package sit.numeric.optimum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells which conditional laws are the same whatever is chosen, and what they are. */
final class FixedLaw {
  /** Masses this near to each other, as a fraction, are one with other rounding. */
  private static final double SAME = 2e-14;

  private final Decisions decisions;
  private final int[] plan;
  private final double[] fixed;

  /**
   * A table whose cells are fixed masses times plans.
   *
   * @param plan of each cell
   */
  FixedLaw(Decisions decisions, int[] plan, double[] fixed) {
    this.decisions = decisions;
    this.plan = plan;
    this.fixed = fixed;
  }

  /** What plans add to the probabilities of the outcomes that share what they are given. */
  private static final class Group {
    private final Map<Integer, Double> plans = new TreeMap<>();
    private final Map<Integer, Map<Integer, Double>> outcomes = new HashMap<>();
  }

  /**
   * The law of outcomes given parts, where it is fixed; 1 for outcomes that never occur.
   *
   * @param outcome of each cell the outcome, which tells the part
   * @param part of each cell what is given
   */
  Optional<double[]> of(int[] outcome, int outcomes, int[] part, int parts) {
    double[] weights = decisions.weights(decisions.uniform())[decisions.count() - 1];
    Group[] groups = new Group[parts];
    for (int cell = 0; cell < fixed.length; cell++) {
      if (fixed[cell] > 0) {
        Group group = groups[part[cell]];
        if (group == null) {
          group = groups[part[cell]] = new Group();
        }
        group.plans.merge(plan[cell], fixed[cell], Double::sum);
        group
            .outcomes
            .computeIfAbsent(outcome[cell], k -> new TreeMap<>())
            .merge(plan[cell], fixed[cell], Double::sum);
      }
    }
    double[] law = new double[outcomes];
    Arrays.fill(law, 1);
    for (Group group : groups) {
      if (group == null) {
        continue;
      }
      double all = total(group.plans, weights);
      for (var entry : group.outcomes.entrySet()) {
        double ratio = total(entry.getValue(), weights) / all;
        if (!isZero(group.plans, entry.getValue(), ratio)) {
          return Optional.empty();
        }
        law[entry.getKey()] = ratio;
      }
    }
    return Optional.of(law);
  }

  private static double total(Map<Integer, Double> masses, double[] weights) {
    double sum = 0;
    for (var entry : masses.entrySet()) {
      sum += entry.getValue() * weights[entry.getKey()];
    }
    return sum;
  }

  /**
   * Whether the masses of an outcome less their share of all is zero whatever is chosen: at every
   * view it must be the same for every action, and zero at the beginning.
   */
  private boolean isZero(Map<Integer, Double> all, Map<Integer, Double> own, double share) {
    Map<Integer, double[]> now = new HashMap<>();
    boolean plain = true;
    for (var entry : all.entrySet()) {
      double mass = own.getOrDefault(entry.getKey(), 0.0);
      double rest = mass - share * entry.getValue();
      plain &= Math.abs(rest) <= SAME * entry.getValue();
      now.put(entry.getKey(), new double[] {rest, entry.getValue()});
    }
    for (int i = decisions.count() - 1; i >= 0 && !plain; i--) {
      Map<Integer, double[]> earlier = new HashMap<>();
      int actions = decisions.actions(i);
      for (int entry : now.keySet()) {
        int view = entry / actions;
        double[] mine = now.get(entry);
        for (int a = view * actions; a < (view + 1) * actions; a++) {
          double[] other = now.getOrDefault(a, new double[2]);
          if (Math.abs(other[0] - mine[0]) > SAME * Math.max(other[1], mine[1])) {
            return false;
          }
        }
        if (entry == view * actions) {
          double[] sum = earlier.computeIfAbsent(decisions.before(i, view), k -> new double[2]);
          sum[0] += mine[0];
          sum[1] += mine[1];
        }
      }
      now = earlier;
    }
    return plain || now.isEmpty() || Math.abs(now.get(-1)[0]) <= SAME * now.get(-1)[1];
  }
}
