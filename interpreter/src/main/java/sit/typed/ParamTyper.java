package sit.typed;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.source.Source;
import sit.syntax.Expr;
import sit.syntax.Statement;

/** Gives declarations of scalars without a value their meaning. */
final class ParamTyper {
  private final Source source;
  private final Scope scope;
  private final Provider provider;

  ParamTyper(Source source, Scope scope, Provider provider) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
  }

  TypedStatement type(Statement.Param param) {
    Map<String, TypedStatement.Interval> intervals = new TreeMap<>();
    for (Statement.ParamName name : param.names()) {
      name.interval().ifPresent(i -> intervals.put(name.name(), interval(i, name)));
    }
    for (Statement.ParamName name : param.names()) {
      // a number between two others, so that it may stand wherever a number may
      Type type =
          name.indexed()
              ? Type.SEQUENCE
              : intervals.containsKey(name.name()) ? Type.NUMBER : Type.ANY;
      scope.declare(new Symbol(name.name(), Symbol.Kind.PARAMETER, name.arity(), type));
    }
    return new TypedStatement.Param(param.names(), intervals, param.any(), param.span());
  }

  private TypedStatement.Interval interval(Statement.Interval interval, Statement.ParamName name) {
    if (name.arity() > 0 || name.indexed()) {
      throw new TypeErrors(source)
          .misplaced(
              interval.span(),
              "only a scalar has an interval for its values",
              "leave the interval of `" + name.name() + "` out");
    }
    Optional<TypedExpr> from = end(interval.from());
    Optional<TypedExpr> to = end(interval.to());
    return new TypedStatement.Interval(
        from, to, interval.fromIn(), interval.toIn(), interval.span());
  }

  /** An end; {@code inf} and {@code -inf} are none. */
  private Optional<TypedExpr> end(Expr expr) {
    Expr size = expr instanceof Expr.Unary unary ? unary.operand() : expr;
    boolean infinite =
        size instanceof Expr.Name name
            && name.name().equals("inf")
            && scope.symbol("inf").isEmpty();
    return infinite
        ? Optional.empty()
        : Optional.of(new ExprTyper(source, scope, provider).type(expr));
  }
}
