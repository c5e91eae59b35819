package sit.numeric.samples;

import java.util.Arrays;
import sit.numeric.CompensatedSum;

/** How many outcomes occurred how often: all that a symmetric estimator of entropy looks at. */
final class Frequencies {
  private final int[] times;
  private final int[] outcomes;
  private final double total;
  private final int occurred;

  Frequencies(int[] counts) {
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    int kinds = 0;
    int last = 0;
    long all = 0;
    int positive = 0;
    for (int count : sorted) {
      kinds += count > last ? 1 : 0;
      last = Math.max(last, count);
      all += count;
      positive += count > 0 ? 1 : 0;
    }
    times = new int[kinds];
    outcomes = new int[kinds];
    int kind = -1;
    for (int count : sorted) {
      if (count > 0) {
        if (kind < 0 || times[kind] != count) {
          times[++kind] = count;
        }
        outcomes[kind]++;
      }
    }
    total = all;
    occurred = positive;
  }

  /** How many samples there are. */
  double total() {
    return total;
  }

  /** How many outcomes occurred. */
  int occurred() {
    return occurred;
  }

  /** The different counts, rising. */
  int[] times() {
    return times;
  }

  /** For each different count, of how many outcomes it is. */
  int[] outcomes() {
    return outcomes;
  }

  double plugIn() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < times.length; i++) {
      sum.add(outcomes[i] * (times[i] / total) * Math.log(total / times[i]));
    }
    return sum.value();
  }

  double grassberger() {
    CompensatedSum sum = new CompensatedSum();
    int last = times.length == 0 ? 0 : times[times.length - 1];
    double[] g = grassberger(last);
    for (int i = 0; i < times.length; i++) {
      sum.add(outcomes[i] * (times[i] / total) * g[times[i]]);
    }
    return Math.log(total) - sum.value();
  }

  /** G(1) = -C - ln 2, G(2) = 2 - C - ln 2, G(2n + 1) = G(2n), G(2n + 2) = G(2n) + 2/(2n + 1). */
  static double[] grassberger(int last) {
    double[] g = new double[Math.max(3, last + 1)];
    CompensatedSum even = new CompensatedSum();
    even.add(-Digamma.EULER);
    even.add(-Math.log(2));
    g[1] = even.value();
    even.add(2);
    for (int n = 2; n < g.length; n++) {
      if (n % 2 == 0 && n > 2) {
        even.add(2.0 / (n - 1));
      }
      g[n] = even.value();
    }
    return g;
  }

  double chaoShen() {
    int singletons = times.length > 0 && times[0] == 1 ? outcomes[0] : 0;
    // with nothing but singletons the coverage would be zero and the estimate infinite
    double coverage = 1 - Math.min(singletons, total - 1) / total;
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < times.length; i++) {
      double p = coverage * times[i] / total;
      double seen = -Math.expm1(total * Math.log1p(-p));
      sum.add(p >= 1 ? 0 : -outcomes[i] * p * Math.log(p) / seen);
    }
    return sum.value();
  }

  /**
   * How many outcomes are possible, by the procedure of Panzeri & Treves (1996), section 3:
   * outcomes that did not occur are added as long as the number expected to occur comes nearer to
   * the number that did.
   */
  double guessed(double possible) {
    double gap = Math.abs(occurred - expected(0));
    double before = Double.POSITIVE_INFINITY;
    double extra = 0;
    while (gap < before && occurred + extra < possible) {
      extra++;
      before = gap;
      gap = Math.abs(occurred - expected(extra));
    }
    return gap < before ? occurred + extra : occurred + Math.max(0, extra - 1);
  }

  /** How many outcomes are expected to occur if so many more are possible. */
  private double expected(double extra) {
    double hidden = extra == 0 ? 0 : extra * (1 - Math.pow(total / (total + occurred), 1 / total));
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      double p = extra == 0 ? times[i] / total : (1 - hidden) / (total + occurred) * (times[i] + 1);
      sum -= outcomes[i] * Math.expm1(total * Math.log1p(-Math.min(p, 1)));
    }
    return extra == 0 ? sum : sum - extra * Math.expm1(total * Math.log1p(-hidden / extra));
  }
}
