package sit.numeric;

import java.math.BigInteger;
import org.apache.commons.numbers.gamma.Erf;

/** Functions that are not elementary, and numbers of combinatorics. */
public final class Special {
  /** How many units in the last place {@link #erf} may be off. */
  public static final int ERF_ULPS = 4;

  private Special() {}

  /** The error function, {@code 2/sqrt(pi)} times the integral of {@code exp(-t^2)} from 0 to x. */
  public static double erf(double x) {
    return Erf.value(x);
  }

  /** The product of the whole numbers from 1 to n. */
  public static BigInteger factorial(int n) {
    return product(2, n);
  }

  /** In how many ways k of n things can be chosen; 0 where k is below 0 or above n. */
  public static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    int few = Math.min(k, n - k);
    return product(n - few + 1, n).divide(product(2, few));
  }

  private static BigInteger product(int from, int to) {
    if (from > to) {
      return BigInteger.ONE;
    }
    if (to - from < 8) {
      BigInteger all = BigInteger.ONE;
      for (int i = from; i <= to; i++) {
        all = all.multiply(BigInteger.valueOf(i));
      }
      return all;
    }
    int middle = from + (to - from) / 2;
    return product(from, middle).multiply(product(middle + 1, to));
  }
}
