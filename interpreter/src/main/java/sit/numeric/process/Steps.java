package sit.numeric.process;

import java.util.List;

/** The kernels of a chain at each time as arrays; rows are drawn when they are first needed. */
final class Steps {
  private final States chain;
  private final int first;
  private final Step[] steps;

  /**
   * One time's kernel.
   *
   * @param labels of each state, as it is seen
   * @param count how many of them there are
   * @param asked labels of each state, for each question
   */
  record Step(
      int[][] next, double[][] masses, int[] labels, int count, int[][] asked, int[] counts) {}

  Steps(States chain, Labels shown, List<Labels> questions, int horizon) {
    this.chain = chain;
    this.first = chain.law().first();
    int last = Math.min(steady(chain, shown, questions), horizon);
    this.steps = new Step[Math.max(1, last - first + 1)];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = step(shown, questions, first + k);
    }
  }

  /** From this time on all times are alike. */
  static int steady(States chain, Labels shown, List<Labels> questions) {
    int steady = Math.max(chain.law().steady(), shown.steady());
    for (Labels labels : questions) {
      steady = Math.max(steady, labels.steady());
    }
    return steady;
  }

  private Step step(Labels shown, List<Labels> questions, int time) {
    int count = chain.count();
    int[] labels = new int[count];
    int[][] asked = new int[questions.size()][count];
    int[] counts = new int[asked.length];
    for (int s = 0; s < count; s++) {
      labels[s] = shown.label(s, time);
      for (int k = 0; k < counts.length; k++) {
        asked[k][s] = questions.get(k).label(s, time);
      }
    }
    for (int k = 0; k < counts.length; k++) {
      counts[k] = (int) questions.get(k).count();
    }
    return new Step(
        new int[count][], new double[count][], labels, (int) shown.count(), asked, counts);
  }

  int states() {
    return chain.count();
  }

  Step at(int time) {
    return steps[Math.min(time - first, steps.length - 1)];
  }

  /** Adds to laws of the next state, apart by what is seen of it, what one state passes on. */
  void spread(Step step, int state, int time, double mass, double[][] next, double[] masses) {
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
}
