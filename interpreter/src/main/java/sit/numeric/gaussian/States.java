package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.util.MathArrays;
import sit.exact.Rational;
import sit.numeric.process.ProcessLaw.Past;

/**
 * The last letters of some processes as the state of a linear system {@code s' = A s + noise}: for
 * each process so many letters, the newest first, and then the variables outside of time.
 */
final class States<T extends FieldElement<T>> {
  private final GaussianProcess law;
  private final Numbers<T> numbers;
  private final int[] depths;
  private final int[] offsets;
  private final int size;

  /** One step: the matrix of the state and the covariance of what is added. */
  record Step<T>(T[][] matrix, T[][] noise) {}

  /**
   * States that keep so many letters of each process.
   *
   * @param least how many letters are looked at from outside
   */
  States(GaussianProcess law, Numbers<T> numbers, int[] least) {
    this.law = law;
    this.numbers = numbers;
    this.depths = new int[least.length];
    this.offsets = new int[least.length];
    int place = 0;
    int[] needed = law.depths();
    for (int i = 0; i < least.length; i++) {
      depths[i] = Math.max(1, Math.max(least[i], needed[i]));
      offsets[i] = place;
      place += depths[i];
    }
    this.size = place + law.outside().size();
  }

  Numbers<T> numbers() {
    return numbers;
  }

  int size() {
    return size;
  }

  /** Where the letter of a process so many steps back stands. */
  int place(int process, int lag) {
    return offsets[process] + lag;
  }

  T[][] zeros() {
    return MathArrays.buildArray(numbers.field(), size, size);
  }

  /**
   * The covariance before the first letter, when only what is outside of time is there.
   *
   * @param known whether that is known, and varies no more
   */
  T[][] beginning(boolean known) {
    T[][] covariance = zeros();
    for (int k = 0; k < law.outside().size() && !known; k++) {
      int at = size - law.outside().size() + k;
      Rational variance = law.outside().get(k).variance().orElseThrow();
      covariance[at][at] = numbers.from().apply(variance);
    }
    return covariance;
  }

  /** The step in which the letters of a time are drawn. */
  Step<T> step(int time) {
    int processes = depths.length;
    T[][] matrix = zeros();
    T[][] made = MathArrays.buildArray(numbers.field(), size, processes);
    List<Rational> variances = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      variances.add(Rational.ZERO);
      for (int lag = 1; lag < depths[i]; lag++) {
        matrix[place(i, lag)][place(i, lag - 1)] = numbers.field().getOne();
      }
    }
    for (int k = size - law.outside().size(); k < size; k++) {
      matrix[k][k] = numbers.field().getOne();
    }
    for (int i : law.order(time)) {
      Line line = law.line(i, time);
      int row = place(i, 0);
      if (line == null) {
        continue;
      }
      for (Map.Entry<Past, Rational> entry : line.letters().entrySet()) {
        T factor = numbers.from().apply(entry.getValue());
        Past past = entry.getKey();
        if (past.lag() > 0) {
          int column = place(past.process(), past.lag() - 1);
          matrix[row][column] = matrix[row][column].add(factor);
          continue;
        }
        int same = place(past.process(), 0);
        for (int j = 0; j < size; j++) {
          matrix[row][j] = matrix[row][j].add(factor.multiply(matrix[same][j]));
        }
        for (int j = 0; j < processes; j++) {
          made[row][j] = made[row][j].add(factor.multiply(made[same][j]));
        }
      }
      for (Map.Entry<Source, Rational> entry : line.outside().entrySet()) {
        int column = size - law.outside().size() + law.outside().indexOf(entry.getKey());
        matrix[row][column] = matrix[row][column].add(numbers.from().apply(entry.getValue()));
      }
      made[row][i] = numbers.field().getOne();
      variances.set(i, line.noise());
    }
    T[][] noise = zeros();
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        for (int i = 0; i < processes; i++) {
          if (!made[a][i].isZero() && !made[b][i].isZero()) {
            T variance = numbers.from().apply(variances.get(i));
            noise[a][b] = noise[a][b].add(made[a][i].multiply(made[b][i]).multiply(variance));
          }
        }
      }
    }
    return new Step<>(matrix, noise);
  }
}
