package sit.numeric.continuous;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** A law of a family: its density as a sum of statistics, and the means that it knows. */
record Family(
    String name,
    Support support,
    LogForm form,
    Function<Statistic, Optional<Real>> means,
    Optional<ContinuousDistribution> distribution,
    Spread spread,
    List<Double> corners)
    implements ContinuousLaw {

  @Override
  public double logDensity(double x) {
    return form.at(x);
  }

  @Override
  public double cumulative(double x) {
    return distribution
        .map(d -> d.cumulativeProbability(x))
        .orElseGet(() -> Quadrature.mass(this, support.lower(), Math.min(x, support.upper())));
  }

  @Override
  public double survival(double x) {
    return distribution.map(d -> d.survivalProbability(x)).orElseGet(() -> 1 - cumulative(x));
  }

  @Override
  public Optional<LogForm> logForm() {
    return Optional.of(form);
  }

  @Override
  public Optional<Gaussian> gaussian() {
    boolean only = form.parts().size() == 1 && support.equals(Support.LINE);
    if (!only || !(form.parts().get(0).statistic() instanceof Statistic.Square square)) {
      return Optional.empty();
    }
    Real variance = Real.ONE.over(form.parts().get(0).factor().times(-2));
    return Optional.of(new Gaussian(square.centre(), variance));
  }

  /** A mean that the family knows, or what follows from the first two moments. */
  @Override
  public Optional<Real> mean(Statistic statistic) {
    Optional<Real> known = means.apply(statistic);
    if (known.isPresent() || !(statistic instanceof Statistic.Square square)) {
      return known;
    }
    Optional<Real> second = means.apply(Statistic.Power.TWO);
    if (second.filter(Real::isInfinite).isPresent()) {
      return second;
    }
    Optional<Real> first = means.apply(Statistic.Power.ONE);
    return second.isEmpty() || first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            second
                .get()
                .minus(first.get().times(square.centre()).times(2))
                .plus(square.centre().squared()));
  }
}
