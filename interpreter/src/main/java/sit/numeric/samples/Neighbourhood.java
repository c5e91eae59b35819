package sit.numeric.samples;

import java.util.Arrays;

/** Some coordinates of points, to count the points within a distance of one of them. */
final class Neighbourhood {
  private final double[][] columns;
  private final double[] sorted;
  private final KdTree tree;

  Neighbourhood(double[][] columns) {
    this.columns = columns;
    boolean line = columns.length == 1;
    this.sorted = line ? columns[0].clone() : null;
    this.tree = line ? null : new KdTree(columns);
    if (line) {
      Arrays.sort(sorted);
    }
  }

  /** How many other points are nearer to a point than a distance. */
  int nearer(int point, double distance, double[] query) {
    int count;
    if (sorted != null) {
      double x = columns[0][point];
      count = upTo(x, distance) - from(x, distance);
    } else {
      for (int d = 0; d < columns.length; d++) {
        query[d] = columns[d][point];
      }
      count = tree.within(query, distance);
    }
    return Math.max(0, count - 1);
  }

  /** How many other points are not farther from a point than a distance. */
  int notFarther(int point, double distance, double[] query) {
    return nearer(point, Math.nextUp(distance), query);
  }

  /** The largest distance of some points from one. */
  double farthest(int point, int[] others) {
    double most = 0;
    for (double[] column : columns) {
      for (int other : others) {
        most = Math.max(most, Math.abs(column[other] - column[point]));
      }
    }
    return most;
  }

  /** How many values are not above x or nearer to it than a distance, by differences as rounded. */
  private int upTo(double x, double distance) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] - x < distance) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int from(double x, double distance) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x - sorted[middle] < distance) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
