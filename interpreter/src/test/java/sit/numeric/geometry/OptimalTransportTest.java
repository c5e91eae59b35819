package sit.numeric.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;

/** Transport against a general linear program, and what its relatives must satisfy. */
class OptimalTransportTest {
  private static double[] law(SplittableRandom random, int size) {
    double[] law = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      law[i] = random.nextInt(5) == 0 ? 0 : random.nextDouble();
      sum += law[i];
    }
    for (int i = 0; i < size; i++) {
      law[i] = sum == 0 ? 1.0 / size : law[i] / sum;
    }
    return law;
  }

  private static double[][] costs(SplittableRandom random, int rows, int columns) {
    double[][] cost = new double[rows][columns];
    for (double[] row : cost) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextBoolean() ? random.nextInt(4) : random.nextDouble();
      }
    }
    return cost;
  }

  private static double program(double[] p, double[] q, double[][] cost) {
    double[] objective = new double[p.length * q.length];
    List<LinearConstraint> rows = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      double[] row = new double[objective.length];
      for (int j = 0; j < q.length; j++) {
        objective[i * q.length + j] = cost[i][j];
        row[i * q.length + j] = 1;
      }
      rows.add(new LinearConstraint(row, Relationship.EQ, p[i]));
    }
    // the last column is what the others leave
    for (int j = 0; j + 1 < q.length; j++) {
      double[] row = new double[objective.length];
      for (int i = 0; i < p.length; i++) {
        row[i * q.length + j] = 1;
      }
      rows.add(new LinearConstraint(row, Relationship.EQ, q[j]));
    }
    return new SimplexSolver()
        .optimize(
            new MaxIter(10_000),
            new LinearObjectiveFunction(objective, 0),
            new LinearConstraintSet(rows),
            GoalType.MINIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }

  @RepeatedTest(30)
  void isTheLinearProgram(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    double[] p = law(random, 1 + random.nextInt(6));
    double[] q = law(random, 1 + random.nextInt(6));
    double[][] cost = costs(random, p.length, q.length);
    OptimalTransport found = OptimalTransport.of(p, q, cost, Limits.none());
    assertThat(found.cost().value()).isCloseTo(program(p, q, cost), within(1e-9));
    assertThat(found.cost().error()).isLessThan(1e-12);
    Sinkhorn soft = Sinkhorn.of(p, q, cost, 0.5, Limits.none());
    assertThat(soft.cost().upper()).isGreaterThanOrEqualTo(found.cost().lower());
    assertThat(soft.value().upper()).isGreaterThanOrEqualTo(soft.cost().lower());
    assertThat(soft.error()).isLessThan(1e-9);
    for (int i = 0; i < p.length; i++) {
      double sum = 0;
      for (double cell : soft.plan()[i]) {
        sum += cell;
      }
      assertThat(sum).isCloseTo(p[i], within(1e-12));
    }
  }

  @Test
  void aFractionIsExact() {
    List<Rational> third = List.of(Rational.of(1, 3), Rational.of(1, 3), Rational.of(1, 3));
    List<Rational> other = List.of(Rational.of(1, 7), Rational.of(2, 7), Rational.of(4, 7));
    List<List<Rational>> cost = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Rational> row = new ArrayList<>();
      for (int j = 0; j < 3; j++) {
        row.add(Rational.of(Math.abs(i - j)));
      }
      cost.add(row);
    }
    // on a line the cost is the area between the distribution functions: 4/21 + 5/21
    assertThat(OptimalTransport.exactly(third, other, cost, Limits.none()).orElseThrow().cost())
        .isEqualTo(Rational.of(9, 21));
  }

  @Test
  void manyPointsInManyTiesComeToAnEnd() {
    int size = 60;
    double[] uniform = new double[size];
    java.util.Arrays.fill(uniform, 1.0 / size);
    double[][] cost = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        cost[i][j] = (i * 7 + j * 3) % 5;
      }
    }
    OptimalTransport found = OptimalTransport.of(uniform, uniform, cost, Limits.none());
    assertThat(found.cost().value()).isCloseTo(0, within(1e-12));
    assertThat(found.cost().error()).isLessThan(1e-11);
  }

  @RepeatedTest(10)
  void spacesThatAreOneSpaceAreNotApart(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int size = 5;
    double[] x = random.doubles(size).toArray();
    double[] y = random.doubles(size).toArray();
    double[] p = law(random, size);
    double[][] a = new double[size][size];
    double[][] b = new double[size][size];
    double[] q = new double[size];
    for (int i = 0; i < size; i++) {
      q[(i * 2 + 1) % size] = p[i];
      for (int j = 0; j < size; j++) {
        a[i][j] = Math.hypot(x[i] - x[j], y[i] - y[j]);
        b[(i * 2 + 1) % size][(j * 2 + 1) % size] = a[i][j];
      }
    }
    GromovWasserstein.Answer answer =
        GromovWasserstein.of(a, b, p, q, OptionalDouble.empty(), new Seed(1), Limits.none());
    assertThat(answer.distance().value()).isCloseTo(0, within(1e-7));
    assertThat(answer.lower()).isLessThanOrEqualTo(answer.distance().upper());
  }

  @RepeatedTest(10)
  void noMatchingOfPointsIsNearer(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int size = 4;
    double[] p = {0.25, 0.25, 0.25, 0.25};
    double[][] a = costs(random, size, size);
    double[][] b = costs(random, size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        a[i][j] = a[j][i];
        b[i][j] = b[j][i];
      }
      a[i][i] = b[i][i] = 0;
    }
    GromovWasserstein.Answer answer =
        GromovWasserstein.of(a, b, p, p, OptionalDouble.empty(), new Seed(1), Limits.none());
    double least = Double.POSITIVE_INFINITY;
    for (int code = 0; code < 256; code++) {
      int[] to = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
      boolean all = java.util.Arrays.stream(to).distinct().count() == size;
      double sum = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          sum += Math.pow(a[i][j] - b[to[i]][to[j]], 2) / 16;
        }
      }
      least = all ? Math.min(least, sum) : least;
    }
    assertThat(answer.distance().value()).isLessThanOrEqualTo(Math.sqrt(least) + 1e-9);
    assertThat(answer.lower()).isLessThanOrEqualTo(Math.sqrt(least) + 1e-12);
  }
}
