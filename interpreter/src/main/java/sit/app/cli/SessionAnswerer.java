package sit.app.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sit.app.Streams;
import sit.app.repl.Answerer;
import sit.eval.Purpose;
import sit.session.Answer;
import sit.session.Session;
import sit.source.Source;

/** A session behind the prompt: prints what comes of a text, and survives every error of it. */
final class SessionAnswerer implements Answerer {
  private final Request request;
  private final Streams streams;
  private final Session session;

  SessionAnswerer(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
    this.session = new Session(Scripts.settings(request));
  }

  @Override
  public boolean isComplete(String text) {
    return session.isComplete(text);
  }

  @Override
  public boolean answer(String text, AtomicBoolean cancelled) {
    Output output = Scripts.output(request, streams);
    try {
      Source source = new Source(Scripts.INPUT, text);
      Answer answer =
          request.show() == null
              ? session.run(source, Purpose.RUN, cancelled, output::result)
              : session.show(source, request.show(), cancelled, output::result);
      if (!answer.diagnostics().isEmpty()) {
        output.errors(answer.diagnostics(), false);
      }
      return answer.diagnostics().isEmpty();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      output.errors(List.of(Failure.of(e).diagnostic()), false);
      return false;
    } finally {
      output.end();
    }
  }
}
