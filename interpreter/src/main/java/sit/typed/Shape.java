package sit.typed;

import java.util.ArrayList;
import java.util.List;
import sit.syntax.Expr;

/**
 * What tells one measure from another: its name, the separators between its slots, and whether the
 * first slot may be repeated.
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
    while (semicolons < call.separators().size() && call.separators().get(semicolons).equals(";")) {
      semicolons++;
    }
    List<String> rest = call.separators().subList(semicolons, call.separators().size());
    return List.of(exact, new Shape(call.name(), rest, true));
  }

  /**
   * The form of the measure whose definition begins a line, read without parsing: of {@code I(X^n
   * -> Y^n) := ...} it is {@code I(_ -> _)}. Of what is no definition it is something that no
   * measure is called.
   */
  public static String read(String definition) {
    int open = definition.indexOf('(');
    List<String> separators = new ArrayList<>();
    boolean variadic = false;
    int depth = 0;
    for (int i = Math.max(0, open); i < definition.length(); i++) {
      char c = definition.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
      if (definition.startsWith("...", i)) {
        variadic = true;
      } else if (depth == 1 && c == '|' && definition.charAt(i - 1) == '|') {
        separators.set(separators.size() - 1, "||");
      } else if (depth == 1 && (c == ';' || c == '|')) {
        separators.add(String.valueOf(c));
      } else if (depth == 1 && definition.startsWith("->", i)) {
        separators.add("->");
      }
    }
    String name = definition.substring(0, Math.max(0, open)).strip();
    int from = variadic && !separators.isEmpty() ? 1 : 0;
    return new Shape(name, separators.subList(from, separators.size()), variadic).toString();
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
