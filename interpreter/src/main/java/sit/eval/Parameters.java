package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.Parameter;
import sit.exact.closed.RationalFunction;
import sit.source.Source;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Quantity;
import sit.value.Unit;

/**
 * Scalars that have their values in an interval, and the declarations that depend on them, which
 * are carried out again where they are given numbers.
 */
final class Parameters {
  private final Parameters outer;
  private final Set<String> declared;
  private final Map<String, Parameter> intervals = new TreeMap<>();
  private final Map<String, Quantity> values = new TreeMap<>();
  private final List<Dependent> dependents = new ArrayList<>();

  /**
   * A declaration that depends on parameters.
   *
   * @param names what it declares
   * @param mentioned the names it speaks of
   */
  record Dependent(
      TypedStatement statement, Source source, Set<String> names, Set<String> mentioned) {}

  /**
   * The parameters of a layer.
   *
   * @param outer those of the layer outside, or null
   * @param declared what is declared in this layer
   */
  Parameters(Parameters outer, Set<String> declared) {
    this.outer = outer;
    this.declared = declared;
  }

  void declare(Parameter parameter) {
    intervals.put(parameter.name(), parameter);
  }

  /** Gives parameters of the layers outside values. */
  void bind(Map<String, Quantity> numbers) {
    values.putAll(numbers);
  }

  void forget(String name) {
    intervals.remove(name);
    dependents.removeIf(d -> d.names().contains(name));
  }

  Optional<Parameter> find(String name) {
    Parameter parameter = intervals.get(name);
    if (parameter != null) {
      return Optional.of(parameter);
    }
    return outer == null || declared.contains(name) ? Optional.empty() : outer.find(name);
  }

  /** The number a parameter was given here, or the parameter as a function of itself. */
  Optional<Quantity> value(String name) {
    Quantity number = values.get(name);
    if (number != null) {
      return Optional.of(number);
    }
    Parameter parameter = intervals.get(name);
    if (parameter != null) {
      RationalFunction itself = RationalFunction.of(parameter);
      return Optional.of(Quantity.open(ClosedForm.of(itself), Unit.NONE));
    }
    return outer == null || declared.contains(name) ? Optional.empty() : outer.value(name);
  }

  /** Whether any parameter has an interval. */
  private boolean isEmpty() {
    return intervals.isEmpty() && (outer == null || outer.isEmpty());
  }

  /** Notes a declaration, if it depends on parameters. */
  void note(TypedStatement statement, Source source, Set<String> names, List<TypedExpr> parts) {
    if (isEmpty()) {
      return;
    }
    dependents.removeIf(d -> names.containsAll(d.names()));
    Set<String> mentioned = new TreeSet<>();
    parts.forEach(part -> collect(part, mentioned));
    mentioned.removeIf(name -> find(name).isEmpty() && !isDependent(name));
    if (!mentioned.isEmpty()) {
      dependents.add(new Dependent(statement, source, names, mentioned));
    }
  }

  private boolean isDependent(String name) {
    return dependents.stream().anyMatch(d -> d.names().contains(name))
        || outer != null && outer.isDependent(name);
  }

  private static void collect(TypedExpr expr, Set<String> names) {
    if (expr instanceof TypedExpr.Reference reference) {
      names.add(reference.name());
    } else if (expr instanceof TypedExpr.Apply apply) {
      names.add(apply.function());
    }
    expr.children().forEach(child -> collect(child, names));
  }

  /** The parameters that expressions depend on, also by the laws they speak of. */
  SortedSet<Parameter> behind(List<TypedExpr> parts) {
    Set<String> names = new TreeSet<>();
    parts.forEach(part -> collect(part, names));
    List<Dependent> all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).names().stream().anyMatch(names::contains)) {
        names.addAll(all.get(i).mentioned());
      }
    }
    SortedSet<Parameter> found = new TreeSet<>();
    names.forEach(name -> find(name).ifPresent(found::add));
    return found;
  }

  /** The declarations that depend on some parameters, each after what it depends on. */
  List<Dependent> of(Set<String> parameters) {
    Set<String> reached = new TreeSet<>(parameters);
    List<Dependent> found = new ArrayList<>();
    for (Dependent dependent : all()) {
      if (dependent.mentioned().stream().anyMatch(reached::contains)) {
        found.add(dependent);
        reached.addAll(dependent.names());
      }
    }
    return found;
  }

  private List<Dependent> all() {
    List<Dependent> all = new ArrayList<>(outer == null ? List.of() : outer.all());
    all.removeIf(d -> declared.containsAll(d.names()));
    all.addAll(dependents);
    return all;
  }
}
