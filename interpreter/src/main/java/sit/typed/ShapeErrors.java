package sit.typed;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** What is wrong with the dimensions of vectors and matrices; one method an error. */
public final class ShapeErrors {
  private final Source source;

  public ShapeErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String message, String label, String help) {
    return new ReportedError(new Diagnostic(source, at, "shape", message, label, help));
  }

  private static String against(Dimensions a, Dimensions b) {
    return a + " against " + b;
  }

  /** Where vectors are added, or compared item by item, that are not of one size. */
  public ReportedError unequal(Span at, Dimensions a, Dimensions b) {
    boolean number = a.isNumber() || b.isNumber();
    return error(
        at,
        "what is added has one shape: " + against(a, b),
        against(a, b),
        number ? "add it to every item: [x + 1 for x in v]" : "give both the same shape");
  }

  /** Where the columns of a matrix are not as many as what it is multiplied with has rows. */
  public ReportedError product(Span at, Dimensions a, Dimensions b) {
    String help =
        a.isMatrix() && b.sizes().size() < 3 && !b.isNumber()
            ? "the right side needs " + a.columns() + " rows; A' is the transpose of A"
            : "the matrix needs " + a.rows() + " rows; A' is the transpose of A";
    return error(at, "these cannot be multiplied: " + against(a, b), against(a, b), help);
  }

  /** Where a product of two vectors is written, which may mean several things. */
  public ReportedError vectors(Span at, Dimensions a, Dimensions b) {
    return error(
        at,
        "a product of vectors is not said to be which: " + against(a, b),
        against(a, b),
        "write dot(u, v), outer(u, v), or [u[i]*v[i] for i in 1..len(u)]");
  }

  /** Where a vector or a matrix is divided by. */
  public ReportedError divisor(Span at, Dimensions by) {
    return error(
        at,
        "only a number divides; this is " + by,
        "",
        "write solve(A, b) or inverse(A)*b, or [u[i]/v[i] for i in 1..len(u)]");
  }

  /** Where something else than a square matrix is raised to a power. */
  public ReportedError power(Span at, Dimensions of) {
    return error(
        at,
        "powers are those of square matrices and of numbers; this is " + of,
        "",
        "write [x^2 for x in v] for the power of every item");
  }

  /** Where a function wants a square matrix. */
  public ReportedError square(Span at, String function, Dimensions of) {
    return error(
        at,
        "`" + function + "` takes a square matrix; this is " + of,
        "",
        "give as many rows as columns");
  }

  /** Where a function of two vectors meets two of different sizes. */
  public ReportedError lengths(Span at, String function, Dimensions a, Dimensions b) {
    return error(
        at,
        "`" + function + "` takes two of one size: " + against(a, b),
        against(a, b),
        "give both as many items");
  }
}
