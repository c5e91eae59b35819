package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.continuous.BadParameter;
import sit.numeric.continuous.DensityLaw;
import sit.numeric.continuous.Divergences;
import sit.numeric.continuous.Real;

/**
 * A Gaussian law of several variables.
 *
 * @param error how far its numbers may be off, as a fraction of each; zero where they are exact
 */
public record MultivariateNormal(List<Rational> mean, List<List<Rational>> covariance, double error)
    implements DensityLaw {
  public MultivariateNormal {
    mean = List.copyOf(mean);
    covariance = covariance.stream().map(List::copyOf).toList();
  }

  /**
   * The law of that mean and covariance.
   *
   * @throws BadParameter if the covariance is not symmetric or not positive definite
   */
  public static MultivariateNormal of(
      List<Rational> mean, List<List<Rational>> covariance, double error, Limits limits) {
    String what = "the covariance matrix of Normal";
    int n = mean.size();
    boolean square = covariance.size() == n && covariance.stream().allMatch(r -> r.size() == n);
    if (!square || n == 0) {
      String wanted = n + " by " + n + ", as the mean has " + n + " entries";
      int columns = covariance.isEmpty() ? 0 : covariance.get(0).size();
      throw new BadParameter(what, wanted, covariance.size() + " by " + columns);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        Rational one = covariance.get(i).get(j);
        Rational other = covariance.get(j).get(i);
        if (!one.equals(other)) {
          String met = one + " below and " + other + " above the diagonal";
          throw new BadParameter(what, "symmetric", met);
        }
      }
    }
    if (!Definite.of(covariance, limits).isPositive()) {
      throw new BadParameter(
          what + " must be positive definite: a combination of the variables has no variance");
    }
    return new MultivariateNormal(mean, covariance, error);
  }

  /** The variables as combinations of independent sources, each with the ones before it. */
  public List<Affine> variables(Limits limits) {
    Definite parts = Definite.of(covariance, limits);
    List<Affine> sources = new ArrayList<>();
    parts.pivots().forEach(pivot -> sources.add(Affine.of(Source.gaussian(pivot), error)));
    List<Affine> variables = new ArrayList<>();
    for (int i = 0; i < mean.size(); i++) {
      Affine sum = Affine.constant(mean.get(i), error);
      for (int j = 0; j <= i; j++) {
        sum = sum.plus(sources.get(j).times(parts.triangle().get(i).get(j), 0));
      }
      variables.add(sum);
    }
    return variables;
  }

  /** {@code 1/2 ln((2 pi e)^n det K)} (Cover and Thomas, theorem 8.4.1), in nats. */
  public Real entropy(Limits limits) {
    return Linear.entropy(variables(limits), limits);
  }

  /**
   * {@code D(this || other)} in nats, both of one size: half of {@code tr(K2^-1 K1) + (m2 - m1)'
   * K2^-1 (m2 - m1) - n + ln(det K2/det K1)} (Kullback 1959, 9.1).
   */
  public Real divergence(MultivariateNormal other, Limits limits) {
    Definite mine = Definite.of(covariance, limits);
    Definite theirs = Definite.of(other.covariance, limits);
    int n = mean.size();
    Rational trace = Rational.of(-n);
    List<Rational> moved = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      trace = trace.add(theirs.solve(covariance.get(i)).get(i));
      moved.add(other.mean.get(i).subtract(mean.get(i)));
    }
    List<Rational> solved = theirs.solve(moved);
    for (int i = 0; i < n; i++) {
      trace = trace.add(moved.get(i).multiply(solved.get(i)));
    }
    LogSum logarithms = theirs.logDeterminant().subtract(mine.logDeterminant());
    Real value = Real.of(trace).plus(Real.ofBits(logarithms)).half();
    double worst = Math.max(error, other.error);
    if (worst == 0) {
      return value;
    }
    double size = Linear.sensitivity(this, limits) + Linear.sensitivity(other, limits);
    double slack = 8 * worst * (size + 1) * (1 + Math.abs(value.value()) + n);
    return Real.between(value.value(), value.bounded().error() + slack);
  }

  @Override
  public String name() {
    return "Normal(" + mean + ", " + covariance + ")";
  }

  @Override
  public int dimension() {
    return mean.size();
  }

  @Override
  public Optional<Divergences.Found> differentialEntropy(Limits limits) {
    return Optional.of(new Divergences.Found(entropy(limits), false));
  }

  @Override
  public Optional<Divergences.Found> relativeEntropy(DensityLaw other, Limits limits) {
    return other instanceof MultivariateNormal law && law.mean.size() == mean.size()
        ? Optional.of(new Divergences.Found(divergence(law, limits), false))
        : Optional.empty();
  }
}
