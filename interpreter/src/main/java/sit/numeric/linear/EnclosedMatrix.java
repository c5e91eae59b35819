package sit.numeric.linear;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import sit.limits.Limits;

/**
 * A matrix in floating point with a bound on how far each entry may be off.
 *
 * <p>Libraries compute; the bounds are the usual ones for rounding of sums of products (Higham,
 * Accuracy and Stability of Numerical Algorithms, 3.5) and for what is left over when the answer is
 * put back (Rump, Verification methods, Acta Numerica 2010).
 */
public final class EnclosedMatrix {
  private static final double UNIT = 0x1p-52;

  private final RealMatrix values;
  private final RealMatrix errors;

  private EnclosedMatrix(RealMatrix values, RealMatrix errors) {
    this.values = values;
    this.errors = errors;
  }

  /**
   * A matrix by rows.
   *
   * @param errors bounds on how far the true entries may be off
   */
  public static EnclosedMatrix of(double[][] values, double[][] errors) {
    return new EnclosedMatrix(new Array2DRowRealMatrix(values), new Array2DRowRealMatrix(errors));
  }

  private static EnclosedMatrix identity(int size) {
    RealMatrix zero = MatrixUtils.createRealMatrix(size, size);
    return new EnclosedMatrix(MatrixUtils.createRealIdentityMatrix(size), zero);
  }

  private static EnclosedMatrix exactly(RealMatrix values) {
    int rows = values.getRowDimension();
    RealMatrix zero = MatrixUtils.createRealMatrix(rows, values.getColumnDimension());
    return new EnclosedMatrix(values, zero);
  }

  public int rows() {
    return values.getRowDimension();
  }

  public int columns() {
    return values.getColumnDimension();
  }

  public double value(int row, int column) {
    return values.getEntry(row, column);
  }

  /** How far the entry may be off. */
  public double error(int row, int column) {
    return errors.getEntry(row, column);
  }

  /** The product of matrices whose inner sizes agree. */
  public EnclosedMatrix multiply(EnclosedMatrix other, Limits limits) {
    limits.check();
    RealMatrix product = values.multiply(other.values);
    RealMatrix mine = magnitudes(values);
    RealMatrix theirs = magnitudes(other.values);
    limits.check();
    RealMatrix given =
        mine.multiply(other.errors).add(errors.multiply(theirs)).add(errors.multiply(other.errors));
    int terms = columns() + 4;
    RealMatrix sums = mine.multiply(theirs).add(given);
    return new EnclosedMatrix(product, bounds(sums, given, terms));
  }

  public EnclosedMatrix subtract(EnclosedMatrix other) {
    RealMatrix difference = values.subtract(other.values);
    RealMatrix given = errors.add(other.errors);
    return new EnclosedMatrix(difference, bounds(magnitudes(difference).add(given), given, 4));
  }

  /** What was given to be off, and what rounding of so many terms of these sums adds. */
  private static RealMatrix bounds(RealMatrix sums, RealMatrix given, int terms) {
    RealMatrix all = given.copy();
    double tiny = terms * Double.MIN_VALUE * 4;
    for (int i = 0; i < all.getRowDimension(); i++) {
      for (int j = 0; j < all.getColumnDimension(); j++) {
        double rounding = 2 * terms * UNIT * sums.getEntry(i, j);
        all.setEntry(i, j, (given.getEntry(i, j) + rounding) * (1 + terms * UNIT) + tiny);
      }
    }
    return all;
  }

  private static RealMatrix magnitudes(RealMatrix of) {
    RealMatrix all = of.copy();
    for (int i = 0; i < all.getRowDimension(); i++) {
      for (int j = 0; j < all.getColumnDimension(); j++) {
        all.setEntry(i, j, Math.abs(all.getEntry(i, j)));
      }
    }
    return all;
  }

  /** The inverse; empty where the matrix may be singular. */
  public Optional<EnclosedMatrix> inverse(Limits limits) {
    return solve(identity(rows()), limits);
  }

  /**
   * What this square matrix takes to the right side; empty where it may be singular.
   *
   * <p>With R near the inverse of A and G = 1 - RA, norm(G) &lt; 1, a solution x near x' has norm(x
   * - x') &lt;= norm(R(b - Ax')) / (1 - norm(G)), in the norm of the largest entry.
   */
  public Optional<EnclosedMatrix> solve(EnclosedMatrix right, Limits limits) {
    limits.check();
    RealMatrix near;
    try {
      near = new LUDecomposition(values, 0).getSolver().getInverse();
    } catch (MathRuntimeException e) {
      return Optional.empty();
    }
    EnclosedMatrix inverse = exactly(near);
    double left = identity(rows()).subtract(inverse.multiply(this, limits)).norm();
    if (!(left < 1)) {
      return Optional.empty();
    }
    EnclosedMatrix solution = exactly(near.multiply(right.values));
    EnclosedMatrix rest = inverse.multiply(right.subtract(multiply(solution, limits)), limits);
    RealMatrix bound = rest.errors.copy();
    for (int j = 0; j < bound.getColumnDimension(); j++) {
      double largest = 0;
      for (int i = 0; i < bound.getRowDimension(); i++) {
        largest = Math.max(largest, Math.abs(rest.value(i, j)) + rest.error(i, j));
      }
      double[] column = new double[bound.getRowDimension()];
      Arrays.fill(column, largest / (1 - left) * (1 + 8 * UNIT) + Double.MIN_VALUE);
      bound.setColumn(j, column);
    }
    return Optional.of(new EnclosedMatrix(solution.values, bound));
  }

  /** Not below the largest sum of magnitudes of a row. */
  private double norm() {
    double norm = 0;
    for (int i = 0; i < rows(); i++) {
      double sum = 0;
      for (int j = 0; j < columns(); j++) {
        sum += Math.abs(value(i, j)) + error(i, j);
      }
      norm = Math.max(norm, sum * (1 + (2 * columns() + 2) * UNIT));
    }
    return norm;
  }

  /** Not below the root of the sum of squares. */
  private double frobenius() {
    double sum = 0;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        double entry = Math.abs(value(i, j)) + error(i, j);
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum) * (1 + (rows() * columns() + 8) * UNIT);
  }

  /**
   * The eigenvalues of a symmetric matrix, the largest first, in a column.
   *
   * <p>With V near orthogonal and L diagonal, each is within norm(A - VLV') + |l| norm(1 - V'V) of
   * its counterpart in L (Weyl; Ostrowski: Horn and Johnson 4.5.9).
   */
  public EnclosedMatrix eigenvalues(Limits limits) {
    limits.check();
    EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(values);
    EnclosedMatrix vectors = exactly(parts.getV());
    EnclosedMatrix turned = exactly(parts.getVT());
    EnclosedMatrix middle = exactly(parts.getD());
    double rest = subtract(vectors.multiply(middle, limits).multiply(turned, limits)).frobenius();
    double skew = identity(rows()).subtract(turned.multiply(vectors, limits)).frobenius();
    double[] all = parts.getEigenvalues();
    Arrays.sort(all);
    double[][] found = new double[all.length][1];
    double[][] bounds = new double[all.length][1];
    for (int i = 0; i < all.length; i++) {
      found[i][0] = all[all.length - 1 - i];
      bounds[i][0] = (rest + Math.abs(found[i][0]) * skew) * (1 + 4 * UNIT);
    }
    return of(found, bounds);
  }
}
