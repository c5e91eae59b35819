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
  private final Step[] steps;
  private final double[] entropies;
  private final double[][] asked;
  private final double[][][] beliefs;
  private long visited;

  /**
   * One time's kernel as arrays.
   *
   * @param labels of each state, as it is seen
   * @param asked labels of each state, for each question
   */
  private record Step(
      int[][] next, double[][] masses, int[] labels, int count, int[][] asked, int[] counts) {}

  BeliefTree(States chain, Labels shown, List<Labels> asked, int horizon, Limits limits) {
    this.chain = chain;
    this.horizon = horizon;
    this.limits = limits;
    this.first = chain.law().first();
    int steady = Math.max(chain.law().steady(), shown.steady());
    for (Labels labels : asked) {
      steady = Math.max(steady, labels.steady());
    }
    this.steps = new Step[Math.max(1, Math.min(steady, horizon) - first + 1)];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = step(shown, asked, first + k);
    }
    this.entropies = new double[horizon - first + 1];
    this.asked = new double[asked.size()][entropies.length];
    this.beliefs = new double[entropies.length][][];
  }

  private Step step(Labels shown, List<Labels> questions, int time) {
    int count = chain.count();
    int[] labels = new int[count];
    int[][] questionLabels = new int[questions.size()][count];
    int[] counts = new int[questions.size()];
    for (int s = 0; s < count; s++) {
      labels[s] = shown.label(s, time);
      for (int k = 0; k < counts.length; k++) {
        questionLabels[k][s] = questions.get(k).label(s, time);
      }
    }
    for (int k = 0; k < counts.length; k++) {
      counts[k] = (int) questions.get(k).count();
    }
    return new Step(
        new int[count][], new double[count][], labels, (int) shown.count(), questionLabels, counts);
  }

  private Step at(int time) {
    return steps[Math.min(time - first, steps.length - 1)];
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
    Step step = at(time);
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
        spread(step, s, time, law[s], next, masses);
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

  private void spread(
      Step step, int state, int time, double mass, double[][] next, double[] masses) {
    if (step.next()[state] == null) {
      States.Row row = chain.row(state, time);
      step.next()[state] = row.next();
      step.masses()[state] = row.masses();
    }
    int[] to = step.next()[state];
    double[] probabilities = step.masses()[state];
    for (int k = 0; k < to.length; k++) {
      double part = mass * probabilities[k];
      int label = step.labels()[to[k]];
      next[label][to[k]] += part;
      masses[label] += part;
    }
  }

  private void ask(Step step, double[] law, double mass, int depth) {
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
