package sit.typed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sit.source.Source;
import sit.source.Span;

/** Finds how large vectors and matrices are where that can be seen, and whether they fit. */
final class DimensionTyper {
  private final ShapeErrors errors;
  private final Scope scope;
  private final Map<String, Dimensions> bound;

  DimensionTyper(Source source, Scope scope) {
    this(new ShapeErrors(source), scope, Map.of());
  }

  private DimensionTyper(ShapeErrors errors, Scope scope, Map<String, Dimensions> bound) {
    this.errors = errors;
    this.scope = scope;
    this.bound = bound;
  }

  /**
   * The dimensions of an operation on a list; empty where they are not known.
   *
   * @throws sit.source.ReportedError where those of the operands do not fit
   */
  Optional<Dimensions> operation(String operator, TypedExpr left, TypedExpr right, Span at) {
    Optional<Dimensions> a = of(left);
    Optional<Dimensions> b = of(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    return switch (operator) {
      case "+", "-" -> Optional.of(sum(a.get(), b.get(), at));
      case "*" -> Optional.of(product(a.get(), b.get(), at));
      case "/" -> Optional.of(quotient(a.get(), b.get(), at));
      case "^" -> Optional.of(power(a.get(), b.get(), at));
      default -> Optional.empty();
    };
  }

  private Dimensions sum(Dimensions a, Dimensions b, Span at) {
    if (!a.equals(b)) {
      throw errors.unequal(at, a, b);
    }
    return a;
  }

  private Dimensions product(Dimensions a, Dimensions b, Span at) {
    if (a.isNumber() || b.isNumber()) {
      return a.isNumber() ? b : a;
    }
    if (a.isVector() && b.isVector()) {
      throw errors.vectors(at, a, b);
    }
    boolean fits = a.isMatrix() ? a.columns() == b.rows() : a.rows() == b.rows();
    if (!fits || a.sizes().size() > 2 || b.sizes().size() > 2) {
      throw errors.product(at, a, b);
    }
    if (a.isVector()) {
      return Dimensions.of(b.columns());
    }
    return b.isVector() ? Dimensions.of(a.rows()) : Dimensions.of(a.rows(), b.columns());
  }

  private Dimensions quotient(Dimensions a, Dimensions b, Span at) {
    if (!b.isNumber()) {
      throw errors.divisor(at, b);
    }
    return a;
  }

  private Dimensions power(Dimensions a, Dimensions b, Span at) {
    if (!b.isNumber() || !a.isMatrix() || a.rows() != a.columns()) {
      throw errors.power(at, a);
    }
    return a;
  }

  Optional<Dimensions> of(TypedExpr expr) {
    if (expr.type() == Type.NUMBER || expr.type().isInformation()) {
      return Optional.of(Dimensions.NUMBER);
    } else if (expr instanceof TypedExpr.Reference reference) {
      Dimensions local = bound.get(reference.name());
      return local != null ? Optional.of(local) : scope.dimensions(reference.name());
    } else if (expr instanceof TypedExpr.ListOf list) {
      return list(list);
    } else if (expr instanceof TypedExpr.Range range) {
      return length(range.from(), range.to()).map(Dimensions::of);
    } else if (expr instanceof TypedExpr.Each each) {
      return each(each);
    } else if (expr instanceof TypedExpr.Select select) {
      return of(select.base()).filter(base -> !base.isNumber()).map(Dimensions::item);
    } else if (expr instanceof TypedExpr.Slice slice) {
      Optional<Dimensions> base = of(slice.base()).filter(b -> !b.isNumber());
      Optional<Integer> length = length(slice.from(), slice.to());
      return base.isPresent() && length.isPresent()
          ? Optional.of(base.get().item().times(length.get()))
          : Optional.empty();
    } else if (expr instanceof TypedExpr.Operation operation) {
      return operation(operation);
    }
    return Optional.empty();
  }

  private Optional<Dimensions> operation(TypedExpr.Operation operation) {
    TypedExpr first = operation.operands().get(0);
    return switch (operation.operator()) {
      case "'" -> of(first).filter(Dimensions::isMatrix).map(DimensionTyper::turned);
      case "if" -> {
        Optional<Dimensions> then = of(operation.operands().get(1));
        yield then.equals(of(operation.operands().get(2))) ? then : Optional.empty();
      }
      default ->
          operation.operands().size() == 1
              ? of(first)
              : operation(
                  operation.operator(), first, operation.operands().get(1), operation.span());
    };
  }

  private static Dimensions turned(Dimensions of) {
    return Dimensions.of(of.columns(), of.rows());
  }

  /** Those of a list whose items are all alike. */
  private Optional<Dimensions> list(TypedExpr.ListOf list) {
    Optional<Dimensions> item = Optional.empty();
    int count = 0;
    for (TypedExpr expr : list.items()) {
      boolean range = expr instanceof TypedExpr.Range;
      Optional<Dimensions> own = of(expr);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      count += range ? own.get().rows() : 1;
      Dimensions one = range ? own.get().item() : own.get();
      if (item.isPresent() && !item.get().equals(one)) {
        return Optional.empty();
      }
      item = Optional.of(one);
    }
    int size = count;
    return item.map(i -> i.times(size));
  }

  private Optional<Dimensions> each(TypedExpr.Each each) {
    Optional<Dimensions> list = of(each.list()).filter(l -> !l.isNumber());
    if (list.isEmpty() || each.condition().isPresent()) {
      return Optional.empty();
    }
    Map<String, Dimensions> inner = new HashMap<>(bound);
    inner.put(each.item(), list.get().item());
    return new DimensionTyper(errors, scope, inner)
        .of(each.body())
        .map(body -> body.times(list.get().rows()));
  }

  private static Optional<Integer> length(TypedExpr from, TypedExpr to) {
    Optional<Integer> first = whole(from);
    Optional<Integer> last = whole(to);
    return first.isPresent() && last.isPresent()
        ? Optional.of(Math.max(0, last.get() - first.get() + 1))
        : Optional.empty();
  }

  private static Optional<Integer> whole(TypedExpr expr) {
    boolean digits =
        expr instanceof TypedExpr.Number number
            && number.text().length() < 7
            && number.text().chars().allMatch(Character::isDigit);
    return digits
        ? Optional.of(Integer.parseInt(((TypedExpr.Number) expr).text()))
        : Optional.empty();
  }
}
