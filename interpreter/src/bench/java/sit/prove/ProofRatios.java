package sit.prove;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import sit.check.Verdict;

/**
 * Prints how long proofs take as multiples of a plain reference, and how far each family is decided
 * within a minute. Takes about ten minutes.
 */
public final class ProofRatios {
  private static final double SECONDS = 60;
  private static final int[] SIZES = {8, 10, 12, 14, 16, 20, 24, 32, 40, 48, 60};

  private ProofRatios() {}

  public static void main(String[] arguments) throws RunnerException {
    System.out.printf(
        "%-26s %9s %12s %12s %12s%n", "claims", "variables", "ms", "plain ms", "ratio");
    print(new OptionsBuilder().include(ProofBenchmark.class.getName()));
    print(
        new OptionsBuilder()
            .include(EveryHorizonBenchmark.class.getName())
            .param("example", EveryHorizonBenchmark.examples().toArray(new String[0])));
    System.out.printf(
        "%n%-26s %9s %12s   %s%n", "family", "variables", "ms", "largest in a minute");
    for (ClaimFamily family : ClaimFamily.values()) {
      System.out.println(reach(family));
    }
  }

  private static void print(org.openjdk.jmh.runner.options.ChainedOptionsBuilder options)
      throws RunnerException {
    Collection<RunResult> results = new Runner(options.verbosity(VerboseMode.SILENT).build()).run();
    Map<String, Double> times = new TreeMap<>();
    for (RunResult result : results) {
      String family = result.getParams().getParam("family");
      String row =
          family == null
              ? String.format("%-26s %9s", result.getParams().getParam("example"), "every n")
              : String.format("%-26s %9s", family, result.getParams().getParam("variables"));
      times.put(
          row + "|" + result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    times.forEach(
        (key, time) -> {
          String row = key.substring(0, key.indexOf('|'));
          Double plain = times.get(row + "|plain");
          if (key.endsWith("|decide") && plain != null) {
            System.out.printf("%s %12.2f %12.4f %12.0f%n", row, time, plain, time / plain);
          }
        });
  }

  private static String reach(ClaimFamily family) {
    String last = String.format("%-26s %9s", family, "none");
    for (int variables : SIZES) {
      if (variables > 16 && family.growsExponentially) {
        break;
      }
      long start = System.nanoTime();
      Verdict verdict = ProofBenchmark.decide(family.at(variables), SECONDS);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      boolean right =
          family.holds ? verdict instanceof Verdict.Proved : verdict instanceof Verdict.Refuted;
      if (!right || milliseconds > SECONDS * 1000) {
        break;
      }
      last =
          String.format(
              "%-26s %9d %12.1f   %s",
              family, variables, milliseconds, family.holds ? "proved" : "refuted");
    }
    return last;
  }
}
