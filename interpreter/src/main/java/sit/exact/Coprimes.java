package sit.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum of multiples of logarithms of odd integers, kept so that the integers are pairwise coprime.
 * Small primes are split off by trial division; what is left is split only where two integers have
 * a common divisor (Bernstein 2005, Factoring into coprimes), so no hard factoring is ever needed.
 */
final class Coprimes {
  private static final int SMALL = 1 << 12;
  private static final int[] PRIMES = oddPrimesBelow(SMALL);
  private static final BigInteger PRIMES_PRODUCT = productOfPrimes();

  private final Map<Integer, Rational> small = new HashMap<>();
  private final Map<BigInteger, Rational> large = new HashMap<>();
  private BigInteger product;

  /**
   * Starts with logarithms of odd integers above one that are known to be pairwise coprime, and
   * each a small prime or free of small primes.
   */
  Coprimes(SortedMap<BigInteger, Rational> coprime) {
    BigInteger bound = BigInteger.valueOf(SMALL);
    List<BigInteger> bases = new ArrayList<>();
    coprime.forEach(
        (base, coefficient) -> {
          if (base.compareTo(bound) < 0) {
            small.put(base.intValueExact(), coefficient);
          } else {
            large.put(base, coefficient);
            bases.add(base);
          }
        });
    product = product(bases, 0, bases.size());
  }

  /** Adds {@code coefficient * log(odd)} for an odd integer of at least one. */
  void add(BigInteger odd, Rational coefficient) {
    BigInteger rest = odd.bitLength() < 63 ? splitLong(odd, coefficient) : split(odd, coefficient);
    insert(rest, coefficient);
  }

  /** The logarithms whose coefficients are not zero. */
  TreeMap<BigInteger, Rational> logarithms() {
    TreeMap<BigInteger, Rational> all = new TreeMap<>();
    small.forEach((p, c) -> putNonZero(all, BigInteger.valueOf(p), c));
    large.forEach((b, c) -> putNonZero(all, b, c));
    return all;
  }

  private static void putNonZero(Map<BigInteger, Rational> all, BigInteger base, Rational c) {
    if (!c.isZero()) {
      all.put(base, c);
    }
  }

  private BigInteger splitLong(BigInteger odd, Rational coefficient) {
    long rest = odd.longValueExact();
    for (int prime : PRIMES) {
      if ((long) prime * prime > rest) {
        break;
      }
      int exponent = 0;
      while (rest % prime == 0) {
        rest /= prime;
        exponent++;
      }
      addSmall(prime, exponent, coefficient);
    }
    if (rest > 1 && rest < SMALL) {
      // no prime up to its root divides it: it is a prime itself
      addSmall((int) rest, 1, coefficient);
      return BigInteger.ONE;
    }
    return BigInteger.valueOf(rest);
  }

  private BigInteger split(BigInteger odd, Rational coefficient) {
    BigInteger rest = odd;
    BigInteger smooth = PRIMES_PRODUCT.mod(odd).gcd(odd);
    for (int i = 0; i < PRIMES.length && !smooth.equals(BigInteger.ONE); i++) {
      BigInteger prime = BigInteger.valueOf(PRIMES[i]);
      if (smooth.mod(prime).signum() != 0) {
        continue;
      }
      smooth = smooth.divide(prime);
      int exponent = 0;
      for (BigInteger[] next = rest.divideAndRemainder(prime);
          next[1].signum() == 0;
          next = rest.divideAndRemainder(prime)) {
        rest = next[0];
        exponent++;
      }
      addSmall(PRIMES[i], exponent, coefficient);
    }
    return rest;
  }

  private void addSmall(int prime, int exponent, Rational coefficient) {
    if (exponent > 0) {
      Rational amount = exponent == 1 ? coefficient : coefficient.multiply(Rational.of(exponent));
      small.merge(prime, amount, Rational::add);
    }
  }

  /**
   * Invariant: the keys of {@code large} are pairwise coprime, above one, and {@code product} is
   * their product.
   */
  private void insert(BigInteger number, Rational coefficient) {
    if (number.equals(BigInteger.ONE) || coefficient.isZero()) {
      return;
    }
    Rational known = large.get(number);
    if (known != null) {
      large.put(number, known.add(coefficient));
      return;
    }
    BigInteger common = product.mod(number).gcd(number);
    if (common.equals(BigInteger.ONE)) {
      large.put(number, coefficient);
      product = product.multiply(number);
      return;
    }
    BigInteger base = partner(common);
    BigInteger divisor = base.gcd(number);
    Rational old = large.remove(base);
    product = product.divide(base);
    // base * number falls to base * number / divisor, so this ends
    insert(divisor, old.add(coefficient));
    insert(base.divide(divisor), old);
    insert(number.divide(divisor), coefficient);
  }

  private BigInteger partner(BigInteger common) {
    for (BigInteger base : large.keySet()) {
      if (!base.gcd(common).equals(BigInteger.ONE)) {
        return base;
      }
    }
    throw new IllegalStateException("no base divides the product");
  }

  private static int[] oddPrimesBelow(int bound) {
    boolean[] composite = new boolean[bound];
    int[] primes = new int[bound];
    int count = 0;
    for (int i = 3; i < bound; i += 2) {
      if (!composite[i]) {
        primes[count++] = i;
        for (int k = i * i; k < bound && k > 0; k += 2 * i) {
          composite[k] = true;
        }
      }
    }
    return java.util.Arrays.copyOf(primes, count);
  }

  /** By halves, so that the factors of a multiplication are of one size. */
  private static BigInteger product(List<BigInteger> numbers, int from, int to) {
    if (to - from <= 1) {
      return from == to ? BigInteger.ONE : numbers.get(from);
    }
    int middle = (from + to) >>> 1;
    return product(numbers, from, middle).multiply(product(numbers, middle, to));
  }

  private static BigInteger productOfPrimes() {
    List<BigInteger> primes = new ArrayList<>();
    for (int prime : PRIMES) {
      primes.add(BigInteger.valueOf(prime));
    }
    return product(primes, 0, primes.size());
  }
}
