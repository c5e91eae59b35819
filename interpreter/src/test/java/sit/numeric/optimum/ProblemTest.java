package sit.numeric.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sit.limits.Limits;

/** Optima whose values are known in closed form. */
class ProblemTest {
  private static double h(double p) {
    return p == 0 || p == 1 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  private static Problem rateDistortion(double p, double bound) {
    double[] uniform = {(1 - p) / 2, (1 - p) / 2, p / 2, p / 2};
    Problem problem =
        new Problem(List.of(2, 2), uniform, 0, List.of(new Choice(List.of(1), List.of(0))));
    problem.information(1, List.of(0), List.of(1));
    problem.constant(h(p));
    problem.bound(
        Map.of(),
        List.of(new Problem.Cost(new double[] {0, 1, 1, 0}, List.of(0, 1))),
        bound,
        false);
    return problem;
  }

  @Test
  void binarySourceUnderHammingDistortion() {
    for (double p : new double[] {0.5, 0.3, 0.2}) {
      for (double d : new double[] {0, 0.01, 0.05, 0.1, 0.2, 0.3}) {
        Solution found = rateDistortion(p, d).solve(1e-10, Limits.none());
        double wanted = d < Math.min(p, 1 - p) ? h(p) - h(d) : 0;
        assertThat(found.upper() - found.lower()).isLessThan(1e-9);
        assertThat(found.lower()).isLessThanOrEqualTo(wanted + 1e-15);
        assertThat(found.upper()).isGreaterThanOrEqualTo(wanted - 1e-15);
      }
    }
  }

  /** A binary symmetric Markov source with feed-forward, as a problem of one kernel (D17). */
  @Test
  void feedForward() {
    int n = 4;
    double flip = 0.2;
    int cells = 1 << 2 * n;
    double[] uniform = new double[cells];
    double[] d = new double[cells];
    double entropy = 1 + (n - 1) * h(flip);
    for (int c = 0; c < cells; c++) {
      int x = c >> n;
      int y = c & (1 << n) - 1;
      double p = 0.5;
      for (int t = 1; t < n; t++) {
        p *= ((x >> n - 1 - t & 1) != (x >> n - t & 1)) ? flip : 1 - flip;
      }
      uniform[c] = p / (1 << n);
      d[c] = Integer.bitCount(x ^ y) / (double) n;
    }
    List<Integer> sizes = java.util.Collections.nCopies(2 * n, 2);
    Problem problem =
        new Problem(
            sizes, uniform, 0, List.of(new Choice(List.of(4, 5, 6, 7), List.of(0, 1, 2, 3))));
    for (int t = 0; t < n; t++) {
      List<Integer> given = new java.util.ArrayList<>();
      for (int s = 0; s < t; s++) {
        given.add(s);
      }
      for (int s = 0; s <= t; s++) {
        given.add(n + s);
      }
      problem.information(1, List.of(t), given);
    }
    problem.constant(entropy);
    problem.bound(
        Map.of(), List.of(new Problem.Cost(d, List.of(0, 1, 2, 3, 4, 5, 6, 7))), 0.1, false);
    Solution found = problem.solve(1e-10, Limits.none());
    assertThat(found.value() / n).isCloseTo(0.322450477576, Offset.offset(1e-9));
    assertThat(found.upper() - found.lower()).isLessThan(1e-9);
  }

  /** Most reproduction letters are not used here: what they would tell needs care in the bound. */
  @Test
  void boundsMeetWhereLettersVanish() {
    int n = 16;
    double[] uniform = new double[n * n];
    double[] distance = new double[n * n];
    for (int cell = 0; cell < uniform.length; cell++) {
      uniform[cell] = 1.0 / (n * n);
      distance[cell] = Math.abs(cell / n - cell % n);
    }
    Problem problem =
        new Problem(List.of(n, n), uniform, 0, List.of(new Choice(List.of(1), List.of(0))));
    problem.information(1, List.of(0), List.of(1));
    problem.constant(4);
    problem.bound(Map.of(), List.of(new Problem.Cost(distance, List.of(0, 1))), 2, false);
    Solution found = problem.solve(1e-9, Limits.none());
    assertThat(found.upper() - found.lower()).isBetween(0.0, 1e-9);
  }

  /** Bounds that contradict each other are told from one that cannot be reached. */
  @Test
  void whatCannotBeKeptIsSaid() {
    assertThatThrownBy(() -> rateDistortion(0.5, -0.1).solve(1e-9, Limits.none()))
        .isInstanceOfSatisfying(
            Impossible.class, e -> assertThat(e.reason()).isEqualTo(Impossible.Reason.UNREACHABLE));
    Problem problem = rateDistortion(0.5, 0.1);
    problem.bound(
        Map.of(),
        List.of(new Problem.Cost(new double[] {0, -1, -1, 0}, List.of(0, 1))),
        -0.2,
        false);
    assertThatThrownBy(() -> problem.solve(1e-9, Limits.none()))
        .isInstanceOfSatisfying(
            Impossible.class, e -> assertThat(e.reason()).isEqualTo(Impossible.Reason.INFEASIBLE));
  }
}
