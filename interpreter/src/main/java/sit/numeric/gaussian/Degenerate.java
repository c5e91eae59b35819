package sit.numeric.gaussian;

/** What is seen of some processes determines a letter, so that it has no density. */
public final class Degenerate extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient String letter;

  Degenerate(String letter) {
    super("what is seen determines " + letter, null, false, false);
    this.letter = letter;
  }

  /** The same of a letter at any time. */
  Degenerate atAnyTime() {
    return new Degenerate(letter.substring(0, letter.indexOf('[')) + "[t]");
  }

  /** The letter that is determined. */
  public String letter() {
    return letter;
  }
}
