package sit.app.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sit.app.InputFiles;
import sit.numeric.samples.Table;
import sit.numeric.samples.UnreadableSamples;
import sit.session.Companion;
import sit.session.Documentation;
import sit.source.ReportedError;
import sit.source.Source;

/**
 * {@code sit doc --theory TABLE.csv FOLDER}: the companion of a theory, made of its items, what
 * stands above them (a file of the same name in Markdown), the library and the examples in a
 * folder. The table stands in a folder of the library.
 */
final class TheoryPage {
  private TheoryPage() {}

  /**
   * Reads all files and makes the page, whose links go out from where the table stands.
   *
   * @throws ReportedError if one cannot be read
   */
  static Companion read(String table, String folder, Documentation library) {
    Path home = Path.of(table).toAbsolutePath().normalize().getParent();
    Source items = InputFiles.read(table, InputStream.nullInputStream());
    int dot = items.name().lastIndexOf('.');
    String head = (dot < 0 ? items.name() : items.name().substring(0, dot)) + ".md";
    List<Source> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder).toAbsolutePath().normalize())) {
      List<Path> scripts = files.filter(f -> f.toString().endsWith(".sit")).sorted().toList();
      for (Path script : scripts) {
        Source read = InputFiles.read(script.toString(), InputStream.nullInputStream());
        String link = home.relativize(script).toString().replace(File.separatorChar, '/');
        examples.add(new Source(link, read.text()));
      }
    } catch (IOException e) {
      throw new ReportedError(
          Report.about("", "no-such-file", "there is no folder `" + folder + "`", ""));
    }
    try {
      return new Companion(
          InputFiles.read(head, InputStream.nullInputStream()).text(),
          Table.read(Path.of(table), Optional.of(true)),
          library,
          "../",
          examples);
    } catch (UnreadableSamples e) {
      throw new ReportedError(Report.about(table, "malformed-table", e.getMessage(), ""));
    }
  }
}
