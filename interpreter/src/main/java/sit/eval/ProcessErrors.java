package sit.eval;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** The diagnostics of processes along sequences of letters; one method an error. */
final class ProcessErrors {
  private final Source source;

  ProcessErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  ReportedError notAPrefix(Span at, String function) {
    return error(
        at,
        "not-a-prefix",
        "`" + function + "` draws the first letters of processes, and this is no prefix",
        "write " + function + "(X^20) or " + function + "((X, Y)^20)");
  }

  ReportedError noKernel(Span at, String name) {
    return error(
        at,
        "no-kernel",
        "the letters of `" + name + "` are not drawn alike at all times",
        "give it a law: process " + name + " over {0, 1} { " + name + "[t] ~ Bernoulli(1/2) }");
  }
}
