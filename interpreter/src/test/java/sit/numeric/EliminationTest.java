package sit.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;

/** Joint laws of networks against sums over every outcome. */
class EliminationTest {
  private static final Masses FAIR = Masses.exact(List.of(half(), half()));

  private static Rational half() {
    return Rational.of(1, 2);
  }

  @Test
  void agreesWithEnumerationExactly() {
    for (int seed = 0; seed < 300; seed++) {
      Networks networks = new Networks(seed);
      Model model = networks.model(6, true);
      List<String> asked = networks.some(model.variables(), 4);
      Joint joint = model.marginal(asked, Limits.none());
      Map<List<Integer>, Rational> law = Networks.enumerate(model, asked);
      assertThat(joint.isExact()).isTrue();
      assertThat((double) joint.cells()).isEqualTo(model.cells(asked));
      for (int cell = 0; cell < joint.cells(); cell++) {
        List<Integer> outcome = Arrays.stream(joint.outcome(cell)).boxed().toList();
        assertThat(joint.exactProbability(cell)).as("seed %s", seed).contains(law.get(outcome));
        assertThat(joint.cell(joint.outcome(cell))).isEqualTo(cell);
      }
    }
  }

  @Test
  void doublesStayWithinTheirErrorBound() {
    for (int seed = 0; seed < 300; seed++) {
      Model model = new Networks(seed).model(7, true);
      Model rounded = new Networks(seed).model(7, false);
      List<String> asked = new Networks(seed + 1000).some(model.variables(), 4);
      Joint exact = model.marginal(asked, Limits.none());
      Joint doubles = rounded.marginal(asked, Limits.none());
      for (int cell = 0; cell < exact.cells(); cell++) {
        double true1 = exact.exactProbability(cell).map(p -> Scalar.exact(p).value()).orElseThrow();
        Bounded found = doubles.probability(cell);
        assertThat(found.value()).isBetween(true1 - found.error(), true1 + found.error());
        assertThat(found.error()).isLessThanOrEqualTo(1e-14);
        assertThat(doubles.isPossible(cell)).isEqualTo(exact.isPossible(cell));
      }
      Amount entropy = exact.entropy();
      assertContains(entropy.bits(), entropy.exact().orElseThrow());
      assertContains(doubles.entropy().bits(), entropy.exact().orElseThrow());
    }
  }

  static void assertContains(Bounded found, LogSum exact) {
    double value = exact.bounds(30).middle().toDecimal(MathContext.DECIMAL128).doubleValue();
    assertThat(found.value()).isBetween(value - found.error(), value + found.error());
    assertThat(found.error()).isLessThan(1e-13 * Math.max(1, value));
  }

  @Test
  void marginalsOfJointsAgreeWithThoseOfTheModel() {
    for (int seed = 0; seed < 100; seed++) {
      for (boolean exact : new boolean[] {true, false}) {
        Networks networks = new Networks(seed);
        Model model = networks.model(5, exact);
        Joint all = model.marginal(networks.some(model.variables(), 5), Limits.none());
        List<String> asked = networks.some(all.variables(), 3);
        Joint direct = model.marginal(asked, Limits.none());
        Joint through = all.marginal(asked);
        List<Joint> singles = all.singles();
        assertThat(through.sizes()).isEqualTo(direct.sizes());
        for (int cell = 0; cell < direct.cells(); cell++) {
          if (exact) {
            assertThat(through.exactProbability(cell)).isEqualTo(direct.exactProbability(cell));
          }
          double apart = direct.probability(cell).error() + through.probability(cell).error();
          assertThat(through.probability(cell).value() - direct.probability(cell).value())
              .isBetween(-apart, apart);
        }
        for (int v = 0; v < singles.size(); v++) {
          Joint single = all.marginal(List.of(all.variables().get(v)));
          assertThat(singles.get(v).table()).containsExactly(single.table(), within());
        }
      }
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-15);
  }

  @Test
  void entropyLeavesOutFunctionsOfOthers() {
    for (int seed = 0; seed < 100; seed++) {
      Networks networks = new Networks(seed);
      Model model = networks.model(6, true);
      List<String> asked = networks.some(model.variables(), 5);
      Amount direct = model.marginal(asked, Limits.none()).entropy();
      assertThat(model.entropy(asked, Limits.none()).exact()).isEqualTo(direct.exact());
    }
  }

  /** A name may be repeated in a group, where it adds nothing. */
  @Test
  void entropyOfRepeatedNames() {
    Model model = Model.EMPTY.withLaw(List.of("X"), List.of(2), FAIR);
    assertThat(model.entropy(List.of("X", "X"), Limits.none()).exact())
        .contains(LogSum.of(Rational.ONE));
    assertThat(model.entropy(List.of(), Limits.none()).exact()).contains(LogSum.ZERO);
  }

  private static Model coins(int count) {
    Model model = Model.EMPTY;
    for (int i = 0; i < count; i++) {
      model = model.withLaw(List.of("X" + i), List.of(2), FAIR);
    }
    return model;
  }

  @Test
  void refusesAFullJointOfFortyVariablesAtOnce() {
    Model model = coins(40);
    assertThatThrownBy(() -> model.entropy(model.variables(), Limits.none()))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("1099511627776 cells")
        .hasMessageContaining("X0, X1");
  }

  /** One bit is asked for, but what it is made of ties ten variables together, each with each. */
  @Test
  void refusesWhatOnlyEliminationWouldNeed() {
    Networks networks = new Networks(3);
    Model model = Model.EMPTY.withLaw(List.of("S"), List.of(2), FAIR);
    for (int i = 0; i < 10; i++) {
      model = model.withLaw(List.of("X" + i), List.of(8), networks.rows(1, 8, true));
    }
    String sum = "S";
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < i; j++) {
        String pair = "C" + i + "," + j;
        List<String> parents = List.of("X" + i, "X" + j);
        model = model.withKernel(List.of(pair), List.of(2), parents, networks.rows(64, 2, true));
        model = model.withFunction(sum + "'", 2, List.of(sum, pair), new int[] {0, 1, 1, 0});
        sum += "'";
      }
    }
    Model last = model;
    String asked = sum;
    assertThatThrownBy(() -> last.marginal(List.of(asked), Limits.none()))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("the law of S'");
  }

  @Test
  void chainOfParitiesIsCheap() {
    Model model = coins(60).withFunction("S1", 2, List.of("X0", "X1"), new int[] {0, 1, 1, 0});
    for (int i = 2; i < 60; i++) {
      String before = "S" + (i - 1);
      model = model.withFunction("S" + i, 2, List.of(before, "X" + i), new int[] {0, 1, 1, 0});
    }
    Joint law = model.marginal(List.of("S59", "X0", "S20"), Limits.none());
    for (int cell = 0; cell < 8; cell++) {
      assertThat(law.exactProbability(cell)).contains(Rational.of(1, 8));
    }
  }

  /**
   * One function of twenty bits: a table over its parents and the child would have 44 million
   * cells.
   */
  @Test
  void sumOfTwentyBitsNeedsNoLargeTable() {
    int[] sum = new int[1 << 20];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Integer.bitCount(i);
    }
    Model model = coins(20);
    model = model.withFunction("S", 21, model.variables(), sum);
    Joint law = model.marginal(List.of("S"), Limits.start(60, 1));
    BigInteger ways = BigInteger.ONE;
    for (int k = 0; k <= 20; k++) {
      double wanted = ways.doubleValue() * 0x1p-20;
      assertThat(law.probability(k).value()).isEqualTo(wanted);
      ways = ways.multiply(BigInteger.valueOf(20 - k)).divide(BigInteger.valueOf(k + 1));
    }
  }

  @Test
  void twentyBitsInUnderASecond() {
    Networks networks = new Networks(1);
    Model model = Model.EMPTY.withLaw(List.of("X0"), List.of(2), networks.rows(1, 2, true));
    for (int i = 1; i < 20; i++) {
      List<String> parent = List.of("X" + (i - 1));
      Masses rows = networks.rows(2, 2, true);
      model = model.withKernel(List.of("X" + i), List.of(2), parent, rows);
    }
    long start = System.nanoTime();
    Amount all = model.entropy(model.variables(), Limits.none());
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
    // by the chain rule
    LogSum chain = model.entropy(List.of("X0"), Limits.none()).exact().orElseThrow();
    for (int i = 1; i < 20; i++) {
      String before = "X" + (i - 1);
      chain =
          chain
              .add(model.entropy(List.of(before, "X" + i), Limits.none()).exact().orElseThrow())
              .subtract(model.entropy(List.of(before), Limits.none()).exact().orElseThrow());
    }
    assertThat(all.exact()).isEmpty();
    assertContains(all.bits(), chain);
  }
}
