package sit.eval;

import java.util.List;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.Quadrature;
import sit.numeric.continuous.Support;
import sit.source.Span;
import sit.value.Quantity;
import sit.value.Value;

/** A law whose density is a function that was defined in the language. */
record WrittenDensity(Evaluator evaluator, String function, Support support, Spread spread, Span at)
    implements ContinuousLaw {
  private static final double FAR_FROM_ONE = 1e-6;

  /** Beyond this, powers in a density would overflow, and nothing that counts is left of it. */
  private static final double FAR = 1e60;

  /** The law, after it was seen that the density integrates to one. */
  static WrittenDensity of(Evaluator evaluator, String function, double low, double high, Span at) {
    if (!(low < high)) {
      throw evaluator
          .errors()
          .wrongValue(at, "the ends of the support", "two numbers that rise", low + ", " + high);
    }
    double centre =
        Double.isFinite(low) && Double.isFinite(high)
            ? (low + high) / 2
            : Double.isFinite(low) ? low + 1 : Double.isFinite(high) ? high - 1 : 0;
    WrittenDensity law =
        new WrittenDensity(evaluator, function, new Support(low, high), new Spread(centre, 1), at);
    Quadrature.Estimate mass = Quadrature.mean(law, List.of(), x -> 1, evaluator.limits());
    if (!mass.converged()) {
      throw new ContinuousErrors(evaluator.source()).quadrature(at, "the density");
    }
    if (Math.abs(mass.value() - 1) > FAR_FROM_ONE + mass.error()) {
      throw new ContinuousErrors(evaluator.source())
          .notADensity(at, String.valueOf((float) mass.value()));
    }
    return law;
  }

  @Override
  public String name() {
    return "Density(" + function + ", " + end(support.lower()) + ", " + end(support.upper()) + ")";
  }

  private static String end(double value) {
    return Double.isInfinite(value)
        ? (value > 0 ? "inf" : "-inf")
        : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public double logDensity(double x) {
    if (Math.abs(x) > FAR) {
      return Double.NEGATIVE_INFINITY;
    }
    Environment.Defined defined = evaluator.environment().function(function).orElseThrow();
    Quantity argument = Quantity.between(x, x, x, sit.value.Unit.NONE, sit.value.Accuracy.ROUNDING);
    Locals locals = Locals.NONE.with(defined.parameters().get(0), argument);
    Value value =
        evaluator.inside(
            defined.source(), evaluator.domain(), at, function, defined.body(), locals);
    if (!(value instanceof Quantity density)) {
      throw evaluator.errors().wrongValue(at, "the density", "a number", Terms.print(value));
    }
    if (density.value() < 0) {
      throw evaluator
          .errors()
          .wrongValue(at, "the density", "not negative", density.value() + " at " + x);
    }
    return Math.log(density.value());
  }

  @Override
  public double cumulative(double x) {
    return sit.numeric.continuous.Quadrature.over(
            this, new Support(support.lower(), Math.min(x, support.upper())), evaluator.limits())
        .value();
  }
}
