package sit.exact.closed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.exact.LogSum;
import sit.exact.Rational;

/** Closed forms in parameters: arithmetic, comparison and how they are printed. */
class ClosedFormTest {
  private static final Parameter P = Parameter.between("p", Rational.ZERO, Rational.ONE);
  private static final Parameter Q = Parameter.between("q", Rational.ZERO, Rational.ONE);
  private static final RationalFunction ONE = RationalFunction.ONE;
  private static final RationalFunction FP = RationalFunction.of(P);
  private static final RationalFunction FQ = RationalFunction.of(Q);

  private static RationalFunction number(long above, long below) {
    return RationalFunction.of(Rational.of(above, below));
  }

  private static ClosedForm entropy(RationalFunction... masses) {
    ClosedForm sum = ClosedForm.ZERO;
    for (RationalFunction mass : masses) {
      sum = sum.add(ClosedForm.entropyTerm(mass));
    }
    return sum;
  }

  private static ClosedForm h2(RationalFunction x) {
    return entropy(x, ONE.subtract(x));
  }

  @Test
  void rationalFunctionsAreInLowestTerms() {
    RationalFunction square = ONE.subtract(FP.multiply(FP));
    assertThat(square.divide(ONE.subtract(FP))).isEqualTo(ONE.add(FP)).hasToString("1 + p");
    assertThat(FP.divide(FP.add(FQ)).add(FQ.divide(FP.add(FQ)))).isEqualTo(ONE);
    assertThat(number(2, 3).multiply(FP).multiply(ONE.subtract(FP))).hasToString("2*p*(1 - p)/3");
    assertThat(FP.divide(FP.add(FQ))).hasToString("p/(p + q)");
    assertThat(FP.subtract(ONE).divide(number(2, 1))).hasToString("-(1 - p)/2");
  }

  @Test
  void theInformationOfASymmetricChannelIsOneLessABinaryEntropy() {
    RationalFunction half = number(1, 2);
    RationalFunction right = half.multiply(ONE.subtract(FP));
    RationalFunction wrong = half.multiply(FP);
    ClosedForm information =
        entropy(half, half).add(entropy(half, half)).subtract(entropy(right, wrong, wrong, right));
    assertThat(information).hasToString("1 - h2(p)");
    assertThat(information).isEqualTo(ClosedForm.of(ONE).subtract(h2(FP)));
  }

  @Test
  void sumsOfLogarithmsArePrintedByEntropies() {
    RationalFunction conv = FP.add(FQ).subtract(number(2, 1).multiply(FP).multiply(FQ));
    assertThat(h2(conv).subtract(h2(FP))).hasToString("h2(p + q - 2*p*q) - h2(p)");
    assertThat(h2(FP).scale(ONE.subtract(FQ))).hasToString("(1 - q)*h2(p)");
    RationalFunction half = number(1, 2).multiply(FP);
    assertThat(entropy(ONE.subtract(FP), half, half)).hasToString("p + h2(p)");
    assertThat(entropy(FP, FQ, ONE.subtract(FP).subtract(FQ))).hasToString("H([p, q, 1 - p - q])");
    assertThat(ClosedForm.log2(FP.divide(number(3, 1)))).hasToString("log2(p) - log2(3)");
    assertThat(h2(FP).toString(LogSum.Base.E)).isEqualTo("h2(p)");
    assertThat(ClosedForm.of(ONE).subtract(h2(FP)).toString(LogSum.Base.E))
        .isEqualTo("ln(2) - h2(p)");
  }

  @Test
  void theDerivativeOfTheBinaryEntropyIsTheLogarithmOfTheOdds() {
    assertThat(h2(FP).derivative(P)).hasToString("log2(1 - p) - log2(p)");
    assertThat(ClosedForm.log2(FP).derivative(P)).isEqualTo(ClosedForm.nat().scale(ONE.divide(FP)));
  }

  @Test
  void valuesAreExactAndZeroTimesItsLogarithmIsZero() {
    assertThat(h2(FP).at(Map.of(P, Rational.of(11, 100))).orElseThrow().bits())
        .isEqualTo(LogSum.entropy(List.of(Rational.of(11, 100), Rational.of(89, 100))));
    assertThat(h2(FP).at(Map.of(P, Rational.ZERO)).orElseThrow().bits()).isEqualTo(LogSum.ZERO);
    assertThat(ClosedForm.log2(FP).at(Map.of(P, Rational.ZERO)).orElseThrow().infinite())
        .isEqualTo(-1);
  }

  @Test
  void signsAreDecidedByZeros() {
    RationalFunction variance = FP.multiply(ONE.subtract(FP));
    assertThat(Signs.of(variance)).contains(1);
    assertThat(Signs.of(variance.subtract(number(1, 4)))).contains(-1);
    assertThat(Signs.of(variance.subtract(number(1, 5)))).isEmpty();
    assertThat(Signs.of(ONE.subtract(FP.multiply(FQ)))).contains(1);
    assertThat(Signs.of(FP.subtract(FQ))).isEqualTo(Optional.empty());
  }
}
