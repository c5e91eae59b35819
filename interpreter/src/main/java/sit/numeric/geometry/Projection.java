package sit.numeric.geometry;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import sit.limits.Limits;
import sit.limits.Seed;

/** Random projections that nearly keep all distances (Johnson and Lindenstrauss 1984). */
public final class Projection {
  private Projection() {}

  /**
   * A matrix of independent normal entries of variance 1/k (Dasgupta and Gupta 2003); points are
   * rows and are multiplied with it from the right.
   *
   * @param from the dimension of the points
   * @param to the dimension k of what they become
   */
  public static double[][] matrix(int from, int to, Seed seed, Limits limits) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed.value());
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] all = new double[from][to];
    for (double[] row : all) {
      limits.check();
      for (int j = 0; j < to; j++) {
        row[j] = normal.sample() / Math.sqrt(to);
      }
    }
    return all;
  }
}
