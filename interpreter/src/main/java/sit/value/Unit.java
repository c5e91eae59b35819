package sit.value;

/** The unit of an amount of information. */
public enum Unit {
  /** A plain number. */
  NONE(""),
  BIT("bit"),
  NAT("nat");

  private final String word;

  Unit(String word) {
    this.word = word;
  }

  /** {@code bit}, {@code nat}, or empty. */
  public String word() {
    return word;
  }
}
