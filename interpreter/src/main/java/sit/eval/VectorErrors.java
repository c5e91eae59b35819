package sit.eval;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** What is wrong with vectors and matrices beyond their dimensions; one method an error. */
final class VectorErrors {
  private final Source source;

  VectorErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  ReportedError singular(Span at, String function) {
    return error(
        at,
        "singular",
        "`" + function + "` needs a matrix with an inverse; this one has none, as far as is known",
        "look at its determinant: det(A)");
  }

  ReportedError numbers(Span at, String function) {
    return error(
        at,
        "wrong-value",
        "`" + function + "` takes plain numbers, and not all entries are such",
        "give every scalar a value: let a = 1/2");
  }

  ReportedError asymmetric(Span at, int row, int column) {
    return error(
        at,
        "asymmetric",
        "`eigenvalues` takes a symmetric matrix; entries ("
            + row
            + ", "
            + column
            + ") and ("
            + column
            + ", "
            + row
            + ") differ",
        "write eigenvalues((A + A')/2) for the symmetric part");
  }

  ReportedError empty(Span at, String function) {
    return error(at, "empty", "`" + function + "` of nothing", "give at least one number");
  }

  ReportedError undecided(Span at, String function, int first, int second) {
    return error(
        at,
        "undecided",
        "`"
            + function
            + "` cannot tell which is it: items "
            + first
            + " and "
            + second
            + " agree within their bounds",
        "give exact numbers, or round them first");
  }

  ReportedError noKey(Span at, String key, String known) {
    return error(at, "no-key", "nothing is kept under " + key + " here", "known here: " + known);
  }
}
