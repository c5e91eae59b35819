package sit.prove;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import sit.check.Verdict;

/**
 * Prints how long proofs take as multiples of a plain reference, which takes two or three minutes;
 * with {@code -Dsit.reach=true} instead how far each family is decided within a minute.
 */
public final class ProofRatios {
  private static final double SECONDS = 60;
  private static final int[] SIZES = {14, 16, 24, 40, 60};

  private ProofRatios() {}

  public static void main(String[] arguments) throws RunnerException {
    if (Boolean.getBoolean("sit.reach")) {
      reach();
    } else {
      ratios();
    }
  }

  private static void reach() {
    System.out.printf("%-26s %9s %12s   %s%n", "family", "variables", "ms", "largest in a minute");
    for (ClaimFamily family : ClaimFamily.values()) {
      System.out.println(reach(family));
    }
  }

  private static void ratios() throws RunnerException {
    System.out.printf(
        "%-26s %9s %12s %12s %12s%n", "claims", "variables", "ms", "plain ms", "ratio");
    Map<String, Double> plain =
        times(new OptionsBuilder().include(ElementalsBenchmark.class.getName()), "variables");
    Map<String, Double> proofs =
        times(new OptionsBuilder().include(ProofBenchmark.class.getName()), "variables", "family");
    proofs.forEach(
        (key, time) -> {
          String[] names = key.split(" ");
          print(names[1], names[0], time, plain.get(names[0]));
        });
    String text = "massey.sit";
    Map<String, Double> read =
        times(
            new OptionsBuilder()
                .include(EveryHorizonBenchmark.class.getName() + ".plain")
                .param("example", text),
            "example");
    times(
            new OptionsBuilder()
                .include(EveryHorizonBenchmark.class.getName() + ".decide")
                .param("example", EveryHorizonBenchmark.examples().toArray(new String[0])),
            "example")
        .forEach((key, time) -> print(key, "every n", time, read.get(text)));
  }

  private static void print(String name, String size, double time, double plain) {
    System.out.printf("%-26s %9s %12.2f %12.4f %12.0f%n", name, size, time, plain, time / plain);
  }

  /** What each run took, by the values of its parameters. */
  private static Map<String, Double> times(ChainedOptionsBuilder options, String... parameters)
      throws RunnerException {
    Collection<RunResult> results = new Runner(options.verbosity(VerboseMode.SILENT).build()).run();
    Map<String, Double> times = new TreeMap<>();
    for (RunResult result : results) {
      StringBuilder key = new StringBuilder();
      for (String parameter : parameters) {
        key.append(key.isEmpty() ? "" : " ").append(result.getParams().getParam(parameter));
      }
      times.put(key.toString(), result.getPrimaryResult().getScore());
    }
    return times;
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
