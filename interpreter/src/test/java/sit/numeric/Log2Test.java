package sit.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.exact.LogSum;
import sit.exact.Rational;

/** The fast logarithm against exact ones. */
class Log2Test {
  private static final double LN2 = Math.log(2);

  /** The relative distance of the kernel's {@code -p log2 p} from the true one. */
  private static double exactError(double p) {
    Rational exact = Rational.of(new BigDecimal(p));
    BigDecimal wanted = LogSum.entropyTerm(exact).toDecimal(new MathContext(30));
    BigDecimal found = new BigDecimal(Log2.term(p));
    return found.subtract(wanted).divide(wanted, MathContext.DECIMAL64).abs().doubleValue();
  }

  @Test
  void isWithinOnePartInTenToTheFifteen() {
    SplittableRandom random = new SplittableRandom(7);
    double worst = 0;
    for (int i = 0; i < 4000; i++) {
      double p = random.nextDouble() * Math.scalb(1.0, -random.nextInt(12));
      worst = Math.max(worst, exactError(p));
      double nearOne = 1 - Math.scalb(random.nextDouble(), -random.nextInt(1, 40));
      worst = Math.max(worst, exactError(nearOne));
    }
    assertThat(worst).isLessThan(1e-15).isLessThan(Log2.ERROR).isPositive();
  }

  @Test
  void isAccurateWhereIntervalsMeet() {
    double worst = 0;
    for (int i = -1; i <= 128; i++) {
      double edge = Double.longBitsToDouble(0x3fe6000000000000L + i * (1L << 45) - (1L << 44));
      for (double p : new double[] {edge, Math.nextDown(edge), Math.nextUp(edge), edge / 2}) {
        worst = Math.max(worst, exactError(p));
      }
    }
    assertThat(worst).isLessThan(1e-15);
  }

  @Test
  void agreesWithTheLibraryOverTheWholeRange() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 1_000_000; i++) {
      double p = Double.longBitsToDouble(random.nextLong(0x7ff0000000000000L));
      double wanted = Math.log(p) / LN2;
      double found = Log2.log2(p);
      if (!(Math.abs(found - wanted) <= 2e-15 * Math.abs(wanted))) {
        assertThat(found).as("log2 of %s", p).isEqualTo(wanted);
      }
    }
  }

  @Test
  void isExactAtPowersOfTwo() {
    for (int k = -1074; k <= 1023; k++) {
      assertThat(Log2.log2(Math.scalb(1.0, k))).isEqualTo(k);
    }
    assertThat(Log2.term(0)).isZero();
    assertThat(Log2.term(1)).isZero();
    assertThat(Log2.term(Double.MIN_VALUE)).isEqualTo(1074 * Double.MIN_VALUE);
  }

  @Test
  void sumsAreWithinTheirBounds() {
    SplittableRandom random = new SplittableRandom(9);
    for (int size : new int[] {1, 2, 3, 127, 128, 129, 1000}) {
      double[] cells = new double[size];
      LogSum exact = LogSum.ZERO;
      for (int i = 0; i < size; i++) {
        int weight = random.nextInt(0, 50);
        cells[i] = weight / 8192.0;
        exact = exact.add(LogSum.entropyTerm(Rational.of(weight, 8192)));
      }
      EliminationTest.assertContains(Log2.entropy(cells, 0), exact);
    }
  }
}
