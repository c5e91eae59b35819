package sit.render;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.syntax.LatexPrinter;
import sit.term.Term;
import sit.term.TermLatex;
import sit.value.Accuracy;
import sit.value.Listing;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Prints values for a paper, in LaTeX mathematics without the dollar signs. */
public final class ValueLatex {
  private ValueLatex() {}

  /** The exact form where there is one, else digits; what is no number is set as text. */
  public static String print(Value value) {
    if (value instanceof Value.Symbolic symbolic) {
      return TermLatex.print(symbolic.term());
    } else if (value instanceof Quantity quantity) {
      return quantity(quantity);
    }
    return MatrixText.latex(value)
        .orElseGet(() -> "\\text{" + TermLatex.escape(ValuePrinter.print(value)) + "}");
  }

  private static String quantity(Quantity quantity) {
    String unit = unit(quantity);
    if (quantity.isOpen()) {
      String form = LatexPrinter.print(ValuePrinter.exact(quantity).orElseThrow());
      return (unit.isEmpty() ? form : "\\left(" + form + "\\right)") + unit;
    }
    if (quantity.isInfinite()) {
      return quantity.value() > 0 ? "\\infty" : "-\\infty";
    }
    if (quantity.accuracy() == Accuracy.ESTIMATE) {
      return Listing.estimate(quantity).replace(" in ", " \\in ") + unit;
    }
    if (quantity.exact().isEmpty()) {
      return ValuePrinter.digits(quantity) + unit;
    }
    Term exact = term(quantity.exact().get(), quantity.unit());
    String number = TermLatex.print(exact);
    boolean several = exact instanceof Term.Sum && !unit.isEmpty();
    return (several ? "\\left(" + number + "\\right)" : number) + unit;
  }

  /** {@code \\,\\text{bit}}; empty of a plain number. */
  static String unit(Quantity quantity) {
    return quantity.unit() == Unit.NONE ? "" : "\\,\\text{" + quantity.unit().word() + "}";
  }

  private static Term term(LogSum exact, Unit unit) {
    String logarithm = unit == Unit.NAT ? "ln" : "log2";
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<BigInteger, Rational> entry : exact.logarithms().entrySet()) {
      terms.add(
          multiple(entry.getValue(), logarithm, new Term.Constant(Rational.of(entry.getKey()))));
    }
    if (!exact.ofPi().isZero()) {
      terms.add(multiple(exact.ofPi(), logarithm, new Term.Symbol("pi")));
    }
    if (!exact.ofE().isZero()) {
      boolean plain = unit == Unit.NAT;
      Term e = new Term.Symbol("e");
      terms.add(plain ? new Term.Constant(exact.ofE()) : multiple(exact.ofE(), logarithm, e));
    }
    Rational rational = exact.rationalPart();
    if (!rational.isZero() || terms.isEmpty()) {
      boolean nats = unit == Unit.NAT && !rational.isZero();
      terms.add(
          nats ? multiple(rational, logarithm, Term.constant(2)) : new Term.Constant(rational));
    }
    return Term.sum(terms);
  }

  private static Term multiple(Rational factor, String logarithm, Term argument) {
    Term term = new Term.Apply(logarithm, List.of(argument));
    return factor.isOne() ? term : new Term.Product(List.of(new Term.Constant(factor), term));
  }
}
