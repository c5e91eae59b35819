package sit.eval;

import java.util.List;
import java.util.Optional;
import sit.numeric.Capacity;
import sit.numeric.Channel;
import sit.source.Span;
import sit.term.Group;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** Optimisation over laws: the capacity of the channel from one group of variables to another. */
final class Optima {
  private static final double GAP = 1e-12;

  private final Evaluator evaluator;
  private final EvalErrors errors;

  Optima(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  Value evaluate(TypedExpr.Optimum optimum, Locals locals) {
    boolean information =
        optimum.maximum()
            && optimum.objective() instanceof TypedExpr.Measure measure
            && measure.shape().name().equals("I")
            && measure.separators().equals(List.of(";"));
    if (!information) {
      throw errors.noCapacity(optimum.span());
    }
    TypedExpr.Measure measure = (TypedExpr.Measure) optimum.objective();
    Group over = evaluator.variables(new TypedExpr.Joint(optimum.over().of(), sit.typed.Type.VARIABLES, optimum.over().span()), locals).group();
    Group first = evaluator.variables(measure.slots().get(0), locals).group();
    Group second = evaluator.variables(measure.slots().get(1), locals).group();
    Optional<Group> output =
        first.equals(over)
            ? Optional.of(second)
            : second.equals(over) ? Optional.of(first) : Optional.empty();
    boolean separate = output.filter(o -> o.intersection(over).isEmpty()).isPresent();
    if (!separate) {
      throw errors.noCapacity(optimum.span());
    }
    VariableLaws laws = new VariableLaws(evaluator);
    if (!laws.hasLaw(over, optimum.span()) || !laws.hasLaw(output.get(), optimum.span())) {
      throw errors.noValue(optimum.span(), "the capacity");
    }
    return capacity(over, output.get(), optimum.span());
  }

  private Value capacity(Group input, Group output, Span at) {
    List<String> inputs = VariableLaws.names(input);
    List<String> outputs = VariableLaws.names(output);
    Channel channel =
        LawReader.lawful(
            errors,
            at,
            () -> evaluator.environment().model().channel(inputs, outputs, evaluator.limits()));
    Capacity found = channel.capacity(GAP, evaluator.limits());
    double lower = Math.max(0, found.lower());
    Quantity bits =
        Quantity.between(found.value().value(), lower, found.upper(), Unit.BIT, Accuracy.CERTIFIED);
    if (evaluator.environment().unit() == Unit.BIT) {
      return bits;
    }
    double ln2 = Math.log(2);
    return Quantity.between(
        bits.value() * ln2,
        Math.nextDown(Math.nextDown(lower * ln2)),
        Math.nextUp(Math.nextUp(found.upper() * ln2)),
        Unit.NAT,
        Accuracy.CERTIFIED);
  }
}
