package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import sit.numeric.samples.DiscreteEstimator;
import sit.numeric.samples.EntropyEstimator;
import sit.numeric.samples.EntropySum;
import sit.numeric.samples.Estimate;
import sit.numeric.samples.GaussianEstimator;
import sit.numeric.samples.NearestNeighbours;
import sit.numeric.samples.PermutationTest;
import sit.numeric.samples.RepeatedSamples;
import sit.numeric.samples.Rows;
import sit.numeric.samples.SingularCovariance;
import sit.source.Span;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Evidence;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * A measure from samples: it is unfolded to entropies, these are estimated by the method asked for,
 * and the interval is that of the method.
 */
final class Estimation {
  private static final int RESAMPLES = 200;
  private static final int PERMUTATIONS = 199;
  private static final List<String> CONTINUOUS = List.of("ksg", "ksg1", "ksg2", "kl", "gaussian");

  private final Evaluator evaluator;
  private final SampleErrors errors;
  private final TypedExpr.Apply apply;
  private final TypedExpr measure;
  private final Locals locals;
  private final SampleOptions options;

  Estimation(Evaluator evaluator, TypedExpr.Apply apply, Locals locals) {
    this.evaluator = evaluator;
    this.errors = new SampleErrors(evaluator.source());
    this.apply = apply;
    this.measure = apply.arguments().get(0);
    this.locals = locals;
    this.options = new SampleOptions(evaluator, apply, locals);
  }

  /** An estimate, and the method and randomness it came from. */
  record Found(Estimate estimate, String method, boolean random) {}

  Value value(Builtin builtin) {
    if (builtin == Builtin.P_VALUE) {
      return chance();
    }
    Found found = found();
    if (builtin == Builtin.LOCAL_VALUES) {
      double[] local =
          found
              .estimate()
              .local()
              .orElseThrow(() -> unfit(found.method(), "local values", "method = \"plugin\""));
      List<Value> values = new ArrayList<>();
      for (double nats : local) {
        double amount = amount(nats);
        values.add(Quantity.estimate(amount, amount, amount, unit(), evidence(found, 0)));
      }
      return new Value.Items(values);
    }
    return quantity(found);
  }

  private Unit unit() {
    return evaluator.environment().unit();
  }

  private double amount(double nats) {
    return unit() == Unit.BIT ? nats / Math.log(2) : nats;
  }

  private Evidence evidence(Found found, double level) {
    return new Evidence(
        found.method(), level, found.estimate().samples(), options.seedUsed(found.random()));
  }

  private Quantity quantity(Found found) {
    double value = amount(found.estimate().nats());
    double margin = amount(found.estimate().margin());
    return Quantity.estimate(
        value, value - margin, value + margin, unit(), evidence(found, options.level()));
  }

  private Found found() {
    if (measure instanceof TypedExpr.Rate rate) {
      Optional<Found> sequential = new SequenceEstimation(evaluator, options, locals).of(rate);
      if (sequential.isPresent()) {
        return sequential.get();
      }
    }
    SampledRows.Framed framed = framed();
    requireSamples(framed.rows(), 2);
    return framed.rows().isDiscrete() ? discrete(framed) : continuous(framed);
  }

  /** The rows that a measure looks at; of a rate, what the next letters add to it. */
  private SampledRows.Framed framed() {
    NormalForm form;
    if (measure instanceof TypedExpr.Rate rate) {
      int order = options.integer("order", 0, 1);
      form = form(rate.measure(), order + 1);
      form = order == 0 ? form : form.subtract(form(rate.measure(), order));
    } else {
      form = form(evaluator.inDomain(new Domain.Entropies()).evaluate(measure, locals));
    }
    return new SampledRows(evaluator).of(form, measure.span());
  }

  private NormalForm form(TypedExpr of, int horizon) {
    Locals at = locals.with(TypedExpr.Rate.HORIZON, Quantity.of(horizon));
    return form(evaluator.inDomain(new Domain.Entropies()).evaluate(of, at));
  }

  private NormalForm form(Value value) {
    Term term = Terms.of(value).orElseThrow(() -> errors.notEstimable(measure.span()));
    return NormalForm.of(term);
  }

  private void requireSamples(Rows rows, int wanted) {
    if (rows.size() < wanted) {
      throw errors.tooFewSamples(measure.span(), rows.size(), wanted);
    }
  }

  private sit.source.ReportedError unfit(String method, String wants, String help) {
    return errors.methodSort(options.span("method"), method, wants, help);
  }

  private EntropyEstimator discreteMethod() {
    String method = options.text("method").orElse(EntropyEstimator.MILLER_MADOW.word());
    Optional<EntropyEstimator> estimator = EntropyEstimator.named(method);
    if (estimator.isEmpty() && CONTINUOUS.contains(method)) {
      throw unfit(method, "real variables", "declare them as `: real`");
    }
    return estimator.orElseThrow(
        () -> errors.unknownMethod(options.span("method"), method, methods()));
  }

  private static List<String> methods() {
    List<String> all = new ArrayList<>();
    for (EntropyEstimator estimator : EntropyEstimator.values()) {
      all.add(estimator.word());
    }
    all.addAll(CONTINUOUS);
    all.add("ctw");
    return all;
  }

  private Found discrete(SampledRows.Framed framed) {
    EntropyEstimator estimator = discreteMethod();
    DiscreteEstimator estimation =
        new DiscreteEstimator(framed.rows(), framed.sum(), estimator, evaluator.limits());
    int resamples =
        apply.function().equals("local_values") ? 0 : options.integer("resamples", 0, RESAMPLES);
    boolean random = resamples > 1;
    Estimate estimate =
        random
            ? estimation.bootstrap(resamples, options.level(), options.seed())
            : estimation.asymptotic(options.level());
    return new Found(estimate, estimator.word(), random);
  }

  private String continuousMethod(Optional<EntropySum.Information> information, EntropySum sum) {
    String best = information.isPresent() ? "ksg" : sum.parts().size() == 1 ? "kl" : "gaussian";
    String method = options.text("method").orElse(best);
    if (EntropyEstimator.named(method).isPresent()) {
      throw unfit(method, "discrete variables", "declare them without `: real`");
    }
    if (!CONTINUOUS.contains(method)) {
      throw errors.unknownMethod(options.span("method"), method, methods());
    }
    if (method.startsWith("ksg") && information.isEmpty()) {
      throw unfit(method, "I(X; Y) and I(X; Y | Z)", "method = \"kl\" or method = \"gaussian\"");
    }
    if (method.equals("ksg2") && information.orElseThrow().given().length > 0) {
      throw unfit(method, "I(X; Y)", "method = \"ksg\"");
    }
    return method;
  }

  private Found continuous(SampledRows.Framed framed) {
    if (!framed.rows().isContinuous()) {
      throw unfit(
          options.text("method").orElse("estimate"),
          "variables of one sort",
          "declare all of them as `: real`, or none");
    }
    Optional<EntropySum.Information> information = framed.sum().information();
    String method = continuousMethod(information, framed.sum());
    Estimate estimate = continuous(method, framed.rows(), framed.sum(), options.level());
    return new Found(estimate, method, false);
  }

  private Estimate continuous(String method, Rows rows, EntropySum sum, double level) {
    int k = options.integer("k", 1, 4);
    requireSamples(rows, method.equals("gaussian") ? rows.columns().size() + 2 : k + 1);
    NearestNeighbours neighbours = new NearestNeighbours(rows, k, evaluator.limits());
    try {
      return switch (method) {
        case "gaussian" -> new GaussianEstimator(rows, evaluator.limits()).of(sum, level);
        case "kl" -> neighbours.entropies(sum, level);
        case "ksg2" -> neighbours.second(sum.information().orElseThrow(), level);
        default -> neighbours.first(sum.information().orElseThrow(), level);
      };
    } catch (RepeatedSamples e) {
      throw errors.repeatedSamples(measure.span(), e.times());
    } catch (SingularCovariance e) {
      throw errors.dependentColumns(measure.span());
    }
  }

  private Value chance() {
    SampledRows.Framed framed = framed();
    requireSamples(framed.rows(), 3);
    Span at = measure.span();
    EntropySum.Information of = moved(framed).orElseThrow(() -> errors.noTest(at));
    Rows rows = framed.rows();
    String method;
    ToDoubleFunction<Rows> statistic;
    if (rows.isDiscrete()) {
      EntropyEstimator estimator = discreteMethod();
      method = estimator.word();
      statistic = r -> new DiscreteEstimator(r, framed.sum(), estimator, evaluator.limits()).nats();
    } else {
      method = continuousMethod(Optional.of(of), framed.sum());
      statistic = r -> continuous(method, r, framed.sum(), 0.95).nats();
    }
    int permutations = options.integer("permutations", 1, PERMUTATIONS);
    PermutationTest.Outcome outcome =
        new PermutationTest(rows, of, statistic, evaluator.limits())
            .run(permutations, options.seed());
    double p = outcome.value();
    String how =
        method + ", " + outcome.permutations() + (rows.sequential() ? " shifts" : " permutations");
    Evidence evidence = new Evidence(how, 0, rows.size(), options.seedUsed(true));
    return Quantity.estimate(p, p, p, Unit.NONE, evidence);
  }

  /**
   * The information with the side first whose samples may be exchanged or shifted. A shift leaves a
   * process as it is, and its relation to others not: it must be on one side alone, and not given.
   */
  private static Optional<EntropySum.Information> moved(SampledRows.Framed framed) {
    Optional<EntropySum.Information> of = framed.sum().information();
    if (of.isEmpty()) {
      return of;
    }
    int[] a = of.get().a();
    int[] b = of.get().b();
    int[] given = of.get().given();
    if (!framed.rows().sequential()) {
      return given.length == 0 || framed.rows().isDiscrete() ? of : Optional.empty();
    }
    if (framed.share(a, b)) {
      return Optional.empty();
    }
    if (!framed.share(a, given)) {
      return of;
    }
    return framed.share(b, given)
        ? Optional.empty()
        : Optional.of(new EntropySum.Information(b, a, given));
  }
}
