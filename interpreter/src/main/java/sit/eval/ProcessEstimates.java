package sit.eval;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import sit.limits.Seed;
import sit.numeric.process.Flow;
import sit.numeric.process.Trajectory;
import sit.numeric.samples.Spread;
import sit.typed.TypedExpr;
import sit.value.Evidence;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Measures of processes with laws by sampling: a rate along one long sequence (Arnold and Loeliger
 * 2001), a measure at a horizon as the mean over many short ones.
 */
final class ProcessEstimates {
  private static final int LONGEST = 1 << 24;

  private final Evaluator evaluator;

  ProcessEstimates(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The estimate; empty where it is one from samples that were read. */
  Optional<Value> value(TypedExpr.Apply apply, Locals locals) {
    TypedExpr length = apply.options().get("length");
    TypedExpr sequences = apply.options().get("sequences");
    TypedExpr measure = apply.arguments().get(0);
    if (length == null && sequences == null) {
      return Optional.empty();
    }
    SampleOptions options = new SampleOptions(evaluator, apply, locals);
    Seed seed =
        apply.options().containsKey("seed")
            ? new Seed(evaluator.integer(apply.options().get("seed"), locals, "a seed"))
            : Seed.DEFAULT;
    double level = options.level();
    Flows flows = new Flows(evaluator, measure);
    ProcessErrors errors = new ProcessErrors(evaluator.source());
    boolean rate = measure instanceof TypedExpr.Rate;
    if (rate == (length == null)) {
      throw rate ? errors.noLength(apply.span()) : errors.sequences(length.span());
    }
    int count = rate ? options.integer("length", 100, 0) : options.integer("sequences", 2, 0);
    if (count > LONGEST) {
      throw evaluator.errors().tooLarge(apply.span(), "more than " + LONGEST + " samples");
    }
    double[] values;
    if (rate) {
      values = along(flows, count, seed.random());
    } else {
      TypedExpr horizon =
          flows.prefixed().length().orElseThrow(() -> errors.noLength(apply.span()));
      int n = evaluator.integer(horizon, locals, "the length of a prefix");
      values = many(flows, n, count, seed.random());
    }
    double mean = Spread.mean(values);
    double margin = Spread.ofMean(values, rate, level);
    Unit unit = evaluator.environment().unit();
    double factor = unit == Unit.BIT ? 1 : Math.log(2);
    Evidence evidence = new Evidence("sampling", level, count, OptionalLong.of(seed.value()));
    return Optional.of(
        Quantity.estimate(
            mean * factor, (mean - margin) * factor, (mean + margin) * factor, unit, evidence));
  }

  /** What each letter of a long sequence adds. */
  private double[] along(Flows flows, int n, SplittableRandom random) {
    int[][] letters = new Trajectory(flows.law()).draw(n, random, evaluator.limits());
    double[] density = flows.flow().along(letters, n, false).orElseThrow().density();
    double[] added = new double[n];
    for (int t = 0; t < n; t++) {
      added[t] = density[t] - (t == 0 ? 0 : density[t - 1]);
    }
    return added;
  }

  private double[] many(Flows flows, int n, int count, SplittableRandom random) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      evaluator.limits().check();
      int[][] letters = new Trajectory(flows.law()).draw(n, random, evaluator.limits());
      Flow.Found found = flows.flow().along(letters, n, false).orElseThrow();
      values[k] = found.density()[n - 1];
    }
    return values;
  }
}
