package sit.proof;

import java.util.Optional;
import sit.term.NormalForm;

/**
 * A statement in normal form: {@code difference = 0} or {@code difference >= 0}, in one unit of
 * information throughout.
 *
 * @param difference for {@code left <= right} it is right minus left, otherwise left minus right
 * @param sides what it is the difference of, where that is known; a checker works it out again
 */
public record Claim(NormalForm difference, Sense sense, Optional<Sides> sides) {
  /** A claim about a difference that has no sides. */
  public Claim(NormalForm difference, Sense sense) {
    this(difference, sense, Optional.empty());
  }

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

  /** The same with its sides. */
  public Claim with(Sides known) {
    return new Claim(difference, sense, Optional.of(known));
  }
}
