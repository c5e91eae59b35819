package sit.exact;

import java.math.BigInteger;

/**
 * Rigorous bounds of logarithms in fixed-point numbers. Numbers are counted in units of {@code
 * 2^-bits}; every operation rounds downwards below and upwards above.
 */
final class Logarithms {
  private final int bits;
  private final Fixed naturalLogOfTwo;

  /** Bounds in units of 2^-bits. */
  record Fixed(BigInteger low, BigInteger high) {
    static final Fixed ZERO = new Fixed(BigInteger.ZERO, BigInteger.ZERO);

    Fixed add(Fixed other) {
      return new Fixed(low.add(other.low), high.add(other.high));
    }

    Fixed negate() {
      return new Fixed(high.negate(), low.negate());
    }

    Fixed multiply(Rational factor) {
      BigInteger by = factor.numerator();
      BigInteger below = factor.signum() >= 0 ? low : high;
      BigInteger above = factor.signum() >= 0 ? high : low;
      return new Fixed(
          floor(below.multiply(by), factor.denominator()),
          ceiling(above.multiply(by), factor.denominator()));
    }
  }

  Logarithms(int bits) {
    this.bits = bits;
    this.naturalLogOfTwo = twiceArtanh(BigInteger.ONE, BigInteger.valueOf(3));
  }

  Fixed of(Rational value) {
    BigInteger scaled = value.numerator().shiftLeft(bits);
    return new Fixed(floor(scaled, value.denominator()), ceiling(scaled, value.denominator()));
  }

  /** The exponent k for which {@code value / 2^k} lies in [3/4, 3/2]. */
  static int scale(BigInteger value) {
    int k = value.bitLength() - 1;
    return k > 0 && value.testBit(k - 1) ? k + 1 : k;
  }

  /** {@code ln(value / 2^scale)} of a positive integer. */
  Fixed naturalLogOfMantissa(BigInteger value, int scale) {
    BigInteger power = BigInteger.ONE.shiftLeft(scale);
    BigInteger difference = value.subtract(power);
    Fixed log = twiceArtanh(difference.abs(), value.add(power));
    return difference.signum() < 0 ? log.negate() : log;
  }

  /** {@code ln(pi)}, of the integers on both sides of {@code pi 2^bits}. */
  Fixed naturalLogOfPi() {
    Fixed pi = pi();
    int scale = scale(pi.low);
    Fixed exponent = naturalLogOfTwo.multiply(Rational.of(scale - (long) bits));
    Fixed low = naturalLogOfMantissa(pi.low, scale).add(exponent);
    Fixed high = naturalLogOfMantissa(pi.high, scale).add(exponent);
    return new Fixed(low.low, high.high);
  }

  /** {@code pi = 16 arctan(1/5) - 4 arctan(1/239)} (Machin 1706). */
  private Fixed pi() {
    return arctan(5).multiply(Rational.of(16)).add(arctan(239).multiply(Rational.of(-4)));
  }

  /**
   * {@code arctan(1/d) = 1/d - 1/(3 d^3) + 1/(5 d^5) - ...}; each power and each quotient is cut by
   * less than two units, and what is left out of the sum is less than one.
   */
  private Fixed arctan(long d) {
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(d));
    BigInteger square = BigInteger.valueOf(d * d);
    BigInteger sum = BigInteger.ZERO;
    int terms = 0;
    for (; power.signum() > 0; terms++) {
      BigInteger term = power.divide(BigInteger.valueOf(2L * terms + 1));
      sum = terms % 2 == 0 ? sum.add(term) : sum.subtract(term);
      power = power.divide(square);
    }
    BigInteger error = BigInteger.valueOf(4L * terms + 4);
    return new Fixed(sum.subtract(error), sum.add(error));
  }

  /** From natural logarithms to logarithms to base two. */
  Fixed divideByLogOfTwo(Fixed value) {
    BigInteger forLow = value.low.signum() >= 0 ? naturalLogOfTwo.high : naturalLogOfTwo.low;
    BigInteger forHigh = value.high.signum() >= 0 ? naturalLogOfTwo.low : naturalLogOfTwo.high;
    return new Fixed(
        floor(value.low.shiftLeft(bits), forLow), ceiling(value.high.shiftLeft(bits), forHigh));
  }

  /**
   * {@code 2 artanh(z) = ln((1 + z) / (1 - z)) = 2 (z + z^3/3 + z^5/5 + ...)} for {@code 0 <= z =
   * n/d <= 1/3}.
   *
   * <p>Every truncation is downwards, so the sum is a lower bound. In units of the last place: z
   * itself is too small by at most 1, which moves the sum by at most 9/8; a power is too small by
   * at most {@code e' <= e/9 + 1/3 + 1}, hence by less than 3/2, and its quotient by 1 more; the
   * powers that were left out, each below 5/2 and falling by 9, add less than 3. Four units a term
   * and 16 more are plenty.
   */
  private Fixed twiceArtanh(BigInteger n, BigInteger d) {
    BigInteger z = n.shiftLeft(bits).divide(d);
    BigInteger square = z.multiply(z).shiftRight(bits);
    BigInteger sum = BigInteger.ZERO;
    int terms = 0;
    for (BigInteger power = z; power.signum() > 0; terms++) {
      sum = sum.add(power.divide(BigInteger.valueOf(2L * terms + 1)));
      power = power.multiply(square).shiftRight(bits);
    }
    BigInteger error = BigInteger.valueOf(4L * terms + 16);
    return new Fixed(
        sum.shiftLeft(1), n.signum() == 0 ? BigInteger.ZERO : sum.add(error).shiftLeft(1));
  }

  private static BigInteger floor(BigInteger numerator, BigInteger denominator) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static BigInteger ceiling(BigInteger numerator, BigInteger denominator) {
    return floor(numerator.negate(), denominator).negate();
  }
}
