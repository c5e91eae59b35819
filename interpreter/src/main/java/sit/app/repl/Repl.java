package sit.app.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import sit.app.Interrupts;
import sit.app.Streams;
import sit.source.Spelling;

/**
 * The prompt: reads statements until the input ends, and lets none of their errors end the session.
 */
public final class Repl {
  private static final String PROMPT = "sit> ";
  private static final String CONTINUED = "...> ";
  private static final List<String> COMMANDS = List.of(":help", ":quit");
  private static final String HELP =
      """
      Type a statement; one that is not finished goes on in the next line, and an empty line twice
      ends it where it is. Ctrl-C stops an evaluation or drops what was typed; Ctrl-D leaves.
        H(X), I(X;Y|Z)           a value, where the variables have laws
        rv X ~ Bernoulli(1/2)    a variable and its law
        expand I(X;Y)            a definition unfolded
        check H(X,Y) <= H(X) + H(Y)
        :help  this    :quit  leaves""";

  private final Streams streams;
  private final Answerer answerer;
  private final History history;
  private final Object lock = new Object();
  private final StringBuilder pending = new StringBuilder();
  private AtomicBoolean running;
  private boolean failed;

  public Repl(Streams streams, Answerer answerer) {
    this.streams = streams;
    this.answerer = answerer;
    this.history =
        streams.terminal()
            ? History.of(System.getenv(), System.getProperty("user.home", "."))
            : History.of(java.util.Map.of("SIT_HISTORY", ""), ".");
  }

  /**
   * Reads and answers until the input ends.
   *
   * @param greeting printed first where a person sits there; may be empty
   * @return whether all went without an error, which counts only where no person sits there
   */
  public boolean run(String greeting) {
    if (streams.terminal()) {
      Interrupts.handle(this::interrupt);
      if (!greeting.isEmpty()) {
        streams.out().println(greeting + "; :help says what can be typed, Ctrl-D leaves");
      }
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    try {
      boolean more = true;
      while (more) {
        prompt(PROMPT);
        more = statement(in);
        streams.out().flush();
        if (streams.out().checkError()) {
          return true;
        }
      }
    } catch (IOException e) {
      streams.err().println("error: the input cannot be read: " + e.getMessage());
      streams.err().flush();
      return false;
    }
    if (streams.terminal()) {
      streams.out().println();
      streams.out().flush();
    }
    return streams.terminal() || !failed;
  }

  private void prompt(String text) {
    if (streams.terminal()) {
      streams.out().print(text);
      streams.out().flush();
    }
  }

  /** Reads and answers one statement; false when the session is over. */
  private boolean statement(BufferedReader in) throws IOException {
    synchronized (lock) {
      pending.setLength(0);
    }
    int blank = 0;
    while (true) {
      String line = in.readLine();
      String text;
      synchronized (lock) {
        if (line != null && pending.length() == 0 && line.strip().startsWith(":")) {
          return command(line.strip());
        }
        if (line != null) {
          pending.append(line).append('\n');
        }
        text = pending.toString();
      }
      if (line == null) {
        answer(text);
        return false;
      }
      blank = line.isBlank() ? blank + 1 : 0;
      if (text.isBlank() || blank >= 2 || answerer.isComplete(text)) {
        answer(text);
        return true;
      }
      prompt(CONTINUED);
    }
  }

  private boolean command(String typed) {
    switch (typed) {
      case ":quit", ":q", ":exit" -> {
        return false;
      }
      case ":help", ":h", ":?" -> streams.out().println(HELP);
      default -> {
        Optional<String> meant = Spelling.closest(typed, COMMANDS);
        failed = true;
        streams
            .err()
            .println(
                "error: there is no `"
                    + typed
                    + "` here; "
                    + (meant.isPresent() ? "did you mean `" + meant.get() + "`?" : "try `:help`"));
        streams.err().flush();
      }
    }
    return true;
  }

  private void answer(String text) {
    if (text.isBlank()) {
      return;
    }
    history.add(text);
    AtomicBoolean cancelled = new AtomicBoolean();
    synchronized (lock) {
      running = cancelled;
    }
    Thread note = streams.terminal() ? noteAfterASecond() : null;
    try {
      failed |= !answerer.answer(text, cancelled);
    } finally {
      synchronized (lock) {
        running = null;
        pending.setLength(0);
      }
      if (note != null) {
        note.interrupt();
      }
    }
  }

  private Thread noteAfterASecond() {
    Thread note =
        new Thread(
            () -> {
              try {
                Thread.sleep(1000);
              } catch (InterruptedException e) {
                return;
              }
              streams.err().println("... at work; Ctrl-C stops it");
              streams.err().flush();
            },
            "progress");
    note.setDaemon(true);
    note.start();
    return note;
  }

  /** What Ctrl-C does: it stops what runs, and a second one ends a program that does not stop. */
  private void interrupt() {
    synchronized (lock) {
      if (running != null) {
        if (running.getAndSet(true)) {
          Runtime.getRuntime().halt(130);
        }
        return;
      }
      boolean dropped = pending.length() > 0;
      pending.setLength(0);
      streams.out().println(dropped ? "" : "\n(Ctrl-D or :quit leaves)");
      prompt(PROMPT);
    }
  }
}
