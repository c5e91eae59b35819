package sit.typed;

/** The kind of thing an expression denotes. */
public enum Type {
  /** A number without a unit. */
  NUMBER("a number"),
  /** An amount of information in bits, whatever the unit of the session. */
  BITS("an amount of information in bits"),
  /** An amount of information in nats, whatever the unit of the session. */
  NATS("an amount of information in nats"),
  /** An amount of information in the unit of the session. */
  INFORMATION("an amount of information"),
  TRUTH("a truth value"),
  TEXT("a text"),
  /** One or more random variables, taken jointly. */
  VARIABLES("random variables"),
  /** A process, or several taken together. */
  PROCESS("a process"),
  /** A function of random variables. */
  RANDOM("a function of random variables"),
  /** Outcomes, which densities and functions of outcomes speak of. */
  OUTCOMES("outcomes"),
  /** A sequence of outcomes. */
  OUTCOME_PROCESS("a sequence of outcomes"),
  /** A named density at outcomes, or a product of such. */
  DENSITY("a density"),
  LAW("a law"),
  /** A law that has a density. */
  CONTINUOUS_LAW("a law with a density"),
  LIST("a list"),
  /** Values by their keys. */
  MAP("a map"),
  FUNCTION("a function"),
  /** A scalar for every index. */
  SEQUENCE("a sequence of scalars"),
  /** Known only when it is evaluated. */
  ANY("anything");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  /** What it is called in an error. */
  public String words() {
    return words;
  }

  boolean isInformation() {
    return this == BITS || this == NATS || this == INFORMATION;
  }

  boolean isScalar() {
    return this == NUMBER || this == ANY || isInformation();
  }

  /** Whether it is a process, of random variables or of outcomes. */
  boolean isProcess() {
    return this == PROCESS || this == OUTCOME_PROCESS;
  }

  /** Whether it has an outcome for every outcome of the variables. */
  public boolean isRandom() {
    return this == VARIABLES || this == RANDOM;
  }
}
