package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import sit.numeric.samples.Column;
import sit.numeric.samples.Spread;
import sit.numeric.tokens.SequenceModel;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Evidence;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * What a letter of one process costs who codes it by a model: the one learnt from another process
 * and left as it is then, its own while it learns, or the language model that logged it.
 */
final class CodingCost {
  private final Evaluator evaluator;
  private final SampleErrors errors;
  private final TypedExpr.Apply apply;
  private final Locals locals;
  private final SampleOptions options;

  CodingCost(Evaluator evaluator, TypedExpr.Apply apply, Locals locals) {
    this.evaluator = evaluator;
    this.errors = new SampleErrors(evaluator.source());
    this.apply = apply;
    this.locals = locals;
    this.options = new SampleOptions(evaluator, apply, locals);
  }

  /** The cross-entropy, or the perplexity, which is its exponential. */
  Value value(boolean perplexity) {
    List<Observed> of = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      of.add(process(argument));
    }
    Observed.Model model = of.get(of.size() - 1).model().orElse(new Observed.Model(true, 3, 0.5));
    boolean logged = of.size() == 1 && of.get(0).logged().isPresent();
    double[] losses = logged ? of.get(0).logged().get().losses() : losses(of, model);
    if (losses.length < 2) {
      throw errors.tooFewSamples(apply.span(), of.get(0).column().size(), model.depth() + 2);
    }
    double mean = Spread.mean(losses);
    double margin = Spread.ofMean(losses, !of.get(0).counted(), options.level());
    Evidence evidence =
        new Evidence(
            logged ? "as logged" : model.word(),
            options.level(),
            losses.length,
            OptionalLong.empty());
    if (perplexity) {
      return Quantity.estimate(
          Math.exp(mean), Math.exp(mean - margin), Math.exp(mean + margin), Unit.NONE, evidence);
    }
    Unit unit = evaluator.environment().unit();
    double factor = unit == Unit.BIT ? 1 / Math.log(2) : 1;
    return Quantity.estimate(
        mean * factor, (mean - margin) * factor, (mean + margin) * factor, unit, evidence);
  }

  private Observed process(TypedExpr argument) {
    Value value = evaluator.evaluate(argument, locals);
    Span at = argument.span();
    if (!(value instanceof Value.Process process) || process.names().size() != 1) {
      throw errors.noSamples(at, Terms.print(value));
    }
    return new SampledRows(evaluator).observed(process.names().get(0), at);
  }

  private double[] losses(List<Observed> of, Observed.Model model) {
    Column.Labels coded = labels(of, 0);
    Column.Labels learnt = labels(of, of.size() - 1);
    SequenceModel fresh = model.start(learnt.alphabet().size(), evaluator.limits());
    double[] own = fresh.losses(learnt, true, evaluator.limits());
    return of.size() == 1
        ? own
        : fresh.losses(translated(coded, learnt), false, evaluator.limits());
  }

  private Column.Labels labels(List<Observed> of, int place) {
    Span at = apply.arguments().get(place).span();
    if (of.get(place).column() instanceof Column.Labels labels) {
      return labels;
    }
    throw errors.methodSort(
        at, apply.function(), "processes of letters", "declare it without `: real`");
  }

  /** A sequence in the letters of another. */
  private Column.Labels translated(Column.Labels coded, Column.Labels learnt) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < learnt.alphabet().size(); i++) {
      numbers.put(learnt.alphabet().get(i), i);
    }
    int[] codes = new int[coded.size()];
    for (int i = 0; i < codes.length; i++) {
      String label = coded.alphabet().get(coded.codes()[i]);
      Integer number = numbers.get(label);
      if (number == null) {
        throw errors.alphabetsDisagree(apply.span(), label, coded.name(), learnt.name());
      }
      codes[i] = number;
    }
    return new Column.Labels(coded.name(), codes, learnt.alphabet(), coded.starts());
  }
}
