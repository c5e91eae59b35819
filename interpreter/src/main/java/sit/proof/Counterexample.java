package sit.proof;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.term.Density;
import sit.term.Variable;

/**
 * A joint law with rational probabilities, and where the claim speaks of densities, their tables.
 *
 * @param variables the order of the values in each outcome; free outcomes are among them
 * @param outcomes those of positive probability, which add up to one
 * @param tables one for each named density
 * @param functions one for each function of outcomes
 * @param scalars the values of parameters
 */
public record Counterexample(
    List<Variable> variables,
    List<Outcome> outcomes,
    List<Table> tables,
    List<Function> functions,
    SortedMap<String, Rational> scalars) {
  public Counterexample {
    variables = List.copyOf(variables);
    outcomes = List.copyOf(outcomes);
    tables = List.copyOf(tables);
    functions = List.copyOf(functions);
    scalars = Collections.unmodifiableSortedMap(new TreeMap<>(scalars));
  }

  /** A law alone. */
  public Counterexample(List<Variable> variables, List<Outcome> outcomes) {
    this(variables, outcomes, List.of(), List.of(), new TreeMap<>());
  }

  /** One outcome: a value for each variable, and its probability. */
  public record Outcome(List<Integer> values, Rational probability) {
    public Outcome {
      values = List.copyOf(values);
    }
  }

  /**
   * A conditional law as a table.
   *
   * @param rows values of what is given, in its order, then of what it is a density of
   */
  public record Table(Density.Named density, List<Outcome> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** A function of outcomes. */
  public record Function(String name, List<Point> points) {
    public Function {
      points = List.copyOf(points);
    }
  }

  /** A value {@code factor * log2(argument)}. */
  public record Point(List<Integer> values, Rational factor, Rational argument) {
    public Point {
      values = List.copyOf(values);
    }
  }
}
