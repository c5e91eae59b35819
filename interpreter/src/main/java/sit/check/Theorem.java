package sit.check;

import sit.proof.Certificate;

/** A claim whose certificate the checker added up. */
public final class Theorem {
  private final Certificate certificate;

  Theorem(Certificate certificate) {
    this.certificate = certificate;
  }

  public Certificate certificate() {
    return certificate;
  }
}
