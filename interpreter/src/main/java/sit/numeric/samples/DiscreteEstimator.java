package sit.numeric.samples;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.numeric.CompensatedSum;

/** Estimates sums of entropies of finite laws from counts of joint outcomes. */
public final class DiscreteEstimator {
  private final Rows rows;
  private final EntropySum sum;
  private final EntropyEstimator estimator;
  private final Limits limits;
  private final int[] columns;

  /**
   * An estimator of a sum.
   *
   * @param rows of which every column the sum asks for is discrete
   */
  public DiscreteEstimator(Rows rows, EntropySum sum, EntropyEstimator estimator, Limits limits) {
    this.rows = rows;
    this.sum = sum;
    this.estimator = estimator;
    this.limits = limits;
    TreeSet<Integer> all = new TreeSet<>();
    sum.parts().forEach(part -> all.addAll(part.columns()));
    this.columns = all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The cells of each part of the sum, those of all its columns in the last place. */
  private Cells[] cells() {
    int parts = sum.parts().size();
    Cells[] cells = new Cells[parts + 1];
    cells[parts] = Cells.of(rows, columns, limits);
    for (int i = 0; i < parts; i++) {
      int[] own = sum.parts().get(i).places();
      cells[i] = own.length == columns.length ? cells[parts] : Cells.of(rows, own, limits);
    }
    return cells;
  }

  /** The estimate alone, in nats. */
  public double nats() {
    Optional<JointCounts> table = JointCounts.of(rows, columns, limits);
    if (table.isEmpty()) {
      return nats(cells());
    }
    CompensatedSum total = new CompensatedSum();
    for (EntropySum.Part part : sum.parts()) {
      int[] counts = table.get().of(part.places());
      total.add(part.times() * estimator.nats(counts, counts.length, limits));
    }
    return total.value();
  }

  private double nats(Cells[] cells) {
    CompensatedSum total = new CompensatedSum();
    for (int i = 0; i < sum.parts().size(); i++) {
      int[] counts = cells[i].counts();
      total.add(sum.parts().get(i).times() * estimator.nats(counts, cells[i].possible(), limits));
    }
    return total.value();
  }

  /** The estimate with the interval of the central limit theorem for its local values. */
  public Estimate asymptotic(double level) {
    double[] local = local();
    double margin = Spread.ofMean(local, rows.sequential(), level);
    boolean exact = estimator == EntropyEstimator.PLUG_IN;
    return new Estimate(nats(), margin, rows.size(), exact ? Optional.of(local) : Optional.empty());
  }

  /**
   * The estimate with an interval from the standard error of estimates on resampled rows; rows that
   * follow each other are resampled in blocks of the length of the third root of their number.
   */
  public Estimate bootstrap(int resamples, double level, Seed seed) {
    double[] values = new double[resamples];
    int block = rows.sequential() ? Math.max(1, (int) Math.round(Math.cbrt(rows.size()))) : 1;
    Cells[] cells = cells();
    Cells finest = cells[cells.length - 1];
    int[][] coarser = new int[sum.parts().size()][];
    for (int i = 0; i < coarser.length; i++) {
      coarser[i] = cells[i].coarser(finest);
    }
    IntStream.range(0, resamples)
        .parallel()
        .forEach(r -> values[r] = resampled(Generators.of(seed, r), block, cells, coarser));
    double margin = Spread.ofEstimate(Spread.deviation(values), level);
    boolean local = estimator == EntropyEstimator.PLUG_IN;
    return new Estimate(
        nats(), margin, rows.size(), local ? Optional.of(local()) : Optional.empty());
  }

  private double resampled(
      UniformRandomProvider random, int block, Cells[] cells, int[][] coarser) {
    limits.check();
    Cells finest = cells[cells.length - 1];
    int[] ofRow = finest.ofRow();
    int[] counts = new int[finest.count()];
    int n = ofRow.length;
    for (int drawn = 0; drawn < n; ) {
      int at = random.nextInt(n);
      for (int i = 0; i < block && drawn < n; i++, drawn++) {
        counts[ofRow[at]]++;
        at = at + 1 == n ? 0 : at + 1;
      }
    }
    double total = 0;
    for (int i = 0; i < coarser.length; i++) {
      int[] own = new int[cells[i].count()];
      for (int cell = 0; cell < counts.length; cell++) {
        own[coarser[i][cell]] += counts[cell];
      }
      total += sum.parts().get(i).times() * estimator.nats(own, cells[i].possible(), limits);
    }
    return total;
  }

  /** For each row what it contributes to the plug-in value: the sum of -ln of its frequencies. */
  public double[] local() {
    Cells[] cells = cells();
    double[] local = new double[rows.size()];
    for (int i = 0; i < sum.parts().size(); i++) {
      int[] counts = cells[i].counts();
      double[] surprise = new double[counts.length];
      double times = sum.parts().get(i).times();
      Arrays.setAll(surprise, c -> times * Math.log((double) rows.size() / counts[c]));
      int[] ofRow = cells[i].ofRow();
      for (int row = 0; row < local.length; row++) {
        local[row] += surprise[ofRow[row]];
      }
    }
    return local;
  }
}
