package sit.eval;

import java.util.Optional;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Where a continuous function that changes its sign between two places is zero. The places between
 * which its sign is seen to change, bounds of every rounding included, enclose a root.
 */
final class Roots {
  private final Evaluator evaluator;

  /** How well the worst known value of the function is known. */
  private Accuracy accuracy = Accuracy.CERTIFIED;

  Roots(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value value(TypedExpr.Root root, Locals locals) {
    Quantity from = end(root.from(), locals);
    Quantity to = end(root.to(), locals);
    Optional<Integer> left = sign(root, from, locals);
    Optional<Integer> right = sign(root, to, locals);
    if (left.equals(Optional.of(0)) || right.equals(Optional.of(0))) {
      Quantity end = left.equals(Optional.of(0)) ? from : to;
      return accuracy.isCertain() ? end : end.knownAs(accuracy);
    }
    if (left.isEmpty() || right.isEmpty() || left.equals(right)) {
      throw new RootErrors(evaluator.source())
          .noChange(root.span(), root.name(), Terms.print(from), Terms.print(to));
    }
    double low = edge(root, from.value(), to.value(), left.get(), locals);
    double high = edge(root, to.value(), low, right.get(), locals);
    double middle = low + (high - low) / 2;
    return Quantity.between(middle, Math.min(low, high), Math.max(low, high), Unit.NONE, accuracy);
  }

  /** As near to the other side as halving sees the sign that stands at {@code seen}. */
  private double edge(TypedExpr.Root root, double seen, double beyond, int sign, Locals locals) {
    double near = seen;
    double far = beyond;
    while (true) {
      double middle = near + (far - near) / 2;
      if (middle == near || middle == far) {
        return near;
      }
      if (sign(root, at(middle), locals).equals(Optional.of(sign))) {
        near = middle;
      } else {
        far = middle;
      }
    }
  }

  private static Quantity at(double place) {
    return Quantity.between(place, place, place, Unit.NONE, Accuracy.ROUNDING);
  }

  private Quantity end(TypedExpr expr, Locals locals) {
    return finite(evaluator.evaluate(expr, locals), expr.span());
  }

  private Optional<Integer> sign(TypedExpr.Root root, Quantity at, Locals locals) {
    evaluator.limits().check();
    Value value = evaluator.evaluate(root.body(), locals.with(root.name(), at));
    Quantity number = finite(value, root.body().span());
    accuracy = accuracy.and(number.accuracy());
    return Arithmetic.compare(number, Quantity.of(0).withUnit(number.unit()));
  }

  private Quantity finite(Value value, Span at) {
    if (value instanceof Quantity quantity && Double.isFinite(quantity.value())) {
      return quantity;
    }
    throw evaluator.errors().wrongValue(at, "this", "a finite number", Terms.print(value));
  }
}
