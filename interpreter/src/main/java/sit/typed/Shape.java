package sit.typed;

import java.util.List;
import sit.syntax.Expr;

/**
 * What tells one measure from another: its name, the separators between its slots, and whether the first slot may be repeated.
 *
 * @param separators between the slots; for a variadic measure those after the repeated slot
 */
public record Shape(String name, List<String> separators, boolean variadic) {
  public Shape {
    separators = List.copyOf(separators);
  }

  /** The shape that a pattern defines: {@code TC(X; ...)} is variadic. */
  public static Shape ofPattern(Expr.Call pattern) {
    int repeated = repeatedSlot(pattern);
    if (repeated < 0) {
      return new Shape(pattern.name(), pattern.separators(), false);
    }
    List<String> separators = pattern.separators();
    return new Shape(pattern.name(), separators.subList(1, separators.size()), true);
  }

  /** The place of {@code ...} in a pattern, or -1. */
  static int repeatedSlot(Expr.Call pattern) {
    for (int i = 0; i < pattern.slots().size(); i++) {
      List<Expr> slot = pattern.slots().get(i);
      if (slot.size() == 1 && slot.get(0) instanceof Expr.Ellipsis) {
        return i;
      }
    }
    return -1;
  }

  /** The shapes a call may have, the most specific first. */
  public static List<Shape> ofCall(Expr.Call call) {
    Shape exact = new Shape(call.name(), call.separators(), false);
    int semicolons = 0;
    while (semicolons < call.separators().size()
        && call.separators().get(semicolons).equals(";")) {
      semicolons++;
    }
    List<String> rest = call.separators().subList(semicolons, call.separators().size());
    return List.of(exact, new Shape(call.name(), rest, true));
  }

  /** {@code I(_; _ | _)}, {@code TC(_; ...)}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(name).append("(_");
    if (variadic) {
      out.append("; ...");
    }
    for (String separator : separators) {
      out.append(separator.equals(";") ? "; _" : " " + separator + " _");
    }
    return out.append(')').toString();
  }
}
