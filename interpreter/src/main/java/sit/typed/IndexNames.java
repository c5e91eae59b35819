package sit.typed;

import java.util.Set;
import java.util.TreeSet;
import sit.syntax.Expr;

/**
 * Finds the names that nothing declares and that stand where an index of a process stands: the n of
 * {@code X^n}.
 */
final class IndexNames {
  private final Scope scope;
  private final Set<String> found = new TreeSet<>();

  IndexNames(Scope scope) {
    this.scope = scope;
  }

  Set<String> found() {
    return found;
  }

  void visit(Expr expr) {
    if (expr instanceof Expr.Call call) {
      call.slots().forEach(slot -> slot.forEach(this::visit));
    } else if (expr instanceof Expr.Index index) {
      index.arguments().forEach(this::index);
    } else if (expr instanceof Expr.Mean mean) {
      for (Expr.Draw draw : mean.draws()) {
        draw.outcomes().forEach(this::visit);
        visit(draw.density());
      }
      visit(mean.body());
    } else if (expr instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::visit);
    } else if (expr instanceof Expr.Unary unary) {
      visit(unary.operand());
    } else if (expr instanceof Expr.Binary binary) {
      visit(binary.left());
      if (binary.operator().equals("^") && isProcess(binary.left())) {
        index(binary.right());
      } else {
        visit(binary.right());
      }
    } else if (expr instanceof Expr.ListOf list) {
      list.items().forEach(this::visit);
    } else if (expr instanceof Expr.Each each) {
      Set<String> outside = new TreeSet<>(found);
      visit(each.body());
      if (!outside.contains(each.item())) {
        found.remove(each.item());
      }
      visit(each.list());
    } else if (expr instanceof Expr.Sum sum) {
      Set<String> outside = new TreeSet<>(found);
      visit(sum.body());
      if (!outside.contains(sum.binder())) {
        found.remove(sum.binder());
      }
      index(sum.domain());
    }
  }

  private boolean isProcess(Expr expr) {
    return expr instanceof Expr.Name name
        ? scope.symbol(name.name()).filter(s -> s.type().isProcess()).isPresent()
        : expr instanceof Expr.Tuple tuple && tuple.items().stream().allMatch(this::isProcess);
  }

  private void index(Expr expr) {
    if (expr instanceof Expr.Name name) {
      if (scope.symbol(name.name()).isEmpty()) {
        found.add(name.name());
      }
    } else if (expr instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::index);
    } else if (expr instanceof Expr.Unary unary) {
      index(unary.operand());
    } else if (expr instanceof Expr.Binary binary) {
      index(binary.left());
      index(binary.right());
    } else if (expr instanceof Expr.Range range) {
      index(range.from());
      index(range.to());
    }
  }
}
