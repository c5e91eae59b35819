package sit.eval;

import java.util.Optional;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.tokens.ContextTree;
import sit.numeric.tokens.LoggedTokens;
import sit.numeric.tokens.NgramModel;
import sit.numeric.tokens.SequenceModel;

/**
 * What was observed of a random variable or of a process.
 *
 * @param counted whether its sequences are n-grams as they were counted, in no order
 * @param model how its letters are learnt, where it was said
 * @param logged what a language model said of its letters
 */
record Observed(
    Column column,
    boolean process,
    boolean counted,
    Optional<Model> model,
    Optional<LoggedTokens> logged) {
  Observed(Column column, boolean process) {
    this(column, process, false, Optional.empty(), Optional.empty());
  }

  /**
   * A model of sequences.
   *
   * @param tree whether contexts of all lengths are weighted, else all have one
   * @param depth how many letters of the past it looks at
   * @param prior what is added to each count
   */
  record Model(boolean tree, int depth, double prior) {
    SequenceModel start(int alphabet, Limits limits) {
      return tree
          ? new ContextTree(alphabet, depth, prior, limits)
          : new NgramModel(alphabet, depth + 1, prior, limits);
    }

    /** As it is written. */
    String word() {
      return tree ? "ctw, depth " + depth : (depth + 1) + "-grams";
    }
  }
}
