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
        "write "
            + function
            + "(X^20) or "
            + function
            + "((X, Y)^20); of a law, "
            + function
            + "(p, 20)");
  }

  ReportedError noFlow(Span at) {
    return error(
        at,
        "no-flow",
        "only what is made of entropies of prefixes that end at one time has a density in time",
        "write a measure of processes: flow(I(X -> Y), length = 20, seed = 1)");
  }

  ReportedError noLength(Span at) {
    return error(
        at,
        "no-length",
        "how many letters are meant is not said",
        "write the prefix, flow(I(X^20 -> Y^20), seed = 1), or add length = 20 or along = [...]");
  }

  ReportedError sequences(Span at) {
    return error(
        at,
        "sequences",
        "a measure at a horizon is estimated from many sequences, and a rate from one long one",
        "write sequences = 1000 here, or estimate(rate I(X -> Y), length = 100000)");
  }

  ReportedError impossible(Span at) {
    return error(
        at,
        "impossible-sequence",
        "the processes never draw this sequence",
        "give one of positive probability, or draw one: seed = 1");
  }

  ReportedError strangeLetter(Span at, String letter, String process) {
    return error(
        at,
        "strange-letter",
        letter + " is no letter of `" + process + "`",
        "at each time write a letter, of several processes a tuple: along = [(0, 1), (1, 1)]");
  }

  ReportedError differentAlphabets(Span at, String first, String second) {
    return error(
        at,
        "alphabets",
        "the alphabets of `" + first + "` and `" + second + "` disagree",
        "relative entropy compares laws over the same letters: declare both over one alphabet");
  }

  ReportedError alphabetOrder(Span at, String first, String second) {
    return error(
        at,
        "alphabets",
        "`" + first + "` and `" + second + "` have the same letters in different orders",
        "declare both over one alphabet, its letters in one order");
  }

  ReportedError undefinedKernel(Span at) {
    return error(
        at,
        "undefined-kernel",
        "what is given has probability 0 here and not under the first law",
        "compare kernels where both are defined: give every letter of the input some probability");
  }

  ReportedError noKernel(Span at, String name) {
    return error(
        at,
        "no-kernel",
        "the letters of `" + name + "` are not drawn alike at all times",
        "give it a law: process " + name + " over {0, 1} { " + name + "[t] ~ Bernoulli(1/2) }");
  }
}
