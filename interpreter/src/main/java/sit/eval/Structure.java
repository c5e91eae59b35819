package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Assumption.Kind;
import sit.proof.Linear;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.value.Quantity;
import sit.value.Unit;

/**
 * What the declarations of variables say by themselves: functions of others are known given them,
 * and what a function takes one to one is known given its value and the rest. Of continuous
 * variables the entropies are the same but for the logarithm of the scale (Cover & Thomas, Theorems
 * 8.6.3 and 8.6.4).
 */
final class Structure {
  private static final int MOST_CONDITIONS = 64;

  private final Environment environment;
  private final Unit unit;
  private final List<Assumption> found = new ArrayList<>();
  private final List<Linear> definitions = new ArrayList<>();
  private boolean specific;

  private Structure(Environment environment) {
    this.environment = environment;
    this.unit = environment.unit();
  }

  /**
   * The facts about some variables.
   *
   * @param about statements whose joint entropies may need them
   */
  static Structure of(
      SortedSet<sit.term.Variable> variables, List<NormalForm> about, Environment environment) {
    Structure structure = new Structure(environment);
    Set<Group> groups = new LinkedHashSet<>();
    for (NormalForm form : about) {
      for (Monomial monomial : form.coefficients().keySet()) {
        if (monomial.isEntropy()) {
          groups.add(monomial.group());
        }
      }
    }
    structure.add(variables, groups);
    return structure;
  }

  List<Assumption> facts() {
    return found;
  }

  /** Whether a variable has a law or is a known function, so that not every law is an example. */
  boolean isSpecific() {
    return specific;
  }

  /** What continuous variables are by definition, those that others are made of first. */
  List<Linear> definitions() {
    return definitions;
  }

  private void define(Variable variable, Group of) {
    SortedMap<sit.term.Variable, Rational> coefficients = new TreeMap<>();
    if (variable.sum().isPresent()) {
      variable.sum().get().forEach((n, c) -> coefficients.put(named(n).variables().first(), c));
    }
    boolean plain = coefficients.keySet().stream().allMatch(v -> v.isContinuous());
    if (coefficients.isEmpty() || !plain) {
      specific = true;
    } else {
      definitions.add(0, new Linear(of.variables().first(), coefficients));
    }
  }

  private void add(SortedSet<sit.term.Variable> variables, Set<Group> groups) {
    Set<String> seen = new TreeSet<>();
    List<String> open = new ArrayList<>();
    variables.forEach(v -> open.add(v.toString()));
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      Optional<Variable> declared = environment.variable(name);
      if (!seen.add(name) || declared.isEmpty()) {
        continue;
      }
      Variable variable = declared.get();
      Group of = named(name);
      boolean derived = of.isContinuous() && variable.function();
      specific |= variable.hasLaw() || !variable.parents().isEmpty() && !derived;
      open.addAll(variable.parents());
      if (derived) {
        define(variable, of);
        continuous(variable, of, groups);
      } else if (variable.function()) {
        Group from = all(variable.parents());
        zero(name + " = f(" + from + ")", Kind.FUNCTION, of, from);
        for (Variable.Inverse inverse : variable.inverses()) {
          Group parent = named(inverse.of());
          Group others = from.minus(parent).union(of);
          zero(parent + " = f(" + others + ")", Kind.FUNCTION, parent, others);
        }
      }
    }
  }

  private Group named(String name) {
    return environment.marked(Group.of(Claims.variable(name)));
  }

  private Group all(List<String> names) {
    Group all = Group.EMPTY;
    for (String name : names) {
      all = all.union(named(name));
    }
    return all;
  }

  private void zero(String text, Kind kind, Group of, Group from) {
    NormalForm zero = NormalForm.entropy(of.union(from)).subtract(NormalForm.entropy(from));
    found.add(new Assumption(kind, text, zero, Sense.ZERO));
  }

  /**
   * {@code h(aX + g(Y) | Y, C) = h(X | Y, C) + log |a|}. Sets in which a variable stands beside all
   * that it is a function of have no density; no fact speaks of them.
   */
  private void continuous(Variable variable, Group of, Set<Group> groups) {
    Group from = all(variable.parents());
    for (Variable.Inverse inverse : variable.inverses()) {
      Group parent = named(inverse.of());
      if (!parent.isContinuous()) {
        continue;
      }
      Group others = from.minus(parent);
      for (Group condition : conditions(groups, others, of.union(parent))) {
        NormalForm there = NormalForm.entropy(of.union(condition));
        NormalForm here = NormalForm.entropy(parent.union(condition));
        String given = condition.isEmpty() ? "" : " | " + condition;
        String text = "h(" + of + given + ") = h(" + parent + given + ")";
        NormalForm zero = there.subtract(here);
        if (!inverse.scale().isOne()) {
          LogSum scale = LogSum.log2(inverse.scale());
          zero = zero.subtract(NormalForm.of(Terms.of(Quantity.of(scale, unit)).orElseThrow()));
          text += " + log " + inverse.scale();
        }
        found.add(new Assumption(Kind.BIJECTION, text, zero, Sense.ZERO));
      }
    }
  }

  /** What may stand behind the bar: the others with what stands beside one of the two somewhere. */
  private static Set<Group> conditions(Set<Group> groups, Group others, Group both) {
    Set<Group> all = new LinkedHashSet<>(List.of(others));
    for (Group group : groups) {
      all.add(group.minus(both).union(others));
    }
    for (Group one : List.copyOf(all)) {
      for (Group other : List.copyOf(all)) {
        if (all.size() < MOST_CONDITIONS) {
          all.add(one.union(other));
          all.add(one.intersection(other).union(others));
        }
      }
    }
    return all;
  }
}
