package sit.numeric;

import java.util.Optional;
import sit.exact.LogSum;

/**
 * An amount of information.
 *
 * @param bits its value in bits
 * @param exact the same value exactly, where the law is exact and not too large
 */
public record Amount(Bounded bits, Optional<LogSum> exact) {
  static final Amount INFINITE = new Amount(Bounded.INFINITE, Optional.empty());
}
