package sit.render;

/** A text that is not a certificate; the message says where and why. */
public final class CertificateFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CertificateFormatException(String where, String what) {
    super(where.isEmpty() ? what : where + ": " + what, null, false, false);
  }
}
