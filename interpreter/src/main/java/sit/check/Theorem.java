package sit.check;

import sit.proof.Certificate;
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

  /**
   * The proof where it is one of fixed variables.
   *
   * @throws ClassCastException if it is one for every horizon
   */
  public Certificate certificate() {
    return (Certificate) proof;
  }
}
