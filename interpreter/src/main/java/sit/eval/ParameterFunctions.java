package sit.eval;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.OpenParameter;
import sit.exact.closed.Parameter;
import sit.exact.closed.RationalFunction;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Forms;
import sit.value.Quantity;
import sit.value.Unit;
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
    // where the parameter has a value, that is put in after the derivative is taken
    Evaluator open = evaluator.in(evaluator.environment().unbound());
    ClosedForm itself = ClosedForm.of(RationalFunction.of(parameter.get()));
    Quantity free = Quantity.open(itself, Unit.NONE);
    Value value = open.evaluate(of, locals.with(parameter.get().name(), free));
    if (!(value instanceof Quantity quantity)) {
      throw evaluator
          .errors()
          .wrongValue(of.span(), "what has a derivative", "a number", Terms.print(value));
    }
    ClosedForm slope =
        quantity.form().map(f -> f.derivative(parameter.get())).orElse(ClosedForm.ZERO);
    return put(Quantity.open(slope, quantity.unit()), locals, apply);
  }

  /** The value where all parameters have one here; the form where none has. */
  private Value put(Quantity form, Locals locals, TypedExpr.Apply apply) {
    if (!form.isOpen()) {
      return form;
    }
    Parameters parameters = evaluator.environment().sorts().parameters();
    Map<Parameter, Rational> values = new TreeMap<>();
    boolean any = false;
    for (Parameter parameter : form.form().orElseThrow().parameters()) {
      Optional<Value> local = locals.find(parameter.name());
      Value value = local.or(() -> parameters.value(parameter.name())).orElseThrow();
      boolean number = value instanceof Quantity quantity && !quantity.isOpen();
      any |= number;
      if (number) {
        ((Quantity) value).rational().ifPresent(r -> values.put(parameter, r));
      }
    }
    if (!any) {
      return form;
    }
    boolean all = values.size() == form.form().orElseThrow().parameters().size();
    Optional<Quantity> found = all ? Forms.at(form, values) : Optional.empty();
    return found.orElseThrow(
        () ->
            new ParameterErrors(evaluator.source())
                .needsNumber(
                    apply.span(),
                    new OpenParameter(form.form().orElseThrow().parameters()).names()));
  }
}
