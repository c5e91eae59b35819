package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.value.Accuracy;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.ValuePrinter;

/**
 * Variables with a density at the prompt: their values, exact or not, and what redeclaring does.
 */
class ContinuousLawsTest {
  private static final String DECLARED =
      "rv G ~ Normal(1, 4)\nrv V ~ Normal(0, 1)\nrv W = G + V\nrv X ~ Exponential(2)\n";

  private static String last(String script) {
    var values = Library.values(script);
    return ValuePrinter.print(values.get(values.size() - 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "h(W | G) # 2.04709558518 bit = 1/2*log2(2*pi*e)",
        "h(G, 2*G) # -inf bit",
        "I(G; W | V) # inf bit",
        "I(G; W) # 1.16096404744 bit = 1/2*log2(5)",
        "h(3*X - 1) # 2.02765754161 bit = log2(3) + log2(e) - 1",
        "h(X, X + 5*G) # 4.8112 bit",
        "E[W^2 - 2*G] # 4",
        "Cov[G, W + X] # 4",
        "E[(G - 1)^4*X] # 24",
        "Var[G | W = 3] # 4/5",
        "P(X > 1 | X > 0) # 0.135335283237",
        "P(G > 1, G < 1) # 0",
        "P(G - G <= 0) # 1",
        "P(not W < 1) # 0.5"
      })
  void hasThatValue(String expression, String expected) {
    String met = last(DECLARED + expression);
    if (expected.equals("4.8112 bit")) {
      // h(X) + h(5 G) = log2(e/2) + 1/2 log2(2 pi e 100)
      double wanted =
          Math.log(Math.E / 2) / Math.log(2) + 0.5 * Math.log(200 * Math.PI * Math.E) / Math.log(2);
      assertThat(Double.parseDouble(met.split(" ")[0]))
          .isCloseTo(wanted, org.assertj.core.api.Assertions.within(1e-10));
      return;
    }
    assertThat(met).isEqualTo(expected);
  }

  @Test
  void irrationalParametersAreBounded() {
    Quantity value =
        (Quantity)
            Library.values("rv A ~ Normal(0, sqrt(2))\nrv B | A ~ Normal(A/sqrt(3), 1)\nI(A; B)")
                .get(0);
    double wanted = 0.5 * Math.log(1 + Math.sqrt(2) / 3) / Math.log(2);
    assertThat(value.exact()).isEmpty();
    assertThat(value.lower()).isLessThanOrEqualTo(wanted);
    assertThat(value.upper()).isGreaterThanOrEqualTo(wanted);
    assertThat(value.upper() - value.lower()).isLessThan(1e-12);
  }

  @Test
  void anEstimateProvesNothing() {
    Answer answer =
        Library.run("let f(x) = 3*x^2\nrv Y ~ Density(f, 0, 1)\nh(Y)\ncheck h(Y) <= 0\n");
    Quantity value = (Quantity) ((Result.Evaluated) answer.results().get(0)).value();
    assertThat(value.accuracy()).isEqualTo(Accuracy.ESTIMATE);
    double wanted = (2.0 / 3 - Math.log(3)) / Math.log(2);
    assertThat(value.lower()).isLessThanOrEqualTo(wanted);
    assertThat(value.upper()).isGreaterThanOrEqualTo(wanted);
    Result.Judged judged = (Result.Judged) answer.results().get(1);
    assertThat(judged.judgement().ruling()).isEqualTo(Ruling.OPEN);
  }

  @Test
  void whatIsBuiltOnAVariableGoesWithIt() {
    Answer answer = Library.run(DECLARED + "rv G ~ Normal(0, 1)\nh(W)");
    assertThat(answer.diagnostics()).extracting("code").containsExactly("stale-variable");
  }

  @Test
  void longPrefixesAgreeWithShortOnes() {
    String process =
        """
        process A, B : real {
          A[1] ~ Normal(0, 1)
          A[t] | A[t-1], B[t-1] ~ Normal(1/2*A[t-1] - 1/4*B[t-1], 1)
          B[t] | A[t] ~ Normal(A[t], 2)
        }
        """;
    // eight letters of each are conditioned in fractions, nine by the recursion
    String process1 =
        process.replace("A[t] | A[t-1], B[t-1]", "B[1] ~ Normal(0, 1)\nA[t] | A[t-1], B[t-1]");
    Quantity few = (Quantity) Library.values(process1 + "I(A^8 -> B^8)").get(0);
    Quantity more = (Quantity) Library.values(process1 + "I(A^9 -> B^9)").get(0);
    Quantity step = (Quantity) Library.values(process1 + "I(A^9; B[9] | B^8)").get(0);
    assertThat(few.exact()).isPresent();
    assertThat(more.value() - few.value())
        .isCloseTo(step.value(), org.assertj.core.api.Assertions.within(1e-12));
  }
}
