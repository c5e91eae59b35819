package sit.app.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import sit.app.Interrupts;
import sit.app.Streams;

/**
 * Reads plain lines: from a pipe, where no prompt is shown, or from a terminal without a cursor.
 */
final class Lines implements Input {
  private final Streams streams;
  private final BufferedReader in;
  private final Answerer answerer;
  private final StringBuilder pending = new StringBuilder();
  private boolean reading;
  private boolean transcript;

  Lines(Streams streams, Answerer answerer) {
    this.streams = streams;
    this.answerer = answerer;
    this.in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    if (streams.terminal()) {
      Interrupts.handle(this::interrupt);
    }
  }

  @Override
  public String read() throws IOException {
    synchronized (pending) {
      pending.setLength(0);
      reading = true;
    }
    prompt(Transcript.PROMPT);
    int blank = 0;
    while (true) {
      String line = line();
      synchronized (pending) {
        reading = line != null;
        if (line == null && pending.length() == 0) {
          return null;
        }
        pending.append(line == null ? "" : line).append('\n');
        blank = line == null ? 2 : line.isBlank() ? blank + 1 : 0;
        if (blank >= 2 || Repl.isWhole(pending.toString(), answerer.session())) {
          reading = false;
          return pending.toString();
        }
      }
      prompt(Transcript.CONTINUED);
    }
  }

  /** A line; of a transcript that comes through a pipe only what was typed in it. */
  private String line() throws IOException {
    String line = in.readLine();
    transcript |= !streams.terminal() && line != null && Transcript.is(line);
    while (transcript && line != null && Transcript.typed(line) == null) {
      line = in.readLine();
    }
    return transcript && line != null ? Transcript.typed(line) : line;
  }

  private void prompt(String text) {
    if (streams.terminal()) {
      streams.out().print(text);
      streams.out().flush();
    }
  }

  /** What Ctrl-C does: it drops what was typed, or stops what runs. */
  private void interrupt() {
    synchronized (pending) {
      if (reading) {
        boolean dropped = pending.length() > 0;
        pending.setLength(0);
        streams.out().println(dropped ? "" : "\n(Ctrl-D or :quit leaves)");
        prompt(Transcript.PROMPT);
        return;
      }
    }
    answerer.session().interrupt();
  }

  @Override
  public void close() {
    streams.out().flush();
  }
}
