package sit.eval;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.typed.Dimensions;

/** What is wrong with what transport, distances of spaces and projections are given. */
final class GeometryErrors {
  private final Source source;

  GeometryErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  ReportedError table(Span at, Dimensions wanted, Dimensions met) {
    return error(
        at,
        "shape",
        "this matrix is " + met + " where the laws make it " + wanted,
        "give a row for each outcome of the first law and a column for each of the second");
  }

  ReportedError temperature(Span at, String met) {
    return error(
        at,
        "temperature",
        "the weight of the entropy is positive; this is " + met,
        "write transport(p, q, cost) for none");
  }

  ReportedError points(Span at, Dimensions met) {
    return error(
        at,
        "shape",
        "points are rows of one length; this is " + met,
        "write [[1, 0, 2], [0, 1, 1]]");
  }

  ReportedError dimension(Span at, int met, int most) {
    return error(
        at,
        "dimension",
        "points are projected to at least 1 dimension and at most " + most + "; this is " + met,
        "jl_dimension(n, eps) says how many n points need");
  }
}
