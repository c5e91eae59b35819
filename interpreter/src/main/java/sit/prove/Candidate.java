package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.term.Variable;

/**
 * A law that a search proposes, over the variables of a target.
 *
 * @param values the value of each variable at each point
 * @param probabilities of the points, positive; points with equal values are one outcome
 */
record Candidate(int[][] values, List<Rational> probabilities) {
  /** The most outcomes that a counterexample may have, so that it can be checked and shown. */
  static final int MOST_OUTCOMES = 4096;

  /** The law as a table; variables that a target keeps constant are zero. */
  Counterexample table(EntropyTarget target) {
    List<Variable> variables = new ArrayList<>(target.variables);
    variables.addAll(target.constants);
    Map<List<Integer>, Rational> outcomes = new LinkedHashMap<>();
    for (int point = 0; point < probabilities.size(); point++) {
      List<Integer> outcome = new ArrayList<>(variables.size());
      for (int[] column : values) {
        outcome.add(column[point]);
      }
      for (int i = 0; i < target.constants.size(); i++) {
        outcome.add(0);
      }
      outcomes.merge(outcome, probabilities.get(point), Rational::add);
    }
    List<Counterexample.Outcome> rows = new ArrayList<>();
    outcomes.forEach((row, p) -> rows.add(new Counterexample.Outcome(row, p)));
    return new Counterexample(variables, rows);
  }
}
