package sit.app.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import sit.source.Diagnostic;
import sit.source.DiagnosticPrinter;
import sit.source.Source;
import sit.source.Span;

/** Diagnostics as they leave the program: for people on standard error, for programs as JSON. */
final class Report {
  private Report() {}

  /** A diagnostic about a whole file, or about none. */
  static Diagnostic about(String name, String code, String message, String help) {
    return new Diagnostic(new Source(name, ""), Span.NONE, code, message, "", help);
  }

  /** What a person reads. */
  static String text(Diagnostic diagnostic) {
    if (diagnostic.source().name().isEmpty()) {
      String help = diagnostic.help().isEmpty() ? "" : "; " + diagnostic.help();
      return "error[" + diagnostic.code() + "]: " + diagnostic.message() + help;
    }
    return DiagnosticPrinter.print(diagnostic);
  }

  /** The fields of the {@code error} of commands.md. */
  static void write(JsonWriter out, Diagnostic diagnostic) throws IOException {
    out.beginObject();
    out.name("code").value(diagnostic.code());
    out.name("message").value(diagnostic.message());
    Source source = diagnostic.source();
    if (!source.name().isEmpty()) {
      out.name("file").value(source.name());
      out.name("line").value(source.line(diagnostic.span().start()));
      out.name("column").value(source.column(diagnostic.span().start()));
    }
    if (!diagnostic.help().isEmpty()) {
      out.name("help").value(diagnostic.help());
    }
    out.endObject();
  }

  /** A whole answer that is only an error. */
  static String json(Diagnostic diagnostic) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.beginObject();
      out.name("version").value(1);
      out.name("error");
      write(out, diagnostic);
      out.endObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
