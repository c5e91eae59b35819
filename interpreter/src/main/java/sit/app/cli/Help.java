package sit.app.cli;

/** What {@code sit help} and {@code sit version} print. */
final class Help {
  private Help() {}

  static String version() {
    String version = Help.class.getPackage().getImplementationVersion();
    return "sit " + (version == null ? "(not packaged)" : version);
  }

  static String text() {
    StringBuilder out = new StringBuilder(2000);
    out.append(
        "sit: write information theory as a paper writes it; evaluate, expand or check it\n\n");
    line(out, "sit [FILE]", "no file: a session; a file: the same as `sit run FILE`");
    for (Command command : Command.values()) {
      if (command != Command.SESSION) {
        String operands = command.operands().isEmpty() ? "" : " " + command.operands();
        line(out, "sit " + command.word() + operands, command.purpose());
      }
    }
    out.append("\nA file called - is standard input. Options:\n");
    line(out, "--format text|json|latex|html", "how answers are printed");
    line(out, "--unit bits|nats", "the unit of information");
    line(out, "--time SECONDS", "the time each claim or value may take");
    line(out, "--memory MB", "the largest table");
    line(out, "--seed N", "where randomness starts");
    line(out, "--show STAGE", "prints a stage: syntax, typed, term, normal, certificate");
    line(out, "--out FILE.svg|FILE.png", "saves the last plot (run, eval)");
    line(out, "--standalone", "with --format latex: a document that compiles by itself");
    line(out, "--quiet", "only what was asked for, no notes");
    line(out, "--no-color", "plain text (so is the environment variable NO_COLOR)");
    out.append(
        "\nExit status of check: 0 all proved, 1 something refuted or a step that does not follow\n");
    out.append(
        "from its reason, 2 something open, 3 input that cannot be read. Of the others: 0, 3, or\n");
    out.append("4 where a limit stopped the work.");
    return out.toString();
  }

  private static void line(StringBuilder out, String typed, String purpose) {
    out.append("  ").append(typed);
    if (typed.length() > 30) {
      out.append('\n').append(" ".repeat(34));
    } else {
      out.append(" ".repeat(32 - typed.length()));
    }
    out.append(purpose).append('\n');
  }
}
