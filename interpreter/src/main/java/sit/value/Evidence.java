package sit.value;

import java.util.OptionalLong;

/**
 * What an estimate rests on.
 *
 * @param method how it was made: {@code ksg}
 * @param level how often its interval encloses the true value, as a fraction
 * @param samples how many samples there were
 * @param seed where its randomness started, if it has any
 */
public record Evidence(String method, double level, int samples, OptionalLong seed) {
  /** {@code ksg, 95%, 1000 samples, seed 1}. */
  @Override
  public String toString() {
    String percent =
        level > 0
            ? new java.math.BigDecimal(100 * level)
                    .round(new java.math.MathContext(4))
                    .stripTrailingZeros()
                    .toPlainString()
                + "%, "
            : "";
    String seeded = seed.isPresent() ? ", seed " + seed.getAsLong() : "";
    return method + ", " + percent + samples + " samples" + seeded;
  }
}
