package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.proof.Counterexample.Outcome;
import sit.proof.Counterexample.Point;
import sit.term.DensityPrinter;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Variable;

/**
 * Writes the tables of a counterexample, one line each: {@code density q(z | x) = [[1/2, 1/2],
 * [1/4, 3/4]]}, with a row for each value of what is given, {@code r(y) = [log(2), 0]}, {@code beta
 * = 1/2} and {@code x = 0} for a free outcome. Values are in ascending order, the last variable
 * fastest.
 */
public final class TableWriter {
  private TableWriter() {}

  /** The lines, without those of the random variables. */
  public static List<String> lines(Counterexample law) {
    List<String> lines = new ArrayList<>();
    if (!speaksOfOutcomes(law)) {
      return lines;
    }
    law.scalars().forEach((name, value) -> lines.add(name + " = " + value));
    for (int k = 0; k < law.variables().size(); k++) {
      Variable variable = law.variables().get(k);
      if (!Expectations.areRandom(Group.of(variable))) {
        lines.add(variable + " = " + law.outcomes().get(0).values().get(k));
      }
    }
    for (Counterexample.Function function : law.functions()) {
      List<String> values = new ArrayList<>();
      function.points().forEach(point -> values.add(value(point)));
      lines.add(function.name() + " = [" + String.join(", ", values) + "]");
    }
    for (Counterexample.Table table : law.tables()) {
      int given = table.density().given().size();
      Map<List<Integer>, List<String>> rows = new LinkedHashMap<>();
      for (Outcome row : table.rows()) {
        List<Integer> past = row.values().subList(0, given);
        rows.computeIfAbsent(past, p -> new ArrayList<>()).add(row.probability().toString());
      }
      List<String> parts = new ArrayList<>();
      rows.values().forEach(row -> parts.add("[" + String.join(", ", row) + "]"));
      String head =
          DensityPrinter.density(table.density(), table.density().of(), table.density().given());
      String whole = given == 0 ? parts.get(0) : "[" + String.join(", ", parts) + "]";
      lines.add("density " + head + " = " + whole);
    }
    return lines;
  }

  private static boolean speaksOfOutcomes(Counterexample law) {
    return !law.tables().isEmpty() || !law.functions().isEmpty();
  }

  /** The law of the random variables, without the outcomes that the tables speak of. */
  public static Counterexample random(Counterexample law) {
    if (!speaksOfOutcomes(law)) {
      return law;
    }
    List<Variable> variables = new ArrayList<>();
    for (Variable variable : law.variables()) {
      if (Expectations.areRandom(Group.of(variable))) {
        variables.add(variable);
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Outcome outcome : law.outcomes()) {
      List<Integer> values = new ArrayList<>();
      for (Variable variable : variables) {
        values.add(outcome.values().get(law.variables().indexOf(variable)));
      }
      outcomes.add(new Outcome(values, outcome.probability()));
    }
    return new Counterexample(variables, outcomes);
  }

  private static String value(Point point) {
    if (point.argument().isOne() || point.factor().isZero()) {
      return "0";
    }
    String log = "log(" + point.argument() + ")";
    return point.factor().equals(Rational.ONE) ? log : point.factor() + "*" + log;
  }
}
