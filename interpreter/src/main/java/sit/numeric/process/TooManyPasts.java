package sit.numeric.process;

/** A question whose pasts are too many to go through: nothing that is seen reveals the state. */
public final class TooManyPasts extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final double pasts;

  TooManyPasts(double pasts) {
    super(pasts + " pasts", null, false, false);
    this.pasts = pasts;
  }

  /** How many there are. */
  public double pasts() {
    return pasts;
  }
}
