package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Draws the neighbouring letters of a group together: {@code X^3, Y[2..4], Z}. */
final class GroupPrinter {
  private GroupPrinter() {}

  static String print(SortedSet<Variable> variables) {
    StringBuilder out = new StringBuilder();
    for (Variable part : blocks(variables)) {
      out.append(out.isEmpty() ? "" : ", ").append(part);
    }
    return out.toString();
  }

  /** The variables, with letters that follow each other as one block. */
  static List<Variable> blocks(SortedSet<Variable> variables) {
    List<Variable> parts = new ArrayList<>();
    List<Variable> all = new ArrayList<>(variables);
    for (int i = 0; i < all.size(); ) {
      int end = i + 1;
      if (all.get(i) instanceof Variable.Letter first) {
        while (end < all.size()
            && all.get(end) instanceof Variable.Letter next
            && next.name().equals(first.name())
            && next.at().equals(first.at().plus(end - i))) {
          end++;
        }
        Index last = first.at().plus(end - i - 1);
        parts.add(end - i > 1 ? new Variable.Block(first.name(), first.at(), last) : first);
      } else {
        parts.add(all.get(i));
      }
      i = end;
    }
    return parts;
  }
}
