package sit.prove;

import sit.proof.Basic;

/**
 * A basic inequality as two sets of blocks: {@code H(right | left) >= 0} where the left is part of
 * the right, else {@code H(left) + H(right) >= H(union) + H(intersection)}, which is {@code I(left;
 * right | intersection) >= 0}.
 */
record Pair(long left, long right) {
  boolean isNested() {
    return (left & right) == left;
  }

  /** The columns of the sets that occur, followed by nothing for the empty set. */
  int[] columns(Columns columns) {
    if (isNested()) {
      return left == 0
          ? new int[] {columns.of(right)}
          : new int[] {columns.of(right), columns.of(left)};
    }
    long both = left & right;
    return both == 0
        ? new int[] {columns.of(left), columns.of(right), columns.of(left | right)}
        : new int[] {
          columns.of(left), columns.of(right), columns.of(left | right), columns.of(both)
        };
  }

  /** The entries in those columns. */
  int[] values() {
    if (isNested()) {
      return left == 0 ? new int[] {1} : new int[] {1, -1};
    }
    return (left & right) == 0 ? new int[] {1, 1, -1} : new int[] {1, 1, -1, -1};
  }

  Basic basic(Columns columns) {
    if (isNested()) {
      return Basic.entropy(columns.group(right & ~left), columns.group(left));
    }
    long both = left & right;
    return Basic.information(
        columns.group(left & ~both), columns.group(right & ~both), columns.group(both));
  }
}
