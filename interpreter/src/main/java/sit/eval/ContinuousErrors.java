package sit.eval;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** The diagnostics of variables with a density and their laws; one method an error. */
final class ContinuousErrors {
  private final Source source;

  ContinuousErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  ReportedError badParameter(Span at, String family, String message) {
    return error(at, "parameter", message, "`sit doc " + family + "` says what its parameters are");
  }

  ReportedError mixedGroup(Span at, String discrete, String continuous) {
    return error(
        at,
        "mixed-group",
        "`"
            + discrete
            + "` is discrete and `"
            + continuous
            + "` continuous: their joint law has no closed form",
        "ask for discrete or for continuous variables alone");
  }

  ReportedError noClosedForm(Span at, String what) {
    return error(
        at,
        "no-closed-form",
        what + " has no closed form: it mixes sources that are not Gaussian",
        "Gaussian variables may be added; of others, ask for as many as there are sources");
  }

  ReportedError notGaussian(Span at, String letter) {
    return error(
        at,
        "not-gaussian",
        "`" + letter + "` is no linear combination of letters before it with Gaussian noise",
        "write X[t] = a*X[t-1] + W[t] or X[t] | X[t-1] ~ Normal(a*X[t-1], variance)");
  }

  ReportedError unstable(Span at, double growth) {
    String by = growth < 1 + 1e-9 ? "1" : String.valueOf((float) growth);
    return error(
        at,
        "unstable",
        "the processes have no stationary law: what they were is multiplied by "
            + by
            + " at each step",
        "ask for a given number of letters, such as h(X^100)");
  }

  ReportedError degenerate(Span at, String letter) {
    return error(
        at,
        "degenerate",
        "`" + letter + "` is determined by what is seen: its differential entropy is -inf",
        "add noise to it, or leave it out");
  }

  ReportedError quadrature(Span at, String what) {
    return error(
        at,
        "quadrature",
        "the integral of " + what + " did not come to rest; it may be infinite",
        "give a density that falls at the ends of its support");
  }

  ReportedError notADensity(Span at, String met) {
    return error(
        at,
        "density-mass",
        "the density integrates to " + met + ", not to 1",
        "divide it by its integral, or change the ends of its support");
  }

  ReportedError dimensions(Span at, String from, String to) {
    return error(
        at,
        "dimensions",
        from + " and " + to + " are not laws of the same variables",
        "compare laws of as many variables of one kind");
  }

  ReportedError oneInterval(Span at) {
    return error(
        at,
        "event",
        "the probability of this event of continuous variables is not known",
        "compare one linear combination of Gaussian variables with numbers: P(X + Y > 1)");
  }

  ReportedError nothing(Span at, String event) {
    return error(
        at,
        "no-such-outcome",
        "`" + event + "` has probability zero",
        "condition on an event of positive probability");
  }
}
