package sit.numeric.process;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sit.limits.Limits;
import sit.numeric.Log2;
import sit.numeric.process.ProcessLaw.Past;

/**
 * Letters drawn from processes, and how surprising the letters of a sequence are given prefixes of
 * it: what the information density of a sequence is made of.
 */
public final class Trajectory {
  private final ProcessLaw law;

  public Trajectory(ProcessLaw law) {
    this.law = law;
  }

  /**
   * Draws a sequence.
   *
   * @return for each process its letters at the times 1 to n
   */
  public int[][] draw(int n, SplittableRandom random, Limits limits) {
    int first = law.first();
    int[][] letters = new int[law.count()][n - first + 1];
    for (int time = first; time <= n; time++) {
      if ((time & 0xfff) == 0) {
        limits.check();
      }
      for (int process : law.order()) {
        if (time >= law.first(process)) {
          letters[process][time - first] = draw(process, time, letters, random);
        }
      }
    }
    int[][] prefix = new int[law.count()][];
    for (int i = 0; i < prefix.length; i++) {
      prefix[i] = java.util.Arrays.copyOfRange(letters[i], 1 - first, n - first + 1);
    }
    return prefix;
  }

  private int draw(int process, int time, int[][] letters, SplittableRandom random) {
    ProcessLaw.Kernel kernel = law.kernel(process, time);
    int row = 0;
    for (Past past : kernel.parents()) {
      int letter = letters[past.process()][time - past.lag() - law.first()];
      row = row * law.size(past.process()) + letter;
    }
    double left = random.nextDouble();
    int size = law.size(process);
    int letter = 0;
    int possible = 0;
    for (; letter < size; letter++) {
      double p = kernel.rows().value(row * size + letter);
      possible = p > 0 ? letter : possible;
      left -= p;
      if (left < 0) {
        return letter;
      }
    }
    return possible; // rounding: the masses added up to a little less than one
  }

  /**
   * {@code -log2 p(letters at t | prefixes)} for each t, along a sequence.
   *
   * @param pattern the prefixes that are known at each time
   * @param asked the letters whose probability counts
   * @param sequence for each process its letters from time 1 on; that of a hidden one may be empty
   * @return infinite from the time on at which the sequence became impossible
   */
  public double[] surprisals(
      Pattern pattern, List<Letter> asked, int[][] sequence, int n, Limits limits) {
    States chain = new States(law, PrefixEntropies.depths(law, pattern, List.of(asked)), limits);
    double[] found = new double[n];
    List<Letter> seen = shown(pattern);
    TreeMap<Integer, Double> belief = new TreeMap<>();
    belief.put(0, 1.0);
    for (int time = law.first(); time <= n; time++) {
      if ((time & 0xff) == 0) {
        limits.check();
      }
      TreeMap<Integer, Double> next = new TreeMap<>();
      for (var entry : belief.entrySet()) {
        States.Row row = chain.row(entry.getKey(), time);
        for (int k = 0; k < row.next().length; k++) {
          if (agrees(chain, row.next()[k], seen, time, sequence)) {
            next.merge(row.next()[k], entry.getValue() * row.masses()[k], Double::sum);
          }
        }
      }
      double total = 0;
      for (double mass : next.values()) {
        total += mass;
      }
      if (total == 0) {
        java.util.Arrays.fill(found, Math.max(0, time - 1), n, Double.POSITIVE_INFINITY);
        return found;
      }
      double together = 0;
      for (var entry : next.entrySet()) {
        entry.setValue(entry.getValue() / total);
        together += agrees(chain, entry.getKey(), asked, time, sequence) ? entry.getValue() : 0;
      }
      if (time >= 1) {
        found[time - 1] =
            together == 0 ? Double.POSITIVE_INFINITY : -Log2.log2(Math.min(1, together));
      }
      belief = next;
    }
    return found;
  }

  private List<Letter> shown(Pattern pattern) {
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i < law.count(); i++) {
      if (pattern.sees(i)) {
        letters.add(new Letter(i, pattern.delay(i), true));
      }
    }
    return letters;
  }

  private static boolean agrees(
      States chain, int state, List<Letter> letters, int time, int[][] sequence) {
    for (Letter letter : letters) {
      int at = time - letter.lag();
      if (at >= 1
          && chain.letter(state, letter.process(), letter.lag())
              != sequence[letter.process()][at - 1]) {
        return false;
      }
    }
    return true;
  }
}
