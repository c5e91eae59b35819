package sit.numeric;

import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.RationalFunction;

/** Relative entropy, {@code D(p || q) = sum p log2(p/q)} (Cover and Thomas, 2.3). */
public final class Divergence {
  /** A quotient between these bounds and its logarithm lose nothing to overflow or underflow. */
  private static final double LARGE = 0x1p1000;

  /**
   * The term of a smaller mass is below {@code 1e-296}, whatever it is; the bound allows for all of
   * them.
   */
  private static final double NEGLIGIBLE = 1e-300;

  private Divergence() {}

  /**
   * Relative entropy of two laws whose outcomes are numbered alike; infinite where p has an outcome
   * that q has not.
   *
   * <p>First order: cells that are within fractions e and f of their probabilities move a term
   * {@code p log2(p/q)} by at most {@code e |p log2(p/q)| + 1.45 p (e + f)}; rounding the quotient
   * adds {@code 1.45 p u}, the logarithm and the product {@code (ERROR + u) |p log2(p/q)|}, and the
   * compensated sum 3u of all sizes.
   *
   * @throws IllegalArgumentException if the laws have different numbers of outcomes
   */
  public static Amount of(Joint p, Joint q) {
    if (p.cells() != q.cells()) {
      throw new IllegalArgumentException(p.cells() + " outcomes against " + q.cells());
    }
    if (p.isOpen() || q.isOpen()) {
      return open(p, q);
    }
    CompensatedSum sum = new CompensatedSum();
    double sizes = 0;
    double unknown = 0;
    for (int i = 0; i < p.cells(); i++) {
      if (p.isPossible(i)) {
        if (!q.isPossible(i)) {
          return Amount.INFINITE;
        }
        double mass = p.table()[i];
        double term = mass * ratio(mass, q.table()[i]);
        sum.add(term);
        sizes += Math.abs(term);
        if (mass >= NEGLIGIBLE && q.table()[i] < Double.MIN_NORMAL) {
          unknown = Double.POSITIVE_INFINITY; // rounding has eaten the digits of q
        }
      }
    }
    double e = p.relativeError();
    double both = e + q.relativeError() + 2 * Bounded.UNIT;
    double error = sizes * (Log2.ERROR + 4 * Bounded.UNIT + e) + 1.45 * both + 1e-290 + unknown;
    double value = Math.max(0, sum.value());
    return new Amount(new Bounded(value, error * (1 + 1e-3)), exact(p, q));
  }

  private static Amount open(Joint p, Joint q) {
    ClosedForm sum = ClosedForm.ZERO;
    for (int i = 0; i < p.cells(); i++) {
      if (p.isPossible(i)) {
        if (!q.isPossible(i)) {
          return Amount.INFINITE;
        }
        RationalFunction mass = function(p, i);
        sum = sum.add(ClosedForm.log2(mass.divide(function(q, i))).scale(mass));
      }
    }
    return Amount.open(sum);
  }

  private static RationalFunction function(Joint law, int cell) {
    return law.function(cell)
        .orElseThrow(
            () -> new ArithmeticException("a rounded law beside a parameter has no closed form"));
  }

  private static double ratio(double p, double q) {
    double quotient = p / q;
    return quotient < LARGE && quotient > 1 / LARGE
        ? Log2.log2(quotient)
        : Log2.log2(p) - Log2.log2(q);
  }

  private static Optional<LogSum> exact(Joint p, Joint q) {
    if (!p.isExact() || !q.isExact()) {
      return Optional.empty();
    }
    if (p.exact().isTooLarge(p.cells()) || q.exact().isTooLarge(q.cells())) {
      return Optional.empty();
    }
    LogSum.Builder sum = new LogSum.Builder();
    for (int i = 0; i < p.cells(); i++) {
      if (p.isPossible(i)) {
        Rational mass = p.exact().at(i);
        sum.addLog2(mass, mass.divide(q.exact().at(i)));
      }
    }
    return Optional.of(sum.build());
  }
}
