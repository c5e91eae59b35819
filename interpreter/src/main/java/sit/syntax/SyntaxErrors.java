package sit.syntax;

import sit.source.Diagnostic;
import sit.source.Source;
import sit.source.Span;

/** The diagnostics of reading; one method an error. */
final class SyntaxErrors {
  private final Source source;

  SyntaxErrors(Source source) {
    this.source = source;
  }

  private Diagnostic error(Span at, String code, String message, String label, String help) {
    return new Diagnostic(source, at, code, message, label, help);
  }

  Diagnostic unexpected(Span at, String met, String help) {
    return error(at, "syntax", "unexpected " + met, "not expected here", help);
  }

  Diagnostic unfinished(Span at, String help) {
    return error(at, "unfinished", "the statement stops too early", "", help);
  }

  Diagnostic notALetter(Span at) {
    return error(
        at,
        "letter",
        "a line of a process says how one letter comes about",
        "",
        "write X[1] ~ Bernoulli(1/2) or X[t] | X[t-1] ~ [[0.9, 0.1], [0.3, 0.7]]");
  }

  Diagnostic unsupported(Span at, String what, String help) {
    return error(at, "unsupported", what + " cannot be read by this version", "", help);
  }

  Diagnostic unknownSort(Span at, String met, String wanted) {
    String help = "write `: " + wanted + "`, or leave it out";
    return error(at, "unknown-sort", "there is no sort `" + met + "` here", "", help);
  }

  Diagnostic mixedEntries(Span at) {
    return error(
        at,
        "mixed-entries",
        "a set and a table are mixed in one pair of braces",
        "unlike what stands before",
        "write `key: value` for each entry, or for none");
  }

  Diagnostic jointFunction(Span at) {
    return error(
        at,
        "joint-function",
        "a function defines one variable, not several",
        "",
        "write an `rv` line for each: `rv A = f(X)`, `rv B = g(X)`");
  }

  Diagnostic neverClosed(Span at, String open, String close) {
    return error(
        at,
        "never-closed",
        "this `" + open + "` is never closed",
        "opened here",
        "add `" + close + "` where it ends");
  }

  Diagnostic notAnInterval(Span at) {
    return error(
        at,
        "not-an-interval",
        "a scalar has its values in an interval, and this is none",
        "",
        "write (0, 1), or 0..1 where the ends are values too");
  }

  Diagnostic nothingToClose(Span at, String close) {
    return error(
        at,
        "nothing-to-close",
        "this `" + close + "` closes nothing",
        "",
        "remove it, or write the opening bracket");
  }

  Diagnostic wrongClose(Span at, String open, String close, String met) {
    return error(
        at,
        "wrong-close",
        "`" + met + "` cannot close `" + open + "`",
        "met here",
        "write `" + close + "` before it");
  }

  Diagnostic tooDeep(Span at, int limit) {
    return error(
        at,
        "too-deep",
        "brackets are nested more than " + limit + " deep",
        "this is level " + (limit + 1),
        "name an inner part with `let` and use the name");
  }

  Diagnostic tooLong(Span at, int limit) {
    return error(
        at,
        "too-long",
        "an expression of more than " + limit + " operators",
        "",
        "name parts of it with `let`, or write a sum as `sum[i = 1..n] ...`");
  }

  Diagnostic strangeCharacter(Span at, int character) {
    return error(
        at,
        "character",
        "the character " + shown(character) + " has no meaning in the language",
        "",
        meant(character));
  }

  /** The character itself if it can be seen, and its number otherwise. */
  private static String shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK ->
          "number " + character;
      default -> "`" + Character.toString(character) + "`";
    };
  }

  private static String meant(int character) {
    return switch (character) {
      case '\'', '‘', '’', '“', '”', '`' -> "write a text in double quotes: \"abc\"";
      case '$', '\\' -> "write formulas as text: `X^n`, `sum[t = 1..n] ...`, `<=`";
      case '–', '—' -> "write `-` for minus, and `--` between the parts of a Markov chain";
      case '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', 'ⁿ', '⁻' ->
          "write `^` for a power or a prefix: `x^2`, `X^n`";
      case 'ᵢ', 'ₙ', 'ₜ', 'ₖ', 'ⱼ' -> "write `[ ]` for an index: `X[t]`";
      case '!' -> "write `!=` for different, and `not` for the contrary";
      case '&' -> "write `and`; between variables write `,`";
      case '%' -> "write a fraction: `11/100` or `0.11`";
      default -> "remove it; a comment stands after `#`";
    };
  }

  Diagnostic unclosedText(Span at) {
    return error(at, "text", "a text that does not end on its line", "", "close it with `\"`");
  }

  Diagnostic binary(Span at) {
    return error(
        at, "not-text", "this is not a text file: it has a zero byte", "", "give a .sit file");
  }

  Diagnostic ambiguousProduct(Span at) {
    return error(
        at,
        "ambiguous-product",
        "it is not clear whether the division ends before this product",
        "product without `*`",
        "write `(a/2)*H(X)` or `a/(2*H(X))`");
  }

  Diagnostic ambiguousLogarithm(Span at) {
    return error(
        at,
        "ambiguous-logarithm",
        "it is not clear where the argument of this logarithm ends",
        "a product or a quotient after `log` without parentheses",
        "write `log(a/b)` or `log(a)/b`");
  }

  Diagnostic undrawn(Span at) {
    return error(
        at,
        "undrawn",
        "the density from which this outcome is drawn is missing",
        "drawn from what?",
        "write `E[x ~ p(x), z ~ q(.|x)] [...]`");
  }

  Diagnostic relationAsStatement(Span at) {
    return error(
        at,
        "relation",
        "a bare `=` neither defines nor claims",
        "",
        "`let x = ...` names a value, `check a = b` claims, `a == b` compares two values");
  }
}
