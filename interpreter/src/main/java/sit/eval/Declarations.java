package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sit.numeric.Masses;
import sit.numeric.Model;
import sit.numeric.Scalar;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Declares random variables: without a law, with one, as functions of others. */
final class Declarations {
  private static final int MOST_OUTCOMES = 1 << 20;

  private final Evaluator evaluator;
  private final Environment environment;
  private final EvalErrors errors;

  Declarations(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
    this.errors = evaluator.errors();
  }

  /** The names declared, letters as {@code X[3]}. */
  List<String> names(List<TypedStatement.Target> targets) {
    List<String> names = new ArrayList<>();
    for (TypedStatement.Target target : targets) {
      if (target.index().isEmpty()) {
        names.add(target.name());
        continue;
      }
      int at = evaluator.integer(target.index().get(), Locals.NONE, "the index of a letter");
      if (at < 1) {
        throw errors.wrongValue(target.span(), "the index of a letter", "at least 1", "" + at);
      }
      names.add(target.name() + "[" + at + "]");
    }
    return names;
  }

  void withoutLaw(TypedStatement.Abstract rv) {
    List<String> names = names(rv.targets());
    Optional<List<Value>> alphabet = rv.alphabet().map(this::alphabet);
    environment.redeclare(names);
    List<Variable> variables = new ArrayList<>();
    for (String name : names) {
      variables.add(
          alphabet.map(of -> Variable.free(name, of)).orElseGet(() -> Variable.withoutLaw(name)));
    }
    environment.declare(variables);
  }

  /** The outcomes of variables whose law is to be chosen. */
  private List<Value> alphabet(TypedExpr of) {
    List<Value> alphabet = evaluator.items(of, Locals.NONE);
    LawReader.requireDistinct(errors, alphabet, of.span());
    if (alphabet.isEmpty()) {
      throw errors.wrongValue(of.span(), "an alphabet", "at least one outcome", "{}");
    }
    return alphabet;
  }

  String function(TypedStatement.FunctionOf function) {
    String name = names(List.of(function.target())).get(0);
    Variable variable = new Randoms(evaluator).function(name, function.body(), Locals.NONE);
    if (variable.parents().contains(name)) {
      throw errors.wrongValue(
          function.span(), "a variable", "a function of other variables", "of itself");
    }
    environment.redeclare(List.of(name));
    environment.declare(List.of(variable));
    if (Bijections.isArithmetic(function.body())) {
      environment.sorts().derived(function.target().name(), variable.parents());
    }
    return name;
  }

  List<String> law(TypedStatement.Law law) {
    List<String> names = names(law.targets());
    Span at = law.law().span();
    List<String> parents = new ArrayList<>();
    for (TypedExpr given : law.given()) {
      parents.addAll(VariableLaws.names(evaluator.variables(given, Locals.NONE).group()));
    }
    Optional<Channel> computed = new ComputedLaws(evaluator).of(law.law(), parents);
    Value value =
        computed.isPresent()
            ? computed.get()
            : new LawReader(evaluator).lawOrChannel(law.law(), Locals.NONE);
    for (String parent : parents) {
      if (names.contains(parent)) {
        throw errors.wrongValue(law.span(), "what a law is given", "other variables", parent);
      }
    }
    if (parents.isEmpty() && value instanceof Channel) {
      throw errors.needsInput(at);
    }
    Randoms randoms = new Randoms(evaluator);
    boolean open = parents.stream().anyMatch(p -> !randoms.declared(p, law.span()).hasAlphabet());
    boolean free = parents.stream().anyMatch(p -> randoms.declared(p, law.span()).free());
    List<Variable> variables =
        open ? open(names, parents) : lawful(names, parents, value, free, law.span(), at);
    environment.redeclare(names);
    LawReader.lawful(
        errors,
        at,
        () -> {
          environment.declare(variables);
          return variables;
        });
    return names;
  }

  private static List<Variable> open(List<String> names, List<String> parents) {
    List<Variable> variables = new ArrayList<>();
    for (String name : names) {
      variables.add(new Variable(name, Optional.empty(), parents, false, m -> m));
    }
    return variables;
  }

  private List<Variable> lawful(
      List<String> names, List<String> parents, Value law, boolean free, Span span, Span at) {
    List<Value> outputs =
        law instanceof Channel channel ? channel.outputs() : ((Distribution) law).outcomes();
    List<List<Value>> alphabets = alphabets(outputs, names.size(), at);
    List<Integer> sizes = new ArrayList<>();
    double width = 1;
    for (List<Value> alphabet : alphabets) {
      sizes.add(alphabet.size());
      width *= alphabet.size();
    }
    double inputs = environment.model().cells(parents);
    if (width * inputs > MOST_OUTCOMES) {
      throw sit.limits.LimitReached.memory(
          "the law of " + String.join(", ", names), width * inputs, MOST_OUTCOMES);
    }
    int[] columns = columns(outputs, alphabets);
    List<List<Quantity>> rows = rows(law, parents, (int) inputs, span, at);
    List<Quantity> cells = new ArrayList<>();
    for (List<Quantity> row : rows) {
      evaluator.limits().check();
      Quantity[] dense = new Quantity[(int) width];
      java.util.Arrays.fill(dense, Quantity.of(0));
      for (int i = 0; i < columns.length; i++) {
        dense[columns[i]] = row.get(i);
      }
      cells.addAll(List.of(dense));
    }
    List<Scalar> scalars = new ArrayList<>();
    for (Quantity cell : cells) {
      evaluator.limits().check();
      scalars.add(LawReader.scalar(cell));
    }
    Masses masses = Masses.of(scalars, LawReader.relativeError(cells));
    UnaryOperator<Model> addition = m -> m.withKernel(names, sizes, parents, masses);
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      UnaryOperator<Model> mine = i == 0 ? addition : UnaryOperator.identity();
      Optional<List<Value>> alphabet = Optional.of(alphabets.get(i));
      variables.add(new Variable(names.get(i), alphabet, parents, false, free, mine));
    }
    return variables;
  }

  /** The alphabet of each variable, from the joint outcomes. */
  private List<List<Value>> alphabets(List<Value> outcomes, int parts, Span at) {
    if (parts == 1) {
      return List.of(outcomes);
    }
    List<Map<String, Value>> alphabets = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      alphabets.add(new LinkedHashMap<>());
    }
    for (Value outcome : outcomes) {
      if (!(outcome instanceof Value.Items items) || items.items().size() != parts) {
        throw errors.outcomeShape(at, ValuePrinter.outcome(outcome), parts);
      }
      for (int i = 0; i < parts; i++) {
        Value value = items.items().get(i);
        alphabets.get(i).putIfAbsent(ValuePrinter.outcome(value), value);
      }
    }
    List<List<Value>> sorted = new ArrayList<>();
    for (Map<String, Value> alphabet : alphabets) {
      sorted.add(new ArrayList<>(alphabet.values()));
    }
    return sorted;
  }

  /**
   * Where each joint outcome stands in a table of all of them, the last variable running fastest.
   */
  private static int[] columns(List<Value> outcomes, List<List<Value>> alphabets) {
    List<Map<String, Integer>> places = new ArrayList<>();
    for (List<Value> alphabet : alphabets) {
      Map<String, Integer> place = new LinkedHashMap<>();
      alphabet.forEach(v -> place.put(ValuePrinter.outcome(v), place.size()));
      places.add(place);
    }
    int[] columns = new int[outcomes.size()];
    for (int i = 0; i < columns.length; i++) {
      List<Value> parts =
          places.size() == 1 ? List.of(outcomes.get(i)) : ((Value.Items) outcomes.get(i)).items();
      int column = 0;
      for (int k = 0; k < places.size(); k++) {
        String key = ValuePrinter.outcome(parts.get(k));
        column = column * alphabets.get(k).size() + places.get(k).get(key);
      }
      columns[i] = column;
    }
    return columns;
  }

  /** A row of probabilities for each joint outcome of the parents. */
  private List<List<Quantity>> rows(
      Value law, List<String> parents, int inputs, Span span, Span at) {
    if (law instanceof Distribution distribution) {
      return java.util.Collections.nCopies(inputs, distribution.probabilities());
    }
    return rows((Channel) law, tuples(parents, span), at);
  }

  /** The rows of a channel for inputs in the order given. */
  List<List<Quantity>> rows(Channel channel, List<Value> tuples, Span at) {
    if (channel.inputs().isEmpty()) {
      if (channel.rows().size() != tuples.size()) {
        throw errors.rowCount(at, channel.rows().size(), tuples.size());
      }
      return channel.rows();
    }
    Map<String, List<Quantity>> known = new LinkedHashMap<>();
    for (int i = 0; i < channel.inputs().size(); i++) {
      known.put(ValuePrinter.outcome(channel.inputs().get(i)), channel.rows().get(i));
    }
    List<List<Quantity>> rows = new ArrayList<>();
    for (Value input : tuples) {
      String key = ValuePrinter.outcome(input);
      if (!known.containsKey(key)) {
        throw errors.noRow(at, key);
      }
      rows.add(known.get(key));
    }
    return rows;
  }

  /** The joint outcomes of some variables in the order in which they are named. */
  private List<Value> tuples(List<String> names, Span at) {
    Randoms randoms = new Randoms(evaluator);
    List<List<Value>> alphabets = new ArrayList<>();
    for (String name : names) {
      alphabets.add(randoms.declared(name, at).alphabet().orElseThrow());
    }
    return VariableLaws.product(alphabets);
  }
}
