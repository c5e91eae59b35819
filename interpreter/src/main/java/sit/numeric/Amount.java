package sit.numeric;

import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.OpenParameter;

/**
 * An amount of information.
 *
 * @param bits its value in bits
 * @param exact the same value exactly, where the law is exact and not too large
 * @param open the function of parameters that it is, where the law depends on some
 */
public record Amount(Bounded bits, Optional<LogSum> exact, Optional<ClosedForm> open) {
  Amount(Bounded bits, Optional<LogSum> exact) {
    this(bits, exact, Optional.empty());
  }

  /** A function of parameters. */
  static Amount open(ClosedForm form) {
    return new Amount(Bounded.INFINITE, Optional.empty(), Optional.of(form));
  }

  /**
   * Its value in bits.
   *
   * @throws OpenParameter if it is a function of parameters
   */
  @Override
  public Bounded bits() {
    if (open.isPresent()) {
      throw new OpenParameter(open.get().parameters());
    }
    return bits;
  }

  static final Amount INFINITE = new Amount(Bounded.INFINITE, Optional.empty());
}
