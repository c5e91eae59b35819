package sit.prove;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Reads statements such as {@code I(X;Y|Z) + 2*H(X[1]) <= n*R} for tests, straight into normal
 * forms.
 */
public final class Notation {
  private final String text;
  private int at;

  private Notation(String text) {
    this.text = text.replace(" ", "");
  }

  /** A claim with {@code =}, {@code <=} or {@code >=}. */
  public static Claim claim(String text) {
    for (String relation : List.of("<=", ">=", "=")) {
      int place = text.indexOf(relation);
      if (place >= 0) {
        NormalForm left = form(text.substring(0, place));
        NormalForm right = form(text.substring(place + relation.length()));
        return switch (relation) {
          case "<=" -> Claim.atMost(left, right);
          case ">=" -> Claim.atLeast(left, right);
          default -> Claim.equal(left, right);
        };
      }
    }
    throw new IllegalArgumentException(text);
  }

  /** {@code A -- B -- C}, {@code A indep B}, {@code A = f(B)}, or a relation. */
  public static Assumption assumption(String text) {
    if (text.contains("--")) {
      String[] parts = text.split("--");
      return Assumption.zero(
          Assumption.Kind.MARKOV,
          text,
          NormalForm.mutualInformation(group(parts[0]), group(parts[2]), group(parts[1])));
    } else if (text.contains("indep")) {
      String[] parts = text.split("indep");
      return Assumption.zero(
          Assumption.Kind.INDEPENDENCE,
          text,
          NormalForm.mutualInformation(group(parts[0]), group(parts[1]), Group.EMPTY));
    } else if (text.contains("= f(")) {
      String[] parts = text.split("= f");
      Group a = group(parts[0]);
      NormalForm difference = NormalForm.mutualInformation(a, a, group(parts[1]));
      return Assumption.zero(Assumption.Kind.FUNCTION, text, difference);
    }
    Claim claim = claim(text);
    return new Assumption(Assumption.Kind.RELATION, text, claim.difference(), claim.sense());
  }

  public static List<Assumption> assumptions(String... texts) {
    List<Assumption> all = new ArrayList<>();
    for (String text : texts) {
      all.add(assumption(text));
    }
    return all;
  }

  public static Group group(String text) {
    List<Variable> variables = new ArrayList<>();
    for (String part : text.replaceAll("[() ]", "").split(",")) {
      if (!part.isEmpty()) {
        variables.add(variable(part));
      }
    }
    return Group.of(variables);
  }

  private static Variable variable(String text) {
    int bracket = text.indexOf('[');
    int power = text.indexOf('^');
    if (power > 0) {
      int to = Integer.parseInt(text.substring(power + 1));
      return new Variable.Block(text.substring(0, power), Index.of(1), Index.of(to));
    }
    if (bracket < 0) {
      return new Variable.Single(text);
    }
    int at = Integer.parseInt(text.substring(bracket + 1, text.length() - 1));
    return new Variable.Letter(text.substring(0, bracket), Index.of(at));
  }

  public static NormalForm form(String text) {
    Notation notation = new Notation(text);
    NormalForm result = notation.sum();
    if (notation.at < notation.text.length()) {
      throw new IllegalArgumentException(text + " at " + notation.at);
    }
    return result;
  }

  private NormalForm sum() {
    NormalForm total = NormalForm.ZERO;
    int sign = 1;
    if (peek() == '-') {
      at++;
      sign = -1;
    }
    while (true) {
      NormalForm term = product();
      total = sign > 0 ? total.add(term) : total.subtract(term);
      char next = peek();
      if (next != '+' && next != '-') {
        return total;
      }
      sign = next == '+' ? 1 : -1;
      at++;
    }
  }

  private NormalForm product() {
    NormalForm result = factor();
    while (peek() == '*' || Character.isLetter(peek()) || peek() == '(') {
      if (peek() == '*') {
        at++;
      }
      result = result.multiply(factor());
    }
    return result;
  }

  private NormalForm factor() {
    int start = at;
    if (peek() == '(') {
      at++;
      NormalForm inside = sum();
      at++;
      return inside;
    }
    if (Character.isDigit(peek())) {
      while (Character.isDigit(peek()) || peek() == '/') {
        at++;
      }
      return NormalForm.constant(Rational.parse(text.substring(start, at)));
    }
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      throw new IllegalArgumentException(text + " at " + at);
    }
    if (peek() != '(') {
      Term symbol = new Term.Symbol(name);
      if (text.startsWith("^-1", at)) {
        at += 3;
        return NormalForm.of(new Term.Power(symbol, -1));
      }
      return NormalForm.of(symbol);
    }
    int open = at;
    for (int depth = 0; ; at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    return measure(name, text.substring(open + 1, at++));
  }

  private static NormalForm measure(String name, String inside) {
    if (!name.equals("H") && !name.equals("I")) {
      Term argument =
          inside.contains("!=") && !inside.contains("(")
              ? new Term.Apply(
                  "!=",
                  List.of(
                      new Term.Variables(group(inside.split("!=")[0])),
                      new Term.Variables(group(inside.split("!=")[1]))))
              : inside.contains("(")
                  ? form(inside).toTerm()
                  : Character.isUpperCase(inside.charAt(0)) && inside.length() <= 2
                      ? new Term.Variables(group(inside))
                      : form(inside).toTerm();
      return NormalForm.of(Monomial.of(new Term.Apply(name, List.of(argument))), Rational.ONE);
    }
    int bar = inside.indexOf('|');
    Group given = bar < 0 ? Group.EMPTY : group(inside.substring(bar + 1));
    String[] sides = (bar < 0 ? inside : inside.substring(0, bar)).split(";");
    Group a = group(sides[0]);
    return NormalForm.mutualInformation(a, name.equals("H") ? a : group(sides[1]), given);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
