package sit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository as the tests see them: sources only, nothing that was built. */
public final class Tree {
  private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".idea", ".vscode");

  private Tree() {}

  /** The folder that holds {@code grammar} and {@code interpreter}. */
  public static Path top() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("grammar"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Every source file below {@code folder} whose name ends in {@code suffix}, in order. */
  public static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted()
          .filter(entry -> !NOT_SOURCES.contains(entry.getFileName().toString()))
          .flatMap(
              entry ->
                  Files.isDirectory(entry)
                      ? files(entry, suffix).stream()
                      : Stream.of(entry).filter(file -> file.toString().endsWith(suffix)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's text; bytes that are no UTF-8 become replacement characters. */
  public static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many lines a file has. */
  public static int lines(Path file) {
    return (int) text(file).lines().count();
  }
}
