package sit.numeric.samples;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import sit.limits.Seed;

/**
 * Generators of random numbers: every repetition of an experiment has one of its own, so that what
 * comes out does not depend on which thread carries it out.
 */
final class Generators {
  private Generators() {}

  static UniformRandomProvider of(Seed seed, int repetition) {
    long mixed = seed.value() + 0x9E3779B97F4A7C15L * (repetition + 1);
    return RandomSource.XO_SHI_RO_256_PP.create(mixed);
  }
}
