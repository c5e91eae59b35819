package sit.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.typed.Imports;

/** Imports files, named as seen from the text that imports them. */
final class FileImports implements Imports {
  private static final int DEEPEST = 50;

  private int depth;

  @Override
  public Program read(String path, Source from, Span at) {
    String file = path.endsWith(".sit") ? path : path + ".sit";
    try {
      Path folder = Path.of(from.name()).toAbsolutePath().getParent();
      Path found = folder.resolve(file).normalize();
      if (++depth > DEEPEST) {
        throw error(from, at, "`" + path + "` is imported over and over");
      }
      String text = Files.readString(found, StandardCharsets.UTF_8);
      return Parser.parse(new Source(found.toString(), text));
    } catch (IOException | InvalidPathException e) {
      throw error(from, at, "there is no readable file `" + file + "` beside " + from.name());
    }
  }

  void begin() {
    depth = 0;
  }

  private static ReportedError error(Source from, Span at, String message) {
    String help = "a path is seen from the file that imports: import \"laws.sit\"";
    return new ReportedError(new Diagnostic(from, at, "import", message, "", help));
  }
}
