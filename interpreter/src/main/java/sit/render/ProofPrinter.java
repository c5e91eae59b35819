package sit.render;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.HorizonCertificate;
import sit.proof.LawMeasure;
import sit.proof.OrderCertificate;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermLatex;
import sit.term.TermPrinter;

/**
 * A certificate as a person reads it: the difference of the two sides as a sum, and for each part
 * why it is not negative or zero.
 */
public final class ProofPrinter {
  private ProofPrinter() {}

  /** A part of the sum: what it is, in text and in LaTeX, and why it is as it is. */
  private record Line(String text, String latex, String why, String latexWhy) {}

  /**
   * Text of one line for each part.
   *
   * @param difference what the difference is called, such as {@code right - left}
   */
  public static String text(Proof proof, String difference) {
    if (proof instanceof HorizonCertificate horizon) {
      return HorizonPrinter.text(horizon, difference);
    } else if (proof instanceof OrderCertificate order) {
      return OrderPrinter.text(order, difference);
    }
    Certificate certificate = (Certificate) proof;
    StringBuilder out = new StringBuilder(CopyPrinter.text(certificate.copies()));
    List<Combination> combinations = certificate.combinations();
    for (int k = 0; k < combinations.size(); k++) {
      String name = k == 0 ? difference : "-(" + difference + ")";
      List<Line> lines = lines(certificate, combinations.get(k));
      if (lines.isEmpty()) {
        out.append(name).append(" = 0   ").append(sameness(combinations.get(k))).append('\n');
        continue;
      }
      int width = 0;
      for (Line line : lines) {
        width = Math.max(width, line.text.length());
      }
      out.append(name).append('\n');
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        boolean minus = line.text.startsWith("-");
        String text = minus ? line.text.substring(1) : line.text;
        out.append(i == 0 ? "  = " : minus ? "  - " : "  + ");
        out.append(i == 0 && minus ? "-" : "").append(text);
        out.append(" ".repeat(Math.max(0, width - text.length()) + 3)).append(line.why);
        out.append('\n');
      }
      out.append("  ").append(conclusion(certificate)).append('\n');
    }
    return out.toString();
  }

  /** The same with the difference named as for an inequality that points to the right. */
  public static String text(Proof proof) {
    return text(proof, "right - left");
  }

  private static String sameness(Combination combination) {
    return combination.laws().isEmpty()
        ? "both sides are the same joint entropies"
        : "both sides are the same, as outcomes have the densities they are drawn from";
  }

  private static String conclusion(Certificate certificate) {
    boolean equality = certificate.claim().sense() == Sense.ZERO;
    return equality && certificate.combinations().size() == 1 ? "= 0" : ">= 0";
  }

  /** An {@code align*} environment. */
  public static String latex(Proof proof, String difference) {
    if (proof instanceof HorizonCertificate horizon) {
      return HorizonPrinter.latex(horizon, difference);
    } else if (proof instanceof OrderCertificate order) {
      return OrderPrinter.latex(order, difference);
    }
    Certificate certificate = (Certificate) proof;
    StringBuilder out = new StringBuilder(CopyPrinter.latex(certificate.copies()));
    out.append("\\begin{align*}\n");
    List<Combination> combinations = certificate.combinations();
    for (int k = 0; k < combinations.size(); k++) {
      String name = k == 0 ? difference : "-(" + difference + ")";
      List<Line> lines = lines(certificate, combinations.get(k));
      out.append(name).append(" &= ").append(lines.isEmpty() ? "0" : "");
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        boolean minus = line.latex.startsWith("-");
        out.append(i == 0 || minus ? "" : "+").append(line.latex);
        out.append(" && \\text{").append(line.latexWhy).append("}");
        out.append(i + 1 < lines.size() ? " \\\\\n&\\quad " : "");
      }
      out.append(" \\\\\n");
      if (!lines.isEmpty()) {
        String sign = conclusion(certificate).equals("= 0") ? "= 0" : "\\ge 0";
        out.append("&").append(sign).append(k + 1 < combinations.size() ? " \\\\\n" : "\n");
      }
    }
    return out.append("\\end{align*}\n").toString();
  }

  private static List<Line> lines(Certificate certificate, Combination combination) {
    List<Line> lines = new ArrayList<>();
    for (Certificate.Term term : combination.basics()) {
      Term measure = measure(term.basic());
      lines.add(line(term.multiplier(), measure, "not negative", "not negative"));
    }
    for (Certificate.Multiple multiple : combination.laws()) {
      // that outcomes have the densities they are drawn from is what the measures say already
      LawMeasure.of(multiple.fact())
          .ifPresent(
              measure -> lines.add(line(multiple.factor(certificate.assumptions()), measure)));
    }
    for (Certificate.Use use : combination.uses()) {
      int copy = use.assumption() - certificate.assumptions().size();
      if (copy >= 0) {
        Basic zero = CopyPrinter.independence(certificate, copy);
        String names = Group.of(certificate.copies().get(copy).names()).toString();
        lines.add(
            line(
                use.multiplier().constantValue(),
                measure(zero),
                "zero: " + names + " is drawn apart",
                "zero: \\texttt{" + TermLatex.escape(names) + "} is drawn apart"));
        continue;
      }
      Assumption assumption = certificate.assumptions().get(use.assumption());
      String means = assumption.sense() == Sense.ZERO ? "zero" : "not negative";
      NormalForm difference = averaged(assumption.difference(), use.law());
      lines.add(
          new Line(
              factor(use.multiplier()) + bracket(difference),
              latexFactor(use.multiplier()) + latexBracket(difference),
              means + ": " + assumption.text(),
              means + ": \\texttt{" + TermLatex.escape(assumption.text()) + "}"));
    }
    if (!combination.surplus().isZero()) {
      Term surplus = new Term.Constant(combination.surplus());
      lines.add(line(Rational.ONE, surplus, "not negative", "not negative"));
    }
    return lines;
  }

  /** What is averaged; as it stands where only the places of its letters tell what it is then. */
  private static NormalForm averaged(NormalForm difference, Law law) {
    try {
      return law.factors().isEmpty() ? difference : Expectations.average(law, difference);
    } catch (IllegalArgumentException e) {
      return difference;
    }
  }

  private static Line line(NormalForm factor, Term measure) {
    Term product =
        factor.isConstant() && factor.constantValue().isOne()
            ? measure
            : new Term.Product(List.of(factor.toTerm(), measure));
    String why = "not negative";
    return new Line(TermPrinter.print(product), TermLatex.print(product), why, why);
  }

  private static Line line(Rational multiplier, Term term, String why, String latexWhy) {
    Term product =
        multiplier.isOne() ? term : new Term.Product(List.of(new Term.Constant(multiplier), term));
    return new Line(TermPrinter.print(product), TermLatex.print(product), why, latexWhy);
  }

  private static String factor(NormalForm multiplier) {
    if (multiplier.isConstant() && multiplier.constantValue().abs().isOne()) {
      return multiplier.constantValue().signum() < 0 ? "-" : "";
    }
    String text = TermPrinter.print(multiplier.toTerm());
    return (multiplier.coefficients().size() > 1 ? "(" + text + ")" : text) + "*";
  }

  private static String latexFactor(NormalForm multiplier) {
    if (multiplier.isConstant() && multiplier.constantValue().abs().isOne()) {
      return multiplier.constantValue().signum() < 0 ? "-" : "";
    }
    String text = TermLatex.print(multiplier.toTerm());
    return multiplier.coefficients().size() > 1 ? "\\left(" + text + "\\right)" : text;
  }

  private static String bracket(NormalForm difference) {
    return "[" + TermPrinter.print(compact(difference)) + "]";
  }

  private static String latexBracket(NormalForm difference) {
    return "\\left[" + TermLatex.print(compact(difference)) + "\\right]";
  }

  /** An expression that is said to be zero or not negative, as one measure where it is one. */
  static String named(NormalForm difference) {
    return TermPrinter.print(compact(difference));
  }

  /** One measure where the difference is one, else the polynomial. */
  private static Term compact(NormalForm difference) {
    for (var one : difference.coefficients().entrySet()) {
      if (!one.getKey().isEntropy()) {
        return difference.toTerm();
      }
    }
    List<Group> plus = new ArrayList<>();
    Group all = Group.EMPTY;
    for (var one : difference.coefficients().entrySet()) {
      all = all.union(one.getKey().group());
      if (one.getValue().isOne()) {
        plus.add(one.getKey().group());
      }
    }
    if (plus.size() == 1 || plus.size() == 2) {
      Group common = plus.get(0).intersection(plus.get(plus.size() - 1));
      for (var one : difference.coefficients().entrySet()) {
        boolean part = !one.getValue().isOne() && plus.get(0).containsAll(one.getKey().group());
        common = plus.size() == 1 ? (part ? one.getKey().group() : Group.EMPTY) : common;
        if (plus.size() == 1 && part) {
          break;
        }
      }
      Group a = plus.get(0).minus(common);
      Group b = plus.get(plus.size() - 1).minus(common);
      Basic basic = new Basic(a, b, common);
      if (basic.normalForm().equals(difference)) {
        return measure(basic);
      }
    }
    return difference.toTerm();
  }

  static Term measure(Basic basic) {
    List<Term> slots = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    boolean entropy = basic.a().equals(basic.b());
    slots.add(new Term.Variables(basic.a()));
    if (!entropy) {
      slots.add(new Term.Variables(basic.b()));
      separators.add(";");
    }
    if (!basic.c().isEmpty()) {
      slots.add(new Term.Variables(basic.c()));
      separators.add("|");
    }
    return new Term.Measure(entropy ? "H" : "I", slots, separators);
  }
}
