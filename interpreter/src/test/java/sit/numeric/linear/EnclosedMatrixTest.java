package sit.numeric.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;

/** Bounds of products, solutions and eigenvalues hold what fractions say. */
class EnclosedMatrixTest {
  private static double[][] random(SplittableRandom random, int rows, int columns) {
    double[][] all = new double[rows][columns];
    for (double[] row : all) {
      for (int j = 0; j < columns; j++) {
        row[j] = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-3, 4));
      }
    }
    return all;
  }

  private static EnclosedMatrix enclosed(double[][] values) {
    return EnclosedMatrix.of(values, new double[values.length][values[0].length]);
  }

  private static List<List<Rational>> exact(double[][] values) {
    List<List<Rational>> rows = new ArrayList<>();
    for (double[] row : values) {
      List<Rational> line = new ArrayList<>();
      for (double entry : row) {
        line.add(Rational.of(new BigDecimal(entry)));
      }
      rows.add(line);
    }
    return rows;
  }

  private static void holds(EnclosedMatrix enclosed, List<List<Rational>> exact) {
    for (int i = 0; i < enclosed.rows(); i++) {
      for (int j = 0; j < enclosed.columns(); j++) {
        Rational value = Rational.of(new BigDecimal(enclosed.value(i, j)));
        Rational error = Rational.of(new BigDecimal(enclosed.error(i, j)));
        Rational apart = value.subtract(exact.get(i).get(j)).abs();
        assertThat(apart.compareTo(error)).isLessThanOrEqualTo(0);
      }
    }
  }

  @RepeatedTest(20)
  void productsAndSolutionsAreHeld(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int size = 1 + random.nextInt(6);
    double[][] a = random(random, size, size);
    double[][] b = random(random, size, 2);
    List<List<Rational>> product = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Rational> row = new ArrayList<>();
      for (int j = 0; j < 2; j++) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < size; k++) {
          sum = sum.add(exact(a).get(i).get(k).multiply(exact(b).get(k).get(j)));
        }
        row.add(sum);
      }
      product.add(row);
    }
    holds(enclosed(a).multiply(enclosed(b), Limits.none()), product);
    var solved = ExactElimination.solve(exact(a), exact(b), Limits.none()).orElseThrow();
    enclosed(a).solve(enclosed(b), Limits.none()).ifPresent(found -> holds(found, solved));
  }

  @Test
  void whatMayBeSingularHasNoSolution() {
    double[][] nearly = {{1, 2}, {2, 4}};
    double[][] off = {{1e-12, 0}, {0, 1e-12}};
    assertThat(EnclosedMatrix.of(nearly, off).inverse(Limits.none())).isEmpty();
    assertThat(EnclosedMatrix.of(new double[][] {{1, 2}, {2, 4.5}}, off).inverse(Limits.none()))
        .isPresent();
  }

  @Test
  void eigenvaluesOfAPathAreCosines() {
    int size = 12;
    double[][] path = new double[size][size];
    for (int i = 0; i + 1 < size; i++) {
      path[i][i + 1] = path[i + 1][i] = 1;
    }
    EnclosedMatrix found = enclosed(path).eigenvalues(Limits.none());
    for (int k = 0; k < size; k++) {
      double wanted = 2 * Math.cos(Math.PI * (k + 1) / (size + 1));
      assertThat(Math.abs(found.value(k, 0) - wanted)).isLessThanOrEqualTo(found.error(k, 0));
      assertThat(found.error(k, 0)).isLessThan(1e-11);
    }
  }

  @Test
  void determinantsOfHilbertsMatricesAreKnown() {
    List<List<Rational>> hilbert = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      List<Rational> row = new ArrayList<>();
      for (int j = 1; j <= 5; j++) {
        row.add(Rational.of(1, i + j - 1));
      }
      hilbert.add(row);
    }
    // OEIS A005249
    assertThat(ExactElimination.determinant(hilbert, Limits.none()))
        .isEqualTo(Rational.of(1, 266_716_800_000L));
  }
}
