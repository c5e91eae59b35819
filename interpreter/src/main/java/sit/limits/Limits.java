package sit.limits;

import java.util.concurrent.atomic.AtomicBoolean;

/** The time and memory one claim or value may use, and the switch that cancels it. */
public final class Limits {
  private final long deadlineNanos;
  private final double seconds;
  private final long maxCells;
  private final AtomicBoolean cancelled;
  private final Progress progress;

  private Limits(
      long deadlineNanos,
      double seconds,
      long maxCells,
      AtomicBoolean cancelled,
      Progress progress) {
    this.deadlineNanos = deadlineNanos;
    this.seconds = seconds;
    this.maxCells = maxCells;
    this.cancelled = cancelled;
    this.progress = progress;
  }

  /**
   * Limits that start now.
   *
   * @param seconds time from now; infinite for none
   * @param megabytes the largest table, in megabytes of 8-byte cells
   */
  public static Limits start(double seconds, long megabytes) {
    return start(seconds, megabytes, new AtomicBoolean());
  }

  /** Limits that start now and stop when {@code cancelled} is set. */
  public static Limits start(double seconds, long megabytes, AtomicBoolean cancelled) {
    return start(seconds, megabytes, cancelled, new Progress());
  }

  /** The same, and what is done within them is told to {@code progress}. */
  public static Limits start(
      double seconds, long megabytes, AtomicBoolean cancelled, Progress progress) {
    long deadline =
        seconds > 1e9 ? Long.MAX_VALUE : System.nanoTime() + (long) (Math.max(0, seconds) * 1e9);
    return new Limits(deadline, seconds, megabytes * (1L << 17), cancelled, progress);
  }

  /** No time limit and tables of up to 512 MB. */
  public static Limits none() {
    return start(Double.POSITIVE_INFINITY, 512);
  }

  /** These limits, or less: at most {@code seconds} from now. */
  public Limits atMost(double seconds) {
    long deadline = System.nanoTime() + (long) (Math.max(0, seconds) * 1e9);
    return deadlineNanos != Long.MAX_VALUE && deadline - deadlineNanos >= 0
        ? this
        : new Limits(deadline, seconds, maxCells, cancelled, progress);
  }

  /** To be told how far the work has come. */
  public Progress progress() {
    return progress;
  }

  /** The time left in seconds, never negative; infinite where there is no limit. */
  public double secondsLeft() {
    return deadlineNanos == Long.MAX_VALUE
        ? Double.POSITIVE_INFINITY
        : Math.max(0, (deadlineNanos - System.nanoTime()) * 1e-9);
  }

  /** The largest number of cells a table may have. */
  public long maxCells() {
    return maxCells;
  }

  /** Whether the work was cancelled or its time is over. */
  public boolean reached() {
    return cancelled.get()
        || deadlineNanos != Long.MAX_VALUE && System.nanoTime() - deadlineNanos > 0;
  }

  /**
   * To be called often from every long loop.
   *
   * @throws LimitReached if the work was cancelled or its time is over
   */
  public void check() {
    if (cancelled.get()) {
      throw LimitReached.cancelled();
    }
    if (deadlineNanos != Long.MAX_VALUE && System.nanoTime() - deadlineNanos > 0) {
      throw LimitReached.time(seconds);
    }
  }
}
