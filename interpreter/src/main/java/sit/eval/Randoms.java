package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    if (expr instanceof TypedExpr.Operation operation) {
      for (TypedExpr operand : operation.operands()) {
        if (isRandom(operand, locals)) {
          return true;
        }
      }
      return false;
    }
    if (expr instanceof TypedExpr.Apply apply && Calls.actsOnOutcomes(apply.function())) {
      for (TypedExpr argument : apply.arguments()) {
        if (isRandom(argument, locals)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean isRandom(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Reference reference) {
      Optional<Value> local = locals.find(reference.name());
      if (local.isPresent()) {
        return local.get() instanceof Value.Variables;
      }
      if (reference.kind() == sit.typed.Symbol.Kind.VALUE) {
        return environment.value(reference.name()).orElse(null) instanceof Value.Variables;
      }
      return reference.kind() == sit.typed.Symbol.Kind.VARIABLE;
    }
    if (expr instanceof TypedExpr.Joint joint) {
      return joint.parts().stream().anyMatch(p -> isRandom(p, locals));
    }
    if (expr instanceof TypedExpr.Select || expr instanceof TypedExpr.Slice) {
      return expr.type() != sit.typed.Type.OUTCOMES
          && evaluator.evaluate(expr, locals) instanceof Value.Variables;
    }
    return isFunctionOfVariables(expr, locals);
  }

  /** The variables that a function of variables depends on. */
  Set<String> variables(TypedExpr expr, Locals locals) {
    Set<String> found = new TreeSet<>();
    collect(expr, locals, found, new HashSet<>());
    return found;
  }

  private void collect(TypedExpr expr, Locals locals, Set<String> found, Set<String> called) {
    if (expr instanceof TypedExpr.Reference
        || expr instanceof TypedExpr.Select
        || expr instanceof TypedExpr.Slice) {
      if (isRandom(expr, locals)) {
        Value value = evaluator.evaluate(expr, locals);
        ((Value.Variables) value).group().forEach(v -> found.add(v.toString()));
      }
    } else if (expr instanceof TypedExpr.DensityAt || expr instanceof TypedExpr.Mean) {
      expr.children().forEach(child -> collect(child, locals, found, called));
    } else if (expr instanceof TypedExpr.Joint joint) {
      joint.parts().forEach(p -> collect(p, locals, found, called));
    } else if (expr instanceof TypedExpr.Operation operation) {
      operation.operands().forEach(o -> collect(o, locals, found, called));
    } else if (expr instanceof TypedExpr.ListOf list) {
      list.items().forEach(i -> collect(i, locals, found, called));
    } else if (expr instanceof TypedExpr.Apply apply) {
      apply.arguments().forEach(a -> collect(a, locals, found, called));
      if (called.add(apply.function())) {
        environment
            .function(apply.function())
            .ifPresent(f -> collect(f.body(), Locals.NONE, found, called));
      }
    } else if (expr instanceof TypedExpr.SumIn sum) {
      collect(sum.list(), locals, found, called);
      collect(sum.body(), locals.with(sum.item(), Quantity.of(1)), found, called);
    } else if (expr instanceof TypedExpr.SumOver sum) {
      Locals at = locals.with(sum.index(), Quantity.of(1));
      collect(sum.body(), at, found, called);
    }
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
      if (!declared(parent, expr.span()).hasLaw()) {
        return Bijections.variable(name, parents, expr, evaluator, locals);
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
    int size = alphabet.size();
    return new Variable(
        name,
        Optional.of(List.copyOf(alphabet)),
        parents,
        true,
        m -> m.withFunction(name, size, parents, map));
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
