package sit.numeric.gaussian;

import java.util.Optional;
import sit.exact.Rational;
import sit.numeric.continuous.ContinuousLaw;

/**
 * Something random on its own, of which variables are made: Gaussian of mean zero, or of another
 * law. Two sources are independent; a source equals itself alone.
 */
public final class Source {
  private final Optional<Rational> variance;
  private final Optional<ContinuousLaw> law;

  private Source(Optional<Rational> variance, Optional<ContinuousLaw> law) {
    this.variance = variance;
    this.law = law;
  }

  /** A Gaussian source of mean zero. */
  public static Source gaussian(Rational variance) {
    return new Source(Optional.of(variance), Optional.empty());
  }

  /** A source of another law. */
  public static Source of(ContinuousLaw law) {
    return new Source(Optional.empty(), Optional.of(law));
  }

  /** The variance of a Gaussian source. */
  public Optional<Rational> variance() {
    return variance;
  }

  /** The law of a source that is not Gaussian. */
  public Optional<ContinuousLaw> law() {
    return law;
  }

  public boolean isGaussian() {
    return variance.isPresent();
  }
}
