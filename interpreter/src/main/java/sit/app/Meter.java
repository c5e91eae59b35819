package sit.app;

import java.io.PrintStream;
import java.util.Locale;
import sit.limits.Progress;

/** Shows a person who waits for more than a second how far the work has come, on one line. */
public final class Meter implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long EVERY_MILLIS = 200;
  private static final int BAR = 10;
  private static final int WIDEST = 48;
  private static final String WORKING = "at work; Ctrl-C stops it";
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean cursor;
  private final Progress progress;
  private final long start = System.nanoTime();
  private Thread thread;
  private boolean shown;
  private boolean closed;

  private Meter(PrintStream err, boolean cursor, Progress progress) {
    this.err = err;
    this.cursor = cursor;
    this.progress = progress;
  }

  /** A meter that runs until it is closed; where no person sits there it shows nothing. */
  public static Meter start(Streams streams, Progress progress) {
    Meter meter = new Meter(streams.err(), streams.cursor(), progress);
    if (streams.terminal()) {
      meter.thread = new Thread(meter::watch, "meter");
      meter.thread.setDaemon(true);
      meter.thread.start();
    }
    return meter;
  }

  private void watch() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
      while (draw()) {
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Draws the line anew; on a terminal that cannot, says once that there is work. */
  private synchronized boolean draw() {
    if (!cursor) {
      if (!closed) {
        err.println(WORKING);
        err.flush();
      }
      return false;
    }
    if (!closed) {
      double seconds = (System.nanoTime() - start) * 1e-9;
      err.print(ERASE + line(seconds, progress.done(), progress.total(), progress.what()));
      err.flush();
      shown = true;
    }
    return !closed;
  }

  /** What is shown: {@code 3.2 s [####------] 12/30 massey.3}. */
  static String line(double seconds, long done, long total, String what) {
    StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%.1f s ", seconds));
    if (total > 1) {
      int full = (int) (BAR * Math.min(done, total) / total);
      out.append('[').append("#".repeat(full)).append("-".repeat(BAR - full)).append("] ");
      out.append(done).append('/').append(total).append(' ').append(what);
    } else {
      out.append(WORKING);
    }
    return out.length() <= WIDEST ? out.toString() : out.substring(0, WIDEST);
  }

  /** Prints something in the place of the line, which comes back below it. */
  public synchronized void print(Runnable printing) {
    clear();
    printing.run();
  }

  private void clear() {
    if (shown) {
      err.print(ERASE);
      err.flush();
      shown = false;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      clear();
    }
    if (thread != null) {
      thread.interrupt();
    }
  }
}
