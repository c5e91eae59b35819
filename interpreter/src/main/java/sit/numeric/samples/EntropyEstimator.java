package sit.numeric.samples;

import java.util.Optional;
import sit.limits.Limits;

/** Ways to estimate the entropy of a finite law from how often each outcome occurred. */
public enum EntropyEstimator {
  /** The entropy of the observed frequencies. */
  PLUG_IN("plugin"),
  /** The plug-in value and (K - 1)/2N for K outcomes that occurred (Miller 1955). */
  MILLER_MADOW("miller_madow"),
  /** The same with a Bayesian guess of how many outcomes are possible (Panzeri & Treves 1996). */
  PANZERI_TREVES("panzeri_treves"),
  /** ln N less the mean of G(n), G as of Grassberger 2003 (arXiv:physics/0307138), eq. (28-30). */
  GRASSBERGER("grassberger"),
  /** Horvitz-Thompson with Good's coverage (Chao & Shen 2003). */
  CHAO_SHEN("chao_shen"),
  /** The posterior mean under a prior that is flat in entropy (Nemenman, Shafee, Bialek 2002). */
  NSB("nsb");

  private final String word;

  EntropyEstimator(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The estimator of that name. */
  public static Optional<EntropyEstimator> named(String word) {
    for (EntropyEstimator estimator : values()) {
      if (estimator.word.equals(word)) {
        return Optional.of(estimator);
      }
    }
    return Optional.empty();
  }

  /**
   * The estimate, in nats.
   *
   * @param counts how often each outcome occurred; zeros do not matter
   * @param possible how many outcomes there could be; only some estimators ask
   */
  public double nats(int[] counts, double possible, Limits limits) {
    Frequencies frequencies = new Frequencies(counts);
    return switch (this) {
      case PLUG_IN -> frequencies.plugIn();
      case MILLER_MADOW ->
          frequencies.plugIn() + (frequencies.occurred() - 1) / (2.0 * frequencies.total());
      case PANZERI_TREVES ->
          frequencies.plugIn() + (frequencies.guessed(possible) - 1) / (2 * frequencies.total());
      case GRASSBERGER -> frequencies.grassberger();
      case CHAO_SHEN -> frequencies.chaoShen();
      case NSB -> new NemenmanShafeeBialek(frequencies, possible, limits).nats();
    };
  }
}
