package sit.numeric.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sit.limits.Limits;
import sit.numeric.Log2;

/**
 * The law of the state given the letters of a sequence that a pattern shows, carried forward one
 * time after the other, and how surprising the letters are.
 */
final class Filter {
  private final States chain;
  private final List<Letter> shown;
  private final List<Letter> asked;
  private double[] belief;
  private double seen;
  private double wanted;

  Filter(ProcessLaw law, Pattern pattern, List<Letter> asked, Limits limits) {
    this.chain = new States(law, PrefixEntropies.depths(law, pattern, List.of(asked)), limits);
    this.shown = shown(law, pattern);
    this.asked = List.copyOf(asked);
    this.belief = new double[chain.count()];
    belief[0] = 1;
  }

  private Filter(Filter other) {
    this.chain = other.chain;
    this.shown = other.shown;
    this.asked = other.asked;
    this.belief = other.belief;
  }

  /** The same law of the state, to be carried forward along other letters. */
  Filter copy() {
    return new Filter(this);
  }

  private static List<Letter> shown(ProcessLaw law, Pattern pattern) {
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i < law.count(); i++) {
      if (pattern.sees(i)) {
        letters.add(new Letter(i, pattern.delay(i), true));
      }
    }
    return letters;
  }

  /** {@code -log2} of the probability of what was shown last, given what was shown before. */
  double seen() {
    return seen;
  }

  /** {@code -log2} of the probability of the letters asked for, given all that was shown. */
  double asked() {
    return wanted;
  }

  /**
   * Draws the letters of a time.
   *
   * @param sequence for each process its letters from time 1 on; that of a hidden one may be empty
   * @return false if the letters that are shown are impossible
   */
  boolean step(int time, int[][] sequence) {
    double[] next = new double[belief.length];
    double total = 0;
    for (int state = 0; state < belief.length; state++) {
      if (belief[state] == 0) {
        continue;
      }
      States.Row row = chain.row(state, time);
      for (int k = 0; k < row.next().length; k++) {
        int to = row.next()[k];
        if (agrees(to, shown, time, sequence)) {
          double mass = belief[state] * row.masses()[k];
          next[to] += mass;
          total += mass;
        }
      }
    }
    if (total == 0) {
      seen = Double.POSITIVE_INFINITY;
      wanted = Double.POSITIVE_INFINITY;
      Arrays.fill(next, 0);
      belief = next;
      return false;
    }
    double together = 0;
    for (int state = 0; state < next.length; state++) {
      if (next[state] > 0) {
        next[state] /= total;
        together += agrees(state, asked, time, sequence) ? next[state] : 0;
      }
    }
    seen = bits(total);
    wanted = asked.isEmpty() ? 0 : bits(together);
    belief = next;
    return true;
  }

  private static double bits(double mass) {
    return mass == 0 ? Double.POSITIVE_INFINITY : -Log2.log2(Math.min(1, mass));
  }

  private boolean agrees(int state, List<Letter> letters, int time, int[][] sequence) {
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
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
