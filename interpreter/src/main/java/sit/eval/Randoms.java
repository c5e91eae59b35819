package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.numeric.Model;
import sit.source.Span;
import sit.term.Group;
import sit.term.Variable.Single;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Functions of random variables, and the new variables they make. */
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

  static void advance(int[] outcome, List<List<Value>> alphabets) {
    for (int i = outcome.length - 1; i >= 0; i--) {
      if (++outcome[i] < alphabets.get(i).size()) {
        return;
      }
      outcome[i] = 0;
    }
  }

  Value at(
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

  List<List<Value>> alphabets(List<String> names, Span at) {
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
}
