package sit.limits;

/** Work that stopped because a limit was reached or somebody cancelled it. */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stopped the work. */
  public enum Cause {
    CANCELLED,
    TIME,
    MEMORY
  }

  private final Cause limit;

  private LimitReached(Cause limit, String message) {
    super(message, null, false, false);
    this.limit = limit;
  }

  public static LimitReached cancelled() {
    return new LimitReached(Cause.CANCELLED, "cancelled");
  }

  public static LimitReached time(double seconds) {
    return new LimitReached(Cause.TIME, "stopped after " + seconds + " seconds");
  }

  /** A table of {@code cells} cells was asked for and is too large. */
  public static LimitReached memory(String what, double cells, long allowed) {
    return new LimitReached(
        Cause.MEMORY,
        what
            + " needs a table of "
            + size(cells)
            + " cells ("
            + size(cells * 8)
            + " bytes); "
            + size((double) allowed)
            + " cells are allowed");
  }

  private static String size(double cells) {
    return cells < 1e15 ? Long.toString((long) cells) : Double.toString(cells);
  }

  public Cause limit() {
    return limit;
  }
}
