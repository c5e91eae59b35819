package sit.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sit.limits.Limits;

/**
 * Capacity by alternating maximisation (Arimoto 1972, Blahut 1972) with a growing step, then by
 * Newton's.
 *
 * <p>For a law p of the input and {@code q = pW}, {@code sum_x p_x D(W_x || q) <= C <= max_x D(W_x
 * || q)}. A step multiplies each {@code p_x} by {@code 2^(s D_x)}; {@code s = 1} never lowers the
 * information, a larger s is kept while it does not. All stops on the distance of the best bounds
 * seen.
 */
final class BlahutArimoto {
  /** Alternating steps before Newton's, each of which costs as much as many of them. */
  private static final int FIRST_STEPS = 40;

  private static final int MOST_STEPS = 100_000;

  /** Newton's steps take the cube of the number of inputs in time. */
  private static final int NEWTON_INPUTS = 500;

  private static final double LN2 = Math.log(2);
  private static final double GROWTH = 1.5;

  /** No input falls below this, so that outputs that it alone reaches keep a logarithm. */
  private static final double LEAST = 1e-200;

  private final ChannelPoint.Evaluator channel;
  private final int inputs;
  private final Limits limits;

  private ChannelPoint best;
  private double upper = Double.POSITIVE_INFINITY;
  private int iterations;

  BlahutArimoto(Channel channel, Limits limits) {
    this.channel = new ChannelPoint.Evaluator(channel, limits);
    this.inputs = channel.inputs();
    this.limits = limits;
  }

  Capacity run(double gap) {
    double[] uniform = new double[inputs];
    Arrays.fill(uniform, 1.0 / inputs);
    ChannelPoint start = at(uniform);
    ChannelPoint near = alternate(start, gap, FIRST_STEPS);
    if (isOpen(gap) && inputs <= NEWTON_INPUTS) {
      new ChannelNewton(channel, limits).run(near, point -> note(point, gap));
    }
    if (isOpen(gap)) {
      alternate(best, gap, MOST_STEPS);
    }
    double least = Math.max(best.lower(), upper);
    List<Double> input = new ArrayList<>(inputs);
    for (double mass : best.input()) {
      input.add(mass);
    }
    return new Capacity(best.lower(), least, input, iterations);
  }

  private boolean isOpen(double gap) {
    return !(upper - best.lower() <= gap);
  }

  private ChannelPoint at(double[] input) {
    ChannelPoint point = channel.at(input);
    note(point, 0);
    return point;
  }

  /** Counts a point and keeps its bounds; whether the gap is still open. */
  private boolean note(ChannelPoint point, double gap) {
    iterations++;
    if (best == null || point.lower() > best.lower()) {
      best = point;
    }
    upper = Math.min(upper, point.upper());
    return isOpen(gap);
  }

  private ChannelPoint alternate(ChannelPoint from, double gap, int most) {
    ChannelPoint point = from;
    double step = 1;
    for (int i = 0; i < most && isOpen(gap); i++) {
      limits.check();
      ChannelPoint next = at(tilted(point, step));
      if (next.lower() >= point.lower()) {
        point = next;
        step *= GROWTH;
      } else if (step > 1) {
        step = Math.max(1, step / (GROWTH * GROWTH * GROWTH));
      } else {
        return point; // a plain step can only be undone by rounding: no more can be had
      }
    }
    return point;
  }

  private double[] tilted(ChannelPoint point, double step) {
    double[] divergences = point.divergences();
    double largest = 0;
    for (double divergence : divergences) {
      largest = Math.max(largest, divergence);
    }
    double[] input = new double[inputs];
    for (int x = 0; x < inputs; x++) {
      double weight = point.input()[x] * Math.exp(step * LN2 * (divergences[x] - largest));
      input[x] = Math.max(LEAST, weight);
    }
    return normalised(input);
  }

  static double[] normalised(double[] weights) {
    CompensatedSum sum = new CompensatedSum();
    for (double weight : weights) {
      sum.add(weight);
    }
    double[] input = new double[weights.length];
    for (int x = 0; x < input.length; x++) {
      input[x] = weights[x] / sum.value();
    }
    return input;
  }
}
