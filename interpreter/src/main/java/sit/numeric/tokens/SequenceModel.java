package sit.numeric.tokens;

import java.util.Arrays;
import sit.limits.Limits;
import sit.numeric.samples.Column;

/** A law of the next symbol given those before it, learnt from sequences. */
public interface SequenceModel {
  /** How many symbols of the past it looks at; so many begin a sequence without being predicted. */
  int depth();

  /**
   * What a symbol costs, in nats.
   *
   * @param at where it stands, at least {@link #depth} after the start of its sequence
   * @param learn whether it is learnt once it is predicted
   */
  double loss(int[] symbols, int at, boolean learn);

  /** What every symbol costs that has its whole context in its own sequence, in their order. */
  default double[] losses(Column.Labels symbols, boolean learn, Limits limits) {
    double[] losses = new double[symbols.size()];
    int count = 0;
    for (int s = 0; s < symbols.starts().length; s++) {
      int end = s + 1 < symbols.starts().length ? symbols.starts()[s + 1] : symbols.size();
      for (int at = symbols.starts()[s] + depth(); at < end; at++) {
        if ((at & 1023) == 0) {
          limits.check();
        }
        losses[count++] = loss(symbols.codes(), at, learn);
      }
    }
    return Arrays.copyOf(losses, count);
  }
}
