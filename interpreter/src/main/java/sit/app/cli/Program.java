package sit.app.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import sit.app.Streams;
import sit.source.Diagnostic;

/** One run of the program, from its arguments to its exit status. */
public final class Program {
  static final int DONE = 0;
  static final int REFUTED = 1;
  static final int OPEN = 2;
  static final int UNREADABLE = 3;
  static final int LIMIT = 4;
  static final int INTERNAL_ERROR = 70;
  static final int CANCELLED = 130;
  static final int BROKEN_PIPE = 141;

  private Program() {}

  /**
   * Does what the arguments ask for and gives back the exit status. Throws nothing.
   *
   * @param cancelled set from outside when the work is to stop
   */
  public static int run(String[] arguments, Streams streams, AtomicBoolean cancelled) {
    int status;
    try {
      status = Commands.run(ArgumentParser.parse(arguments), streams, cancelled);
    } catch (RuntimeException | Error e) {
      Failure failure = Failure.of(e);
      status = failure.status();
      report(failure.diagnostic(), arguments, streams);
    }
    streams.err().flush();
    return streams.out().checkError() ? BROKEN_PIPE : status;
  }

  private static void report(Diagnostic diagnostic, String[] arguments, Streams streams) {
    streams.out().flush();
    streams.err().println(Report.text(diagnostic));
    if (wantsJson(arguments)) {
      streams.out().println(Report.json(diagnostic));
    }
  }

  /** Whether JSON is wanted, also by a command line that cannot be understood. */
  private static boolean wantsJson(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--format=json")
          || arguments[i].equals("json") && i > 0 && arguments[i - 1].equals("--format")) {
        return true;
      }
    }
    return false;
  }
}
