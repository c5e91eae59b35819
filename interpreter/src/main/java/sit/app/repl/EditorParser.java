package sit.app.repl;

import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import sit.session.Completions;
import sit.session.Session;

/** Tells the editor where a statement ends, and which part of a text is to be completed. */
final class EditorParser implements Parser {
  private final Supplier<Session> session;

  EditorParser(Supplier<Session> session) {
    this.session = session;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      Completions found = Suggestions.of(line, cursor, session.get());
      return new Part(line, cursor, line.substring(found.start(), cursor));
    }
    boolean ended = line.endsWith("\n\n") || context != ParseContext.ACCEPT_LINE;
    if (!ended && !Repl.isWhole(line, session.get())) {
      throw new EOFError(-1, cursor, "the statement goes on");
    }
    return new Part(line, cursor, line);
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** A text and the part of it left of the cursor that is to be completed. */
  private record Part(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
