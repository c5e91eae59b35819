package sit.proof;

import java.util.List;
import sit.exact.Rational;
import sit.term.Variable;

/**
 * A joint law with rational probabilities.
 *
 * @param variables the order of the values in each outcome
 * @param outcomes those of positive probability, which add up to one
 */
public record Counterexample(List<Variable> variables, List<Outcome> outcomes) {
  public Counterexample {
    variables = List.copyOf(variables);
    outcomes = List.copyOf(outcomes);
  }

  /** One outcome: a value for each variable, and its probability. */
  public record Outcome(List<Integer> values, Rational probability) {
    public Outcome {
      values = List.copyOf(values);
    }
  }
}
