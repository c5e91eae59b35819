package sit.numeric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.limits.Limits;

/** Entropies from counts, against values computed from the definitions with 30 digits (mpmath). */
class EntropyEstimatorTest {
  /** The counts of the examples of the R package entropy (Hausser & Strimmer 2009). */
  private static final int[] COUNTS = {4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1};

  @ParameterizedTest
  @CsvSource({
    "PLUG_IN, 1.96838240872838120",
    "MILLER_MADOW, 2.15259293504417067",
    "GRASSBERGER, 2.14462638603142740",
    "CHAO_SHEN, 2.20113710127958481",
    "NSB, 2.18777446309208167"
  })
  void agreesWithTheDefinition(EntropyEstimator estimator, double nats) {
    assertThat(estimator.nats(COUNTS, 11, Limits.none())).isCloseTo(nats, within(1e-9));
  }

  @Test
  void theBayesianCountLiesBetweenWhatOccurredAndWhatIsPossible() {
    double plugIn = EntropyEstimator.PLUG_IN.nats(COUNTS, 11, Limits.none());
    double corrected = EntropyEstimator.PANZERI_TREVES.nats(COUNTS, 11, Limits.none());
    assertThat(2 * 19 * (corrected - plugIn) + 1).isBetween(8.0, 11.0001);
    // with every outcome seen often nothing is added to what occurred
    int[] many = {400, 300, 300};
    double bias = 2.0 / 2000;
    assertThat(EntropyEstimator.PANZERI_TREVES.nats(many, 3, Limits.none()))
        .isCloseTo(EntropyEstimator.PLUG_IN.nats(many, 3, Limits.none()) + bias, within(1e-12));
  }

  @Test
  void grassbergersFunctionFollowsItsRecurrence() {
    double[] g = Frequencies.grassberger(8);
    assertThat(g[1]).isCloseTo(-1.27036284546147817, within(1e-15));
    assertThat(g[2]).isCloseTo(0.729637154538521829, within(1e-15));
    assertThat(g[7]).isCloseTo(1.79630382120518849, within(1e-15));
  }

  @Test
  void digammaHasFullPrecision() {
    Digamma psi = new Digamma(200_000);
    for (int n : new int[] {1, 2, 3, 10, 48, 49, 50, 1000, 200_000}) {
      double value = org.apache.commons.numbers.gamma.Digamma.value(n);
      assertThat(psi.at(n)).isCloseTo(value, within(2e-14));
    }
    // psi(1/2) aside, these are closed forms: psi(5) = 25/12 - C
    assertThat(psi.at(5)).isCloseTo(25.0 / 12 - Digamma.EULER, within(3e-16));
  }
}
