package sit.proof;

/** What is said of an expression: that it is zero, or that it is not negative. */
public enum Sense {
  ZERO,
  NON_NEGATIVE
}
