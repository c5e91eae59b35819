package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import sit.exact.Rational;
import sit.numeric.Bounded;
import sit.numeric.Expectation;
import sit.numeric.IllFormedLaw;
import sit.numeric.Joint;
import sit.numeric.Model;
import sit.source.Span;
import sit.term.Group;
import sit.term.Variable.Single;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Functions of random variables: their probabilities, their expectations, and the new variables
 * they make.
 */
final class Randoms {
  private final Evaluator evaluator;
  private final Environment environment;
  private final EvalErrors errors;

  Randoms(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
    this.errors = evaluator.errors();
  }

  /** Whether an expression is a function of random variables and not of their laws. */
  boolean isFunctionOfVariables(TypedExpr expr, Locals locals) {
    return new Dependences(evaluator).isFunctionOfVariables(expr, locals);
  }

  /** The variables that a function of variables depends on. */
  Set<String> variables(TypedExpr expr, Locals locals) {
    return new Dependences(evaluator).variables(expr, locals);
  }

  /**
   * The random variable that a function of others is, declared under the text of the function.
   *
   * @param expr what {@link #isFunctionOfVariables} accepts
   */
  Value.Variables derive(TypedExpr expr, Locals locals) {
    List<String> parents = List.copyOf(variables(expr, locals));
    String name = evaluator.source().phrase(expr.span());
    if (locals != Locals.NONE) {
      name = name + " of " + String.join(", ", parents);
    }
    if (environment.sorts().areContinuous(parents) && !Bijections.isArithmetic(expr)) {
      throw errors.wrongValue(
          expr.span(), "a function of continuous variables", "arithmetic", name);
    }
    if (environment.variable(name).isEmpty()) {
      environment.declare(List.of(function(name, expr, locals, parents)));
      environment.sorts().derived(name, parents);
    }
    return new Value.Variables(environment.sorts().marked(Group.of(new Single(name))));
  }

  /** A variable that is a function of its parents; without a law where one of them has none. */
  Variable function(String name, TypedExpr expr, Locals locals) {
    return function(name, expr, locals, List.copyOf(variables(expr, locals)));
  }

  private Variable function(String name, TypedExpr expr, Locals locals, List<String> parents) {
    for (String parent : parents) {
      if (!declared(parent, expr.span()).hasAlphabet()) {
        return Bijections.variable(name, parents, expr, evaluator, locals)
            .madeOf(Affines.ofLaws(evaluator, expr.span()).of(expr, locals));
      }
    }
    Model model = environment.model();
    double cells = model.cells(parents);
    if (cells > evaluator.limits().maxCells()) {
      throw sit.limits.LimitReached.memory(
          "the function " + name, cells, evaluator.limits().maxCells());
    }
    int[] map = new int[(int) cells];
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Value> alphabet = new ArrayList<>();
    List<List<Value>> alphabets = alphabets(parents, expr.span());
    int[] outcome = new int[parents.size()];
    for (int cell = 0; cell < map.length; cell++) {
      Value value = at(expr, locals, parents, alphabets, outcome);
      Value label = value instanceof Value.Truth t ? Quantity.of(t.value() ? 1 : 0) : value;
      Integer number = numbers.putIfAbsent(ValuePrinter.outcome(label), alphabet.size());
      if (number == null) {
        alphabet.add(label);
      }
      map[cell] = number == null ? alphabet.size() - 1 : number;
      advance(outcome, alphabets);
    }
    boolean free = parents.stream().anyMatch(p -> declared(p, expr.span()).free());
    return Variable.function(name, alphabet, parents, free, map);
  }

  private static void advance(int[] outcome, List<List<Value>> alphabets) {
    for (int i = outcome.length - 1; i >= 0; i--) {
      if (++outcome[i] < alphabets.get(i).size()) {
        return;
      }
      outcome[i] = 0;
    }
  }

  private Value at(
      TypedExpr expr,
      Locals locals,
      List<String> names,
      List<List<Value>> alphabets,
      int[] outcome) {
    evaluator.limits().check();
    Map<String, Value> outcomes = new HashMap<>();
    for (int i = 0; i < outcome.length; i++) {
      outcomes.put(names.get(i), alphabets.get(i).get(outcome[i]));
    }
    return evaluator.at(outcomes).evaluate(expr, locals);
  }

  private List<List<Value>> alphabets(List<String> names, Span at) {
    List<List<Value>> all = new ArrayList<>();
    for (String name : names) {
      all.add(
          declared(name, at).alphabet().orElseThrow(() -> errors.noValue(at, "`" + name + "`")));
    }
    return all;
  }

  /** A declared variable; a letter that was not declared by itself has no law. */
  Variable declared(String name, Span at) {
    if (environment.hasProcesses()) {
      Optional<Variable> letter = new ProcessLaws(evaluator).letter(name, at);
      if (letter.isPresent()) {
        return letter.get();
      }
    }
    if (environment.isStale(name)) {
      throw errors.stale(at, name);
    }
    return environment.variable(name).orElseGet(() -> Variable.withoutLaw(name));
  }

  Value probability(TypedExpr.Probability probability, Locals locals) {
    List<TypedExpr> parts = new ArrayList<>(List.of(probability.event()));
    probability.given().ifPresent(parts::add);
    Optional<Under> under = under(parts, locals, probability.span());
    if (under.isEmpty()) {
      return new Unknowns(evaluator).kept("P", parts, locals);
    }
    Predicate<int[]> event = event(probability.event(), locals, under.get());
    return measured(
        probability.given(),
        locals,
        under.get(),
        probability.span(),
        law -> law.probability(event),
        law -> law.exactProbability(event));
  }

  Value expectation(TypedExpr.Expectation expectation, Locals locals) {
    boolean densities = Densities.speaks(expectation.value());
    if (densities && !evaluator.domain().isNumeric() && expectation.given().isEmpty()) {
      return new Averages(evaluator).expectation(expectation.value(), locals);
    }
    List<TypedExpr> parts = new ArrayList<>(List.of(expectation.value()));
    expectation.given().ifPresent(parts::add);
    Optional<Under> under = under(parts, locals, expectation.span());
    if (under.isEmpty() && densities && expectation.given().isEmpty()) {
      return new Randoms(evaluator.in(new Domain.Entropies())).expectation(expectation, locals);
    } else if (under.isEmpty()) {
      return new Unknowns(evaluator).kept("E", parts, locals);
    }
    if (densities && expectation.given().isEmpty()) {
      return mean(expectation, locals, under.get());
    }
    Map<String, Quantity> known = new HashMap<>();
    Unit[] unit = {Unit.NONE};
    boolean[] exact = {true};
    Function<int[], Quantity> value =
        outcome -> {
          String key = java.util.Arrays.toString(outcome);
          return known.computeIfAbsent(
              key, k -> number(expectation.value(), locals, under.get(), outcome));
        };
    ToDoubleFunction<int[]> rounded =
        outcome -> {
          Quantity quantity = value.apply(outcome);
          unit[0] = quantity.unit();
          exact[0] &= quantity.rational().isPresent();
          return quantity.value();
        };
    Function<int[], Rational> rational =
        outcome -> value.apply(outcome).rational().orElse(Rational.ZERO);
    Value result =
        measured(
            expectation.given(),
            locals,
            under.get(),
            expectation.span(),
            law -> widened(law.of(rounded), known),
            law -> exact[0] ? law.exactly(rational) : Optional.empty());
    return ((Quantity) result).withUnit(unit[0]);
  }

  /** A mean of logarithms, which is exact where they are. */
  private Value mean(TypedExpr.Expectation expectation, Locals locals, Under under) {
    List<Value> terms = new ArrayList<>();
    int[] outcome = new int[under.names().size()];
    for (int cell = 0; cell < under.law().cells(); cell++) {
      Quantity weight = VariableLaws.probability(under.law(), cell);
      if (!weight.isExactZero()) {
        Quantity value = number(expectation.value(), locals, under, outcome);
        terms.add(Arithmetic.multiply(weight, value));
      }
      advance(outcome, under.alphabets());
    }
    return new Operations(evaluator).sum(terms, expectation.span());
  }

  /** The values of the function are themselves known only within bounds. */
  private static Bounded widened(Bounded mean, Map<String, Quantity> values) {
    double widest = 0;
    for (Quantity quantity : values.values()) {
      widest = Math.max(widest, quantity.upper() - quantity.lower());
    }
    return Double.isFinite(widest) && Double.isFinite(mean.value())
        ? new Bounded(mean.value(), mean.error() + widest)
        : mean;
  }

  private Quantity number(TypedExpr expr, Locals locals, Under under, int[] outcome) {
    Value value = at(expr, locals, under.names(), under.alphabets(), outcome);
    if (value instanceof Value.Truth truth) {
      return Quantity.of(truth.value() ? 1 : 0);
    }
    if (value instanceof Quantity quantity) {
      return quantity;
    }
    throw errors.wrongValue(expr.span(), "what is averaged", "a number", Terms.print(value));
  }

  /** The joint law of the variables of an event or a function. */
  private record Under(List<String> names, List<List<Value>> alphabets, Joint law) {}

  private Optional<Under> under(List<TypedExpr> parts, Locals locals, Span at) {
    Set<String> found = new TreeSet<>();
    parts.forEach(p -> found.addAll(variables(p, locals)));
    List<String> names = List.copyOf(found);
    for (String name : names) {
      if (!declared(name, at).hasLaw()) {
        return Optional.empty();
      }
    }
    if (names.isEmpty() || !evaluator.domain().isNumeric()) {
      return names.isEmpty() ? Optional.of(certain()) : Optional.empty();
    }
    Joint law = environment.model().marginal(names, evaluator.limits());
    return Optional.of(new Under(names, alphabets(names, at), law));
  }

  private static Under certain() {
    Joint one = Joint.of(List.of("1"), List.of(1), sit.numeric.Laws.uniform(1));
    return new Under(List.of("1"), List.of(List.of(Quantity.of(1))), one);
  }

  private Predicate<int[]> event(TypedExpr event, Locals locals, Under under) {
    return outcome -> {
      Value value = at(event, locals, under.names(), under.alphabets(), outcome);
      if (value instanceof Value.Truth truth) {
        return truth.value();
      }
      throw errors.wrongValue(event.span(), "an event", "a condition", Terms.print(value));
    };
  }

  private Value measured(
      Optional<TypedExpr> given,
      Locals locals,
      Under under,
      Span at,
      Function<Expectation, Bounded> rounded,
      Function<Expectation, Optional<Rational>> exact) {
    Expectation law = Expectation.under(under.law(), evaluator.limits());
    if (given.isPresent()) {
      law = law.given(event(given.get(), locals, under));
    }
    try {
      Bounded bounded = rounded.apply(law);
      Optional<Rational> rational = exact.apply(law);
      if (rational.isPresent()) {
        return Quantity.of(rational.get());
      }
      double error = bounded.error();
      return Quantity.between(
          bounded.value(),
          bounded.value() - error,
          bounded.value() + error,
          Unit.NONE,
          Accuracy.ROUNDING);
    } catch (IllFormedLaw e) {
      String condition = given.map(g -> evaluator.source().text(g.span())).orElse("");
      throw errors.noSuchOutcome(at, condition);
    } catch (ArithmeticException e) {
      throw errors.undefinedOperation(at, e.getMessage());
    }
  }
}
