package sit.numeric.gaussian;

/** Processes that have no stationary law, as they grow without end or keep how they began. */
public final class Unstable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final double growth;

  Unstable(double growth) {
    super("the processes grow by " + growth, null, false, false);
    this.growth = growth;
  }

  /** By what factor a step multiplies what was there, at least one. */
  public double growth() {
    return growth;
  }
}
