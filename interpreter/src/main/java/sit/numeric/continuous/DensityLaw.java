package sit.numeric.continuous;

import java.util.Optional;
import sit.limits.Limits;

/** A law of one or more real variables that has a density. */
public interface DensityLaw {
  /** How it is written. */
  String name();

  /** Of how many variables it is. */
  int dimension();

  /** The differential entropy in nats; empty where it could not be computed. */
  Optional<Divergences.Found> differentialEntropy(Limits limits);

  /**
   * The relative entropy in nats to another law of as many variables; empty where it could not be
   * computed.
   */
  Optional<Divergences.Found> relativeEntropy(DensityLaw other, Limits limits);
}
