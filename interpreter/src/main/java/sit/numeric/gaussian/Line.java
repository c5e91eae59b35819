package sit.numeric.gaussian;

import java.util.Map;
import sit.exact.Rational;
import sit.numeric.process.ProcessLaw.Past;

/**
 * How one letter comes about: multiples of letters before it and of variables outside of time, and
 * noise of its own. What it is on average has no part in any entropy.
 *
 * @param noise the variance of the noise
 */
public record Line(Map<Past, Rational> letters, Map<Source, Rational> outside, Rational noise) {
  public Line {
    letters = Map.copyOf(letters);
    outside = Map.copyOf(outside);
  }

  /** How far back it looks. */
  int depth() {
    return letters.keySet().stream().mapToInt(Past::lag).max().orElse(0);
  }
}
