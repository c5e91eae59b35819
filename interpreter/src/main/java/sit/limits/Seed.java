package sit.limits;

import java.util.SplittableRandom;

/** Where randomness starts; the same seed gives the same answer. */
public record Seed(long value) {
  public static final Seed DEFAULT = new Seed(20251103);

  /** A fresh generator. */
  public SplittableRandom random() {
    return new SplittableRandom(value);
  }
}
