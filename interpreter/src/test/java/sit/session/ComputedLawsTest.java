package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.value.Value;

/** The law of a variable is computed from the outcomes that it is given. */
class ComputedLawsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rv B | A ~ [1/3 + A/6, 2/3 - A/6]\nP(B = 0 | A = 2) == 2/3",
        "rv B | A ~ Uniform(A..3)\nP(B = 3 | A = 2) == 1/2 and P(B = 0 | A = 1) == 0",
        "let g(a) = [1/(1 + a), a/(1 + a)]\nrv B | A ~ g(A)\nP(B = 1 | A = 2) == 2/3",
        "rv C ~ Bernoulli(1/2)\nrv B | A, C ~ Bernoulli(A*C/2)\nP(B = 1) == 1/4",
        "rv (B, C) | A ~ {(A, 0): 1/2, (A, 1): 1/2}\nI(A; B) == log2(3) and H(C | A) == 1",
        "rv B | A ~ law(A)\nI(A; B) == 0",
        "rv B | A ~ Bernoulli(P(A = 1))\nI(A; B) == 0 and P(B = 1) == 1/3",
        "rv B | A ~ mixture(Bernoulli(0), Bernoulli(1), A/2)\nP(B = 1) == 1/2"
      })
  void isThatOfEachOutcome(String script) {
    List<Value> values = Library.values("rv A ~ Uniform(3)\n" + script);
    Value.Truth truth = (Value.Truth) values.get(values.size() - 1);
    assertThat(truth.value()).as(script).isTrue();
  }
}
