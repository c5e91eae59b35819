package sit.app.cli;

/** A command line that cannot be understood; the message is one line and says what to type. */
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message, null, false, false);
  }
}
