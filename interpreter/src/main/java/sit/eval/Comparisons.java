package sit.eval;

import java.util.Optional;
import sit.exact.closed.OpenParameter;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Comparisons of values. Exact numbers are compared exactly and others by the bounds they lie in;
 * where these overlap the numbers are the same within their accuracy, and the answer says so. What
 * is told of an estimate is an estimate.
 */
final class Comparisons {
  private Comparisons() {}

  /**
   * Whether two numbers stand so.
   *
   * @param operator {@code <}, {@code <=}, {@code >} or {@code >=}
   * @throws OpenParameter if that depends on parameters
   */
  static Value.Truth order(String operator, Quantity a, Quantity b) {
    Optional<Integer> certain = Arithmetic.compare(a, b);
    if (certain.isEmpty() && (a.isOpen() || b.isOpen())) {
      Quantity open = a.isOpen() ? a : b;
      throw new OpenParameter(open.form().get().parameters());
    }
    int sign = certain.orElse(0);
    boolean holds =
        switch (operator) {
          case "<" -> sign < 0;
          case "<=" -> sign <= 0;
          case ">" -> sign > 0;
          default -> sign >= 0;
        };
    return new Value.Truth(holds, accuracy(certain, a, b));
  }

  /** Whether two values are the same. */
  static Value.Truth same(Value left, Value right) {
    if (left instanceof Quantity a && right instanceof Quantity b) {
      Optional<Integer> certain = Arithmetic.compare(a, b);
      boolean same = certain.orElse(a.isOpen() || b.isOpen() ? 1 : 0) == 0;
      return new Value.Truth(same, accuracy(certain, a, b));
    }
    if (left instanceof Value.Items a && right instanceof Value.Items b) {
      Value.Truth all = new Value.Truth(a.items().size() == b.items().size());
      for (int i = 0; all.value() && i < a.items().size(); i++) {
        Value.Truth one = same(a.items().get(i), b.items().get(i));
        // a difference of two entries that is certain is one of the lists
        all = one.value() ? new Value.Truth(true, all.accuracy().and(one.accuracy())) : one;
      }
      return all;
    }
    return new Value.Truth(ValuePrinter.outcome(left).equals(ValuePrinter.outcome(right)));
  }

  private static Accuracy accuracy(Optional<Integer> certain, Quantity a, Quantity b) {
    Accuracy known = a.accuracy().and(b.accuracy());
    if (!known.isCertain()) {
      return known;
    }
    boolean apart = certain.isPresent() || a.isOpen() || b.isOpen();
    return apart ? Accuracy.EXACT : Accuracy.ROUNDING;
  }
}
