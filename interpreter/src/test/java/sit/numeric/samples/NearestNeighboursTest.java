package sit.numeric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.limits.Limits;
import sit.numeric.samples.EntropySum.Information;

/**
 * The estimators of Kraskov and others against their definitions, by comparing every two points.
 */
class NearestNeighboursTest {
  private static Rows rows(int n, int columns, long seed, boolean grid) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[columns][n];
    for (int i = 0; i < n; i++) {
      double common = random.nextDouble() - random.nextDouble();
      for (double[] column : values) {
        double x = common + 0.7 * (random.nextDouble() - random.nextDouble());
        column[i] = grid ? Math.rint(64 * x) / 64 : x;
      }
    }
    List<Column> all = new ArrayList<>();
    for (double[] column : values) {
      all.add(new Column.Reals("x", column));
    }
    return new Rows(all, false);
  }

  private static double distance(Rows rows, int[] columns, int i, int j) {
    double most = 0;
    for (int c : columns) {
      most = Math.max(most, Math.abs(rows.reals(c)[i] - rows.reals(c)[j]));
    }
    return most;
  }

  private static int[] and(int[]... groups) {
    return Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
  }

  private static int nearer(Rows rows, int[] columns, int i, double than) {
    int count = 0;
    for (int j = 0; j < rows.size(); j++) {
      count += j != i && distance(rows, columns, i, j) < than ? 1 : 0;
    }
    return count;
  }

  private static double kth(Rows rows, int[] columns, int i, int k) {
    double[] all = new double[rows.size()];
    for (int j = 0; j < all.length; j++) {
      all[j] = j == i ? Double.POSITIVE_INFINITY : distance(rows, columns, i, j);
    }
    Arrays.sort(all);
    return all[k - 1];
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0, 1", "1, 1, 0, 4", "2, 1, 0, 3", "1, 1, 1, 4", "1, 2, 2, 2"})
  void theFirstAgreesWithTheDefinition(int a, int b, int c, int k) {
    Information of = new Information(range(0, a), range(a, a + b), range(a + b, a + b + c));
    for (boolean grid : new boolean[] {false, true}) {
      Rows rows = rows(300, a + b + c, 7L * k + a, grid);
      int[] all = and(of.a(), of.b(), of.given());
      double sum = 0;
      for (int i = 0; i < rows.size(); i++) {
        double eps = kth(rows, all, i, k);
        sum -= Digamma.value(nearer(rows, and(of.a(), of.given()), i, eps) + 1);
        sum -= Digamma.value(nearer(rows, and(of.b(), of.given()), i, eps) + 1);
        sum += Digamma.value(k);
        sum +=
            c > 0
                ? Digamma.value(nearer(rows, of.given(), i, eps) + 1)
                : Digamma.value(rows.size());
      }
      double found = new NearestNeighbours(rows, k, Limits.none()).first(of, 0.95).nats();
      assertThat(found).isCloseTo(sum / rows.size(), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 1, 5", "2, 2, 3"})
  void theSecondAgreesWithTheDefinition(int a, int b, int k) {
    Rows rows = rows(300, a + b, 11L * k, false);
    Information of = new Information(range(0, a), range(a, a + b), new int[0]);
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      double eps = kth(rows, range(0, a + b), i, k);
      double x = 0;
      double y = 0;
      for (int j = 0; j < rows.size(); j++) {
        if (j != i && distance(rows, range(0, a + b), i, j) <= eps) {
          x = Math.max(x, distance(rows, of.a(), i, j));
          y = Math.max(y, distance(rows, of.b(), i, j));
        }
      }
      sum += Digamma.value(k) - 1.0 / k + Digamma.value(rows.size());
      sum -= Digamma.value(nearer(rows, of.a(), i, Math.nextUp(x)));
      sum -= Digamma.value(nearer(rows, of.b(), i, Math.nextUp(y)));
    }
    double found = new NearestNeighbours(rows, k, Limits.none()).second(of, 0.95).nats();
    assertThat(found).isCloseTo(sum / rows.size(), within(1e-12));
  }

  @Test
  void theEntropyAgreesWithTheDefinition() {
    Rows rows = rows(400, 2, 5, false);
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      double eps = kth(rows, range(0, 2), i, 3);
      sum += Digamma.value(rows.size()) - Digamma.value(3) + 2 * Math.log(2 * eps);
    }
    double found = new NearestNeighbours(rows, 3, Limits.none()).entropy(range(0, 2), 0.95).nats();
    assertThat(found).isCloseTo(sum / rows.size(), within(1e-12));
  }

  @Test
  void theDigitsDoNotDependOnTheThreads() throws Exception {
    Rows rows = rows(5000, 3, 3, false);
    Information of = new Information(new int[] {0}, new int[] {1}, new int[] {2});
    double alone = 0;
    for (int threads : new int[] {1, 2, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      double found =
          pool.submit(() -> new NearestNeighbours(rows, 4, Limits.none()).first(of, 0.95).nats())
              .get();
      pool.shutdown();
      alone = threads == 1 ? found : alone;
      assertThat(found).isEqualTo(alone);
    }
  }

  @Test
  void findsTheInformationOfNormalVariables() {
    SplittableRandom random = new SplittableRandom(1);
    int n = 4000;
    double r = 0.8;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = r * x[i] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    Rows rows = new Rows(List.of(new Column.Reals("x", x), new Column.Reals("y", y)), false);
    Information of = new Information(new int[] {0}, new int[] {1}, new int[0]);
    double truth = -0.5 * Math.log(1 - r * r);
    NearestNeighbours neighbours = new NearestNeighbours(rows, 4, Limits.none());
    for (Estimate found : List.of(neighbours.first(of, 0.99), neighbours.second(of, 0.99))) {
      assertThat(found.nats()).isCloseTo(truth, within(found.margin()));
    }
    EntropySum sum =
        new EntropySum(
            List.of(
                new EntropySum.Part(1, java.util.Set.of(0)),
                new EntropySum.Part(1, java.util.Set.of(1)),
                new EntropySum.Part(-1, java.util.Set.of(0, 1))));
    Estimate normal = new GaussianEstimator(rows, Limits.none()).of(sum, 0.99);
    assertThat(normal.nats()).isCloseTo(truth, within(normal.margin()));
    assertThat(sum.information()).isPresent();
  }

  private static int[] range(int from, int to) {
    return java.util.stream.IntStream.range(from, to).toArray();
  }
}
