package sit.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.typed.Symbol;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** Which random variables an expression depends on. */
final class Dependences {
  private final Evaluator evaluator;
  private final Environment environment;

  Dependences(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
  }

  /** Whether an expression is a function of random variables and not of their laws. */
  boolean isFunctionOfVariables(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Select item && !isOfProcess(item.base(), locals)) {
      return isRandom(item, locals);
    }
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
        return isOfVariables(local.get());
      }
      if (reference.kind() == Symbol.Kind.VALUE) {
        return environment.value(reference.name()).filter(Dependences::isOfVariables).isPresent();
      }
      return reference.kind() == Symbol.Kind.VARIABLE;
    }
    if (expr instanceof TypedExpr.Joint joint) {
      return joint.parts().stream().anyMatch(p -> isRandom(p, locals));
    }
    if (expr instanceof TypedExpr.Select item && !isOfProcess(item.base(), locals)) {
      return isRandom(item.base(), locals) || isRandom(item.at(), locals);
    }
    if (expr instanceof TypedExpr.Slice block && !isOfProcess(block.base(), locals)) {
      return isRandom(block.base(), locals);
    }
    if (expr instanceof TypedExpr.Select
        || expr instanceof TypedExpr.Slice
        || isPrefix(expr, locals)) {
      return expr.type() != Type.OUTCOMES && isOfVariables(evaluator.evaluate(expr, locals));
    }
    return isFunctionOfVariables(expr, locals);
  }

  /** What came before the first letter is no variable. */
  private static boolean isOfVariables(Value value) {
    return value instanceof Value.Variables variables && !variables.group().isEmpty();
  }

  /** The variables that a function of variables depends on. */
  Set<String> variables(TypedExpr expr, Locals locals) {
    Set<String> found = new TreeSet<>();
    collect(expr, locals, found, new HashSet<>());
    return found;
  }

  private void collect(TypedExpr expr, Locals locals, Set<String> found, Set<String> called) {
    boolean part =
        expr instanceof TypedExpr.Select select && !isOfProcess(select.base(), locals)
            || expr instanceof TypedExpr.Slice block && !isOfProcess(block.base(), locals);
    boolean made = expr instanceof TypedExpr.Range || expr instanceof TypedExpr.Table;
    if (part || made) {
      expr.children().forEach(child -> collect(child, locals, found, called));
    } else if (expr instanceof TypedExpr.Reference
        || expr instanceof TypedExpr.Select
        || expr instanceof TypedExpr.Slice
        || isPrefix(expr, locals)) {
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
    } else if (expr instanceof TypedExpr.Each each) {
      collect(each.list(), locals, found, called);
      for (Value item : items(each.list(), locals)) {
        Locals inner = locals.with(each.item(), item);
        collect(each.body(), inner, found, called);
        each.condition().ifPresent(c -> collect(c, inner, found, called));
      }
    } else if (expr instanceof TypedExpr.SumIn sum) {
      collect(sum.list(), locals, found, called);
      for (Value item : items(sum.list(), locals)) {
        collect(sum.body(), locals.with(sum.item(), item), found, called);
      }
    } else if (expr instanceof TypedExpr.SumOver sum) {
      boolean known = isKnown(sum.from(), locals) && isKnown(sum.to(), locals);
      for (int t : known ? new Indexing(evaluator).times(sum, locals) : new int[] {1}) {
        collect(sum.body(), locals.with(sum.index(), Quantity.of(t)), found, called);
      }
    }
  }

  /** The items of a list; one that stands for all where they depend on what has no value here. */
  private List<Value> items(TypedExpr list, Locals locals) {
    boolean known = isKnown(list, locals) && variables(list, locals).isEmpty();
    return known && evaluator.evaluate(list, locals) instanceof Value.Items items
        ? items.items()
        : List.of(Quantity.of(1));
  }

  /** Whether every name has a value; those of a function's parameters have none in its body. */
  private boolean isKnown(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Reference reference) {
      return reference.kind() != Symbol.Kind.VALUE
          || locals.find(reference.name()).isPresent()
          || environment.value(reference.name()).isPresent();
    } else if (expr instanceof TypedExpr.Each each) {
      Locals inner = locals.with(each.item(), Quantity.of(1));
      return isKnown(each.list(), locals)
          && isKnown(each.body(), inner)
          && each.condition().filter(c -> !isKnown(c, inner)).isEmpty();
    } else if (expr instanceof TypedExpr.SumOver sum) {
      return isKnown(sum.body(), locals.with(sum.index(), Quantity.of(1)));
    } else if (expr instanceof TypedExpr.SumIn sum) {
      return isKnown(sum.body(), locals.with(sum.item(), Quantity.of(1)));
    }
    for (TypedExpr child : expr.children()) {
      if (!isKnown(child, locals)) {
        return false;
      }
    }
    return true;
  }

  /** A power of what a parameter of a definition stands for, which is a process: its prefix. */
  private boolean isPrefix(TypedExpr expr, Locals locals) {
    return expr instanceof TypedExpr.Operation operation
        && operation.operator().equals("^")
        && isOfProcess(operation.operands().get(0), locals);
  }

  /** Whether brackets behind an expression name letters of a process, and not items of a list. */
  private boolean isOfProcess(TypedExpr base, Locals locals) {
    return switch (base.type()) {
      case PROCESS, OUTCOME_PROCESS, SEQUENCE -> true;
      case LIST, MAP, LAW -> false;
      default ->
          base instanceof TypedExpr.Reference known
              && locals
                  .find(known.name())
                  .or(() -> environment.value(known.name()))
                  .filter(value -> value instanceof Value.Process)
                  .isPresent();
    };
  }
}
