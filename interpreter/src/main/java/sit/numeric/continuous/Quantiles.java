package sit.numeric.continuous;

/** The inverse of the distribution function of a law, by bisection. */
public final class Quantiles {
  private static final int STEPS = 200;

  private final ContinuousLaw law;

  public Quantiles(ContinuousLaw law) {
    this.law = law;
  }

  /**
   * The point below which a given part of the mass lies.
   *
   * @param level from 0, which is the lower end of where there is mass, to below 1
   */
  public double at(double level) {
    ContinuousLaw.Spread spread = law.spread();
    double low = spread.centre();
    double high = spread.centre();
    double width = spread.width();
    for (int i = 0; i < STEPS && low > law.support().lower() && law.cumulative(low) > level; i++) {
      low = Math.max(law.support().lower(), low - width);
      width *= 2;
    }
    width = spread.width();
    for (int i = 0;
        i < STEPS && high < law.support().upper() && law.cumulative(high) <= level;
        i++) {
      high = Math.min(law.support().upper(), high + width);
      width *= 2;
    }
    for (int i = 0; i < STEPS; i++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (law.cumulative(middle) <= level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
