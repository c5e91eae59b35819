package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.numeric.Capacity;
import sit.numeric.Channel;
import sit.numeric.Joint;
import sit.numeric.Masses;
import sit.numeric.Model;
import sit.numeric.Scalar;
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
    Group over = evaluator.variables(optimum.over(), locals).group();
    Group first = evaluator.variables(measure.slots().get(0), locals).group();
    Group second = evaluator.variables(measure.slots().get(1), locals).group();
    Optional<Group> output =
        first.equals(over) ? Optional.of(second) : second.equals(over) ? Optional.of(first) : Optional.empty();
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
    for (String name : inputs) {
      Variable declared = new Randoms(evaluator).declared(name, at);
      if (!declared.parents().isEmpty() || !declared.alone()) {
        throw errors.noCapacity(at);
      }
    }
    // every input must be possible for the rows to be read off the joint law
    Model model = evaluator.environment().modelWithUniform(inputs);
    List<String> columns = new ArrayList<>(inputs);
    columns.addAll(outputs);
    Joint joint = model.marginal(columns, evaluator.limits());
    int width = (int) model.cells(outputs);
    int height = joint.cells() / width;
    List<Scalar> rows = new ArrayList<>();
    List<Quantity> cells = new ArrayList<>();
    for (int cell = 0; cell < joint.cells(); cell++) {
      Quantity scaled =
          sit.value.Arithmetic.multiply(VariableLaws.probability(joint, cell), Quantity.of(height));
      cells.add(scaled);
      rows.add(LawReader.scalar(scaled));
    }
    Channel channel = Channel.of(Masses.of(rows, LawReader.relativeError(cells)), width);
    Capacity found = channel.capacity(GAP, evaluator.limits());
    double lower = Math.max(0, found.lower());
    Quantity bits = Quantity.between(
        found.value().value(), lower, found.upper(), Unit.BIT, Accuracy.CERTIFIED);
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
