package sit.numeric.gaussian;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import sit.exact.Rational;

/**
 * A variable that is a constant plus multiples of independent sources.
 *
 * @param multiples none zero
 * @param error how far its numbers and the variances of its sources may be off, as a fraction of
 *     each; zero where they are exact
 */
public record Affine(Rational constant, Map<Source, Rational> multiples, double error) {
  public Affine {
    multiples = Collections.unmodifiableMap(new LinkedHashMap<>(multiples));
  }

  public static Affine constant(Rational value, double error) {
    return new Affine(value, Map.of(), error);
  }

  public static Affine of(Source source, double error) {
    return new Affine(Rational.ZERO, Map.of(source, Rational.ONE), error);
  }

  public Affine plus(Affine other) {
    Map<Source, Rational> sum = new LinkedHashMap<>(multiples);
    other.multiples.forEach((source, by) -> sum.merge(source, by, Rational::add));
    sum.values().removeIf(Rational::isZero);
    return new Affine(constant.add(other.constant), sum, Math.max(error, other.error));
  }

  /** A multiple; the error of the factor is added. */
  public Affine times(Rational factor, double ofFactor) {
    Map<Source, Rational> scaled = new LinkedHashMap<>();
    if (!factor.isZero()) {
      multiples.forEach((source, by) -> scaled.put(source, by.multiply(factor)));
    }
    return new Affine(constant.multiply(factor), scaled, error + ofFactor);
  }

  public boolean isConstant() {
    return multiples.isEmpty();
  }

  public boolean isGaussian() {
    return multiples.keySet().stream().allMatch(Source::isGaussian);
  }

  /** The covariance with another, both being made of Gaussian sources. */
  public Rational covariance(Affine other) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Source, Rational> entry : multiples.entrySet()) {
      Rational theirs = other.multiples.get(entry.getKey());
      if (theirs != null) {
        Rational variance = entry.getKey().variance().orElseThrow();
        sum = sum.add(entry.getValue().multiply(theirs).multiply(variance));
      }
    }
    return sum;
  }

  /** The sum of the absolute values of what is added up to the covariance. */
  double magnitude(Affine other) {
    double sum = 0;
    for (Map.Entry<Source, Rational> entry : multiples.entrySet()) {
      Rational theirs = other.multiples.get(entry.getKey());
      if (theirs != null) {
        Rational variance = entry.getKey().variance().orElseThrow();
        Rational term = entry.getValue().multiply(theirs).multiply(variance).abs();
        sum += sit.numeric.Scalar.exact(term).value();
      }
    }
    return sum;
  }
}
