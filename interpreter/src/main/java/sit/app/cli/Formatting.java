package sit.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import sit.app.InputFiles;
import sit.app.Streams;
import sit.source.ReportedError;
import sit.source.Source;
import sit.syntax.Formatter;
import sit.syntax.Style;

/** {@code sit fmt}: files set in canonical layout; standard input goes to standard output. */
final class Formatting {
  private final Request request;
  private final Streams streams;
  private boolean failed;

  Formatting(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
  }

  /**
   * The exit status: whether every file could be read and, if only asked, is in canonical layout.
   */
  int run() {
    for (String file : request.operands()) {
      Source source = InputFiles.read(file, streams.in());
      Formatter.Formatted formatted =
          Formatter.format(source, request.unicode() ? Style.UNICODE : Style.ASCII);
      if (!formatted.diagnostics().isEmpty()) {
        failed = true;
        TextOutput.print(formatted.diagnostics(), streams);
      } else if (file.equals("-") && !request.checkOnly()) {
        streams.out().print(formatted.text());
      } else if (!formatted.text().equals(source.text())) {
        change(file, formatted.text());
      }
    }
    return failed ? Program.UNREADABLE : Program.DONE;
  }

  private void change(String file, String text) {
    if (request.checkOnly()) {
      failed = true;
      streams.out().println(file + " is not in canonical layout");
      return;
    }
    try {
      Files.writeString(Path.of(file), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ReportedError(
          Report.about(file, "unwritable-file", "`" + file + "` cannot be written", ""));
    }
    if (!request.quiet()) {
      streams.out().println("formatted " + file);
    }
  }
}
