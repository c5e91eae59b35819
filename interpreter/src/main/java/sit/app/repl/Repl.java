package sit.app.repl;

import java.io.IOException;
import java.util.List;
import sit.app.Streams;
import sit.eval.Purpose;
import sit.session.Session;
import sit.source.Source;

/**
 * The prompt: reads statements until the input ends, and lets none of their errors end the session.
 */
public final class Repl {
  private final Streams streams;
  private final Answerer answerer;
  private final Directives directives;
  private boolean failed;

  public Repl(Streams streams, Answerer answerer) {
    this.streams = streams;
    this.answerer = answerer;
    this.directives = new Directives(streams, answerer);
  }

  /**
   * Reads and answers until the input ends.
   *
   * @param greeting printed first where a person sits there; may be empty
   * @param color whether what is typed is coloured
   * @return whether all went without an error, which counts only where no person sits there
   */
  public boolean run(String greeting, boolean color) {
    if (streams.terminal() && !greeting.isEmpty()) {
      streams.out().println(greeting + "; :help says what can be typed, Ctrl-D leaves");
      streams.out().flush();
    }
    try (Input input = input(color)) {
      String typed = input.read();
      while (typed != null && enter(typed)) {
        streams.out().flush();
        if (streams.out().checkError()) {
          return true;
        }
        typed = input.read();
      }
    } catch (IOException e) {
      streams.err().println("error: the input cannot be read: " + e.getMessage());
      streams.err().flush();
      return false;
    }
    return streams.terminal() || !failed;
  }

  private Input input(boolean color) throws IOException {
    return streams.cursor() ? new Editor(answerer, color) : new Lines(streams, answerer);
  }

  /** Whether what was typed can be answered as it stands, right or wrong. */
  static boolean isWhole(String typed, Session session) {
    if (Transcript.is(typed)) {
      List<String> inputs = Transcript.inputs(typed);
      return inputs.isEmpty() || isWhole(inputs.get(inputs.size() - 1), session);
    }
    return typed.isBlank()
        || Directives.is(typed)
        || !Directive.meant(typed.strip(), session).isEmpty()
        || session.isComplete(typed);
  }

  /** Answers what was typed; false where the session is over. */
  private boolean enter(String typed) {
    List<String> inputs = Transcript.is(typed) ? Transcript.inputs(typed) : List.of(typed);
    for (String input : inputs) {
      if (inputs.size() > 1) {
        streams
            .out()
            .println(Transcript.PROMPT + input.strip().replace("\n", "\n" + Transcript.CONTINUED));
      }
      if (!one(input)) {
        return false;
      }
    }
    return true;
  }

  private boolean one(String typed) {
    if (Directives.is(typed)) {
      Directives.Outcome outcome = directives.run(typed.strip());
      failed |= outcome == Directives.Outcome.WRONG;
      return outcome != Directives.Outcome.LEAVE;
    }
    String meant = Directive.meant(typed.strip(), answerer.session());
    if (!meant.isEmpty()) {
      failed |= directives.instead(typed.strip(), meant) == Directives.Outcome.WRONG;
      return true;
    }
    if (!typed.isBlank()) {
      boolean right = answerer.answer(new Source("<input>", typed), Purpose.PROMPT);
      failed |= !right;
      if (right) {
        directives.keep(typed);
      }
    }
    return true;
  }
}
