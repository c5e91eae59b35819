package sit.typed;

import java.util.List;
import java.util.Optional;
import sit.source.Source;
import sit.syntax.Statement;

/** Gives what is to be drawn or listed its meaning. */
final class PlotTyper {
  private final Source source;
  private final Scope scope;
  private final Provider provider;

  PlotTyper(Source source, Scope scope, Provider provider) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
  }

  TypedStatement type(Statement.Plot plot) {
    ExprTyper outer = new ExprTyper(source, scope, provider);
    if (plot.sweep().isEmpty()) {
      List<TypedExpr> shown = outer.types(plot.shown());
      return new TypedStatement.Plot(plot.table(), shown, Optional.empty(), plot.span());
    }
    Statement.Sweep sweep = plot.sweep().get();
    TypedExpr domain = outer.type(sweep.domain());
    if (domain.type() != Type.LIST && domain.type() != Type.ANY) {
      throw new TypeErrors(source)
          .wrongKind(
              sweep.domain().span(),
              "what `" + sweep.name() + "` runs through",
              "a range or a list",
              domain.type());
    }
    Optional<TypedExpr> step = sweep.step().map(outer::type);
    Type type = domain instanceof TypedExpr.Range ? Type.NUMBER : Type.ANY;
    Scope inner = scope.inner();
    inner.declare(new Symbol(sweep.name(), Symbol.Kind.VALUE, 0, type));
    ExprTyper inside = new ExprTyper(source, inner, provider);
    List<TypedExpr> shown = inside.types(plot.shown());
    boolean counts = shown.stream().anyMatch(expr -> counts(expr, sweep.name()));
    TypedStatement.Sweep typed = new TypedStatement.Sweep(sweep.name(), domain, step, counts);
    return new TypedStatement.Plot(plot.table(), shown, Optional.of(typed), plot.span());
  }

  /** Whether a name stands in an index, an end of a block or of a sum. */
  private static boolean counts(TypedExpr expr, String name) {
    List<TypedExpr> whole =
        expr instanceof TypedExpr.Select select
            ? List.of(select.at())
            : expr instanceof TypedExpr.Slice slice
                ? List.of(slice.from(), slice.to())
                : expr instanceof TypedExpr.SumOver sum
                    ? List.of(sum.from(), sum.to())
                    : expr instanceof TypedExpr.Range range
                        ? List.of(range.from(), range.to())
                        : List.of();
    return whole.stream().anyMatch(part -> mentions(part, name))
        || expr.children().stream().anyMatch(part -> counts(part, name));
  }

  private static boolean mentions(TypedExpr expr, String name) {
    return expr instanceof TypedExpr.Reference reference && reference.name().equals(name)
        || expr.children().stream().anyMatch(part -> mentions(part, name));
  }
}
