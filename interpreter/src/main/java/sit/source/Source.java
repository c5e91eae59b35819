package sit.source;

/**
 * A text and the name it is known by.
 *
 * @param name a file name, or {@code <input>}
 */
public record Source(String name, String text) {
  /** The line of an offset, from 1. */
  public int line(int offset) {
    int line = 1;
    int end = Math.min(offset, text.length());
    for (int i = 0; i < end; i++) {
      if (endsLine(i)) {
        line++;
      }
    }
    return line;
  }

  /** Whether a line ends with this character, as on any system. */
  private boolean endsLine(int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
  }

  /** The column of an offset, from 1, in characters a person counts. */
  public int column(int offset) {
    int start = lineStart(offset);
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /** Where the line of an offset starts. */
  public int lineStart(int offset) {
    int start = Math.min(offset, text.length());
    while (start > 0 && !endsLine(start - 1)) {
      start--;
    }
    return start;
  }

  /** Where the line of an offset ends, without its newline. */
  public int lineEnd(int offset) {
    int end = Math.min(offset, text.length());
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return Math.max(end, lineStart(offset));
  }

  /** The text of a span. */
  public String text(Span span) {
    return text.substring(span.start(), Math.min(span.end(), text.length()));
  }

  /** The text of a span on one line: without comments, and each run of white space one space. */
  public String phrase(Span span) {
    String text = text(span);
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#' && !quoted) {
        while (i + 1 < text.length() && text.charAt(i + 1) != '\n' && text.charAt(i + 1) != '\r') {
          i++;
        }
        gap = true;
      } else if (Character.isWhitespace(c) && !quoted) {
        gap = true;
      } else {
        out.append(gap && out.length() > 0 ? " " : "").append(c);
        gap = false;
        if (c == '\\' && quoted && i + 1 < text.length()) {
          out.append(text.charAt(++i));
        } else if (c == '"') {
          quoted = !quoted;
        }
      }
    }
    return out.toString();
  }
}
