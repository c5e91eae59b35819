package sit.numeric.samples;

import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints the time of every estimator as a multiple of the least work that it could be. */
public final class SampleRatios {
  private static final String PLAIN = "Plain";

  private SampleRatios() {}

  public static void main(String[] arguments) throws RunnerException {
    TreeMap<String, Double> times = new TreeMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(SampleBenchmark.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      times.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    System.out.printf("%-20s %14s %14s %8s%n", "estimator", "us", "plain us", "ratio");
    times.forEach(
        (name, time) -> {
          Double plain = times.get(name + PLAIN);
          if (plain != null) {
            System.out.printf(
                "%-20s %14.0f %14.0f %8.1f%n", name, time / 1000, plain / 1000, time / plain);
          }
        });
  }
}
