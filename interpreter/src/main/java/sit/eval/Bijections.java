package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.term.Group;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/**
 * Which arguments a function takes one to one, whatever its other arguments are: those that stand
 * in it once, below sums, differences, {@code xor} and multiples.
 */
final class Bijections {
  private final Evaluator evaluator;
  private final Locals locals;
  private final Map<String, Integer> occurrences = new TreeMap<>();
  private final Map<String, Rational> scales = new TreeMap<>();
  private final Map<String, Rational> sum = new TreeMap<>();
  private boolean linear = true;

  private Bijections(Evaluator evaluator, Locals locals) {
    this.evaluator = evaluator;
    this.locals = locals;
  }

  /** The multiples of which a function is the sum, but for a constant; empty if it is none. */
  static Optional<Map<String, Rational>> sum(TypedExpr expr, Evaluator evaluator, Locals locals) {
    Bijections bijections = new Bijections(evaluator, locals);
    bijections.visit(expr, Optional.of(Rational.ONE));
    return bijections.linear ? Optional.of(bijections.sum) : Optional.empty();
  }

  /** A variable without a law that is a function of its parents. */
  static Variable variable(
      String name, List<String> parents, TypedExpr expr, Evaluator evaluator, Locals locals) {
    List<Variable.Inverse> inverses = of(expr, evaluator, locals);
    Optional<Map<String, Rational>> sum = sum(expr, evaluator, locals);
    return new Variable(
        name,
        Optional.empty(),
        parents,
        true,
        inverses,
        sum,
        false,
        model -> model,
        Optional.empty(),
        Optional.empty());
  }

  static List<Variable.Inverse> of(TypedExpr expr, Evaluator evaluator, Locals locals) {
    Bijections bijections = new Bijections(evaluator, locals);
    bijections.visit(expr, Optional.of(Rational.ONE));
    List<Variable.Inverse> all = new ArrayList<>();
    bijections.scales.forEach(
        (name, scale) -> {
          if (bijections.occurrences.get(name) == 1) {
            all.add(new Variable.Inverse(name, scale.abs()));
          }
        });
    return all;
  }

  /** Goes through an expression that the function stretches so much, or not one to one. */
  private void visit(TypedExpr expr, Optional<Rational> scale) {
    if (!(expr instanceof TypedExpr.Operation operation)) {
      leaf(expr, scale);
      return;
    }
    List<TypedExpr> parts = operation.operands();
    switch (operation.operator()) {
      case "+" -> parts.forEach(part -> visit(part, scale));
      case "-" -> {
        boolean unary = parts.size() == 1;
        visit(parts.get(0), unary ? scale.map(Rational::negate) : scale);
        if (!unary) {
          visit(parts.get(1), scale.map(Rational::negate));
        }
      }
      case "xor" -> {
        linear = false;
        parts.forEach(part -> visit(part, scale));
      }
      case "*" -> {
        visit(parts.get(0), product(scale, number(parts.get(1))));
        visit(parts.get(1), product(scale, number(parts.get(0))));
      }
      case "/" -> {
        Optional<Rational> by = number(parts.get(1)).map(Rational.ONE::divide);
        visit(parts.get(0), product(scale, by));
        visit(parts.get(1), Optional.empty());
      }
      default -> parts.forEach(part -> visit(part, Optional.empty()));
    }
  }

  private static Optional<Rational> product(Optional<Rational> scale, Optional<Rational> factor) {
    return scale.flatMap(s -> factor.map(s::multiply));
  }

  /** A number that is not zero. */
  private Optional<Rational> number(TypedExpr expr) {
    return new Dependences(evaluator).isRandom(expr, locals)
        ? Optional.empty()
        : Optional.of(evaluator.evaluate(expr, locals))
            .filter(value -> value instanceof Quantity)
            .flatMap(value -> ((Quantity) value).rational())
            .filter(value -> !value.isZero());
  }

  private void leaf(TypedExpr expr, Optional<Rational> scale) {
    if (expr instanceof TypedExpr.Reference
        || expr instanceof TypedExpr.Select
        || expr instanceof TypedExpr.Slice) {
      if (new Dependences(evaluator).isRandom(expr, locals)) {
        Value value = evaluator.evaluate(expr, locals);
        Group group = ((Value.Variables) value).group();
        for (sit.term.Variable variable : group) {
          String name = variable.toString();
          occurrences.merge(name, group.size() == 1 ? 1 : 2, Integer::sum);
          linear &= scale.isPresent() && group.size() == 1;
          scale.ifPresent(s -> scales.put(name, s));
          scale.ifPresent(s -> sum.merge(name, s, Rational::add));
        }
      }
      return;
    }
    expr.children().forEach(child -> visit(child, Optional.empty()));
  }

  /** The groups that a function of variables depends on, by how they are written. */
  static Map<String, Group> parents(TypedExpr expr, Evaluator evaluator, Locals locals) {
    Map<String, Group> found = new TreeMap<>();
    if (expr instanceof TypedExpr.Reference
        || expr instanceof TypedExpr.Select
        || expr instanceof TypedExpr.Slice) {
      if (new Dependences(evaluator).isRandom(expr, locals)) {
        for (sit.term.Variable variable :
            ((Value.Variables) evaluator.evaluate(expr, locals)).group()) {
          found.put(variable.toString(), Group.of(variable));
        }
      }
    }
    expr.children().forEach(child -> found.putAll(parents(child, evaluator, locals)));
    return found;
  }

  /** Whether a function of variables that have a density may have one too. */
  static boolean isArithmetic(TypedExpr expr) {
    if (!(expr instanceof TypedExpr.Operation operation)) {
      return true;
    }
    return List.of("+", "-", "*", "/", "^").contains(operation.operator())
        && operation.operands().stream().allMatch(Bijections::isArithmetic);
  }
}
