package sit.proof;

import sit.term.NormalForm;

/**
 * A fact that is taken for granted.
 *
 * @param kind what sort of fact it is; a reason such as {@code by markov} admits some kinds and not
 *     others
 * @param text as it was written, for people: {@code X -- Y -- Z}
 * @param difference what is zero or not negative
 */
public record Assumption(Kind kind, String text, NormalForm difference, Sense sense) {
  /** The sorts of fact. */
  public enum Kind {
    /** {@code A -- B -- C}, that is {@code I(A; C | B) = 0}. */
    MARKOV,
    /** {@code A indep B}, also given a third group. */
    INDEPENDENCE,
    /** {@code A = f(B)}, that is {@code H(A | B) = 0}. */
    FUNCTION,
    /** What a change of variables leaves as it is: {@code h(X - Y | Y) = h(X | Y)}. */
    BIJECTION,
    /** What is known of a function, such as that it rises, makes of other facts. */
    ANALYSIS,
    /** What is greater than zero, not only zero or more. */
    POSITIVE,
    /**
     * Processes are stationary together: {@code H(X[s..t]) = H(X[s+1..t+1])}, and the blocks on
     * both sides have one law.
     */
    STATIONARY,
    /** Any other linear relation between measures, or between scalars. */
    RELATION,
    /** An instance of a cited axiom. */
    AXIOM
  }

  public static Assumption zero(Kind kind, String text, NormalForm difference) {
    return new Assumption(kind, text, difference, Sense.ZERO);
  }
}
