package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * What is known once some combinations of Gaussian sources have been found to be zero: each
 * variable is its best linear estimate from them plus what that leaves, which is independent of
 * them.
 */
public final class Conditioning {
  private final List<Affine> zero;
  private final Definite covariance;

  private Conditioning(List<Affine> zero, Definite covariance) {
    this.zero = zero;
    this.covariance = covariance;
  }

  /** Conditioning on combinations that are zero; empty if one is determined by the others. */
  public static Optional<Conditioning> on(List<Affine> zero, Limits limits) {
    Definite covariance = Definite.of(Linear.covariance(zero), limits);
    return covariance.isPositive()
        ? Optional.of(new Conditioning(zero, covariance))
        : Optional.empty();
  }

  /** A variable under the conditional law, made of the same sources as before. */
  public Affine of(Affine variable) {
    List<Rational> cross = new ArrayList<>();
    zero.forEach(z -> cross.add(variable.covariance(z)));
    List<Rational> gains = covariance.solve(cross);
    Affine left = variable;
    for (int i = 0; i < zero.size(); i++) {
      // the mean moves by minus the gain times the mean of what is zero, as the rest does
      left = left.plus(zero.get(i).times(gains.get(i).negate(), 0));
    }
    return left;
  }
}
