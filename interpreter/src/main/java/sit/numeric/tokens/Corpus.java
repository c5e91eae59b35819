package sit.numeric.tokens;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
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

  /**
   * A corpus without texts.
   *
   * @param bytes whether the tokens are bytes: its alphabet is then that of all bytes
   */
  public Corpus(Tokenizer tokenizer, boolean bytes, Limits limits) {
    this.tokenizer = tokenizer;
    this.limits = limits;
    for (int i = 0; bytes && i < 256; i++) {
      numbers.put(Integer.toString(i), i);
    }
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

  /**
   * Adds the members of the objects in the lines of a file, a corpus for each: those of one line
   * are aligned, token by token.
   *
   * @throws UnreadableSamples if they are not as long as each other
   */
  public static void addFields(List<Corpus> corpora, Path path, List<String> fields) {
    for (Path file : files(path)) {
      List<String> lines = OpenedFile.text(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          addLine(corpora, file, i + 1, lines.get(i), fields);
        }
      }
    }
  }

  private static void addLine(
      List<Corpus> corpora, Path file, int line, String text, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      String member;
      try {
        JsonElement value = JsonParser.parseString(text).getAsJsonObject().get(fields.get(i));
        if (value == null) {
          throw UnreadableSamples.malformed(
              file.toString(), line, "it has no `" + fields.get(i) + "`");
        }
        member = value.getAsString();
      } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
        throw UnreadableSamples.malformed(file.toString(), line, "it is no object of texts");
      }
      corpora.get(i).add(member);
      if (corpora.get(i).size != corpora.get(0).size) {
        throw UnreadableSamples.lengths(
            file.toString(),
            line,
            "`" + fields.get(0) + "` and `" + fields.get(i) + "` have different numbers of tokens");
      }
    }
  }
}
