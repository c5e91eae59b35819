package sit.proof;

import sit.term.NormalForm;

/**
 * A statement in normal form: {@code difference = 0} or {@code difference >= 0}, in one unit of
 * information throughout.
 *
 * @param difference for {@code left <= right} it is right minus left, otherwise left minus right
 */
public record Claim(NormalForm difference, Sense sense) {
  /** {@code left = right}. */
  public static Claim equal(NormalForm left, NormalForm right) {
    return new Claim(left.subtract(right), Sense.ZERO);
  }

  /** {@code left >= right}. */
  public static Claim atLeast(NormalForm left, NormalForm right) {
    return new Claim(left.subtract(right), Sense.NON_NEGATIVE);
  }

  /** {@code left <= right}. */
  public static Claim atMost(NormalForm left, NormalForm right) {
    return new Claim(right.subtract(left), Sense.NON_NEGATIVE);
  }
}
