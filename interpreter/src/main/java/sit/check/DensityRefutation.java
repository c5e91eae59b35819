package sit.check;

import sit.proof.Claim;
import sit.proof.GaussianLaw;

/** A Gaussian law that the checker found to satisfy every assumption and to violate the claim. */
public final class DensityRefutation {
  private final Claim claim;
  private final GaussianLaw law;

  DensityRefutation(Claim claim, GaussianLaw law) {
    this.claim = claim;
    this.law = law;
  }

  public Claim claim() {
    return claim;
  }

  public GaussianLaw law() {
    return law;
  }
}
