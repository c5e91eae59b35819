package sit.session;

/** A stage of the way a text goes through, where one can look in. */
public enum Stage {
  /** What was written, as a tree. */
  SYNTAX,
  /** What it denotes. */
  TYPED,
  /** Exact mathematics, its measures as they stand. */
  TERM,
  /** A polynomial over joint entropies, in which equal expressions are the same. */
  NORMAL,
  /** What was proved, as the checker reads it. */
  CERTIFICATE
}
