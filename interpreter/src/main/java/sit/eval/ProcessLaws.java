package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.numeric.Masses;
import sit.numeric.Scalar;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.typed.TypedStatement.LetterLaw;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Processes with laws: their letters as random variables, declared when they are first asked for.
 */
final class ProcessLaws {
  private static final int MOST_OUTCOMES = 1 << 20;

  private final Evaluator evaluator;
  private final Environment environment;
  private final EvalErrors errors;

  ProcessLaws(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
    this.errors = evaluator.errors();
  }

  /** Declares processes; what their lines say is looked at when letters are asked for. */
  void declare(TypedStatement.ProcessLaw process) {
    List<Value> alphabet = process.alphabet().map(this::alphabet).orElse(List.of());
    Map<String, TreeMap<Integer, LetterLaw>> single = new TreeMap<>();
    Map<String, LetterLaw> general = new TreeMap<>();
    process.names().forEach(name -> single.put(name, new TreeMap<>()));
    for (LetterLaw letter : process.letters()) {
      boolean twice;
      if (letter.time().isPresent()) {
        twice = general.put(letter.process(), letter) != null;
      } else {
        int at = evaluator.integer(letter.at(), Locals.NONE, "the index of a letter");
        twice = single.get(letter.process()).put(at, letter) != null;
      }
      if (twice) {
        throw errors.wrongValue(letter.span(), "a letter", "one line", "two lines");
      }
    }
    for (String name : process.names()) {
      Optional<LetterLaw> line = Optional.ofNullable(general.get(name));
      environment.declareProcess(
          name, new ProcessRules(name, alphabet, single.get(name), line, evaluator.source()));
    }
    if (process.alphabet().isEmpty()) {
      process.names().forEach(environment.sorts()::continuous);
    }
    for (String name : process.names()) {
      first(environment.process(name).orElseThrow());
    }
  }

  private List<Value> alphabet(TypedExpr written) {
    List<Value> alphabet = evaluator.items(written, Locals.NONE);
    LawReader.requireDistinct(errors, alphabet, written.span());
    if (alphabet.isEmpty()) {
      throw errors.wrongValue(written.span(), "an alphabet", "at least one letter", "{}");
    }
    return alphabet;
  }

  /** Looks at the first letters now, so that what is wrong with their lines is said here. */
  private void first(ProcessRules rules) {
    if (rules.isFree()) {
      return;
    }
    int last = rules.single().isEmpty() ? 1 : Math.max(1, rules.single().lastKey());
    for (int time = rules.first(); time <= last + (rules.general().isPresent() ? 1 : 0); time++) {
      if (!isKnown(rules, time)) {
        return; // a process that it depends on is declared later
      }
      letter(rules.letter(time), rules.at(time).map(LetterLaw::span).orElseThrow());
    }
  }

  private boolean isKnown(ProcessRules rules, int time) {
    LetterLaw line = rules.at(time).orElse(null);
    if (line == null) {
      return false;
    }
    Evaluator in = evaluator.in(rules.source());
    for (TypedExpr part : mentioned(line)) {
      for (String parent : new Randoms(in).variables(part, at(line, time))) {
        int bracket = parent.lastIndexOf('[');
        boolean letter = bracket > 0 && parent.endsWith("]");
        if (letter && environment.process(parent.substring(0, bracket)).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<TypedExpr> mentioned(LetterLaw line) {
    List<TypedExpr> parts = new ArrayList<>(line.given());
    parts.add(line.law());
    return parts;
  }

  static Locals at(LetterLaw line, int time) {
    return line.time().isPresent()
        ? Locals.NONE.with(line.time().get(), Quantity.of(time))
        : Locals.NONE;
  }

  /** The letter of this name as a random variable; empty if no process with a law has it. */
  Optional<Variable> letter(String name, Span at) {
    int bracket = name.lastIndexOf('[');
    if (bracket <= 0 || !name.endsWith("]")) {
      return Optional.empty();
    }
    Optional<ProcessRules> rules = environment.process(name.substring(0, bracket));
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    int time = Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
    for (int t = rules.get().first(); t <= time; t++) {
      if (environment.variable(rules.get().letter(t)).isEmpty()) {
        evaluator.limits().check();
        draw(rules.get(), t, at);
      }
    }
    return environment.variable(name);
  }

  private void draw(ProcessRules rules, int time, Span at) {
    String name = rules.letter(time);
    if (rules.isFree()) {
      environment.declare(List.of(Variable.free(name, rules.alphabet())));
      return;
    }
    LetterLaw line = rules.at(time).orElseThrow(() -> errors.noLine(at, name, rules.name()));
    if (!environment.enter(name)) {
      throw evaluator.in(rules.source()).errors().circle(line.span(), name);
    }
    try {
      Evaluator in = evaluator.in(rules.source());
      List<String> parents = parents(in, rules, line, time);
      if (rules.isReal()) {
        Variable letter = new ContinuousVariables(in).letter(name, parents, line, at(line, time));
        environment.declare(List.of(letter));
        return;
      }
      Map<String, List<Value>> alphabets = new LinkedHashMap<>();
      boolean free = false;
      for (String parent : parents) {
        Variable known = new Randoms(in).declared(parent, line.span());
        free |= known.free();
        if (!known.hasAlphabet()) {
          Variable open = new Variable(name, Optional.empty(), parents, line.function(), m -> m);
          environment.declare(List.of(open));
          return;
        }
        alphabets.put(parent, known.alphabet().orElseThrow());
      }
      Masses rows = rows(in, rules, line, time, alphabets);
      int size = rules.alphabet().size();
      boolean chosen = free;
      LawReader.lawful(
          in.errors(),
          line.law().span(),
          () -> {
            environment.declare(
                List.of(
                    new Variable(
                        name,
                        Optional.of(rules.alphabet()),
                        parents,
                        line.function(),
                        chosen,
                        m -> m.withKernel(List.of(name), List.of(size), parents, rows))));
            return name;
          });
    } finally {
      environment.leave(name);
    }
  }

  /** The letters and variables that a line depends on, in the order in which it names them. */
  List<String> parents(Evaluator in, ProcessRules rules, LetterLaw line, int time) {
    Locals locals = at(line, time);
    for (TypedExpr part : mentioned(line)) {
      requirePast(in, part, locals, rules.letter(time));
    }
    if (line.function()) {
      return List.copyOf(new Randoms(in).variables(line.law(), locals));
    }
    List<String> parents = new ArrayList<>();
    for (TypedExpr given : line.given()) {
      for (String parent : VariableLaws.names(in.variables(given, locals).group())) {
        if (!parents.contains(parent)) {
          parents.add(parent);
        }
      }
    }
    for (String other : new Randoms(in).variables(line.law(), locals)) {
      if (!parents.contains(other)) {
        throw in.errors().notGiven(line.law().span(), other);
      }
    }
    return parents;
  }

  /** A line may not look back to before the beginning. */
  private void requirePast(Evaluator in, TypedExpr expr, Locals locals, String letter) {
    if (expr instanceof TypedExpr.Select select
        && in.evaluate(select.base(), locals) instanceof Value.Process process) {
      Optional<Integer> at = in.index(select.at(), locals).value().stream().boxed().findFirst();
      for (String name : process.names()) {
        int first = environment.process(name).map(ProcessRules::first).orElse(1);
        if (at.isPresent() && at.get() < first) {
          throw in.errors().noPast(expr.span(), letter, name + "[" + at.get() + "]");
        }
      }
      return;
    }
    for (TypedExpr child : expr.children()) {
      boolean bound = expr instanceof TypedExpr.SumOver || expr instanceof TypedExpr.SumIn;
      if (!bound) {
        requirePast(in, child, locals, letter);
      }
    }
  }

  /** A row of probabilities of the letter for each joint outcome of what its line depends on. */
  Masses rows(
      Evaluator in,
      ProcessRules rules,
      LetterLaw line,
      int time,
      Map<String, List<Value>> alphabets) {
    double inputs = 1;
    for (List<Value> alphabet : alphabets.values()) {
      inputs *= alphabet.size();
    }
    if (inputs * rules.alphabet().size() > MOST_OUTCOMES) {
      throw sit.limits.LimitReached.memory(
          "the law of " + rules.letter(time), inputs * rules.alphabet().size(), MOST_OUTCOMES);
    }
    Locals locals = at(line, time);
    List<List<Quantity>> rows = new ArrayList<>();
    boolean varies = line.function() || !new Randoms(in).variables(line.law(), locals).isEmpty();
    List<Value> tuples = VariableLaws.product(List.copyOf(alphabets.values()));
    if (!varies) {
      rows.addAll(table(in, rules, line, locals, tuples));
    } else {
      List<String> names = List.copyOf(alphabets.keySet());
      for (Value tuple : tuples) {
        in.limits().check();
        List<Value> parts = names.size() == 1 ? List.of(tuple) : ((Value.Items) tuple).items();
        Map<String, Value> outcome = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
          outcome.put(names.get(i), parts.get(i));
        }
        rows.add(row(in.at(outcome), rules, line, locals));
      }
    }
    List<Quantity> cells = new ArrayList<>();
    rows.forEach(cells::addAll);
    List<Scalar> scalars = new ArrayList<>();
    cells.forEach(cell -> scalars.add(LawReader.scalar(cell)));
    Masses masses = Masses.of(scalars, LawReader.relativeError(cells));
    return LawReader.lawful(
        in.errors(),
        line.law().span(),
        () -> masses.laws("the law of " + rules.letter(time), rules.alphabet().size()));
  }

  private List<List<Quantity>> table(
      Evaluator in, ProcessRules rules, LetterLaw line, Locals locals, List<Value> tuples) {
    Span at = line.law().span();
    Value law = new LawReader(in).lawOrChannel(line.law(), locals);
    List<List<Quantity>> rows = new ArrayList<>();
    if (law instanceof Distribution distribution) {
      List<Quantity> row =
          dense(in, rules, distribution.outcomes(), distribution.probabilities(), at);
      tuples.forEach(tuple -> rows.add(row));
      return rows;
    }
    Channel channel = (Channel) law;
    for (List<Quantity> row : new Declarations(in).rows(channel, tuples, at)) {
      rows.add(dense(in, rules, channel.outputs(), row, at));
    }
    return rows;
  }

  /** The law of a letter where what it depends on has taken an outcome. */
  private List<Quantity> row(Evaluator in, ProcessRules rules, LetterLaw line, Locals locals) {
    Span at = line.law().span();
    if (!line.function()) {
      Value law = new LawReader(in).lawOrChannel(line.law(), locals);
      if (law instanceof Distribution distribution) {
        return dense(in, rules, distribution.outcomes(), distribution.probabilities(), at);
      }
      throw in.errors().notALaw(at, ValuePrinter.outcome(law));
    }
    Value value = in.evaluate(line.law(), locals);
    Value label = value instanceof Value.Truth t ? Quantity.of(t.value() ? 1 : 0) : value;
    return dense(in, rules, List.of(label), List.of(Quantity.of(1)), at);
  }

  /** Probabilities in the order of the alphabet; outcomes 0, 1, 2, ... stand for its letters. */
  private List<Quantity> dense(
      Evaluator in, ProcessRules rules, List<Value> outcomes, List<Quantity> row, Span at) {
    Map<String, Integer> places = new LinkedHashMap<>();
    rules.alphabet().forEach(v -> places.put(ValuePrinter.outcome(v), places.size()));
    boolean known = outcomes.stream().allMatch(v -> places.containsKey(ValuePrinter.outcome(v)));
    boolean numbered = !known && outcomes.size() == places.size();
    for (int i = 0; numbered && i < outcomes.size(); i++) {
      numbered = ValuePrinter.outcome(outcomes.get(i)).equals(Integer.toString(i));
    }
    Quantity[] dense = new Quantity[places.size()];
    java.util.Arrays.fill(dense, Quantity.of(0));
    for (int i = 0; i < outcomes.size(); i++) {
      String outcome = ValuePrinter.outcome(outcomes.get(i));
      Integer place = numbered ? Integer.valueOf(i) : places.get(outcome);
      if (place == null) {
        throw in.errors()
            .notInAlphabet(at, outcome, rules.name(), String.join(", ", places.keySet()));
      }
      dense[place] = row.get(i);
    }
    return List.of(dense);
  }
}
