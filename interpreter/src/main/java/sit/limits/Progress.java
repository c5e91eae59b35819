package sit.limits;

/** How far some work has come, told by the one that does it and read by one that waits for it. */
public final class Progress {
  private volatile String what = "";
  private volatile long done;
  private volatile long total;

  /**
   * Work begins.
   *
   * @param steps how many it has; zero where nobody knows
   */
  public void begin(long steps) {
    done = 0;
    total = steps;
    what = "";
  }

  /** Says what is being done, in few words. */
  public void at(String now) {
    what = now;
  }

  /** Another step is done. */
  public void step() {
    done = done + 1;
  }

  /** What is being done; may be empty. */
  public String what() {
    return what;
  }

  public long done() {
    return done;
  }

  /** How many steps there are; zero where nobody knows. */
  public long total() {
    return total;
  }
}
