package sit.value;

/** How well a number is known, the best first. */
public enum Accuracy {
  /** It is given by an exact form. */
  EXACT,
  /** Computed in floating point; the bounds enclose every rounding error. */
  ROUNDING,
  /** Enclosed by bounds from duality. */
  CERTIFIED,
  /** The value at a place that is better than its neighbours; another may be better still. */
  LOCAL;

  /** The word used in JSON. */
  public String word() {
    return switch (this) {
      case EXACT -> "exact";
      case ROUNDING -> "rounding";
      case CERTIFIED -> "certified";
      case LOCAL -> "local";
    };
  }

  /** The accuracy of what is computed from both. */
  public Accuracy and(Accuracy other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
