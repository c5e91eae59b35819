package sit.numeric.continuous;

/** The interval on which a density is positive; its ends may be infinite. */
public record Support(double lower, double upper) {
  public static final Support LINE =
      new Support(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  public static final Support POSITIVE = new Support(0, Double.POSITIVE_INFINITY);

  /** Whether another lies in this one. */
  public boolean holds(Support other) {
    return lower <= other.lower && other.upper <= upper;
  }

  public boolean holds(double x) {
    return lower <= x && x <= upper;
  }
}
