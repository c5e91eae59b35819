package sit.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Rationals are kept in lowest terms with the sign above the line. */
class RationalTest {
  @Test
  void theSignStandsAboveTheLine() {
    Rational half = Rational.ONE.divide(Rational.of(-2));
    assertThat(half).hasToString("-1/2").isEqualTo(Rational.of(-1, 2));
    assertThat(half.numerator()).isEqualTo(BigInteger.ONE.negate());
    assertThat(half.denominator()).isEqualTo(BigInteger.TWO);
    assertThat(half.floor()).isEqualTo(BigInteger.ONE.negate());
    Rational minusOne = Rational.ONE.divide(Rational.MINUS_ONE);
    assertThat(minusOne.isInteger()).isTrue();
    assertThat(minusOne).hasToString("-1").hasSameHashCodeAs(Rational.MINUS_ONE);
    assertThat(Rational.of(-3).pow(-1)).hasToString("-1/3");
    assertThat(Rational.of(6, -4)).hasToString("-3/2");
  }

  @Test
  void readsWhatItPrints() {
    assertThat(Rational.parse("3/4")).hasToString("3/4");
    assertThat(Rational.parse("0.25")).hasToString("1/4");
    assertThat(Rational.parse("1e-3")).hasToString("1/1000");
    assertThatThrownBy(() -> Rational.parse("1/0")).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> Rational.ONE.divide(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }
}
