package sit.numeric.tokens;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.samples.OpenedFile;
import sit.numeric.samples.UnreadableSamples;

/** The tokens of texts, one sequence for each text, numbered in the order in which they are met. */
public final class Corpus {
  private final Tokenizer tokenizer;
  private final Limits limits;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Integer> starts = new ArrayList<>();
  private int[] codes = new int[1 << 12];
  private int size;

  public Corpus(Tokenizer tokenizer, Limits limits) {
    this.tokenizer = tokenizer;
    this.limits = limits;
  }

  /** The tokens of a text follow, as a sequence of their own. */
  public void add(String text) {
    if (size > 0 || starts.isEmpty()) {
      starts.add(size);
    }
    tokenizer.cut(text, this::token);
    if (starts.get(starts.size() - 1) == size && starts.size() > 1) {
      starts.remove(starts.size() - 1);
    }
  }

  private void token(String label) {
    if (size == codes.length) {
      limits.check();
      if (size / 2 > limits.maxCells()) {
        throw LimitReached.memory(
            "a corpus of more than " + size + " tokens", size, limits.maxCells());
      }
      codes = Arrays.copyOf(codes, 2 * size);
    }
    Integer known = numbers.get(label);
    if (known == null) {
      known = numbers.size();
      numbers.put(label, known);
    }
    codes[size++] = known;
  }

  /** What was read, as samples of a process. */
  public Column.Labels column(String name) {
    int[] begun = starts.stream().mapToInt(Integer::intValue).toArray();
    return new Column.Labels(
        name, Arrays.copyOf(codes, size), List.copyOf(numbers.keySet()), begun);
  }

  /**
   * The text files of a path, sorted by name, in whose last part {@code *} and {@code ?} stand for
   * others.
   *
   * @throws UnreadableSamples if there is none
   */
  public static List<Path> files(Path path) {
    String last = path.getFileName().toString();
    if (last.indexOf('*') < 0 && last.indexOf('?') < 0) {
      return List.of(path);
    }
    TreeSet<Path> found = new TreeSet<>();
    Path folder = path.getParent() == null ? Path.of(".") : path.getParent();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, last)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)) {
          found.add(entry);
        }
      }
    } catch (IOException e) {
      throw UnreadableSamples.missing(path.toString());
    }
    if (found.isEmpty()) {
      throw UnreadableSamples.missing(path.toString());
    }
    return List.copyOf(found);
  }

  /** Adds the texts of files, packed or not, as {@link #files} finds them. */
  public void addFiles(Path path) {
    List<Path> files = files(path);
    for (int i = 0; i < files.size(); i++) {
      limits.check();
      limits
          .progress()
          .at("reading " + files.get(i).getFileName() + ", " + (i + 1) + "/" + files.size());
      add(OpenedFile.text(files.get(i)));
    }
  }
}
