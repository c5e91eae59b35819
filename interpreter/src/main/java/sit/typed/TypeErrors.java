package sit.typed;

import java.util.List;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.source.Spelling;

/** The diagnostics of typing; one method an error. */
final class TypeErrors {
  private final Source source;

  TypeErrors(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  private ReportedError error(Span at, String code, String message, String label, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, label, help));
  }

  private static String meant(String name, List<String> known) {
    return Spelling.closest(name, known).map(close -> "did you mean `" + close + "`?").orElse("");
  }

  ReportedError unknownVariable(Span at, String name, List<String> declared) {
    String help = meant(name, declared);
    if (help.isEmpty()) {
      help =
          declared.isEmpty()
              ? "declare it first: rv " + name
              : "declared here: " + String.join(", ", declared);
    }
    String message = "no random variable named `" + name + "` is declared here";
    return error(at, "unknown-variable", message, "not declared", help);
  }

  ReportedError differential(Span at, String name) {
    return error(
        at,
        "wrong-entropy",
        name + " is continuous, and H is the entropy of discrete variables",
        "has a density",
        "write h for the differential entropy, or declare the variable without `: real`");
  }

  ReportedError notContinuous(Span at) {
    return error(
        at,
        "wrong-entropy",
        "h is the differential entropy of continuous variables, and this is discrete",
        "has probabilities",
        "write H for the entropy, or declare the variable as continuous: `rv X : real`");
  }

  ReportedError unknownName(Span at, String name, List<String> known) {
    if (Builtin.named(name).isPresent()) {
      String help = "give it an argument: " + name + "(x)";
      return error(at, "unknown-name", "`" + name + "` is a function", "", help);
    }
    String help = meant(name, known);
    if (help.isEmpty()) {
      help =
          "declare it first: `rv " + name + "`, `let " + name + " = ...` or `param " + name + "`";
    }
    return error(at, "unknown-name", "`" + name + "` is not declared", "not declared", help);
  }

  ReportedError unknownProperty(Span at, String name, List<String> known) {
    String help = meant(name, known);
    if (help.isEmpty()) {
      help = "known here: " + String.join(", ", known) + "; a fact has `--`, `indep` or a relation";
    }
    String message = "there is no property of processes named `" + name + "`";
    return error(at, "unknown-property", message, "", help);
  }

  ReportedError propertyForm(Span at, String name, List<String> forms) {
    String message = "`" + name + "` is not written so";
    return error(at, "property-form", message, "", "write `" + String.join("` or `", forms) + "`");
  }

  ReportedError unknownFunction(Span at, String name, List<String> known) {
    String help = meant(name, known);
    if (help.isEmpty()) {
      help = "define it: `let " + name + "(x) = ...` or `define " + name + "(X; Y) := ...`";
    }
    String message = "there is no function or measure named `" + name + "`";
    return error(at, "unknown-function", message, "", help);
  }

  ReportedError unknownShape(Span at, Shape shape, List<String> known) {
    String form = shape.toString();
    String help = "known forms: " + String.join(", ", known);
    if (form.indexOf("| ") != form.lastIndexOf("| ")) {
      help = "conditions are separated by commas: " + shape.name() + "(X | Y, Z)";
    }
    return error(at, "unknown-form", "there is no measure of the form " + shape, "", help);
  }

  ReportedError missingSemicolon(Span at, String name) {
    return error(
        at,
        "semicolon",
        "the slots of `" + name + "` are separated by `;`, and a comma takes variables jointly",
        "",
        "write " + name + "(X; Y), or " + name + "((X, Y)) if one slot is meant");
  }

  ReportedError wrongArity(Span at, String name, String wanted, int met) {
    String message = "`" + name + "` takes " + wanted + ", not " + met;
    return error(at, "wrong-arity", message, "", "give " + wanted);
  }

  ReportedError wrongKind(Span at, String what, String wanted, Type met) {
    String message = what + " must be " + wanted + "; this is " + met.words();
    return error(at, "wrong-kind", message, "", "give " + wanted);
  }

  ReportedError unitMismatch(Span at, Type left, Type right) {
    return error(
        at,
        "unit-mismatch",
        left.words() + " and " + right.words() + " do not mix",
        "",
        "choose one with `unit bits` or `unit nats`; `log` follows the unit, `log2` and `ln` do not");
  }

  ReportedError notAFunction(Span at, String name) {
    return error(
        at,
        "not-a-function",
        "`" + name + "` is not a function",
        "",
        "a product is written with `*`");
  }

  ReportedError badPattern(Span at, String why) {
    return error(
        at,
        "pattern",
        why,
        "",
        "a slot is a name, names with commas, or a prefix: define J(X^n -> Y) := ...");
  }

  ReportedError notProcess(Span at, Type met) {
    return error(
        at,
        "not-a-process",
        "letters and blocks belong to processes; this is " + met.words(),
        "",
        "declare it: process X");
  }

  ReportedError foreignLetter(Span at, String processes) {
    return error(
        at,
        "foreign-letter",
        "this line is about a letter of another process",
        "",
        "declared here: " + processes + "; another process has a block of its own");
  }

  ReportedError badIndex(Span at) {
    return error(
        at,
        "index",
        "an index takes one expression, or a range `a..b`",
        "",
        "write several letters as a block: `X[1..2]`, or as `(X[1], X[3])`");
  }

  ReportedError misplaced(Span at, String what, String help) {
    return error(at, "misplaced", what, "", help);
  }

  ReportedError reserved(Span at, String name) {
    return error(
        at,
        "reserved",
        "`" + name + "` is built in and cannot be defined anew",
        "",
        "choose another name");
  }

  ReportedError unknownUnit(Span at, String unit) {
    return error(
        at,
        "unknown-unit",
        "`" + unit + "` is no unit of information",
        "",
        "unit bits, or unit nats");
  }

  ReportedError incomparable(Span at, String relations) {
    return error(
        at,
        "directions",
        "the relations " + relations + " point in different directions",
        "",
        "split it into two claims");
  }

  ReportedError functionalFact(Span at) {
    return error(
        at,
        "function-fact",
        "an assumption names an unknown function of variables: W = f(U, V)",
        "",
        "for a function that is known, declare the variable: rv W = U xor V");
  }

  ReportedError densityPattern(Span at) {
    return error(
        at,
        "density",
        "a density has outcomes, then those it is given after one bar",
        "",
        "write density p(x, z), q(z | x) or q(y^n || x^n)");
  }

  ReportedError bothSides(Span at, String name) {
    return error(
        at, "density", "`" + name + "` stands on both sides of the bar", "", "write it once");
  }

  ReportedError undeclaredDensity(Span at, String name) {
    return error(
        at,
        "unknown-density",
        "no density named `" + name + "` is declared here",
        "",
        "declare it first: density " + name + "(x), or density " + name + "(z | x)");
  }

  ReportedError foreignArgument(Span at, String density, String argument, String form) {
    return error(
        at,
        "density-argument",
        "`" + density + "` says nothing of `" + argument + "`",
        "it was declared as " + form,
        "write " + form + ", or declare another density");
  }

  ReportedError notGiven(Span at, String form, String missing) {
    return error(
        at,
        "not-given",
        "the law of `" + missing + "` is not known: only " + form + " is declared",
        "",
        "write " + form + ", or declare the joint density");
  }

  ReportedError drawnVariable(Span at) {
    return error(
        at,
        "drawn-variable",
        "a random variable has a law of its own and is not drawn from another",
        "",
        "average it with E[...], or draw an outcome, whose name nothing else has");
  }

  ReportedError averagedTwice(Span at, String name) {
    return error(
        at,
        "averaged-twice",
        "`" + name + "` is averaged already",
        "drawn a second time",
        "draw another outcome");
  }

  ReportedError drawnElsewhere(Span at, String of) {
    return error(
        at, "drawn", "what is drawn from this density is " + of, "", "write E[" + of + " ~ ...]");
  }

  ReportedError freeAndBound(Span at, String name) {
    return error(
        at,
        "free-and-bound",
        "`" + name + "` is averaged in one place and free in another",
        "",
        "give the free outcome another name, or average there too");
  }

  ReportedError unaveraged(Span at) {
    return error(
        at,
        "not-averaged",
        "this is a random variable: its value depends on chance",
        "",
        "average it: E[log p(X | Y)]");
  }

  ReportedError densitySum(Span at) {
    return error(
        at,
        "density-sum",
        "densities are multiplied and divided; this is a sum",
        "",
        "a mixture is an average: E[z ~ q(z)] [p(x | z)]");
  }
}
