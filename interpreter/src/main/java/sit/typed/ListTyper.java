package sit.typed;

import java.util.Optional;
import sit.syntax.Expr;

/** The meaning of what is made for every item of a list, and of the items of lists, maps, laws. */
final class ListTyper {
  private final ExprTyper exprs;
  private final Scope scope;
  private final TypeErrors errors;

  ListTyper(ExprTyper exprs, Scope scope, TypeErrors errors) {
    this.exprs = exprs;
    this.scope = scope;
    this.errors = errors;
  }

  TypedExpr each(Expr.Each each) {
    TypedExpr list = exprs.type(each.list());
    requireList(list, "what `for` goes through");
    Scope inner = scope.inner();
    Optional<Dimensions> item =
        new DimensionTyper(errors.source(), scope)
            .of(list)
            .filter(all -> !all.isNumber())
            .map(Dimensions::item);
    boolean nested = item.filter(one -> !one.isNumber()).isPresent();
    Type type = list instanceof TypedExpr.Range ? Type.NUMBER : nested ? Type.LIST : Type.ANY;
    Symbol symbol = new Symbol(each.item(), Symbol.Kind.VALUE, 0, type);
    inner.declare(symbol);
    item.ifPresent(known -> inner.declare(symbol, known));
    ExprTyper inside = exprs.in(inner);
    Optional<TypedExpr> condition = each.condition().map(inside::type);
    condition.ifPresent(this::requireTruth);
    return new TypedExpr.Each(each.item(), list, condition, inside.type(each.body()), each.span());
  }

  void requireList(TypedExpr list, String what) {
    boolean fits =
        list.type() == Type.LIST || list.type() == Type.ANY || list.type() == Type.VARIABLES;
    if (!fits) {
      throw errors.wrongKind(list.span(), what, "a list or a range", list.type());
    }
  }

  private void requireTruth(TypedExpr condition) {
    boolean fits = condition.type() == Type.TRUTH || condition.type() == Type.ANY;
    if (!fits && !condition.type().isRandom()) {
      throw errors.wrongKind(
          condition.span(), "what follows `if`", "true or false", condition.type());
    }
  }

  /** Whether brackets behind something name items of a list, a map, a law or a kernel. */
  boolean isIndexed(TypedExpr base, Expr.Index index) {
    if (index.given().isPresent()) {
      return false;
    }
    boolean several = index.arguments().size() > 1;
    return switch (base.type()) {
      case LIST, MAP, LAW -> true;
      case ANY -> several || !(index.arguments().get(0) instanceof Expr.Range);
      default -> false;
    };
  }

  TypedExpr index(TypedExpr base, Expr.Index index) {
    TypedExpr item = base;
    for (Expr argument : index.arguments()) {
      boolean list = base.type() == Type.LIST;
      if (argument instanceof Expr.Range range) {
        if (index.arguments().size() > 1) {
          throw errors.badIndex(index.span());
        }
        TypedExpr from = exprs.type(range.from());
        item = new TypedExpr.Slice(item, from, exprs.type(range.to()), index.span());
        continue;
      }
      boolean keyed = list || isKeyed(base) || argument instanceof Expr.Text;
      TypedExpr at = keyed ? exprs.type(argument) : exprs.at(argument);
      boolean number = at.type() == Type.NUMBER || at.type() == Type.ANY || at.type().isRandom();
      if (list && !number) {
        throw errors.wrongKind(argument.span(), "an index", "a whole number", at.type());
      }
      item = new TypedExpr.Select(item, at, Type.ANY, index.span());
    }
    return item;
  }

  private static boolean isKeyed(TypedExpr base) {
    return base.type() == Type.MAP || base.type() == Type.LAW;
  }
}
