package sit.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A law on finitely many outcomes.
 *
 * @param outcomes all different
 * @param probabilities one for each outcome; they were given, and whether they add up is checked
 *     where the law is used
 */
public record Distribution(List<Value> outcomes, List<Quantity> probabilities) implements Value {
  public Distribution {
    outcomes = List.copyOf(outcomes);
    probabilities = List.copyOf(probabilities);
  }

  /** The probability of an outcome; zero if it is none of this law. */
  public Quantity probability(Value outcome) {
    int at = outcomes.indexOf(outcome);
    if (at < 0) {
      String text = ValuePrinter.outcome(outcome);
      for (int i = 0; i < outcomes.size() && at < 0; i++) {
        at = ValuePrinter.outcome(outcomes.get(i)).equals(text) ? i : -1;
      }
    }
    return at < 0 ? Quantity.of(0) : probabilities.get(at);
  }

  /** The outcomes that are possible. */
  public List<Value> support() {
    List<Value> possible = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (isPossible(probabilities.get(i))) {
        possible.add(outcomes.get(i));
      }
    }
    return possible;
  }

  /** A function of parameters is taken to be positive somewhere. */
  private static boolean isPossible(Quantity probability) {
    return probability.isOpen() || probability.value() > 0;
  }
}
