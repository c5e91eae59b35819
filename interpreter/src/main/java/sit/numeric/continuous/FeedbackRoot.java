package sit.numeric.continuous;

import sit.exact.Rational;

/**
 * The root on which the feedback capacity of the Gaussian channel with autoregressive moving
 * average noise of order one depends: {@code C = -log x0} with {@code P x^2 (1 + s beta x)^2 = (1 -
 * x^2) (1 + s alpha x)^2} and s the sign of beta - alpha (Kim, 2010, theorem 5.3).
 */
public final class FeedbackRoot {
  private static final int BITS = 62;

  private final Rational power;
  private final Rational alpha;
  private final Rational beta;

  /** Of a channel with noise {@code Z[t] + beta Z[t-1] = U[t] + alpha U[t-1]}. */
  public FeedbackRoot(Rational power, Rational alpha, Rational beta) {
    int sign = beta.subtract(alpha).signum();
    this.power = power;
    this.alpha = alpha.multiply(Rational.of(sign));
    this.beta = beta.multiply(Rational.of(sign));
  }

  /** The root between zero and one, between bounds at which the two sides were compared exactly. */
  public Real find() {
    Rational low = Rational.ZERO;
    Rational high = Rational.ONE;
    for (int i = 0; i < BITS; i++) {
      Rational middle = low.add(high).divide(Rational.TWO);
      if (difference(middle).signum() < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double value = sit.numeric.Scalar.exact(low.add(high).divide(Rational.TWO)).value();
    return Real.between(value, 2 * Math.ulp(value));
  }

  /** The left side minus the right side, which changes its sign once. */
  private Rational difference(Rational x) {
    Rational square = x.multiply(x);
    Rational b = Rational.ONE.add(beta.multiply(x));
    Rational a = Rational.ONE.add(alpha.multiply(x));
    Rational left = power.multiply(square).multiply(b.multiply(b));
    return left.subtract(Rational.ONE.subtract(square).multiply(a.multiply(a)));
  }
}
