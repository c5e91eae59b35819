package sit.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.OpenParameter;

/**
 * A number with the bounds it lies in, its unit, and its exact form where it has one.
 *
 * @param value the best double
 * @param lower not above the true value
 * @param upper not below the true value
 * @param exact the exact value; of an amount of information it is in bits, whatever the unit
 * @param evidence of an estimate, what it rests on
 * @param form the function of parameters it is, which has no value; in bits, whatever the unit
 */
public record Quantity(
    double value,
    double lower,
    double upper,
    Optional<LogSum> exact,
    Unit unit,
    Accuracy accuracy,
    Optional<Evidence> evidence,
    Optional<ClosedForm> form)
    implements Value {
  private static final double LN_2 = Math.log(2);
  private static final int DIGITS = 22;

  public Quantity(
      double value,
      double lower,
      double upper,
      Optional<LogSum> exact,
      Unit unit,
      Accuracy accuracy) {
    this(value, lower, upper, exact, unit, accuracy, Optional.empty(), Optional.empty());
  }

  /**
   * A function of parameters; a number where it depends on none.
   *
   * @param form in bits, where the unit is one of information
   */
  public static Quantity open(ClosedForm form, Unit unit) {
    if (form.parameters().isEmpty()) {
      return Forms.number(form.at(Map.of()).orElseThrow(), unit);
    }
    double none = Double.NaN;
    return new Quantity(
        none,
        none,
        none,
        Optional.empty(),
        unit,
        Accuracy.EXACT,
        Optional.empty(),
        Optional.of(form));
  }

  /**
   * The best double.
   *
   * @throws OpenParameter if it is a function of parameters
   */
  @Override
  public double value() {
    requireNumber();
    return value;
  }

  /**
   * Not above the true value.
   *
   * @throws OpenParameter if it is a function of parameters
   */
  @Override
  public double lower() {
    requireNumber();
    return lower;
  }

  /**
   * Not below the true value.
   *
   * @throws OpenParameter if it is a function of parameters
   */
  @Override
  public double upper() {
    requireNumber();
    return upper;
  }

  private void requireNumber() {
    if (form.isPresent()) {
      throw new OpenParameter(form.get().parameters());
    }
  }

  /** Whether it is a function of parameters and no number. */
  public boolean isOpen() {
    return form.isPresent();
  }

  /** A plain rational number. */
  public static Quantity of(Rational value) {
    return of(LogSum.of(value), Unit.NONE);
  }

  public static Quantity of(long value) {
    return of(Rational.of(value));
  }

  /**
   * An exact number.
   *
   * @param exact in bits, where the unit is one of information
   */
  public static Quantity of(LogSum exact, Unit unit) {
    if (exact.isRational() && exact.rationalPart().isInteger() && unit != Unit.NAT) {
      double value = exact.rationalPart().numerator().doubleValue();
      boolean representable =
          Double.isFinite(value)
              && new BigDecimal(value).toBigInteger().equals(exact.rationalPart().numerator());
      if (representable) {
        return new Quantity(value, value, value, Optional.of(exact), unit, Accuracy.EXACT);
      }
    }
    double value =
        exact.bounds(DIGITS).middle().toDecimal(java.math.MathContext.DECIMAL128).doubleValue();
    if (unit == Unit.NAT) {
      value *= LN_2;
    }
    double slack = unit == Unit.NAT ? 2 * Math.ulp(value) : 0;
    double lower = Math.nextDown(value - slack);
    double upper = Math.nextUp(value + slack);
    if (exact.isZero()) {
      lower = upper = 0;
    }
    return new Quantity(value, lower, upper, Optional.of(exact), unit, Accuracy.EXACT);
  }

  /** A number known to lie between bounds. */
  public static Quantity between(
      double value, double lower, double upper, Unit unit, Accuracy accuracy) {
    return new Quantity(
        value, Math.min(lower, value), Math.max(upper, value), Optional.empty(), unit, accuracy);
  }

  /** An amount given in bits, in the unit asked for. */
  public static Quantity bits(double value, double error, Unit unit) {
    double factor = unit == Unit.NAT ? LN_2 : 1;
    double scaled = value * factor;
    double slack = error * factor + (unit == Unit.NAT ? 2 * Math.ulp(scaled) : 0);
    double lower = slack == 0 ? scaled : Math.nextDown(scaled - slack);
    double upper = slack == 0 ? scaled : Math.nextUp(scaled + slack);
    return between(scaled, lower, upper, unit, Accuracy.ROUNDING);
  }

  public static Quantity infinite(boolean positive, Unit unit) {
    double value = positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    return new Quantity(value, value, value, Optional.empty(), unit, Accuracy.EXACT);
  }

  /** The rational value of a plain number that has one. */
  public Optional<Rational> rational() {
    boolean none = unit == Unit.NAT || exact.isEmpty();
    return none ? Optional.empty() : exact.get().rationalValue();
  }

  /** The rational number of its unit that this is, where it is one: 1/2 of half a nat. */
  public Optional<Rational> amount() {
    return unit == Unit.NAT
        ? exact.filter(e -> e.equals(LogSum.nats(e.ofE()))).map(LogSum::ofE)
        : rational();
  }

  /** The whole number this is, where it is one that fits. */
  public Optional<Integer> integer() {
    return rational()
        .filter(Rational::isInteger)
        .filter(r -> r.numerator().bitLength() < 32)
        .map(r -> r.numerator().intValueExact());
  }

  /** Whether this is an infinity, and not a number beyond the range of doubles. */
  public boolean isInfinite() {
    return Double.isInfinite(value) && exact.isEmpty();
  }

  public boolean isExactZero() {
    return exact.filter(LogSum::isZero).isPresent();
  }

  /** The same number, known no better than something else that it was told by. */
  public Quantity knownAs(Accuracy other) {
    Accuracy worse = accuracy.and(other);
    return worse == accuracy ? this : between(value, lower, upper, unit, worse);
  }

  public Quantity withUnit(Unit other) {
    return new Quantity(value, lower, upper, exact, other, accuracy, evidence, form);
  }

  /** An estimate from samples: the bounds are an interval of confidence. */
  public static Quantity estimate(
      double value, double lower, double upper, Unit unit, Evidence evidence) {
    return new Quantity(
        value,
        lower,
        upper,
        Optional.empty(),
        unit,
        Accuracy.ESTIMATE,
        Optional.of(evidence),
        Optional.empty());
  }
}
