package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sit.numeric.CompensatedSum;

/**
 * The least value, over free kernels, of informations and a mean cost, where the means of other
 * costs keep to bounds: {@code sum w E log2 p(A|B) + E c} subject to {@code E c_k <= b_k}.
 *
 * <p>The value is homogeneous in the plans, so it is the sum over plans of its own slope. Where all
 * weights are positive it is convex, and at any kernels the least sum of that slope plus {@code l_k
 * (c_k - b_k)} over all kernels is a lower bound, for all {@code l_k >= 0}: for capacity it is
 * {@code max_x D(W_x || q)}, for rate-distortion Blahut's (1972), for directed information that of
 * Naiss and Permuter (2013).
 */
final class Program {
  static final double LN_2 = Math.log(2);
  private static final double UNIT = 0x1p-53;

  private final Decisions decisions;
  private final List<Piece> pieces;
  private final double[] cost;
  private final List<Bound> bounds;
  private final double relativeError;
  private final double absoluteError;

  /**
   * A program.
   *
   * @param cost for each plan what it adds to the mean cost
   * @param relativeError how far masses, costs and reaches may be off, as a fraction of each
   * @param absoluteError how far the mean cost may be off besides
   */
  Program(
      Decisions decisions,
      List<Piece> pieces,
      double[] cost,
      List<Bound> bounds,
      double relativeError,
      double absoluteError) {
    this.absoluteError = absoluteError;
    this.decisions = decisions;
    this.pieces = List.copyOf(pieces);
    this.cost = cost;
    this.bounds = List.copyOf(bounds);
    this.relativeError = relativeError;
  }

  /** The program that makes what is bounded by one of the bounds least. */
  Program least(int k) {
    Bound bound = bounds.get(k);
    return new Program(
        decisions, bound.pieces(), bound.cost(), List.of(), relativeError, absoluteError);
  }

  /** The program that makes what is bounded by one of the bounds, which is linear, largest. */
  Program most(int k) {
    double[] opposite = bounds.get(k).cost().clone();
    for (int e = 0; e < opposite.length; e++) {
      opposite[e] = -opposite[e];
    }
    return new Program(decisions, List.of(), opposite, List.of(), relativeError, absoluteError);
  }

  /** The same with a multiple of what is bounded in the value instead of the bound. */
  Program penalised(double multiplier) {
    List<Piece> all = new ArrayList<>(pieces);
    double[] sum = cost.clone();
    for (Bound bound : bounds) {
      bound.pieces().forEach(piece -> all.add(piece.scaled(multiplier)));
      for (int e = 0; e < sum.length; e++) {
        sum[e] += multiplier * bound.cost()[e];
      }
    }
    return new Program(decisions, all, sum, List.of(), relativeError, absoluteError);
  }

  Decisions decisions() {
    return decisions;
  }

  /** For each plan what it adds to the mean cost. */
  double[] cost() {
    return cost;
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<Bound> bounds() {
    return bounds;
  }

  /** Whether all weights are positive, so that a lower bound is one. */
  boolean isConvex() {
    boolean convex = pieces.stream().allMatch(piece -> piece.weight() >= 0);
    for (Bound bound : bounds) {
      convex &= bound.pieces().stream().allMatch(piece -> piece.weight() >= 0);
    }
    return convex;
  }

  /** Whether all that is bounded is linear in the plans. */
  boolean isLinearlyBounded() {
    return bounds.stream().allMatch(Bound::isLinear);
  }

  /** How much the curvature may be, in multiples of that of the relative entropy of kernels. */
  double curvature() {
    double largest = 0;
    for (Piece piece : pieces) {
      largest = Math.max(largest, Math.abs(piece.weight()));
    }
    return largest;
  }

  /**
   * Kernels, and what they come to.
   *
   * @param plans the weight of each plan
   * @param slope what each plan adds to the value, and how the value changes with it
   * @param bounded for each bound the slope of what is bounded
   * @param means for each bound what is bounded
   * @param errors for each bound how far what is bounded may be off
   * @param error how far the value may be off
   * @param slack how far slopes may be off, those of the value first and then of each bound
   */
  record Point(
      double[][] kernels,
      double[] plans,
      double[] slope,
      double value,
      double[][] bounded,
      double[] means,
      double[] errors,
      double error,
      Slack[] slack) {}

  /** How far slopes may be off: a fraction of each, and so much of the probability of its view. */
  record Slack(double relative, double absolute) {}

  /**
   * What kernels come to.
   *
   * <p>First order: a probability is within {@code r = e + (rows + i (m + 3)) u} of that of the
   * normalised kernels, with masses within a fraction e, i decisions among m actions; a logarithm
   * moves by {@code 1.45 r} and {@code 10u} of its size, and the mean by {@code r} of the mean size
   * of slopes.
   */
  Point at(double[][] kernels) {
    int last = decisions.count() - 1;
    double[] plans = decisions.weights(kernels)[last];
    double[] slope = cost.clone();
    Slack[] slack = new Slack[1 + bounds.size()];
    slack[0] = add(pieces, slope, plans, absoluteError);
    double[][] bounded = new double[bounds.size()][];
    double[] means = new double[bounded.length];
    double[] errors = new double[bounded.length];
    for (int k = 0; k < bounded.length; k++) {
      Bound bound = bounds.get(k);
      bounded[k] = bound.isLinear() ? bound.cost() : bound.cost().clone();
      double off = bound.isLinear() ? 0 : absoluteError;
      slack[k + 1] = add(bound.pieces(), bounded[k], plans, off);
      errors[k] = off(slack[k + 1], bounded[k], plans);
      means[k] = mean(bounded[k], plans);
    }
    double error = off(slack[0], slope, plans);
    return new Point(
        kernels, plans, slope, mean(slope, plans), bounded, means, errors, error, slack);
  }

  /** How far a mean may be off. */
  private static double off(Slack slack, double[] slope, double[] plans) {
    double size = 0;
    for (int e = 0; e < plans.length; e++) {
      size += plans[e] * Math.abs(slope[e]);
    }
    return (slack.absolute() + size * slack.relative()) * (1 + 1e-3);
  }

  /** Adds the slopes of pieces, and says how far they may be off. */
  private Slack add(List<Piece> of, double[] slope, double[] plans, double absolute) {
    int last = decisions.count() - 1;
    double spread = 0;
    for (int i = 0; i <= last; i++) {
      spread += decisions.actions(i) + 3;
    }
    double logarithms = 0;
    double longest = 1;
    for (Piece piece : of) {
      double largest = piece.addSlope(plans, slope);
      double off = relativeError + (piece.longest() + 2 + spread) * UNIT;
      logarithms += Math.abs(piece.weight()) * (2.9 * off + 24 * UNIT * largest);
      longest = Math.max(longest, piece.longest());
    }
    double additions = relativeError + (longest + spread + decisions.allViews() + 8) * UNIT;
    return new Slack(additions, absolute + logarithms);
  }

  /** What cannot be told from nothing, of what is bounded. */
  double resolution(int k, Point point) {
    int last = decisions.count() - 1;
    double[] bounded = point.bounded()[k];
    double size = 0;
    for (int e = 0; e < bounded.length; e++) {
      double reach = decisions.reach(last, e / decisions.actions(last));
      size = Math.max(size, Math.abs(bounded[e]) / reach);
    }
    return point.slack()[k + 1].absolute() + size * point.slack()[k + 1].relative();
  }

  private static double mean(double[] cost, double[] plans) {
    CompensatedSum sum = new CompensatedSum();
    for (int e = 0; e < plans.length; e++) {
      sum.add(plans[e] * cost[e]);
    }
    return sum.value();
  }

  /** The slope of the Lagrangian: the slope plus the multiples of the costs. */
  double[] slope(Point point, double[] multipliers) {
    double[] slope = point.slope().clone();
    for (int k = 0; k < multipliers.length; k++) {
      double factor = multipliers[k];
      double[] bounded = point.bounded()[k];
      for (int e = 0; factor != 0 && e < slope.length; e++) {
        slope[e] += factor * bounded[e];
      }
    }
    return slope;
  }

  /**
   * A number that no kernels within the bounds come below, for a convex program.
   *
   * @param multipliers of the bounds; not negative where a mean need only be at most its bound
   */
  double lower(Point point, double[] multipliers) {
    double[] slope = point.slope().clone();
    double relative = (1 + 1e-3) * point.slack()[0].relative();
    double slack = (1 + 1e-3) * point.slack()[0].absolute();
    double sides = 0;
    for (int e = 0; e < slope.length; e++) {
      slope[e] -= relative * Math.abs(slope[e]);
    }
    for (int k = 0; k < multipliers.length; k++) {
      double factor = multipliers[k];
      if (factor == 0) {
        continue;
      }
      Bound bound = bounds.get(k);
      double[] bounded = point.bounded()[k];
      double off = Math.abs(factor) * (1 + 1e-3) * (point.slack()[k + 1].relative() + 4 * UNIT);
      for (int e = 0; e < slope.length; e++) {
        slope[e] += factor * bounded[e] - off * Math.abs(bounded[e]);
      }
      slack += (1 + 1e-3) * Math.abs(factor) * point.slack()[k + 1].absolute();
      sides += factor * bound.bound();
      slack += 4 * UNIT * Math.abs(factor * bound.bound());
    }
    double least = decisions.least(slope, null) - sides;
    return least - slack - 4 * UNIT * (Math.abs(least) + Math.abs(sides));
  }

  /** Kernels that choose one action at every view, so that the mean of a cost is least. */
  double[][] cheapest(double[] of) {
    double[][] chosen = decisions.uniform();
    decisions.least(of, chosen);
    return chosen;
  }

  /** Kernels that do as some with probability {@code 1 - share} and else as others. */
  double[][] mixed(double[][] some, double[][] others, double share) {
    double[][] a = decisions.weights(some);
    double[][] b = decisions.weights(others);
    double[][] mixed = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      mixed[i] = new double[a[i].length];
      int actions = decisions.actions(i);
      for (int from = 0; from < mixed[i].length; from += actions) {
        double sum = 0;
        for (int e = from; e < from + actions; e++) {
          mixed[i][e] = (1 - share) * a[i][e] + share * b[i][e];
          sum += mixed[i][e];
        }
        for (int e = from; e < from + actions; e++) {
          mixed[i][e] = sum > 0 ? mixed[i][e] / sum : some[i][e];
        }
      }
    }
    return mixed;
  }

  double[] none() {
    double[] multipliers = new double[bounds.size()];
    Arrays.fill(multipliers, 0);
    return multipliers;
  }
}
