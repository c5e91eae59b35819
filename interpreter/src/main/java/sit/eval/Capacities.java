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

/**
 * Optima of the form {@code max I(X; Y) over p(X)}, for which there is an algorithm of their own
 * with a matrix for its channel.
 */
final class Capacities {
  private static final double GAP = 1e-12;

  private final Evaluator evaluator;

  Capacities(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The capacity; empty if the optimum has another form. */
  Optional<Quantity> value(TypedExpr.Optimum optimum, Locals locals) {
    boolean information =
        optimum.maximum()
            && !optimum.argument()
            && optimum.constraints().isEmpty()
            && optimum.over().given().isEmpty()
            && optimum.objective() instanceof TypedExpr.Measure measure
            && measure.shape().name().equals("I")
            && measure.separators().equals(List.of(";"));
    if (!information) {
      return Optional.empty();
    }
    TypedExpr.Measure measure = (TypedExpr.Measure) optimum.objective();
    Group over = Group.EMPTY;
    for (TypedExpr part : optimum.over().of()) {
      over = over.union(evaluator.variables(part, locals).group());
    }
    Group first = evaluator.variables(measure.slots().get(0), locals).group();
    Group second = evaluator.variables(measure.slots().get(1), locals).group();
    Group output = first.equals(over) ? second : first;
    boolean both = first.equals(over) || second.equals(over);
    if (!both || !output.intersection(over).isEmpty()) {
      return Optional.empty();
    }
    Randoms randoms = new Randoms(evaluator);
    for (String name : VariableLaws.names(over.union(output))) {
      if (!randoms.declared(name, optimum.span()).hasAlphabet()) {
        return Optional.empty();
      }
    }
    return Optional.of(capacity(over, output, optimum.span()));
  }

  private Quantity capacity(Group input, Group output, Span at) {
    List<String> inputs = VariableLaws.names(input);
    List<String> outputs = VariableLaws.names(output);
    Channel channel =
        LawReader.lawful(
            evaluator.errors(),
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
