package sit.numeric.samples;

import java.util.Arrays;

/**
 * Points in a few dimensions with the maximum norm, for the nearest of a point and for how many lie
 * within a distance. A box that lies inside is counted whole, without looking at its points.
 */
final class KdTree {
  private static final int LEAF = 12;

  private final int dimensions;
  private final double[] points;
  private final int[] order;
  private final int[] from;
  private final int[] to;
  private final int[] right;
  private final double[] low;
  private final double[] high;
  private int nodes;

  /**
   * A tree of points.
   *
   * @param columns a coordinate of all points each, at least one
   */
  KdTree(double[][] columns) {
    int n = columns[0].length;
    dimensions = columns.length;
    points = new double[n * dimensions];
    order = new int[n];
    Arrays.setAll(order, i -> i);
    int most = 4 * (n / LEAF + 1) + 1;
    from = new int[most];
    to = new int[most];
    right = new int[most];
    low = new double[most * dimensions];
    high = new double[most * dimensions];
    build(columns, 0, n);
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < dimensions; d++) {
        points[i * dimensions + d] = columns[d][order[i]];
      }
    }
  }

  /** The points in the order of the tree: those that follow each other are near each other. */
  int[] order() {
    return order;
  }

  private int build(double[][] columns, int begin, int end) {
    int node = nodes++;
    from[node] = begin;
    to[node] = end;
    int widest = 0;
    double width = -1;
    for (int d = 0; d < dimensions; d++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = begin; i < end; i++) {
        double x = columns[d][order[i]];
        least = Math.min(least, x);
        most = Math.max(most, x);
      }
      low[node * dimensions + d] = least;
      high[node * dimensions + d] = most;
      if (most - least > width) {
        width = most - least;
        widest = d;
      }
    }
    if (end - begin > LEAF && width > 0) {
      int middle = (begin + end) >>> 1;
      select(columns[widest], begin, end - 1, middle);
      build(columns, begin, middle);
      right[node] = build(columns, middle, end);
    }
    return node;
  }

  /** Puts the point that belongs at a place there, smaller ones before it (Hoare). */
  private void select(double[] x, int begin, int end, int place) {
    int lower = begin;
    int upper = end;
    while (lower < upper) {
      double pivot = x[order[(lower + upper) >>> 1]];
      int i = lower;
      int j = upper;
      while (i <= j) {
        while (x[order[i]] < pivot) {
          i++;
        }
        while (x[order[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = order[i];
          order[i++] = order[j];
          order[j--] = swapped;
        }
      }
      if (place <= j) {
        upper = j;
      } else if (place >= i) {
        lower = i;
      } else {
        return;
      }
    }
  }

  /** Whether a node has no nodes below it. */
  private boolean isLeaf(int node) {
    return right[node] == 0;
  }

  /**
   * The nearest points, other than one.
   *
   * @param query the coordinates
   * @param self the place in {@link #order} of the point that does not count
   * @param distances takes the distances, rising; as many as are asked for
   * @param places takes the points, by their numbers in the columns
   */
  void nearest(double[] query, int self, double[] distances, int[] places) {
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    search(0, query, self, distances, places);
  }

  private void search(int node, double[] query, int self, double[] distances, int[] places) {
    int last = distances.length - 1;
    if (isLeaf(node)) {
      for (int i = from[node]; i < to[node]; i++) {
        double distance = distance(i, query, distances[last]);
        if (distance < distances[last] && i != self) {
          int at = last;
          while (at > 0 && distances[at - 1] > distance) {
            distances[at] = distances[at - 1];
            places[at] = places[at - 1];
            at--;
          }
          distances[at] = distance;
          places[at] = order[i];
        }
      }
      return;
    }
    int left = node + 1;
    double toLeft = gap(left, query);
    double toRight = gap(right[node], query);
    boolean leftFirst = toLeft <= toRight;
    int near = leftFirst ? left : right[node];
    int far = leftFirst ? right[node] : left;
    if (Math.min(toLeft, toRight) < distances[last]) {
      search(near, query, self, distances, places);
    }
    if (Math.max(toLeft, toRight) < distances[last]) {
      search(far, query, self, distances, places);
    }
  }

  /** The distance of a point, or something not below the bound if it is not below it. */
  private double distance(int point, double[] query, double bound) {
    double most = 0;
    for (int d = 0; d < dimensions; d++) {
      most = Math.max(most, Math.abs(points[point * dimensions + d] - query[d]));
      if (most >= bound) {
        return most;
      }
    }
    return most;
  }

  /** How far a point is from the box of a node; zero inside. */
  private double gap(int node, double[] query) {
    double most = 0;
    for (int d = 0; d < dimensions; d++) {
      double below = low[node * dimensions + d] - query[d];
      double above = query[d] - high[node * dimensions + d];
      most = Math.max(most, Math.max(below, above));
    }
    return most;
  }

  /** How far the farthest corner of the box of a node is from a point. */
  private double reach(int node, double[] query) {
    double most = 0;
    for (int d = 0; d < dimensions; d++) {
      double below = query[d] - low[node * dimensions + d];
      double above = high[node * dimensions + d] - query[d];
      most = Math.max(most, Math.max(below, above));
    }
    return most;
  }

  /** How many points are nearer than a distance. */
  int within(double[] query, double radius) {
    return within(0, query, radius);
  }

  private int within(int node, double[] query, double radius) {
    if (gap(node, query) >= radius) {
      return 0;
    }
    if (reach(node, query) < radius) {
      return to[node] - from[node];
    }
    if (!isLeaf(node)) {
      return within(node + 1, query, radius) + within(right[node], query, radius);
    }
    int count = 0;
    for (int i = from[node]; i < to[node]; i++) {
      count += distance(i, query, radius) < radius ? 1 : 0;
    }
    return count;
  }
}
