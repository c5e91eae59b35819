package sit.check;

import sit.proof.Proof;

/** A claim whose proof a checker added up. */
public final class Theorem {
  private final Proof proof;

  Theorem(Proof proof) {
    this.proof = proof;
  }

  public Proof proof() {
    return proof;
  }
}
