package sit.numeric.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.numeric.Bounded;

/**
 * How unlike two spaces with a law each are, by the distances within them: the least root of E
 * |A(X, X') - B(Y, Y')|^2 over couplings of X and Y, where (X', Y') is an independent copy (Mémoli
 * 2011; Peyré, Cuturi and Solomon 2016).
 *
 * <p>The problem is not convex: what is found by conditional gradients (Vayer et al. 2019,
 * algorithm 2) from several couplings is an upper bound; Mémoli's second and third bounds are lower
 * ones.
 */
public final class GromovWasserstein {
  private static final int STARTS = 24;
  private static final int MOST_STEPS = 1000;
  private static final double UNIT = 0x1p-52;

  private final double[][] a;
  private final double[][] b;
  private final double[] p;
  private final double[] q;
  private final Limits limits;

  /**
   * A coupling that no step improves.
   *
   * @param distance what it amounts to, with its rounding
   * @param lower not above the distance that is sought
   */
  public record Answer(Bounded distance, double lower, double[][] plan) {}

  private GromovWasserstein(double[][] a, double[][] b, double[] p, double[] q, Limits limits) {
    this.a = a;
    this.b = b;
    this.p = p;
    this.q = q;
    this.limits = limits;
  }

  /**
   * The best coupling that is found.
   *
   * @param first the distances within the first space
   * @param p the law on it
   * @param temperature of an entropy that is taken off, as in the work of 2016; none otherwise
   */
  public static Answer of(
      double[][] first,
      double[][] second,
      double[] p,
      double[] q,
      OptionalDouble temperature,
      Seed seed,
      Limits limits) {
    GromovWasserstein problem = new GromovWasserstein(first, second, p, q, limits);
    DistanceBounds bounds = new DistanceBounds(first, second, p, q, limits);
    double[][] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double[][] start : problem.starts(bounds.matching(), seed)) {
      double[][] plan =
          temperature.isPresent()
              ? problem.softened(start, temperature.getAsDouble())
              : problem.descend(start);
      double value = problem.value(plan);
      if (value < least) {
        least = value;
        best = plan;
      }
      if (least <= bounds.lower() * (1 + 1e-12)) {
        break;
      }
    }
    double rounding = 16.0 * (p.length + q.length + 8) * UNIT * problem.largest();
    Bounded distance = root(least, rounding);
    double lower = Math.sqrt(Math.max(0, bounds.lower() - rounding));
    return new Answer(distance, Math.min(lower, distance.lower()), best);
  }

  private static Bounded root(double square, double error) {
    double value = Math.sqrt(Math.max(0, square));
    double above = Math.sqrt(Math.max(0, square) + error) - value;
    double below = value - Math.sqrt(Math.max(0, square - error));
    return new Bounded(value, square == 0 ? 0 : Math.max(above, below) + 2 * Math.ulp(value));
  }

  /** The product, the coupling of Mémoli's bound, and corners that chance picks. */
  private List<double[][]> starts(double[][] matching, Seed seed) {
    List<double[][]> starts = new ArrayList<>();
    starts.add(matching);
    double[][] product = new double[p.length][q.length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q.length; j++) {
        product[i][j] = p[i] * q[j];
      }
    }
    starts.add(product);
    SplittableRandom random = seed.random();
    while (starts.size() < STARTS) {
      double[][] cost = new double[p.length][q.length];
      for (double[] row : cost) {
        Arrays.setAll(row, j -> random.nextDouble());
      }
      starts.add(Transportation.solve(p, q, cost, limits).flow());
    }
    return starts;
  }

  /** Conditional gradients with the best step on each way. */
  private double[][] descend(double[][] start) {
    double[][] plan = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      limits.check();
      double[][] gradient = gradient(plan);
      double[][] corner = Transportation.solve(p, q, gradient, limits).flow();
      double[][] way = mix(corner, plan, 1, -1);
      double slope = inner(gradient, way);
      if (slope > -1e-14 * size()) {
        return plan;
      }
      // along the way the value is c + slope t + bend t^2
      double bend = inner(gradient(way), way) / 2 - inner(constants(way), way) / 2;
      double length = bend > 0 ? Math.min(1, -slope / (2 * bend)) : 1;
      plan = length == 1 ? corner : mix(plan, way, 1, length);
    }
    return plan;
  }

  /**
   * Sinkhorn's iterations on the gradient of the last coupling (Peyré et al. 2016, algorithm 1).
   */
  private double[][] softened(double[][] start, double temperature) {
    double[][] plan = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[][] next = Sinkhorn.of(p, q, gradient(plan), temperature, limits).plan();
      double change = 0;
      for (double[] row : mix(next, plan, 1, -1)) {
        change += Arrays.stream(row).map(Math::abs).sum();
      }
      plan = next;
      if (change < 1e-12) {
        break;
      }
    }
    return plan;
  }

  /** The derivative of the value: twice the mean of |A - B|^2 where one pair is known. */
  private double[][] gradient(double[][] plan) {
    double[][] constants = constants(plan);
    double[][] cross = product(product(a, plan), turned(b));
    double[][] other = product(product(turned(a), plan), b);
    double[][] gradient = new double[p.length][q.length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q.length; j++) {
        gradient[i][j] = constants[i][j] - 2 * (cross[i][j] + other[i][j]);
      }
    }
    return gradient;
  }

  /** The part of the gradient that is the same for all couplings: that of the squares. */
  private double[][] constants(double[][] plan) {
    double[] rows = new double[p.length];
    double[] columns = new double[q.length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q.length; j++) {
        rows[i] += plan[i][j];
        columns[j] += plan[i][j];
      }
    }
    double[][] constants = new double[p.length][q.length];
    for (int i = 0; i < p.length; i++) {
      double mine = 0;
      for (int k = 0; k < p.length; k++) {
        mine += (a[i][k] * a[i][k] + a[k][i] * a[k][i]) * rows[k];
      }
      for (int j = 0; j < q.length; j++) {
        double theirs = 0;
        for (int l = 0; l < q.length; l++) {
          theirs += (b[j][l] * b[j][l] + b[l][j] * b[l][j]) * columns[l];
        }
        constants[i][j] = mine + theirs;
      }
    }
    return constants;
  }

  /** The mean of |A - B|^2 under a coupling and a copy; no differences of large sums are taken. */
  private double value(double[][] plan) {
    List<int[]> cells = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q.length; j++) {
        if (plan[i][j] > 0) {
          cells.add(new int[] {i, j});
        }
      }
    }
    double sum = 0;
    for (int[] x : cells) {
      limits.check();
      double row = 0;
      for (int[] y : cells) {
        double apart = a[x[0]][y[0]] - b[x[1]][y[1]];
        row += apart * apart * plan[y[0]][y[1]];
      }
      sum += row * plan[x[0]][x[1]];
    }
    return sum;
  }

  /** The mean square of all distances. */
  private double size() {
    double size = 0;
    for (int i = 0; i < p.length; i++) {
      for (int k = 0; k < p.length; k++) {
        size += a[i][k] * a[i][k] * p[i] * p[k];
      }
    }
    for (int j = 0; j < q.length; j++) {
      for (int l = 0; l < q.length; l++) {
        size += b[j][l] * b[j][l] * q[j] * q[l];
      }
    }
    return size;
  }

  /** The square of the largest difference there may be. */
  private double largest() {
    double sum = 0;
    for (double[][] distances : List.of(a, b)) {
      double most = 0;
      for (double[] row : distances) {
        for (double distance : row) {
          most = Math.max(most, Math.abs(distance));
        }
      }
      sum += most;
    }
    return sum * sum;
  }

  private static double[][] mix(double[][] x, double[][] y, double c, double d) {
    double[][] all = new double[x.length][x[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        all[i][j] = c * x[i][j] + d * y[i][j];
      }
    }
    return all;
  }

  private static double inner(double[][] x, double[][] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        sum += x[i][j] * y[i][j];
      }
    }
    return sum;
  }

  private static double[][] turned(double[][] x) {
    double[][] all = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        all[j][i] = x[i][j];
      }
    }
    return all;
  }

  private static double[][] product(double[][] x, double[][] y) {
    double[][] all = new double[x.length][y[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < y.length; k++) {
        for (int j = 0; j < all[i].length; j++) {
          all[i][j] += x[i][k] * y[k][j];
        }
      }
    }
    return all;
  }
}
