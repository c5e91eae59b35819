package sit.numeric;

import java.util.List;

/**
 * The capacity of a channel, between two bounds, in bits.
 *
 * @param lower the mutual information that {@code input} achieves, less what rounding may have
 *     added
 * @param upper {@code max_x D(W_x || q)} for some law q of the output, plus what rounding may have
 *     taken
 * @param input a law of the input that achieves the lower bound
 * @param iterations how many laws of the input were tried
 */
public record Capacity(double lower, double upper, List<Double> input, int iterations) {
  public Capacity {
    input = List.copyOf(input);
  }

  /** The middle, and half the distance of the bounds. */
  public Bounded value() {
    double middle = lower + (upper - lower) / 2;
    return new Bounded(middle, Math.nextUp(Math.max(upper - middle, middle - lower)));
  }
}
