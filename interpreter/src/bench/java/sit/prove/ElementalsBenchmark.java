package sit.prove;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sit.limits.Limits;

/** One look at every elemental inequality at one point: what proofs are measured against. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ElementalsBenchmark {
  /** How many variables. */
  @Param({"8", "10", "12", "14"})
  public int variables;

  private List<Pair> elementals;
  private double[] point;

  /** Draws the point. */
  @Setup
  public void draw() {
    elementals = Families.elementals(variables, Limits.none());
    point = new SplittableRandom(variables).doubles(1L << variables).toArray();
    point[0] = 0;
  }

  /** The least value of an elemental at the point. */
  @Benchmark
  public double plain() {
    double least = 0;
    for (Pair pair : elementals) {
      int a = (int) pair.left();
      int b = (int) pair.right();
      double value =
          pair.isNested() ? point[b] - point[a] : point[a] + point[b] - point[a | b] - point[a & b];
      least = Math.min(least, value);
    }
    return least;
  }
}
