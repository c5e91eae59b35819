package sit.numeric;

import java.util.BitSet;
import java.util.List;

/**
 * A table over some variables of an elimination, the last running fastest, or a function.
 *
 * @param id where its cells are kept
 * @param scope its variables by number; the last of a function's is the child
 * @param map the child's outcomes, for a function; null for a table
 */
record Factor(int id, int[] scope, int[] map) {
  boolean isFunction() {
    return map != null;
  }

  int child() {
    return scope[scope.length - 1];
  }

  int parents() {
    return scope.length - 1;
  }

  /** Some variables as a scope. */
  static int[] scope(BitSet variables) {
    int[] scope = new int[variables.cardinality()];
    int i = 0;
    for (int v = variables.nextSetBit(0); v >= 0; v = variables.nextSetBit(v + 1)) {
      scope[i++] = v;
    }
    return scope;
  }

  /** A list as an array. */
  static int[] array(List<Integer> list) {
    int[] array = new int[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }
}
