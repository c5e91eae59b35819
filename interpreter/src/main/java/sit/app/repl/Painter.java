package sit.app.repl;

import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import sit.session.Session;
import sit.syntax.Word;
import sit.typed.Symbol;

/** Colours what is typed by the language's own tokens, and shows the forms of a call behind it. */
final class Painter implements Highlighter {
  /** Text that is longer is not coloured: it was pasted, and would be cut at every key. */
  private static final int LONGEST = 20_000;

  /** In text that is longer no hint is looked for: keys must not wait for it. */
  private static final int HINTED = 2_000;

  private final Supplier<Session> session;
  private final boolean color;
  private boolean hints = true;

  Painter(Supplier<Session> session, boolean color) {
    this.session = session;
    this.color = color;
  }

  /** Whether hints are shown: not when a line is left. */
  void hints(boolean shown) {
    hints = shown;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder out = new AttributedStringBuilder();
    if (!color || buffer.length() > LONGEST || Directives.is(buffer)) {
      out.append(buffer);
    } else {
      paint(buffer, out);
    }
    hint(reader, buffer).ifPresent(hint -> out.styled(AttributedStyle.DEFAULT.faint(), hint));
    return out.toAttributedString();
  }

  private void paint(String buffer, AttributedStringBuilder out) {
    int at = 0;
    for (Word word : Word.of(buffer)) {
      out.append(buffer, at, word.start());
      out.styled(style(word), buffer.substring(word.start(), word.end()));
      at = word.end();
    }
    out.append(buffer, at, buffer.length());
  }

  private AttributedStyle style(Word word) {
    return switch (word.kind()) {
      case KEYWORD -> AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.BLUE);
      case NUMBER -> AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
      case TEXT -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case UNCLOSED, UNKNOWN -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
      case DOC, COMMENT ->
          AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT | AttributedStyle.BLACK);
      case NAME -> name(word.text());
      default -> AttributedStyle.DEFAULT;
    };
  }

  private AttributedStyle name(String name) {
    Optional<Symbol> symbol = session.get().workspace().symbol(name);
    boolean random =
        symbol.isPresent()
            && (symbol.get().kind() == Symbol.Kind.VARIABLE
                || symbol.get().kind() == Symbol.Kind.PROCESS);
    return random
        ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)
        : AttributedStyle.DEFAULT;
  }

  /** The forms of the call at the cursor, if it stands at the end and there is room for them. */
  private Optional<String> hint(LineReader reader, String buffer) {
    boolean last = reader.getBuffer().cursor() == buffer.length();
    if (!hints || !last || buffer.length() > HINTED || buffer.indexOf('(') < 0) {
      return Optional.empty();
    }
    String forms = session.get().hint(buffer, buffer.length());
    int line = buffer.length() - buffer.lastIndexOf('\n') - 1 + Transcript.PROMPT.length();
    int room = reader.getTerminal().getSize().getColumns() - line - 4;
    if (forms.isEmpty() || room < 12) {
      return Optional.empty();
    }
    String shown = forms.length() <= room ? forms : forms.substring(0, room - 3) + "...";
    return Optional.of("  " + shown);
  }
}
