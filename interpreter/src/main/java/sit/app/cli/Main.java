package sit.app.cli;

import sit.app.Streams;

/** Where the program starts. */
public final class Main {
  /** Deeply nested input is walked by recursion; the memory is only reserved until it is used. */
  private static final long STACK = 512L << 20;

  private Main() {}

  public static void main(String[] arguments) {
    int[] status = {Program.INTERNAL_ERROR};
    Runnable work = () -> status[0] = Program.run(arguments, Streams.standard());
    Thread thread = new Thread(null, work, "sit", STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      status[0] = Program.INTERNAL_ERROR;
    }
    System.exit(status[0]);
  }
}
