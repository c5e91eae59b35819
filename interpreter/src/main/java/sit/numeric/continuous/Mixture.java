package sit.numeric.continuous;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of two laws by chance.
 *
 * @param weight the probability of the first
 */
public record Mixture(ContinuousLaw first, ContinuousLaw second, Real weight)
    implements ContinuousLaw {

  /**
   * The mixture of two laws.
   *
   * @throws BadParameter if the weight is no probability
   */
  public Mixture {
    double w = weight.value();
    if (!(w >= 0 && w <= 1)) {
      throw new BadParameter("the weight of mixture", "between 0 and 1", Families.shown(weight));
    }
  }

  @Override
  public String name() {
    String share = Families.shown(weight);
    return "mixture(" + first.name() + ", " + second.name() + ", " + share + ")";
  }

  @Override
  public Support support() {
    return new Support(
        Math.min(first.support().lower(), second.support().lower()),
        Math.max(first.support().upper(), second.support().upper()));
  }

  @Override
  public double logDensity(double x) {
    double a = Math.log(weight.value()) + at(first, x);
    double b = Math.log1p(-weight.value()) + at(second, x);
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  private static double at(ContinuousLaw law, double x) {
    return law.support().holds(x) ? law.logDensity(x) : Double.NEGATIVE_INFINITY;
  }

  @Override
  public double cumulative(double x) {
    double w = weight.value();
    return w * first.cumulative(x) + (1 - w) * second.cumulative(x);
  }

  /** The ends of the supports as well, and the centres, so that both parts are seen. */
  @Override
  public List<Double> corners() {
    List<Double> all = new ArrayList<>(first.corners());
    all.addAll(second.corners());
    for (ContinuousLaw part : List.of(first, second)) {
      all.add(part.spread().centre());
      all.add(part.support().lower());
      all.add(part.support().upper());
    }
    all.removeIf(x -> !Double.isFinite(x));
    return all;
  }

  @Override
  public Spread spread() {
    Spread a = first.spread();
    Spread b = second.spread();
    return new Spread((a.centre() + b.centre()) / 2, Math.max(a.width(), b.width()));
  }

  @Override
  public Optional<Real> mean(Statistic statistic) {
    Optional<Real> a = first.mean(statistic);
    Optional<Real> b = second.mean(statistic);
    return a.flatMap(x -> b.map(y -> weight.times(x).plus(Real.ONE.minus(weight).times(y))));
  }
}
