package sit.eval;

import java.util.Optional;
import sit.exact.Rational;
import sit.numeric.continuous.Real;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;

/** Turns real numbers into quantities. */
final class Amounts {
  private Amounts() {}

  /** A number without a unit. */
  static Quantity number(Real value, boolean estimated) {
    Optional<Rational> rational = value.rational();
    if (rational.isPresent()) {
      return Quantity.of(rational.get());
    }
    return value.isInfinite()
        ? Quantity.infinite(value.value() > 0, Unit.NONE)
        : between(value, 1, Unit.NONE, estimated);
  }

  /** An amount of information that is given in nats. */
  static Quantity information(Real nats, boolean estimated, Unit unit) {
    if (nats.exact().isPresent() && !estimated) {
      return Quantity.of(nats.exact().get(), unit);
    }
    return nats.isInfinite()
        ? Quantity.infinite(nats.value() > 0, unit)
        : between(nats, unit == Unit.NAT ? 1 : 1 / Math.log(2), unit, estimated);
  }

  private static Quantity between(Real value, double factor, Unit unit, boolean estimated) {
    double middle = value.value() * factor;
    double error = value.bounded().error() * factor + 2 * Math.ulp(middle);
    Accuracy accuracy = estimated ? Accuracy.ESTIMATE : Accuracy.ROUNDING;
    return Quantity.between(middle, middle - error, middle + error, unit, accuracy);
  }
}
