package sit.numeric.geometry;

import sit.limits.Limits;
import sit.numeric.Bounded;

/**
 * Optimal transport with an entropy: the coupling P of two laws that makes E c + eps D(P || p x q)
 * least, in nats (Cuturi 2013; iterations among logarithms: Peyré and Cuturi 2019, 4.4).
 *
 * @param value of E c + eps D(P || p x q)
 * @param cost the mean cost of the coupling
 * @param plan the coupling; its marginals are the laws up to rounding
 * @param apart not below the total variation between this coupling and the best
 * @param error how far the marginals of the last iterate were off, in total variation
 */
public record Sinkhorn(Bounded value, Bounded cost, double[][] plan, double apart, double error) {
  private static final double UNIT = 0x1p-52;
  private static final double CLOSE = 1e-15;
  private static final int MOST = 100_000;

  /**
   * The coupling for one temperature.
   *
   * <p>What the iterations end with is made a coupling (Altschuler, Weed and Rigollet 2017,
   * algorithm 2), whose value is not below the least; the potentials give what is not above it. If
   * the two are d apart, the mean costs of the couplings are at most (max c - min c) sqrt(d / 2
   * eps) apart, by Pinsker's inequality.
   */
  public static Sinkhorn of(
      double[] first, double[] second, double[][] cost, double temperature, Limits limits) {
    int rows = first.length;
    int columns = second.length;
    double[] f = new double[rows];
    double[] g = new double[columns];
    double error = 1;
    for (int step = 0; step < MOST && error > CLOSE; step++) {
      limits.check();
      for (int j = 0; j < columns; j++) {
        g[j] = -temperature * soft(f, cost, first, j, true, temperature);
      }
      double before = error;
      error = 0;
      for (int i = 0; i < rows; i++) {
        double next = -temperature * soft(g, cost, second, i, false, temperature);
        // the marginal of the row was off by this factor
        error += first[i] * Math.abs(Math.expm1((f[i] - next) / temperature)) / 2;
        f[i] = next;
      }
      if (step > 100 && error >= before && error < 1e-13) {
        break;
      }
    }
    return ending(first, second, cost, temperature, f, g, error);
  }

  /** The logarithm of the mean of exp((potential - cost) / eps) in a row or a column. */
  private static double soft(
      double[] potential,
      double[][] cost,
      double[] weights,
      int at,
      boolean column,
      double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.length; k++) {
      double c = column ? cost[k][at] : cost[at][k];
      largest = weights[k] > 0 ? Math.max(largest, (potential[k] - c) / temperature) : largest;
    }
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double c = column ? cost[k][at] : cost[at][k];
      if (weights[k] > 0) {
        sum += weights[k] * Math.exp((potential[k] - c) / temperature - largest);
      }
    }
    return largest + Math.log(sum);
  }

  private static Sinkhorn ending(
      double[] first,
      double[] second,
      double[][] cost,
      double temperature,
      double[] f,
      double[] g,
      double error) {
    double[][] plan = new double[first.length][second.length];
    double total = 0;
    double dual = 0;
    double size = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        double exponent = (f[i] + g[j] - cost[i][j]) / temperature;
        plan[i][j] = first[i] * second[j] * Math.exp(exponent);
        total += plan[i][j];
      }
      dual += f[i] * first[i];
      size += Math.abs(f[i]) * first[i];
    }
    for (int j = 0; j < second.length; j++) {
      dual += g[j] * second[j];
      size += Math.abs(g[j]) * second[j];
    }
    // the maximum over potentials of E f + E g - eps E exp((f + g - c) / eps) + eps
    dual -= temperature * (total - 1);
    round(plan, first, second);
    double mean = 0;
    double divergence = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        mean += plan[i][j] * cost[i][j];
        least = Math.min(least, cost[i][j]);
        most = Math.max(most, cost[i][j]);
        size += plan[i][j] * Math.abs(cost[i][j]);
        if (plan[i][j] > 0) {
          double log = Math.log(plan[i][j] / (first[i] * second[j]));
          divergence += plan[i][j] * log;
          size += temperature * plan[i][j] * (Math.abs(log) + 1);
        }
      }
    }
    double upper = mean + temperature * divergence;
    int cells = first.length * second.length;
    double largest = Math.max(Math.abs(least), Math.abs(most));
    double rounding = 8.0 * (cells + 8) * UNIT * (size + largest + temperature);
    double gap = Math.max(0, upper - dual) + rounding;
    double apart = Math.sqrt(gap / (2 * temperature)) * (1 + 4 * UNIT);
    Bounded costs = new Bounded(mean, (most - least) * apart + rounding);
    return new Sinkhorn(new Bounded(upper, gap), costs, plan, apart, error);
  }

  /** Makes a matrix that is nearly one a coupling. */
  private static void round(double[][] plan, double[] first, double[] second) {
    double[] open = second.clone();
    double[] left = first.clone();
    for (int i = 0; i < first.length; i++) {
      double sum = 0;
      for (double cell : plan[i]) {
        sum += cell;
      }
      double factor = sum > first[i] ? first[i] / sum : 1;
      for (int j = 0; j < second.length; j++) {
        plan[i][j] *= factor;
      }
    }
    for (int j = 0; j < second.length; j++) {
      double sum = 0;
      for (double[] row : plan) {
        sum += row[j];
      }
      double factor = sum > second[j] ? second[j] / sum : 1;
      for (int i = 0; i < first.length; i++) {
        plan[i][j] *= factor;
        left[i] -= plan[i][j];
        open[j] -= plan[i][j];
      }
    }
    double missing = 0;
    for (double mass : left) {
      missing += Math.max(0, mass);
    }
    for (int i = 0; missing > 0 && i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        plan[i][j] += Math.max(0, left[i]) * Math.max(0, open[j]) / missing;
      }
    }
  }
}
