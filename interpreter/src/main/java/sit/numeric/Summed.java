package sit.numeric;

/**
 * A table from which variables are summed out one at a time, each pass in the order of memory.
 *
 * @param additions the most additions that any cell has gone through, each of relative error u
 */
record Summed(int[] sizes, double[] cells, double additions) {
  Summed(int[] sizes, double[] cells) {
    this(sizes, cells, 0);
  }

  /** The sums over all variables but those to keep. */
  Summed keeping(boolean[] keep) {
    Summed table = this;
    int at = 0;
    for (boolean kept : keep) {
      if (kept) {
        at++;
      } else {
        table = table.without(at);
      }
    }
    return table;
  }

  private Summed without(int variable) {
    int size = sizes[variable];
    int inner = 1;
    for (int i = variable + 1; i < sizes.length; i++) {
      inner *= sizes[i];
    }
    int outer = cells.length / (inner * size);
    double[] sums = new double[outer * inner];
    if (inner == 1) {
      rows(sums, size);
    } else {
      for (int o = 0; o < outer; o++) {
        columns(sums, o * inner, o * inner * size, size, inner);
      }
    }
    int[] rest = new int[sizes.length - 1];
    System.arraycopy(sizes, 0, rest, 0, variable);
    System.arraycopy(sizes, variable + 1, rest, variable, rest.length - variable);
    return new Summed(rest, sums, additions + size - 1);
  }

  private void rows(double[] sums, int size) {
    int at = 0;
    for (int o = 0; o < sums.length; o++) {
      double sum = 0;
      for (int a = 0; a < size; a++) {
        sum += cells[at++];
      }
      sums[o] = sum;
    }
  }

  private void columns(double[] sums, int to, int from, int size, int inner) {
    System.arraycopy(cells, from, sums, to, inner);
    for (int a = 1; a < size; a++) {
      int start = from + a * inner;
      for (int i = 0; i < inner; i++) {
        sums[to + i] += cells[start + i];
      }
    }
  }
}
