package sit.numeric.gaussian;

import java.util.Optional;
import org.hipparchus.FieldElement;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.MathArrays;
import sit.limits.Limits;

/** The stationary covariance of a stable linear system: {@code P = A P A' + Q}. */
final class Lyapunov {
  private static final int LARGEST = 6;
  private static final double NOTHING = 1e-58;

  private Lyapunov() {}

  /** {@code P = Q + A Q A' + A^2 Q A'^2 + ...}, of which each turn doubles the number of terms. */
  static <T extends FieldElement<T>> T[][] doubled(
      Numbers<T> numbers, States.Step<T> step, Limits limits) {
    T[][] power = step.matrix();
    T[][] sum = step.noise();
    for (int k = 0; k < 64; k++) {
      limits.check();
      T[][] more = Filter.moved(numbers, power, sum);
      double size = 0;
      double change = 0;
      T[][] next = MathArrays.buildArray(numbers.field(), sum.length, sum.length);
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum.length; j++) {
          next[i][j] = sum[i][j].add(more[i][j]);
          size = Math.max(size, Math.abs(next[i][j].getReal()));
          change = Math.max(change, Math.abs(more[i][j].getReal()));
        }
      }
      sum = next;
      if (change <= NOTHING * size) {
        break;
      }
      power = Filter.product(numbers, power, power, false);
    }
    return sum;
  }

  /** The solution of the linear equations, in fractions; empty if they are many or have none. */
  static <T extends FieldElement<T>> Optional<T[][]> solve(
      Numbers<T> numbers, States.Step<T> step, Limits limits) {
    int n = step.matrix().length;
    if (n > LARGEST) {
      return Optional.empty();
    }
    T[][] equations = MathArrays.buildArray(numbers.field(), n * n, n * n);
    T[] right = MathArrays.buildArray(numbers.field(), n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int row = i * n + j;
        right[row] = step.noise()[i][j];
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            T product = step.matrix()[i][k].multiply(step.matrix()[j][l]).negate();
            int column = k * n + l;
            equations[row][column] =
                row == column ? product.add(numbers.field().getOne()) : product;
          }
        }
      }
    }
    limits.check();
    try {
      FieldVector<T> solution =
          new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(numbers.field(), equations))
              .getSolver()
              .solve(new ArrayFieldVector<>(numbers.field(), right));
      T[][] covariance = MathArrays.buildArray(numbers.field(), n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance[i][j] = solution.getEntry(i * n + j);
        }
      }
      return Optional.of(covariance);
    } catch (MathIllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
