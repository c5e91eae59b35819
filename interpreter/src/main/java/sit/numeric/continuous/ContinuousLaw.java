package sit.numeric.continuous;

import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/** A law of one real variable that has a density. */
public interface ContinuousLaw extends DensityLaw {
  @Override
  default int dimension() {
    return 1;
  }

  @Override
  default Optional<Divergences.Found> differentialEntropy(Limits limits) {
    return Divergences.entropy(this, limits);
  }

  @Override
  default Optional<Divergences.Found> relativeEntropy(DensityLaw other, Limits limits) {
    return other instanceof ContinuousLaw law
        ? Divergences.divergence(this, law, limits)
        : Optional.empty();
  }

  /** The interval outside of which its density is zero. */
  Support support();

  /** The logarithm of the density at a point of the support, in nats. */
  double logDensity(double x);

  /** {@code P(X <= x)}. */
  double cumulative(double x);

  /** {@code P(X > x)}, without the cancellation of one minus the other. */
  default double survival(double x) {
    return 1 - cumulative(x);
  }

  /** Points inside the support at which the density is not smooth. */
  default List<Double> corners() {
    return List.of();
  }

  /** The point of the support around which most of it lies, and how wide it is. */
  Spread spread();

  /** The logarithm of the density as a sum; empty where it is not one. */
  default Optional<LogForm> logForm() {
    return Optional.empty();
  }

  /** The mean of a statistic in closed form, where it has one. */
  default Optional<Real> mean(Statistic statistic) {
    return Optional.empty();
  }

  /** The differential entropy in nats in closed form, where it has one. */
  default Optional<Real> entropy() {
    return logForm().flatMap(form -> form.mean(this)).map(Real::negate);
  }

  /**
   * The mean and variance of a Gaussian law.
   *
   * @param variance positive
   */
  record Gaussian(Real mean, Real variance) {}

  /** Its mean and variance, if it is a Gaussian law. */
  default Optional<Gaussian> gaussian() {
    return Optional.empty();
  }

  /** The mean of {@code x^k}, where it has a closed form; it may be infinite. */
  default Optional<Real> moment(int k) {
    return k == 0 ? Optional.of(Real.ONE) : mean(new Statistic.Power(Real.of(k)));
  }

  /**
   * Where a law has its mass.
   *
   * @param centre a point inside the support
   * @param width a length over which the density falls
   */
  record Spread(double centre, double width) {}

  /**
   * {@code constant + sum of multiples of statistics}, in nats.
   *
   * @param parts what is multiplied, each with its factor
   */
  record LogForm(Real constant, List<Part> parts) {
    public LogForm {
      parts = List.copyOf(parts);
    }

    /** Its mean under a law; empty where one of the statistics has none in closed form. */
    Optional<Real> mean(ContinuousLaw law) {
      Real sum = constant;
      for (Part part : parts) {
        if (part.factor().rational().filter(sit.exact.Rational::isZero).isPresent()) {
          continue;
        }
        Optional<Real> mean = law.mean(part.statistic());
        if (mean.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(part.factor().times(mean.get()));
      }
      return Optional.of(sum);
    }

    double at(double x) {
      double sum = constant.value();
      for (Part part : parts) {
        sum += part.factor().value() == 0 ? 0 : part.factor().value() * part.statistic().at(x);
      }
      return sum;
    }
  }

  /** A multiple of a statistic. */
  record Part(Real factor, Statistic statistic) {}
}
