package sit.value;

import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.Parameter;
import sit.exact.closed.RationalFunction;
import sit.exact.closed.Signs;

/** Arithmetic of quantities of which one at least is a function of parameters. */
public final class Forms {
  private Forms() {}

  static boolean isOpen(Quantity a, Quantity b) {
    return a.isOpen() || b.isOpen();
  }

  /** A quantity as a closed form in bits. */
  public static ClosedForm form(Quantity a) {
    return a.form()
        .orElseGet(
            () ->
                ClosedForm.of(
                    a.exact()
                        .orElseThrow(
                            () ->
                                new ArithmeticException(
                                    "a rounded number beside a parameter has no closed form"))));
  }

  /** A plain number that stands beside nats counts in nats. */
  private static ClosedForm form(Quantity a, Unit unit) {
    ClosedForm form = form(a);
    if (unit != Unit.NAT || a.unit() == Unit.NAT || form.isZero()) {
      return form;
    }
    return form.multiply(ClosedForm.nat()).orElseThrow(Forms::none);
  }

  private static ArithmeticException none() {
    return new ArithmeticException(
        "a product of logarithms has no closed form here; give the parameters values");
  }

  static Quantity negate(Quantity a) {
    return Quantity.open(form(a).negate(), a.unit());
  }

  static Quantity add(Quantity a, Quantity b, Unit unit) {
    return Quantity.open(form(a, unit).add(form(b, unit)), unit);
  }

  static Quantity multiply(Quantity a, Quantity b, Unit unit) {
    boolean both = a.unit() != Unit.NONE && b.unit() != Unit.NONE;
    if (both && (a.unit() == Unit.NAT || b.unit() == Unit.NAT)) {
      throw none();
    }
    return Quantity.open(form(a).multiply(form(b)).orElseThrow(Forms::none), unit);
  }

  static Optional<Quantity> divide(Quantity a, Quantity b) {
    ClosedForm above = form(a);
    ClosedForm below = form(b);
    if (below.isZero()) {
      return Optional.empty();
    }
    Unit unit = b.unit() != Unit.NONE ? Unit.NONE : a.unit();
    boolean same = a.unit() == b.unit();
    if (below.isRational() && (same || b.unit() == Unit.NONE)) {
      RationalFunction inverse = RationalFunction.ONE.divide(below.plain());
      return Optional.of(Quantity.open(above.scale(inverse), unit));
    }
    Optional<RationalFunction> ratio = same ? above.ratio(below) : Optional.empty();
    return Optional.of(Quantity.open(ClosedForm.of(ratio.orElseThrow(Forms::none)), Unit.NONE));
  }

  static Optional<Quantity> power(Quantity a, Quantity b) {
    ClosedForm base = form(a);
    Optional<Integer> exponent = b.isOpen() ? Optional.empty() : b.integer();
    if (exponent.isEmpty() || Math.abs(exponent.get()) > 64 || !base.isRational()) {
      throw new ArithmeticException("this power has no closed form; give the parameters values");
    }
    if (base.isZero() && exponent.get() < 0) {
      return Optional.empty();
    }
    ClosedForm power = ClosedForm.of(base.plain().pow(exponent.get()));
    return Optional.of(Quantity.open(power, Unit.NONE));
  }

  /** The sign of a difference where it is the same whatever the parameters are, and decided. */
  static Optional<Integer> compare(Quantity a, Quantity b, Unit unit) {
    if (a.isInfinite() || b.isInfinite()) {
      int sign = a.isInfinite() ? Double.compare(a.value(), 0) : -Double.compare(b.value(), 0);
      return Optional.of(sign);
    }
    ClosedForm difference = form(a, unit).subtract(form(b, unit));
    if (difference.isZero()) {
      return Optional.of(0);
    }
    return difference.isRational() ? Signs.strictly(difference.plain()) : Optional.empty();
  }

  /** The sign of a difference that may be zero here and there: never negative, never positive. */
  public static Optional<Integer> weakly(Quantity a, Quantity b) {
    Unit unit = Arithmetic.unitOfSum(a, b);
    ClosedForm difference = form(a, unit).subtract(form(b, unit));
    return difference.isRational() ? Signs.of(difference.plain()) : Optional.empty();
  }

  /** The value where the parameters have values; empty at a pole. */
  public static Optional<Quantity> at(Quantity a, Map<Parameter, Rational> values) {
    return a.isOpen()
        ? a.form().get().at(values).map(found -> number(found, a.unit()))
        : Optional.of(a);
  }

  static Quantity number(ClosedForm.At found, Unit unit) {
    if (found.infinite() != 0) {
      return Quantity.infinite(found.infinite() > 0, unit);
    }
    Quantity bits = Quantity.of(found.bits(), unit);
    if (found.euler().isZero()) {
      return bits;
    }
    // so many nats, which are rational in nats and irrational in bits
    Quantity nats = Quantity.of(LogSum.of(found.euler()), Unit.NONE);
    if (unit == Unit.NAT) {
      return Arithmetic.add(bits, nats);
    }
    Quantity ratio = Quantity.bits(1 / Math.log(2), Math.ulp(2.0), Unit.BIT).withUnit(unit);
    return Arithmetic.add(bits, Arithmetic.multiply(nats, ratio));
  }
}
