package sit.eval;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.Parameter;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** What is asked of functions of parameters: derivatives, and values at numbers. */
final class ParameterFunctions implements BuiltinFamily {
  private final Evaluator evaluator;

  ParameterFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    return builtin == Builtin.DERIVATIVE ? derivative(apply, locals) : at(apply, locals);
  }

  private Value at(TypedExpr.Apply apply, Locals locals) {
    Map<String, Quantity> numbers = new TreeMap<>();
    apply
        .options()
        .forEach(
            (name, number) -> {
              Value value = evaluator.evaluate(number, locals);
              if (!(value instanceof Quantity quantity) || quantity.isOpen()) {
                throw evaluator
                    .errors()
                    .wrongValue(number.span(), "`" + name + "`", "a number", Terms.print(value));
              }
              numbers.put(name, quantity);
            });
    Evaluator there = new Bindings(evaluator).at(numbers, apply.span());
    return there.evaluate(apply.arguments().get(0), locals);
  }

  private Value derivative(TypedExpr.Apply apply, Locals locals) {
    TypedExpr by = apply.arguments().get(1);
    Optional<Parameter> parameter =
        by instanceof TypedExpr.Reference reference
            ? evaluator.environment().sorts().parameters().find(reference.name())
            : Optional.empty();
    if (parameter.isEmpty()) {
      throw new ParameterErrors(evaluator.source()).notAParameter(by.span());
    }
    TypedExpr of = apply.arguments().get(0);
    Value value = evaluator.evaluate(of, locals);
    if (!(value instanceof Quantity quantity)) {
      throw evaluator
          .errors()
          .wrongValue(of.span(), "what has a derivative", "a number", Terms.print(value));
    }
    ClosedForm slope =
        quantity.form().map(f -> f.derivative(parameter.get())).orElse(ClosedForm.ZERO);
    return Quantity.open(slope, quantity.unit());
  }
}
