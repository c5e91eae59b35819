package sit.app.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import sit.session.Completions;

/** Reads what a person types at a terminal: several lines at once, coloured, completed, kept. */
final class Editor implements Input {
  /** Ctrl-C as often as this while one evaluation runs ends the program, which else is lost. */
  private static final int INSISTENCE = 3;

  private final Answerer answerer;
  private final Terminal terminal;
  private final Reader reader;
  private final Painter painter;
  private int interrupts;

  Editor(Answerer answerer, boolean color) throws IOException {
    this.answerer = answerer;
    this.terminal =
        TerminalBuilder.builder()
            .name("sit")
            .encoding(StandardCharsets.UTF_8)
            .nativeSignals(true)
            .signalHandler(signal -> {})
            .build();
    terminal.handle(Terminal.Signal.INT, signal -> interrupt());
    this.painter = new Painter(answerer::session, color);
    this.reader = new Reader(terminal, painter);
    reader.setParser(new EditorParser(answerer::session));
    reader.setCompleter(new Suggestions(answerer::session));
    reader.setCompletionMatcher(new Suggestions.Matcher());
    reader.setHistory(new DefaultHistory());
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, Transcript.CONTINUED);
    HistoryFile.of(System.getenv(), System.getProperty("user.home", "."))
        .ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    // `!=` is no reference to an earlier line
    reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    reader.unsetOpt(LineReader.Option.HISTORY_TIMESTAMPED);
    reader.unsetOpt(LineReader.Option.HISTORY_IGNORE_SPACE);
    reader.unsetOpt(LineReader.Option.INSERT_TAB);
    bind();
  }

  /** JLine's reader, but a line that is left keeps no hint behind it. */
  private static final class Reader extends LineReaderImpl {
    private final Painter painter;

    Reader(Terminal terminal, Painter painter) throws IOException {
      super(terminal, "sit");
      this.painter = painter;
      setHighlighter(painter);
    }

    @Override
    protected void cleanup() {
      painter.hints(false);
      super.cleanup();
    }
  }

  /** TAB puts a sign in the place of its name at once. */
  private void bind() {
    reader
        .getWidgets()
        .put(
            "sit-complete",
            () -> {
              if (!sign()) {
                reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
              }
              return true;
            });
    for (var keys : reader.getKeyMaps().values()) {
      if (keys.getBound("\t") != null) {
        keys.bind(new Reference("sit-complete"), "\t");
      }
    }
  }

  /**
   * Replaces the name of a sign before the cursor, where only one sign or just this is so called.
   */
  private boolean sign() {
    String text = reader.getBuffer().toString();
    int cursor = reader.getBuffer().cursor();
    Completions found = answerer.session().complete(text, cursor);
    boolean exact =
        !found.items().isEmpty()
            && text.charAt(found.start()) == '\\'
            && (found.items().size() == 1
                || found.items().get(0).shown().equals(text.substring(found.start(), cursor)));
    if (exact) {
      reader.getBuffer().backspace(cursor - found.start());
      reader.getBuffer().write(found.items().get(0).text());
    }
    return exact;
  }

  @Override
  public String read() throws IOException {
    while (true) {
      try {
        painter.hints(true);
        interrupts = 0;
        return reader.readLine(Transcript.PROMPT);
      } catch (UserInterruptException dropped) {
        // the reader is told by an interrupt of this thread, which may come late
        Thread.interrupted();
        if (dropped.getPartialLine().isEmpty()) {
          terminal.writer().println("(Ctrl-D or :quit leaves)");
          terminal.flush();
        }
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  /** What Ctrl-C does while something runs. */
  private void interrupt() {
    answerer.session().interrupt();
    interrupts++;
    if (interrupts == INSISTENCE - 1) {
      terminal.writer().println("stopping; once more ends sit and loses the session");
      terminal.flush();
    } else if (interrupts >= INSISTENCE) {
      Runtime.getRuntime().halt(130);
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      // there is nobody left to tell
      return;
    }
  }
}
