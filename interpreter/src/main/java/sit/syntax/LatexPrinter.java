package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import sit.source.Source;
import sit.syntax.Statement.ClaimOf;
import sit.syntax.Statement.Fact;

/** Prints what was written as a paper sets it, in LaTeX mathematics without the dollar signs. */
public final class LatexPrinter {
  /** How strongly an operator binds; what binds less inside it is put in parentheses. */
  private static final int LOOSE = 0;

  private static final int RELATION = 1;
  private static final int SUM = 2;
  private static final int PRODUCT = 3;
  private static final int POWER = 4;

  private LatexPrinter() {}

  /** An expression or a claim in its own text; the text itself, set upright, if it is neither. */
  public static String print(String text) {
    Program program = Parser.parse(new Source("", "check " + text));
    if (program.diagnostics().isEmpty()
        && program.statements().size() == 1
        && program.statements().get(0) instanceof Statement.Check check) {
      return claim(check.claim());
    }
    program = Parser.parse(new Source("", text));
    if (program.diagnostics().isEmpty()
        && program.statements().size() == 1
        && program.statements().get(0) instanceof Statement.Evaluate evaluate) {
      return list(evaluate.expressions());
    }
    return "\\texttt{" + escape(text) + "}";
  }

  private static String claim(ClaimOf claim) {
    StringBuilder out = new StringBuilder(print(claim.sides().get(0), LOOSE));
    for (int i = 0; i < claim.relations().size(); i++) {
      out.append(' ').append(sign(claim.relations().get(i))).append(' ');
      out.append(print(claim.sides().get(i + 1), LOOSE));
    }
    if (!claim.given().isEmpty()) {
      List<String> facts = claim.given().stream().map(LatexPrinter::fact).toList();
      out.append(" \\quad\\text{given } ").append(String.join(",\\; ", facts));
    }
    return out.toString();
  }

  private static String fact(Fact fact) {
    if (fact instanceof Fact.Markov markov) {
      return String.join(" - ", markov.chain().stream().map(e -> print(e, SUM)).toList());
    } else if (fact instanceof Fact.Independent independent) {
      List<String> groups = independent.groups().stream().map(e -> print(e, SUM)).toList();
      String given = independent.given().map(e -> " \\mid " + print(e, SUM)).orElse("");
      return String.join(" \\perp ", groups) + given;
    }
    return claim(((Fact.Related) fact).claim());
  }

  private static String list(List<Expr> exprs) {
    return String.join(", ", exprs.stream().map(e -> print(e, LOOSE)).toList());
  }

  private static String print(Expr expr, int context) {
    if (expr instanceof Expr.Number number) {
      return number.text();
    } else if (expr instanceof Expr.Text text) {
      return "\\text{" + escape(text.text()) + "}";
    } else if (expr instanceof Expr.Truth truth) {
      return "\\mathrm{" + truth.value() + "}";
    } else if (expr instanceof Expr.Name name) {
      return name(name.name());
    } else if (expr instanceof Expr.Call call) {
      return call(call);
    } else if (expr instanceof Expr.Ellipsis) {
      return "\\dots";
    } else if (expr instanceof Expr.Dot) {
      return "\\cdot";
    } else if (expr instanceof Expr.Mean mean) {
      return mean(mean);
    } else if (expr instanceof Expr.Index index) {
      return index(index);
    } else if (expr instanceof Expr.Tuple tuple) {
      return "(" + list(tuple.items()) + ")";
    } else if (expr instanceof Expr.ListOf listed) {
      return "[" + list(listed.items()) + "]";
    } else if (expr instanceof Expr.Each each) {
      String chosen = each.condition().map(c -> ",\\, " + print(c, RELATION)).orElse("");
      String over = name(each.item()) + " \\in " + print(each.list(), SUM) + chosen;
      return "\\left[" + print(each.body(), LOOSE) + "\\right]_{" + over + "}";
    } else if (expr instanceof Expr.SetOf set) {
      return "\\{" + list(set.items()) + "\\}";
    } else if (expr instanceof Expr.Table table) {
      List<String> entries = new ArrayList<>();
      table
          .entries()
          .forEach(e -> entries.add(print(e.key(), 0) + " \\mapsto " + print(e.value(), 0)));
      return "\\{" + String.join(", ", entries) + "\\}";
    }
    return operation(expr, context);
  }

  private static String operation(Expr expr, int context) {
    if (expr instanceof Expr.Unary unary) {
      if (unary.operator().equals("'")) {
        return print(unary.operand(), POWER) + "^{\\top}";
      }
      boolean not = unary.operator().equals("not");
      return wrap((not ? "\\neg " : "-") + print(unary.operand(), PRODUCT), context > SUM);
    } else if (expr instanceof Expr.Binary binary) {
      return binary(binary, context);
    } else if (expr instanceof Expr.Range range) {
      return print(range.from(), SUM) + ",\\dots," + print(range.to(), SUM);
    } else if (expr instanceof Expr.Sum sum) {
      return wrap(sum(sum), context > SUM);
    } else if (expr instanceof Expr.Conditional choice) {
      return "\\begin{cases}"
          + print(choice.then(), LOOSE)
          + " & \\text{if } "
          + print(choice.condition(), LOOSE)
          + " \\\\ "
          + print(choice.otherwise(), LOOSE)
          + " & \\text{else}\\end{cases}";
    }
    if (expr instanceof Expr.Rate rate) {
      String operator = "\\lim_{n \\to \\infty} \\frac{1}{n} ";
      return wrap(
          operator + print(rate.measure().ofPrefixes("n", e -> true), PRODUCT), context > SUM);
    }
    Expr.Optimum optimum = (Expr.Optimum) expr;
    StringBuilder law = new StringBuilder(print(optimum.law(), LOOSE));
    for (Expr.Binary constraint : optimum.constraints()) {
      law.append(law.indexOf(":") < 0 ? ":\\, " : ",\\, ").append(print(constraint, LOOSE));
    }
    String operator =
        optimum.argument()
            ? "\\operatorname*{" + optimum.operator() + "}"
            : "\\" + optimum.operator();
    String under = optimum.under().map(of -> print(of, LOOSE) + " \\text{ under } ").orElse("");
    return wrap(
        under + operator + "_{" + law + "} " + print(optimum.objective(), PRODUCT), context > SUM);
  }

  /** The densities below the sign are those that the outcomes are drawn from. */
  private static String mean(Expr.Mean mean) {
    List<String> draws = new ArrayList<>();
    for (Expr.Draw draw : mean.draws()) {
      draws.add(list(draw.outcomes()) + " \\sim " + print(draw.density(), RELATION));
    }
    String below = String.join(",\\, ", draws);
    return "\\mathbb{E}_{" + below + "}\\left[" + print(mean.body(), LOOSE) + "\\right]";
  }

  private static String sum(Expr.Sum sum) {
    String body = print(sum.body(), PRODUCT);
    if (!sum.adds()) {
      String domain = print(sum.domain(), LOOSE);
      String operator = "\\operatorname{" + sum.operator() + "}";
      return operator + "_{" + name(sum.binder()) + " \\in " + domain + "} " + body;
    }
    if (sum.domain() instanceof Expr.Range range) {
      return "\\sum_{"
          + name(sum.binder())
          + "="
          + print(range.from(), LOOSE)
          + "}^{"
          + print(range.to(), LOOSE)
          + "} "
          + body;
    }
    return "\\sum_{" + name(sum.binder()) + " \\in " + print(sum.domain(), LOOSE) + "} " + body;
  }

  private static String binary(Expr.Binary binary, int context) {
    String operator = binary.operator();
    if (operator.equals("^")) {
      return print(binary.left(), POWER) + "^{" + print(bare(binary.right()), LOOSE) + "}";
    } else if (operator.equals("/")) {
      boolean small = isSmall(binary.left()) && isSmall(binary.right());
      String above = print(binary.left(), small ? LOOSE : PRODUCT);
      return small
          ? "\\frac{" + above + "}{" + print(binary.right(), LOOSE) + "}"
          : wrap(above + " / " + print(binary.right(), POWER), context > PRODUCT);
    }
    int level =
        switch (operator) {
          case "*", "mod" -> PRODUCT;
          case "+", "-", "xor" -> SUM;
          default -> RELATION;
        };
    int right = operator.equals("-") ? level + 1 : level;
    String text =
        print(binary.left(), level) + " " + sign(operator) + " " + print(binary.right(), right);
    return wrap(text.replace(" \\, ", "\\,"), context > level);
  }

  private static boolean isSmall(Expr expr) {
    return expr instanceof Expr.Number || expr instanceof Expr.Name;
  }

  /** The one item of parentheses that only grouped it. */
  private static Expr bare(Expr expr) {
    return expr instanceof Expr.Tuple tuple && tuple.items().size() == 1
        ? tuple.items().get(0)
        : expr;
  }

  private static String index(Expr.Index index) {
    String inside = list(index.arguments());
    if (index.base() instanceof Expr.Name name
        && (name.name().equals("E") || name.name().equals("Var"))) {
      String head = name.name().equals("E") ? "\\mathbb{E}" : "\\mathrm{Var}";
      String given = index.given().map(g -> " \\mid " + print(g, LOOSE)).orElse("");
      return head + "[" + inside + given + "]";
    }
    boolean block = index.arguments().size() == 1 && index.arguments().get(0) instanceof Expr.Range;
    if (block) {
      Expr.Range range = (Expr.Range) index.arguments().get(0);
      String from = "_{" + print(range.from(), LOOSE) + "}";
      return print(index.base(), POWER) + from + "^{" + print(range.to(), LOOSE) + "}";
    }
    return print(index.base(), POWER) + "_{" + inside + "}";
  }

  private static String call(Expr.Call call) {
    StringBuilder out = new StringBuilder(head(call.name()));
    out.append('(');
    for (int i = 0; i < call.slots().size(); i++) {
      if (i > 0) {
        out.append(separator(call.separators().get(i - 1)));
      }
      out.append(list(call.slots().get(i)));
    }
    return out.append(')').toString();
  }

  private static String head(String name) {
    return switch (name) {
      case "log2" -> "\\log_2";
      case "ln", "log", "exp", "max", "min" -> "\\" + name;
      case "h2" -> "h_2";
      default -> name(name);
    };
  }

  private static String separator(String separator) {
    return switch (separator) {
      case "->" -> " \\to ";
      case "||" -> " \\,\\|\\, ";
      case "|" -> " \\mid ";
      default -> "; ";
    };
  }

  private static String sign(String operator) {
    return switch (operator) {
      case "==", "=" -> "=";
      case "!=" -> "\\neq";
      case "<=" -> "\\le";
      case ">=" -> "\\ge";
      case "*" -> "\\,";
      case "xor" -> "\\oplus";
      case "mod" -> "\\bmod";
      case "and" -> "\\wedge";
      case "or" -> "\\vee";
      default -> operator;
    };
  }

  private static String wrap(String text, boolean needed) {
    return needed ? "\\left(" + text + "\\right)" : text;
  }

  /** A letter stays a letter, with its digits below; a word is set upright. */
  private static String name(String name) {
    int digits = name.length();
    while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    String stem = name.substring(0, digits);
    String below = digits == name.length() ? "" : "_{" + name.substring(digits) + "}";
    if (stem.length() == 1) {
      return stem + below;
    } else if (stem.length() == 2 && stem.endsWith("h")) {
      return "\\hat{" + stem.charAt(0) + "}" + below;
    }
    return (Symbols.isGreek(stem) ? "\\" + stem : "\\mathrm{" + escape(stem) + "}") + below;
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\textbackslash{}");
        case '^', '~' -> out.append('\\').append(c).append("{}");
        case '#', '$', '%', '&', '_', '{', '}' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
