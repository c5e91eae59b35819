package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.typed.TypedExpr;

/**
 * Finds the index symbols of a claim that nothing gives a value to: the {@code n} of a statement
 * for every n.
 */
final class Horizons {
  private Horizons() {}

  static List<String> of(TypedExpr... exprs) {
    Set<String> found = new TreeSet<>();
    for (TypedExpr expr : exprs) {
      visit(expr, found);
    }
    return new ArrayList<>(found);
  }

  private static void visit(TypedExpr expr, Set<String> found) {
    if (expr instanceof TypedExpr.FreeIndex free) {
      found.add(free.name());
    }
    expr.children().forEach(child -> visit(child, found));
  }
}
