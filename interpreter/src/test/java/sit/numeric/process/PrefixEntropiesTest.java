package sit.numeric.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.IllFormedLaw;
import sit.numeric.Masses;
import sit.numeric.Model;
import sit.numeric.process.ProcessLaw.Kernel;
import sit.numeric.process.ProcessLaw.Past;

/** Entropies of prefixes against the enumerated joint law, and at long horizons. */
class PrefixEntropiesTest {
  private static final Limits LIMITS = Limits.none();

  private static Masses masses(double... values) {
    return Masses.approximate(values);
  }

  private static Masses fractions(long denominator, long... numerators) {
    return Masses.exact(
        java.util.Arrays.stream(numerators).mapToObj(n -> Rational.of(n, denominator)).toList());
  }

  /** A binary symmetric Markov source and, at each time, a function of its last two letters. */
  private static ProcessLaw throughXor(long flip, long of) {
    Kernel first = new Kernel(List.of(), fractions(2, 1, 1));
    Kernel source =
        new Kernel(List.of(new Past(0, 1)), fractions(of, of - flip, flip, flip, of - flip));
    Kernel start = new Kernel(List.of(), fractions(1, 1, 0));
    Kernel xor =
        new Kernel(List.of(new Past(0, 0), new Past(0, 1)), fractions(1, 1, 0, 0, 1, 0, 1, 1, 0));
    return ProcessLaw.of(
        List.of("X", "Y"),
        List.of(2, 2),
        List.of(Map.of(0, start, 1, first), Map.of()),
        List.of(source, xor));
  }

  /** A binary symmetric Markov source through a binary symmetric channel. */
  private static ProcessLaw hidden(long flip, long noise, long of) {
    Kernel first = new Kernel(List.of(), fractions(2, 1, 1));
    Kernel source =
        new Kernel(List.of(new Past(0, 1)), fractions(of, of - flip, flip, flip, of - flip));
    Kernel channel =
        new Kernel(List.of(new Past(0, 0)), fractions(of, of - noise, noise, noise, of - noise));
    return ProcessLaw.of(
        List.of("X", "Y"),
        List.of(2, 2),
        List.of(Map.of(1, first), Map.of()),
        List.of(source, channel));
  }

  private static double directed(ProcessLaw law, int n) {
    var alone = PrefixEntropies.of(law, new Pattern(List.of(-1, 0)), List.of(), 1, n, LIMITS);
    var given =
        PrefixEntropies.of(
            law,
            new Pattern(List.of(0, 1)),
            List.of(List.of(new Letter(1, 0, true))),
            1,
            n,
            LIMITS);
    return alone.block().value() - given.sums().get(0).value();
  }

  @Test
  void theEnumeratedLawOfAPairWithFeedbackGivesTheSameEntropies() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 5; trial++) {
      Masses x = rows(random, 4, 2);
      Masses y = rows(random, 4, 2);
      Masses x1 = rows(random, 1, 2);
      Masses y1 = rows(random, 2, 2);
      ProcessLaw law =
          ProcessLaw.of(
              List.of("X", "Y"),
              List.of(2, 2),
              List.of(
                  Map.of(1, new Kernel(List.of(), x1)),
                  Map.of(1, new Kernel(List.of(new Past(0, 0)), y1))),
              List.of(
                  new Kernel(List.of(new Past(0, 1), new Past(1, 1)), x),
                  new Kernel(List.of(new Past(0, 0), new Past(1, 1)), y)));
      Model model =
          Model.EMPTY
              .withKernel(List.of("X1"), List.of(2), List.of(), x1)
              .withKernel(List.of("Y1"), List.of(2), List.of("X1"), y1)
              .withKernel(List.of("X2"), List.of(2), List.of("X1", "Y1"), x)
              .withKernel(List.of("Y2"), List.of(2), List.of("X2", "Y1"), y)
              .withKernel(List.of("X3"), List.of(2), List.of("X2", "Y2"), x)
              .withKernel(List.of("Y3"), List.of(2), List.of("X3", "Y2"), y);
      double yBlock = entropy(model, "Y1", "Y2", "Y3");
      double sum =
          entropy(model, "X1", "Y1")
              - entropy(model, "X1")
              + entropy(model, "X1", "X2", "Y1", "Y2")
              - entropy(model, "X1", "X2", "Y1")
              + entropy(model, "X1", "X2", "X3", "Y1", "Y2", "Y3")
              - entropy(model, "X1", "X2", "X3", "Y1", "Y2");
      assertThat(directed(law, 3)).isEqualTo(yBlock - sum, within(1e-12));
    }
  }

  private static double entropy(Model model, String... names) {
    return model.marginal(List.of(names), LIMITS).entropy().bits().value();
  }

  private static Masses rows(SplittableRandom random, int rows, int width) {
    double[] values = new double[rows * width];
    for (int r = 0; r < rows; r++) {
      double sum = 0;
      for (int c = 0; c < width; c++) {
        values[r * width + c] = 0.05 + random.nextDouble();
        sum += values[r * width + c];
      }
      for (int c = 0; c < width; c++) {
        values[r * width + c] /= sum;
      }
    }
    return Masses.approximate(values);
  }

  @Test
  void anOutputThatRevealsTheStateIsLinearInTheHorizon() {
    ProcessLaw law = throughXor(1, 5);
    double h = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)) / Math.log(2);
    // Y reveals X, given the start: I(X^n -> Y^n) = H(Y^n) = 1 + (n - 1) h
    for (int n : new int[] {1, 2, 10, 1_000_000}) {
      var found = PrefixEntropies.of(law, new Pattern(List.of(-1, 0)), List.of(), 1, n, LIMITS);
      assertThat(found.block().value()).isEqualTo(1 + (n - 1) * h, within(1e-12 * n + 1e-13));
      assertThat(found.block().lower()).isLessThanOrEqualTo(1 + (n - 1) * h);
      assertThat(found.block().upper()).isGreaterThanOrEqualTo(1 + (n - 1) * h);
      assertThat(found.block().error()).isLessThan(1e-9 * n);
      assertThat(directed(law, n)).isEqualTo(1 + (n - 1) * h, within(1e-11 * n));
    }
  }

  @Test
  void theRateOfAMarkovSourceIsExact() {
    ProcessLaw law = throughXor(1, 5);
    var rate = EntropyRate.of(law, new Pattern(List.of(0, -1)), 1e-9, LIMITS);
    assertThat(rate.exact().orElseThrow().toString())
        .isEqualTo(
            sit.exact.LogSum.entropy(List.of(Rational.of(1, 5), Rational.of(4, 5))).toString());
  }

  @Test
  void theRateOfAHiddenMarkovOutputIsBetweenBounds() {
    ProcessLaw law = hidden(2, 1, 10);
    var rate = EntropyRate.of(law, new Pattern(List.of(-1, 0)), 1e-8, LIMITS);
    assertThat(rate.upper() - rate.lower()).isLessThanOrEqualTo(1e-8);
    // the entropy rate of BSMS(.2) seen through BSC(.1)
    assertThat(rate.lower()).isLessThanOrEqualTo(0.883461351021);
    assertThat(rate.upper()).isGreaterThanOrEqualTo(0.883461351021);
  }

  @Test
  void twentyLettersOfAHiddenMarkovOutputAreWalkedThrough() {
    ProcessLaw law = hidden(2, 1, 10);
    assertThat(directed(law, 5)).isEqualTo(2.19700281449, within(1e-10));
    assertThat(directed(law, 18)).isGreaterThan(directed(law, 17));
  }

  @Test
  void aSourceThatNeverSettlesAndIsNotRevealedIsRefusedAtLongHorizons() {
    Kernel first = new Kernel(List.of(), masses(0.5, 0.5, 0, 0));
    Kernel source =
        new Kernel(
            List.of(new Past(0, 1)),
            masses(0, 0, 0.6, 0.4, 0, 0, 0.3, 0.7, 0.9, 0.1, 0, 0, 0.2, 0.8, 0, 0));
    Kernel channel =
        new Kernel(List.of(new Past(0, 0)), masses(0.9, 0.1, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8));
    ProcessLaw law =
        ProcessLaw.of(
            List.of("X", "Y"),
            List.of(4, 2),
            List.of(Map.of(1, first), Map.of()),
            List.of(source, channel));
    Pattern output = new Pattern(List.of(-1, 0));
    assertThatThrownBy(() -> PrefixEntropies.of(law, output, List.of(), 1, 1_000_000_000, LIMITS))
        .isInstanceOf(TooManyPasts.class);
    assertThat(PrefixEntropies.of(law, output, List.of(), 1, 200, LIMITS).block().error())
        .isLessThan(1e-3);
  }

  @Test
  void aKernelThatLooksBackBeforeTheBeginningIsNoLaw() {
    Kernel source = new Kernel(List.of(new Past(0, 1)), masses(0.5, 0.5, 0.5, 0.5));
    assertThatThrownBy(
            () -> ProcessLaw.of(List.of("X"), List.of(2), List.of(Map.of()), List.of(source)))
        .isInstanceOf(IllFormedLaw.class)
        .hasMessage("the law of X[1] needs X[0], which has no law");
  }

  @Test
  void theMeanInformationDensityOfDrawnSequencesIsTheDirectedInformation() {
    ProcessLaw law = hidden(2, 1, 10);
    Trajectory trajectory = new Trajectory(law);
    SplittableRandom random = new SplittableRandom(3);
    int n = 20_000;
    int[][] letters = trajectory.draw(n, random, LIMITS);
    double[] alone =
        trajectory.surprisals(
            new Pattern(List.of(-1, 1)), List.of(new Letter(1, 0, true)), letters, n, LIMITS);
    double[] given =
        trajectory.surprisals(
            new Pattern(List.of(0, 1)), List.of(new Letter(1, 0, true)), letters, n, LIMITS);
    double density = 0;
    for (int t = 0; t < n; t++) {
      density += alone[t] - given[t];
    }
    assertThat(density / n).isEqualTo(0.883461351021 - 0.468995593589, within(0.02));
  }

  @Test
  void anImpossibleSequenceIsInfinitelySurprising() {
    ProcessLaw law = throughXor(1, 5);
    int[][] letters = {{0, 1, 1}, {0, 1, 1}};
    double[] bits =
        new Trajectory(law)
            .surprisals(
                new Pattern(List.of(0, 1)), List.of(new Letter(1, 0, true)), letters, 3, LIMITS);
    assertThat(bits[1]).isZero();
    assertThat(bits[2]).isInfinite();
  }
}
