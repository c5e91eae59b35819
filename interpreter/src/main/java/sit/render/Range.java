package sit.render;

/** The least and the greatest of the numbers met so far, and where an axis around them ends. */
final class Range {
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  void take(double value) {
    if (!Double.isNaN(value) && !Double.isInfinite(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }

  boolean isEmpty() {
    return least > most;
  }

  /** The least number; an axis of one number has some width all the same. */
  double low() {
    return isEmpty() ? 0 : least == most ? least - margin() : least;
  }

  double high() {
    return isEmpty() ? 1 : least == most ? most + margin() : most;
  }

  private double margin() {
    return least == 0 ? 0.5 : Math.abs(least) / 2;
  }

  double width() {
    return high() - low();
  }

  /** Where a vertical axis starts: at zero where that is near, else a little below. */
  double roomBelow() {
    double low = low();
    if (low >= 0 && low <= 0.4 * high()) {
      return 0;
    }
    return low - 0.05 * width();
  }

  double roomAbove() {
    double high = high();
    return high <= 0 && high >= 0.4 * low() ? 0 : high + 0.05 * width();
  }
}
