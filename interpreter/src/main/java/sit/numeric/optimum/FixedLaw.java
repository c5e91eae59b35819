package sit.numeric.optimum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

  /**
   * The law of outcomes given parts, where it is fixed; 1 for outcomes that never occur.
   *
   * @param outcome of each cell the outcome, which tells the part
   * @param part of each cell what is given
   */
  Optional<double[]> of(int[] outcome, int outcomes, int[] part, int parts) {
    double[] weights = decisions.weights(decisions.uniform())[decisions.count() - 1];
    Sparse own = new Sparse(outcome, outcomes);
    Sparse whole = new Sparse(part, parts);
    boolean[] still = new boolean[parts];
    double[] totals = new double[parts];
    for (int b = 0; b < parts; b++) {
      totals[b] = whole.total(b, weights);
      still[b] = parts == 1 || totals[b] > 0 && isConstant(whole, b, 0, whole, b);
    }
    int[] partOf = new int[outcomes];
    for (int cell = 0; cell < fixed.length; cell++) {
      partOf[outcome[cell]] = part[cell];
    }
    double[] law = new double[outcomes];
    Arrays.fill(law, 1);
    for (int a = 0; a < outcomes; a++) {
      int b = partOf[a];
      if (own.isEmpty(a)) {
        continue;
      }
      double ratio = own.total(a, weights) / totals[b];
      // where the part itself has one probability, so must the outcome; else their difference none
      if (!isConstant(own, a, still[b] ? 0 : ratio, whole, b)) {
        return Optional.empty();
      }
      law[a] = ratio;
    }
    return Optional.of(law);
  }

  /** For each outcome the plans that lead to it, and with how much. */
  private final class Sparse {
    private final int[] first;
    private final int[] plans;
    private final double[] masses;

    Sparse(int[] outcome, int outcomes) {
      int[] starts = new int[outcomes + 1];
      for (int cell = 0; cell < fixed.length; cell++) {
        if (fixed[cell] > 0) {
          starts[outcome[cell] + 1]++;
        }
      }
      for (int a = 0; a < outcomes; a++) {
        starts[a + 1] += starts[a];
      }
      int[] all = new int[starts[outcomes]];
      double[] mass = new double[all.length];
      int[] next = starts.clone();
      for (int cell = 0; cell < fixed.length; cell++) {
        if (fixed[cell] > 0) {
          int at = next[outcome[cell]]++;
          all[at] = plan[cell];
          mass[at] = fixed[cell];
        }
      }
      this.first = starts;
      this.plans = all;
      this.masses = mass;
    }

    boolean isEmpty(int a) {
      return first[a] == first[a + 1];
    }

    double total(int a, double[] weights) {
      double sum = 0;
      for (int i = first[a]; i < first[a + 1]; i++) {
        sum += masses[i] * weights[plans[i]];
      }
      return sum;
    }

    /** Adds a multiple of the masses, and their sizes where asked, to what plans have. */
    void add(int a, double factor, boolean sizes, Map<Integer, double[]> into) {
      for (int i = first[a]; i < first[a + 1]; i++) {
        double[] sum = into.computeIfAbsent(plans[i], k -> new double[2]);
        sum[0] += factor * masses[i];
        sum[1] += sizes ? masses[i] : 0;
      }
    }
  }

  /**
   * Whether the masses of an outcome less a share of those of all is the same whatever is chosen,
   * and zero if there is a share: at every view it must be the same for every action.
   */
  private boolean isConstant(Sparse own, int a, double share, Sparse all, int b) {
    Map<Integer, double[]> now = new HashMap<>();
    own.add(a, 1, share == 0, now);
    if (share != 0) {
      all.add(b, -share, true, now);
      if (now.values().stream().allMatch(one -> Math.abs(one[0]) <= SAME * one[1])) {
        return true;
      }
    }
    for (int i = decisions.count() - 1; i >= 0; i--) {
      Map<Integer, double[]> earlier = new HashMap<>();
      int actions = decisions.actions(i);
      for (int entry : now.keySet()) {
        int view = entry / actions;
        double[] mine = now.get(entry);
        // all are compared with the first, and the first with those that are not there
        for (int e = view * actions; e < (view + 1) * actions; e++) {
          double[] other = now.get(e);
          if (other == null || e == view * actions) {
            double rest = other == null ? 0 : other[0];
            double size = Math.max(mine[1], other == null ? 0 : other[1]);
            if (Math.abs(rest - mine[0]) > SAME * size) {
              return false;
            }
          }
          if (entry != view * actions) {
            break;
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
    double[] last = now.get(-1);
    return share == 0 || last == null || Math.abs(last[0]) <= SAME * last[1];
  }
}
