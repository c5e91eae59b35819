package sit.app.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import sit.app.Streams;
import sit.syntax.Parser;

/** Where the program starts. */
public final class Main {
  /** Deeply nested input is walked by recursion; the memory is only reserved until it is used. */
  private static final long STACK = 512L << 20;

  /** How long an interrupted run may take to close what it was printing. */
  private static final long GRACE_MILLISECONDS = 500;

  private Main() {}

  public static void main(String[] arguments) {
    AtomicBoolean cancelled = new AtomicBoolean();
    int[] status = {Program.INTERNAL_ERROR};
    Runnable work = () -> status[0] = Program.run(arguments, Streams.standard(), cancelled);
    Thread worker = new Thread(null, work, "sit", STACK);
    // an interrupt starts the shutdown, which waits for this and ends with status 130
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(worker, cancelled)));
    worker.start();
    Parser.prepare();
    join(worker, 0);
    System.exit(status[0]);
  }

  private static void cancel(Thread worker, AtomicBoolean cancelled) {
    if (worker.isAlive()) {
      cancelled.set(true);
      join(worker, GRACE_MILLISECONDS);
    }
  }

  private static void join(Thread worker, long milliseconds) {
    try {
      worker.join(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
