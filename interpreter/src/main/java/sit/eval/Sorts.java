package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.term.Group;

/** Which names stand for continuous variables, and which for scalars of any value. */
final class Sorts {
  private final Sorts outer;
  private final Set<String> declared;
  private final Set<String> continuous = new TreeSet<>();
  private final Set<String> universal = new TreeSet<>();
  private final Parameters parameters;

  /**
   * The sorts of names.
   *
   * @param outer those of the layer outside, or null
   * @param declared what is declared in this layer
   */
  Sorts(Sorts outer, Set<String> declared) {
    this.outer = outer;
    this.declared = declared;
    this.parameters = new Parameters(outer == null ? null : outer.parameters, declared);
  }

  /** The scalars that have their values in an interval. */
  Parameters parameters() {
    return parameters;
  }

  /** A name starts anew. */
  void forget(String name) {
    continuous.remove(name);
    parameters.forget(name);
  }

  /** Says of what sort a function of others is. */
  void derived(String name, List<String> parents) {
    if (areContinuous(parents)) {
      continuous(name);
    }
  }

  /** Says whether what is said of a scalar is said of all its values. */
  void universal(String name, boolean any) {
    universal.remove(name);
    if (any) {
      universal.add(name);
    }
  }

  /** Whether a name was declared, so that it is no index that stands for every time. */
  boolean isDeclared(String name) {
    return declared.contains(name) || outer != null && outer.isDeclared(name);
  }

  /** Whether what is said of a scalar is said of all its values. */
  boolean isUniversal(String name) {
    return declared.contains(name)
        ? universal.contains(name)
        : outer != null && outer.isUniversal(name);
  }

  /** Says that a name that was declared is that of continuous variables. */
  void continuous(String name) {
    declared.add(name);
    continuous.add(name);
  }

  private boolean isContinuous(String name) {
    return declared.contains(name)
        ? continuous.contains(name)
        : outer != null && outer.isContinuous(name);
  }

  /** Whether any of these names is that of a continuous variable. */
  boolean areContinuous(List<String> names) {
    return names.stream().anyMatch(n -> isContinuous(Claims.variable(n).name()));
  }

  /** The same variables, where the continuous ones are marked. */
  Group marked(Group group) {
    boolean any = false;
    for (sit.term.Variable variable : group) {
      any |= !variable.isContinuous() && isContinuous(variable.name());
    }
    if (!any) {
      return group;
    }
    List<sit.term.Variable> marked = new ArrayList<>();
    group.forEach(v -> marked.add(isContinuous(v.name()) ? v.continuous() : v));
    return Group.of(marked);
  }
}
