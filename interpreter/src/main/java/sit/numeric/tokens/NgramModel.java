package sit.numeric.tokens;

import java.util.Arrays;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.numeric.samples.LongIndex;

/**
 * The law of a symbol given the n - 1 before it, by counts to each of which a little is added: with
 * 1/2 the estimator of Krichevsky and Trofimov, with 0 that of greatest likelihood.
 */
public final class NgramModel implements SequenceModel {
  private static final int CELLS = 5;

  private final int alphabet;
  private final int depth;
  private final double prior;
  private final Limits limits;
  private final LongIndex contexts = new LongIndex();
  private final LongIndex grams = new LongIndex();
  private int[] counts = new int[16];
  private int[] totals = new int[16];

  /**
   * A model that has counted nothing yet.
   *
   * @param order n: how long the counted n-grams are, at least 1
   */
  public NgramModel(int alphabet, int order, double prior, Limits limits) {
    this.alphabet = alphabet;
    this.depth = order - 1;
    this.prior = prior;
    this.limits = limits;
  }

  @Override
  public int depth() {
    return depth;
  }

  /** The number of a context: a walk along a tree of its symbols, the last first; -1 if unseen. */
  private int context(int[] symbols, int at, boolean make) {
    int node = 0;
    for (int d = 1; d <= depth && node >= 0; d++) {
      long key = (long) node * alphabet + symbols[at - d];
      int number = make ? contexts.number(key) : contexts.find(key);
      node = number < 0 ? -1 : number + 1;
    }
    return node;
  }

  /** Counts an n-gram so many times: its symbols end at a place. */
  public void count(int[] symbols, int at, int times) {
    int context = context(symbols, at, true);
    if (context >= totals.length) {
      double cells = (double) CELLS * (contexts.size() + grams.size());
      if (cells > limits.maxCells()) {
        throw LimitReached.memory("counts of " + (depth + 1) + "-grams", cells, limits.maxCells());
      }
      totals = Arrays.copyOf(totals, 2 * context);
    }
    int gram = grams.number((long) context * alphabet + symbols[at]);
    if (gram >= counts.length) {
      counts = Arrays.copyOf(counts, 2 * gram);
    }
    counts[gram] += times;
    totals[context] += times;
  }

  /** The probability of the symbol at a place given those before it. */
  public double probability(int[] symbols, int at) {
    int context = context(symbols, at, false);
    return (countOf(context, symbols[at]) + prior) / (totalOf(context) + alphabet * prior);
  }

  /** How often the symbol at a place was counted after those before it. */
  public int gramCount(int[] symbols, int at) {
    return countOf(context(symbols, at, false), symbols[at]);
  }

  /** How often the symbols before a place were counted as a context. */
  public int contextCount(int[] symbols, int at) {
    return totalOf(context(symbols, at, false));
  }

  private int countOf(int context, int symbol) {
    int gram = context < 0 ? -1 : grams.find((long) context * alphabet + symbol);
    return gram < 0 ? 0 : counts[gram];
  }

  private int totalOf(int context) {
    return context < 0 || context >= totals.length ? 0 : totals[context];
  }

  @Override
  public double loss(int[] symbols, int at, boolean learn) {
    double loss = -Math.log(probability(symbols, at));
    if (learn) {
      count(symbols, at, 1);
    }
    return loss;
  }
}
