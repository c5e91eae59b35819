package sit.app.cli;

import java.util.List;
import java.util.function.Consumer;
import sit.app.Meter;
import sit.app.Streams;
import sit.app.repl.Answerer;
import sit.eval.Purpose;
import sit.limits.LimitReached;
import sit.session.Answer;
import sit.session.Session;
import sit.source.Source;
import sit.value.Result;

/** A session behind the prompt: prints what comes of a text, and survives every error of it. */
final class SessionAnswerer implements Answerer {
  private final Request request;
  private final Streams streams;
  private boolean proofs;
  private Session session;

  SessionAnswerer(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
    this.proofs = !request.quiet();
    this.session = new Session(Scripts.settings(request));
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void reset() {
    session = new Session(session.settings().withUnit(session.workspace().unit()));
  }

  @Override
  public void proofs(boolean shown) {
    proofs = shown;
  }

  @Override
  public boolean answer(Source source, Purpose purpose) {
    Output output = Scripts.output(request, streams, proofs);
    try {
      Answer answer = carryOut(source, purpose, output);
      if (!answer.diagnostics().isEmpty()) {
        output.errors(answer.diagnostics(), false);
      }
      return answer.diagnostics().isEmpty();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failed(e, output);
      return false;
    } finally {
      output.end();
    }
  }

  private Answer carryOut(Source source, Purpose purpose, Output output) {
    try (Meter meter = Meter.start(streams, session.progress())) {
      Consumer<Result> sink = result -> meter.print(() -> output.result(result));
      return request.show() == null
          ? session.run(source, purpose, sink)
          : session.show(source, request.show(), sink);
    }
  }

  private void failed(Throwable e, Output output) {
    boolean cancelled =
        e instanceof LimitReached reached && reached.limit() == LimitReached.Cause.CANCELLED;
    if (cancelled && streams.terminal()) {
      streams.out().println("stopped; what was declared before is kept");
    } else {
      output.errors(List.of(Failure.of(e).diagnostic()), false);
    }
  }
}
