package sit.numeric.process;

import java.util.List;
import java.util.SplittableRandom;
import sit.limits.Limits;
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
    Filter filter = new Filter(law, pattern, asked, limits);
    double[] found = new double[n];
    for (int time = law.first(); time <= n; time++) {
      if ((time & 0xff) == 0) {
        limits.check();
      }
      if (!filter.step(time, sequence)) {
        java.util.Arrays.fill(found, Math.max(0, time - 1), n, Double.POSITIVE_INFINITY);
        return found;
      }
      if (time >= 1) {
        found[time - 1] = filter.asked();
      }
    }
    return found;
  }
}
