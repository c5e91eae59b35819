package sit.numeric.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.limits.Limits;
import sit.numeric.Bounded;
import sit.numeric.Masses;
import sit.numeric.process.ProcessLaw.Kernel;
import sit.numeric.process.ProcessLaw.Past;

/** Bounds by merged pasts against the tree of all pasts, for processes that nothing reveals. */
class MergedPastsTest {
  private static final Limits LIMITS = Limits.none();
  private static final Pattern OUTPUT = new Pattern(List.of(Pattern.HIDDEN, 0));

  private static Masses masses(double... values) {
    return Masses.approximate(values);
  }

  /** A Markov source, and a channel whose output depends on its last output too. */
  private static ProcessLaw random(SplittableRandom random, int inputs, int outputs) {
    Kernel first = new Kernel(List.of(), rows(random, 1, inputs));
    Kernel source = new Kernel(List.of(new Past(0, 1)), rows(random, inputs, inputs));
    double[] one = new double[outputs];
    one[0] = 1;
    Kernel start = new Kernel(List.of(), Masses.approximate(one));
    Kernel channel =
        new Kernel(
            List.of(new Past(0, 0), new Past(1, 1)), rows(random, inputs * outputs, outputs));
    return ProcessLaw.of(
        List.of("X", "Y"),
        List.of(inputs, outputs),
        List.of(Map.of(1, first), Map.of(0, start)),
        List.of(source, channel));
  }

  private static Masses rows(SplittableRandom random, int rows, int width) {
    double[] values = new double[rows * width];
    for (int r = 0; r < rows; r++) {
      double left = 1;
      for (int c = 0; c < width; c++) {
        values[r * width + c] = c == width - 1 ? left : left * random.nextDouble();
        left -= values[r * width + c];
      }
    }
    return Masses.approximate(values);
  }

  @Test
  void mergedPastsHaveEntropiesAboveThoseOfAllPastsByNoMoreThanWhatIsLost() {
    SplittableRandom random = new SplittableRandom(11);
    for (int most : new int[] {2, 5, 30, 1 << 16}) {
      ProcessLaw law = random(random, 3, 2);
      int n = 8;
      List<List<Letter>> asked = List.of(List.of(new Letter(0, 0, true)));
      States chain = new States(law, PrefixEntropies.depths(law, OUTPUT, asked), LIMITS);
      Labels shown = Labels.shown(chain, OUTPUT);
      List<Labels> questions = List.of(Labels.asked(chain, asked.get(0)));
      BeliefTree tree = new BeliefTree(chain, shown, questions, n, LIMITS);
      tree.walk(Map.of(0, 1.0), 1, law.first());
      MergedPasts merged = new MergedPasts(new Steps(chain, shown, questions, n), 1, most, LIMITS);
      merged.add(Map.of(0, 1.0), 1);
      for (int t = law.first(); t <= n; t++) {
        merged.draw(t);
        double slack = 1e-12;
        assertThat(tree.entropy(t))
            .isBetween(merged.entropy() - merged.loss() - slack, merged.entropy() + slack);
        assertThat(tree.asked(0, t))
            .isBetween(merged.asked(0) - merged.loss() - slack, merged.asked(0) + slack);
        assertThat(merged.size()).isLessThanOrEqualTo(Math.max(most, 27));
      }
      assertThat(merged.loss() > 1e-9).isEqualTo(most < 100);
    }
  }

  @Test
  void sumsUpToALongHorizonAgreeWithThoseFollowedStepByStep() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 1; trial++) {
      ProcessLaw law = random(random, 2, 2);
      List<List<Letter>> asked = List.of(List.of(new Letter(0, 0, true)));
      int n = 60;
      PrefixEntropies.Found found = PrefixEntropies.of(law, OUTPUT, asked, 1, n, LIMITS);
      States chain = new States(law, PrefixEntropies.depths(law, OUTPUT, asked), LIMITS);
      Labels shown = Labels.shown(chain, OUTPUT);
      List<Labels> questions = List.of(Labels.asked(chain, asked.get(0)));
      MergedPasts merged = new MergedPasts(new Steps(chain, shown, questions, n), 1, 1000, LIMITS);
      merged.add(Map.of(0, 1.0), 1);
      double block = 0;
      double sum = 0;
      double lost = 0;
      for (int t = law.first(); t <= n; t++) {
        merged.draw(t);
        block += merged.entropy();
        sum += t >= 1 ? merged.asked(0) : 0;
        lost += merged.loss();
      }
      between(found.block(), block - lost, block);
      between(found.sums().get(0), sum - lost, sum);
      between(found.last().get(0), merged.asked(0) - merged.loss(), merged.asked(0));
      assertThat(found.block().error()).isLessThan(1e-5);
    }
  }

  private static void between(Bounded value, double lower, double upper) {
    assertThat(value.value()).isBetween(lower - value.error() - 1e-9, upper + value.error() + 1e-9);
  }

  /**
   * POST channels (Permuter, Asnani and Weissman 2014): a letter that equals the last output comes
   * out.
   */
  private static ProcessLaw post(double flip, double noise) {
    Kernel first = new Kernel(List.of(), masses(0.5, 0.5));
    Kernel source = new Kernel(List.of(new Past(0, 1)), masses(1 - flip, flip, flip, 1 - flip));
    Kernel start = new Kernel(List.of(), masses(1, 0));
    Kernel channel =
        new Kernel(
            List.of(new Past(0, 0), new Past(1, 1)),
            masses(1, 0, noise, 1 - noise, 1 - noise, noise, 0, 1));
    return ProcessLaw.of(
        List.of("X", "Y"),
        List.of(2, 2),
        List.of(Map.of(1, first), Map.of(0, start)),
        List.of(source, channel));
  }

  @Test
  void aChannelWhoseOutputSometimesRevealsTheSourceIsFollowedToAMillionLetters() {
    ProcessLaw law = post(0.2, 0.1);
    PrefixEntropies.Found million =
        PrefixEntropies.of(law, OUTPUT, List.of(), 1, 1_000_000, LIMITS);
    EntropyRate.Rate rate = EntropyRate.of(law, OUTPUT, 1e-10, LIMITS);
    assertThat(rate.upper() - rate.lower()).isLessThan(1e-9);
    assertThat(million.block().error()).isLessThan(1e-3);
    // what is not stationary at the beginning counts for a few bits at most
    assertThat(million.block().value() / 1e6)
        .isCloseTo((rate.lower() + rate.upper()) / 2, within(1e-5));
  }
}
