package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.RationalFunction;
import sit.numeric.Channels;
import sit.numeric.IllFormedLaw;
import sit.numeric.Laws;
import sit.numeric.Masses;
import sit.numeric.Scalar;
import sit.source.Span;
import sit.term.Term;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Reads laws and channels: named ones, tables, lists and matrices. */
final class LawReader {
  private static final double NEARLY_NOTHING = 1e-290;

  private final Evaluator evaluator;
  private final EvalErrors errors;

  LawReader(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  /** A number for the tables: exactly where it is rational. */
  static Scalar scalar(Quantity quantity) {
    return quantity
        .rational()
        .map(Scalar::exact)
        .orElseGet(
            () ->
                quantity.isOpen() && quantity.form().get().isRational()
                    ? Scalar.open(quantity.form().get().plain())
                    : Scalar.approximate(quantity.value()));
  }

  /** Runs what builds a law, and reports at a place what is wrong with it. */
  static <T> T lawful(EvalErrors errors, Span at, Supplier<T> build) {
    try {
      return build.get();
    } catch (IllFormedLaw | ArithmeticException e) {
      throw errors.illFormedLaw(at, e.getMessage());
    }
  }

  /** How far the numbers of a table may be off, as a fraction of each. */
  static double relativeError(List<Quantity> quantities) {
    double worst = 0;
    for (Quantity quantity : quantities) {
      // what is nearly nothing has no relative error worth the name; tables account for it apart
      if (quantity.rational().isEmpty()
          && !quantity.isOpen()
          && Math.abs(quantity.value()) > NEARLY_NOTHING) {
        double width = quantity.upper() - quantity.lower();
        worst = Math.max(worst, width / Math.abs(quantity.value()));
      }
    }
    return worst;
  }

  Value named(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    List<Value> arguments = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      arguments.add(evaluator.evaluate(argument, locals));
    }
    Span at = apply.span();
    return switch (builtin) {
      case BERNOULLI -> counted(lawful(at, () -> Laws.bernoulli(scalar(arguments, 0, at))));
      case BINOMIAL ->
          counted(
              lawful(at, () -> Laws.binomial(whole(arguments, 0, at), scalar(arguments, 1, at))));
      case GEOMETRIC ->
          counted(
              lawful(at, () -> Laws.geometric(scalar(arguments, 0, at), whole(arguments, 1, at))));
      case POISSON ->
          counted(
              lawful(at, () -> Laws.poisson(scalar(arguments, 0, at), whole(arguments, 1, at))));
      case UNIFORM ->
          arguments.size() == 2
              ? new ContinuousLaws(evaluator).uniform(arguments, at)
              : uniform(arguments.get(0), at);
      case CATEGORICAL -> {
        Distribution numbered = categorical(arguments.get(0), at);
        yield arguments.size() == 1 ? numbered : labelled(numbered, arguments.get(1), at);
      }
      case MIXTURE -> mixture(arguments, at);
      case BSC ->
          channel(bits(), bits(), lawful(at, () -> Channels.symmetric(scalar(arguments, 0, at))));
      case BEC -> {
        List<Value> outputs = List.of(Quantity.of(0), Quantity.of(1), new Value.Text("e"));
        yield channel(
            bits(), outputs, lawful(at, () -> Channels.erasure(scalar(arguments, 0, at))));
      }
      case Z_CHANNEL ->
          channel(bits(), bits(), lawful(at, () -> Channels.zChannel(scalar(arguments, 0, at))));
      default -> throw new IllegalStateException(builtin.word());
    };
  }

  private <T> T lawful(Span at, Supplier<T> build) {
    return lawful(errors, at, build);
  }

  private static List<Value> bits() {
    return List.of(Quantity.of(0), Quantity.of(1));
  }

  private Quantity quantity(List<Value> arguments, int place, Span at) {
    if (arguments.get(place) instanceof Quantity quantity) {
      return quantity;
    }
    String met = Terms.print(arguments.get(place));
    if (arguments.get(place) instanceof Value.Symbolic) {
      throw errors.noValue(at, "`" + met + "`");
    }
    throw errors.wrongValue(at, "a parameter of a law", "a number", met);
  }

  private Scalar scalar(List<Value> arguments, int place, Span at) {
    return scalar(quantity(arguments, place, at));
  }

  private int whole(List<Value> arguments, int place, Span at) {
    Quantity quantity = quantity(arguments, place, at);
    return quantity
        .integer()
        .orElseThrow(
            () -> errors.wrongValue(at, "this parameter", "a whole number", Terms.print(quantity)));
  }

  /** A law on 0, 1, 2, ... */
  private Distribution counted(Masses masses) {
    List<Value> outcomes = new ArrayList<>();
    for (int i = 0; i < masses.size(); i++) {
      outcomes.add(Quantity.of(i));
    }
    return new Distribution(outcomes, quantities(masses));
  }

  private List<Quantity> quantities(Masses masses) {
    List<Quantity> all = new ArrayList<>();
    if (masses.isOpen()) {
      for (RationalFunction mass : masses.functions().orElseThrow()) {
        all.add(Quantity.open(ClosedForm.of(mass), Unit.NONE));
      }
      return all;
    }
    for (int i = 0; i < masses.size(); i++) {
      evaluator.limits().check();
      double value = masses.value(i);
      double slack = Math.abs(value) * masses.relativeError() + Math.ulp(value);
      Optional<Quantity> exact = masses.exact(i).map(Quantity::of);
      all.add(
          exact.orElseGet(
              () ->
                  Quantity.between(
                      value, value - slack, value + slack, Unit.NONE, Accuracy.ROUNDING)));
    }
    return all;
  }

  private Distribution uniform(Value over, Span at) {
    if (over instanceof Quantity quantity && quantity.integer().isPresent()) {
      return counted(lawful(at, () -> Laws.uniform(quantity.integer().get())));
    }
    if (!(over instanceof Value.Items items)) {
      throw errors.wrongValue(at, "what Uniform runs over", "a list or a range", Terms.print(over));
    }
    requireDistinct(errors, items.items(), at);
    Masses masses = lawful(at, () -> Laws.uniform(items.items().size()));
    return new Distribution(items.items(), quantities(masses));
  }

  private Distribution categorical(Value over, Span at) {
    if (!(over instanceof Value.Items items)) {
      throw errors.wrongValue(
          at, "what Categorical takes", "a list of probabilities", Terms.print(over));
    }
    List<Quantity> row = row(items.items(), at);
    List<Value> outcomes = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      outcomes.add(Quantity.of(i));
    }
    return new Distribution(outcomes, row);
  }

  /** A law on other outcomes, as many, in their order. */
  private Distribution labelled(Distribution law, Value outcomes, Span at) {
    if (!(outcomes instanceof Value.Items items) || items.items().size() != law.outcomes().size()) {
      String wanted = law.outcomes().size() + " outcomes";
      throw errors.wrongValue(at, "what the law is on", wanted, Terms.print(outcomes));
    }
    requireDistinct(errors, items.items(), at);
    return new Distribution(items.items(), law.probabilities());
  }

  private Value mixture(List<Value> arguments, Span at) {
    Optional<Value> continuous = new ContinuousLaws(evaluator).mixture(arguments, at);
    if (continuous.isPresent()) {
      return continuous.get();
    }
    if (arguments.stream().anyMatch(a -> isOpen(a, at))) {
      List<Term> terms = new ArrayList<>();
      arguments.forEach(a -> terms.add(new Operations(evaluator).term(a, at)));
      return new Value.Symbolic(new Term.Apply(Builtin.MIXTURE.word(), terms));
    }
    Quantity weight = quantity(arguments, 2, at);
    Map<String, Value> outcomes = new LinkedHashMap<>();
    Map<String, Quantity> probabilities = new LinkedHashMap<>();
    Quantity rest = sit.value.Arithmetic.subtract(Quantity.of(1), weight);
    for (int k = 0; k < 2; k++) {
      Distribution law = law(arguments.get(k), at);
      Quantity share = k == 0 ? weight : rest;
      for (int i = 0; i < law.outcomes().size(); i++) {
        String key = ValuePrinter.outcome(law.outcomes().get(i));
        outcomes.putIfAbsent(key, law.outcomes().get(i));
        Quantity part = sit.value.Arithmetic.multiply(share, law.probabilities().get(i));
        probabilities.merge(key, part, sit.value.Arithmetic::add);
      }
    }
    return new Distribution(List.copyOf(outcomes.values()), List.copyOf(probabilities.values()));
  }

  /** Whether a law or a weight is not known. */
  private boolean isOpen(Value value, Span at) {
    if (value instanceof Value.Variables variables) {
      return !evaluator.domain().isNumeric()
          || !new VariableLaws(evaluator).hasLaw(variables.group(), at);
    }
    return value instanceof Value.Symbolic;
  }

  /** A law; random variables stand for theirs. */
  private Distribution law(Value value, Span at) {
    if (value instanceof Distribution law) {
      return law;
    }
    if (value instanceof Value.Variables variables) {
      VariableLaws laws = new VariableLaws(evaluator);
      if (laws.hasLaw(variables.group(), at)) {
        return laws.law(variables.group(), at);
      }
      throw errors.noValue(at, "`" + variables.group() + "`");
    }
    throw errors.notALaw(at, Terms.print(value));
  }

  private Channel channel(List<Value> inputs, List<Value> outputs, Masses masses) {
    List<Quantity> all = quantities(masses);
    List<List<Quantity>> rows = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      rows.add(List.copyOf(all.subList(i * outputs.size(), (i + 1) * outputs.size())));
    }
    return new Channel(inputs, outputs, rows);
  }

  static void requireDistinct(EvalErrors errors, List<Value> outcomes, Span at) {
    Map<String, Value> seen = new LinkedHashMap<>();
    for (Value outcome : outcomes) {
      String key = ValuePrinter.outcome(outcome);
      if (seen.put(key, outcome) != null) {
        throw errors.repeatedOutcome(at, key);
      }
    }
  }

  /** A table of probabilities is a law; a table of laws is a channel. */
  Value table(TypedExpr.Table table, Locals locals) {
    List<Value> keys = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (TypedExpr.Entry entry : table.entries()) {
      keys.add(evaluator.evaluate(entry.key(), locals));
      values.add(evaluator.evaluate(entry.value(), locals));
    }
    requireDistinct(errors, keys, table.span());
    boolean laws = values.stream().allMatch(v -> v instanceof Distribution);
    boolean numbers =
        values.stream().allMatch(v -> v instanceof Quantity || v instanceof Value.Symbolic);
    if (!laws && !numbers) {
      return new Value.Mapping(keys, values);
    }
    if (!laws) {
      return new Distribution(keys, row(values, table.span()));
    }
    return channel(keys, values);
  }

  private static Channel channel(List<Value> keys, List<Value> values) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (Value law : values) {
      ((Distribution) law).outcomes().forEach(o -> outputs.put(ValuePrinter.outcome(o), o));
    }
    List<List<Quantity>> rows = new ArrayList<>();
    for (Value value : values) {
      Distribution law = (Distribution) value;
      Map<String, Quantity> known = new LinkedHashMap<>();
      for (int i = 0; i < law.outcomes().size(); i++) {
        known.put(ValuePrinter.outcome(law.outcomes().get(i)), law.probabilities().get(i));
      }
      List<Quantity> row = new ArrayList<>();
      outputs.keySet().forEach(o -> row.add(known.getOrDefault(o, Quantity.of(0))));
      rows.add(List.copyOf(row));
    }
    return new Channel(keys, List.copyOf(outputs.values()), rows);
  }

  private static boolean isRow(Value value) {
    return value instanceof Value.Items list
        && !list.items().isEmpty()
        && list.items().stream().allMatch(i -> i instanceof Quantity);
  }

  /** A law for each input, where some are lists of probabilities of 0, 1, 2, ... */
  private Channel kernel(Value.Mapping map, Span at) {
    List<Value> laws = new ArrayList<>();
    for (Value value : map.values()) {
      laws.add(isRow(value) ? outcomes(((Value.Items) value).items(), at) : law(value, at));
    }
    return channel(map.keys(), laws);
  }

  /**
   * Probabilities of 0, 1, 2, ..., which are held against one later, with the name of the letter.
   */
  private Distribution outcomes(List<Value> probabilities, Span at) {
    List<Value> outcomes = new ArrayList<>();
    for (int i = 0; i < probabilities.size(); i++) {
      outcomes.add(Quantity.of(i));
    }
    return new Distribution(outcomes, row(probabilities, at));
  }

  private List<Quantity> row(List<Value> values, Span at) {
    List<Quantity> row = new ArrayList<>();
    for (Value value : values) {
      if (!(value instanceof Quantity quantity)) {
        throw errors.wrongValue(at, "a probability", "a number", Terms.print(value));
      }
      row.add(quantity);
    }
    return row;
  }

  /** What follows {@code ~}: a law, a channel, probabilities of 0, 1, 2, ..., or rows of them. */
  Value lawOrChannel(TypedExpr expr, Locals locals) {
    Value value = evaluator.evaluate(expr, locals);
    if (value instanceof Distribution || value instanceof Channel) {
      return value;
    }
    if (value instanceof Value.Variables) {
      return law(value, expr.span());
    }
    if (value instanceof Value.Mapping map) {
      return kernel(map, expr.span());
    }
    if (isRow(value)) {
      return categorical(value, expr.span());
    }
    boolean matrix =
        value instanceof Value.Items items
            && !items.items().isEmpty()
            && items.items().stream().allMatch(i -> i instanceof Value.Items);
    if (!matrix) {
      throw errors.notALaw(expr.span(), Terms.print(value));
    }
    List<List<Quantity>> rows = new ArrayList<>();
    int width = -1;
    for (Value item : ((Value.Items) value).items()) {
      List<Quantity> row = row(((Value.Items) item).items(), expr.span());
      if (width >= 0 && row.size() != width) {
        throw errors.illFormedLaw(expr.span(), "the rows of the matrix have different lengths");
      }
      width = row.size();
      rows.add(row);
    }
    List<Value> outputs = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      outputs.add(Quantity.of(i));
    }
    return new Channel(List.of(), outputs, rows);
  }
}
