package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;

/** The values that a name runs through while something is drawn or listed. */
final class Sweep {
  private static final int DRAWN_PARTS = 100;
  private static final int LISTED_PARTS = 10;
  private static final int MOST_VALUES = 10_000;

  private final Evaluator evaluator;
  private final TypedStatement.Sweep sweep;

  Sweep(Evaluator evaluator, TypedStatement.Sweep sweep) {
    this.evaluator = evaluator;
    this.sweep = sweep;
  }

  /** The items of a list; of a range the places at its steps, from end to end. */
  List<Value> values(boolean listed) {
    if (!(sweep.domain() instanceof TypedExpr.Range range)) {
      if (sweep.step().isPresent()) {
        throw evaluator
            .errors()
            .wrongValue(sweep.step().get().span(), "what has steps", "a range", "a list");
      }
      return evaluator.items(sweep.domain(), Locals.NONE);
    }
    Quantity from = number(range.from());
    Quantity to = number(range.to());
    if (to.value() < from.value()) {
      String met = "below its start";
      throw evaluator.errors().wrongValue(range.to().span(), "the end of a range", "above it", met);
    }
    if (sweep.step().isPresent()) {
      TypedExpr written = sweep.step().get();
      return steps(from, to, number(written), written.span());
    }
    if (sweep.counts()) {
      return steps(from, to, Quantity.of(1), range.span());
    }
    return parts(from, to, listed ? LISTED_PARTS : DRAWN_PARTS);
  }

  private Quantity number(TypedExpr expr) {
    Value value = evaluator.evaluate(expr);
    if (value instanceof Quantity quantity && !Double.isInfinite(quantity.value())) {
      return quantity;
    }
    throw evaluator.errors().wrongValue(expr.span(), "this", "a finite number", Terms.print(value));
  }

  private List<Value> steps(Quantity from, Quantity to, Quantity step, Span at) {
    if (step.value() <= 0) {
      throw evaluator.errors().wrongValue(at, "a step", "a positive number", Terms.print(step));
    }
    if ((to.value() - from.value()) / step.value() > MOST_VALUES) {
      String met = "more than " + MOST_VALUES + " values";
      throw evaluator.errors().tooLarge(at, met);
    }
    List<Value> all = new ArrayList<>();
    for (int i = 0; ; i++) {
      Quantity next = Arithmetic.add(from, Arithmetic.multiply(Quantity.of(i), step));
      Optional<Integer> past = Arithmetic.compare(next, to);
      if (past.orElse(0) > 0) {
        return all;
      }
      all.add(next);
    }
  }

  private static List<Value> parts(Quantity from, Quantity to, int parts) {
    Quantity width = Arithmetic.subtract(to, from);
    if (width.isExactZero()) {
      return List.of(from);
    }
    List<Value> all = new ArrayList<>();
    for (int i = 0; i <= parts; i++) {
      Quantity share = Quantity.of(Rational.of(i).divide(Rational.of(parts)));
      all.add(Arithmetic.add(from, Arithmetic.multiply(share, width)));
    }
    return all;
  }
}
