package sit.source;

/** Prints a diagnostic with the line it is about and a caret under the place. */
public final class DiagnosticPrinter {
  private static final int WIDEST = 100;
  private static final int BEFORE = 40;

  private DiagnosticPrinter() {}

  public static String print(Diagnostic diagnostic) {
    Source source = diagnostic.source();
    Span span = diagnostic.span();
    StringBuilder out = new StringBuilder();
    out.append("error[").append(diagnostic.code()).append("]: ").append(diagnostic.message());
    int line = source.line(span.start());
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length() + 1);
    out.append('\n').append(margin).append("┌─ ").append(source.name()).append(':').append(line);
    out.append(':').append(source.column(span.start()));
    excerpt(out, source, span, number, diagnostic.label());
    if (!diagnostic.help().isEmpty()) {
      out.append('\n').append(margin).append("= help: ");
      out.append(diagnostic.help().replace("\n", "\n" + margin + "        "));
    }
    return out.toString();
  }

  private static void excerpt(
      StringBuilder out, Source source, Span span, String number, String label) {
    int lineStart = source.lineStart(span.start());
    int lineEnd = Math.max(source.lineEnd(span.start()), lineStart);
    int from = lineStart;
    if (lineEnd - lineStart > WIDEST && span.start() - lineStart > BEFORE) {
      from = span.start() - BEFORE;
      from -= Character.isLowSurrogate(source.text().charAt(from)) ? 1 : 0;
    }
    int to = Math.min(lineEnd, from + WIDEST);
    to -= to < lineEnd && Character.isLowSurrogate(source.text().charAt(to)) ? 1 : 0;
    String lead = from > lineStart ? "…" : "";
    String shown = lead + printable(source.text().substring(from, to)) + (to < lineEnd ? "…" : "");
    if (shown.isBlank() && label.isEmpty()) {
      return;
    }
    out.append('\n').append(number).append(" │ ").append(shown);
    int before = lead.length() + columns(source.text(), from, Math.min(span.start(), to));
    int carets = Math.max(1, columns(source.text(), span.start(), Math.min(span.end(), to)));
    out.append('\n').append(" ".repeat(number.length() + 1)).append("│ ");
    out.append(" ".repeat(before)).append("^".repeat(carets));
    if (!label.isEmpty()) {
      out.append(' ').append(label);
    }
  }

  private static int columns(String text, int from, int to) {
    int columns = 0;
    for (int i = from; i < to; ) {
      int point = text.codePointAt(i);
      int type = Character.getType(point);
      columns += type == Character.NON_SPACING_MARK ? 0 : 1;
      i += Character.charCount(point);
    }
    return columns;
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\t') {
                out.append(' ');
              } else if (Character.isISOControl(point)) {
                out.append('\uFFFD');
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }
}
