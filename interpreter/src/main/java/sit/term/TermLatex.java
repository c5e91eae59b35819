package sit.term;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;

/** Prints a term for a paper, in LaTeX mathematics without the dollar signs. */
public final class TermLatex {
  private TermLatex() {}

  public static String print(Term term) {
    return print(term, 0);
  }

  private static String print(Term term, int context) {
    if (term instanceof Term.Constant constant) {
      return constant(constant.value(), context);
    } else if (term instanceof Term.Symbol symbol) {
      return name(symbol.name());
    } else if (term instanceof Term.Variables variables) {
      return group(variables.group());
    } else if (term instanceof Term.Entropy entropy) {
      String letter = entropy.group().isContinuous() ? "h(" : "H(";
      return letter + group(entropy.group()) + ")";
    } else if (term instanceof Term.Sum sum) {
      return parenthesise(sum(sum.terms()), context > 1);
    } else if (term instanceof Term.Product product) {
      return product(product.factors());
    } else if (term instanceof Term.Power power) {
      return power.exponent() == -1
          ? "\\frac{1}{" + print(power.base(), 0) + "}"
          : print(power.base(), 3) + "^{" + power.exponent() + "}";
    } else if (term instanceof Term.Measure measure) {
      return measure(measure);
    } else if (term instanceof Term.Total total) {
      String range = "\\sum_{" + name(total.index()) + "=" + index(total.from()) + "}^{";
      return range + index(total.to()) + "} " + print(total.body(), 2);
    } else if (DensityPrinter.isMinusLogarithm(term)) {
      return parenthesise("-" + DensityLatex.logarithm(term), context > 1);
    } else if (DensityPrinter.prints(term)) {
      return DensityLatex.print(term);
    }
    return apply((Term.Apply) term);
  }

  private static String constant(Rational value, int context) {
    if (value.isInteger()) {
      return parenthesise(value.toString(), value.signum() < 0 && context > 1);
    }
    String sign = value.signum() < 0 ? "-" : "";
    return sign + "\\frac{" + value.abs().numerator() + "}{" + value.denominator() + "}";
  }

  private static String sum(List<Term> terms) {
    StringBuilder out = new StringBuilder();
    for (Term term : terms) {
      String text = print(term, 1);
      boolean negative = text.startsWith("-");
      out.append(out.isEmpty() ? "" : negative ? " - " : " + ");
      out.append(negative && out.length() > 0 ? text.substring(1) : text);
    }
    return out.isEmpty() ? "0" : out.toString();
  }

  private static String product(List<Term> all) {
    List<Term> factors = DensityPrinter.withSigns(all);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < factors.size(); i++) {
      boolean minus =
          i == 0
              && factors.size() > 1
              && factors.get(i) instanceof Term.Constant c
              && c.value().equals(Rational.MINUS_ONE);
      String text =
          minus
              ? "-"
              : DensityPrinter.isMinusLogarithm(factors.get(i))
                  ? DensityLatex.logarithm(factors.get(i))
                  : print(factors.get(i), i == 0 ? 1 : 2);
      boolean space = out.length() > 0 && !out.toString().equals("-");
      out.append(space ? " \\, " : "");
      out.append(
          factors.get(i) instanceof Term.Sum
              ? "\\left(" + sum(((Term.Sum) factors.get(i)).terms()) + "\\right)"
              : text);
    }
    return out.toString();
  }

  private static String measure(Term.Measure measure) {
    StringBuilder out = new StringBuilder(name(measure.name())).append('(');
    for (int i = 0; i < measure.slots().size(); i++) {
      if (i > 0) {
        out.append(separator(measure.separators().get(i - 1)));
      }
      out.append(print(measure.slots().get(i), 0));
    }
    return out.append(')').toString();
  }

  private static String separator(String separator) {
    return switch (separator) {
      case "->" -> " \\to ";
      case "||" -> " \\,\\|\\, ";
      case "|" -> " \\mid ";
      default -> "; ";
    };
  }

  private static String apply(Term.Apply apply) {
    List<Term> arguments = apply.arguments();
    boolean operator = !Character.isLetter(apply.head().charAt(0));
    if (operator && arguments.size() == 2) {
      String left = print(arguments.get(0), 2);
      String right = print(arguments.get(1), 2);
      return apply.head().equals("^")
          ? print(arguments.get(0), 3) + "^{" + print(arguments.get(1), 0) + "}"
          : left + " " + operator(apply.head()) + " " + right;
    }
    List<String> parts = new ArrayList<>();
    arguments.forEach(a -> parts.add(print(a, 0)));
    String head =
        switch (apply.head()) {
          case "log2" -> "\\log_2";
          case "ln" -> "\\ln";
          case "log" -> "\\log";
          case "exp" -> "\\exp";
          case "P" -> "P";
          case "E" -> "\\mathbb{E}";
          default -> name(apply.head());
        };
    if (apply.head().equals("card") && parts.size() == 1) {
      return "|\\mathcal{" + parts.get(0) + "}|";
    }
    String bar = apply.head().equals("P") || apply.head().equals("E") ? " \\mid " : ", ";
    boolean square = apply.head().equals("E");
    return head + (square ? "[" : "(") + String.join(bar, parts) + (square ? "]" : ")");
  }

  private static String operator(String operator) {
    return switch (operator) {
      case "==" -> "=";
      case "!=" -> "\\neq";
      case "<=" -> "\\le";
      case ">=" -> "\\ge";
      case "*" -> "\\cdot";
      default -> operator;
    };
  }

  /** {@code X^{3}, Y_{2}^{4}, Z}. */
  public static String group(Group group) {
    List<String> parts = new ArrayList<>();
    for (Variable part : group.blocks()) {
      if (part instanceof Variable.Letter letter) {
        parts.add(name(letter.name()) + "_{" + index(letter.at()) + "}");
      } else if (part instanceof Variable.Block block) {
        boolean prefix = block.from().equals(Index.of(1));
        String from = prefix ? "" : "_{" + index(block.from()) + "}";
        parts.add(name(block.name()) + from + "^{" + index(block.to()) + "}");
      } else {
        parts.add(name(part.name()));
      }
    }
    return String.join(", ", parts);
  }

  private static String index(Index index) {
    return index.toString().replace("*", "");
  }

  /** A name of one letter is a letter, a longer one is set upright; Greek letters are named so. */
  static String name(String name) {
    int digits = name.length();
    while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    String stem = name.substring(0, digits);
    String index = name.substring(digits);
    String shown =
        stem.length() == 1
            ? stem
            : Greek.NAMES.contains(stem)
                ? "\\" + stem
                : stem.length() == 2 && stem.endsWith("h")
                    ? "\\hat{" + stem.charAt(0) + "}"
                    : "\\mathrm{" + escape(stem) + "}";
    return index.isEmpty() || stem.isEmpty()
        ? (stem.isEmpty() ? name : shown)
        : shown + "_{" + index + "}";
  }

  private static String parenthesise(String text, boolean needed) {
    return needed ? "\\left(" + text + "\\right)" : text;
  }

  /** Text with the signs that LaTeX would act on made plain. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if ("#$%&_{}".indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else if (c == '^' || c == '~') {
        out.append('\\').append(c).append("{}");
      } else if (c == '\\') {
        out.append("\\textbackslash{}");
      } else if (c == '-' && k + 1 < text.length() && text.charAt(k + 1) == '-') {
        out.append("-{}");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
