package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.term.Variable;

/**
 * Writes the tables of a counterexample as declarations in the language, which can be typed back.
 */
public final class TableWriter {
  private TableWriter() {}

  /**
   * Lines such as {@code density q(z | x) = { 0: { 0: 1/2, 1: 1/2 } }}, {@code let beta = 2}, and
   * for a free outcome {@code let x = 0}.
   */
  public static List<String> lines(Counterexample found) {
    List<String> lines = new ArrayList<>();
    if (found.tables().isEmpty() && found.functions().isEmpty()) {
      return lines;
    }
    found.tables().forEach(table -> lines.add(density(table)));
    found.scalars().forEach((name, value) -> lines.add("let " + name + " = " + value));
    found.functions().forEach(function -> lines.add(function(function)));
    for (Variable outcome : outcomes(found)) {
      int at = found.variables().indexOf(outcome);
      int first = found.outcomes().get(0).values().get(at);
      lines.add("let " + outcome + " = " + first);
    }
    return lines;
  }

  /** Free outcomes that have one value; their names begin with a small letter. */
  private static List<Variable> outcomes(Counterexample found) {
    List<Variable> outcomes = new ArrayList<>();
    for (Variable variable : found.variables()) {
      int at = found.variables().indexOf(variable);
      boolean small = Character.isLowerCase(variable.name().codePointAt(0));
      if (small && found.outcomes().stream().map(o -> o.values().get(at)).distinct().count() == 1) {
        outcomes.add(variable);
      }
    }
    return outcomes;
  }

  /** The law of what is no free outcome. */
  public static Counterexample random(Counterexample found) {
    if (found.tables().isEmpty() && found.functions().isEmpty()) {
      return found;
    }
    List<Variable> kept = new ArrayList<>(found.variables());
    kept.removeAll(outcomes(found));
    List<Counterexample.Outcome> rows = new ArrayList<>();
    for (Counterexample.Outcome outcome : found.outcomes()) {
      List<Integer> values = new ArrayList<>();
      kept.forEach(v -> values.add(outcome.values().get(found.variables().indexOf(v))));
      rows.add(new Counterexample.Outcome(values, outcome.probability()));
    }
    return new Counterexample(kept, rows);
  }

  private static String density(Counterexample.Table table) {
    int given = table.density().given().size();
    StringBuilder out = new StringBuilder("density ").append(table.density().name()).append('(');
    out.append(names(table.density().of()));
    out.append(given == 0 ? "" : " | " + names(table.density().given())).append(") = ");
    Map<String, StringJoiner> rows = new TreeMap<>();
    for (Counterexample.Outcome row : table.rows()) {
      String condition = tuple(row.values().subList(0, given));
      String of = tuple(row.values().subList(given, row.values().size()));
      rows.computeIfAbsent(condition, c -> new StringJoiner(", ", "{ ", " }"))
          .add(of + ": " + row.probability());
    }
    if (given == 0) {
      return out.append(rows.values().iterator().next()).toString();
    }
    StringJoiner all = new StringJoiner(", ", "{ ", " }");
    rows.forEach((condition, row) -> all.add(condition + ": " + row));
    return out.append(all).toString();
  }

  private static String names(Iterable<Variable> group) {
    StringJoiner names = new StringJoiner(", ");
    group.forEach(variable -> names.add(variable.toString()));
    return names.toString();
  }

  private static String tuple(List<Integer> values) {
    StringJoiner tuple =
        new StringJoiner(", ", values.size() > 1 ? "(" : "", values.size() > 1 ? ")" : "");
    values.forEach(value -> tuple.add(value.toString()));
    return tuple.toString();
  }

  /** A choice by the values of the arguments. */
  private static String function(Counterexample.Function function) {
    int arity = function.points().get(0).values().size();
    StringJoiner parameters = new StringJoiner(", ");
    for (int i = 1; i <= arity; i++) {
      parameters.add("a" + i);
    }
    StringBuilder out =
        new StringBuilder("let ")
            .append(function.name())
            .append('(')
            .append(parameters)
            .append(") = ");
    List<Counterexample.Point> points = function.points();
    for (int k = 0; k < points.size(); k++) {
      if (k + 1 < points.size()) {
        StringJoiner condition = new StringJoiner(" and ");
        for (int i = 0; i < arity; i++) {
          condition.add("a" + (i + 1) + " == " + points.get(k).values().get(i));
        }
        out.append("if ")
            .append(condition)
            .append(" then ")
            .append(value(points.get(k)))
            .append(" else ");
      } else {
        out.append(value(points.get(k)));
      }
    }
    return out.toString();
  }

  private static String value(Counterexample.Point point) {
    if (point.factor().isZero() || point.argument().isOne()) {
      return "0";
    }
    String factor = point.factor().equals(Rational.ONE) ? "" : point.factor() + "*";
    return factor + "log(" + point.argument() + ")";
  }
}
