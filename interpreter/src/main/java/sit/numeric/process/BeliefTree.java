package sit.numeric.process;

import java.util.List;
import java.util.Map;
import sit.limits.Limits;
import sit.numeric.Log2;

/**
 * The tree of all pasts that may be seen, walked depth first; only the beliefs on the way from the
 * root are kept.
 */
final class BeliefTree {
  private final States chain;
  private final int horizon;
  private final int first;
  private final Limits limits;
  private final Steps steps;
  private final double[] entropies;
  private final double[][] asked;
  private final double[][][] beliefs;
  private long visited;

  BeliefTree(States chain, Labels shown, List<Labels> asked, int horizon, Limits limits) {
    this.chain = chain;
    this.horizon = horizon;
    this.limits = limits;
    this.first = chain.law().first();
    this.steps = new Steps(chain, shown, asked, horizon);
    this.entropies = new double[horizon - first + 1];
    this.asked = new double[asked.size()][entropies.length];
    this.beliefs = new double[entropies.length][][];
  }

  /** The entropy, given the past, of what is seen at a time, as far as the walks went. */
  double entropy(int time) {
    return entropies[time - first];
  }

  /** The entropy of what is asked, given what is seen up to a time. */
  double asked(int question, int time) {
    return asked[question][time - first];
  }

  /**
   * Adds the entropies of all pasts that start with a belief before a time, which weighs so much.
   */
  void walk(Map<Integer, Double> belief, double weight, int time) {
    double[] law = new double[chain.count()];
    belief.forEach((state, mass) -> law[state] = mass * weight);
    walk(law, weight, time);
  }

  private void walk(double[] law, double mass, int time) {
    if ((++visited & 0xfff) == 0) {
      limits.check();
    }
    Steps.Step step = steps.at(time);
    int depth = time - first;
    double[][] next = beliefs[depth];
    if (next == null) {
      next = new double[step.count()][chain.count()];
      beliefs[depth] = next;
    } else {
      for (double[] row : next) {
        java.util.Arrays.fill(row, 0);
      }
    }
    double[] masses = new double[step.count()];
    for (int s = 0; s < law.length; s++) {
      if (law[s] > 0) {
        steps.spread(step, s, time, law[s], next, masses);
      }
    }
    double terms = Log2.term(mass);
    for (double m : masses) {
      entropies[depth] += m > 0 ? Log2.term(m) : 0;
    }
    entropies[depth] -= mass > 0 ? terms : 0;
    for (int label = 0; label < masses.length; label++) {
      if (masses[label] > 0) {
        ask(step, next[label], masses[label], depth);
        if (time < horizon) {
          walk(next[label], masses[label], time + 1);
        }
      }
    }
  }

  private void ask(Steps.Step step, double[] law, double mass, int depth) {
    for (int k = 0; k < asked.length; k++) {
      double[] parts = new double[step.counts()[k]];
      for (int s = 0; s < law.length; s++) {
        parts[step.asked()[k][s]] += law[s];
      }
      double sum = -Log2.term(mass);
      for (double part : parts) {
        sum += part > 0 ? Log2.term(part) : 0;
      }
      asked[k][depth] += sum;
    }
  }
}
