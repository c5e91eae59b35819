package sit.value;

import java.util.List;

/**
 * A law on finitely many outcomes.
 *
 * @param outcomes all different
 * @param probabilities one for each outcome; they were given, and whether they add up is checked where the law is used
 */
public record Distribution(List<Value> outcomes, List<Quantity> probabilities) implements Value {
  public Distribution {
    outcomes = List.copyOf(outcomes);
    probabilities = List.copyOf(probabilities);
  }
}
