package sit.numeric.samples;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import sit.numeric.CompensatedSum;

/** How far a mean or an estimate may be from what it estimates, at a level of confidence. */
public final class Spread {
  private static final int FEWEST_BATCHES = 8;

  private Spread() {}

  public static double mean(double[] values) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value() / values.length;
  }

  /** The standard deviation, from n - 1 degrees of freedom; zero of fewer than two values. */
  public static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    CompensatedSum squares = new CompensatedSum();
    for (double value : values) {
      squares.add((value - mean) * (value - mean));
    }
    return Math.sqrt(squares.value() / (values.length - 1));
  }

  /**
   * Half the width of the asymptotic interval of a mean: by the central limit theorem, of values
   * that follow each other by the means of about the square root of n batches, with Student's law.
   */
  public static double ofMean(double[] values, boolean sequential, double level) {
    if (values.length < 2) {
      return Double.POSITIVE_INFINITY;
    }
    int batches = (int) Math.sqrt(values.length);
    if (!sequential || batches < FEWEST_BATCHES) {
      return student(values.length - 1.0, level) * deviation(values) / Math.sqrt(values.length);
    }
    double[] means = new double[batches];
    for (int b = 0; b < batches; b++) {
      int from = (int) ((long) values.length * b / batches);
      int to = (int) ((long) values.length * (b + 1) / batches);
      means[b] = mean(java.util.Arrays.copyOfRange(values, from, to));
    }
    return student(batches - 1.0, level) * deviation(means) / Math.sqrt(batches);
  }

  /** Half the width of a normal interval from the standard error of an estimate. */
  public static double ofEstimate(double standardError, double level) {
    return standardError
        * NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
  }

  private static double student(double freedom, double level) {
    return TDistribution.of(freedom).inverseCumulativeProbability((1 + level) / 2);
  }
}
