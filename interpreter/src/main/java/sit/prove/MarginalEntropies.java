package sit.prove;

import java.math.MathContext;

/**
 * The entropies of a candidate's groups in floating numbers, for the searches; what they find is
 * checked exactly.
 */
final class MarginalEntropies {
  private final long[] masks;

  MarginalEntropies(EntropyTarget target) {
    this.masks = target.masks;
  }

  /** In bits, one for each group of the target. */
  double[] of(Candidate candidate) {
    double[] p = new double[candidate.probabilities().size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = candidate.probabilities().get(i).toDecimal(MathContext.DECIMAL64).doubleValue();
    }
    return of(candidate.values(), p);
  }

  /** The same for given values of each variable at points with probabilities. */
  double[] of(int[][] values, double[] p) {
    long[][] hashes = new long[values.length][p.length];
    for (int v = 0; v < values.length; v++) {
      for (int i = 0; i < p.length; i++) {
        hashes[v][i] = mix(v * 0x1_0000_0001L + values[v][i]);
      }
    }
    int capacity = Integer.highestOneBit(Math.max(2, 2 * p.length)) * 2;
    long[] keys = new long[capacity];
    double[] sums = new double[capacity];
    double[] entropies = new double[masks.length];
    for (int m = 0; m < masks.length; m++) {
      entropies[m] = entropy(masks[m], hashes, p, keys, sums);
    }
    return entropies;
  }

  private static double entropy(
      long mask, long[][] hashes, double[] p, long[] keys, double[] sums) {
    java.util.Arrays.fill(sums, 0);
    for (int i = 0; i < p.length; i++) {
      if (p[i] <= 0) {
        continue;
      }
      long key = 0;
      for (long rest = mask; rest != 0; rest &= rest - 1) {
        // equal values have equal sums of hashes; others meet with probability 2^-64
        key += hashes[Long.numberOfTrailingZeros(rest)][i];
      }
      int at = (int) (mix(key) & keys.length - 1);
      while (sums[at] != 0 && keys[at] != key) {
        at = at + 1 & keys.length - 1;
      }
      keys[at] = key;
      sums[at] += p[i];
    }
    double entropy = 0;
    for (double sum : sums) {
      entropy -= sum > 0 ? sum * Math.log(sum) : 0;
    }
    return entropy / Math.log(2);
  }

  /** Steele, Lea and Flood's finaliser. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
