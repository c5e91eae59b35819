package sit.numeric;

import java.util.function.Predicate;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealVector;
import sit.limits.Limits;

/**
 * Newton's steps towards capacity from inside: a primal-dual method for {@code D_x + z_x = lambda},
 * {@code p_x z_x = mu}, {@code sum p = 1} with mu falling to zero, the optimality conditions of
 * Gallager (Information Theory and Reliable Communication, theorem 4.5.1). It needs no guess which
 * inputs are used.
 */
final class ChannelNewton {
  private static final int MOST_STEPS = 80;

  /** The start keeps this distance from the boundary, and a step this share of the way to it. */
  private static final double INSIDE = 1e-6;

  private static final double SHARE = 0.995;
  private static final double FALL = 0.05;

  /**
   * Two inputs with the same row make the matrix singular; this much of its size is added to its
   * diagonal.
   */
  private static final double RIDGE = 1e-14;

  private static final double PER_BIT = 1 / Math.log(2);

  private final ChannelPoint.Evaluator channel;
  private final Limits limits;

  ChannelNewton(ChannelPoint.Evaluator channel, Limits limits) {
    this.channel = channel;
    this.limits = limits;
  }

  /** Steps from a point until {@code goOn} says no, or no step can be taken. */
  void run(ChannelPoint start, Predicate<ChannelPoint> goOn) {
    int inputs = start.input().length;
    double[] p = new double[inputs];
    for (int x = 0; x < inputs; x++) {
      p[x] = Math.max(start.input()[x], INSIDE / inputs);
    }
    p = BlahutArimoto.normalised(p);
    ChannelPoint point = channel.at(p);
    double lambda = point.upper();
    double[] z = new double[inputs];
    for (int x = 0; x < inputs; x++) {
      z[x] = Math.max(lambda - point.divergences()[x], INSIDE * lambda + Double.MIN_NORMAL);
    }
    for (int step = 0; step < MOST_STEPS && goOn.test(point); step++) {
      limits.check();
      double mu = FALL * dot(p, z) / inputs;
      double[] right = new double[inputs];
      for (int x = 0; x < inputs; x++) {
        double dual = lambda - point.divergences()[x] - z[x];
        right[x] = (mu - p[x] * z[x]) / p[x] - dual;
      }
      double[][] solved = solve(matrix(point, z), right);
      if (solved == null) {
        return;
      }
      double rise = (sum(solved[0]) - (1 - sum(p))) / sum(solved[1]);
      double[] dp = new double[inputs];
      double[] dz = new double[inputs];
      for (int x = 0; x < inputs; x++) {
        dp[x] = solved[0][x] - rise * solved[1][x];
        dz[x] = (mu - p[x] * z[x] - z[x] * dp[x]) / p[x];
      }
      double length = Math.min(room(p, dp), room(z, dz));
      move(p, dp, length);
      move(z, dz, length);
      lambda += length * rise;
      point = channel.at(BlahutArimoto.normalised(p));
    }
  }

  /** {@code sum_y W_xy W_x'y / q_y} in bits, plus {@code z_x / p_x} on the diagonal. */
  private double[][] matrix(ChannelPoint point, double[] z) {
    double[][] rows = channel.rows();
    int inputs = rows.length;
    double[] q = point.output();
    double[][] matrix = new double[inputs][inputs];
    double[] weighted = new double[q.length];
    for (int x = 0; x < inputs; x++) {
      limits.check();
      for (int y = 0; y < q.length; y++) {
        weighted[y] = rows[x][y] == 0 ? 0 : PER_BIT * rows[x][y] / q[y];
      }
      Rows.combine(weighted, channel.columns(), matrix[x]);
    }
    for (int x = 0; x < inputs; x++) {
      matrix[x][x] = matrix[x][x] * (1 + RIDGE) + z[x] / point.input()[x];
      for (int other = 0; other < x; other++) {
        matrix[x][other] = matrix[other][x];
      }
    }
    return matrix;
  }

  private static double[][] solve(double[][] matrix, double[] right) {
    try {
      DecompositionSolver solver =
          new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-10, 0).getSolver();
      RealVector ones = new ArrayRealVector(right.length, 1.0);
      return new double[][] {
        solver.solve(new ArrayRealVector(right, false)).toArray(), solver.solve(ones).toArray()
      };
    } catch (MathIllegalArgumentException e) {
      return null; // not positive definite any more: rounding has the last word
    }
  }

  private static double room(double[] values, double[] changes) {
    double length = 1;
    for (int i = 0; i < values.length; i++) {
      if (changes[i] < 0) {
        length = Math.min(length, -SHARE * values[i] / changes[i]);
      }
    }
    return length;
  }

  private static void move(double[] values, double[] changes, double length) {
    for (int i = 0; i < values.length; i++) {
      values[i] += length * changes[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double sum(double[] values) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }
}
