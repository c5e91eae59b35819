package sit.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Exact sums of logarithms: their sign, their bounds and their printed form. */
class LogSumTest {
  private static LogSum log2(long n) {
    return LogSum.log2(Rational.of(n));
  }

  @Test
  void logarithmsOfProductsAreSums() {
    assertThat(log2(6)).isEqualTo(LogSum.of(Rational.ONE).add(log2(3)));
    assertThat(log2(35).subtract(log2(5)).subtract(log2(7))).isEqualTo(LogSum.ZERO);
    assertThat(log2(35).subtract(log2(5)).subtract(log2(7)).isZero()).isTrue();
    assertThat(LogSum.log2(Rational.of(1, 8)).rationalValue()).contains(Rational.of(-3));
    assertThat(log2(9).scale(Rational.of(1, 2))).isEqualTo(log2(3));
    assertThat(log2(3).rationalValue()).isEmpty();
  }

  @Test
  void sumsCancelWithoutFactoring() {
    // two primes of 256 bits: their product is out of reach of factoring
    Random random = new Random(5);
    BigInteger p = BigInteger.probablePrime(256, random);
    BigInteger q = BigInteger.probablePrime(256, random);
    BigInteger r = BigInteger.probablePrime(256, random);
    LogSum pq = LogSum.log2(Rational.of(p.multiply(q)));
    LogSum qr = LogSum.log2(Rational.of(q.multiply(r)));
    LogSum pr = LogSum.log2(Rational.of(p.multiply(r)));
    LogSum twice = LogSum.log2(Rational.of(p.multiply(q).multiply(r))).scale(Rational.TWO);
    assertThat(pq.add(qr).add(pr).subtract(twice).isZero()).isTrue();
    assertThat(pq.add(qr).subtract(twice).isZero()).isFalse();
    assertThat(pq.subtract(qr)).isEqualTo(LogSum.log2(Rational.of(p, r)));
  }

  @Test
  void equalValuesWithDifferentBasesHaveOneHash() {
    BigInteger p = BigInteger.valueOf(1_000_003);
    BigInteger q = BigInteger.valueOf(1_000_033);
    LogSum whole = LogSum.log2(Rational.of(p.multiply(q)));
    LogSum split = LogSum.log2(Rational.of(p)).add(LogSum.log2(Rational.of(q)));
    assertThat(whole).isEqualTo(split).hasSameHashCodeAs(split);
    assertThat(whole.compareTo(split)).isZero();
  }

  @Test
  void signsOfCloseValues() {
    // convergents of log2(3): 2^84 < 3^53 and 2^301994 > 3^190537
    assertThat(log2(3).scale(Rational.of(53)).subtract(LogSum.of(Rational.of(84))).signum())
        .isEqualTo(1);
    assertThat(log2(3).compareTo(LogSum.of(Rational.of(301994, 190537)))).isEqualTo(-1);
    BigInteger huge = BigInteger.ONE.shiftLeft(2000);
    LogSum above = LogSum.log2(Rational.of(huge.add(BigInteger.ONE), huge));
    assertThat(above.signum()).isEqualTo(1);
    assertThat(above.negate().signum()).isEqualTo(-1);
    assertThat(LogSum.ZERO.signum()).isZero();
  }

  @Test
  void printsAsAPersonWouldWrite() {
    assertThat(LogSum.of(Rational.of(3, 2))).hasToString("3/2");
    assertThat(log2(3).subtract(LogSum.of(Rational.of(2, 3)))).hasToString("log2(3) - 2/3");
    assertThat(log2(3).scale(Rational.of(3, 4)).add(LogSum.of(Rational.of(1, 2))))
        .hasToString("1/2 + 3/4*log2(3)");
    assertThat(log2(5).subtract(log2(3))).hasToString("log2(5) - log2(3)");
    assertThat(log2(3).negate()).hasToString("-log2(3)");
    assertThat(log2(3).scale(Rational.of(-1, 3)).subtract(LogSum.of(Rational.ONE)))
        .hasToString("-1/3*log2(3) - 1");
    assertThat(LogSum.ZERO).hasToString("0");
    assertThat(LogSum.of(Rational.of(3, 2)).toString(LogSum.Base.E)).isEqualTo("3/2*ln(2)");
    assertThat(log2(3).subtract(LogSum.of(Rational.of(2, 3))).toString(LogSum.Base.E))
        .isEqualTo("ln(3) - 2/3*ln(2)");
    assertThat(LogSum.ZERO.toString(LogSum.Base.E)).isEqualTo("0");
  }

  @Test
  void entropies() {
    assertThat(LogSum.entropyTerm(Rational.of(1, 4))).hasToString("1/2");
    assertThat(LogSum.entropyTerm(Rational.ZERO)).isEqualTo(LogSum.ZERO);
    Rational third = Rational.of(1, 3);
    assertThat(LogSum.entropy(List.of(third, Rational.of(2, 3)))).hasToString("log2(3) - 2/3");
    assertThat(LogSum.entropy(List.of(third, third, third))).isEqualTo(log2(3));
    assertThat(LogSum.entropy(List.of(Rational.of(1, 2), Rational.of(1, 4), Rational.of(1, 4))))
        .hasToString("3/2");
  }

  @Test
  void productsNeedARationalFactor() {
    LogSum half = LogSum.of(Rational.of(1, 2));
    assertThat(half.multiply(log2(9))).contains(log2(3));
    assertThat(log2(9).multiply(half)).contains(log2(3));
    assertThat(log2(3).multiply(log2(3))).isEmpty();
  }

  @Test
  void knownDigits() {
    // log2(3), OEIS A020857
    String digits = "1.584962500721156181453738943947816508759814407692481060455752654541098";
    BigDecimal value = log2(3).toDecimal(new MathContext(60));
    assertThat(value.subtract(new BigDecimal(digits)).abs())
        .isLessThanOrEqualTo(new BigDecimal("1e-59"));
    Interval bounds = log2(3).bounds(50);
    Rational truncated = Rational.of(new BigDecimal(digits));
    Rational next = truncated.add(Rational.of(new BigDecimal("1e-69")));
    assertThat(bounds.upper().compareTo(truncated)).isPositive();
    assertThat(bounds.lower().compareTo(next)).isNegative();
    assertThat(bounds.width()).isLessThanOrEqualTo(Rational.of(new BigDecimal("1e-50")));
  }

  @Test
  void boundsHoldTheLogarithmByExactPowers() {
    // a <= c log2(n) iff 2^a <= n^c: integers decide, no other logarithm is trusted
    Random random = new Random(1);
    int power = 1 << 10;
    for (int k = 0; k < 200; k++) {
      BigInteger n = new BigInteger(2 + random.nextInt(80), random).add(BigInteger.TWO);
      BigInteger nPower = n.pow(power);
      Interval scaled = LogSum.log2(Rational.of(n)).scale(Rational.of(power)).bounds(20);
      int floor = nPower.bitLength() - 1;
      boolean exact = nPower.bitCount() == 1;
      assertThat(scaled.lower().floor().intValueExact()).isBetween(floor - (exact ? 1 : 0), floor);
      assertThat(scaled.upper().compareTo(Rational.of(floor))).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void randomSumsAgreeWithDoubles() {
    Random random = new Random(2);
    for (int k = 0; k < 300; k++) {
      LogSum.Builder sum = new LogSum.Builder();
      double expected = 0;
      for (int i = 0; i < 8; i++) {
        long c = random.nextInt(21) - 10;
        long n = 1 + random.nextInt(100_000);
        long d = 1 + random.nextInt(100_000);
        sum.addLog2(Rational.of(c, 7), Rational.of(n, d));
        expected += c / 7.0 * (Math.log(n) - Math.log(d)) / Math.log(2);
      }
      LogSum value = sum.build();
      assertThat(value.toDecimal(MathContext.DECIMAL64).doubleValue())
          .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-10));
      assertThat(value.signum()).isEqualTo((int) Math.signum(expected));
      assertThat(value.subtract(value).isZero()).isTrue();
    }
  }

  @Test
  void basesStayCoprimeAndSumsDoNotDependOnTheirOrder() {
    Random random = new Random(3);
    for (int k = 0; k < 50; k++) {
      List<BigInteger> primes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        primes.add(BigInteger.probablePrime(40, random));
      }
      List<LogSum> parts = new ArrayList<>();
      LogSum byPrimes = LogSum.ZERO;
      for (int i = 0; i < 10; i++) {
        BigInteger product = BigInteger.ONE;
        Rational c = Rational.of(random.nextInt(9) - 4, 3);
        for (BigInteger prime : primes) {
          int exponent = random.nextInt(3);
          product = product.multiply(prime.pow(exponent));
          byPrimes =
              byPrimes.add(
                  LogSum.log2(Rational.of(prime)).scale(c.multiply(Rational.of(exponent))));
        }
        parts.add(LogSum.log2(Rational.of(product)).scale(c));
      }
      LogSum forwards = LogSum.ZERO;
      LogSum.Builder backwards = new LogSum.Builder();
      for (int i = 0; i < parts.size(); i++) {
        forwards = forwards.add(parts.get(i));
        backwards.add(Rational.ONE, parts.get(parts.size() - 1 - i));
      }
      assertThat(forwards).isEqualTo(backwards.build()).isEqualTo(byPrimes);
      List<BigInteger> bases = new ArrayList<>(forwards.logarithms().keySet());
      for (int i = 0; i < bases.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(bases.get(i).gcd(bases.get(j))).isEqualTo(BigInteger.ONE);
        }
      }
    }
  }

  @Test
  void thousandsOfTerms() {
    Random random = new Random(4);
    List<Rational> weights = new ArrayList<>();
    BigInteger total = BigInteger.ZERO;
    for (int i = 0; i < 3000; i++) {
      BigInteger w = new BigInteger(64, random).add(BigInteger.ONE);
      weights.add(Rational.of(w));
      total = total.add(w);
    }
    Rational sum = Rational.of(total);
    weights.replaceAll(w -> w.divide(sum));
    LogSum entropy = LogSum.entropy(weights);
    assertThat(entropy.compareTo(log2(3000))).isEqualTo(-1);
    assertThat(entropy.compareTo(log2(2000))).isEqualTo(1);
  }

  @Test
  void onlyPositiveNumbersHaveLogarithms() {
    assertThatThrownBy(() -> LogSum.log2(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LogSum.log2(Rational.MINUS_ONE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void twoToItsPower() {
    Rational quarter = Rational.of(3, 4);
    assertThat(LogSum.log2(quarter).powerOfTwo(100)).contains(quarter);
    assertThat(LogSum.log2(Rational.of(9, 25)).scale(Rational.of(-1, 2)).powerOfTwo(100))
        .contains(Rational.of(5, 3));
    assertThat(LogSum.ZERO.powerOfTwo(100)).contains(Rational.ONE);
    assertThat(LogSum.log2(quarter).scale(Rational.of(1, 2)).powerOfTwo(100)).isEmpty();
    assertThat(LogSum.of(Rational.of(1, 2)).powerOfTwo(100)).isEmpty();
    assertThat(LogSum.nats(Rational.ONE).powerOfTwo(100)).isEmpty();
    assertThat(LogSum.of(Rational.of(101)).powerOfTwo(100)).isEmpty();
    assertThat(LogSum.of(Rational.of(Long.MAX_VALUE)).powerOfTwo(100)).isEmpty();
  }
}
