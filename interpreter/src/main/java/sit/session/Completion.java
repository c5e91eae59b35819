package sit.session;

/**
 * Something that may stand at a place in a text.
 *
 * @param text what is put there
 * @param shown how it is listed: {@code I(}, {@code \alpha}
 * @param kind what it is
 * @param summary what it is for; may be empty
 */
public record Completion(String text, String shown, Kind kind, String summary) {
  /** The sorts of things that complete a text. */
  public enum Kind {
    VARIABLE,
    PROCESS,
    VALUE,
    PARAMETER,
    FUNCTION,
    MEASURE,
    LAW,
    RULE,
    KEYWORD,
    FILE,
    SIGN
  }
}
