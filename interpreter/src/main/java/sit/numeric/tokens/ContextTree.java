package sit.numeric.tokens;

import java.util.Arrays;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.numeric.samples.LongIndex;

/**
 * Context-tree weighting (Willems, Shtarkov & Tjalkens 1995) of symbols of any finite alphabet,
 * with the estimator of Krichevsky and Trofimov at each node. A prediction mixes the nodes on the
 * path of the context by their weights, so that a symbol costs one pass along the path.
 */
public final class ContextTree implements SequenceModel {
  /** How much memory an entry takes, in cells of eight bytes: half of a table is empty. */
  private static final int CELLS = 5;

  private final int alphabet;
  private final int depth;
  private final double prior;
  private final Limits limits;
  private final LongIndex children = new LongIndex();
  private final LongIndex counted = new LongIndex();
  private int[] counts = new int[16];
  private int[] totals = new int[16];
  private double[] logBeta = new double[16];

  /**
   * A tree that has learnt nothing yet.
   *
   * @param alphabet how many symbols there are
   * @param depth how many symbols of the past a prediction may look at
   * @param prior what is added to each count, 1/2 for the estimator of Krichevsky and Trofimov
   */
  public ContextTree(int alphabet, int depth, double prior, Limits limits) {
    this.alphabet = alphabet;
    this.depth = depth;
    this.prior = prior;
    this.limits = limits;
  }

  @Override
  public int depth() {
    return depth;
  }

  /**
   * The nodes along the context of a place; those that are missing are made, or -1.
   *
   * @param path takes them, from the root on
   */
  private void walk(int[] symbols, int at, int[] path, boolean make) {
    path[0] = 0;
    for (int d = 1; d <= depth; d++) {
      if (path[d - 1] < 0) {
        path[d] = -1;
        continue;
      }
      long key = (long) path[d - 1] * alphabet + symbols[at - d];
      int number = make ? children.number(key) : children.find(key);
      path[d] = number + (number < 0 ? 0 : 1);
    }
  }

  private double estimate(int node, int symbol) {
    if (node < 0) {
      return 1.0 / alphabet;
    }
    int number = counted.find((long) node * alphabet + symbol);
    double count = number < 0 ? 0 : counts[number];
    return (count + prior) / (total(node) + alphabet * prior);
  }

  private int total(int node) {
    return node < totals.length ? totals[node] : 0;
  }

  private double weight(int node) {
    return 1 / (1 + Math.exp(node < logBeta.length ? -logBeta[node] : 0));
  }

  /** The probability of a symbol after a context, and for each node what its child predicts. */
  private double mixed(int[] path, int symbol, double[] below) {
    double q = estimate(path[depth], symbol);
    for (int d = depth - 1; d >= 0; d--) {
      below[d] = q;
      if (path[d] >= 0) {
        double w = weight(path[d]);
        q = w * estimate(path[d], symbol) + (1 - w) * q;
      }
    }
    return q;
  }

  /**
   * The law of the next symbol.
   *
   * @param at where it stands, at least {@link #depth} after the start of its sequence
   * @param law takes the probabilities
   */
  public void predict(int[] symbols, int at, double[] law) {
    int[] path = new int[depth + 1];
    double[] below = new double[depth + 1];
    walk(symbols, at, path, false);
    for (int a = 0; a < alphabet; a++) {
      law[a] = mixed(path, a, below);
    }
  }

  /**
   * Learns a symbol.
   *
   * @return the probability it had
   */
  public double learn(int[] symbols, int at) {
    int[] path = new int[depth + 1];
    double[] below = new double[depth + 1];
    walk(symbols, at, path, true);
    int symbol = symbols[at];
    double q = mixed(path, symbol, below);
    int needed = children.size() + 1;
    if (needed > totals.length) {
      require();
      totals = Arrays.copyOf(totals, 2 * needed);
      logBeta = Arrays.copyOf(logBeta, 2 * needed);
    }
    for (int d = 0; d <= depth; d++) {
      int node = path[d];
      if (d < depth) {
        logBeta[node] += Math.log(estimate(node, symbol)) - Math.log(below[d]);
      }
      int number = counted.number((long) node * alphabet + symbol);
      if (number >= counts.length) {
        counts = Arrays.copyOf(counts, 2 * counts.length);
      }
      counts[number]++;
      totals[node]++;
    }
    return q;
  }

  private void require() {
    double cells = 2.0 * CELLS * (children.size() + counted.size());
    if (cells > limits.maxCells()) {
      throw LimitReached.memory("a context tree of depth " + depth, cells, limits.maxCells());
    }
  }

  @Override
  public double loss(int[] symbols, int at, boolean learn) {
    if (learn) {
      return -Math.log(learn(symbols, at));
    }
    int[] path = new int[depth + 1];
    walk(symbols, at, path, false);
    return -Math.log(mixed(path, symbols[at], new double[depth + 1]));
  }
}
