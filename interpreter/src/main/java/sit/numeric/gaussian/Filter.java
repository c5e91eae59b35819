package sit.numeric.gaussian;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.util.MathArrays;
import sit.exact.LogSum;
import sit.exact.Rational;

/**
 * The covariance of the state of Gaussian processes given what was seen of them, letter by letter:
 * the recursion of Kalman (1960), in which a letter that is seen without noise takes one direction
 * out of the covariance.
 */
final class Filter<T extends FieldElement<T>> {
  private final Numbers<T> numbers;
  private final int size;
  private T[][] covariance;

  Filter(Numbers<T> numbers, T[][] covariance) {
    this.numbers = numbers;
    this.size = covariance.length;
    this.covariance = covariance;
  }

  /** A copy that goes on by itself. */
  Filter<T> copy() {
    T[][] same = MathArrays.buildArray(numbers.field(), size, size);
    for (int i = 0; i < size; i++) {
      same[i] = covariance[i].clone();
    }
    return new Filter<>(numbers, same);
  }

  T[][] covariance() {
    return covariance;
  }

  void step(States.Step<T> step) {
    covariance = moved(numbers, step.matrix(), covariance);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        covariance[i][j] = covariance[i][j].add(step.noise()[i][j]);
      }
    }
  }

  /** {@code A P A'} of a symmetric P. */
  static <T extends FieldElement<T>> T[][] moved(Numbers<T> numbers, T[][] a, T[][] p) {
    return product(numbers, product(numbers, a, p, false), a, true);
  }

  /** The product of two matrices, the second transposed or not; zeros are passed over. */
  static <T extends FieldElement<T>> T[][] product(
      Numbers<T> numbers, T[][] left, T[][] right, boolean transposed) {
    int n = left.length;
    T[][] result = MathArrays.buildArray(numbers.field(), n, n);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        if (left[i][k].isZero()) {
          continue;
        }
        for (int j = 0; j < n; j++) {
          T factor = transposed ? right[j][k] : right[k][j];
          if (!factor.isZero()) {
            result[i][j] = result[i][j].add(left[i][k].multiply(factor));
          }
        }
      }
    }
    return result;
  }

  /** The variance that a part of the state has left. */
  T variance(int place) {
    return covariance[place][place];
  }

  /** Sees a part of the state, whose variance is not zero. */
  void see(int place) {
    T variance = covariance[place][place];
    T[] column = MathArrays.buildArray(numbers.field(), size);
    for (int i = 0; i < size; i++) {
      column[i] = covariance[i][place];
    }
    for (int i = 0; i < size; i++) {
      if (column[i].isZero()) {
        continue;
      }
      T gain = column[i].divide(variance);
      for (int j = 0; j < size; j++) {
        if (!column[j].isZero()) {
          covariance[i][j] = covariance[i][j].subtract(gain.multiply(column[j]));
        }
      }
    }
    // exactly known from now on, whatever the rounding
    for (int i = 0; i < size; i++) {
      covariance[i][place] = numbers.field().getZero();
      covariance[place][i] = numbers.field().getZero();
    }
  }

  /** Whether a variance is nothing beside what it was. */
  boolean isNothing(T variance, double before) {
    return numbers.isExact() ? variance.isZero() : variance.getReal() <= 1e-25 * Math.abs(before);
  }

  /** {@code 1/2 log(2 pi e v)} in nats. */
  static double entropy(double variance) {
    return 0.5 * (1 + Math.log(2 * Math.PI * variance));
  }

  /** {@code 1/2 log2(2 pi e v)} of each of these variances, in bits and exactly. */
  static LogSum entropy(List<Rational> variances) {
    LogSum.Builder sum = new LogSum.Builder();
    Rational half = Rational.of(1, 2);
    for (Rational variance : variances) {
      sum.addLog2(half, variance.multiply(Rational.TWO));
      sum.add(half, LogSum.log2Pi());
      sum.add(half, LogSum.nats(Rational.ONE));
    }
    return sum.build();
  }
}
