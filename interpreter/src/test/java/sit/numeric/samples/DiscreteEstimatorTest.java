package sit.numeric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.limits.Limits;
import sit.limits.Seed;

/** Sums of entropies of discrete rows: counts by tables and by cells, intervals, tests. */
class DiscreteEstimatorTest {
  /** I(A; B | C). */
  private static final EntropySum CONDITIONAL =
      new EntropySum(
          List.of(
              new EntropySum.Part(1, Set.of(0, 2)),
              new EntropySum.Part(1, Set.of(1, 2)),
              new EntropySum.Part(-1, Set.of(0, 1, 2)),
              new EntropySum.Part(-1, Set.of(2))));

  private static Rows rows(int n, int letters, boolean independent, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> alphabet = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      alphabet.add("" + i);
    }
    int[][] codes = new int[3][n];
    for (int i = 0; i < n; i++) {
      codes[2][i] = random.nextInt(letters);
      codes[0][i] = random.nextInt(3) == 0 ? codes[2][i] : random.nextInt(letters);
      boolean copied = !independent && random.nextInt(4) == 0;
      codes[1][i] = copied ? codes[0][i] : random.nextInt(letters);
    }
    List<Column> columns = new ArrayList<>();
    for (int[] column : codes) {
      columns.add(new Column.Labels("x", column, alphabet));
    }
    return new Rows(columns, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 40, 41, 300})
  void theMeanOfTheLocalValuesIsThePlugInValue(int letters) {
    // 40^3 cells fit into one table, 41^3 do not
    DiscreteEstimator estimator =
        new DiscreteEstimator(
            rows(2000, letters, false, letters),
            CONDITIONAL,
            EntropyEstimator.PLUG_IN,
            Limits.none());
    assertThat(Spread.mean(estimator.local())).isCloseTo(estimator.nats(), within(1e-12));
  }

  @Test
  void whatIsConditionalIsFoundInItsSum() {
    EntropySum.Information of = CONDITIONAL.information().orElseThrow();
    assertThat(of.given()).containsExactly(2);
    assertThat(of.a().length + of.b().length).isEqualTo(2);
    EntropySum three =
        new EntropySum(
            List.of(new EntropySum.Part(2, Set.of(0)), new EntropySum.Part(-1, Set.of(1))));
    assertThat(three.information()).isEmpty();
  }

  @Test
  void intervalsHoldAsOftenAsTheySay() {
    // H = 1.5 bit of the law 1/2, 1/4, 1/4
    int held = 0;
    for (int experiment = 0; experiment < 100; experiment++) {
      SplittableRandom random = new SplittableRandom(experiment);
      int[] codes = random.ints(400, 0, 4).map(c -> c == 3 ? 0 : c).toArray();
      Rows rows = new Rows(List.of(new Column.Labels("x", codes, List.of("a", "b", "c"))), false);
      EntropySum sum = new EntropySum(List.of(new EntropySum.Part(1, Set.of(0))));
      Estimate found =
          new DiscreteEstimator(rows, sum, EntropyEstimator.MILLER_MADOW, Limits.none())
              .bootstrap(100, 0.9, new Seed(experiment));
      held += Math.abs(found.nats() - 1.5 * Math.log(2)) <= found.margin() ? 1 : 0;
    }
    assertThat(held).isBetween(82, 97);
  }

  @Test
  void chanceIsTold() {
    for (boolean independent : new boolean[] {false, true}) {
      Rows rows = rows(400, 3, independent, 5);
      PermutationTest.Outcome outcome =
          new PermutationTest(
                  rows,
                  CONDITIONAL.information().orElseThrow(),
                  r ->
                      new DiscreteEstimator(r, CONDITIONAL, EntropyEstimator.PLUG_IN, Limits.none())
                          .nats(),
                  Limits.none())
              .run(199, new Seed(3));
      assertThat(outcome.value() <= 0.01).isEqualTo(!independent);
    }
  }
}
