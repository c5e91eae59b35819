package sit.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;

/** Named laws, relative entropy and expectations against closed forms. */
class LawsTest {
  private static final Scalar THIRD = Scalar.exact(1, 3);

  private static List<Rational> exact(Masses masses) {
    List<Rational> all = new ArrayList<>();
    for (int i = 0; i < masses.size(); i++) {
      all.add(masses.exact(i).orElseThrow());
    }
    return all;
  }

  private static List<Rational> over(long denominator, long... numerators) {
    List<Rational> all = new ArrayList<>();
    for (long numerator : numerators) {
      all.add(Rational.of(numerator, denominator));
    }
    return all;
  }

  @Test
  void closedForms() {
    assertThat(exact(Laws.bernoulli(THIRD))).isEqualTo(over(3, 2, 1));
    assertThat(exact(Laws.uniform(3))).isEqualTo(over(3, 1, 1, 1));
    assertThat(exact(Laws.binomial(3, THIRD))).isEqualTo(over(27, 8, 12, 6, 1));
    assertThat(exact(Laws.binomial(2, Scalar.exact(1, 1)))).isEqualTo(over(1, 0, 0, 1));
    assertThat(exact(Laws.binomial(2, Scalar.exact(0, 1)))).isEqualTo(over(1, 1, 0, 0));
    assertThat(exact(Laws.binomial(0, THIRD))).isEqualTo(over(1, 1));
    assertThat(exact(Laws.geometric(Scalar.exact(1, 2), 2))).isEqualTo(over(7, 4, 2, 1));
    assertThat(exact(Laws.poisson(Scalar.exact(2, 1), 3))).isEqualTo(over(19, 3, 6, 6, 4));
    assertThat(exact(Channels.erasure(THIRD))).isEqualTo(over(3, 2, 0, 1, 0, 2, 1));
    assertThat(exact(Channels.zChannel(THIRD))).isEqualTo(over(3, 3, 0, 1, 2));
    assertThat(exact(Channels.symmetric(THIRD))).isEqualTo(over(3, 2, 1, 1, 2));
  }

  @Test
  void doublesStayWithinTheirErrorOfTheExactLaw() {
    compare(Laws.binomial(40, THIRD), Laws.binomial(40, Scalar.approximate(1.0 / 3)));
    compare(Laws.geometric(Scalar.exact(1, 8), 60), Laws.geometric(Scalar.approximate(0.125), 60));
    compare(Laws.poisson(Scalar.exact(15, 2), 80), Laws.poisson(Scalar.approximate(7.5), 80));
  }

  private static void compare(Masses exact, Masses rounded) {
    assertThat(exact.isExact()).isTrue();
    assertThat(rounded.isExact()).isFalse();
    for (int i = 0; i < exact.size(); i++) {
      // the double nearest to 1/3 differs by another half unit, counted here as often as it is
      // multiplied
      double error = exact.value(i) * (rounded.relativeError() + exact.size() * 0x1p-52);
      assertThat(rounded.value(i)).isBetween(exact.value(i) - error, exact.value(i) + error);
    }
  }

  @Test
  void smallOutcomesAreNeverDropped() {
    Masses poisson = Laws.poisson(Scalar.approximate(0.5), 400);
    assertThat(poisson.value(400)).isPositive();
    Joint narrow = Joint.of(List.of("X"), List.of(401), poisson);
    Joint wide = Joint.of(List.of("X"), List.of(401), Laws.uniform(401));
    assertThat(Divergence.of(wide, narrow).bits().error()).isInfinite();
    assertThat(Divergence.of(narrow, wide).bits().error()).isLessThan(1e-11);
  }

  @Test
  void largeExactRequestsFallBackToDoubles() {
    Masses large = Laws.binomial(100_000, THIRD);
    assertThat(large.isExact()).isFalse();
    assertThat(Joint.of(List.of("N"), List.of(100_001), large).entropy().bits().value())
        .isCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 100_000 * 2 / 9) / Math.log(2), near());
  }

  private static Offset<Double> near() {
    return Offset.offset(1e-4);
  }

  private static void refused(ThrowingCallable law, String message) {
    assertThatThrownBy(law).isInstanceOf(IllFormedLaw.class).hasMessage(message);
  }

  @Test
  void faultsCarryTheirNumbers() {
    refused(
        () -> Laws.bernoulli(Scalar.exact(11, 10)),
        "Bernoulli(p) needs p between 0 and 1, not 11/10");
    refused(
        () -> Channels.symmetric(Scalar.approximate(Double.NaN)),
        "BSC(p) needs p between 0 and 1, not NaN");
    refused(
        () -> Laws.geometric(Scalar.exact(0, 1), 5), "Geometric(p, last) needs p above 0, not 0");
    refused(
        () -> Laws.poisson(Scalar.exact(-1, 2), 5),
        "Poisson(lambda, last) needs lambda at least 0, not -1/2");
    refused(() -> Laws.binomial(-1, THIRD), "Binomial(n, p) needs n between 0 and 1048576, not -1");
    Masses short1 = Masses.exact(over(10, 4, 5));
    refused(
        () -> Model.EMPTY.withLaw(List.of("X"), List.of(2), short1),
        "the law of X adds up to 9/10, not to 1");
    Model model = Model.EMPTY.withLaw(List.of("X"), List.of(2), Laws.uniform(2));
    refused(
        () ->
            model.withKernel(
                List.of("Y"), List.of(2), List.of("X"), Masses.exact(over(10, 5, 5, 11, -1))),
        "row 2 of the law of Y given X has a negative probability, -1/10, at place 2");
    refused(
        () ->
            model.withKernel(
                List.of("Y"), List.of(2), List.of("X"), Masses.approximate(new double[] {1, 0})),
        "the law of Y given X needs 4 probabilities and has 2");
    refused(
        () ->
            Model.EMPTY.withLaw(
                List.of("X"), List.of(2), Masses.approximate(new double[] {.5, .4})),
        "the law of X adds up to 0.9, not to 1");
    refused(
        () ->
            Model.EMPTY.withLaw(
                List.of("X"),
                List.of(1),
                Masses.approximate(new double[] {Double.POSITIVE_INFINITY})),
        "the law of X has Infinity for a probability at place 1");
    refused(
        () -> model.withFunction("Y", 2, List.of("X"), new int[] {0}),
        "the law of Y given X needs 2 outcomes and has 1");
    assertThatThrownBy(() -> model.withLaw(List.of("X"), List.of(2), Laws.uniform(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sumsOfDoublesAreTakenWithinATolerance() {
    double[] tenths = new double[10];
    Arrays.fill(tenths, 0.1);
    Joint law = Joint.of(List.of("X"), List.of(10), Masses.approximate(tenths));
    assertThat(law.entropy().bits().value())
        .isCloseTo(Math.log(10) / Math.log(2), Offset.offset(1e-15));
    assertThat(law.isExact()).isFalse();
  }

  @Test
  void meansAndEvents() {
    Model model =
        Model.EMPTY
            .withLaw(List.of("X"), List.of(2), Laws.uniform(2))
            .withKernel(
                List.of("Y"), List.of(2), List.of("X"), Channels.symmetric(Scalar.exact(1, 5)));
    Joint joint = model.marginal(List.of("X", "Y"), Limits.none());
    Expectation under = Expectation.under(joint, Limits.none());
    assertThat(under.exactly(o -> Rational.of(o[0] + 2L * o[1]))).contains(Rational.of(3, 2));
    Bounded mean = under.of(o -> o[0] + 2.0 * o[1]);
    assertThat(mean.value()).isBetween(1.5 - mean.error(), 1.5 + mean.error());
    assertThat(mean.error()).isLessThan(1e-14);
    Expectation zero = under.given(o -> o[0] == 0);
    assertThat(zero.exactProbability(o -> o[1] == 1)).contains(Rational.of(1, 5));
    Bounded rounded = zero.probability(o -> o[1] == 1);
    assertThat(rounded.value()).isBetween(0.2 - rounded.error(), 0.2 + rounded.error());
    assertThat(rounded.error()).isLessThan(1e-14);
    assertThat(zero.given(o -> o[1] == 0).exactly(o -> Rational.of(7))).contains(Rational.of(7));
    Expectation never = under.given(o -> o[0] > 1);
    assertThatThrownBy(() -> never.probability(o -> true))
        .hasMessage("the condition has probability 0");
    assertThatThrownBy(() -> never.exactly(o -> Rational.ONE)).isInstanceOf(IllFormedLaw.class);
    assertThat(Expectation.under(inDoubles(joint), Limits.none()).exactProbability(o -> true))
        .isEqualTo(Optional.empty());
  }

  private static Joint inDoubles(Joint joint) {
    return Joint.of(joint.variables(), joint.sizes(), Masses.approximate(joint.table()));
  }

  /** Impossible outcomes are never shown to a function, which may be infinite there. */
  @Test
  void impossibleOutcomesDoNotCount() {
    Joint joint = Joint.of(List.of("X"), List.of(2), Masses.exact(over(1, 1, 0)));
    Expectation under = Expectation.under(joint, Limits.none());
    assertThat(under.of(o -> o[0] == 1 ? Double.POSITIVE_INFINITY : 3).value()).isEqualTo(3);
    assertThat(under.of(o -> Double.NEGATIVE_INFINITY))
        .isEqualTo(new Bounded(Double.NEGATIVE_INFINITY, 0));
  }

  @Test
  void commonPartIsWhatBothSidesKnow() {
    // two blocks: X in {0, 1} with Y = 0, X = 2 with Y in {1, 2}; Y = 3 never happens
    List<Rational> masses = over(8, 1, 0, 0, 0, 3, 0, 0, 0, 0, 2, 2, 0);
    Joint joint = Joint.of(List.of("X", "Y"), List.of(3, 4), Masses.exact(masses));
    for (Joint law : List.of(joint, inDoubles(joint))) {
      CommonPart part = CommonPart.of(law, 1);
      assertThat(part.parts()).isEqualTo(2);
      assertThat(part.ofFirst()).containsExactly(0, 0, 1);
      assertThat(part.ofSecond()).containsExactly(0, 1, 1, 0);
      assertThat(part.law().entropy().bits().value()).isEqualTo(1);
      assertThat(part.law().exactProbability(1).isPresent()).isEqualTo(law.isExact());
    }
    Model model = Model.EMPTY.withLaw(List.of("X", "Y"), List.of(3, 4), Masses.exact(masses));
    assertThat(model.commonPart(List.of("Y"), List.of("X"), Limits.none()).parts()).isEqualTo(2);
  }

  @Test
  void roundsToTheNearestDouble() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2000; i++) {
      BigInteger above = new BigInteger(random.nextInt(1, 300), new Random(i));
      BigInteger below = new BigInteger(random.nextInt(1, 300), new Random(-i)).add(BigInteger.ONE);
      double wanted =
          new BigDecimal(above).divide(new BigDecimal(below), new MathContext(60)).doubleValue();
      assertThat(Scalar.nearest(above, below)).isEqualTo(wanted);
      assertThat(Scalar.nearest(above.negate(), below)).isEqualTo(0.0 - wanted);
    }
    // exactly between two doubles, and just above
    BigInteger half = BigInteger.ONE.shiftLeft(100).add(BigInteger.ONE.shiftLeft(47));
    BigInteger one = BigInteger.ONE.shiftLeft(100);
    assertThat(Scalar.nearest(half, one)).isEqualTo(1);
    assertThat(Scalar.nearest(half.add(BigInteger.ONE), one)).isEqualTo(Math.nextUp(1.0));
    assertThat(Scalar.nearest(BigInteger.ONE, BigInteger.ONE.shiftLeft(2000)))
        .isEqualTo(Double.MIN_VALUE);
  }
}
