package sit.eval;

import java.util.List;
import sit.term.Term;
import sit.term.TermPrinter;

/** Draws a term as a tree, one node a line. */
final class TermTree {
  private TermTree() {}

  static String print(Term term) {
    StringBuilder out = new StringBuilder();
    draw(term, "", "", out);
    return out.toString();
  }

  private static void draw(Term term, String first, String rest, StringBuilder out) {
    out.append(out.isEmpty() ? "" : "\n").append(first).append(head(term));
    List<Term> parts = parts(term);
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      draw(parts.get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "), out);
    }
  }

  private static String head(Term term) {
    if (term instanceof Term.Sum) {
      return "+";
    } else if (term instanceof Term.Product) {
      return "*";
    } else if (term instanceof Term.Power power) {
      return "^" + power.exponent();
    } else if (term instanceof Term.Total total) {
      return "sum " + total.index() + " = " + total.from() + ".." + total.to();
    } else if (term instanceof Term.Apply apply) {
      return apply.head();
    }
    return TermPrinter.print(term);
  }

  private static List<Term> parts(Term term) {
    if (term instanceof Term.Sum sum) {
      return sum.terms();
    } else if (term instanceof Term.Product product) {
      return product.factors();
    } else if (term instanceof Term.Power power) {
      return List.of(power.base());
    } else if (term instanceof Term.Total total) {
      return List.of(total.body());
    } else if (term instanceof Term.Apply apply) {
      return apply.arguments();
    }
    return List.of();
  }
}
