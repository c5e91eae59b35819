package sit.app.cli;

import java.util.List;
import sit.app.Streams;
import sit.render.ResultPrinter;
import sit.source.Diagnostic;
import sit.value.Judgement;
import sit.value.Result;

/** Results as a person reads them; verdicts in colour on a terminal. */
final class TextOutput implements Output {
  private static final int MOST_ERRORS = 10;

  private final Streams streams;
  private final boolean named;
  private final boolean quiet;
  private final boolean color;

  /**
   * Text for the streams.
   *
   * @param named whether a value is printed with its expression
   * @param quiet whether a verdict is printed without what stands behind it
   */
  TextOutput(Streams streams, boolean named, boolean quiet, boolean color) {
    this.streams = streams;
    this.named = named;
    this.quiet = quiet;
    this.color = color;
  }

  @Override
  public void result(Result result) {
    String text;
    if (result instanceof Result.Judged judged) {
      Judgement judgement = judged.judgement();
      String printed = quiet ? ResultPrinter.headline(judgement) : ResultPrinter.print(judgement);
      String place = judgement.source().name() + ":" + judgement.line() + ": ";
      text = place + coloured(printed, judgement);
    } else {
      text = named ? ResultPrinter.printNamed(result) : ResultPrinter.print(result);
    }
    streams.out().println(text);
    streams.out().flush();
  }

  private String coloured(String text, Judgement judgement) {
    String word = ResultPrinter.verdict(judgement);
    if (!color || !text.startsWith(word)) {
      return text;
    }
    int code = judgement.isGood() ? 32 : judgement.ruling() == Judgement.Ruling.OPEN ? 33 : 31;
    return "\u001b[" + code + "m" + word + "\u001b[0m" + text.substring(word.length());
  }

  @Override
  public void errors(List<Diagnostic> diagnostics, boolean judging) {
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
