package sit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Quantity;
import sit.value.Result;

/** Independent outcomes of laws, and functions that are given to functions. */
class DrawsTest {
  private static List<Result> run(String text) {
    return new Session(Settings.DEFAULT)
        .run(new Source("a.sit", text + "\n"), Purpose.RUN)
        .results();
  }

  private static double number(String text) {
    List<Result> results = run(text);
    assertThat(results).as(text).hasSize(1);
    return ((Quantity) ((Result.Evaluated) results.get(0)).value()).value();
  }

  /** Mean and variance of the families as in Cover and Thomas and in Abramowitz and Stegun 26.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bernoulli(1/4) | 0.25 | 0.1875",
        "Uniform({-1, 1}) | 0 | 1",
        "Binomial(10, 1/5) | 2 | 1.6",
        "Normal(2, 9) | 2 | 9",
        "Exponential(2) | 0.5 | 0.25",
        "Uniform(0, 6) | 3 | 3",
        "Gamma(3, 2) | 1.5 | 0.75",
        "Laplace(1, 2) | 1 | 8",
        "mixture(Normal(-1, 1), Normal(1, 1), 1/2) | 0 | 2"
      })
  void haveTheMomentsOfTheirLaw(String law, double mean, double variance) {
    String sum = "let xs = sample(" + law + ", 2000, seed = 11)\n";
    double deviation = Math.sqrt(variance / 2000);
    assertThat(number(sum + "sum[x in xs] x/2000")).isCloseTo(mean, within(5 * deviation));
    assertThat(number(sum + "sum[x in xs] (x - " + mean + ")^2/2000"))
        .isCloseTo(variance, within(0.25 * variance));
  }

  @Test
  void areTheSameForTheSameSeedAndOthersForAnother() {
    String drawn = "sample(Normal(0, 1), 5, seed = ";
    assertThat(run(drawn + "3)").toString()).isEqualTo(run(drawn + "3)").toString());
    assertThat(number("if " + drawn + "3) == " + drawn + "4) then 1 else 0")).isZero();
  }

  @Test
  void ofVariablesAreOutcomesTakenTogether() {
    assertThat(
            number(
                "rv A ~ Bernoulli(1/2)\nrv B = A\nlen([x for x in sample((A, B), 50) if x[1] != x[2]])"))
        .isZero();
  }

  @Test
  void aFunctionIsCalledByTheNameOfTheParameterThatStandsForIt() {
    assertThat(number("let twice(f, x) = f(f(x))\nlet g(x) = x^2\ntwice(g, 3)")).isEqualTo(81);
    String hidden = "let total(f, n) = if n == 0 then 0 else total(f, n - 1) + f(n)\n";
    assertThat(number(hidden + "let f(x) = x^2\ntotal(f, 3)")).isEqualTo(14);
    assertThat(number("let all(f, v) = sum[x in v] f(x)\nall(relu, [-1, 2, 3])")).isEqualTo(5);
  }
}
