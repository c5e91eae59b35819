package sit.value;

/** How well a number is known, the best first. */
public enum Accuracy {
  /** It is given by an exact form. */
  EXACT,
  /** Computed in floating point; the bounds enclose every rounding error. */
  ROUNDING,
  /** Enclosed by bounds from duality. */
  CERTIFIED,
  /**
   * From samples, where the bounds are an interval of confidence, or by quadrature, where they are
   * an estimate of the error: they may miss the true value.
   */
  ESTIMATE,
  /** The best that a search found: the bounds enclose what was found, and better may exist. */
  LOCAL;

  /** The word used in JSON. */
  public String word() {
    return switch (this) {
      case EXACT -> "exact";
      case ROUNDING -> "rounding";
      case CERTIFIED -> "certified";
      case ESTIMATE -> "estimate";
      case LOCAL -> "local";
    };
  }

  /** Whether the bounds enclose the true value for certain. */
  public boolean isCertain() {
    return compareTo(CERTIFIED) <= 0;
  }

  /** The accuracy of what is computed from both. */
  public Accuracy and(Accuracy other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
