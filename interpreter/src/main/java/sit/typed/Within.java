package sit.typed;

import java.util.Optional;

/** What stands inside an expression. */
public final class Within {
  private Within() {}

  /** The first part of a kind, the expression itself included. */
  public static <T extends TypedExpr> Optional<T> first(Class<T> kind, TypedExpr expr) {
    if (kind.isInstance(expr)) {
      return Optional.of(kind.cast(expr));
    }
    for (TypedExpr child : expr.children()) {
      Optional<T> found = first(kind, child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
