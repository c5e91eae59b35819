package sit.numeric.continuous;

/** A parameter with which a family has no law. */
public final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A parameter that is not of its range.
   *
   * @param what which it is, as in {@code the variance of Normal}
   * @param wanted what it has to be
   * @param met what it was
   */
  public BadParameter(String what, String wanted, String met) {
    this(what + " must be " + wanted + ", not " + met);
  }

  /** What is wrong with a parameter. */
  public BadParameter(String message) {
    super(message, null, false, false);
  }
}
