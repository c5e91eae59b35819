package sit.numeric.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sit.limits.Limits;
import sit.numeric.tokens.DirectedFlow;

/**
 * Estimators from samples, each beside the least that any program for it has to do: {@code name}
 * and {@code namePlain}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class SampleBenchmark {
  private static final int POINTS = 100_000;
  private static final int LABELS = 1_000_000;
  private static final int SYMBOLS = 10_000;

  private Rows normal;
  private Rows discrete;
  private Column.Labels from;
  private Column.Labels to;

  private static final EntropySum INFORMATION =
      new EntropySum(
          List.of(
              new EntropySum.Part(1, Set.of(0)),
              new EntropySum.Part(1, Set.of(1)),
              new EntropySum.Part(-1, Set.of(0, 1))));

  /** Correlated normal points, labels of eight letters, and bits that follow each other. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = random.nextGaussian();
      y[i] = 0.6 * x[i] + 0.8 * random.nextGaussian();
    }
    normal = new Rows(List.of(new Column.Reals("x", x), new Column.Reals("y", y)), false);
    int[] u = random.ints(LABELS, 0, 8).toArray();
    int[] v = new int[LABELS];
    Arrays.setAll(v, i -> random.nextInt(4) == 0 ? random.nextInt(8) : u[i]);
    List<String> eight = List.of("0", "1", "2", "3", "4", "5", "6", "7");
    discrete =
        new Rows(
            List.of(new Column.Labels("u", u, eight), new Column.Labels("v", v, eight)), false);
    int[] a = random.ints(SYMBOLS, 0, 2).toArray();
    int[] b = new int[SYMBOLS];
    Arrays.setAll(b, i -> i == 0 || random.nextInt(10) == 0 ? 0 : a[i - 1]);
    from = new Column.Labels("a", a, List.of("0", "1"));
    to = new Column.Labels("b", b, List.of("0", "1"));
  }

  /** Kraskov's first estimator of 100,000 points, k = 4. */
  @Benchmark
  public double ksg() {
    return new NearestNeighbours(normal, 4, Limits.none())
        .first(INFORMATION.information().orElseThrow(), 0.95)
        .nats();
  }

  /** Both coordinates sorted, and three values of a table added for each point. */
  @Benchmark
  public double ksgPlain() {
    double[] x = normal.reals(0).clone();
    double[] y = normal.reals(1).clone();
    Arrays.sort(x);
    Arrays.sort(y);
    Digamma psi = new Digamma(POINTS);
    double sum = x[0] + y[0];
    for (int i = 1; i < POINTS; i++) {
      sum += psi.at(4) - psi.at(i) - psi.at(POINTS - i);
    }
    return sum / POINTS;
  }

  /** The plug-in information of a million pairs of labels. */
  @Benchmark
  public double plugIn() {
    return new DiscreteEstimator(discrete, INFORMATION, EntropyEstimator.PLUG_IN, Limits.none())
        .nats();
  }

  /** One increment of a table for each pair, and its 64 cells read. */
  @Benchmark
  public double plugInPlain() {
    int[] u = discrete.labels(0).codes();
    int[] v = discrete.labels(1).codes();
    int[] joint = new int[64];
    for (int i = 0; i < u.length; i++) {
      joint[8 * u[i] + v[i]]++;
    }
    double sum = 0;
    for (int count : joint) {
      sum += count == 0 ? 0 : count * Math.log(count);
    }
    return sum;
  }

  /** Directed information of 10,000 bits by context trees of depth 3, the fourth estimator. */
  @Benchmark
  public double flow() {
    return new DirectedFlow(from, to, 3, 0.5, false, Limits.none()).information(4, 0.95).nats();
  }

  /** For each symbol and depth one increment of a table and one logarithm. */
  @Benchmark
  public double flowPlain() {
    int[] a = from.codes();
    int[] b = to.codes();
    int[] counts = new int[1 << 8];
    double sum = 0;
    for (int i = 3; i < SYMBOLS; i++) {
      int context = 0;
      for (int d = 0; d <= 3; d++) {
        context = 4 * context + 2 * a[i - d] + b[i - d];
        sum += Math.log(++counts[context]);
      }
    }
    return sum;
  }
}
