package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/** Turns the parser's trees of expressions into {@link Expr}. */
final class ExprBuilder {
  private final SyntaxErrors errors;

  ExprBuilder(Source source) {
    this.errors = new SyntaxErrors(source);
  }

  static Span span(ParserRuleContext context) {
    Token stop = context.getStop() == null ? context.getStart() : context.getStop();
    int start = context.getStart().getStartIndex();
    return new Span(start, Math.max(start, stop.getStopIndex() + 1));
  }

  Expr condition(SitParser.ConditionContext context) {
    if (context instanceof SitParser.NotConditionContext not) {
      return new Expr.Unary("not", condition(not.condition()), span(context));
    } else if (context instanceof SitParser.AndConditionContext and) {
      return binary("and", condition(and.condition(0)), condition(and.condition(1)));
    } else if (context instanceof SitParser.OrConditionContext or) {
      return binary("or", condition(or.condition(0)), condition(or.condition(1)));
    }
    SitParser.ComparisonConditionContext comparison =
        (SitParser.ComparisonConditionContext) context;
    Expr left = expr(comparison.expr(0));
    if (comparison.comparison() == null) {
      return left;
    }
    String operator = operator(comparison.comparison().getStart());
    return binary(operator, left, expr(comparison.expr(1)));
  }

  List<Expr> conditions(List<SitParser.ConditionContext> contexts) {
    List<Expr> all = new ArrayList<>();
    for (SitParser.ConditionContext context : contexts) {
      all.add(condition(context));
    }
    return all;
  }

  List<Expr> exprs(List<SitParser.ExprContext> contexts) {
    List<Expr> all = new ArrayList<>();
    for (SitParser.ExprContext context : contexts) {
      all.add(expr(context));
    }
    return all;
  }

  Expr expr(SitParser.ExprContext context) {
    if (context instanceof SitParser.PrimaryExprContext primary) {
      return primary(primary.primary());
    } else if (context instanceof SitParser.IndexExprContext index) {
      return index(expr(index.expr()), index.bracket(), span(context));
    } else if (context instanceof SitParser.PowerExprContext power) {
      return binary("^", expr(power.expr()), exponent(power.exponent()));
    } else if (context instanceof SitParser.JuxtaposedExprContext product) {
      Expr number = number(product.NUMBER());
      return binary("*", number, juxtaposed(product.juxtaposed()));
    } else if (context instanceof SitParser.FractionExprContext fraction) {
      Expr quotient = binary("/", number(fraction.NUMBER(0)), number(fraction.NUMBER(1)));
      return binary("*", quotient, juxtaposed(fraction.juxtaposed()));
    } else if (context instanceof SitParser.NegateExprContext negate) {
      return new Expr.Unary("-", expr(negate.expr()), span(context));
    } else if (context instanceof SitParser.ProductExprContext
        || context instanceof SitParser.AdditionExprContext) {
      return chain(context);
    } else if (context instanceof SitParser.SumExprContext sum) {
      return sum(sum);
    } else if (context instanceof SitParser.RangeExprContext range) {
      return new Expr.Range(expr(range.expr(0)), expr(range.expr(1)), span(context));
    } else if (context instanceof SitParser.IfExprContext choice) {
      Expr condition = condition(choice.condition());
      Expr then = expr(choice.expr(0));
      return new Expr.Conditional(condition, then, expr(choice.expr(1)), span(context));
    }
    SitParser.OptimumExprContext optimum = (SitParser.OptimumExprContext) context;
    boolean maximum = optimum.MAX() != null;
    return new Expr.Optimum(maximum, expr(optimum.expr()), call(optimum.call()), span(context));
  }

  /** A chain of operators of one level is built from its left end, without recursion down the left. */
  private Expr chain(SitParser.ExprContext context) {
    List<Token> operators = new ArrayList<>();
    List<SitParser.ExprContext> rights = new ArrayList<>();
    SitParser.ExprContext left = context;
    while (true) {
      if (left instanceof SitParser.ProductExprContext product) {
        operators.add(0, ((TerminalNode) product.getChild(1)).getSymbol());
        rights.add(0, product.expr(1));
        left = product.expr(0);
      } else if (left instanceof SitParser.AdditionExprContext sum) {
        operators.add(0, ((TerminalNode) sum.getChild(1)).getSymbol());
        rights.add(0, sum.expr(1));
        left = sum.expr(0);
      } else {
        break;
      }
    }
    Expr result = expr(left);
    for (int i = 0; i < rights.size(); i++) {
      String operator = operator(operators.get(i));
      boolean product =
          rights.get(i) instanceof SitParser.JuxtaposedExprContext
              || rights.get(i) instanceof SitParser.FractionExprContext;
      if (product && operator.equals("/")) {
        throw new ReportedError(errors.ambiguousProduct(span(rights.get(i))));
      }
      result = binary(operator, result, expr(rights.get(i)));
    }
    return result;
  }

  private Expr sum(SitParser.SumExprContext sum) {
    Expr body = expr(sum.expr());
    if (sum.binder() instanceof SitParser.RangeBinderContext range) {
      return new Expr.Sum(range.name().getText(), expr(range.expr()), body, span(sum));
    }
    SitParser.ListBinderContext list = (SitParser.ListBinderContext) sum.binder();
    return new Expr.Sum(list.name().getText(), expr(list.expr()), body, span(sum));
  }

  private Expr exponent(SitParser.ExponentContext context) {
    if (context instanceof SitParser.NegativeExponentContext negative) {
      return new Expr.Unary("-", exponent(negative.exponent()), span(context));
    }
    SitParser.PrimaryExponentContext positive = (SitParser.PrimaryExponentContext) context;
    Expr base = primary(positive.primary());
    return positive.exponent() == null
        ? base
        : binary("^", base, exponent(positive.exponent()));
  }

  private Expr juxtaposed(SitParser.JuxtaposedContext context) {
    Expr result;
    if (context.call() != null) {
      result = call(context.call());
    } else if (context.paren() != null) {
      result = paren(context.paren());
    } else {
      TerminalNode name = context.NAME();
      result = new Expr.Name(name.getText(), Segments.span(name.getSymbol()));
    }
    int bracket = 0;
    for (int i = 1; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof TerminalNode node && node.getText().equals("[")) {
        List<SitParser.BracketContext> inside = new ArrayList<>();
        while (!context.getChild(++i).getText().equals("]")
            || !(context.getChild(i) instanceof TerminalNode)) {
          if (context.getChild(i) instanceof SitParser.BracketContext) {
            inside.add(context.bracket(bracket++));
          }
        }
        int end = ((TerminalNode) context.getChild(i)).getSymbol().getStopIndex() + 1;
        result = index(result, inside, new Span(result.span().start(), end));
      }
    }
    return context.exponent() == null
        ? result
        : binary("^", result, exponent(context.exponent()));
  }

  private Expr index(Expr base, List<SitParser.BracketContext> brackets, Span span) {
    List<Expr> arguments = new ArrayList<>();
    Optional<Expr> given = Optional.empty();
    for (SitParser.BracketContext bracket : brackets) {
      arguments.add(condition(bracket.condition(0)));
      if (bracket.condition().size() > 1) {
        given = Optional.of(condition(bracket.condition(1)));
      }
    }
    return new Expr.Index(base, arguments, given, span);
  }

  private Expr primary(SitParser.PrimaryContext context) {
    if (context instanceof SitParser.NumberPrimaryContext number) {
      return number(number.NUMBER());
    } else if (context instanceof SitParser.StringPrimaryContext text) {
      return new Expr.Text(unquote(text.STRING().getText()), span(context));
    } else if (context instanceof SitParser.BooleanPrimaryContext truth) {
      return new Expr.Truth(truth.TRUE() != null, span(context));
    } else if (context instanceof SitParser.CallPrimaryContext call) {
      return call(call.call());
    } else if (context instanceof SitParser.NamePrimaryContext name) {
      return new Expr.Name(name.getText(), span(context));
    } else if (context instanceof SitParser.ParenPrimaryContext paren) {
      return paren(paren.paren());
    } else if (context instanceof SitParser.ListPrimaryContext list) {
      return new Expr.ListOf(conditions(list.condition()), span(context));
    }
    return brace((SitParser.BracePrimaryContext) context);
  }

  private Expr paren(SitParser.ParenContext paren) {
    List<Expr> items = conditions(paren.condition());
    return items.size() == 1 ? items.get(0) : new Expr.Tuple(items, span(paren));
  }

  private Expr brace(SitParser.BracePrimaryContext brace) {
    List<Expr> items = new ArrayList<>();
    List<Expr.Entry> entries = new ArrayList<>();
    for (SitParser.EntryContext entry : brace.entry()) {
      Expr key = condition(entry.condition(0));
      if (entry.condition().size() == 1) {
        items.add(key);
      } else {
        entries.add(new Expr.Entry(key, condition(entry.condition(1))));
      }
      if (!items.isEmpty() && !entries.isEmpty()) {
        String wanted = "`key: value` for each, or for none";
        throw new ReportedError(errors.unexpected(span(entry), "entry", wanted));
      }
    }
    return entries.isEmpty()
        ? new Expr.SetOf(items, span(brace))
        : new Expr.Table(entries, span(brace));
  }

  Expr.Call call(SitParser.CallContext context) {
    List<List<Expr>> slots = new ArrayList<>();
    for (SitParser.SlotContext slot : context.slot()) {
      slots.add(
          slot.ELLIPSIS() != null
              ? List.of(new Expr.Ellipsis(span(slot)))
              : conditions(slot.condition()));
    }
    List<String> separators = new ArrayList<>();
    for (SitParser.SlotSeparatorContext separator : context.slotSeparator()) {
      separators.add(operator(separator.getStart()));
    }
    Span nameSpan = Segments.span(context.getStart());
    String name = context.getStart().getText();
    if (slots.size() == 1 && slots.get(0).isEmpty()) {
      slots = List.of();
    }
    return new Expr.Call(name, nameSpan, slots, separators, span(context));
  }

  private static Expr number(TerminalNode node) {
    return new Expr.Number(node.getText(), Segments.span(node.getSymbol()));
  }

  private static Expr binary(String operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right, left.span().to(right.span()));
  }

  /** The ASCII spelling of an operator. */
  static String operator(Token token) {
    return switch (token.getType()) {
      case SitLexer.ARROW -> "->";
      case SitLexer.BARS -> "||";
      case SitLexer.BAR -> "|";
      case SitLexer.DIFFERS -> "!=";
      case SitLexer.AT_MOST -> "<=";
      case SitLexer.AT_LEAST -> ">=";
      case SitLexer.MINUS -> "-";
      case SitLexer.TIMES -> "*";
      case SitLexer.XOR -> "xor";
      default -> token.getText();
    };
  }

  private static String unquote(String quoted) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length() - 1) {
        c = quoted.charAt(++i);
        out.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
