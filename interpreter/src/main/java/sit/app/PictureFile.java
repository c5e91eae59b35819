package sit.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import sit.render.Pictures;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.value.Plot;

/** Saves plots in the files that a person names. */
public final class PictureFile {
  private PictureFile() {}

  /**
   * Draws a plot into a file, which it replaces; the kind of picture is that of the name's end.
   *
   * @throws ReportedError if the name ends neither in {@code .svg} nor in {@code .png}, or the file
   *     cannot be written
   */
  public static void save(Plot plot, String name) {
    require(name);
    boolean svg = name.toLowerCase(Locale.ROOT).endsWith(".svg");
    byte[] bytes = svg ? Pictures.svg(plot).getBytes(StandardCharsets.UTF_8) : Pictures.png(plot);
    try {
      Files.write(Path.of(name), bytes);
    } catch (IOException | InvalidPathException e) {
      throw error(name, "picture-file", "`" + name + "` cannot be written", "name another file");
    }
  }

  /** Throws where a picture of that name could not be drawn. */
  public static void require(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".svg") && !lower.endsWith(".png")) {
      String message = "`" + name + "` names no kind of picture";
      throw error(name, "picture-kind", message, "end the name in .svg or .png");
    }
  }

  /** There was no plot to save. */
  public static ReportedError nothing(String name) {
    String message = "there is no plot to be saved";
    return error(name, "no-plot", message, "draw one first: plot h2(p) for p in 0..1");
  }

  private static ReportedError error(String name, String code, String message, String help) {
    return new ReportedError(
        new Diagnostic(new Source(name, ""), Span.NONE, code, message, "", help));
  }
}
