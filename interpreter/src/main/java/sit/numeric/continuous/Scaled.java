package sit.numeric.continuous;

import java.util.List;
import java.util.Optional;

/**
 * The law of {@code factor X + shift}.
 *
 * @param factor not zero
 */
public record Scaled(ContinuousLaw of, Real factor, Real shift) implements ContinuousLaw {

  @Override
  public String name() {
    String times = Families.shown(factor);
    String plus = Families.shown(shift);
    return times + "*" + of.name() + (plus.equals("0") ? "" : " + " + plus);
  }

  private double taken(double x) {
    return factor.value() * x + shift.value();
  }

  private double back(double y) {
    return (y - shift.value()) / factor.value();
  }

  @Override
  public Support support() {
    double a = taken(of.support().lower());
    double b = taken(of.support().upper());
    return new Support(Math.min(a, b), Math.max(a, b));
  }

  @Override
  public double logDensity(double y) {
    return of.logDensity(back(y)) - Math.log(Math.abs(factor.value()));
  }

  @Override
  public double cumulative(double y) {
    return factor.value() > 0 ? of.cumulative(back(y)) : of.survival(back(y));
  }

  @Override
  public double survival(double y) {
    return factor.value() > 0 ? of.survival(back(y)) : of.cumulative(back(y));
  }

  @Override
  public List<Double> corners() {
    return of.corners().stream().map(this::taken).toList();
  }

  @Override
  public Spread spread() {
    Spread spread = of.spread();
    return new Spread(taken(spread.centre()), spread.width() * Math.abs(factor.value()));
  }

  /** {@code h(a X + b) = h(X) + log |a|} (Cover and Thomas, theorem 8.6.4). */
  @Override
  public Optional<Real> entropy() {
    Real size = factor.value() < 0 ? factor.negate() : factor;
    return of.entropy().map(h -> h.plus(size.log()));
  }

  @Override
  public Optional<Real> mean(Statistic statistic) {
    Optional<Real> first = of.mean(Statistic.Power.ONE);
    if (statistic instanceof Statistic.Power power && power.is(1)) {
      return first.map(m -> factor.times(m).plus(shift));
    }
    boolean second = statistic instanceof Statistic.Power power && power.is(2);
    if (second || statistic instanceof Statistic.Square) {
      Real centre = statistic instanceof Statistic.Square square ? square.centre() : Real.ZERO;
      // (a X + b - c)^2 = a^2 (X - (c - b)/a)^2
      Real moved = centre.minus(shift).over(factor);
      return of.mean(new Statistic.Square(moved)).map(m -> factor.squared().times(m));
    } else if (statistic instanceof Statistic.Deviation from) {
      Real moved = from.centre().minus(shift).over(factor);
      Real size = factor.value() < 0 ? factor.negate() : factor;
      return of.mean(new Statistic.Deviation(moved)).map(size::times);
    }
    return Optional.empty();
  }
}
