package sit.numeric;

import java.util.List;

/** How some variables of a model come about, given others. */
sealed interface Node {
  /** The variables it defines. */
  List<String> children();

  List<String> parents();

  /**
   * A conditional table: a row for each outcome of the parents, a column for each of the children;
   * no parents for a root.
   */
  record Kernel(List<String> children, List<String> parents, Masses masses) implements Node {}

  /**
   * A function of the parents: {@code map[i]} is the outcome of the child at the i-th outcome of
   * the parents.
   */
  record Mapping(String child, List<String> parents, int[] map) implements Node {
    @Override
    public List<String> children() {
      return List.of(child);
    }
  }
}
