package sit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sit.exact.LogSum;
import sit.exact.Rational;

/** Arithmetic where doubles end, and where exact forms grow too long. */
class ArithmeticTest {
  private static final Quantity TEN = Quantity.of(10);

  private static Quantity power(Quantity base, long exponent) {
    return Arithmetic.power(base, Quantity.of(exponent)).orElseThrow();
  }

  @Test
  void exactNumbersBeyondDoublesStayDifferent() {
    assertThat(Arithmetic.compare(power(TEN, 400), power(TEN, 401))).contains(-1);
    assertThat(Arithmetic.compare(power(TEN, 400), power(TEN, 400))).contains(0);
    assertThat(Arithmetic.compare(power(TEN, -4000), Quantity.of(0))).contains(1);
    assertThat(ValuePrinter.print(power(TEN, 400))).isEqualTo("1E+400");
    assertThat(ValuePrinter.print(power(TEN, -400))).isEqualTo("1E-400");
  }

  @Test
  void aSmallExactNumberDividesAndHasBoundsAroundIt() {
    Quantity small = power(TEN, -400);
    assertThat(small.lower()).isNotPositive();
    assertThat(small.upper()).isPositive();
    Quantity ratio = Arithmetic.divide(Quantity.of(1), small).orElseThrow();
    assertThat(Arithmetic.compare(ratio, power(TEN, 400))).contains(0);
  }

  @Test
  void whatLeavesTheRangeOfDoublesIsNoInfinity() {
    assertThatThrownBy(() -> power(Quantity.of(2), 1_000_000))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("beyond");
    assertThatThrownBy(() -> Arithmetic.monotone(Quantity.of(1000), Math::exp, Unit.NONE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void infinitiesCompareAndDoNotCancel() {
    Quantity infinite = Quantity.infinite(true, Unit.BIT);
    assertThat(Arithmetic.compare(infinite, Quantity.of(7).withUnit(Unit.BIT))).contains(1);
    assertThat(Arithmetic.add(infinite, infinite).isInfinite()).isTrue();
    assertThatThrownBy(() -> Arithmetic.subtract(infinite, infinite))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aLongExactFormGivesWayToBounds() {
    Quantity sum = Quantity.of(0);
    for (int i = 1; sum.exact().isPresent(); i++) {
      sum = Arithmetic.add(sum, Quantity.of(Rational.of(1, 1_000_003L * i + 1)));
      assertThat(i).isLessThan(20_000);
    }
    assertThat(sum.lower()).isLessThanOrEqualTo(sum.value());
    assertThat(sum.upper() - sum.lower()).isLessThan(1e-12);
  }

  @Test
  void theLargerOfTwoThatOverlapIsEnclosedWhicheverItIs() {
    Quantity a = Quantity.between(1.0, 0.9, 1.1, Unit.NONE, Accuracy.ROUNDING);
    Quantity b = Quantity.between(1.05, 0.8, 1.3, Unit.NONE, Accuracy.ROUNDING);
    assertThat(Arithmetic.larger(a, b).lower()).isEqualTo(0.9);
    assertThat(Arithmetic.larger(a, b).upper()).isEqualTo(1.3);
    assertThat(Arithmetic.larger(b, a)).isEqualTo(Arithmetic.larger(a, b));
    assertThat(Arithmetic.larger(Quantity.of(2), Quantity.of(3))).isEqualTo(Quantity.of(3));
  }

  /** In nats the exact form, in bits, of a plain number is not that number. */
  @Test
  void aPlainNumberCountsInNatsWhateverItIsAddedTo() {
    Quantity zero = Quantity.of(LogSum.ZERO, Unit.NAT);
    Quantity sum = Arithmetic.add(Quantity.of(1), zero);
    assertThat(sum.value()).isEqualTo(1);
    assertThat(sum.unit()).isEqualTo(Unit.NAT);
    assertThat(ValuePrinter.print(sum)).isEqualTo("1 nat");
    assertThat(Arithmetic.compare(sum, Quantity.of(1))).contains(0);
    assertThat(Arithmetic.compare(zero, Quantity.of(1))).contains(-1);
    Quantity log = Quantity.of(LogSum.log2(Rational.of(3)), Unit.NAT);
    Quantity twice = Arithmetic.add(log, Arithmetic.add(Quantity.of(1), log));
    Quantity product = Arithmetic.multiply(Quantity.of(2), log);
    assertThat(Arithmetic.subtract(twice, product).rational()).isEmpty();
    assertThat(Arithmetic.compare(Arithmetic.subtract(twice, product), Quantity.of(1))).contains(0);
  }

  @Test
  void aPlainNumberOverBitsIsANumber() {
    Quantity two = Quantity.of(LogSum.of(Rational.TWO), Unit.BIT);
    assertThat(Arithmetic.divide(Quantity.of(3), two)).contains(Quantity.of(Rational.of(3, 2)));
    Quantity log = Quantity.of(LogSum.log2(Rational.of(3)), Unit.NONE);
    assertThat(Arithmetic.power(Quantity.of(2), log)).contains(Quantity.of(3));
  }
}
