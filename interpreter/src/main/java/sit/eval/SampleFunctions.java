package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.exact.Rational;
import sit.numeric.samples.Column;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;

/** Functions of what there are samples of. */
final class SampleFunctions implements BuiltinFamily {
  private final Evaluator evaluator;
  private final SampleErrors errors;

  SampleFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new SampleErrors(evaluator.source());
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    if (builtin == Builtin.ESTIMATE) {
      java.util.Optional<Value> sampled = new ProcessEstimates(evaluator).value(apply, locals);
      if (sampled.isPresent()) {
        return sampled.get();
      }
    }
    return switch (builtin) {
      case ESTIMATE, LOCAL_VALUES, P_VALUE ->
          new Estimation(evaluator, apply, locals).value(builtin);
      case CROSS_ENTROPY, TOKEN_PERPLEXITY ->
          new CodingCost(evaluator, apply, locals).value(builtin == Builtin.TOKEN_PERPLEXITY);
      case EMPIRICAL -> empirical(apply, locals);
      default -> throw errors.sourceAlone(apply.span(), apply.function());
    };
  }

  /** The law of the observed frequencies, in the order in which the outcomes were first met. */
  private Value empirical(TypedExpr.Apply apply, Locals locals) {
    TypedExpr of = apply.arguments().get(0);
    List<Column.Labels> columns = new ArrayList<>();
    for (String name : VariableLaws.names(evaluator.variables(of, locals).group())) {
      Observed observed = new SampledRows(evaluator).observed(name, of.span());
      if (!(observed.column() instanceof Column.Labels labels)) {
        throw errors.methodSort(
            of.span(),
            "empirical",
            "discrete variables",
            "declare `" + name + "` without `: real`");
      }
      if (!columns.isEmpty() && columns.get(0).size() != labels.size()) {
        String lengths = columns.get(0).size() + " and " + labels.size() + " samples";
        throw errors.lengthsDisagree(of.span(), lengths);
      }
      columns.add(labels);
    }
    Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
    int n = columns.get(0).size();
    for (int row = 0; row < n; row++) {
      List<Integer> cell = new ArrayList<>();
      for (Column.Labels column : columns) {
        cell.add(column.codes()[row]);
      }
      counts.merge(cell, 1, Integer::sum);
    }
    List<Value> outcomes = new ArrayList<>();
    List<Quantity> masses = new ArrayList<>();
    counts.forEach(
        (cell, count) -> {
          List<Value> parts = new ArrayList<>();
          for (int i = 0; i < cell.size(); i++) {
            parts.add(outcome(columns.get(i).alphabet().get(cell.get(i))));
          }
          outcomes.add(parts.size() == 1 ? parts.get(0) : new Value.Items(parts));
          masses.add(Quantity.of(Rational.of(count).divide(Rational.of(n))));
        });
    return new Distribution(outcomes, masses);
  }

  /** An outcome from its label: a number where it is one. */
  static Value outcome(String label) {
    boolean number = !label.isEmpty() && "-.0123456789".indexOf(label.charAt(0)) >= 0;
    for (int i = 1; i < label.length() && number; i++) {
      number = ".0123456789".indexOf(label.charAt(i)) >= 0;
    }
    if (number && Character.isDigit(label.charAt(label.length() - 1))) {
      boolean negative = label.charAt(0) == '-';
      try {
        Rational size = Rational.parse(negative ? label.substring(1) : label);
        return Quantity.of(negative ? size.negate() : size);
      } catch (NumberFormatException e) {
        return new Value.Text(label);
      }
    }
    return new Value.Text(label);
  }
}
