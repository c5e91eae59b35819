package sit.term;

import java.util.ArrayList;
import java.util.List;

/** The orders in which a few times may stand to each other, those that are equal together. */
public final class Orders {
  private Orders() {}

  /**
   * Every order of the symbols, in ascending order: one of one, three of two, thirteen of three.
   */
  public static List<List<List<String>>> of(List<String> symbols) {
    List<List<List<String>>> all = List.of(List.of());
    for (String symbol : symbols) {
      List<List<List<String>>> more = new ArrayList<>();
      for (List<List<String>> order : all) {
        for (int k = 0; k <= order.size(); k++) {
          List<List<String>> apart = new ArrayList<>(order);
          apart.add(k, List.of(symbol));
          more.add(apart);
          if (k < order.size()) {
            List<List<String>> together = new ArrayList<>(order);
            List<String> equal = new ArrayList<>(order.get(k));
            equal.add(symbol);
            together.set(k, equal);
            more.add(together);
          }
        }
      }
      all = more;
    }
    return all;
  }
}
