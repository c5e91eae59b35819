package sit.numeric.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.numeric.Scalar;
import sit.numeric.process.ProcessLaw.Kernel;
import sit.numeric.process.ProcessLaw.Past;

/**
 * The processes as one Markov chain: a state is the last letters of every process, as many as its
 * kernels and the question look back at. A letter from before the beginning is numbered 0.
 */
final class States {
  private static final double MOST = 1 << 22;

  private final ProcessLaw law;
  private final int[] memory;
  private final int count;
  private final List<Map<Integer, Row>> rows = new ArrayList<>();

  /** The states that may follow a state, and their probabilities. */
  record Row(int[] next, double[] masses, Rational[] exact) {}

  /**
   * Chains the processes.
   *
   * @param depth how many of its last letters the question looks at, for each process
   */
  States(ProcessLaw law, int[] depth, Limits limits) {
    this.law = law;
    this.memory = new int[depth.length];
    double states = 1;
    for (int i = 0; i < memory.length; i++) {
      memory[i] = Math.max(depth[i], law.memory(i));
      states *= Math.pow(law.size(i), memory[i]);
    }
    if (states > Math.min(MOST, limits.maxCells())) {
      throw LimitReached.memory(
          "the past of " + String.join(", ", law.names()), states, limits.maxCells());
    }
    this.count = (int) states;
    for (int time = law.first(); time <= law.steady(); time++) {
      rows.add(new HashMap<>());
    }
  }

  int count() {
    return count;
  }

  ProcessLaw law() {
    return law;
  }

  /** The letter of a process some steps before the last one of the state. */
  int letter(int state, int process, int back) {
    int rest = state;
    for (int i = memory.length - 1; i > process; i--) {
      rest /= power(law.size(i), memory[i]);
    }
    return rest / power(law.size(process), back) % law.size(process);
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int k = 0; k < exponent; k++) {
      power *= base;
    }
    return power;
  }

  private int push(int state, int[] letters) {
    int next = 0;
    for (int i = 0; i < memory.length; i++) {
      int window = power(law.size(i), memory[i]);
      int old = 0;
      int rest = state;
      for (int j = memory.length - 1; j > i; j--) {
        rest /= power(law.size(j), memory[j]);
      }
      old = rest % window;
      next = next * window + (window == 1 ? 0 : (old * law.size(i) + letters[i]) % window);
    }
    return next;
  }

  /** What may follow a state when the letters of a time are drawn. */
  Row row(int state, int time) {
    int kind = Math.min(time, law.steady()) - law.first();
    return rows.get(kind).computeIfAbsent(state, s -> draw(s, time));
  }

  private Row draw(int state, int time) {
    Map<Integer, Rational> next = new java.util.TreeMap<>();
    draw(state, time, 0, new int[memory.length], Rational.ONE, next);
    int[] states = new int[next.size()];
    double[] masses = new double[states.length];
    Rational[] exact = new Rational[states.length];
    Rational total = Rational.ZERO;
    for (Rational mass : next.values()) {
      total = total.add(mass);
    }
    int place = 0;
    for (var entry : next.entrySet()) {
      states[place] = entry.getKey();
      exact[place] = entry.getValue().divide(total);
      masses[place] = Scalar.exact(exact[place]).value();
      place++;
    }
    return new Row(states, masses, exact);
  }

  private void draw(
      int state, int time, int place, int[] letters, Rational mass, Map<Integer, Rational> next) {
    if (place == law.order().length) {
      next.merge(push(state, letters), mass, Rational::add);
      return;
    }
    int process = law.order()[place];
    if (time < law.first(process)) {
      draw(state, time, place + 1, letters, mass, next);
      return;
    }
    Kernel kernel = law.kernel(process, time);
    int row = 0;
    for (Past past : kernel.parents()) {
      int letter =
          past.lag() == 0 ? letters[past.process()] : letter(state, past.process(), past.lag() - 1);
      row = row * law.size(past.process()) + letter;
    }
    for (int letter = 0; letter < law.size(process); letter++) {
      Rational p = ProcessLaw.exactly(kernel.rows(), row * law.size(process) + letter);
      if (!p.isZero()) {
        letters[process] = letter;
        draw(state, time, place + 1, letters, mass.multiply(p), next);
      }
    }
    letters[process] = 0;
  }
}
