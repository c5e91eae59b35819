package sit.numeric.optimum;

/** An optimum that does not exist, or kernels that cannot be chosen as asked. */
public final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** A mean cannot be as small as its bound. */
    UNREACHABLE,
    /** Each bound can be kept, but not all of them. */
    INFEASIBLE,
    /** What a kernel is given depends on what it chooses. */
    CIRCULAR,
    /** No step led to kernels within the bounds. */
    UNSOLVED
  }

  private final Reason reason;
  private final int at;
  private final double least;
  private final double bound;

  Impossible(Reason reason, int at) {
    this(reason, at, 0, 0);
  }

  Impossible(Reason reason, int at, double least, double bound) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.at = at;
    this.least = least;
    this.bound = bound;
  }

  public Reason reason() {
    return reason;
  }

  /** The number of the bound or the kernel. */
  public int at() {
    return at;
  }

  /** The mean that is nearest to the bound, where it is unreachable. */
  public double least() {
    return least;
  }

  /** The bound that is unreachable. */
  public double bound() {
    return bound;
  }
}
