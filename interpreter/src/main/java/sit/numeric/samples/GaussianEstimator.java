package sit.numeric.samples;

import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import sit.limits.Limits;
import sit.numeric.CompensatedSum;

/**
 * Sums of differential entropies of jointly normal variables, from the sample covariance: half the
 * logarithm of the determinant of 2 pi e times the covariance (Cover & Thomas, theorem 8.4.1).
 */
public final class GaussianEstimator {
  private final Rows rows;
  private final Limits limits;

  public GaussianEstimator(Rows rows, Limits limits) {
    this.rows = rows;
    this.limits = limits;
  }

  /**
   * The estimate; the local values are the sums of the surprises under the normal laws fitted.
   *
   * @throws SingularCovariance if some columns are linear functions of others
   */
  public Estimate of(EntropySum sum, double level) {
    double[] local = new double[rows.size()];
    CompensatedSum total = new CompensatedSum();
    for (EntropySum.Part part : sum.parts()) {
      limits.check();
      total.add(part.times() * add(part, local));
    }
    // the quadratic form of the surprises has the mean d(n - 1)/n where the entropy has d
    double margin = Spread.ofMean(local, rows.sequential(), level);
    double shift = total.value() - Spread.mean(local);
    for (int i = 0; i < local.length; i++) {
      local[i] += shift;
    }
    return new Estimate(total.value(), margin, rows.size(), Optional.of(local));
  }

  private double add(EntropySum.Part part, double[] local) {
    int[] columns = part.places();
    int d = columns.length;
    int n = rows.size();
    double[] means = new double[d];
    for (int i = 0; i < d; i++) {
      means[i] = Spread.mean(rows.reals(columns[i]));
    }
    RealMatrix covariance = MatrixUtils.createRealMatrix(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        CompensatedSum products = new CompensatedSum();
        double[] x = rows.reals(columns[i]);
        double[] y = rows.reals(columns[j]);
        for (int t = 0; t < n; t++) {
          products.add((x[t] - means[i]) * (y[t] - means[j]));
        }
        covariance.setEntry(i, j, products.value() / (n - 1));
        covariance.setEntry(j, i, products.value() / (n - 1));
      }
    }
    double[][] root = root(covariance);
    double half = 0;
    for (int i = 0; i < d; i++) {
      half += Math.log(root[i][i]);
    }
    double constant = half + 0.5 * d * Math.log(2 * Math.PI);
    double[] solved = new double[d];
    for (int t = 0; t < n; t++) {
      double square = 0;
      for (int i = 0; i < d; i++) {
        double z = rows.reals(columns[i])[t] - means[i];
        for (int j = 0; j < i; j++) {
          z -= root[i][j] * solved[j];
        }
        solved[i] = z / root[i][i];
        square += solved[i] * solved[i];
      }
      local[t] += part.times() * (constant + 0.5 * square);
    }
    return constant + 0.5 * d;
  }

  private static double[][] root(RealMatrix covariance) {
    try {
      return new CholeskyDecomposition(covariance, 1e-12, 0).getL().getData();
    } catch (MathIllegalArgumentException e) {
      throw new SingularCovariance();
    }
  }
}
