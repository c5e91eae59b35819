package sit.numeric;

import java.util.Collection;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints the time of every measure as a fraction of the plain loop's, below 1 being faster:
 *
 * <pre>mvn -q -P bench -pl interpreter -am test</pre>
 *
 * <p>Only the ratios mean anything; the times are this machine's. Takes less than a minute.
 */
public final class Ratios {
  private static final String PLAIN = "Plain";

  private Ratios() {}

  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(EntropyBenchmark.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    TreeMap<String, Double> times = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      times.put(
          result.getParams().getParam("bits") + " " + name, result.getPrimaryResult().getScore());
    }
    System.out.printf("%-20s %6s %14s %14s %8s%n", "measure", "cells", "ns", "plain ns", "ratio");
    for (String key : times.keySet()) {
      Double plain = times.get(key + PLAIN);
      if (plain != null) {
        String[] parts = key.split(" ", 2);
        double time = times.get(key);
        System.out.printf(
            "%-20s %6s %14.0f %14.0f %8.2f%n",
            parts[1], "2^" + parts[0], time, plain, time / plain);
      }
    }
  }
}
