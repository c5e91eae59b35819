package sit.numeric.continuous;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/**
 * Entropies and relative entropies of laws with a density, in nats: in closed form where {@code -E
 * log q} is a sum of means that the law has in closed form, whatever the families, and by
 * quadrature elsewhere.
 */
public final class Divergences {
  private Divergences() {}

  /**
   * A value.
   *
   * @param estimated whether its bounds are an estimate and not a proof
   */
  public record Found(Real value, boolean estimated) {}

  /** The differential entropy; empty where it could not be computed. */
  public static Optional<Found> entropy(ContinuousLaw law, Limits limits) {
    Optional<Real> closed = law.entropy();
    if (closed.isPresent()) {
      return closed.map(value -> new Found(value, false));
    }
    return estimate(
        Quadrature.mean(
            law,
            List.of(),
            x -> {
              double log = law.logDensity(x);
              return log == Double.NEGATIVE_INFINITY ? 0 : -log;
            },
            limits));
  }

  private static Optional<Found> estimate(Quadrature.Estimate estimate) {
    return estimate.converged()
        ? Optional.of(new Found(Real.between(estimate.value(), estimate.error()), true))
        : Optional.empty();
  }

  /** {@code D(p || q)}, infinite where p has mass that q has not; empty if it was not found. */
  public static Optional<Found> divergence(ContinuousLaw p, ContinuousLaw q, Limits limits) {
    if (!q.support().holds(p.support())) {
      return Optional.of(new Found(Real.INFINITE, false));
    }
    boolean formed = p.logForm().isPresent() && p.logForm().equals(q.logForm());
    if (formed && p.support().equals(q.support())) {
      return Optional.of(new Found(Real.ZERO, false));
    }
    Optional<Real> cross = q.logForm().flatMap(form -> form.mean(p));
    Optional<Real> entropy = p.entropy();
    if (cross.isPresent() && entropy.isPresent() && !entropy.get().isInfinite()) {
      return Optional.of(new Found(entropy.get().plus(cross.get()).negate(), false));
    }
    boolean[] outside = {false};
    List<Double> corners = new ArrayList<>(q.corners());
    Quadrature.Estimate found =
        Quadrature.mean(
            p,
            corners,
            x -> {
              double mine = p.logDensity(x);
              double other = q.logDensity(x);
              // a density of a family is positive on its support, if too small for a double
              boolean nothing = other == Double.NEGATIVE_INFINITY && q.logForm().isEmpty();
              outside[0] |= nothing && mine > -500;
              return nothing ? 0 : mine - other;
            },
            limits);
    return outside[0] ? Optional.of(new Found(Real.INFINITE, false)) : estimate(found);
  }
}
