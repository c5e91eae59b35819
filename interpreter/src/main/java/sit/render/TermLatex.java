package sit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Index;
import sit.term.Term;
import sit.term.Variable;

/** Prints terms as a paper prints them. */
public final class TermLatex {
  private static final Map<String, String> SEPARATORS =
      Map.of(";", ";", "|", "\\mid ", "||", "\\,\\|\\,", "->", "\\to ");
  private static final Map<String, String> OPERATORS =
      Map.of("!=", "\\ne ", "<=", "\\le ", ">=", "\\ge ", "=", "=", "<", "<", ">", ">");

  private TermLatex() {}

  public static String print(Term term) {
    if (term instanceof Term.Constant constant) {
      return rational(constant.value());
    } else if (term instanceof Term.Symbol symbol) {
      return name(symbol.name());
    } else if (term instanceof Term.Variables variables) {
      return group(variables.group());
    } else if (term instanceof Term.Entropy entropy) {
      return "H(" + group(entropy.group()) + ")";
    } else if (term instanceof Term.Sum sum) {
      StringBuilder out = new StringBuilder();
      for (Term part : sum.terms()) {
        String text = print(part);
        out.append(out.isEmpty() || text.startsWith("-") ? "" : "+").append(text);
      }
      return out.toString();
    } else if (term instanceof Term.Product product) {
      return product(product.factors());
    } else if (term instanceof Term.Power power) {
      return factor(power.base()) + "^{" + power.exponent() + "}";
    } else if (term instanceof Term.Apply apply) {
      return apply(apply);
    } else if (term instanceof Term.Measure measure) {
      StringBuilder out = new StringBuilder(name(measure.name())).append('(');
      for (int k = 0; k < measure.slots().size(); k++) {
        out.append(k == 0 ? "" : SEPARATORS.get(measure.separators().get(k - 1)));
        out.append(print(measure.slots().get(k)));
      }
      return out.append(')').toString();
    } else if (term instanceof Term.Total total) {
      return "\\sum_{"
          + total.index()
          + "="
          + total.from()
          + "}^{"
          + total.to()
          + "} "
          + factor(total.body());
    }
    throw new IllegalStateException("unknown term");
  }

  private static String rational(Rational value) {
    if (value.isInteger()) {
      return value.toString();
    }
    String sign = value.signum() < 0 ? "-" : "";
    return sign + "\\tfrac{" + value.numerator().abs() + "}{" + value.denominator() + "}";
  }

  private static String product(List<Term> factors) {
    StringBuilder out = new StringBuilder();
    for (int k = 0; k < factors.size(); k++) {
      Term one = factors.get(k);
      boolean minus = one instanceof Term.Constant c && c.value().equals(Rational.MINUS_ONE);
      if (k == 0 && minus && factors.size() > 1) {
        out.append('-');
      } else {
        out.append(out.length() > 1 || k > 1 ? "\\," : "").append(factor(one));
      }
    }
    return out.toString();
  }

  private static String factor(Term term) {
    return term instanceof Term.Sum ? "\\left(" + print(term) + "\\right)" : print(term);
  }

  private static String apply(Term.Apply apply) {
    List<String> arguments = new ArrayList<>();
    apply.arguments().forEach(argument -> arguments.add(print(argument)));
    String operator = OPERATORS.get(apply.head());
    if (operator != null && arguments.size() == 2) {
      return arguments.get(0) + operator + arguments.get(1);
    } else if (apply.head().equals("^") && arguments.size() == 2) {
      return factor(apply.arguments().get(0)) + "^{" + arguments.get(1) + "}";
    } else if (apply.head().equals("log2")) {
      return "\\log_2\\left(" + String.join(", ", arguments) + "\\right)";
    } else if (apply.head().equals("card")) {
      return "\\left|\\mathcal{" + String.join(", ", arguments) + "}\\right|";
    }
    return name(apply.head()) + "(" + String.join(", ", arguments) + ")";
  }

  /** A group, with letters that follow each other drawn together: {@code X^{3}}, {@code Y_{2}^{4}}. */
  public static String group(Group group) {
    List<String> parts = new ArrayList<>();
    List<Variable> all = new ArrayList<>(group.variables());
    for (int i = 0; i < all.size(); ) {
      int end = i + 1;
      if (all.get(i) instanceof Variable.Letter first) {
        while (end < all.size()
            && all.get(end) instanceof Variable.Letter next
            && next.name().equals(first.name())
            && next.at().equals(first.at().plus(end - i))) {
          end++;
        }
        Index last = first.at().plus(end - i - 1);
        parts.add(
            end - i == 1
                ? name(first.name()) + "_{" + first.at() + "}"
                : block(first.name(), first.at(), last));
      } else if (all.get(i) instanceof Variable.Block block) {
        parts.add(block(block.name(), block.from(), block.to()));
      } else {
        parts.add(name(all.get(i).name()));
      }
      i = end;
    }
    return String.join(",", parts);
  }

  private static String block(String name, Index from, Index to) {
    String start = from.equals(Index.of(1)) ? "" : "_{" + from + "}";
    return name(name) + start + "^{" + to + "}";
  }

  private static String name(String name) {
    int digits = name.length();
    while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    if (digits < name.length() && digits == 1) {
      return name.charAt(0) + "_{" + name.substring(1) + "}";
    }
    return name.length() == 1 ? name : "\\mathit{" + escape(name) + "}";
  }

  /** Text with the signs that LaTeX would act on made plain. */
  static String escape(String text) {
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
