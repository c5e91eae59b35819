package sit.eval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.exact.closed.Parameter;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** Parameters that are given numbers: what depends on them is declared anew at those. */
final class Bindings {
  private final Evaluator evaluator;
  private final Parameters parameters;

  Bindings(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.parameters = evaluator.environment().sorts().parameters();
  }

  /** Whether laws, values or functions depend on a parameter of this name. */
  boolean matter(String name) {
    return parameters.find(name).isPresent() && !parameters.of(Set.of(name)).isEmpty();
  }

  /**
   * The same walk where a name that an expression is drawn over or a function is called with has a
   * value.
   */
  Evaluator at(String name, Value value, Span at) {
    boolean number = value instanceof Quantity quantity && !quantity.isOpen();
    return number && matter(name) ? at(Map.of(name, (Quantity) value), at) : evaluator;
  }

  /** The same walk where parameters have values. */
  Evaluator at(Map<String, Quantity> values, Span at) {
    ParameterErrors errors = new ParameterErrors(evaluator.source());
    Map<String, Quantity> numbers = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          Parameter parameter = parameters.find(name).orElseThrow();
          if (!isInside(parameter, value)) {
            throw errors.outside(at, parameter, sit.value.ValuePrinter.plain(value));
          }
          numbers.put(name, value);
        });
    Environment outer = evaluator.environment();
    List<Parameters.Dependent> dependents = parameters.of(numbers.keySet());
    Set<String> anew = new TreeSet<>();
    dependents.forEach(d -> anew.addAll(d.names()));
    for (String variable : outer.model().variables()) {
      int bracket = variable.indexOf('[');
      boolean letter = bracket > 0 && anew.contains(variable.substring(0, bracket));
      boolean child =
          outer
              .variable(variable)
              .filter(v -> v.parents().stream().anyMatch(anew::contains))
              .isPresent();
      if (letter || child) {
        anew.add(variable);
      }
    }
    Evaluator inside = evaluator.in(outer.bound(numbers, anew));
    for (Parameters.Dependent dependent : dependents) {
      evaluator.limits().check();
      Evaluator there = inside.in(dependent.source()).at(Map.of()).inDomain(new Domain.Numeric());
      new Declaring(there).declare(dependent.statement());
    }
    return inside;
  }

  private static boolean isInside(Parameter parameter, Quantity value) {
    if (value.rational().isPresent()) {
      return parameter.reaches(value.rational().get());
    }
    boolean above = parameter.lower().filter(l -> value.upper() < toDouble(l)).isEmpty();
    return above && parameter.upper().filter(u -> value.lower() > toDouble(u)).isEmpty();
  }

  private static double toDouble(Rational end) {
    return sit.numeric.Scalar.exact(end).value();
  }

  /** Whether the value of an expression may depend on laws. */
  static boolean speaksOfLaws(TypedExpr expr) {
    boolean speaks =
        expr instanceof TypedExpr.Measure
            || expr instanceof TypedExpr.Entropy
            || expr instanceof TypedExpr.Divergence
            || expr instanceof TypedExpr.Probability
            || expr instanceof TypedExpr.Expectation
            || expr instanceof TypedExpr.Rate
            || expr instanceof TypedExpr.Optimum
            || expr instanceof TypedExpr.Apply;
    return speaks || expr.children().stream().anyMatch(Bindings::speaksOfLaws);
  }
}
