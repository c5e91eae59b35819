package sit.numeric.process;

import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/** A joint law of processes of which entropies of prefixes, and their limits, can be found. */
public interface PrefixLaw {
  /** The processes, in the order in which they are numbered. */
  List<String> names();

  /**
   * The entropies of what a pattern shows at a horizon, and of letters given it.
   *
   * @param asked letters, whose entropy given the prefixes at the same time is wanted
   * @param from the first time of the sums
   * @param horizon the last time
   */
  PrefixEntropies.Found entropies(
      Pattern pattern, List<List<Letter>> asked, int from, int horizon, Limits limits);

  /**
   * The limit of the entropy of letters given the prefixes that a pattern shows, or of the entropy
   * per letter of the prefixes themselves.
   *
   * @param width how far the bounds may be apart
   */
  EntropyRate.Rate rate(
      Pattern pattern, Optional<List<Letter>> letters, double width, Limits limits);
}
