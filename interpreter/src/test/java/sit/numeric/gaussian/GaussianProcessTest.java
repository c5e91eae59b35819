package sit.numeric.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.process.EntropyRate;
import sit.numeric.process.Letter;
import sit.numeric.process.Pattern;
import sit.numeric.process.PrefixEntropies;
import sit.numeric.process.ProcessLaw.Past;

/** Gaussian processes: the recursion against determinants, limits against closed forms. */
class GaussianProcessTest {
  private static final double LN_2 = Math.log(2);

  private static GaussianProcess.Rule rule(Line first, Line general) {
    TreeMap<Integer, Line> single = new TreeMap<>();
    single.put(1, first);
    return new GaussianProcess.Rule(single, t -> general, true, general.depth());
  }

  private static Line noise(long variance) {
    return new Line(Map.of(), Map.of(), Rational.of(variance));
  }

  /** Two processes that drive each other, with small random multiples. */
  private static GaussianProcess pair(Random random) {
    List<GaussianProcess.Rule> rules = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Map<Past, Rational> letters = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
      for (int j = 0; j < 2; j++) {
        letters.put(new Past(j, 1), Rational.of(random.nextInt(9) - 4, 10));
      }
      if (i == 1) {
        letters.put(new Past(0, 0), Rational.of(random.nextInt(9) - 4, 5));
      }
      Rational variance = Rational.of(1 + random.nextInt(4), 2);
      rules.add(rule(noise(1), new Line(letters, Map.of(), variance)));
    }
    return new GaussianProcess(List.of("X", "Y"), rules, List.of(), 1, 0);
  }

  /** The letters as combinations of independent sources, written out. */
  private static List<List<Affine>> written(GaussianProcess law, int horizon) {
    List<List<Affine>> letters = List.of(new ArrayList<>(), new ArrayList<>());
    for (int time = 1; time <= horizon; time++) {
      for (int i = 0; i < 2; i++) {
        Line line = law.line(i, time);
        Affine letter = Affine.of(Source.gaussian(line.noise()), 0);
        for (Map.Entry<Past, Rational> entry : line.letters().entrySet()) {
          Affine past = letters.get(entry.getKey().process()).get(time - 1 - entry.getKey().lag());
          letter = letter.plus(past.times(entry.getValue(), 0));
        }
        letters.get(i).add(letter);
      }
    }
    return letters;
  }

  private static double bits(List<Affine> variables) {
    return Linear.joint(variables, Limits.none()).orElseThrow().value().value() / LN_2;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theRecursionGivesTheDeterminants(int seed) {
    GaussianProcess law = pair(new Random(seed));
    List<List<Affine>> letters = written(law, 6);
    for (int dx : new int[] {0, 1, Pattern.HIDDEN}) {
      for (int dy : new int[] {0, 1, Pattern.HIDDEN}) {
        List<Letter> asked =
            dy == 0 ? List.of(new Letter(1, 0, true)) : List.of(new Letter(1, 0, false));
        List<List<Letter>> questions = dy == 0 ? List.of() : List.of(asked);
        PrefixEntropies.Found found =
            law.entropies(new Pattern(List.of(dx, dy)), questions, 1, 6, Limits.none());
        List<Affine> seen = new ArrayList<>();
        seen.addAll(dx == Pattern.HIDDEN ? List.of() : letters.get(0).subList(0, 6 - dx));
        seen.addAll(dy == Pattern.HIDDEN ? List.of() : letters.get(1).subList(0, 6 - dy));
        double block = seen.isEmpty() ? 0 : bits(seen);
        assertThat(found.block().value()).isCloseTo(block, within(1e-12));
        if (dy != 0) {
          List<Affine> more = new ArrayList<>(seen);
          more.add(letters.get(1).get(5));
          assertThat(found.last().get(0).value()).isCloseTo(bits(more) - block, within(1e-12));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void limitsAreWhereLongPrefixesGo(int seed) {
    GaussianProcess law = pair(new Random(seed));
    Pattern hidden = new Pattern(List.of(Pattern.HIDDEN, 0));
    EntropyRate.Rate rate = law.rate(hidden, Optional.empty(), 1e-9, Limits.none());
    double long1 = law.entropies(hidden, List.of(), 1, 400, Limits.none()).block().value();
    double long2 = law.entropies(hidden, List.of(), 1, 401, Limits.none()).block().value();
    assertThat(rate.upper() - rate.lower()).isLessThan(1e-12);
    assertThat(rate.lower()).isLessThanOrEqualTo(long2 - long1 + 1e-11);
    assertThat(rate.upper()).isGreaterThanOrEqualTo(long2 - long1 - 1e-11);
  }

  /**
   * Kolmogorov: the rate is the mean of the logarithm of the spectrum; here of an autoregression.
   */
  @Test
  void theRateOfAnAutoregressionIsThatOfItsInnovations() {
    Map<Past, Rational> letters =
        Map.of(new Past(0, 1), Rational.of(1, 2), new Past(0, 2), Rational.of(-1, 4));
    TreeMap<Integer, Line> single = new TreeMap<>(Map.of(1, noise(1), 2, noise(5)));
    Line general = new Line(letters, Map.of(), Rational.of(3));
    GaussianProcess law =
        new GaussianProcess(
            List.of("X"),
            List.of(new GaussianProcess.Rule(single, t -> general, true, 2)),
            List.of(),
            1,
            0);
    EntropyRate.Rate rate =
        law.rate(new Pattern(List.of(0)), Optional.empty(), 1e-9, Limits.none());
    assertThat(rate.exact()).contains(Filter.entropy(List.of(Rational.of(3))));
    PrefixEntropies.Found million =
        law.entropies(new Pattern(List.of(0)), List.of(), 1, 1_000_000, Limits.none());
    double expected = 999_998 * rate.upper() + bits(written1(law));
    assertThat(million.block().value()).isCloseTo(expected, within(1e-6));
  }

  private static List<Affine> written1(GaussianProcess law) {
    return List.of(
        Affine.of(Source.gaussian(law.line(0, 1).noise()), 0),
        Affine.of(Source.gaussian(law.line(0, 2).noise()), 0));
  }

  @Test
  void whatGrowsHasNoRateAndWhatIsKnownNoDensity() {
    Line twice = new Line(Map.of(new Past(0, 1), Rational.of(2)), Map.of(), Rational.ONE);
    GaussianProcess grows =
        new GaussianProcess(List.of("X"), List.of(rule(noise(1), twice)), List.of(), 1, 0);
    Pattern seen = new Pattern(List.of(0));
    assertThatThrownBy(() -> grows.rate(seen, Optional.empty(), 1e-9, Limits.none()))
        .isInstanceOfSatisfying(
            Unstable.class, e -> assertThat(e.growth()).isCloseTo(2, within(1e-9)));
    Line half = new Line(Map.of(new Past(0, 1), Rational.of(1, 2)), Map.of(), Rational.ZERO);
    GaussianProcess known =
        new GaussianProcess(List.of("X"), List.of(rule(noise(1), half)), List.of(), 1, 0);
    assertThatThrownBy(() -> known.entropies(seen, List.of(), 1, 3, Limits.none()))
        .isInstanceOfSatisfying(Degenerate.class, e -> assertThat(e.letter()).isEqualTo("X[2]"));
  }

  /** A chain of nilpotent and defective matrices has a radius too. */
  @Test
  void aMovingAverageIsStable() {
    Line white = noise(1);
    Line sum =
        new Line(
            Map.of(new Past(0, 0), Rational.ONE, new Past(0, 1), Rational.of(1, 2)),
            Map.of(),
            Rational.ZERO);
    TreeMap<Integer, Line> none = new TreeMap<>();
    TreeMap<Integer, Line> start = new TreeMap<>(Map.of(0, white));
    GaussianProcess law =
        new GaussianProcess(
            List.of("U", "Z"),
            List.of(
                new GaussianProcess.Rule(start, t -> white, true, 0),
                new GaussianProcess.Rule(none, t -> sum, true, 1)),
            List.of(),
            0,
            0);
    EntropyRate.Rate rate =
        law.rate(new Pattern(List.of(Pattern.HIDDEN, 0)), Optional.empty(), 1e-9, Limits.none());
    // invertible: the innovations are U
    double expected = Filter.entropy(1) / LN_2;
    assertThat(rate.lower()).isLessThanOrEqualTo(expected + 1e-12);
    assertThat(rate.upper()).isGreaterThanOrEqualTo(expected - 1e-12);
    assertThat(rate.upper() - rate.lower()).isLessThan(1e-11);
  }
}
