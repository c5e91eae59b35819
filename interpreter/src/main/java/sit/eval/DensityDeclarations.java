package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.limits.Limits;
import sit.numeric.Masses;
import sit.numeric.Scalar;
import sit.source.Source;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Arithmetic;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Declares named densities: arbitrary ones, tables, and multiples of others that are normalised.
 */
final class DensityDeclarations {
  private final Environment environment;
  private final Source source;
  private final Limits limits;
  private final EvalErrors errors;

  DensityDeclarations(Environment environment, Source source, Limits limits) {
    this.environment = environment;
    this.source = source;
    this.limits = limits;
    this.errors = new EvalErrors(source);
  }

  private Evaluator evaluator(Domain domain) {
    return new Evaluator(environment, source, limits, domain);
  }

  void declare(TypedStatement.DensityOf stated) {
    Densities densities = new Densities(evaluator(new Domain.Entropies()));
    Group of = densities.group(stated.of(), Locals.NONE);
    Group given = densities.group(stated.given(), Locals.NONE);
    Density named = new Density.Named(stated.name(), of, given);
    Optional<TypedExpr> body = stated.body();
    if (body.isEmpty()) {
      NamedDensities.Named plain =
          new NamedDensities.Named(named, Optional.empty(), false, stated.causal());
      environment.density(stated.name(), plain, Map.of());
    } else if (Densities.speaks(body.get())) {
      tilted(stated, body.get(), of, given);
    } else {
      DensityTable table = table(body.get(), of, given);
      NamedDensities.Named tabled =
          new NamedDensities.Named(named, Optional.of(table), true, false);
      environment.density(stated.name(), tabled, Map.of());
    }
  }

  /** {@code q(z|x)*exp(T(x,z))/Z(x)}. */
  private void tilted(TypedStatement.DensityOf stated, TypedExpr body, Group of, Group given) {
    boolean divided = body instanceof TypedExpr.Operation o && o.operator().equals("/");
    boolean named = stated.normaliser().isPresent();
    TypedExpr product = divided ? ((TypedExpr.Operation) body).operands().get(0) : body;
    Evaluator evaluator = evaluator(new Domain.Entropies());
    Densities densities = new Densities(evaluator);
    Value value = evaluator.evaluate(product);
    Optional<Value.Piece> base =
        value instanceof Value.Likelihood likelihood
            ? likelihood.pieces().stream()
                .filter(p -> p.of().equals(of) && !(p.density() instanceof Density.Own))
                .findFirst()
            : Optional.empty();
    if (base.isEmpty()) {
      throw errors.noBase(body.span(), stated.name(), of.toString());
    }
    Value.Piece from = base.get();
    Law.Factor factor = new Law.Factor(from.density(), from.of(), from.given());
    NormalForm whole = densities.logarithm((Value.Likelihood) value);
    NormalForm exponent = whole.subtract(Expectations.logDensity(factor));
    NormalForm normaliser = Expectations.logMean(factor, exponent);
    if (!named) {
      NormalForm divisor = NormalForm.ZERO;
      if (divided) {
        Value below = evaluator.evaluate(((TypedExpr.Operation) body).operands().get(1));
        Value all = densities.combine("*", below, Quantity.of(1), body.span());
        divisor = Expectations.average(Law.BASE, densities.logarithm((Value.Likelihood) all));
      }
      if (!divisor.equals(normaliser)) {
        String by = "E[" + of + " ~ " + from.name() + "] [...], or a new name";
        throw errors.notNormalised(body.span(), stated.name(), by);
      }
    }
    Density tilted = tilted(factor, exponent);
    if (!given.containsAll(tilted.given())) {
      String wanted = given.isEmpty() ? of + " alone" : of + " given " + given;
      throw errors.noBase(body.span(), stated.name(), wanted);
    }
    Map<String, Quantity> totals = new HashMap<>();
    Optional<DensityTable> table = numbers(product, of, given, totals);
    NamedDensities.Normaliser divisor =
        new NamedDensities.Normaliser(normaliser, VariableLaws.names(given), totals);
    Map<String, NamedDensities.Normaliser> names =
        named ? Map.of(stated.normaliser().get(), divisor) : Map.of();
    boolean specific = table.isPresent() || Densities.isSpecific(body, environment);
    environment.density(
        stated.name(), new NamedDensities.Named(tilted, table, specific, false), names);
  }

  private static Density tilted(Law.Factor base, NormalForm exponent) {
    return exponent.isZero() && base.density().of().equals(base.of())
        ? base.density()
        : new Density.Tilted(base, exponent);
  }

  /** The table of a multiple of densities that have tables; empty where one has none. */
  private Optional<DensityTable> numbers(
      TypedExpr product, Group of, Group given, Map<String, Quantity> totals) {
    List<String> names = VariableLaws.names(of);
    int drawn = names.size();
    names.addAll(VariableLaws.names(given));
    List<List<Value>> alphabets = new ArrayList<>();
    names.forEach(name -> alphabets.add(environment.outcomes(name)));
    if (alphabets.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    List<DensityTable.Row> weights = new ArrayList<>();
    for (Value tuple : VariableLaws.product(alphabets)) {
      List<Value> parts = parts(tuple, names.size());
      Map<String, Value> outcomes = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        outcomes.put(names.get(i), parts.get(i));
      }
      Value weight = evaluator(new Domain.Numeric()).at(outcomes).evaluate(product);
      if (!(weight instanceof Quantity number)) {
        totals.clear();
        return Optional.empty();
      }
      weights.add(new DensityTable.Row(parts, number));
      totals.merge(condition(parts, drawn), number, Arithmetic::add);
    }
    List<DensityTable.Row> rows = new ArrayList<>();
    for (DensityTable.Row row : weights) {
      Quantity total = totals.get(condition(row.outcomes(), drawn));
      Optional<Quantity> share = Arithmetic.divide(row.probability(), total);
      if (share.isPresent()) {
        rows.add(new DensityTable.Row(row.outcomes(), share.get()));
      }
    }
    Set<String> conditions = new TreeSet<>(names.subList(drawn, names.size()));
    return Optional.of(new DensityTable(names, conditions, rows));
  }

  private static String condition(List<Value> outcomes, int drawn) {
    return condition(outcomes.subList(drawn, outcomes.size()));
  }

  /** Values of what is given, as a key. */
  static String condition(List<Value> given) {
    return ValuePrinter.outcome(new Value.Items(given));
  }

  private static List<Value> parts(Value tuple, int size) {
    return size == 1 ? List.of(tuple) : ((Value.Items) tuple).items();
  }

  /** Probabilities as they were written: a law, or a row for everything that is given. */
  private DensityTable table(TypedExpr body, Group of, Group given) {
    boolean fits = body.type() == Type.LAW || body.type() == Type.LIST || body.type() == Type.ANY;
    if (!fits) {
      throw errors.notALaw(body.span(), body.type().words());
    }
    Value value = new LawReader(evaluator(new Domain.Numeric())).lawOrChannel(body, Locals.NONE);
    List<String> names = VariableLaws.names(of);
    int drawn = names.size();
    List<String> conditions = VariableLaws.names(given);
    names.addAll(conditions);
    List<DensityTable.Row> rows = new ArrayList<>();
    if (value instanceof Distribution law) {
      if (!conditions.isEmpty()) {
        throw errors.rowCount(body.span(), 1, 2);
      }
      lawful(body, law.probabilities(), law.outcomes().size());
      for (int i = 0; i < law.outcomes().size(); i++) {
        List<Value> parts = outcome(body, law.outcomes().get(i), drawn);
        rows.add(new DensityTable.Row(parts, law.probabilities().get(i)));
      }
      return new DensityTable(names, Set.of(), rows);
    }
    Channel channel = (Channel) value;
    if (conditions.isEmpty()) {
      throw errors.needsGiven(body.span());
    }
    List<Value> inputs = inputs(body, channel, conditions);
    List<Quantity> all = new ArrayList<>();
    channel.rows().forEach(all::addAll);
    lawful(body, all, channel.outputs().size());
    for (int i = 0; i < inputs.size(); i++) {
      List<Value> input = outcome(body, inputs.get(i), conditions.size());
      for (int k = 0; k < channel.outputs().size(); k++) {
        List<Value> parts = new ArrayList<>(outcome(body, channel.outputs().get(k), drawn));
        parts.addAll(input);
        rows.add(new DensityTable.Row(parts, channel.rows().get(i).get(k)));
      }
    }
    return new DensityTable(names, Set.copyOf(conditions), rows);
  }

  private void lawful(TypedExpr body, List<Quantity> cells, int width) {
    List<Scalar> scalars = new ArrayList<>();
    cells.forEach(cell -> scalars.add(LawReader.scalar(cell)));
    double error = LawReader.relativeError(cells);
    LawReader.lawful(
        errors, body.span(), () -> Masses.of(scalars, error).laws("the density", width));
  }

  private List<Value> outcome(TypedExpr body, Value outcome, int parts) {
    if (parts == 1) {
      return List.of(outcome);
    }
    if (!(outcome instanceof Value.Items items) || items.items().size() != parts) {
      throw errors.outcomeShape(body.span(), ValuePrinter.outcome(outcome), parts);
    }
    return items.items();
  }

  /** The rows of a matrix belong to the known outcomes in their order, else to 0, 1, 2, ... */
  private List<Value> inputs(TypedExpr body, Channel channel, List<String> conditions) {
    if (!channel.inputs().isEmpty()) {
      return channel.inputs();
    }
    int rows = channel.rows().size();
    List<List<Value>> alphabets = new ArrayList<>();
    conditions.forEach(name -> alphabets.add(environment.outcomes(name)));
    boolean known = alphabets.stream().noneMatch(List::isEmpty);
    if (!known && conditions.size() == 1) {
      List<Value> counted = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        counted.add(Quantity.of(i));
      }
      return counted;
    }
    List<Value> inputs = known ? VariableLaws.product(alphabets) : List.of();
    if (inputs.size() != rows) {
      throw errors.rowCount(body.span(), rows, inputs.size());
    }
    return inputs;
  }
}
