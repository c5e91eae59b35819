package sit.numeric;

import java.util.List;

/**
 * The common part of two groups of variables (Gács and Körner 1973): the finest variable that is a
 * function of either. Two outcomes of the first group agree in it if a path of jointly possible
 * outcomes connects them.
 *
 * @param parts how many outcomes the common part has
 * @param ofFirst its outcome for every joint outcome of the first group, 0 for those that are
 *     impossible
 * @param ofSecond the same for the second group
 * @param law its law
 */
public record CommonPart(int parts, List<Integer> ofFirst, List<Integer> ofSecond, Joint law) {
  public CommonPart {
    ofFirst = List.copyOf(ofFirst);
    ofSecond = List.copyOf(ofSecond);
  }

  /**
   * The common part of the first variables of a law and the others.
   *
   * @param first how many belong to the first group
   */
  public static CommonPart of(Joint joint, int first) {
    int rows = 1;
    for (int i = 0; i < first; i++) {
      rows *= joint.shape()[i];
    }
    int columns = joint.cells() / rows;
    int[] parent = new int[rows + columns];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    boolean[] possible = new boolean[parent.length];
    for (int cell = 0; cell < joint.cells(); cell++) {
      if (joint.isPossible(cell)) {
        int row = cell / columns;
        int column = rows + cell % columns;
        possible[row] = true;
        possible[column] = true;
        parent[root(parent, row)] = root(parent, column);
      }
    }
    Integer[] part = number(parent, possible);
    int parts = 0;
    for (int p : part) {
      parts = Math.max(parts, p + 1);
    }
    List<Integer> all = List.of(part);
    List<Integer> ofFirst = all.subList(0, rows);
    Joint law = law(joint, first, ofFirst, parts);
    return new CommonPart(parts, ofFirst, all.subList(rows, part.length), law);
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static Integer[] number(int[] parent, boolean[] possible) {
    Integer[] ofRoot = new Integer[parent.length];
    Integer[] part = new Integer[parent.length];
    int next = 0;
    for (int i = 0; i < part.length; i++) {
      int root = root(parent, i);
      if (possible[i] && ofRoot[root] == null) {
        ofRoot[root] = next++;
      }
      part[i] = possible[i] ? ofRoot[root] : 0;
    }
    return part;
  }

  private static Joint law(Joint joint, int first, List<Integer> ofFirst, int parts) {
    Joint marginal = joint.marginal(joint.variables().subList(0, first));
    return marginal.mapped("common part", parts, ofFirst);
  }
}
