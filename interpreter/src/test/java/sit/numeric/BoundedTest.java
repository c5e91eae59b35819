package sit.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Arithmetic with error bounds against exact arithmetic at the ends of the bounds. */
class BoundedTest {
  private static boolean contains(Bounded found, BigDecimal value) {
    BigDecimal apart = new BigDecimal(found.value()).subtract(value).abs();
    return apart.compareTo(new BigDecimal(found.error())) <= 0;
  }

  private static BigDecimal end(Bounded of, boolean upper) {
    BigDecimal error = new BigDecimal(of.error());
    return new BigDecimal(of.value()).add(upper ? error : error.negate());
  }

  @Test
  void holdsWhateverTheNumbersAre() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20_000; i++) {
      Bounded a = some(random);
      Bounded b = some(random);
      BigDecimal x = end(a, random.nextBoolean());
      BigDecimal y = end(b, random.nextBoolean());
      assertThat(contains(a.plus(b), x.add(y))).isTrue();
      assertThat(contains(a.minus(b), x.subtract(y))).isTrue();
      assertThat(contains(a.times(b), x.multiply(y))).as("%s times %s", a, b).isTrue();
    }
  }

  private static Bounded some(SplittableRandom random) {
    double value = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-30, 30));
    double error = Math.abs(value) * Math.scalb(random.nextDouble(), -random.nextInt(10, 60));
    return new Bounded(value, random.nextInt(4) == 0 ? 0 : error);
  }

  @Test
  void exactSumsStayExact() {
    assertThat(Bounded.exactly(1).plus(Bounded.exactly(0.5))).isEqualTo(new Bounded(1.5, 0));
    assertThat(Bounded.exactly(0.1).plus(Bounded.exactly(0.2)).error()).isPositive();
  }

  @Test
  void infinities() {
    assertThat(Bounded.INFINITE.plus(Bounded.exactly(1))).isEqualTo(Bounded.INFINITE);
    assertThat(Bounded.INFINITE.times(2)).isEqualTo(Bounded.INFINITE);
    assertThatThrownBy(() -> Bounded.INFINITE.minus(Bounded.INFINITE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Bounded.INFINITE.times(0)).isInstanceOf(ArithmeticException.class);
    // a product that overflows is known to be large, not how large
    assertThat(Bounded.exactly(1e200).times(1e200).error()).isInfinite();
    Bounded huge = Bounded.exactly(1e308).plus(Bounded.exactly(1e308));
    assertThat(huge.error()).isInfinite();
    assertThat(huge.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    Bounded unknown = new Bounded(3, Double.POSITIVE_INFINITY);
    assertThat(unknown.times(2).error()).isInfinite();
    assertThat(unknown.times(0)).isEqualTo(Bounded.ZERO);
    assertThat(unknown.plus(Bounded.exactly(1)).error()).isInfinite();
  }
}
