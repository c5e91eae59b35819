package sit.numeric;

import sit.limits.Limits;

/**
 * A law of a channel's input, the law of the output it leads to, and {@code D(W_x || q)} for every
 * input, in bits.
 *
 * @param lower the mutual information, less what rounding may have added
 * @param upper the largest divergence, plus what rounding may have taken
 */
record ChannelPoint(
    double[] input, double[] output, double[] divergences, double lower, double upper) {

  /** What all points of a channel share. */
  static final class Evaluator {
    private final double[][] rows;
    private final double[][] columns;
    private final double[] negativeEntropies;
    private final double relativeError;
    private final double[] logarithms;

    Evaluator(Channel channel, Limits limits) {
      this.rows = channel.rows();
      this.columns = Rows.transposed(rows);
      this.relativeError = channel.relativeError();
      this.negativeEntropies = new double[rows.length];
      for (int x = 0; x < rows.length; x++) {
        limits.check();
        negativeEntropies[x] = -Log2.entropy(rows[x], 0, rows[x].length);
      }
      this.logarithms = new double[columns.length];
    }

    double[][] rows() {
      return rows;
    }

    double[][] columns() {
      return columns;
    }

    /**
     * The point of an input law.
     *
     * <p>First order, with n inputs, m outputs, channel cells within a fraction e: q is within
     * {@code r = e + (n + 2)u}, so its logarithms move a divergence by {@code 1.45 r}, and e in the
     * cells by another {@code 1.45 e}; the sums lose at most {@code (m + 50)u + e} of their sizes
     * {@code H(W_x)} and {@code -sum W log q = H(W_x) + D_x}. The mean over p adds {@code (2n +
     * 2)u} of itself.
     */
    ChannelPoint at(double[] input) {
      double[] output = new double[columns.length];
      Rows.combine(input, rows, output);
      for (int y = 0; y < output.length; y++) {
        logarithms[y] = -Log2.log2(output[y]);
      }
      double[] divergences = new double[input.length];
      Rows.combine(logarithms, columns, divergences);
      double fixed = 1.45 * (2 * relativeError + (input.length + 2) * Bounded.UNIT);
      double share = (columns.length + 50) * Bounded.UNIT + relativeError;
      double upper = 0;
      double error = 0;
      CompensatedSum mean = new CompensatedSum();
      for (int x = 0; x < input.length; x++) {
        divergences[x] += negativeEntropies[x];
        mean.add(input[x] * divergences[x]);
        double size = Math.abs(divergences[x]) - 2 * negativeEntropies[x];
        double mine = fixed + share * size;
        upper = Math.max(upper, divergences[x] + mine);
        error = Math.max(error, mine);
      }
      double information = mean.value();
      double lost = error + (2 * input.length + 2) * Bounded.UNIT * Math.abs(information);
      double lower = Math.max(0, information - lost * (1 + 1e-3));
      return new ChannelPoint(input, output, divergences, lower, upper);
    }
  }
}
