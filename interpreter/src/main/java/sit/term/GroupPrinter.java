package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Prints a group with neighbouring letters drawn together: {@code X^3, Y[2..4], Z}. */
final class GroupPrinter {
  private GroupPrinter() {}

  static String print(SortedSet<Variable> variables) {
    List<String> parts = new ArrayList<>();
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
        boolean prefix = first.at().equals(Index.of(1)) && end - i > 1;
        parts.add(
            end - i > 1 || prefix
                ? new Variable.Block(first.name(), first.at(), last).toString()
                : first.toString());
      } else {
        parts.add(all.get(i).toString());
      }
      i = end;
    }
    return String.join(", ", parts);
  }
}
