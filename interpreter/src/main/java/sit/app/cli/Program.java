package sit.app.cli;

import java.io.PrintStream;
import sit.app.Streams;
import sit.limits.LimitReached;
import sit.source.Diagnostic;
import sit.source.ReportedError;

/** One run of the program, from its arguments to its exit status. */
public final class Program {
  static final int DONE = 0;
  static final int UNREADABLE = 3;
  static final int LIMIT = 4;
  static final int INTERNAL_ERROR = 70;
  static final int CANCELLED = 130;
  static final int BROKEN_PIPE = 141;

  private Program() {}

  /** Does what the arguments ask for and gives back the exit status. Throws nothing. */
  public static int run(String[] arguments, Streams streams) {
    boolean json = false;
    int status;
    try {
      json = wantsJson(arguments);
      status = Commands.run(ArgumentParser.parse(arguments), streams);
    } catch (UsageError e) {
      status = UNREADABLE;
      report(Report.about("", "usage", e.getMessage(), ""), json, streams);
    } catch (ReportedError e) {
      status = UNREADABLE;
      report(e.diagnostic(), json, streams);
    } catch (LimitReached e) {
      status = e.limit() == LimitReached.Cause.CANCELLED ? CANCELLED : LIMIT;
      report(
          Report.about("", "limit", e.getMessage(), "--time and --memory set the limits"),
          json,
          streams);
    } catch (StackOverflowError e) {
      status = UNREADABLE;
      report(Report.about("", "too-deep", "the input nests too deeply", ""), json, streams);
    } catch (OutOfMemoryError e) {
      status = LIMIT;
      report(Report.about("", "out-of-memory", "the memory is used up", ""), json, streams);
    } catch (RuntimeException | Error e) {
      status = INTERNAL_ERROR;
      report(Report.about("", "internal", internal(e), ""), json, streams);
    }
    streams.err().flush();
    streams.out().flush();
    return streams.out().checkError() ? BROKEN_PIPE : status;
  }

  private static boolean wantsJson(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--format=json")
          || arguments[i].equals("json") && i > 0 && arguments[i - 1].equals("--format")) {
        return true;
      }
    }
    return false;
  }

  private static void report(Diagnostic diagnostic, boolean json, Streams streams) {
    PrintStream err = streams.err();
    streams.out().flush();
    err.println(Report.text(diagnostic));
    if (json) {
      streams.out().println(Report.json(diagnostic));
    }
  }

  /** A bug in one line: what happened and where, so that a report of it is worth something. */
  private static String internal(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return "internal error: "
        + e
        + (trace.length == 0 ? "" : " at " + trace[0])
        + "; please report it together with the input";
  }
}
