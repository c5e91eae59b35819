package sit.numeric.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.samples.OpenedFile;
import sit.numeric.samples.UnreadableSamples;

/**
 * How often each n-gram occurs in texts; none reaches over the end of a text. An n-gram is told by
 * the list of its tokens in JSON, so that counts can be added up elsewhere and written to a file:
 * in each line {@code tokens} and {@code count}.
 */
public final class NgramCounts {
  private final Tokenizer tokenizer;
  private final int order;
  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts of n-grams of so many tokens. */
  public NgramCounts(Tokenizer tokenizer, int order) {
    this.tokenizer = tokenizer;
    this.order = order;
  }

  /** Counts the n-grams of a text. */
  public void add(String text) {
    ArrayDeque<String> window = new ArrayDeque<>();
    tokenizer.cut(
        text,
        token -> {
          window.add(token);
          if (window.size() > order) {
            window.remove();
          }
          if (window.size() == order) {
            counts.merge(key(window), 1L, Long::sum);
          }
        });
  }

  /** Counts the n-grams of the texts in files. */
  public void addFiles(Path path, Limits limits) {
    for (Path file : Corpus.files(path)) {
      limits.check();
      add(OpenedFile.text(file));
    }
  }

  /** The counts, by n-gram. */
  public Map<String, Long> counts() {
    return counts;
  }

  /** What stands for an n-gram. */
  public static String key(Iterable<String> tokens) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.beginArray();
      for (String token : tokens) {
        out.value(token);
      }
      out.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What stands for the n-gram from one place of a sequence to another. */
  public static String key(Column.Labels column, int from, int to) {
    List<String> tokens = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      tokens.add(column.alphabet().get(column.codes()[i]));
    }
    return key(tokens);
  }

  /** The tokens of an n-gram. */
  public static List<String> tokens(String key) {
    List<String> tokens = new ArrayList<>();
    JsonParser.parseString(key).getAsJsonArray().forEach(token -> tokens.add(token.getAsString()));
    return tokens;
  }

  /** Writes counts, a line each. */
  public static void write(Map<String, Long> counts, Path file) {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Map.Entry<String, Long> entry : counts.entrySet()) {
        out.write("{\"tokens\":" + entry.getKey() + ",\"count\":" + entry.getValue() + "}\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads counts from files; those of an n-gram in several lines are added up.
   *
   * @throws UnreadableSamples if a line is none, or n-grams differ in length
   */
  public static Map<String, Long> read(Path path) {
    Map<String, Long> counts = new TreeMap<>();
    int[] order = {-1};
    for (Path file : Corpus.files(path)) {
      List<String> lines = OpenedFile.text(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          add(lines.get(i), i + 1, file, order, counts);
        }
      }
    }
    return counts;
  }

  private static void add(
      String line, int number, Path file, int[] order, Map<String, Long> counts) {
    try {
      JsonObject object = JsonParser.parseString(line).getAsJsonObject();
      JsonArray tokens = object.getAsJsonArray("tokens");
      long count = object.get("count").getAsLong();
      if (order[0] >= 0 && tokens.size() != order[0]) {
        throw UnreadableSamples.lengths(
            file.toString(), number, tokens.size() + " tokens where others have " + order[0]);
      }
      if (tokens.isEmpty() || count < 0) {
        throw UnreadableSamples.malformed(file.toString(), number, "it counts nothing");
      }
      order[0] = tokens.size();
      List<String> labels = new ArrayList<>();
      tokens.forEach(token -> labels.add(token.getAsString()));
      counts.merge(key(labels), count, Long::sum);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | NumberFormatException
        | NullPointerException e) {
      throw UnreadableSamples.malformed(
          file.toString(), number, "it is no object with tokens and a count");
    }
  }
}
