package sit.check;

import sit.proof.Claim;
import sit.proof.Counterexample;

/** A law that the checker found to satisfy every assumption and to violate the claim. */
public final class Refutation {
  private final Claim claim;
  private final Counterexample law;

  Refutation(Claim claim, Counterexample law) {
    this.claim = claim;
    this.law = law;
  }

  public Claim claim() {
    return claim;
  }

  public Counterexample law() {
    return law;
  }
}
