package sit.numeric;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;

/** The cells of an exact table, as integers over a common denominator. */
final class ExactCells {
  /**
   * A logarithm of every different mass is kept; the product of their number and their size in bits
   * may reach this.
   */
  private static final long LOGARITHM_BITS = 1 << 17;

  private final BigInteger[] numerators;
  private final BigInteger denominator;

  ExactCells(BigInteger[] numerators, BigInteger denominator) {
    this.numerators = numerators;
    this.denominator = denominator;
  }

  int size() {
    return numerators.length;
  }

  BigInteger numerator(int cell) {
    return numerators[cell];
  }

  BigInteger[] numerators() {
    return numerators;
  }

  BigInteger denominator() {
    return denominator;
  }

  boolean isZero(int cell) {
    return numerators[cell].signum() == 0;
  }

  Rational at(int cell) {
    return Rational.of(numerators[cell], denominator);
  }

  /** The nearest doubles. */
  double[] doubles() {
    double[] cells = new double[numerators.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = isZero(i) ? 0 : Scalar.nearest(numerators[i], denominator);
    }
    return cells;
  }

  /** {@code -sum p log2 p}, unless it has too many different logarithms. */
  Optional<LogSum> entropy() {
    Map<BigInteger, Integer> counts = new HashMap<>();
    for (BigInteger numerator : numerators) {
      if (numerator.signum() > 0) {
        Integer count = counts.get(numerator);
        counts.put(numerator, count == null ? 1 : count + 1);
        if (count == null && isTooLarge(counts.size())) {
          return Optional.empty();
        }
      }
    }
    LogSum.Builder sum = new LogSum.Builder();
    for (Map.Entry<BigInteger, Integer> entry : counts.entrySet()) {
      Rational mass = Rational.of(entry.getKey(), denominator);
      sum.addLog2(mass.multiply(Rational.of(-entry.getValue())), mass);
    }
    return Optional.of(sum.build());
  }

  /** Whether an exact value with this many logarithms of masses is refused. */
  boolean isTooLarge(int logarithms) {
    return (long) logarithms * denominator.bitLength() > LOGARITHM_BITS;
  }
}
