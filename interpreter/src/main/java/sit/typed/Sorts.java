package sit.typed;

import java.util.Optional;
import sit.syntax.Expr;

/** Which random variables of an expression are continuous. */
final class Sorts {
  private final Scope scope;

  Sorts(Scope scope) {
    this.scope = scope;
  }

  /** The name of a continuous variable that an expression is made of. */
  Optional<String> continuous(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return scope.isContinuous(name.name()) ? Optional.of(name.name()) : Optional.empty();
    } else if (expr instanceof Expr.Index index) {
      return continuous(index.base());
    } else if (expr instanceof Expr.Unary unary) {
      return continuous(unary.operand());
    } else if (expr instanceof Expr.Binary binary) {
      boolean power = binary.operator().equals("^");
      Optional<String> left = continuous(binary.left());
      return left.isPresent() || power ? left : continuous(binary.right());
    } else if (expr instanceof Expr.Tuple tuple) {
      for (Expr item : tuple.items()) {
        Optional<String> found = continuous(item);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an expression is a variable or a process, so that its sort is known. */
  boolean isKnown(Expr expr) {
    Expr base = expr instanceof Expr.Index index ? index.base() : expr;
    base = base instanceof Expr.Binary power && power.operator().equals("^") ? power.left() : base;
    if (!(base instanceof Expr.Name name)) {
      return false;
    }
    Optional<Symbol> symbol = scope.symbol(name.name());
    return symbol
        .filter(s -> s.kind() == Symbol.Kind.VARIABLE || s.kind() == Symbol.Kind.PROCESS)
        .isPresent();
  }
}
