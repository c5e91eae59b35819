package sit.numeric.optimum;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/**
 * A convex program of the form of a rate-distortion function, {@code min w E log p(a|b) + E c},
 * where each plan has an outcome of its own. For any law q of b the best kernels are {@code u(e)
 * proportional to q(b) A(e)}, {@code A = exp(-costs)}, so that the program is one in q alone
 * (Blahut 1972; Csiszar 1974): the least over q of {@code -sum_v r_v log sum_e q(b_e) A_e}, where v
 * are the views and r their probabilities.
 */
final class OutputForm {
  private static final double MOST_CELLS = 1 << 24;

  /** No entry of the kernels falls below this, so that all have a logarithm. */
  private static final double LEAST = 1e-250;

  private final Decisions decisions;
  private final int views;
  private final int actions;
  private final int outputs;
  private final int[] output;
  private final double[] reach;

  /** The exponents, in nats: of what is to be least, and of each bound. */
  private final double[] cost;

  private final double[][] bounded;
  private final double weight;

  private OutputForm(Program program, int[] output, int outputs) {
    this.decisions = program.decisions();
    this.views = decisions.views(0);
    this.actions = decisions.actions(0);
    this.outputs = outputs;
    this.output = output;
    this.reach = new double[views];
    for (int v = 0; v < views; v++) {
      reach[v] = decisions.reach(0, v);
    }
    this.weight = program.pieces().get(0).weight() / Program.LN_2;
    // the cost holds only what is besides the piece
    this.cost = perUse(program.cost(), 1 / weight);
    this.bounded = new double[program.bounds().size()][];
    for (int k = 0; k < bounded.length; k++) {
      bounded[k] = perUse(program.bounds().get(k).cost(), 1);
    }
  }

  private double[] perUse(double[] of, double factor) {
    double[] result = new double[of.length];
    for (int e = 0; e < result.length; e++) {
      result[e] = factor * of[e] / reach[e / actions];
    }
    return result;
  }

  /** The form; empty where a program has another. */
  static Optional<OutputForm> of(Program program) {
    boolean fits =
        program.decisions().count() == 1
            && program.pieces().size() == 1
            && program.pieces().get(0).weight() > 0
            && program.isLinearlyBounded();
    if (!fits) {
      return Optional.empty();
    }
    Piece piece = program.pieces().get(0);
    int plans = program.decisions().plans();
    int[] output = new int[plans];
    Arrays.fill(output, -1);
    boolean[] taken = new boolean[piece.outcomes()];
    for (int row = 0; row < piece.plan().length; row++) {
      int plan = piece.plan()[row];
      int outcome = piece.outcome()[row];
      if (output[plan] >= 0 || taken[outcome]) {
        return Optional.empty();
      }
      taken[outcome] = true;
      output[plan] = piece.given()[outcome];
    }
    double cells = (double) program.decisions().views(0) * piece.givens();
    boolean all = Arrays.stream(output).allMatch(b -> b >= 0);
    return all && cells <= MOST_CELLS
        ? Optional.of(new OutputForm(program, output, piece.givens()))
        : Optional.empty();
  }

  int outputs() {
    return outputs;
  }

  /** A multiplier of a bound in nats of the weight, as one in the unit of the program. */
  double perBit(double multiplier) {
    return multiplier * weight;
  }

  /**
   * What a law of outputs and multipliers come to.
   *
   * @param rows for each view {@code sqrt(r) A / Z} at each output
   * @param tilts {@code sum_v r_v A_vb / Z_v} at each output: 1 where it is used, at most 1
   *     elsewhere
   * @param means of what is bounded
   * @param turns how each mean changes with each output
   * @param spreads the mean covariance of what is bounded
   */
  record At(
      double[][] rows, double[] tilts, double[] means, double[][] turns, double[][] spreads) {}

  At at(double[] q, double[] multipliers, Limits limits) {
    int count = bounded.length;
    double[][] rows = new double[views][outputs];
    double[] tilts = new double[outputs];
    double[] means = new double[count];
    double[][] turns = new double[count][outputs];
    double[][] spreads = new double[count][count];
    double[] powers = new double[actions];
    double[] mean = new double[count];
    for (int v = 0; v < views; v++) {
      limits.check();
      double all = powers(v, q, multipliers, powers);
      Arrays.fill(mean, 0);
      for (int a = 0; a < actions; a++) {
        powers[a] /= all;
        int e = v * actions + a;
        rows[v][output[e]] += powers[a];
        for (int k = 0; k < count; k++) {
          mean[k] += q[output[e]] * powers[a] * bounded[k][e];
        }
      }
      for (int b = 0; b < outputs; b++) {
        tilts[b] += reach[v] * rows[v][b];
        rows[v][b] *= Math.sqrt(reach[v]);
      }
      for (int k = 0; k < count; k++) {
        means[k] += reach[v] * mean[k];
        for (int a = 0; a < actions; a++) {
          int e = v * actions + a;
          double turn = reach[v] * powers[a] * (bounded[k][e] - mean[k]);
          turns[k][output[e]] += turn;
          for (int l = 0; l < count; l++) {
            spreads[k][l] += q[output[e]] * turn * (bounded[l][e] - mean[l]);
          }
        }
      }
    }
    return new At(rows, tilts, means, turns, spreads);
  }

  /** Sets the powers A of a view, scaled to be at most 1, and returns their mean under q. */
  private double powers(int v, double[] q, double[] multipliers, double[] powers) {
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < actions; a++) {
      int e = v * actions + a;
      double exponent = cost[e];
      for (int k = 0; k < bounded.length; k++) {
        exponent += multipliers[k] * bounded[k][e];
      }
      powers[a] = exponent;
      least = Math.min(least, exponent);
    }
    double all = 0;
    for (int a = 0; a < actions; a++) {
      powers[a] = Math.exp(least - powers[a]);
      all += q[output[v * actions + a]] * powers[a];
    }
    return all;
  }

  /** The kernels that are best for a law of outputs. */
  double[][] kernels(double[] q, double[] multipliers) {
    double[][] kernels = new double[1][views * actions];
    double[] powers = new double[actions];
    for (int v = 0; v < views; v++) {
      double all = powers(v, q, multipliers, powers);
      double sum = 0;
      for (int a = 0; a < actions; a++) {
        int e = v * actions + a;
        kernels[0][e] = Math.max(LEAST, q[output[e]] * powers[a] / all);
        sum += kernels[0][e];
      }
      for (int a = 0; a < actions; a++) {
        kernels[0][v * actions + a] /= sum;
      }
    }
    return kernels;
  }

  /** How much of what is bounded there is at most in one use, for each bound. */
  double[] sizes() {
    return Arrays.stream(bounded)
        .mapToDouble(of -> Arrays.stream(of).map(Math::abs).max().orElse(0))
        .toArray();
  }

  /** The outputs of a law of kernels. */
  double[] law(double[][] kernels) {
    double[] q = new double[outputs];
    for (int e = 0; e < output.length; e++) {
      q[output[e]] += reach[e / actions] * kernels[0][e];
    }
    return q;
  }

  static boolean[] equal(List<Bound> bounds) {
    boolean[] equal = new boolean[bounds.size()];
    for (int k = 0; k < equal.length; k++) {
      equal[k] = bounds.get(k).equal();
    }
    return equal;
  }
}
