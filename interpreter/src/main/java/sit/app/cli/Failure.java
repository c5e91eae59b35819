package sit.app.cli;

import sit.limits.LimitReached;
import sit.source.Diagnostic;
import sit.source.ReportedError;

/**
 * What is said of work that broke off, and the exit status it ends with.
 *
 * @param status of {@code check} it is another one where a limit was reached
 */
record Failure(Diagnostic diagnostic, int status) {
  /**
   * The failure that an exception or an error stands for; one that nobody foresaw is a bug of this
   * program.
   */
  static Failure of(Throwable e) {
    if (e instanceof ReportedError reported) {
      return new Failure(reported.diagnostic(), Program.UNREADABLE);
    } else if (e instanceof UsageError) {
      return new Failure(Report.about("", "usage", e.getMessage(), ""), Program.UNREADABLE);
    } else if (e instanceof LimitReached reached) {
      return reached.limit() == LimitReached.Cause.CANCELLED
          ? new Failure(Report.about("", "cancelled", "cancelled", ""), Program.CANCELLED)
          : new Failure(limit(reached), Program.LIMIT);
    } else if (e instanceof StackOverflowError) {
      return new Failure(
          Report.about("", "too-deep", "the input nests too deeply", ""), Program.UNREADABLE);
    } else if (e instanceof OutOfMemoryError) {
      return new Failure(
          Report.about("", "out-of-memory", "the memory is used up", ""), Program.LIMIT);
    }
    StackTraceElement[] trace = e.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    String help = "please report it together with the input";
    return new Failure(
        Report.about("", "internal", "internal error: " + e + where, help), Program.INTERNAL_ERROR);
  }

  private static Diagnostic limit(LimitReached reached) {
    String help = "--time SECONDS and --memory MB set the limits";
    return Report.about("", "limit", reached.getMessage(), help);
  }
}
