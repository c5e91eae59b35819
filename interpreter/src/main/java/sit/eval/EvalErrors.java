package sit.eval;

import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.value.Quantity;
import sit.value.Unit;

/** The diagnostics of evaluation; one method an error. */
final class EvalErrors {
  private final Source source;

  EvalErrors(Source source) {
    this.source = source;
  }

  ReportedError error(Span at, String code, String message, String label, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, label, help));
  }

  ReportedError illFormedLaw(Span at, String message) {
    String help =
        message.contains("sum") || message.contains("add")
            ? "probabilities of a law add up to exactly 1"
            : message.contains("negative") ? "no probability of a law is below 0" : "";
    return error(at, "law", message, "", help);
  }

  ReportedError mixedUnits(Span at) {
    return error(
        at,
        "unit-mismatch",
        "bits and nats do not mix",
        "",
        "compute both sides after one `unit bits` or `unit nats`");
  }

  /** Throws where two amounts are not in one unit. */
  void requireOneUnit(Quantity a, Quantity b, Span at) {
    if (a.unit() != Unit.NONE && b.unit() != Unit.NONE && a.unit() != b.unit()) {
      throw mixedUnits(at);
    }
  }

  ReportedError density(Span at, String why) {
    return error(
        at, "density", "this cannot be averaged: " + why, "", "draw every outcome once, in turn");
  }

  ReportedError densitySum(Span at) {
    return error(
        at,
        "density-sum",
        "densities are multiplied and divided; this is a sum",
        "",
        "a mixture is an average: E[z ~ q(z)] [p(x | z)]");
  }

  ReportedError exponentialInBits(Span at) {
    return error(
        at,
        "exponential",
        "the logarithm of `exp` is in nats, and information is in bits here",
        "",
        "write `unit nats` before it");
  }

  ReportedError notNormalised(Span at, String name, String by) {
    return error(
        at,
        "normaliser",
        "`" + name + "` is not known to be normalised",
        "",
        "divide by its normaliser: " + by);
  }

  ReportedError noBase(Span at, String name, String of) {
    return error(
        at,
        "density",
        "`" + name + "` is no multiple of a density of " + of,
        "",
        "write a density of " + of + " first, then what it is multiplied by");
  }

  ReportedError needsGiven(Span at) {
    return error(
        at,
        "density",
        "a matrix has a row for everything that is given, and nothing is",
        "",
        "write density p(x | z) = [[...], [...]], or density p(x) = {0: 1/2, 1: 1/2}");
  }

  ReportedError notALaw(Span at, String met) {
    return error(
        at,
        "not-a-law",
        "this is no law but " + met,
        "",
        "a law is Bernoulli(1/2), Uniform(1..6), { 0: 1/3, 1: 2/3 } or a matrix");
  }

  ReportedError needsInput(Span at) {
    return error(at, "channel", "a channel needs an input", "", "name it: rv Y | X ~ BSC(1/10)");
  }

  ReportedError noLine(Span at, String letter, String process) {
    return error(
        at,
        "no-letter",
        "no line of the process says how " + letter + " comes about",
        "",
        "add a line: " + process + "[t] | " + process + "[t-1] ~ ...");
  }

  ReportedError noPast(Span at, String letter, String missing) {
    return error(
        at,
        "no-past",
        letter + " depends on " + missing + ", which has no law",
        "",
        "give the first letters lines of their own: " + letter + " ~ Bernoulli(1/2)");
  }

  ReportedError circle(Span at, String letter) {
    return error(
        at,
        "circle",
        letter + " depends on itself by way of other letters of the same time",
        "",
        "let one of the letters depend on the time before: X[t] | Y[t-1] ~ ...");
  }

  ReportedError notGiven(Span at, String variable) {
    return error(
        at,
        "not-given",
        "the law depends on " + variable + ", which is not given",
        "",
        "name it before the `~`: X[t] | " + variable + " ~ ...");
  }

  ReportedError notInAlphabet(Span at, String outcome, String process, String alphabet) {
    return error(
        at,
        "alphabet",
        outcome + " is no letter of " + process + ", whose letters are " + alphabet,
        "",
        "name it in the alphabet: process "
            + process
            + " over {"
            + alphabet
            + ", "
            + outcome
            + "}");
  }

  ReportedError tooManyPasts(Span at, double pasts) {
    return error(
        at,
        "too-many-pasts",
        String.format(
            java.util.Locale.ROOT,
            "about %.0e pasts would have to be gone through: what is seen does not reveal the"
                + " state of the processes",
            pasts),
        "",
        "take a shorter horizon, or the rate: rate H(X)");
  }

  ReportedError noRate(Span at, String why) {
    return error(
        at,
        "no-rate",
        "this has no rate that can be computed: " + why,
        "",
        "give it for a horizon: (1/100)*H(X^100)");
  }

  ReportedError noRow(Span at, String input) {
    return error(
        at, "channel", "the channel has no row for the input " + input, "", "add a row for it");
  }

  ReportedError rowCount(Span at, int rows, double inputs) {
    String message =
        "the channel has "
            + rows
            + (rows == 1 ? " row" : " rows")
            + " and its input "
            + (long) inputs
            + " outcomes";
    return error(
        at, "channel", message, "", "write one row for each outcome of the input, in order");
  }

  ReportedError outcomeShape(Span at, String outcome, int wanted) {
    String message = "the outcome " + outcome + " does not have " + wanted + " parts";
    return error(at, "outcome", message, "", "write a tuple with a part for each variable");
  }

  ReportedError repeatedOutcome(Span at, String outcome) {
    return error(
        at, "outcome", "the outcome " + outcome + " occurs twice", "", "add its probabilities up");
  }

  ReportedError stale(Span at, String name) {
    return error(
        at,
        "stale-variable",
        "`" + name + "` was declared from a variable that was declared anew since",
        "",
        "declare `" + name + "` again");
  }

  ReportedError wrongValue(Span at, String what, String wanted, String met) {
    return error(
        at, "wrong-value", what + " must be " + wanted + ", not " + met, "", "give " + wanted);
  }

  ReportedError noShape(Span at, String met) {
    return error(
        at,
        "no-shape",
        "there is nothing to draw in " + met,
        "",
        "draw a law, a kernel, a list of numbers, or values: plot f(x) for x in 0..1");
  }

  ReportedError noValue(Span at, String what) {
    return error(
        at,
        "no-value",
        what + " has no value here",
        "needs a law",
        "give the variables laws: rv X ~ Bernoulli(1/2)");
  }

  ReportedError undefinedOperation(Span at, String what) {
    return error(
        at, "undefined", what, "", "guard it: `if x == 0 then 0 else ...`, or change the values");
  }

  ReportedError noSuchOutcome(Span at, String event) {
    return error(
        at,
        "condition",
        "the condition " + event + " has probability zero",
        "",
        "condition on an event that can happen");
  }

  ReportedError indexRange(Span at, String index, int size) {
    return error(
        at,
        "index-range",
        "there is no item " + index + "; the list has " + size,
        "",
        "items are counted from 1");
  }

  ReportedError recursion(Span at, String name) {
    return error(
        at,
        "recursion",
        "`" + name + "` calls itself too often",
        "",
        "a recursion needs an `if` that ends it");
  }

  ReportedError tooLarge(Span at, String what) {
    return error(at, "too-large", what, "", "make it smaller, or split it into parts");
  }

  ReportedError prefix(Span at, String measure) {
    return error(
        at,
        "prefix",
        "`" + measure + "` takes prefixes of processes, such as X^3",
        "not a prefix",
        "declare `process X` and write X^n");
  }

  ReportedError prefixLengths(Span at, String measure) {
    return error(
        at,
        "prefix-lengths",
        "the prefixes in `" + measure + "` have different lengths",
        "",
        "write the same length in both: `X^3`, `Y^3`; what is delayed has a form of its own: I0, H0");
  }

  ReportedError slotSize(Span at, int wanted) {
    return error(
        at, "slot", "this slot takes " + wanted + " expressions", "", "separate them by commas");
  }

  ReportedError alphabets(Span at) {
    return error(
        at,
        "alphabets",
        "the two laws have no outcome in common",
        "",
        "relative entropy compares laws on one alphabet");
  }

  ReportedError unknownLevel(Span at, String level) {
    return error(
        at, "unknown-level", "nothing expands to `" + level + "`", "", "expand ... to entropies");
  }

  ReportedError notApart(Span at) {
    return error(
        at,
        "singular",
        "a continuous variable stands here twice, or may do so: what it tells of itself is infinite",
        "",
        "write each variable once: I(X; Y | Z)");
  }

  ReportedError singular(Span at, String name) {
    return error(
        at,
        "singular",
        "`" + name + "` is a function of others and continuous: together they have no density",
        "",
        "write the function where it is meant, as in h(X - Y | Y)");
  }

  ReportedError notUniversal(Span at, String name) {
    String help = "declare it so: param " + name + " : any";
    String message = "nothing can be put for `" + name + "`, of which facts hold at one value only";
    return error(at, "not-universal", message, "", help);
  }

  ReportedError unknownReason(Span at, String name, String known) {
    return error(at, "unknown-reason", "no rule or lemma is named `" + name + "`", "", known);
  }

  ReportedError unprovedRule(Span at, String name) {
    return error(
        at,
        "unproved-rule",
        "the rule `" + name + "` could not be proved",
        "",
        "a statement that is taken from elsewhere is an `axiom`");
  }

  ReportedError unknownImport(Span at, String path) {
    return error(at, "import", "there is no file `" + path + "` to import", "", "");
  }

  ReportedError sameLaw(Span at) {
    return error(
        at,
        "same-law",
        "`~` between blocks says that processes are stationary",
        "",
        "write `X[s..t] ~ X[s+1..t+1]`, or `stationary X`");
  }
}
