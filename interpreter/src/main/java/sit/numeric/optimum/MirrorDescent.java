package sit.numeric.optimum;

import sit.limits.Limits;

/**
 * Descent by tilting the kernels against the slope, with the multiplier of a bound chosen at every
 * step so that the bound is kept.
 *
 * <p>With a step of one this is, by the form of the program, the algorithm of Blahut and Arimoto,
 * Blahut's for rate-distortion, those of Naiss and Permuter for directed information, and the
 * iteration of the information bottleneck. None of them ever goes up; a longer step is kept while
 * it does not.
 */
final class MirrorDescent {
  private static final double GROWTH = 1.6;
  private static final int MOST_TRIALS = 200;
  private static final double LONGEST = 1e9;

  private final Program program;
  private final Limits limits;
  private final Incumbent incumbent;
  private final double floor;
  private double multiplier;

  MirrorDescent(Program program, Incumbent incumbent, double multiplier, Limits limits) {
    this.program = program;
    this.incumbent = incumbent;
    this.limits = limits;
    this.multiplier = multiplier;
    this.floor = Math.pow(10, -200.0 / program.decisions().count());
  }

  /** Descends from kernels until the bounds are near, or a number of steps is done. */
  Program.Point run(double[][] start, double gap, int most) {
    Program.Point point = program.at(start);
    double first = 1 / Math.max(program.curvature(), 1e-12);
    double step = first;
    boolean kept = program.bounds().isEmpty();
    int stuck = 0;
    for (int i = 0; i < most && !incumbent.isWithin(gap); i++) {
      limits.check();
      double[] multipliers = program.none();
      Program.Point next = program.at(tilted(point, step, multipliers));
      incumbent.lower(point, multipliers);
      incumbent.note(next, multipliers);
      if (!kept || next.value() <= point.value()) {
        stuck = next.value() < point.value() - 1e-15 * Math.abs(point.value()) ? 0 : stuck + 1;
        point = next;
        kept = true;
        step = Math.min(LONGEST * first, step * GROWTH);
      } else if (step > first * 1e-3) {
        step = step > first ? Math.max(first, step / (GROWTH * GROWTH * GROWTH)) : step / 2;
        stuck++;
      } else {
        return point;
      }
      if (stuck > 30) {
        return point; // rounding has the last word
      }
    }
    return point;
  }

  /** Tilted kernels that keep to the bound. */
  private double[][] tilted(Program.Point point, double step, double[] multipliers) {
    Decisions decisions = program.decisions();
    if (program.bounds().isEmpty()) {
      return decisions.tilted(point.kernels(), point.slope(), step, floor);
    }
    Bound bound = program.bounds().get(0);
    Trial trial = new Trial(point, step, bound);
    double low = bound.equal() ? Double.NEGATIVE_INFINITY : 0;
    double high = Double.POSITIVE_INFINITY;
    double lowExcess = 0;
    double highExcess = 0;
    double at = multiplier;
    double width = Math.max(1e-3, Math.abs(at) * 1e-3);
    double[][] best = null;
    double bestAt = at;
    for (int k = 0; k < MOST_TRIALS; k++) {
      double excess = trial.excess(at);
      boolean within = excess <= 0;
      if (within) {
        high = at;
        highExcess = excess;
        best = trial.kernels;
        bestAt = at;
      } else {
        low = at;
        lowExcess = excess;
      }
      boolean done =
          within && (at == 0 && !bound.equal() || -excess <= 1e-13 * Math.max(1e-3, trial.size));
      if (done || Double.isFinite(high) && high - low <= 1e-15 * Math.max(1, Math.abs(high))) {
        break;
      }
      if (Double.isInfinite(high)) {
        if (at > trial.largest()) {
          best = trial.kernels;
          bestAt = at;
          break;
        }
        at = Math.max(at, 0) + width;
        width *= 3;
      } else if (Double.isInfinite(low) || low == 0 && lowExcess == 0 && !bound.equal()) {
        if (!bound.equal()) {
          at = Math.max(0, at - width);
        } else {
          at -= width;
        }
        width *= 3;
      } else {
        at = between(low, lowExcess, high, highExcess, k);
      }
    }
    if (best == null) {
      best = trial.kernels;
      bestAt = at;
    }
    multiplier = bestAt;
    multipliers[0] = bestAt;
    return best;
  }

  /** Where the line through both ends is zero, or the middle by turns. */
  private static double between(
      double low, double lowExcess, double high, double highExcess, int turn) {
    double middle = low + (high - low) / 2;
    if (turn % 3 == 2 || !(lowExcess - highExcess > 0)) {
      return middle;
    }
    double share = lowExcess / (lowExcess - highExcess);
    double at = low + (high - low) * Math.min(1 - 1e-3, Math.max(1e-3, share));
    return at > low && at < high ? at : middle;
  }

  /** Kernels tilted with one multiplier. */
  private final class Trial {
    private final Program.Point point;
    private final double step;
    private final Bound bound;
    private double[][] kernels;
    private double size;

    Trial(Program.Point point, double step, Bound bound) {
      this.point = point;
      this.step = step;
      this.bound = bound;
    }

    double excess(double at) {
      limits.check();
      Decisions decisions = program.decisions();
      double[] slope = program.slope(point, new double[] {at});
      kernels = decisions.tilted(point.kernels(), slope, step, floor);
      double[] plans = decisions.weights(kernels)[decisions.count() - 1];
      double mean = 0;
      size = 0;
      for (int e = 0; e < plans.length; e++) {
        mean += plans[e] * bound.cost()[e];
        size += plans[e] * Math.abs(bound.cost()[e]);
      }
      return mean - bound.bound();
    }

    /** Beyond this multiplier what is not cheapest has no weight left. */
    double largest() {
      return 1e5 / Math.max(1e-9, Math.min(step, 1));
    }
  }

  /** The multiplier of the last step. */
  double multiplier() {
    return multiplier;
  }
}
