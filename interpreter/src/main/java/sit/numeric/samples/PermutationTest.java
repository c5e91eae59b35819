package sit.numeric.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import sit.limits.Limits;
import sit.limits.Seed;

/**
 * How likely an information at least as large as the one observed is if there is none: the samples
 * of one side are exchanged, within the rows that agree in what is given.
 *
 * <p>Rows that follow each other are not exchanged but shifted around a circle, which keeps what
 * one side remembers of itself.
 */
public final class PermutationTest {
  private final Rows rows;
  private final EntropySum.Information of;
  private final ToDoubleFunction<Rows> statistic;
  private final Limits limits;

  /** A test of an information by a statistic that estimates it. */
  public PermutationTest(
      Rows rows, EntropySum.Information of, ToDoubleFunction<Rows> statistic, Limits limits) {
    this.rows = rows;
    this.of = of;
    this.statistic = statistic;
    this.limits = limits;
  }

  /**
   * What was observed, and how often the statistic was at least as large by chance.
   *
   * @param value (1 + exceeding)/(1 + permutations), which is a valid p-value (Phipson & Smyth
   *     2010)
   */
  public record Outcome(double observed, int exceeding, int permutations, double value) {}

  /** The test; of rows that follow each other there are no more shifts than rows. */
  public Outcome run(int asked, Seed seed) {
    int permutations = rows.sequential() ? Math.min(asked, rows.size() - 1) : asked;
    boolean every = permutations == rows.size() - 1;
    double observed = statistic.applyAsDouble(rows);
    List<int[]> strata = strata();
    double[] chance = new double[permutations];
    IntStream.range(0, permutations)
        .parallel()
        .forEach(
            r -> {
              limits.check();
              int[] places =
                  rows.sequential() && every
                      ? shifted(r + 1)
                      : places(Generators.of(seed, r), strata);
              chance[r] = statistic.applyAsDouble(rows.with(of.a(), places));
            });
    double slack = 1e-12 * Math.max(1, Math.abs(observed));
    int exceeding = (int) Arrays.stream(chance).filter(c -> c >= observed - slack).count();
    return new Outcome(observed, exceeding, permutations, (1.0 + exceeding) / (1.0 + permutations));
  }

  /** The rows that agree in what is given, group by group. */
  private List<int[]> strata() {
    if (rows.sequential()) {
      return List.of();
    }
    if (of.given().length == 0) {
      return List.of(IntStream.range(0, rows.size()).toArray());
    }
    Cells cells = Cells.of(rows, of.given(), limits);
    List<IntStream.Builder> groups = new ArrayList<>();
    for (int i = 0; i < cells.count(); i++) {
      groups.add(IntStream.builder());
    }
    for (int row = 0; row < rows.size(); row++) {
      groups.get(cells.ofRow()[row]).add(row);
    }
    List<int[]> strata = new ArrayList<>();
    groups.forEach(group -> strata.add(group.build().toArray()));
    return strata;
  }

  private int[] places(UniformRandomProvider random, List<int[]> strata) {
    int n = rows.size();
    int[] places = new int[n];
    if (rows.sequential()) {
      return shifted(1 + random.nextInt(n - 1));
    }
    for (int[] group : strata) {
      int[] shuffled = group.clone();
      PermutationSampler.shuffle(random, shuffled);
      for (int i = 0; i < group.length; i++) {
        places[group[i]] = shuffled[i];
      }
    }
    return places;
  }

  private int[] shifted(int shift) {
    int n = rows.size();
    int[] places = new int[n];
    Arrays.setAll(places, i -> (i + shift) % n);
    return places;
  }
}
