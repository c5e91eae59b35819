package sit.numeric;

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
}
