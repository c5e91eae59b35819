package sit.numeric.process;

/**
 * A limit that depends on how the processes begin: their chain falls into classes that never meet.
 */
public final class NoStationaryLaw extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int classes;

  NoStationaryLaw(int classes) {
    super(classes + " recurrent classes", null, false, false);
    this.classes = classes;
  }

  /** How many recurrent classes are reached. */
  public int classes() {
    return classes;
  }
}
