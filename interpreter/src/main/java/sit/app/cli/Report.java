package sit.app.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import sit.app.json.ResultWriter;
import sit.source.Diagnostic;
import sit.source.DiagnosticPrinter;
import sit.source.Source;
import sit.source.Span;

/** Diagnostics as they leave the program, and those that are about no place in a text. */
final class Report {
  private static final int LONGEST = 400;

  private Report() {}

  /** A diagnostic about a whole file, or about none where {@code name} is empty. */
  static Diagnostic about(String name, String code, String message, String help) {
    return new Diagnostic(new Source(name, ""), Span.NONE, code, message, "", help);
  }

  /** What a person reads; no line of it is longer than a screen can show. */
  static String text(Diagnostic diagnostic) {
    if (!diagnostic.source().name().isEmpty()) {
      return shortened(DiagnosticPrinter.print(diagnostic));
    }
    String help = diagnostic.help().isEmpty() ? "" : "; " + diagnostic.help();
    return shortened("error[" + diagnostic.code() + "]: " + diagnostic.message() + help);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n")) {
      boolean fits = line.length() <= LONGEST;
      out.append(out.isEmpty() ? "" : "\n");
      out.append(fits ? line : line.substring(0, LONGEST) + " …");
    }
    return out.toString();
  }

  /** A whole answer that is only an error. */
  static String json(Diagnostic diagnostic) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.beginObject();
      out.name("version").value(1);
      out.name("error");
      new ResultWriter(out).write(diagnostic);
      out.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
