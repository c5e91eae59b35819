package sit.numeric.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.limits.Limits;

/** Elimination over the rationals: determinants and solutions without rounding. */
public final class ExactElimination {
  private final Rational[][] rows;
  private final int size;
  private final Limits limits;
  private Rational determinant = Rational.ONE;

  private ExactElimination(List<List<Rational>> left, List<List<Rational>> right, Limits limits) {
    this.size = left.size();
    this.limits = limits;
    this.rows = new Rational[size][];
    for (int i = 0; i < size; i++) {
      List<Rational> row = new ArrayList<>(left.get(i));
      row.addAll(right.get(i));
      rows[i] = row.toArray(new Rational[0]);
    }
  }

  /** The determinant of a square matrix. */
  public static Rational determinant(List<List<Rational>> matrix, Limits limits) {
    List<List<Rational>> nothing = new ArrayList<>();
    matrix.forEach(row -> nothing.add(List.of()));
    ExactElimination elimination = new ExactElimination(matrix, nothing, limits);
    return elimination.isReduced() ? elimination.determinant : Rational.ZERO;
  }

  /** What a square matrix takes to the right side; empty where it is singular. */
  public static Optional<List<List<Rational>>> solve(
      List<List<Rational>> matrix, List<List<Rational>> right, Limits limits) {
    ExactElimination elimination = new ExactElimination(matrix, right, limits);
    if (!elimination.isReduced()) {
      return Optional.empty();
    }
    List<List<Rational>> solution = new ArrayList<>();
    for (Rational[] row : elimination.rows) {
      solution.add(List.of(row).subList(elimination.size, row.length));
    }
    return Optional.of(solution);
  }

  /** Turns the left side into the identity; false where that cannot be. */
  private boolean isReduced() {
    for (int pivot = 0; pivot < size; pivot++) {
      int from = pivot;
      while (from < size && rows[from][pivot].isZero()) {
        from++;
      }
      if (from == size) {
        return false;
      }
      if (from != pivot) {
        Rational[] swapped = rows[from];
        rows[from] = rows[pivot];
        rows[pivot] = swapped;
        determinant = determinant.negate();
      }
      determinant = determinant.multiply(rows[pivot][pivot]);
      Rational scale = Rational.ONE.divide(rows[pivot][pivot]);
      for (int j = pivot; j < rows[pivot].length; j++) {
        rows[pivot][j] = rows[pivot][j].multiply(scale);
      }
      for (int i = 0; i < size; i++) {
        limits.check();
        if (i != pivot && !rows[i][pivot].isZero()) {
          takeAway(i, pivot);
        }
      }
    }
    return true;
  }

  private void takeAway(int row, int pivot) {
    Rational factor = rows[row][pivot];
    for (int j = pivot; j < rows[row].length; j++) {
      if (!rows[pivot][j].isZero()) {
        rows[row][j] = rows[row][j].subtract(factor.multiply(rows[pivot][j]));
      }
    }
  }
}
