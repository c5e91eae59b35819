package sit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
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
      Expr left = condition(and.condition(0));
      return new Expr.Binary("and", left, condition(and.condition(1)), span(context));
    } else if (context instanceof SitParser.OrConditionContext or) {
      Expr left = condition(or.condition(0));
      return new Expr.Binary("or", left, condition(or.condition(1)), span(context));
    }
    SitParser.ComparisonConditionContext comparison =
        (SitParser.ComparisonConditionContext) context;
    Expr left = expr(comparison.expr(0));
    if (comparison.comparison() == null) {
      return left;
    }
    String operator = comparison.comparison().getStart().getText();
    return new Expr.Binary(operator, left, expr(comparison.expr(1)), span(context));
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
      return index(expr(index.expr()), index.brackets(), span(context));
    } else if (context instanceof SitParser.TransposeExprContext transpose) {
      return new Expr.Unary("'", expr(transpose.expr()), span(context));
    } else if (context instanceof SitParser.PowerExprContext power) {
      Expr base = expr(power.expr());
      return new Expr.Binary("^", base, exponent(power.exponent()), span(context));
    } else if (context instanceof SitParser.JuxtaposedExprContext product) {
      Expr factor = number(product.FACTOR(0));
      if (product.DIVIDE() != null) {
        Expr lower = number(product.FACTOR(1));
        factor = new Expr.Binary("/", factor, lower, factor.span().to(lower.span()));
      }
      return new Expr.Binary("*", factor, juxtaposed(product.juxtaposed()), span(context));
    } else if (context instanceof SitParser.LogExprContext log) {
      return logarithm(log.LOG(), expr(log.expr()), span(context));
    } else if (context instanceof SitParser.MeanExprContext mean) {
      return new Expr.Mean(draws(mean.draws()), expr(mean.expr()), span(context));
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
    if (context instanceof SitParser.UnderExprContext under) {
      return optimum(under.optimum(), Optional.of(expr(under.expr())), span(context));
    }
    SitParser.OptimumContext optimum = ((SitParser.OptimumExprContext) context).optimum();
    return optimum(optimum, Optional.empty(), span(context));
  }

  private Expr optimum(SitParser.OptimumContext optimum, Optional<Expr> under, Span at) {
    boolean argument = optimum.ARGMIN() != null || optimum.ARGMAX() != null;
    boolean maximum = optimum.MAX() != null || optimum.ARGMAX() != null;
    List<Expr.Binary> constraints = new ArrayList<>();
    for (SitParser.ConstraintContext constraint : optimum.constraint()) {
      Token relation = constraint.relation().getStart();
      String operator = relation.getType() == SitLexer.EQUALS ? "=" : relation.getText();
      Expr left = expr(constraint.expr(0));
      Expr right = expr(constraint.expr(1));
      constraints.add(new Expr.Binary(operator, left, right, span(constraint)));
    }
    Expr objective = expr(optimum.expr());
    Expr.Call law = call(optimum.call());
    return new Expr.Optimum(maximum, argument, under, objective, law, constraints, at);
  }

  /**
   * A chain of operators of one level is built from its left end, without recursion down the left.
   */
  private Expr chain(SitParser.ExprContext context) {
    Deque<SitParser.ExprContext> chain = new ArrayDeque<>();
    SitParser.ExprContext left = context;
    while (left instanceof SitParser.ProductExprContext
        || left instanceof SitParser.AdditionExprContext) {
      chain.push(left);
      left = (SitParser.ExprContext) left.getChild(0);
    }
    Expr result = expr(left);
    for (SitParser.ExprContext link : chain) {
      Token token = ((TerminalNode) link.getChild(1)).getSymbol();
      SitParser.ExprContext right = (SitParser.ExprContext) link.getChild(2);
      if (link instanceof SitParser.ProductExprContext && endsInLogarithm(link.getChild(0))) {
        throw new ReportedError(errors.ambiguousLogarithm(span(link)));
      }
      boolean product = right instanceof SitParser.JuxtaposedExprContext;
      boolean divides = token.getType() == SitLexer.DIVIDE || token.getType() == SitLexer.MOD;
      if (product && divides) {
        throw new ReportedError(
            errors.ambiguousProduct(new Span(span(link).start(), span(right).end())));
      }
      result = new Expr.Binary(token.getText(), result, expr(right), span(link));
    }
    return result;
  }

  /** Whether what stands before {@code *} or {@code /} ends in a logarithm without parentheses. */
  private static boolean endsInLogarithm(ParseTree left) {
    if (left instanceof SitParser.ProductExprContext product) {
      return endsInLogarithm(product.getChild(2));
    } else if (left instanceof SitParser.JuxtaposedExprContext product) {
      return product.juxtaposed().LOG() != null;
    } else if (left instanceof SitParser.NegateExprContext negate) {
      return endsInLogarithm(negate.expr());
    }
    return left instanceof SitParser.LogExprContext;
  }

  private static Expr logarithm(TerminalNode word, Expr of, Span span) {
    Span name = TokenReader.span(word.getSymbol());
    return new Expr.Call(word.getText(), name, List.of(List.of(of)), List.of(), span);
  }

  private Expr mean(SitParser.MeanContext mean) {
    return new Expr.Mean(draws(mean.draws()), condition(mean.condition()), span(mean));
  }

  private List<Expr.Draw> draws(SitParser.DrawsContext context) {
    List<Expr.Draw> draws = new ArrayList<>();
    List<Expr> outcomes = new ArrayList<>();
    for (SitParser.DrawContext draw : context.draw()) {
      outcomes.add(expr(draw.expr(0)));
      if (draw.TILDE() != null) {
        draws.add(new Expr.Draw(outcomes, expr(draw.expr(1))));
        outcomes = new ArrayList<>();
      }
    }
    if (!outcomes.isEmpty()) {
      throw new ReportedError(errors.undrawn(outcomes.get(0).span()));
    }
    return draws;
  }

  private Expr sum(SitParser.SumExprContext sum) {
    Expr body = expr(sum.expr());
    String operator = sum.BINDING() == null ? Expr.Sum.SUM : sum.BINDING().getText();
    if (sum.binder() instanceof SitParser.RangeBinderContext range) {
      return new Expr.Sum(operator, range.name().getText(), expr(range.expr()), body, span(sum));
    }
    SitParser.ListBinderContext list = (SitParser.ListBinderContext) sum.binder();
    return new Expr.Sum(operator, list.name().getText(), expr(list.expr()), body, span(sum));
  }

  private Expr exponent(SitParser.ExponentContext context) {
    if (context instanceof SitParser.NegativeExponentContext negative) {
      return new Expr.Unary("-", exponent(negative.exponent()), span(context));
    }
    SitParser.PrimaryExponentContext positive = (SitParser.PrimaryExponentContext) context;
    Expr base = primary(positive.primary());
    return positive.exponent() == null
        ? base
        : new Expr.Binary("^", base, exponent(positive.exponent()), span(context));
  }

  private Expr juxtaposed(SitParser.JuxtaposedContext context) {
    if (context.LOG() != null) {
      return logarithm(context.LOG(), juxtaposed(context.juxtaposed()), span(context));
    }
    Expr result =
        context.mean() != null
            ? mean(context.mean())
            : context.paren() == null ? named(context.named()) : paren(context.paren());
    for (SitParser.BracketsContext brackets : context.brackets()) {
      result = index(result, brackets, result.span().to(span(brackets)));
    }
    return context.exponent() == null
        ? result
        : new Expr.Binary("^", result, exponent(context.exponent()), span(context));
  }

  /** Several conditions after the bar are one: all of them hold. */
  private Expr index(Expr base, SitParser.BracketsContext brackets, Span span) {
    List<Expr> arguments = new ArrayList<>();
    Expr given = null;
    int bar = brackets.BAR() == null ? Integer.MAX_VALUE : start(brackets.BAR().getSymbol());
    for (SitParser.ConditionContext context : brackets.condition()) {
      Expr part = condition(context);
      if (start(context.getStart()) < bar) {
        arguments.add(part);
      } else if (given == null) {
        given = part;
      } else {
        given = new Expr.Binary("and", given, part, given.span().to(part.span()));
      }
    }
    return new Expr.Index(base, arguments, Optional.ofNullable(given), span);
  }

  private static int start(Token token) {
    return token.getStartIndex();
  }

  List<Statement.ParamName> params(List<SitParser.ParamItemContext> items) {
    return new ParamBuilder(this, errors).params(items);
  }

  Expr primary(SitParser.PrimaryContext context) {
    if (context instanceof SitParser.NumberPrimaryContext number) {
      return number(number.NUMBER());
    } else if (context instanceof SitParser.StringPrimaryContext text) {
      return new Expr.Text(unquote(text.STRING().getText()), span(context));
    } else if (context instanceof SitParser.BooleanPrimaryContext truth) {
      return new Expr.Truth(truth.TRUE() != null, span(context));
    } else if (context instanceof SitParser.NamedPrimaryContext named) {
      return named(named.named());
    } else if (context instanceof SitParser.RatePrimaryContext rate) {
      return new Expr.Rate(call(rate.call()), span(context));
    } else if (context instanceof SitParser.ParenPrimaryContext paren) {
      return paren(paren.paren());
    } else if (context instanceof SitParser.MeanPrimaryContext mean) {
      return mean(mean.mean());
    } else if (context instanceof SitParser.ListPrimaryContext list) {
      return list(list);
    }
    return brace((SitParser.BracePrimaryContext) context);
  }

  private Expr list(SitParser.ListPrimaryContext list) {
    List<Expr> items = conditions(list.condition());
    SitParser.EachContext each = list.each();
    if (each == null) {
      return new Expr.ListOf(items, span(list));
    }
    Optional<Expr> chosen =
        each.IF() == null ? Optional.empty() : Optional.of(condition(each.condition()));
    String item = each.name().getText();
    return new Expr.Each(item, expr(each.expr()), chosen, items.get(0), span(list));
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
        throw new ReportedError(errors.mixedEntries(span(entry)));
      }
    }
    return entries.isEmpty()
        ? new Expr.SetOf(items, span(brace))
        : new Expr.Table(entries, span(brace));
  }

  private Expr named(SitParser.NamedContext context) {
    return context.arguments() == null
        ? new Expr.Name(context.getText(), span(context))
        : call(context, context.arguments());
  }

  Expr.Call call(SitParser.CallContext context) {
    return call(context, context.arguments());
  }

  /** A process, or several taken together. */
  Expr member(SitParser.MemberContext context) {
    return context.paren() == null
        ? new Expr.Name(context.getText(), span(context))
        : paren(context.paren());
  }

  /** What stands in parentheses behind the name of a property: one slot of expressions. */
  List<Expr> parameters(SitParser.ArgumentsContext arguments) {
    List<Expr> all = new ArrayList<>();
    arguments.slot().forEach(slot -> all.addAll(conditions(slot.condition())));
    return all;
  }

  /** A call, whose name is the first token of {@code context}. */
  private Expr.Call call(ParserRuleContext context, SitParser.ArgumentsContext arguments) {
    List<List<Expr>> slots = new ArrayList<>();
    for (SitParser.SlotContext slot : arguments.slot()) {
      slots.add(
          slot.ELLIPSIS() != null
              ? List.of(new Expr.Ellipsis(span(slot)))
              : slot.DOT() != null
                  ? List.of(new Expr.Dot(span(slot)))
                  : conditions(slot.condition()));
    }
    List<String> separators = new ArrayList<>();
    for (SitParser.SlotSeparatorContext separator : arguments.slotSeparator()) {
      separators.add(separator.getStart().getText());
    }
    Span nameSpan = TokenReader.span(context.getStart());
    String name = context.getStart().getText();
    if (slots.size() == 1 && slots.get(0).isEmpty()) {
      slots = List.of();
    }
    return new Expr.Call(name, nameSpan, slots, separators, span(context));
  }

  private static Expr number(TerminalNode node) {
    return new Expr.Number(node.getText(), TokenReader.span(node.getSymbol()));
  }

  static String unquote(String quoted) {
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
