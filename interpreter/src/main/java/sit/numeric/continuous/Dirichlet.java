package sit.numeric.continuous;

import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/**
 * The law of Dirichlet on the probabilities of so many outcomes, with its density in all of them
 * but the last.
 */
public record Dirichlet(List<Real> weights) implements DensityLaw {
  /**
   * The law with these weights.
   *
   * @throws BadParameter if one is not positive or there are fewer than two
   */
  public Dirichlet {
    weights = List.copyOf(weights);
    if (weights.size() < 2) {
      throw new BadParameter("the weights of Dirichlet", "at least two", "" + weights.size());
    }
    weights.forEach(w -> Families.requirePositive(w, "each weight of Dirichlet"));
  }

  @Override
  public String name() {
    return Families.written("Dirichlet", weights.toArray(new Real[0]));
  }

  @Override
  public int dimension() {
    return weights.size();
  }

  @Override
  public Optional<Divergences.Found> differentialEntropy(Limits limits) {
    return Optional.of(new Divergences.Found(entropy(), false));
  }

  @Override
  public Optional<Divergences.Found> relativeEntropy(DensityLaw other, Limits limits) {
    return other instanceof Dirichlet law && law.weights.size() == weights.size()
        ? Optional.of(new Divergences.Found(divergence(law), false))
        : Optional.empty();
  }

  private Real total() {
    return weights.stream().reduce(Real.ZERO, Real::plus);
  }

  /** The logarithm of the product of the gamma functions over that of the sum. */
  private Real logBeta() {
    Real sum = Special.logGamma(total()).negate();
    for (Real weight : weights) {
      sum = sum.plus(Special.logGamma(weight));
    }
    return sum;
  }

  /** The differential entropy in nats. */
  public Real entropy() {
    return logBeta().plus(cross(this));
  }

  /** {@code -sum (w_i - 1) E ln p_i} with the weights of another law. */
  private Real cross(Dirichlet other) {
    Real sum = Real.ZERO;
    Real base = Special.digamma(total());
    for (int i = 0; i < weights.size(); i++) {
      Real mean = Special.digamma(weights.get(i)).minus(base);
      sum = sum.minus(other.weights.get(i).minus(Real.ONE).times(mean));
    }
    return sum;
  }

  /** {@code D(this || other)} in nats; both of one size. */
  public Real divergence(Dirichlet other) {
    return equals(other) ? Real.ZERO : other.logBeta().plus(cross(other)).minus(entropy());
  }
}
