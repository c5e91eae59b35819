package sit.session;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Joint laws with rational probabilities, small ones first, then random ones, as declarations and
 * as plain numbers.
 */
final class RandomLaws {
  private final SplittableRandom random;

  RandomLaws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * A joint law.
   *
   * @param sizes how many values each variable takes
   * @param p row by row, the last variable running fastest
   */
  record Law(List<String> names, int[] sizes, int[] weights, double[] p) {
    /** Declares the variables with this law. */
    String declaration() {
      StringBuilder out = new StringBuilder("rv (");
      out.append(String.join(", ", names)).append(") ~ { ");
      BigInteger total = BigInteger.ZERO;
      for (int weight : weights) {
        total = total.add(BigInteger.valueOf(weight));
      }
      String comma = "";
      for (int cell = 0; cell < p.length; cell++) {
        out.append(comma).append('(');
        int[] values = values(cell);
        for (int i = 0; i < values.length; i++) {
          out.append(i == 0 ? "" : ", ").append(values[i]);
        }
        out.append("): ").append(weights[cell]).append('/').append(total);
        comma = ", ";
      }
      return out.append(" }\n").toString();
    }

    int[] values(int cell) {
      int[] values = new int[sizes.length];
      int rest = cell;
      for (int i = sizes.length - 1; i >= 0; i--) {
        values[i] = rest % sizes[i];
        rest /= sizes[i];
      }
      return values;
    }

    /** The entropy in bits of the variables at some places, by the formula and nothing else. */
    double entropy(int... places) {
      java.util.Map<List<Integer>, Double> marginal = new java.util.HashMap<>();
      for (int cell = 0; cell < p.length; cell++) {
        int[] values = values(cell);
        List<Integer> key = new ArrayList<>();
        for (int place : places) {
          key.add(values[place]);
        }
        marginal.merge(key, p[cell], Double::sum);
      }
      double sum = 0;
      for (double q : marginal.values()) {
        sum -= q > 0 ? q * Math.log(q) / Math.log(2) : 0;
      }
      return sum;
    }

    /** The marginal probabilities of one variable. */
    double[] marginal(int place) {
      double[] marginal = new double[sizes[place]];
      for (int cell = 0; cell < p.length; cell++) {
        marginal[values(cell)[place]] += p[cell];
      }
      return marginal;
    }
  }

  /**
   * A law whose weights are whole numbers up to {@code most}; zero is likely, so that structure
   * occurs.
   */
  Law next(List<String> names, int size, int most) {
    int[] sizes = new int[names.size()];
    int cells = 1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size;
      cells *= size;
    }
    int[] weights = new int[cells];
    long total = 0;
    while (total == 0) {
      for (int i = 0; i < cells; i++) {
        weights[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
        total += weights[i];
      }
    }
    double[] p = new double[cells];
    for (int i = 0; i < cells; i++) {
      p[i] = (double) weights[i] / total;
    }
    return new Law(List.copyOf(names), sizes, weights, p);
  }
}
