package sit.eval;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** The diagnostics of optima over laws; one method an error. */
final class OptimumErrors {
  private final Source source;

  OptimumErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  ReportedError noAlphabet(Span at, String name) {
    return error(
        at,
        "no-alphabet",
        "the law of `" + name + "` is to be chosen, and its outcomes are not known",
        "declare them: rv " + name + " over {0, 1}");
  }

  ReportedError noLaw(Span at, String name) {
    return error(
        at,
        "no-law",
        "`" + name + "` has no law, and is not among those whose law is chosen",
        "give it a law, as rv " + name + " ~ Bernoulli(1/2), or choose it: over p(" + name + ")");
  }

  ReportedError notAnObjective(Span at, String what) {
    return error(
        at,
        "not-an-objective",
        "`" + what + "` is no sum of informations and means of functions",
        "write multiples of H, I, D, P and E, as in E[r(X, Y)] - beta*I(X; Y)");
  }

  ReportedError notConvex(Span at, String what) {
    return error(
        at,
        "not-convex",
        "`" + what + "` bounds an information from the side on which the laws are not convex",
        "bound it from the other side, or put a multiple of it into the objective");
  }

  ReportedError circular(Span at, String law) {
    return error(
        at,
        "circular-law",
        "what is chosen by `" + law + "` has an influence on what it is given",
        "give it what comes before it: p(X^n || Y^(n-1)) where Y[t] depends on X[t]");
  }

  ReportedError unreachable(Span at, String what, boolean atLeast, String met) {
    String side = atLeast ? "at least " : "at most ";
    return error(
        at,
        "unreachable",
        "no law keeps to this bound: `" + what + "` is " + side + met,
        "the bound must be " + side + met);
  }

  ReportedError infeasible(Span at) {
    return error(
        at,
        "infeasible",
        "no law keeps to these bounds together",
        "each alone can be kept; loosen one of them");
  }

  ReportedError unbounded(Span at, String what) {
    return error(
        at,
        "unbounded",
        "`" + what + "` has no bound: the outcomes have no finite mean",
        "choose a law over finitely many outcomes");
  }

  ReportedError unsolved(Span at) {
    return error(
        at,
        "unsolved",
        "no law was found that keeps to the bounds closely enough",
        "loosen the bounds a little");
  }

  ReportedError jointLaw(Span at, String name) {
    return error(
        at,
        "joint-law",
        "`" + name + "` was declared together with others, which are not chosen with it",
        "declare it by itself, or choose all of them");
  }

  ReportedError notCausal(Span at) {
    return error(
        at,
        "not-causal",
        "`||` stands between prefixes of processes",
        "write p(Y^n || X^n), or p(X^n || Y^(n-1)) where what is given comes later");
  }
}
