package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Comparisons of numbers that are exact, rounded or estimated. */
class UncertainTruthsTest {
  private static final String SAMPLES =
      "rv X from samples([0, 1, 0, 1, 0, 1, 1, 1])\n"
          + "let e = estimate(H(X), method = \"plugin\", seed = 1)\n";

  private static String shown(String script) {
    List<Value> values = Library.values(script);
    return ValuePrinter.print(values.get(values.size() - 1));
  }

  @Test
  void exactNumbersAreComparedExactly() {
    assertThat(shown("(1/3)^(10^5) == 0")).isEqualTo("false");
    assertThat(shown("(1/3)^(10^5) > 0")).isEqualTo("true");
    assertThat(shown("(1/3)^(10^5) == (1/3)^(10^5)")).isEqualTo("true");
    assertThat(shown("(1/3)^(10^5) < (1/3)^(10^5 - 1)")).isEqualTo("true");
    assertThat(shown("(1/3)^(10^5)")).startsWith("7.49079710127E-47713");
    assertThat(shown("1/3 + 1/6 == 1/2")).isEqualTo("true");
    assertThat(shown("log2(9) == 2*log2(3)")).isEqualTo("true");
    assertThat(shown("log2(9) == 3")).isEqualTo("false");
  }

  @Test
  void roundedNumbersAreTheSameWithinTheirAccuracy() {
    assertThat(shown("sqrt(2)*sqrt(2) == 2")).isEqualTo("true (within accuracy)");
    assertThat(shown("sqrt(2)*sqrt(2) > 2")).isEqualTo("false (within accuracy)");
    assertThat(shown("not exp(1) == exp(1)")).isEqualTo("false (within accuracy)");
    assertThat(shown("exp(1) == exp(1) and 1 < 2")).isEqualTo("true (within accuracy)");
    assertThat(shown("exp(1) < 3")).isEqualTo("true");
    assertThat(shown("[exp(1), 1] == [exp(1), 2]")).isEqualTo("false");
    assertThat(shown("[exp(1), 1] == [exp(1), 1]")).isEqualTo("true (within accuracy)");
  }

  @Test
  void whatIsToldOfAnEstimateIsOne() {
    assertThat(shown(SAMPLES + "e <= 2")).isEqualTo("true (estimate)");
    assertThat(shown(SAMPLES + "e == 2")).isEqualTo("false (estimate)");
    assertThat(shown(SAMPLES + "if e <= 2 then 3 else 4")).contains("(estimate)");
    assertThat(shown(SAMPLES + "1 < 2 and e <= 2")).isEqualTo("true (estimate)");
  }
}
