package sit.numeric.process;

import java.util.Arrays;
import java.util.List;

/**
 * What is seen at each time t of some processes: prefixes that end some steps before t.
 *
 * @param delays for each process how many steps before t its prefix ends, or {@link #HIDDEN}
 */
public record Pattern(List<Integer> delays) {
  /** The delay of a process that is not seen. */
  public static final int HIDDEN = -1;

  public Pattern {
    delays = List.copyOf(delays);
  }

  /** A pattern that sees nothing of any process. */
  public static Pattern hidden(int processes) {
    Integer[] delays = new Integer[processes];
    Arrays.fill(delays, HIDDEN);
    return new Pattern(List.of(delays));
  }

  int delay(int process) {
    return delays.get(process);
  }

  boolean sees(int process) {
    return delay(process) != HIDDEN;
  }

  /** The longest delay. */
  int longest() {
    int longest = 0;
    for (int delay : delays) {
      longest = Math.max(longest, delay);
    }
    return longest;
  }
}
