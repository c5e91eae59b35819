package sit.numeric.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.samples.Estimate;

/** Tokens and models of their sequences. */
class SequencesTest {
  private static final int[] BITS = {
    0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0
  };

  private static Column.Labels column(int[] codes, int size) {
    List<String> alphabet = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      alphabet.add("" + i);
    }
    return new Column.Labels("x", codes, alphabet);
  }

  @Test
  void predictionsMultiplyToTheWeightedProbability() {
    double[] losses =
        new ContextTree(2, 2, 0.5, Limits.none()).losses(column(BITS, 2), true, Limits.none());
    // the recursion P_w = (P_e + P_w0 P_w1)/2 over all contexts, evaluated with 30 digits (mpmath)
    assertThat(Arrays.stream(losses).sum() / Math.log(2))
        .isCloseTo(22.3667422140131414, within(1e-12));
  }

  @Test
  void predictionsAreALaw() {
    int[] codes = new SplittableRandom(4).ints(500, 0, 5).toArray();
    ContextTree tree = new ContextTree(5, 3, 0.5, Limits.none());
    double[] law = new double[5];
    for (int at = 3; at < codes.length; at++) {
      tree.predict(codes, at, law);
      assertThat(Arrays.stream(law).sum()).isCloseTo(1, within(1e-12));
      assertThat(tree.learn(codes, at)).isCloseTo(law[codes[at]], within(1e-15));
    }
  }

  @Test
  void anNgramModelCountsInsideSequences() {
    Column.Labels two =
        new Column.Labels("x", new int[] {0, 1, 1, 0}, List.of("0", "1"), new int[] {0, 2});
    NgramModel model = new NgramModel(2, 2, 0, Limits.none());
    model.losses(two, true, Limits.none());
    assertThat(model.gramCount(new int[] {0, 1}, 1)).isEqualTo(1);
    assertThat(model.gramCount(new int[] {1, 0}, 1)).isEqualTo(1);
    assertThat(model.gramCount(new int[] {1, 1}, 1)).isZero();
    assertThat(model.contextCount(new int[] {1, 0}, 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void findsTheFlowThroughAChannelWithDelay(int form) {
    // Y[t] = X[t-1] xor noise of 1/10, X fair: the rate is 1 - h(1/10) one way and 0 the other
    int n = 12_000;
    SplittableRandom random = new SplittableRandom(8);
    int[] x = new int[n];
    int[] y = new int[n];
    for (int t = 0; t < n; t++) {
      x[t] = random.nextInt(2);
      y[t] = t == 0 ? 0 : x[t - 1] ^ (random.nextDouble() < 0.1 ? 1 : 0);
    }
    Estimate there = flow(x, y, form, false);
    Estimate delayed = flow(x, y, form, true);
    Estimate back = flow(y, x, form, false);
    double truth = Math.log(2) + 0.1 * Math.log(0.1) + 0.9 * Math.log(0.9);
    assertThat(there.nats()).isCloseTo(truth, within(0.015));
    assertThat(delayed.nats()).isCloseTo(truth, within(0.015));
    assertThat(back.nats()).isCloseTo(0, within(0.005));
  }

  private static Estimate flow(int[] from, int[] to, int form, boolean delayed) {
    return new DirectedFlow(column(from, 2), column(to, 2), 2, 0.5, delayed, Limits.none())
        .information(form, 0.95);
  }

  private static List<String> cut(String tokenizer, String text) {
    List<String> tokens = new ArrayList<>();
    Tokenizer.named(tokenizer).orElseThrow().cut(text, tokens::add);
    return tokens;
  }

  @Test
  void tokenizersCutTexts() {
    assertThat(cut("bytes", "hé")).containsExactly("104", "195", "169");
    assertThat(cut("characters", "a𝑥b")).containsExactly("a", "𝑥", "b");
    assertThat(cut("words", "Don't stop, 2 me\u0301"))
        .containsExactly("Don", "'", "t", "stop", ",", "2", "me\u0301");
    assertThat(cut("gpt2", "Hello, world! tokenization"))
        .containsExactly("Hello", ",", " world", "!", " token", "ization");
    assertThat(cut("cl100k_base", "tiktoken is great!"))
        .containsExactly("t", "ik", "token", " is", " great", "!");
    assertThat(Tokenizer.NAMES).allSatisfy(n -> assertThat(Tokenizer.named(n)).isPresent());
  }
}
