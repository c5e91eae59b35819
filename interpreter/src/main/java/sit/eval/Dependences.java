package sit.eval;

import java.util.HashSet;
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
        return local.get() instanceof Value.Variables;
      }
      if (reference.kind() == Symbol.Kind.VALUE) {
        return environment.value(reference.name()).orElse(null) instanceof Value.Variables;
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
    if (expr instanceof TypedExpr.Select || expr instanceof TypedExpr.Slice) {
      return expr.type() != Type.OUTCOMES
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
    boolean item =
        expr instanceof TypedExpr.Select select && !isOfProcess(select.base(), locals)
            || expr instanceof TypedExpr.Slice block && !isOfProcess(block.base(), locals);
    if (item) {
      expr.children().forEach(child -> collect(child, locals, found, called));
    } else if (expr instanceof TypedExpr.Reference
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
    } else if (expr instanceof TypedExpr.Each each) {
      collect(each.list(), locals, found, called);
      Locals inner = locals.with(each.item(), Quantity.of(1));
      collect(each.body(), inner, found, called);
      each.condition().ifPresent(c -> collect(c, inner, found, called));
    } else if (expr instanceof TypedExpr.SumIn sum) {
      collect(sum.list(), locals, found, called);
      collect(sum.body(), locals.with(sum.item(), Quantity.of(1)), found, called);
    } else if (expr instanceof TypedExpr.SumOver sum) {
      for (int t : new Indexing(evaluator).times(sum, locals)) {
        collect(sum.body(), locals.with(sum.index(), Quantity.of(t)), found, called);
      }
    }
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
