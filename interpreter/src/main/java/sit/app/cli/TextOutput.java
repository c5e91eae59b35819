package sit.app.cli;

import java.util.List;
import sit.app.Streams;
import sit.render.TextRenderer;
import sit.source.Diagnostic;
import sit.value.Result;

/** Results as a person reads them, a verdict with the line it stands in. */
final class TextOutput implements Output {
  private static final int MOST_ERRORS = 10;

  private final Streams streams;
  private final boolean named;
  private final TextRenderer renderer;

  /**
   * Text for the streams.
   *
   * @param named whether a value is printed with its expression
   */
  TextOutput(Streams streams, boolean named, TextRenderer renderer) {
    this.streams = streams;
    this.named = named;
    this.renderer = renderer;
  }

  @Override
  public void result(Result result) {
    if (result instanceof Result.Judged judged) {
      String file = judged.judgement().source().name();
      if (!file.equals(Scripts.INPUT)) {
        streams.out().print(file + ":" + judged.judgement().line() + ": ");
      }
    }
    streams.out().println(named ? renderer.render(result) : renderer.value(result));
    streams.out().flush();
  }

  @Override
  public void errors(List<Diagnostic> diagnostics, boolean judging) {
    print(diagnostics, streams);
  }

  /** Prints diagnostics to standard error, no more than a screen of them. */
  static void print(List<Diagnostic> diagnostics, Streams streams) {
    streams.out().flush();
    int shown = Math.min(MOST_ERRORS, diagnostics.size());
    for (Diagnostic diagnostic : diagnostics.subList(0, shown)) {
      streams.err().println(Report.text(diagnostic));
    }
    if (shown < diagnostics.size()) {
      streams.err().println("... and " + (diagnostics.size() - shown) + " more errors");
    }
    streams.err().flush();
  }

  @Override
  public void end() {
    streams.out().flush();
  }
}
