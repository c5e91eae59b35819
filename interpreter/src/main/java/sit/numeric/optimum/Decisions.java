package sit.numeric.optimum;

import java.util.Arrays;

/**
 * Free kernels that follow one another with perfect recall: who decides has seen what was seen and
 * done at every earlier decision (von Stengel's sequence form, Games and Economic Behavior 1996).
 * Decision i has views, each with the same number of actions; an entry is a view and an action. A
 * plan is an entry of the last decision; it tells all that was done before.
 */
final class Decisions {
  private final int[] actions;
  private final int[][] before;
  private final double[][] reach;

  /**
   * Decisions one after the other.
   *
   * @param actions how many each has to choose from
   * @param before for each view the entry of the decision before that leads to it
   * @param reach for each view the probability of it where own actions do not count, positive
   */
  Decisions(int[] actions, int[][] before, double[][] reach) {
    this.actions = actions;
    this.before = before;
    this.reach = reach;
  }

  int count() {
    return actions.length;
  }

  int actions(int decision) {
    return actions[decision];
  }

  int views(int decision) {
    return reach[decision].length;
  }

  int entries(int decision) {
    return views(decision) * actions[decision];
  }

  /** The entry of the decision before that leads to a view; -1 for the first decision. */
  int before(int decision, int view) {
    return decision == 0 ? -1 : before[decision][view];
  }

  double reach(int decision, int view) {
    return reach[decision][view];
  }

  int plans() {
    return entries(count() - 1);
  }

  int allViews() {
    int all = 0;
    for (int i = 0; i < count(); i++) {
      all += views(i);
    }
    return all;
  }

  double[][] uniform() {
    double[][] kernels = new double[count()][];
    for (int i = 0; i < count(); i++) {
      kernels[i] = new double[entries(i)];
      Arrays.fill(kernels[i], 1.0 / actions[i]);
    }
    return kernels;
  }

  /** For every entry of every decision the product of the kernels on the way to it. */
  double[][] weights(double[][] kernels) {
    double[][] weights = new double[count()][];
    for (int i = 0; i < count(); i++) {
      weights[i] = new double[entries(i)];
      for (int view = 0; view < views(i); view++) {
        double before = i == 0 ? 1 : weights[i - 1][before(i, view)];
        int from = view * actions[i];
        for (int a = from; a < from + actions[i]; a++) {
          weights[i][a] = before * kernels[i][a];
        }
      }
    }
    return weights;
  }

  /** The least sum over plans of a slope, over all kernels: Bellman's recursion, backwards. */
  double least(double[] slope, double[][] chosen) {
    double[] now = slope;
    for (int i = count() - 1; i >= 0; i--) {
      double[] earlier = i == 0 ? new double[1] : new double[entries(i - 1)];
      double lost = 0;
      for (int view = 0; view < views(i); view++) {
        int from = view * actions[i];
        int best = from;
        for (int a = from + 1; a < from + actions[i]; a++) {
          best = now[a] < now[best] ? a : best;
        }
        if (chosen != null) {
          Arrays.fill(chosen[i], from, from + actions[i], 0);
          chosen[i][best] = 1;
        }
        if (i == 0) {
          // compensated, for there may be many first views
          double part = now[best] - lost;
          double sum = earlier[0] + part;
          lost = (sum - earlier[0]) - part;
          earlier[0] = sum;
        } else {
          earlier[before(i, view)] += now[best];
        }
      }
      now = earlier;
    }
    return now[0];
  }

  /**
   * Kernels tilted against a slope: those that make the mean slope plus {@code 1/step} times the
   * relative entropy to the kernels least. The log-sum of a view stands for it one decision earlier
   * (Naiss and Permuter, IEEE Trans. IT 2013, for directed information).
   *
   * @param floor no entry falls below it
   */
  double[][] tilted(double[][] kernels, double[] slope, double step, double floor) {
    double[][] tilted = new double[count()][];
    double[] now = slope;
    for (int i = count() - 1; i >= 0; i--) {
      double[] earlier = i == 0 ? null : new double[entries(i - 1)];
      tilted[i] = new double[entries(i)];
      for (int view = 0; view < views(i); view++) {
        double value =
            tilt(
                kernels[i],
                now,
                tilted[i],
                view * actions[i],
                actions[i],
                step / reach(i, view),
                floor);
        if (i > 0) {
          earlier[before(i, view)] += value / (step / reach(i, view));
        }
      }
      now = earlier;
    }
    return tilted;
  }

  private static double tilt(
      double[] kernel,
      double[] slope,
      double[] out,
      int from,
      int actions,
      double step,
      double floor) {
    double least = Double.POSITIVE_INFINITY;
    for (int a = from; a < from + actions; a++) {
      least = Math.min(least, slope[a]);
    }
    double sum = 0;
    for (int a = from; a < from + actions; a++) {
      out[a] = kernel[a] * Math.exp((least - slope[a]) * step * Program.LN_2);
      sum += out[a];
    }
    double kept = 0;
    for (int a = from; a < from + actions; a++) {
      out[a] = Math.max(floor, out[a] / sum);
      kept += out[a];
    }
    for (int a = from; a < from + actions; a++) {
      out[a] /= kept;
    }
    return least * step - Math.log(sum) / Program.LN_2;
  }
}
