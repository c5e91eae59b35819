package sit.eval;

import sit.exact.closed.Parameter;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** The diagnostics of parameters with an interval; one method an error. */
final class ParameterErrors {
  private final Source source;

  ParameterErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  ReportedError needsNumber(Span at, String names) {
    String first = names.contains(",") ? names.substring(0, names.indexOf(',')) : names;
    return error(
        at,
        "needs-number",
        "this depends on " + names + ", and no closed form is known for it",
        "give numbers: at(..., " + first + " = 1/4), or plot ... for " + first + " in 0..1");
  }

  ReportedError outside(Span at, Parameter parameter, String value) {
    return error(
        at,
        "outside",
        "`" + parameter.name() + "` lies in " + parameter.interval() + ", and this is " + value,
        "give it a value there, or declare a wider interval");
  }

  ReportedError emptyInterval(Span at, String from, String to) {
    return error(
        at,
        "empty-interval",
        "nothing lies between " + from + " and " + to,
        "write the smaller end first: (0, 1)");
  }

  ReportedError notAParameter(Span at) {
    return error(
        at,
        "not-a-parameter",
        "a derivative is taken with respect to a parameter",
        "declare one and name it: param p in (0, 1), then derivative(h2(p), p)");
  }
}
