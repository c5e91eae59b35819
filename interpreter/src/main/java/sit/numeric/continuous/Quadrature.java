package sit.numeric.continuous;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import sit.limits.Limits;

/**
 * Integrals over an interval, which may be infinite, by the double exponential rule (Takahasi and
 * Mori, 1974): the variable is replaced so that the integrand falls doubly exponentially at both
 * ends, singular or not, and is summed at equal steps, which are halved until the sum stays.
 *
 * <p>The error is an estimate: the last change of the sum, of which theory says that the next one
 * is about its square, the rounding of its terms, and the outermost of them.
 */
public final class Quadrature {
  private static final double REACH = 6.8;
  private static final int COARSEST = 2;
  private static final int FINEST = 512;
  private static final double ENOUGH = 1e-13;

  private final double lower;
  private final double upper;
  private final ContinuousLaw.Spread spread;
  private double sum;
  private double size;
  private double left;
  private double right;
  private double farLeft;
  private double farRight;

  /**
   * An integral.
   *
   * @param error an estimate of how far it is off
   */
  public record Estimate(double value, double error) {
    static final Estimate ZERO = new Estimate(0, 0);

    Estimate plus(Estimate other) {
      return new Estimate(value + other.value, error + other.error);
    }

    /** Whether the rule came to rest. */
    public boolean converged() {
      return Double.isFinite(value) && error <= 1e-6 * Math.max(1, Math.abs(value));
    }
  }

  private Quadrature(double lower, double upper, ContinuousLaw.Spread spread) {
    this.lower = lower;
    this.upper = upper;
    this.spread = spread;
  }

  /** The mass of a law between two points. */
  static double mass(ContinuousLaw law, double lower, double upper) {
    if (!(lower < upper)) {
      return 0;
    }
    return over(law, new Support(lower, upper), List.of(), x -> 1, Limits.none()).value();
  }

  /**
   * The mean of a function under a law.
   *
   * @param corners points at which the function is not smooth
   */
  public static Estimate mean(
      ContinuousLaw law, List<Double> corners, DoubleUnaryOperator function, Limits limits) {
    return over(law, law.support(), corners, function, limits);
  }

  /** The mass of a law on an interval. */
  public static Estimate over(ContinuousLaw law, Support on, Limits limits) {
    return over(law, on, List.of(), x -> 1, limits);
  }

  /** The integral of the density times a function over an interval. */
  static Estimate over(
      ContinuousLaw law,
      Support on,
      List<Double> corners,
      DoubleUnaryOperator function,
      Limits limits) {
    DoubleUnaryOperator integrand =
        x -> {
          double density = Math.exp(law.logDensity(x));
          return density == 0 ? 0 : density * function.applyAsDouble(x);
        };
    TreeSet<Double> cuts = new TreeSet<>(law.corners());
    cuts.addAll(corners);
    cuts.removeIf(x -> !(on.lower() < x && x < on.upper()));
    List<Double> points = new ArrayList<>(List.of(on.lower()));
    points.addAll(cuts);
    points.add(on.upper());
    Estimate total = Estimate.ZERO;
    for (int i = 0; i + 1 < points.size(); i++) {
      Quadrature piece = new Quadrature(points.get(i), points.get(i + 1), law.spread());
      total = total.plus(piece.run(integrand, limits));
    }
    return total;
  }

  private Estimate run(DoubleUnaryOperator integrand, Limits limits) {
    add(integrand, 0);
    int steps = COARSEST;
    for (int k = 1; k <= REACH * steps; k++) {
      both(integrand, (double) k / steps);
    }
    double last = sum / steps;
    double change = Double.POSITIVE_INFINITY;
    while (steps < FINEST) {
      limits.check();
      for (int k = 0; k < REACH * steps; k++) {
        both(integrand, (k + 0.5) / steps);
      }
      steps *= 2;
      double next = sum / steps;
      change = Math.abs(next - last);
      last = next;
      double rounding = size / steps * 0x1p-50;
      if (change <= ENOUGH * Math.max(1e-3, Math.abs(next)) + rounding && steps >= 16) {
        break;
      }
    }
    // beyond the last points that doubles can tell from the ends there may be as much again
    double ends = Math.abs(left) + Math.abs(right);
    return new Estimate(last, 2 * change + size / steps * 0x1p-50 + ends);
  }

  private void both(DoubleUnaryOperator integrand, double t) {
    add(integrand, t);
    add(integrand, -t);
  }

  /** Adds the integrand where the variable takes the place of t, and notes the outermost terms. */
  private void add(DoubleUnaryOperator integrand, double t) {
    double exponent = Math.PI / 2 * Math.sinh(t);
    double inner = Math.PI / 2 * Math.cosh(t);
    double x;
    double slope;
    if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
      x = spread.centre() + spread.width() * Math.sinh(exponent);
      slope = spread.width() * Math.cosh(exponent) * inner;
    } else if (Double.isInfinite(upper)) {
      x = lower + spread.width() * Math.exp(exponent);
      slope = spread.width() * Math.exp(exponent) * inner;
    } else if (Double.isInfinite(lower)) {
      x = upper - spread.width() * Math.exp(exponent);
      slope = spread.width() * Math.exp(exponent) * inner;
    } else {
      // measured from the nearer end, so that a singularity there is met exactly
      double part = 1 / (1 + Math.exp(2 * Math.abs(exponent)));
      double length = upper - lower;
      x = exponent < 0 ? lower + length * part : upper - length * part;
      slope = 2 * length * part * (1 - part) * inner;
    }
    if (slope == 0 || !Double.isFinite(x) || !Double.isFinite(slope) || x == lower || x == upper) {
      return;
    }
    double term = integrand.applyAsDouble(x) * slope;
    sum += term;
    size += Math.abs(term);
    if (t > farRight) {
      farRight = t;
      right = term;
    } else if (t < farLeft) {
      farLeft = t;
      left = term;
    }
  }
}
