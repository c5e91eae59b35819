package sit.numeric.geometry;

import java.util.Arrays;
import java.util.Comparator;
import sit.limits.Limits;

/**
 * Lower bounds on the square of the Gromov-Wasserstein distance: that between the laws of the
 * distances, and the cheapest matching of points by the laws of their distances (Mémoli 2011,
 * section 6: the second and the third bound).
 */
final class DistanceBounds {
  private final double lower;
  private final double[][] matching;

  DistanceBounds(double[][] a, double[][] b, double[] p, double[] q, Limits limits) {
    double[][] apart = new double[p.length][q.length];
    for (int i = 0; i < p.length; i++) {
      limits.check();
      for (int j = 0; j < q.length; j++) {
        apart[i][j] = onLine(a[i], p, b[j], q);
      }
    }
    OptimalTransport third = OptimalTransport.of(p, q, apart, limits);
    double second = onLine(flat(a), pairs(p), flat(b), pairs(q));
    this.lower = Math.max(second, third.cost().lower());
    this.matching = third.plan();
  }

  double lower() {
    return lower;
  }

  /** The coupling of the third bound, with which to begin. */
  double[][] matching() {
    return matching;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] pairs(double[] law) {
    double[] all = new double[law.length * law.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = law[i / law.length] * law[i % law.length];
    }
    return all;
  }

  /**
   * The square of the Wasserstein distance of order 2 of laws on the line: quantile by quantile.
   */
  static double onLine(double[] x, double[] p, double[] y, double[] q) {
    Integer[] first = order(x);
    Integer[] second = order(y);
    double sum = 0;
    double left = p[first[0]];
    double open = q[second[0]];
    int i = 0;
    int j = 0;
    while (i < first.length && j < second.length) {
      double moved = Math.min(left, open);
      double apart = x[first[i]] - y[second[j]];
      sum += moved * apart * apart;
      left -= moved;
      open -= moved;
      if (left <= 0) {
        i++;
        left = i < first.length ? p[first[i]] : 0;
      }
      if (open <= 0) {
        j++;
        open = j < second.length ? q[second[j]] : 0;
      }
    }
    return sum;
  }

  private static Integer[] order(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
    return order;
  }
}
