package sit.source;

/**
 * Something a person must know about a place in a text.
 *
 * @param code a short name that does not change, such as {@code unknown-variable}
 * @param message what was met and what was wanted, in lower case
 * @param label what to write under the place; may be empty
 * @param help something to type or to try; may be empty
 */
public record Diagnostic(
    Source source, Span span, String code, String message, String label, String help) {
  private static final int LONGEST = 1000;

  public Diagnostic {
    message = cut(message);
    label = cut(label);
    help = cut(help);
  }

  /** What quotes a name of a million letters still fits one screen. */
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}

