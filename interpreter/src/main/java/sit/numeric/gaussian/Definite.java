package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * A symmetric matrix of rational numbers taken apart into {@code L D L'} with a unit lower triangle
 * and a diagonal of pivots: exactly, so that whether it is positive definite is decided.
 */
public final class Definite {
  private final Rational[][] lower;
  private final Rational[] pivots;
  private final int rank;

  private Definite(Rational[][] lower, Rational[] pivots, int rank) {
    this.lower = lower;
    this.pivots = pivots;
    this.rank = rank;
  }

  /** Takes a symmetric matrix apart, as far as its pivots are positive. */
  public static Definite of(List<List<Rational>> matrix, Limits limits) {
    int n = matrix.size();
    Rational[][] rest = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rest[i][j] = matrix.get(i).get(j);
      }
    }
    Rational[][] lower = new Rational[n][n];
    Rational[] pivots = new Rational[n];
    for (int k = 0; k < n; k++) {
      limits.check();
      pivots[k] = rest[k][k];
      if (pivots[k].signum() <= 0) {
        return new Definite(lower, pivots, k);
      }
      lower[k][k] = Rational.ONE;
      for (int i = k + 1; i < n; i++) {
        lower[i][k] = rest[i][k].divide(pivots[k]);
        if (!lower[i][k].isZero()) {
          for (int j = k + 1; j <= i; j++) {
            rest[i][j] = rest[i][j].subtract(lower[i][k].multiply(rest[j][k]));
          }
        }
      }
    }
    return new Definite(lower, pivots, n);
  }

  public boolean isPositive() {
    return rank == pivots.length;
  }

  /** Whether the first pivot that is not positive is zero: of a covariance, that it is singular. */
  public boolean isSingular() {
    return !isPositive() && pivots[rank].isZero();
  }

  /** The unit lower triangle, row by row up to the diagonal. */
  public List<List<Rational>> triangle() {
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < lower.length; i++) {
      rows.add(List.copyOf(Arrays.asList(lower[i]).subList(0, i + 1)));
    }
    return rows;
  }

  public List<Rational> pivots() {
    return List.of(pivots);
  }

  /** The logarithm of the determinant of a positive definite matrix, in bits. */
  public LogSum logDeterminant() {
    LogSum.Builder sum = new LogSum.Builder();
    for (Rational pivot : pivots) {
      sum.addLog2(Rational.ONE, pivot);
    }
    return sum.build();
  }

  /** The x for which the matrix times x is a vector. */
  public List<Rational> solve(List<Rational> vector) {
    int n = pivots.length;
    Rational[] x = vector.toArray(new Rational[0]);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        x[i] = x[i].subtract(lower[i][j].multiply(x[j]));
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] = x[i].divide(pivots[i]);
      for (int j = i + 1; j < n; j++) {
        x[i] = x[i].subtract(lower[j][i].multiply(x[j]));
      }
    }
    return List.of(x);
  }
}
