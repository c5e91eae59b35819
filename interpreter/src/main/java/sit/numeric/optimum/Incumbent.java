package sit.numeric.optimum;

import java.util.Optional;

/** The best bounds seen so far, and what they were seen at. */
final class Incumbent {
  private static final double UNIT = 0x1p-53;

  private final Program program;
  private final double[][][] cheapest;
  private final double[] leastMeans;
  private double upper = Double.POSITIVE_INFINITY;
  private double lower = Double.NEGATIVE_INFINITY;
  private double value;
  private double[][] kernels;
  private double[] multipliers;
  private int iterations;

  Incumbent(Program program) {
    this.program = program;
    this.multipliers = program.none();
    this.cheapest = new double[program.bounds().size()][][];
    this.leastMeans = new double[program.bounds().size()];
  }

  /** Kernels for which what is bounded is least, to be mixed in where it is a little too large. */
  void cheapest(int k, double[][] least, double mean) {
    cheapest[k] = least;
    leastMeans[k] = mean;
  }

  /** Takes note of the bounds that a point and multipliers give. */
  void note(Program.Point point, double[] by) {
    iterations++;
    lower(point, by);
    upper(point, by);
  }

  /** Takes note of the lower bound. */
  void lower(Program.Point point, double[] by) {
    if (!program.isConvex()) {
      return;
    }
    double[] allowed = by.clone();
    for (int k = 0; k < allowed.length; k++) {
      allowed[k] = program.bounds().get(k).equal() ? allowed[k] : Math.max(0, allowed[k]);
    }
    double found = program.lower(point, allowed);
    if (found > lower) {
      lower = found;
      multipliers = allowed;
    }
  }

  /** Takes note of the value, if the point keeps to the bounds or can be brought to do so. */
  private void upper(Program.Point point, double[] by) {
    if (point.value() - point.error() >= upper) {
      return;
    }
    double off = 0;
    double share = 0;
    int worst = -1;
    for (int k = 0; k < point.means().length; k++) {
      Bound bound = program.bounds().get(k);
      double excess = point.means()[k] - bound.bound();
      double rounding = 4 * UNIT * (Math.abs(bound.bound()) + Math.abs(point.means()[k]));
      if (bound.equal()) {
        if (Math.abs(excess) > Math.max(1e-10 * (1 + Math.abs(bound.bound())), rounding)) {
          return;
        }
        // the value changes with the bound by its multiplier
        off += 4 * (Math.abs(by[k]) + 1) * (Math.abs(excess) + point.errors()[k]);
        continue;
      }
      excess += point.errors()[k];
      if (excess > 0) {
        double room = bound.bound() - leastMeans[k];
        double resolution = program.resolution(k, point);
        if (room <= resolution) {
          // only what is cheapest keeps to the bound
          if (excess > 4 * resolution) {
            return;
          }
          off += (Math.abs(by[k]) < 1e3 ? Math.abs(by[k]) + 1 : 1) * excess;
          continue;
        }
        if (cheapest[k] == null) {
          return;
        }
        double mine = 2 * excess / (room + excess);
        if (mine > share) {
          share = mine;
          worst = k;
        }
      }
    }
    Program.Point kept = point;
    if (worst >= 0) {
      if (share > 1e-6) {
        return;
      }
      kept = program.at(program.mixed(point.kernels(), cheapest[worst], share));
      for (int k = 0; k < kept.means().length; k++) {
        Bound bound = program.bounds().get(k);
        double rounding = kept.errors()[k];
        if (!bound.equal() && kept.means()[k] > bound.bound() + (k == worst ? 0 : rounding)) {
          return;
        }
      }
    }
    double found = kept.value() + kept.error() + off;
    if (found < upper) {
      upper = found;
      value = kept.value();
      kernels = kept.kernels();
    }
  }

  double upper() {
    return upper;
  }

  double lower() {
    return lower;
  }

  boolean isWithin(double gap) {
    return upper - lower <= gap;
  }

  /** Empty if nothing that keeps to the bounds was seen. */
  Optional<Optimum> found() {
    if (kernels == null) {
      return Optional.empty();
    }
    double below = Math.min(lower, upper);
    return Optional.of(new Optimum(value, below, upper, kernels, multipliers, iterations));
  }
}
