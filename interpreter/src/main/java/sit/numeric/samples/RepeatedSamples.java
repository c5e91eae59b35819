package sit.numeric.samples;

/** Samples of a law with a density repeat each other, which they do with probability zero. */
public final class RepeatedSamples extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int times;

  RepeatedSamples(int times) {
    super("samples repeat each other", null, false, false);
    this.times = times;
  }

  /** How often at least one occurs. */
  public int times() {
    return times;
  }
}
