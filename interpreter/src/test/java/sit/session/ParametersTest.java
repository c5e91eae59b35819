package sit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Laws with parameters: closed forms agree with the numbers that the same laws give. */
class ParametersTest {
  private static final String LAWS =
      """
      param p in (0, 1)
      param q in [0, 1/2]
      rv X ~ Bernoulli(q)
      rv Y | X ~ BSC(p)
      rv W | (X, Y) ~ { (0, 0): Bernoulli(p*q), (0, 1): Bernoulli(1/3), (1, 0): Bernoulli(1 - p), (1, 1): Bernoulli(q) }
      rv B ~ Binomial(3, p)
      rv S = X + Y
      """;

  private static List<Value> values(String expressions) {
    return Library.values(LAWS + expressions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I(X; Y)",
        "I(X; W)",
        "H(W, S)",
        "H(B)",
        "E[X*Y] + P(W = 1)",
        "D(law(Y) || law(X))",
        "I(X; W) - I(Y; W)"
      })
  void aClosedFormHasTheValueOfTheLawAtThatNumber(String measure) {
    List<Value> found =
        values(
            "let g = "
                + measure
                + "\nat(g, p = 3/10, q = 1/5)\n"
                + LAWS.replace("param p in (0, 1)", "let p = 3/10")
                    .replace("param q in [0, 1/2]", "let q = 1/5")
                + measure);
    Quantity closed = (Quantity) found.get(0);
    Quantity number = (Quantity) found.get(1);
    assertThat(closed.value()).isCloseTo(number.value(), within(1e-12));
  }

  @Test
  void aFormIsReadBackAsItself() {
    for (String measure : List.of("I(X; Y)", "H(B)", "H(S)", "I(X; W)")) {
      Quantity form = (Quantity) values(measure).get(0);
      String text = ValuePrinter.exact(form).orElseThrow();
      assertThat(values(measure + " == " + text).get(0)).isEqualTo(new Value.Truth(true));
    }
  }

  @Test
  void derivativesAreThoseOfTheForm() {
    assertThat(values("derivative(derivative(2*p^3*q, p), p) == 12*p*q").get(0))
        .isEqualTo(new Value.Truth(true));
    assertThat(values("sum[x in [1/5, 1/3]] at(derivative(H(B), p), p = x) == 0").get(0))
        .isEqualTo(new Value.Truth(false));
    assertThat(values("at(derivative(h2(p), p), p = 1/5) == log2(4)").get(0))
        .isEqualTo(new Value.Truth(true));
  }

  @Test
  void aFlowHasTheDirectedInformationForItsMeanAndItsCompensatorToo() {
    String processes =
        """
        process X over {0, 1} {
          X[1] ~ Bernoulli(1/2)
          X[t] | X[t-1] ~ BSC(1/5)
        }
        process Z over {0, 1} { Z[t] | X[t] ~ BSC(1/10) }
        """;
    double flow = 0;
    double compensator = 0;
    for (int code = 0; code < 16; code++) {
      int[] b = {code & 1, code >> 1 & 1, code >> 2 & 1, code >> 3 & 1};
      String along = "[(%d, %d), (%d, %d)]".formatted(b[0], b[1], b[2], b[3]);
      double mass = 0.5 * (b[0] == b[2] ? 0.8 : 0.2);
      mass *= (b[0] == b[1] ? 0.9 : 0.1) * (b[2] == b[3] ? 0.9 : 0.1);
      String calls =
          "flow(I(X -> Z), along = %s)\ncompensator(I(X -> Z), along = %s)".formatted(along, along);
      List<Value> found = Library.values(processes + calls);
      flow += mass * last(found.get(0));
      compensator += mass * last(found.get(1));
    }
    assertThat(flow).isCloseTo(0.952860109425, within(1e-10));
    assertThat(compensator).isCloseTo(0.952860109425, within(1e-10));
  }

  private static double last(Value list) {
    List<Value> items = ((Value.Items) list).items();
    return ((Quantity) items.get(items.size() - 1)).value();
  }
}
