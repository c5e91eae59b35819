package sit.term;

import java.util.List;
import sit.exact.Rational;

/** Prints a term in the language's own spelling, so that it can be typed back. */
public final class TermPrinter {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int ATOM = 3;

  private TermPrinter() {}

  public static String print(Term term) {
    return print(term, 0);
  }

  private static String print(Term term, int context) {
    if (term instanceof Term.Constant constant) {
      Rational value = constant.value();
      boolean bare = value.signum() >= 0 && (value.isInteger() || context < ATOM);
      return bare || context < PRODUCT ? value.toString() : "(" + value + ")";
    } else if (term instanceof Term.Symbol symbol) {
      return symbol.name();
    } else if (term instanceof Term.Variables variables) {
      String text = variables.group().toString();
      return variables.group().size() == 1 && text.indexOf(' ') < 0 || context == 0
          ? variables.group().toString()
          : "(" + variables.group() + ")";
    } else if (term instanceof Term.Entropy entropy) {
      return (entropy.group().isContinuous() ? "h(" : "H(") + entropy.group() + ")";
    } else if (term instanceof Term.Sum sum) {
      return parenthesise(sum(sum.terms()), context > SUM);
    } else if (term instanceof Term.Product product) {
      return parenthesise(product(product.factors()), context > PRODUCT);
    } else if (term instanceof Term.Power power) {
      return print(power.base(), ATOM) + "^" + exponent(power.exponent());
    } else if (term instanceof Term.Apply apply) {
      return apply(apply, context);
    } else if (term instanceof Term.Measure measure) {
      return measure(measure);
    } else if (term instanceof Term.Total total) {
      String head = "sum[" + total.index() + " = " + total.from() + ".." + total.to() + "] ";
      return parenthesise(head + print(total.body(), PRODUCT), context > PRODUCT);
    } else if (DensityPrinter.isMinusLogarithm(term)) {
      return parenthesise("-" + DensityPrinter.logarithm(term), context > SUM);
    } else if (DensityPrinter.prints(term)) {
      String text = DensityPrinter.print(term);
      return parenthesise(text, context > SUM && text.startsWith("log "));
    }
    throw new IllegalStateException("unknown term");
  }

  private static String exponent(int exponent) {
    return exponent < 0 ? "(" + exponent + ")" : Integer.toString(exponent);
  }

  private static String sum(List<Term> terms) {
    StringBuilder out = new StringBuilder();
    for (Term term : terms) {
      String text = print(term, SUM);
      if (out.isEmpty()) {
        out.append(text);
      } else if (text.startsWith("-")) {
        out.append(" - ").append(text.substring(1));
      } else {
        out.append(" + ").append(text);
      }
    }
    return out.isEmpty() ? "0" : out.toString();
  }

  private static String product(List<Term> all) {
    List<Term> factors = DensityPrinter.withSigns(all);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < factors.size(); i++) {
      Term factor = factors.get(i);
      boolean lead = i == 0 && factors.size() > 1;
      if (lead && factor instanceof Term.Constant c && c.value().equals(Rational.MINUS_ONE)) {
        out.append('-');
        continue;
      }
      if (lead && factor instanceof Term.Constant c) {
        out.append(c.value()).append('*');
        continue;
      }
      String text =
          DensityPrinter.isMinusLogarithm(factor)
              ? logarithm(factor, factors.size() > 1 && i + 1 < factors.size())
              : print(factor, PRODUCT);
      out.append(text).append(i + 1 < factors.size() ? "*" : "");
    }
    return out.isEmpty() ? "1" : out.toString();
  }

  private static String logarithm(Term term, boolean before) {
    String text = DensityPrinter.logarithm(term);
    return parenthesise(text, before && text.startsWith("log "));
  }

  private static String apply(Term.Apply apply, int context) {
    List<Term> arguments = apply.arguments();
    boolean operator = !Character.isLetter(apply.head().charAt(0));
    if (operator && arguments.size() == 2) {
      String space = apply.head().equals("^") ? "" : " ";
      String left = print(arguments.get(0), ATOM);
      String right = print(arguments.get(1), ATOM);
      return parenthesise(
          left + space + apply.head() + space + right, context > 0 && !space.isEmpty());
    }
    StringBuilder out = new StringBuilder(apply.head()).append('(');
    for (int i = 0; i < arguments.size(); i++) {
      out.append(i == 0 ? "" : ", ")
          .append(print(arguments.get(i), i == 0 && arguments.size() == 1 ? 0 : SUM));
    }
    return out.append(')').toString();
  }

  private static String measure(Term.Measure measure) {
    StringBuilder out = new StringBuilder(measure.name()).append('(');
    for (int i = 0; i < measure.slots().size(); i++) {
      if (i > 0) {
        String separator = measure.separators().get(i - 1);
        out.append(separator.equals(";") ? "; " : " " + separator + " ");
      }
      out.append(print(measure.slots().get(i), 0));
    }
    return out.append(')').toString();
  }

  private static String parenthesise(String text, boolean needed) {
    return needed ? "(" + text + ")" : text;
  }
}
