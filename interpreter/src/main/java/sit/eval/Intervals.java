package sit.eval;

import java.util.Optional;
import sit.exact.Rational;
import sit.exact.closed.Parameter;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Quantity;
import sit.value.Value;

/** Reads the intervals that parameters have their values in. */
final class Intervals {
  private final Evaluator evaluator;

  Intervals(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  void declare(TypedStatement.Param param) {
    param
        .intervals()
        .forEach(
            (name, interval) ->
                evaluator.environment().sorts().parameters().declare(parameter(name, interval)));
  }

  private Parameter parameter(String name, TypedStatement.Interval interval) {
    Optional<Rational> from = interval.from().map(this::end);
    Optional<Rational> to = interval.to().map(this::end);
    boolean empty = from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0;
    if (empty) {
      throw new ParameterErrors(evaluator.source())
          .emptyInterval(interval.span(), from.get().toString(), to.get().toString());
    }
    return new Parameter(name, from, to, interval.fromIn(), interval.toIn());
  }

  private Rational end(TypedExpr end) {
    Value value = evaluator.evaluate(end);
    Optional<Rational> exact =
        value instanceof Quantity quantity ? quantity.rational() : Optional.empty();
    return exact.orElseThrow(
        () ->
            evaluator
                .errors()
                .wrongValue(end.span(), "the end of an interval", "exact", Terms.print(value)));
  }
}
