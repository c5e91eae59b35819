package sit.numeric.optimum;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import sit.numeric.Capacity;
import sit.numeric.Channel;
import sit.numeric.Masses;

/**
 * Optima between bounds at most 1e-9 apart, each beside the loop that evaluates their information
 * at one law: {@code namePlain} is the least that one step of any algorithm has to do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class OptimumBenchmark {
  private static final double GAP = 1e-9;
  private static final int LETTERS = 256;
  private static final int SYMBOLS = 512;
  private static final double DISTORTION = 10;

  private double[][] rows;
  private Channel channel;
  private double[] input;
  private double[][] kernel;

  /** A random channel, and a uniform source that is told by a law of its distance. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    rows = new double[LETTERS][LETTERS];
    double[] cells = new double[LETTERS * LETTERS];
    for (int x = 0; x < LETTERS; x++) {
      for (int y = 0; y < LETTERS; y++) {
        rows[x][y] = -Math.log(1 - random.nextDouble());
      }
      double sum = Arrays.stream(rows[x]).sum();
      for (int y = 0; y < LETTERS; y++) {
        rows[x][y] /= sum;
        cells[x * LETTERS + y] = rows[x][y];
      }
    }
    channel = Channel.of(Masses.approximate(cells), LETTERS);
    input = uniform(LETTERS);
    kernel = new double[SYMBOLS][SYMBOLS];
    for (int x = 0; x < SYMBOLS; x++) {
      for (int y = 0; y < SYMBOLS; y++) {
        kernel[x][y] = Math.exp(-Math.abs(x - y) / DISTORTION);
      }
      double sum = Arrays.stream(kernel[x]).sum();
      for (int y = 0; y < SYMBOLS; y++) {
        kernel[x][y] /= sum;
      }
    }
  }

  private static double[] uniform(int size) {
    double[] law = new double[size];
    Arrays.fill(law, 1.0 / size);
    return law;
  }

  /** The capacity of a random channel of 256 inputs and as many outputs. */
  @Benchmark
  public double capacity() {
    Capacity found = channel.capacity(GAP, Limits.none());
    return certified(found.lower(), found.upper());
  }

  @Benchmark
  public double capacityPlain() {
    return information(input, rows);
  }

  /** The rate-distortion function of 512 equally likely symbols under the distortion |i - j|. */
  @Benchmark
  public double rateDistortion() {
    int cells = SYMBOLS * SYMBOLS;
    double[] law = uniform(cells);
    double[] distance = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      distance[cell] = Math.abs(cell / SYMBOLS - cell % SYMBOLS);
    }
    List<Integer> both = List.of(0, 1);
    Problem problem =
        new Problem(
            List.of(SYMBOLS, SYMBOLS), law, 0x1p-53, List.of(new Choice(List.of(1), List.of(0))));
    problem.entropies(Map.of(List.of(0), 1.0, List.of(1), 1.0, both, -1.0));
    List<Problem.Cost> costs = List.of(new Problem.Cost(distance, both));
    problem.bound(Map.of(), costs, DISTORTION, false);
    Solution found = problem.solve(GAP, Limits.none());
    return certified(found.lower(), found.upper());
  }

  @Benchmark
  public double rateDistortionPlain() {
    return information(uniform(SYMBOLS), kernel);
  }

  private static double certified(double lower, double upper) {
    if (!(upper - lower <= GAP)) {
      throw new IllegalStateException("bounds " + lower + " and " + upper);
    }
    return lower;
  }

  private static double information(double[] p, double[][] w) {
    double[] q = new double[w[0].length];
    for (int x = 0; x < p.length; x++) {
      for (int y = 0; y < q.length; y++) {
        q[y] += p[x] * w[x][y];
      }
    }
    double sum = 0;
    for (int x = 0; x < p.length; x++) {
      for (int y = 0; y < q.length; y++) {
        sum += p[x] * w[x][y] * Math.log(w[x][y] / q[y]);
      }
    }
    return sum / Math.log(2);
  }
}
