package sit.numeric;

import java.util.ArrayList;
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

/**
 * Measures of a joint law of bits, each beside the loop that a careful person would write for it:
 * {@code name} and {@code namePlain} compute the same number.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class EntropyBenchmark {
  private static final double LN2 = Math.log(2);

  /** The number of bits; the table has {@code 2^bits} cells. */
  @Param({"10", "16", "20"})
  public int bits;

  private double[] cells;
  private Joint joint;
  private List<String> first;
  private List<String> second;

  /** A random law without zeros. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(bits);
    cells = new double[1 << bits];
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = random.nextDouble(0.01, 1);
      sum += cells[i];
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] /= sum;
    }
    List<String> names = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < bits; i++) {
      names.add("X" + i);
      sizes.add(2);
    }
    joint = Joint.of(names, sizes, Masses.approximate(cells));
    first = names.subList(0, bits / 2);
    second = names.subList(bits / 2, bits);
  }

  @Benchmark
  public double entropy() {
    return joint.entropy().bits().value();
  }

  @Benchmark
  public double entropyPlain() {
    return plainEntropy(cells);
  }

  private static double plainEntropy(double[] p) {
    double sum = 0;
    for (double mass : p) {
      if (mass > 0) {
        sum -= mass * Math.log(mass);
      }
    }
    return sum / LN2;
  }

  /** The mutual information of the first half of the bits and the second. */
  @Benchmark
  public double information() {
    Bounded x = joint.entropy(first).bits();
    Bounded y = joint.entropy(second).bits();
    return x.plus(y).minus(joint.entropy().bits()).value();
  }

  @Benchmark
  public double informationPlain() {
    int columns = 1 << (bits - bits / 2);
    double[] x = new double[1 << (bits / 2)];
    double[] y = new double[columns];
    for (int i = 0; i < cells.length; i++) {
      x[i / columns] += cells[i];
      y[i % columns] += cells[i];
    }
    return plainEntropy(x) + plainEntropy(y) - plainEntropy(cells);
  }

  /** The total correlation of all the bits. */
  @Benchmark
  public double totalCorrelation() {
    Bounded sum = Bounded.ZERO;
    for (Joint single : joint.singles()) {
      sum = sum.plus(single.entropy().bits());
    }
    return sum.minus(joint.entropy().bits()).value();
  }

  @Benchmark
  public double totalCorrelationPlain() {
    double sum = 0;
    for (int bit = 0; bit < bits; bit++) {
      double[] single = new double[2];
      for (int i = 0; i < cells.length; i++) {
        single[(i >> bit) & 1] += cells[i];
      }
      sum += plainEntropy(single);
    }
    return sum - plainEntropy(cells);
  }
}
