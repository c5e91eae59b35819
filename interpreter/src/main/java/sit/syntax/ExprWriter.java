package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;

/**
 * Writes an expression as lexemes, with the fewest parentheses that keep its tree. An operand that
 * is a prefix (a negation, a sum, a choice) takes in what follows it, so it needs parentheses only
 * where something that binds as tightly follows.
 */
final class ExprWriter {
  /** An optimum stands alone or in parentheses, so that its {@code over} belongs to no other. */
  private static final int OPTIMUM = 0;

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;

  /** The least binding of what may stand without parentheses where no condition may. */
  static final int EXPR = 5;

  private static final int CHOICE = 6;
  private static final int RANGE = 7;
  private static final int ADDITION = 8;
  private static final int SUM = 9;
  private static final int PRODUCT = 10;
  private static final int NEGATION = 11;
  private static final int POWER = 12;
  private static final int INDEX = 13;
  private static final int PRIMARY = 14;

  private final List<Lexeme> out = new ArrayList<>();

  List<Lexeme> lexemes() {
    return out;
  }

  void add(int type, String text) {
    out.add(new Lexeme(type, text));
  }

  void name(String name) {
    add(SitLexer.NAME, name);
  }

  /** Writes a condition or an expression that ends where its surroundings end it. */
  void condition(Expr expr) {
    write(expr, 0, 0);
  }

  /** Writes an expression where a condition would need parentheses. */
  void expr(Expr expr) {
    write(expr, EXPR, 0);
  }

  void conditions(List<Expr> exprs) {
    for (int i = 0; i < exprs.size(); i++) {
      if (i > 0) {
        add(SitLexer.COMMA, ",");
      }
      item(exprs.get(i), exprs.size() > 1);
    }
  }

  /** An item of a list; what a comma after it would give one more constraint is in parentheses. */
  private void item(Expr expr, boolean several) {
    boolean constrained = expr instanceof Expr.Optimum o && !o.constraints().isEmpty();
    if (several && constrained) {
      parenthesised(expr);
    } else {
      condition(expr);
    }
  }

  void parenthesised(Expr expr) {
    add(SitLexer.LEFT_PAREN, "(");
    condition(expr);
    add(SitLexer.RIGHT_PAREN, ")");
  }

  /**
   * Writes an expression.
   *
   * @param level what it must bind at least as tightly as
   * @param follow how tightly the operator binds that comes next; 0 if none comes
   */
  private void write(Expr expr, int level, int follow) {
    int own = binding(expr);
    boolean prefix =
        expr instanceof Expr.Sum
            || expr instanceof Expr.Conditional
            || expr instanceof Expr.Unary && own == NEGATION;
    if (prefix ? follow >= own : own < level) {
      parenthesised(expr);
    } else if (expr instanceof Expr.Binary binary) {
      binary(binary, own, follow);
    } else if (own == INDEX && expr instanceof Expr.Unary unary) {
      write(unary.operand(), INDEX, INDEX);
      add(SitLexer.PRIME, "'");
    } else if (expr instanceof Expr.Unary unary) {
      add(own == NOT ? SitLexer.NOT : SitLexer.MINUS, unary.operator());
      write(unary.operand(), own, follow);
    } else if (expr instanceof Expr.Range range) {
      write(range.from(), RANGE, RANGE);
      add(SitLexer.RANGE, "..");
      write(range.to(), RANGE + 1, follow);
    } else if (expr instanceof Expr.Sum sum) {
      sum(sum);
      write(sum.body(), SUM, follow);
    } else if (expr instanceof Expr.Conditional choice) {
      add(SitLexer.IF, "if");
      // an optimum in parentheses, so that its `over` belongs to no other
      write(choice.condition(), OR, 0);
      add(SitLexer.THEN, "then");
      expr(choice.then());
      add(SitLexer.ELSE, "else");
      write(choice.otherwise(), EXPR, follow);
    } else if (expr instanceof Expr.Optimum optimum) {
      if (optimum.under().isPresent()) {
        expr(optimum.under().get());
        add(SitLexer.UNDER, "under");
      }
      add(SitLexer.MAX, optimum.operator());
      expr(optimum.objective());
      add(SitLexer.OVER, "over");
      call(optimum.law());
      constraints(optimum.constraints());
    } else {
      primary(expr);
    }
  }

  private void constraints(List<Expr.Binary> constraints) {
    for (int i = 0; i < constraints.size(); i++) {
      if (i == 0) {
        add(SitLexer.SUBJECT, "subject");
        add(SitLexer.TO, "to");
      } else {
        add(SitLexer.COMMA, ",");
      }
      expr(constraints.get(i).left());
      add(operatorType(constraints.get(i).operator()), constraints.get(i).operator());
      expr(constraints.get(i).right());
    }
  }

  private void binary(Expr.Binary binary, int own, int follow) {
    String operator = binary.operator();
    if (own == POWER) {
      write(binary.left(), INDEX, POWER);
      add(SitLexer.POWER, "^");
      exponent(binary.right());
      return;
    }
    boolean comparison = own == COMPARISON;
    write(binary.left(), comparison ? EXPR : own, own);
    add(operatorType(operator), operator);
    write(binary.right(), own + 1, follow);
  }

  private void exponent(Expr expr) {
    if (expr instanceof Expr.Unary unary && unary.operator().equals("-")) {
      add(SitLexer.MINUS, "-");
      exponent(unary.operand());
    } else if (expr instanceof Expr.Binary power && power.operator().equals("^")) {
      write(power.left(), PRIMARY, POWER);
      add(SitLexer.POWER, "^");
      exponent(power.right());
    } else if (binding(expr) == PRIMARY) {
      primary(expr);
    } else {
      parenthesised(expr);
    }
  }

  private void sum(Expr.Sum sum) {
    add(sum.adds() ? SitLexer.SUM : SitLexer.NAME, sum.operator());
    add(SitLexer.LEFT_BRACKET, "[");
    name(sum.binder());
    boolean range = sum.adds() && sum.domain() instanceof Expr.Range;
    add(range ? SitLexer.IS : SitLexer.IN, range ? "=" : "in");
    expr(sum.domain());
    add(SitLexer.RIGHT_BRACKET, "]");
  }

  private void primary(Expr expr) {
    if (expr instanceof Expr.Number number) {
      add(SitLexer.NUMBER, number.text());
    } else if (expr instanceof Expr.Text text) {
      add(SitLexer.STRING, SyntaxPrinter.quoted(text.text()));
    } else if (expr instanceof Expr.Truth truth) {
      add(truth.value() ? SitLexer.TRUE : SitLexer.FALSE, Boolean.toString(truth.value()));
    } else if (expr instanceof Expr.Name name) {
      name(name.name());
    } else if (expr instanceof Expr.Call call) {
      call(call);
    } else if (expr instanceof Expr.Rate rate) {
      add(SitParser.RATE, "rate");
      call(rate.measure());
    } else if (expr instanceof Expr.Ellipsis) {
      add(SitLexer.ELLIPSIS, "...");
    } else if (expr instanceof Expr.Dot) {
      add(SitLexer.DOT, ".");
    } else if (expr instanceof Expr.Mean mean) {
      mean(mean);
    } else if (expr instanceof Expr.Index index) {
      index(index);
    } else if (expr instanceof Expr.Tuple tuple) {
      add(SitLexer.LEFT_PAREN, "(");
      conditions(tuple.items());
      add(SitLexer.RIGHT_PAREN, ")");
    } else if (expr instanceof Expr.ListOf list) {
      add(SitLexer.LEFT_BRACKET, "[");
      conditions(list.items());
      add(SitLexer.RIGHT_BRACKET, "]");
    } else if (expr instanceof Expr.Each each) {
      each(each);
    } else {
      add(SitLexer.LEFT_BRACE, "{");
      if (expr instanceof Expr.SetOf set) {
        conditions(set.items());
      } else if (expr instanceof Expr.Table table) {
        entries(table.entries());
      }
      add(SitLexer.RIGHT_BRACE, "}");
    }
  }

  private void each(Expr.Each each) {
    add(SitLexer.LEFT_BRACKET, "[");
    condition(each.body());
    add(SitLexer.FOR, "for");
    name(each.item());
    add(SitLexer.IN, "in");
    expr(each.list());
    if (each.condition().isPresent()) {
      add(SitLexer.IF, "if");
      condition(each.condition().get());
    }
    add(SitLexer.RIGHT_BRACKET, "]");
  }

  private void entries(List<Expr.Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        add(SitLexer.COMMA, ",");
      }
      condition(entries.get(i).key());
      add(SitLexer.COLON, ":");
      item(entries.get(i).value(), entries.size() > 1);
    }
  }

  private void mean(Expr.Mean mean) {
    name("E");
    add(SitLexer.LEFT_BRACKET, "[");
    for (int i = 0; i < mean.draws().size(); i++) {
      if (i > 0) {
        add(SitLexer.COMMA, ",");
      }
      Expr.Draw draw = mean.draws().get(i);
      for (int k = 0; k < draw.outcomes().size(); k++) {
        if (k > 0) {
          add(SitLexer.COMMA, ",");
        }
        expr(draw.outcomes().get(k));
      }
      add(SitLexer.TILDE, "~");
      expr(draw.density());
    }
    add(SitLexer.RIGHT_BRACKET, "]");
    add(SitLexer.LEFT_BRACKET, "[");
    condition(mean.body());
    add(SitLexer.RIGHT_BRACKET, "]");
  }

  private void index(Expr.Index index) {
    write(index.base(), INDEX, INDEX);
    add(SitLexer.LEFT_BRACKET, "[");
    conditions(index.arguments());
    if (index.given().isPresent()) {
      add(SitLexer.BAR, "|");
      condition(index.given().get());
    }
    add(SitLexer.RIGHT_BRACKET, "]");
  }

  void call(Expr.Call call) {
    name(call.name());
    add(SitLexer.LEFT_PAREN, "(");
    for (int i = 0; i < call.slots().size(); i++) {
      if (i > 0) {
        String separator = call.separators().get(i - 1);
        add(separatorType(separator), separator);
      }
      conditions(call.slots().get(i));
    }
    add(SitLexer.RIGHT_PAREN, ")");
  }

  private static int separatorType(String separator) {
    return switch (separator) {
      case ";" -> SitLexer.SEMICOLON;
      case "->" -> SitLexer.ARROW;
      case "||" -> SitLexer.BARS;
      default -> SitLexer.BAR;
    };
  }

  private static int binding(Expr expr) {
    if (expr instanceof Expr.Binary binary) {
      return switch (binary.operator()) {
        case "or" -> OR;
        case "and" -> AND;
        case "+", "-", "xor" -> ADDITION;
        case "*", "/", "mod" -> PRODUCT;
        case "^" -> POWER;
        default -> COMPARISON;
      };
    } else if (expr instanceof Expr.Unary unary) {
      return switch (unary.operator()) {
        case "not" -> NOT;
        case "'" -> INDEX;
        default -> NEGATION;
      };
    } else if (expr instanceof Expr.Range) {
      return RANGE;
    } else if (expr instanceof Expr.Sum) {
      return SUM;
    } else if (expr instanceof Expr.Conditional) {
      return CHOICE;
    } else if (expr instanceof Expr.Optimum) {
      return OPTIMUM;
    }
    return expr instanceof Expr.Index ? INDEX : PRIMARY;
  }

  static int operatorType(String operator) {
    return switch (operator) {
      case "or" -> SitLexer.OR;
      case "and" -> SitLexer.AND;
      case "+" -> SitLexer.PLUS;
      case "-" -> SitLexer.MINUS;
      case "xor" -> SitLexer.XOR;
      case "*" -> SitLexer.TIMES;
      case "/" -> SitLexer.DIVIDE;
      case "mod" -> SitLexer.MOD;
      case "^" -> SitLexer.POWER;
      case "=" -> SitLexer.IS;
      case "==" -> SitLexer.EQUALS;
      case "!=" -> SitLexer.DIFFERS;
      case "<=" -> SitLexer.AT_MOST;
      case ">=" -> SitLexer.AT_LEAST;
      case "<" -> SitLexer.LESS;
      default -> SitLexer.GREATER;
    };
  }
}
