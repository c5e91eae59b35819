package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.grammar.SitParser;
import sit.source.ReportedError;
import sit.source.Span;

/** Turns declared scalars and their intervals into {@link Statement.ParamName}. */
final class ParamBuilder {
  private final ExprBuilder exprs;
  private final SyntaxErrors errors;

  ParamBuilder(ExprBuilder exprs, SyntaxErrors errors) {
    this.exprs = exprs;
    this.errors = errors;
  }

  /** The interval of a name is also that of those before it that have none: p, q in (0, 1). */
  List<Statement.ParamName> params(List<SitParser.ParamItemContext> items) {
    List<Statement.ParamName> all = new ArrayList<>();
    Optional<Statement.Interval> interval = Optional.empty();
    for (int i = items.size() - 1; i >= 0; i--) {
      SitParser.ParamItemContext item = items.get(i);
      int arity = item.parameters() == null ? 0 : item.parameters().name().size();
      boolean indexed = item.LEFT_BRACKET() != null;
      Span at = ExprBuilder.span(item.name(0));
      interval = item.interval() == null ? interval : interval(item.interval());
      all.add(0, new Statement.ParamName(item.name(0).getText(), arity, indexed, interval, at));
    }
    return all;
  }

  /** Nothing where it is no interval. */
  private Optional<Statement.Interval> interval(SitParser.IntervalContext context) {
    if (context.expr().size() == 2) {
      boolean fromIn = context.LEFT_BRACKET() != null;
      boolean toIn = context.RIGHT_BRACKET() != null;
      Expr to = exprs.expr(context.expr(1));
      return Optional.of(
          new Statement.Interval(
              exprs.expr(context.expr(0)), to, fromIn, toIn, ExprBuilder.span(context)));
    }
    Expr whole = exprs.expr(context.expr(0));
    if (!(whole instanceof Expr.Range range)) {
      throw new ReportedError(errors.notAnInterval(whole.span()));
    }
    return Optional.of(
        new Statement.Interval(range.from(), range.to(), true, true, ExprBuilder.span(context)));
  }
}
