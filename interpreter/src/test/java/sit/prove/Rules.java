package sit.prove;

import java.util.ArrayList;
import java.util.List;
import sit.proof.Assumption;
import sit.proof.Rule;

/**
 * Rules for tests, written as the library writes them: {@code conclusion | given premise; premise |
 * optional A}.
 */
final class Rules {
  static final Rule CONDITIONING = rule("conditioning", "H(A|B,C) <= H(A|C)", "", "C");
  static final Rule NONNEGATIVITY = rule("nonnegativity", "I(A;B|C) >= 0", "", "C");
  static final Rule ENTROPY = rule("entropy_nonnegative", "H(A|C) >= 0", "", "C");
  static final Rule PROCESSING =
      rule("data_processing", "I(A;C|D) <= I(A;B|D)", "I(A;C|B,D) = 0", "D");
  static final Rule MONOTONICITY = rule("monotonicity", "I(A;B|D) <= I(A;B,C|D)", "", "D");
  static final Rule SUBMODULARITY =
      rule("submodularity", "H(A,C) + H(B,C) >= H(A,B,C) + H(C)", "", "C");
  static final Rule MARKOV = rule("markov", "I(A;C|B) = 0", "I(A;C|B) = 0", "");
  static final Rule INDEPENDENCE = rule("independence", "I(A;B|C) = 0", "I(A;B|C) = 0", "C");
  static final Rule FUNCTION = rule("function", "H(A|B) = 0", "H(A|B) = 0", "");
  static final Rule FANO =
      new Rule(
          "fano",
          Rule.Kind.AXIOM,
          rule("fano", "H(W|V) <= h2(P(W!=V)) + P(W!=V)*log2(card(W))", "", "").schemas());

  private Rules() {}

  static Rule rule(String name, String conclusion, String premises, String optional) {
    List<Assumption> given = new ArrayList<>();
    if (!premises.isEmpty()) {
      given.add(Notation.assumption(premises));
    }
    List<String> empty = optional.isEmpty() ? List.of() : List.of(optional.split(","));
    Rule.Schema schema = new Rule.Schema(given, Notation.claim(conclusion), empty);
    return new Rule(name, Rule.Kind.LEMMA, List.of(schema));
  }
}
