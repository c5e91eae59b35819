package sit.proof;

import sit.term.Term;

/**
 * The two sides of a claim in the measures {@code H} and {@code I}, so that a certificate says what
 * it proves also where nothing is left of their difference.
 */
public record Sides(Term left, Relation relation, Term right) {
  /** How the left side stands to the right. */
  public enum Relation {
    EQUAL("="),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    /** The relation that is written so, an equality where it is neither inequality. */
    public static Relation of(String sign) {
      return sign.equals("<=") ? AT_MOST : sign.equals(">=") ? AT_LEAST : EQUAL;
    }
  }
}
