package sit.app.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import sit.app.InputFiles;
import sit.app.Meter;
import sit.app.PictureFile;
import sit.app.Streams;
import sit.eval.Purpose;
import sit.limits.LimitReached;
import sit.limits.Seed;
import sit.render.HtmlPage;
import sit.render.LatexPage;
import sit.render.TextRenderer;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.value.Plot;
import sit.value.Result;
import sit.value.Unit;

/** {@code run}, {@code check}, {@code eval} and {@code expand}: texts carried out in a session. */
final class Scripts {
  /** The name of a text that is in no file. */
  static final String INPUT = "<input>";

  private final Request request;
  private final Streams streams;
  private final AtomicBoolean cancelled;
  private final Output output;
  private final Tally tally = new Tally();
  private Plot plot;

  Scripts(Request request, Streams streams, AtomicBoolean cancelled) {
    this.request = request;
    this.streams = streams;
    this.cancelled = cancelled;
    this.output = output(request, streams, !request.quiet());
  }

  /** The form of output that was asked for. */
  static Output output(Request request, Streams streams, boolean proofs) {
    return switch (request.format()) {
      case JSON -> new JsonOutput(streams);
      case LATEX -> new PageOutput(streams, new LatexPage(request.standalone()));
      case HTML -> new PageOutput(streams, new HtmlPage(title(request)));
      default ->
          new TextOutput(
              streams,
              request.command() == Command.RUN,
              new TextRenderer(color(request, streams), proofs));
    };
  }

  private static String title(Request request) {
    return request.operands().isEmpty() ? "sit" : request.operands().get(0);
  }

  static boolean color(Request request, Streams streams) {
    String no = System.getenv("NO_COLOR");
    return request.color() && streams.cursor() && (no == null || no.isEmpty());
  }

  /** What holds for a session, from the options and from their defaults. */
  static Settings settings(Request request) {
    Settings defaults = Settings.DEFAULT;
    return new Settings(
        "nats".equals(request.unit()) ? Unit.NAT : defaults.unit(),
        request.seconds().orElse(defaults.seconds()),
        request.megabytes().orElse(defaults.megabytes()),
        request.seed().isPresent() ? new Seed(request.seed().getAsLong()) : defaults.seed());
  }

  int run() {
    int failed = Program.DONE;
    try {
      if (request.out() != null) {
        PictureFile.require(request.out());
      }
      switch (request.command()) {
        case CHECK -> check();
        case EVAL -> one(request.operands().get(0));
        case EXPAND -> one(expansion());
        default -> scripts();
      }
      if (request.out() != null && tally.ofOthers() == Program.DONE) {
        savePlot();
      }
    } catch (RuntimeException | Error e) {
      Failure failure = Failure.of(e);
      failed = failure.status();
      if (!broken()) {
        output.errors(List.of(failure.diagnostic()), false);
      }
    }
    output.end();
    if (failed != Program.DONE) {
      return failed;
    }
    return request.command() == Command.CHECK ? tally.ofCheck() : tally.ofOthers();
  }

  private void savePlot() {
    if (plot == null) {
      throw PictureFile.nothing(request.out());
    }
    PictureFile.save(plot, request.out());
  }

  private String expansion() {
    StringBuilder statement = new StringBuilder("expand ").append(request.operands().get(0));
    if (request.to() != null) {
      statement.append(" to ").append(request.to());
    }
    if (request.using() != null) {
      statement.append(" using ").append(request.using());
    }
    return statement.toString();
  }

  /** Each file in a session of its own, so that no verdict depends on what was checked before. */
  private void check() {
    for (String file : request.operands()) {
      if (broken()) {
        return;
      }
      Source source = read(file);
      if (source == null) {
        continue;
      }
      int before = tally.judged();
      boolean read = carryOut(new Session(settings(request)), source, Purpose.CHECK, true);
      if (read && request.show() == null && tally.judged() == before) {
        String help = "a claim is written `check H(X,Y) <= H(X) + H(Y)`";
        refuse(Report.about(source.name(), "nothing-to-check", "there is no claim in it", help));
      }
    }
  }

  /** All files in one session, in order, until one cannot be carried out. */
  private void scripts() {
    Session session = new Session(settings(request));
    for (String file : request.operands()) {
      Source source = read(file);
      if (source == null || broken()) {
        return;
      }
      if (source.text().isBlank() && !request.quiet()) {
        streams.err().println("note: " + source.name() + " is empty");
      }
      if (!carryOut(session, source, Purpose.RUN, true)) {
        return;
      }
    }
  }

  private void one(String statement) {
    Session session = new Session(settings(request));
    if (request.with() != null) {
      Source file = read(request.with());
      if (file == null || !carryOut(session, file, Purpose.LOAD, false)) {
        return;
      }
    }
    Source source = new Source(INPUT, statement);
    if (statement.isBlank()) {
      refuse(Report.about(INPUT, "empty", "there is nothing to evaluate", ""));
      return;
    }
    carryOut(session, source, Purpose.RUN, true);
  }

  private boolean broken() {
    return streams.out().checkError();
  }

  private Source read(String file) {
    try {
      return InputFiles.read(file, streams.in());
    } catch (ReportedError e) {
      refuse(e.diagnostic());
      return null;
    }
  }

  private void refuse(Diagnostic diagnostic) {
    tally.unreadable();
    output.errors(List.of(diagnostic), request.command() == Command.CHECK);
  }

  /** Carries a text out; false where it could not be carried out to its end. */
  private boolean carryOut(Session session, Source source, Purpose purpose, boolean printing) {
    try {
      Answer answer = answer(session, source, purpose, printing);
      if (!answer.diagnostics().isEmpty()) {
        tally.unreadable();
        output.errors(answer.diagnostics(), request.command() == Command.CHECK);
      }
      return answer.diagnostics().isEmpty();
    } catch (LimitReached e) {
      if (e.limit() == LimitReached.Cause.CANCELLED) {
        throw e;
      }
      tally.limit();
      output.errors(List.of(Failure.of(e).diagnostic()), false);
      return false;
    }
  }

  private Answer answer(Session session, Source source, Purpose purpose, boolean printing) {
    try (Meter meter = Meter.start(streams, session.progress())) {
      Consumer<Result> sink = printing ? result -> meter.print(() -> result(result)) : result -> {};
      return request.show() == null || !printing
          ? session.run(source, purpose, cancelled, sink)
          : session.show(source, request.show(), cancelled, sink);
    }
  }

  private void result(Result result) {
    tally.result(result);
    if (result instanceof Result.Evaluated evaluated && evaluated.value() instanceof Plot drawn) {
      plot = drawn;
    }
    output.result(result);
    stopIfBroken();
  }

  /** Nobody reads on: what is still to be done would be done for nothing. */
  private void stopIfBroken() {
    if (broken()) {
      throw LimitReached.cancelled();
    }
  }
}
