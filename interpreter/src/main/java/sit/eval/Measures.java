package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.numeric.Amount;
import sit.numeric.Divergence;
import sit.numeric.Joint;
import sit.numeric.Masses;
import sit.numeric.Scalar;
import sit.numeric.continuous.DensityLaw;
import sit.source.Span;
import sit.term.Group;
import sit.term.Term;
import sit.typed.Shape;
import sit.typed.Signature;
import sit.typed.Signature.Slot;
import sit.typed.TypedExpr;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * The primitive measures, entropy and relative entropy, and the unfolding of those that are
 * defined.
 */
final class Measures {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  Measures(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  private Unit unit() {
    return evaluator.environment().unit();
  }

  Value entropy(TypedExpr.Entropy entropy, Locals locals) {
    if (!(entropy.of() instanceof TypedExpr.Joint) && !isFunction(entropy.of(), locals)) {
      Value value = evaluator.evaluate(entropy.of(), locals);
      if (value instanceof Value.Likelihood density) {
        return new Averages(evaluator).entropy(density, entropy.span());
      } else if (value instanceof Distribution law) {
        return quantity(joint(law, entropy.span()).entropy());
      } else if (value instanceof Value.Continuous law) {
        return new ContinuousMeasures(evaluator).entropy(law.law(), entropy.span());
      } else if (value instanceof Value.Symbolic law) {
        return new Value.Symbolic(new Term.Measure("H", List.of(law.term()), List.of()));
      }
    }
    Group group = evaluator.variables(entropy.of(), locals).group();
    if (group.isEmpty()) {
      return Quantity.of(sit.exact.LogSum.ZERO, unit());
    }
    if (!group.areContinuousApart()) {
      throw errors.notApart(entropy.span());
    }
    if (evaluator.domain().isNumeric() && group.isContinuous()) {
      Optional<Value> value = new ContinuousMeasures(evaluator).entropy(group, entropy.span());
      if (value.isPresent()) {
        return value.get();
      }
    }
    if (evaluator.domain().isNumeric()
        && new VariableLaws(evaluator).hasLaw(group, entropy.span())) {
      Amount amount =
          evaluator.environment().model().entropy(VariableLaws.names(group), evaluator.limits());
      return quantity(amount);
    }
    return new Value.Symbolic(new Term.Entropy(group));
  }

  private boolean isFunction(TypedExpr expr, Locals locals) {
    return new Randoms(evaluator).isFunctionOfVariables(expr, locals);
  }

  private Quantity quantity(Amount amount) {
    if (amount.open().isPresent()) {
      return Quantity.open(amount.open().get(), unit());
    }
    if (amount.exact().isPresent()) {
      return Quantity.of(amount.exact().get(), unit());
    }
    if (Double.isInfinite(amount.bits().value())) {
      return Quantity.infinite(true, unit());
    }
    return Quantity.bits(amount.bits().value(), amount.bits().error(), unit());
  }

  /** A law as a table of one variable. */
  Joint joint(Distribution law, Span at) {
    List<Scalar> scalars = new ArrayList<>();
    for (Quantity probability : law.probabilities()) {
      scalars.add(LawReader.scalar(probability));
    }
    Masses masses =
        LawReader.lawful(errors, at, () -> Masses.of(scalars).laws("the law", scalars.size()));
    return Joint.of(List.of("law"), List.of(scalars.size()), masses);
  }

  Value divergence(TypedExpr.Divergence divergence, Locals locals) {
    if (isDensity(divergence.from(), locals) || isDensity(divergence.to(), locals)) {
      return ofDensities(divergence, locals);
    }
    Optional<DensityLaw> dense = dense(divergence.from(), locals);
    Optional<DensityLaw> other = dense(divergence.to(), locals);
    if (dense.isPresent() && other.isPresent()) {
      return new ContinuousMeasures(evaluator)
          .divergence(dense.get(), other.get(), divergence.span());
    }
    if (dense.isPresent() || other.isPresent()) {
      TypedExpr plain = dense.isPresent() ? divergence.to() : divergence.from();
      if (law(plain, locals).isPresent()) {
        throw errors.alphabets(divergence.span());
      }
    }
    Optional<Distribution> from = law(divergence.from(), locals);
    Optional<Distribution> to = law(divergence.to(), locals);
    if (from.isEmpty() || to.isEmpty()) {
      List<Term> slots = new ArrayList<>();
      for (TypedExpr side : List.of(divergence.from(), divergence.to())) {
        slots.add(new Operations(evaluator).term(evaluator.evaluate(side, locals), side.span()));
      }
      return new Value.Symbolic(new Term.Measure("D", slots, List.of("||")));
    }
    Map<String, Value> outcomes = new LinkedHashMap<>();
    from.get().outcomes().forEach(o -> outcomes.put(ValuePrinter.outcome(o), o));
    int mine = outcomes.size();
    to.get().outcomes().forEach(o -> outcomes.put(ValuePrinter.outcome(o), o));
    if (outcomes.size() == mine + to.get().outcomes().size()) {
      throw errors.alphabets(divergence.span());
    }
    List<String> order = List.copyOf(outcomes.keySet());
    Joint p = joint(spread(from.get(), order), divergence.from().span());
    Joint q = joint(spread(to.get(), order), divergence.to().span());
    return quantity(Divergence.of(p, q));
  }

  /** A law with a density, or that of variables that have one. */
  private Optional<DensityLaw> dense(TypedExpr expr, Locals locals) {
    Value value = evaluator.lawOrVariables(expr, locals);
    if (value instanceof Value.Continuous continuous) {
      return Optional.of(continuous.law());
    }
    boolean variables =
        value instanceof Value.Variables group
            && evaluator.domain().isNumeric()
            && group.group().isContinuous();
    return variables
        ? new ContinuousMeasures(evaluator).law(((Value.Variables) value).group(), expr.span())
        : Optional.empty();
  }

  private boolean isDensity(TypedExpr expr, Locals locals) {
    return Densities.speaks(expr)
        || expr instanceof TypedExpr.Reference reference
            && locals.find(reference.name()).orElse(null) instanceof Value.Likelihood;
  }

  private Value ofDensities(TypedExpr.Divergence divergence, Locals locals) {
    List<Value.Likelihood> sides = new ArrayList<>();
    for (TypedExpr side : List.of(divergence.from(), divergence.to())) {
      Value value = evaluator.evaluate(side, locals);
      if (!(value instanceof Value.Likelihood density)) {
        throw errors.notALaw(side.span(), Terms.print(value));
      }
      sides.add(density);
    }
    return new Averages(evaluator).divergence(divergence, sides.get(0), sides.get(1), locals);
  }

  private static Distribution spread(Distribution law, List<String> order) {
    Map<String, Quantity> known = new HashMap<>();
    for (int i = 0; i < law.outcomes().size(); i++) {
      known.put(ValuePrinter.outcome(law.outcomes().get(i)), law.probabilities().get(i));
    }
    List<Value> outcomes = new ArrayList<>();
    List<Quantity> probabilities = new ArrayList<>();
    for (String outcome : order) {
      outcomes.add(new Value.Text(outcome));
      probabilities.add(known.getOrDefault(outcome, Quantity.of(0)));
    }
    return new Distribution(outcomes, probabilities);
  }

  private Optional<Distribution> law(TypedExpr expr, Locals locals) {
    if (!isFunction(expr, locals)) {
      Value value = evaluator.evaluate(expr, locals);
      if (value instanceof Distribution law) {
        return Optional.of(law);
      }
      if (value instanceof Value.Symbolic || value instanceof Value.Continuous) {
        return Optional.empty();
      }
      if (!(value instanceof Value.Variables)) {
        throw errors.notALaw(expr.span(), Terms.print(value));
      }
    }
    Group group = evaluator.variables(expr, locals).group();
    VariableLaws laws = new VariableLaws(evaluator);
    return evaluator.domain().isNumeric() && laws.hasLaw(group, expr.span())
        ? Optional.of(new WrittenOrder(evaluator).law(expr, locals, group))
        : Optional.empty();
  }

  Value evaluate(TypedExpr.Measure measure, Locals locals) {
    Signature signature = evaluator.environment().scope().measure(measure.shape()).orElseThrow();
    List<Value> arguments = new ArrayList<>();
    for (TypedExpr slot : measure.slots()) {
      arguments.add(argument(slot, locals));
    }
    requireApart(measure, arguments);
    boolean unfold =
        evaluator.domain().isNumeric()
            ? chooses(signature.body(), new HashSet<>())
                || arguments.stream().allMatch(a -> isKnown(a, measure.span()))
            : evaluator.domain().unfolds(measure.shape());
    if (!unfold) {
      return kept(measure, arguments);
    }
    Locals bound = bind(signature, arguments, measure);
    return evaluator.inside(
        evaluator.environment().sourceOf(measure.shape()),
        evaluator.domain().inside(),
        measure.span(),
        measure.shape().name(),
        signature.body(),
        bound);
  }

  /** What a continuous variable tells of itself is infinite, and no sum of entropies. */
  private void requireApart(TypedExpr.Measure measure, List<Value> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (arguments.get(i) instanceof Value.Variables a
            && arguments.get(j) instanceof Value.Variables b
            && (a.group().intersection(b.group()).isContinuous()
                || !a.group().union(b.group()).areContinuousApart())) {
          throw errors.notApart(measure.slots().get(i).span());
        }
      }
    }
  }

  /** The measure as it was written; a condition on nothing is none. */
  private Value kept(TypedExpr.Measure measure, List<Value> arguments) {
    List<Term> slots = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      boolean nothing =
          arguments.get(i) instanceof Value.Variables variables && variables.group().isEmpty();
      if (i > 0 && nothing && measure.separators().get(i - 1).startsWith("|")) {
        continue;
      }
      if (i > 0) {
        separators.add(measure.separators().get(i - 1));
      }
      slots.add(new Operations(evaluator).term(arguments.get(i), measure.slots().get(i).span()));
    }
    String name = measure.shape().name();
    if (name.equals("H") && slots.size() == 1 && slots.get(0) instanceof Term.Variables of) {
      return new Value.Symbolic(new Term.Entropy(of.group()));
    }
    return new Value.Symbolic(new Term.Measure(name, slots, separators));
  }

  private Value argument(TypedExpr slot, Locals locals) {
    if (slot instanceof TypedExpr.Joint || isFunction(slot, locals)) {
      boolean random = slot.type().isRandom() || isFunction(slot, locals);
      return random ? evaluator.variables(slot, locals) : evaluator.evaluate(slot, locals);
    }
    return evaluator.evaluate(slot, locals);
  }

  /**
   * Whether laws are chosen in the body of a measure, or in that of one it speaks of, so that its
   * arguments need have none.
   */
  private boolean chooses(TypedExpr body, Set<Shape> seen) {
    if (body instanceof TypedExpr.Optimum) {
      return true;
    }
    if (body instanceof TypedExpr.Measure measure && seen.add(measure.shape())) {
      Optional<Signature> of = evaluator.environment().scope().measure(measure.shape());
      if (of.isPresent() && chooses(of.get().body(), seen)) {
        return true;
      }
    }
    return body.children().stream().anyMatch(child -> chooses(child, seen));
  }

  private boolean isKnown(Value value, Span at) {
    if (value instanceof Value.Variables variables) {
      return new VariableLaws(evaluator).isKnown(variables.group(), at);
    } else if (value instanceof Value.Items items) {
      return items.items().stream().allMatch(item -> isKnown(item, at));
    }
    return !(value instanceof Value.Symbolic);
  }

  /** What the arguments of a measure are called in its body. */
  Locals bound(TypedExpr.Measure measure, Locals locals) {
    Signature signature = evaluator.environment().scope().measure(measure.shape()).orElseThrow();
    List<Value> arguments = new ArrayList<>();
    for (TypedExpr slot : measure.slots()) {
      arguments.add(argument(slot, locals));
    }
    requireApart(measure, arguments);
    return bind(signature, arguments, measure);
  }

  private Locals bind(Signature signature, List<Value> arguments, TypedExpr.Measure measure) {
    Locals bound = Locals.NONE;
    int repeated = arguments.size() - signature.slots().size() + 1;
    for (int i = 0; i < signature.slots().size(); i++) {
      Slot slot = signature.slots().get(i);
      if (i == 0 && signature.shape().variadic()) {
        Value list = new Value.Items(arguments.subList(0, repeated));
        bound = bound.with(((Slot.Whole) slot).name(), list);
        continue;
      }
      int at = signature.shape().variadic() ? i + repeated - 1 : i;
      bound = bind(slot, arguments.get(at), bound, measure, measure.slots().get(at).span());
    }
    return bound;
  }

  private Locals bind(Slot slot, Value value, Locals bound, TypedExpr.Measure measure, Span at) {
    if (slot instanceof Slot.Whole whole) {
      return bound.with(whole.name(), value);
    }
    if (slot instanceof Slot.Each each) {
      if (!(value instanceof Value.Items items) || items.items().size() != each.names().size()) {
        throw errors.slotSize(at, each.names().size());
      }
      Locals all = bound;
      for (int i = 0; i < each.names().size(); i++) {
        all = all.with(each.names().get(i), items.items().get(i));
      }
      return all;
    }
    Slot.Prefix prefix = (Slot.Prefix) slot;
    Prefixes prefixes =
        value instanceof Value.Variables variables
            ? Prefixes.of(variables.group()).orElse(null)
            : null;
    if (prefixes == null) {
      throw errors.prefix(at, measure.shape().toString());
    }
    Value length = Terms.ofIndex(prefixes.length());
    Optional<Value> before = bound.find(prefix.length());
    if (before.isPresent() && !Terms.print(before.get()).equals(Terms.print(length))) {
      throw errors.prefixLengths(at, measure.shape().toString());
    }
    return bound
        .with(prefix.process(), new Value.Process(prefixes.processes()))
        .with(prefix.length(), length);
  }
}
