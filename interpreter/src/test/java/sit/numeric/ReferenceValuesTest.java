package sit.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * Closed forms, most of them from Cover and Thomas, Elements of Information Theory, 2nd edition.
 */
class ReferenceValuesTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static Masses masses(String... texts) {
    List<Rational> all = new ArrayList<>();
    for (String text : texts) {
      all.add(Rational.parse(text));
    }
    return Masses.exact(all);
  }

  private static Joint law(String... texts) {
    return Joint.of(List.of("X"), List.of(texts.length), masses(texts));
  }

  @ParameterizedTest
  @CsvSource({
    "0.11, 0.499915958165",
    "0.1, 0.468995593589",
    "0.2, 0.721928094887",
    "0.3, 0.881290899231"
  })
  void binaryEntropy(String p, double expected) {
    Masses exact = Laws.bernoulli(Scalar.exact(Rational.parse(p)));
    Masses rounded = Laws.bernoulli(Scalar.approximate(Double.parseDouble(p)));
    for (Masses law : List.of(exact, rounded)) {
      Amount h = Joint.of(List.of("X"), List.of(2), law).entropy();
      assertThat(h.bits().value()).isCloseTo(expected, CLOSE);
      assertThat(h.bits().error()).isLessThan(1e-14);
      assertThat(h.exact().isPresent()).isEqualTo(law == exact);
    }
  }

  @Test
  void entropiesOfLists() {
    assertThat(law("1/2", "1/4", "1/8", "1/8").entropy().exact())
        .contains(LogSum.of(Rational.of(7, 4)));
    // the reference has eleven decimals
    assertThat(law("0.5", "0.3", "0.2").entropy().bits().value())
        .isCloseTo(1.48547529723, Offset.offset(5e-12));
  }

  /** C&T example 2.2.1: rows y, columns x. */
  @Test
  void jointTable() {
    Masses table =
        masses(
            "1/8", "1/16", "1/32", "1/32", "1/16", "1/8", "1/32", "1/32", "1/16", "1/16", "1/16",
            "1/16", "1/4", "0", "0", "0");
    Model model = Model.EMPTY.withLaw(List.of("Y", "X"), List.of(4, 4), table);
    LogSum both = entropy(model, "X", "Y");
    assertThat(both).isEqualTo(LogSum.of(Rational.of(27, 8)));
    assertThat(both.subtract(entropy(model, "Y"))).isEqualTo(LogSum.of(Rational.of(11, 8)));
    assertThat(entropy(model, "X").add(entropy(model, "Y")).subtract(both))
        .isEqualTo(LogSum.of(Rational.of(3, 8)));
  }

  private static LogSum entropy(Model model, String... names) {
    return model.entropy(List.of(names), Limits.none()).exact().orElseThrow();
  }

  /** C&T example 2.3.1. */
  @Test
  void relativeEntropyBothWays() {
    Joint p = law("1/2", "1/2");
    Joint q = law("3/4", "1/4");
    LogSum three = LogSum.log2(Rational.of(3));
    Amount there = Divergence.of(p, q);
    Amount back = Divergence.of(q, p);
    assertThat(there.bits().value()).isCloseTo(0.207518749639, CLOSE);
    assertThat(back.bits().value()).isCloseTo(0.188721875541, CLOSE);
    assertThat(there.exact())
        .contains(LogSum.of(Rational.ONE).subtract(three.scale(Rational.of(1, 2))));
    assertThat(back.exact())
        .contains(three.scale(Rational.of(3, 4)).subtract(LogSum.of(Rational.ONE)));
  }

  @Test
  void relativeEntropyIsInfiniteOnlyOffTheSupport() {
    assertThat(Divergence.of(law("1/2", "1/2"), law("1", "0")).bits()).isEqualTo(Bounded.INFINITE);
    assertThat(Divergence.of(law("1", "0"), law("1/2", "1/2")).exact())
        .contains(LogSum.of(Rational.ONE));
    assertThat(Divergence.of(law("1/3", "2/3"), law("1/3", "2/3")).exact()).contains(LogSum.ZERO);
  }

  /** The right side of Fano's inequality for M = 4 and an error probability of 0.1. */
  @Test
  void fano() {
    Joint error = law("0.1", "0.9");
    Bounded right =
        error.entropy().bits().plus(Bounded.exactly(Log2.log2(3)).times(error.probability(0)));
    assertThat(right.value()).isCloseTo(0.627491843661, CLOSE);
  }

  /** The sum of two flips: a * b = a(1-b) + b(1-a). */
  @Test
  void binaryConvolution() {
    Model model =
        Model.EMPTY
            .withLaw(List.of("A"), List.of(2), Laws.bernoulli(Scalar.exact(1, 5)))
            .withKernel(
                List.of("Y"), List.of(2), List.of("A"), Channels.symmetric(Scalar.exact(1, 10)));
    assertThat(model.marginal(List.of("Y"), Limits.none()).exactProbability(1))
        .contains(Rational.parse("0.26"));
  }

  @Test
  void parityHidesEachOfItsBits() {
    Model model =
        Model.EMPTY
            .withLaw(List.of("X"), List.of(2), Laws.uniform(2))
            .withLaw(List.of("N"), List.of(2), Laws.bernoulli(Scalar.exact(11, 100)))
            .withFunction("Y", 2, List.of("X", "N"), new int[] {0, 1, 1, 0});
    LogSum hidden = entropy(model, "N").add(entropy(model, "Y"));
    assertThat(hidden.subtract(entropy(model, "N", "Y")).isZero()).isTrue();
    LogSum seen = entropy(model, "X").add(entropy(model, "Y")).subtract(entropy(model, "X", "Y"));
    assertThat(seen).isEqualTo(LogSum.of(Rational.ONE).subtract(entropy(model, "N")));
  }
}
