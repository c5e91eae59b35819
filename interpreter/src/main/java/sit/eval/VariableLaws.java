package sit.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sit.exact.closed.ClosedForm;
import sit.numeric.CommonPart;
import sit.numeric.Joint;
import sit.numeric.Model;
import sit.source.Span;
import sit.term.Group;
import sit.term.Variable.Single;
import sit.value.Accuracy;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** The laws of declared random variables: their outcomes, their joint law, their common part. */
final class VariableLaws {
  private final Evaluator evaluator;
  private final Randoms randoms;

  VariableLaws(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.randoms = new Randoms(evaluator);
  }

  static List<String> names(Group group) {
    List<String> names = new ArrayList<>();
    group.forEach(v -> names.add(v.toString()));
    return names;
  }

  /** Whether every variable of a group has a law. */
  boolean hasLaw(Group group, Span at) {
    for (String name : names(group)) {
      if (!randoms.declared(name, at).hasLaw()) {
        return false;
      }
    }
    return true;
  }

  /** Whether every variable of a group has a law, on a finite alphabet or with a density. */
  boolean isKnown(Group group, Span at) {
    for (String name : names(group)) {
      Variable variable = randoms.declared(name, at);
      if (!variable.hasLaw() && variable.affine().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  Joint joint(Group group) {
    return evaluator.environment().model().marginal(names(group), evaluator.limits());
  }

  /**
   * The joint outcomes of a group, the last variable running fastest; those of one variable as they
   * are.
   */
  List<Value> outcomes(Group group, Span at) {
    List<List<Value>> alphabets = new ArrayList<>();
    double cells = 1;
    for (String name : names(group)) {
      List<Value> alphabet = randoms.declared(name, at).alphabet().orElseThrow();
      alphabets.add(alphabet);
      cells *= alphabet.size();
    }
    if (cells > 1 << 20) {
      throw evaluator.errors().tooLarge(at, "an alphabet of " + (long) cells + " outcomes");
    }
    return product(alphabets);
  }

  /**
   * The outcomes of several alphabets together, the last running fastest; those of one as they are.
   */
  static List<Value> product(List<List<Value>> alphabets) {
    List<List<Value>> tuples = new ArrayList<>(List.of(List.of()));
    for (List<Value> alphabet : alphabets) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> tuple : tuples) {
        for (Value value : alphabet) {
          List<Value> extended = new ArrayList<>(tuple);
          extended.add(value);
          longer.add(extended);
        }
      }
      tuples = longer;
    }
    List<Value> all = new ArrayList<>();
    tuples.forEach(t -> all.add(t.size() == 1 ? t.get(0) : Value.Items.tuple(t)));
    return all;
  }

  Distribution law(Group group, Span at) {
    Joint joint = joint(group);
    List<Value> outcomes = outcomes(group, at);
    List<Value> possible = new ArrayList<>();
    List<Quantity> probabilities = new ArrayList<>();
    for (int cell = 0; cell < joint.cells(); cell++) {
      possible.add(outcomes.get(cell));
      probabilities.add(probability(joint, cell));
    }
    return new Distribution(possible, probabilities);
  }

  /** The probability of values of some variables given those of others; empty without a law. */
  Optional<Quantity> conditional(
      Group of, Group given, java.util.Map<String, Value> values, Span at) {
    Group all = of.union(given);
    if (!hasLaw(all, at)) {
      return Optional.empty();
    }
    Quantity joint = law(all, at).probability(outcome(all, values));
    return given.isEmpty()
        ? Optional.of(joint)
        : sit.value.Arithmetic.divide(joint, law(given, at).probability(outcome(given, values)));
  }

  private static Value outcome(Group group, java.util.Map<String, Value> values) {
    List<Value> parts = new ArrayList<>();
    names(group).forEach(name -> parts.add(values.get(name)));
    return parts.size() == 1 ? parts.get(0) : Value.Items.tuple(parts);
  }

  static Quantity probability(Joint joint, int cell) {
    if (joint.isOpen()) {
      return Quantity.open(ClosedForm.of(joint.function(cell).orElseThrow()), Unit.NONE);
    }
    Optional<Quantity> exact = joint.exactProbability(cell).map(Quantity::of);
    return exact.orElseGet(
        () -> {
          sit.numeric.Bounded p = joint.probability(cell);
          return Quantity.between(p.value(), p.lower(), p.upper(), Unit.NONE, Accuracy.ROUNDING);
        });
  }

  /**
   * The common part of two groups (Gács and Körner), as a variable that is a function of the first.
   */
  Value.Variables commonPart(Group first, Group second, Span at) {
    String name = "common_part(" + shown(first) + ", " + shown(second) + ")";
    List<String> parents = names(first);
    if (!hasLaw(first, at) || !hasLaw(second, at)) {
      Variable open = new Variable(name, Optional.empty(), parents, true, UnaryOperator.identity());
      evaluator.environment().declare(List.of(open));
    } else if (evaluator.environment().variable(name).filter(Variable::hasLaw).isEmpty()) {
      CommonPart part = part(first, second);
      List<Value> alphabet = new ArrayList<>();
      for (int i = 0; i < part.parts(); i++) {
        alphabet.add(Quantity.of(i));
      }
      int[] numbers = part.ofFirst().stream().mapToInt(Integer::intValue).toArray();
      evaluator
          .environment()
          .declare(
              List.of(
                  new Variable(
                      name,
                      Optional.of(alphabet),
                      parents,
                      true,
                      m -> m.withFunction(name, part.parts(), parents, numbers))));
    }
    return new Value.Variables(Group.of(new Single(name)));
  }

  private CommonPart part(Group first, Group second) {
    Model model = evaluator.environment().model();
    List<String> others = new ArrayList<>();
    for (String name : names(second)) {
      if (!names(first).contains(name)) {
        others.add(name);
        continue;
      }
      // a variable of both groups stands in the second as a copy
      int[] same = new int[model.size(name)];
      Arrays.setAll(same, i -> i);
      String copy = "copy of " + name;
      model = model.withFunction(copy, same.length, List.of(name), same);
      others.add(copy);
    }
    return model.commonPart(names(first), others, evaluator.limits());
  }

  private static String shown(Group group) {
    return group.size() == 1 ? group.toString() : "(" + group + ")";
  }
}
