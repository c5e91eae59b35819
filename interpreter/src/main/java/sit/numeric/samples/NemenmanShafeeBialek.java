package sit.numeric.samples;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import sit.limits.Limits;

/**
 * The posterior mean of the entropy of K outcomes under a mixture of symmetric Dirichlet priors
 * that is flat in the mean entropy (Nemenman, Shafee & Bialek 2002; Archer, Park & Pillow 2014,
 * eqs. 10 to 15).
 */
final class NemenmanShafeeBialek {
  /** Where the logarithm of the concentration runs, in steps; outside the weight is nothing. */
  private static final double FROM = -16;

  private static final double TO = 24;
  private static final int STEPS = 640;

  private final Frequencies frequencies;
  private final double possible;
  private final Limits limits;

  NemenmanShafeeBialek(Frequencies frequencies, double possible, Limits limits) {
    this.frequencies = frequencies;
    this.possible = possible;
    this.limits = limits;
  }

  double nats() {
    if (possible <= 1) {
      return 0;
    }
    double[] weights = new double[STEPS + 1];
    double[] means = new double[STEPS + 1];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= STEPS; i++) {
      limits.check();
      double total = Math.exp(FROM + (TO - FROM) * i / STEPS) * Math.min(possible, 1e6);
      weights[i] = weight(total / possible);
      means[i] = mean(total / possible);
      most = Math.max(most, weights[i]);
    }
    double sum = 0;
    double mass = 0;
    for (int i = 0; i <= STEPS; i++) {
      double weight = Math.exp(weights[i] - most);
      sum += weight * means[i];
      mass += weight;
    }
    return sum / mass;
  }

  /** The logarithm of the weight of a concentration, times the concentration for the scale. */
  private double weight(double beta) {
    double concentration = beta * possible;
    double slope = possible * Trigamma.value(concentration + 1) - Trigamma.value(beta + 1);
    // differences of logarithms of gamma functions, which lose no digits where the arguments are
    // large
    double evidence = LogBeta.value(concentration, frequencies.total());
    for (int i = 0; i < frequencies.times().length; i++) {
      double count = frequencies.times()[i];
      evidence += frequencies.outcomes()[i] * (LogGamma.value(count) - LogBeta.value(count, beta));
    }
    return evidence + Math.log(Math.max(slope, Double.MIN_NORMAL)) + Math.log(beta);
  }

  /** The posterior mean of the entropy for one concentration (Wolpert & Wolf 1995). */
  private double mean(double beta) {
    double all = frequencies.total() + beta * possible;
    double sum = 0;
    for (int i = 0; i < frequencies.times().length; i++) {
      double count = frequencies.times()[i] + beta;
      sum += frequencies.outcomes()[i] * count / all * Digamma.value(count + 1);
    }
    sum += (possible - frequencies.occurred()) * beta / all * Digamma.value(beta + 1);
    return Digamma.value(all + 1) - sum;
  }
}
