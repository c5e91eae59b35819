package sit.numeric;

/**
 * A number and how far it may be from the true one.
 *
 * @param error an upper bound of {@code |value - true value|}; zero for an infinite value that is
 *     known to be infinite
 */
public record Bounded(double value, double error) {
  /** Half the distance from one to the next double. */
  static final double UNIT = 0x1p-53;

  /**
   * An error bound computed in floating point is enlarged by this factor to cover its own rounding.
   */
  private static final double MARGIN = 1 + 0x1p-40;

  public static final Bounded ZERO = new Bounded(0, 0);
  public static final Bounded INFINITE = new Bounded(Double.POSITIVE_INFINITY, 0);

  public Bounded {
    if (!(error >= 0) || Double.isNaN(value)) {
      throw new IllegalArgumentException("not a bounded number: " + value + " +- " + error);
    }
  }

  /** A double that is meant as it is. */
  public static Bounded exactly(double value) {
    return new Bounded(value, 0);
  }

  /** The double nearest to a number. */
  static Bounded rounded(double value) {
    return new Bounded(value, Math.ulp(value) / 2);
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException for the sum of two opposite infinities
   */
  public Bounded plus(Bounded other) {
    return sum(other.value, error + other.error);
  }

  /**
   * The difference.
   *
   * @throws ArithmeticException for the difference of two equal infinities
   */
  public Bounded minus(Bounded other) {
    return sum(-other.value, error + other.error);
  }

  public Bounded times(double factor) {
    return times(exactly(factor));
  }

  public Bounded times(Bounded other) {
    double product = value * other.value;
    if (Double.isNaN(product)) {
      throw new ArithmeticException("the product of zero and infinity");
    }
    if (Double.isInfinite(value) || Double.isInfinite(other.value)) {
      return new Bounded(product, 0);
    }
    double bound =
        scaled(other.error, value)
            + scaled(error, other.value)
            + scaled(error, other.error)
            + (value == 0 || other.value == 0 ? 0 : Math.ulp(product));
    return new Bounded(product, bound * MARGIN);
  }

  /** Takes the rounding of the sum itself from Knuth's two-sum, so that exact sums stay exact. */
  private Bounded sum(double other, double errors) {
    double sum = value + other;
    if (Double.isNaN(sum)) {
      throw new ArithmeticException("the difference of two infinities");
    }
    if (Double.isInfinite(sum)) {
      boolean known = Double.isInfinite(value) || Double.isInfinite(other);
      return new Bounded(sum, known ? 0 : Double.POSITIVE_INFINITY);
    }
    double part = sum - value;
    double lost = (value - (sum - part)) + (other - part);
    return new Bounded(sum, (errors + Math.abs(lost)) * MARGIN);
  }

  /** An error times a factor, none if either is zero, even if the other is infinite. */
  private static double scaled(double error, double factor) {
    return error == 0 || factor == 0 ? 0 : error * Math.abs(factor);
  }

  public Bounded negate() {
    return new Bounded(-value, error);
  }

  public double lower() {
    if (Double.isInfinite(error)) {
      return Double.NEGATIVE_INFINITY;
    }
    return error == 0 ? value : Math.nextDown(value - error);
  }

  public double upper() {
    if (Double.isInfinite(error)) {
      return Double.POSITIVE_INFINITY;
    }
    return error == 0 ? value : Math.nextUp(value + error);
  }

  @Override
  public String toString() {
    return value + " +- " + error;
  }
}
