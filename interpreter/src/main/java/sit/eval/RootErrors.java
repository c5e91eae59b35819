package sit.eval;

import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** What can be wrong with a root that is looked for. */
final class RootErrors {
  private final EvalErrors errors;

  RootErrors(Source source) {
    this.errors = new EvalErrors(source);
  }

  ReportedError noChange(Span at, String name, String from, String to) {
    return errors.error(
        at,
        "no-root",
        "the sign does not change between " + name + " = " + from + " and " + name + " = " + to,
        "",
        "choose ends at which the function has different signs");
  }
}
