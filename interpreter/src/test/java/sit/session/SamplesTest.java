package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Result;

/** Estimates in the language: what they print, that their intervals hold, that seeds reproduce. */
class SamplesTest {
  @TempDir private Path folder;

  private static Quantity value(String text) {
    Answer answer = new Session(Settings.DEFAULT).run(new Source("a.sit", text), Purpose.RUN);
    assertThat(answer.diagnostics()).isEmpty();
    Result last = answer.results().get(answer.results().size() - 1);
    return (Quantity) ((Result.Evaluated) last).value();
  }

  private static void encloses(Quantity estimate, Quantity truth) {
    assertThat(estimate.accuracy()).isEqualTo(Accuracy.ESTIMATE);
    assertThat(truth.value()).isBetween(estimate.lower(), estimate.upper());
  }

  @Test
  void whatIsDrawnFromALawIsEstimatedBack() {
    String law =
        "process X over {0, 1} { X[1] ~ Bernoulli(2/5); X[t] | X[t-1] ~ [[3/4, 1/4], [3/8, 5/8]] }\n";
    String drawn = law + "process S from samples(sample(X^4000, seed = 5))\n";
    Quantity rate = value(law + "rate H(X)");
    for (String method :
        new String[] {"depth = 2", "order = 1", "method = \"grassberger\", order = 2"}) {
      encloses(value(drawn + "estimate(rate H(S), " + method + ", level = 0.99)"), rate);
    }
    encloses(value(drawn + "estimate(I(S[1]; S[2]), level = 0.99)"), value(law + "I(X[1]; X[2])"));
    encloses(value(drawn + "estimate(H(S[2] | S[1]), resamples = 0, level = 0.99)"), rate);
  }

  @Test
  void aSeedReproducesAnEstimate() {
    String text = "rv X from samples([0, 1, 1, 0, 2, 1, 0, 0, 1])\nestimate(H(X), seed = ";
    assertThat(value(text + "4)")).isEqualTo(value(text + "4)"));
    assertThat(value(text + "4)")).isNotEqualTo(value(text + "5)"));
    assertThat(value(text + "4)").evidence().orElseThrow())
        .hasToString("miller_madow, 95%, 9 samples, seed 4");
  }

  @Test
  void textsAreProcesses() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "abababbabab");
    Files.writeString(folder.resolve("b.txt"), "ab");
    String read = "process T from corpus(\"" + text + "\", model = ngram(2, prior = 1))\n";
    // after a: b 5 times; after b: a 4 times, b once; one more of each
    assertThat(value(read + "P(T[2] = \"b\" | T[1] = \"a\")").rational().orElseThrow())
        .hasToString("6/7");
    assertThat(value(read + "P(T[3] = \"a\" | T[2] = \"b\")").rational().orElseThrow())
        .hasToString("5/7");
    String two =
        "process T from corpus(\""
            + folder.resolve("*.txt")
            + "\")\nestimate(H(T[1]), method = \"plugin\")";
    assertThat(value(two).evidence().orElseThrow().samples()).isEqualTo(13);
    String coded = read + "process S from corpus(\"" + folder.resolve("b.txt") + "\")\n";
    assertThat(value(coded + "token_perplexity(T)").value()).isGreaterThan(1);
  }

  @Test
  void whatAModelLoggedIsMeasured() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("log.jsonl"),
            "{\"tokens\": [\"a\", \"b\"], \"logprobs\": [-0.6931471805599453, -1.3862943611198906]}\n"
                + "{\"tokens\": [\"c\"], \"logprobs\": [-2.0794415416798357]}\n");
    String read = "process M from logprobs(\"" + log + "\")\n";
    assertThat(value(read + "cross_entropy(M)").value()).isCloseTo(2, within(1e-12));
    assertThat(value(read + "token_perplexity(M)").value()).isCloseTo(4, within(1e-12));
  }

  @Test
  void aShiftTestsWhatFlows() {
    String law =
        "process X, N, Y over {0, 1} { X[t] ~ Bernoulli(1/2); N[t] ~ Bernoulli(1/10)\n"
            + "Y[0] ~ Bernoulli(1/2); X[0] ~ Bernoulli(1/2); Y[t] = X[t-1] xor N[t] }\n"
            + "process A, B from samples(sample((X, Y)^300, seed = 2))\n";
    assertThat(value(law + "p_value(I(A[1]; B[2] | B[1]), seed = 1)").value()).isLessThan(0.02);
    assertThat(value(law + "p_value(I(B[1]; A[2] | A[1]), seed = 1)").value()).isGreaterThan(0.02);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }
}
