package sit.numeric.optimum;

import java.util.List;

/**
 * An optimum over laws.
 *
 * @param value what the law found comes to
 * @param lower the optimum is not below it; if it is local, what was found is not
 * @param upper the optimum is not above it
 * @param local whether the value is only that of a law whose neighbours are no better
 * @param kernels for each choice the rows of its kernel, one for each view that has positive
 *     probability
 * @param multiplier of the bound, to start from elsewhere
 * @param iterations how many laws were tried
 */
public record Solution(
    double value,
    double lower,
    double upper,
    boolean local,
    List<List<Double>> kernels,
    double multiplier,
    int iterations) {
  public Solution {
    kernels = List.copyOf(kernels);
  }
}
