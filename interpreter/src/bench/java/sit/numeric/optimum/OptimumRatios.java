package sit.numeric.optimum;

import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints the time of optima as multiples of one evaluation of what is optimised; half a minute. */
public final class OptimumRatios {
  private static final String PLAIN = "Plain";

  private OptimumRatios() {}

  public static void main(String[] arguments) throws RunnerException {
    TreeMap<String, Double> times = new TreeMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(OptimumBenchmark.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      times.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    System.out.printf("%-20s %14s %14s %8s%n", "optimum, gap 1e-9", "ms", "plain ms", "ratio");
    times.forEach(
        (name, time) -> {
          Double plain = times.get(name + PLAIN);
          if (plain != null) {
            System.out.printf(
                "%-20s %14.1f %14.3f %8.0f%n", name, time / 1000, plain / 1000, time / plain);
          }
        });
  }
}
