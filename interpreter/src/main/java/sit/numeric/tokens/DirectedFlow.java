package sit.numeric.tokens;

import java.util.Optional;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.samples.Estimate;
import sit.numeric.samples.Spread;

/**
 * The rates of causally conditioned entropy and of directed information, by context-tree weighting
 * of the pairs and of the second process alone, with the four estimators of Jiao, Permuter, Zhao,
 * Kim & Weissman (2013), section III.
 */
public final class DirectedFlow {
  private final Column.Labels from;
  private final Column.Labels to;
  private final int depth;
  private final double prior;
  private final boolean delayed;
  private final Limits limits;

  /**
   * An estimator of the flow from one sequence to another.
   *
   * @param delayed whether only what is past of the first is given
   */
  public DirectedFlow(
      Column.Labels from,
      Column.Labels to,
      int depth,
      double prior,
      boolean delayed,
      Limits limits) {
    this.from = from;
    this.to = to;
    this.depth = depth;
    this.prior = prior;
    this.delayed = delayed;
    this.limits = limits;
  }

  /** The entropy of the second given the first as it unfolds: what a symbol costs. */
  public Estimate entropy(double level) {
    return estimate(0, level);
  }

  /**
   * The directed information.
   *
   * @param form which of the four estimators: 1 compares what the symbols cost, 2 the entropies of
   *     the predictions, 3 and 4 are relative entropies of predictions and never negative
   */
  public Estimate information(int form, double level) {
    return estimate(form, level);
  }

  private Estimate estimate(int form, double level) {
    int my = to.alphabet().size();
    int mx = from.alphabet().size();
    int n = to.size();
    int[] pairs = new int[n];
    for (int i = 0; i < n; i++) {
      pairs[i] = from.codes()[i] * my + to.codes()[i];
    }
    ContextTree joint = new ContextTree(mx * my, depth, prior, limits);
    ContextTree alone = new ContextTree(my, depth, prior, limits);
    double[] both = new double[mx * my];
    double[] own = new double[my];
    double[] local = new double[n];
    int count = 0;
    for (int s = 0; s < to.starts().length; s++) {
      int end = s + 1 < to.starts().length ? to.starts()[s + 1] : n;
      for (int at = to.starts()[s] + depth; at < end; at++) {
        if ((at & 255) == 0) {
          limits.check();
        }
        joint.predict(pairs, at, both);
        alone.predict(to.codes(), at, own);
        local[count++] = contribution(form, both, own, from.codes()[at], to.codes()[at]);
        joint.learn(pairs, at);
        alone.learn(to.codes(), at);
      }
    }
    double[] values = java.util.Arrays.copyOf(local, count);
    return new Estimate(
        Spread.mean(values), Spread.ofMean(values, true, level), count, Optional.of(values));
  }

  private double contribution(int form, double[] both, double[] own, int x, int y) {
    int my = own.length;
    double[] given = given(both, my, x);
    return switch (form) {
      case 0 -> -Math.log(given[y]);
      case 1 -> Math.log(given[y] / own[y]);
      case 2 -> entropy(own) - conditional(both, my);
      case 3 -> divergence(given, own);
      default -> flow(both, own);
    };
  }

  /** The prediction of the second, given the symbol of the first at the same time or without it. */
  private double[] given(double[] both, int my, int x) {
    double[] law = new double[my];
    double mass = 0;
    int mx = both.length / my;
    for (int i = delayed ? 0 : x; i < (delayed ? mx : x + 1); i++) {
      for (int y = 0; y < my; y++) {
        law[y] += both[i * my + y];
        mass += both[i * my + y];
      }
    }
    for (int y = 0; y < my; y++) {
      law[y] /= mass;
    }
    return law;
  }

  private double conditional(double[] both, int my) {
    double sum = 0;
    for (int x = 0; x < (delayed ? 1 : both.length / my); x++) {
      double mass = 0;
      for (int y = 0; y < my && !delayed; y++) {
        mass += both[x * my + y];
      }
      sum += (delayed ? 1 : mass) * entropy(given(both, my, x));
    }
    return sum;
  }

  private double flow(double[] both, double[] own) {
    int my = own.length;
    double sum = 0;
    for (int x = 0; x < (delayed ? 1 : both.length / my); x++) {
      double mass = 0;
      for (int y = 0; y < my && !delayed; y++) {
        mass += both[x * my + y];
      }
      sum += (delayed ? 1 : mass) * divergence(given(both, my, x), own);
    }
    return sum;
  }

  private static double entropy(double[] law) {
    double sum = 0;
    for (double p : law) {
      sum -= p == 0 ? 0 : p * Math.log(p);
    }
    return sum;
  }

  private static double divergence(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
    }
    return sum;
  }
}
