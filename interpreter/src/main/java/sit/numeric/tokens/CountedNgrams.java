package sit.numeric.tokens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.numeric.samples.Column;

/** Counted n-grams as sequences: what an estimator makes of these depends on the counts alone. */
public final class CountedNgrams {
  private CountedNgrams() {}

  /** Each n-gram, told as in {@link NgramCounts}, as often as it was counted. */
  public static Column.Labels column(Map<String, Long> counts, String name, Limits limits) {
    long total = 0;
    int order = 1;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      order = NgramCounts.tokens(entry.getKey()).size();
      total += entry.getValue();
    }
    if ((double) total * order > Math.min(2.0 * limits.maxCells(), 1 << 30)) {
      throw LimitReached.memory(
          total + " counted " + order + "-grams", total * order / 2.0, limits.maxCells());
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] codes = new int[(int) total * order];
    int[] starts = new int[(int) total];
    int at = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      limits.check();
      List<Integer> gram = new ArrayList<>();
      for (String token : NgramCounts.tokens(entry.getKey())) {
        gram.add(numbers.computeIfAbsent(token, key -> numbers.size()));
      }
      for (long i = 0; i < entry.getValue(); i++) {
        starts[at / order] = at;
        for (int code : gram) {
          codes[at++] = code;
        }
      }
    }
    return new Column.Labels(name, codes, List.copyOf(numbers.keySet()), starts);
  }
}
