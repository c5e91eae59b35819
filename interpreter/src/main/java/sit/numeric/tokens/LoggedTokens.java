package sit.numeric.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.samples.OpenedFile;
import sit.numeric.samples.UnreadableSamples;

/**
 * What a language model logged while it wrote or read: in each line of a file the {@code tokens} of
 * a sequence, the natural {@code logprobs} of these tokens, and where the model gave them the
 * likeliest tokens of each place with theirs, {@code top_logprobs}.
 *
 * @param column the tokens
 * @param losses minus the logarithm of the probability of each token
 * @param entropyLower for each token the least entropy that the model's law of it can have, given
 *     what was logged; empty where no laws were logged
 * @param entropyUpper the greatest, with the rest spread over the whole vocabulary
 */
public record LoggedTokens(
    Column.Labels column, double[] losses, double[] entropyLower, double[] entropyUpper) {

  /**
   * Reads a file.
   *
   * @param vocabulary how many tokens the model knows; it bounds the entropy of what was not logged
   */
  public static LoggedTokens read(Path file, String name, double vocabulary, Limits limits) {
    return new Reader(file, vocabulary, limits).read(name);
  }

  /** What was logged of one sequence, of which only the logarithms are known. */
  public static LoggedTokens of(String name, double[] logprobs) {
    double[] losses = new double[logprobs.length];
    java.util.Arrays.setAll(losses, i -> -logprobs[i]);
    Column.Labels column = new Column.Labels(name, new int[losses.length], List.of("?"));
    return new LoggedTokens(column, losses, new double[0], new double[0]);
  }

  /** Whether laws were logged and not only the tokens that came. */
  public boolean hasLaws() {
    return entropyLower.length > 0;
  }

  /** Reads the lines of one file. */
  private static final class Reader {
    private final Path file;
    private final double vocabulary;
    private final Limits limits;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> codes = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<double[]> entropies = new ArrayList<>();

    Reader(Path file, double vocabulary, Limits limits) {
      this.file = file;
      this.vocabulary = vocabulary;
      this.limits = limits;
    }

    LoggedTokens read(String name) {
      List<String> lines = OpenedFile.text(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        limits.check();
        if (!lines.get(i).isBlank()) {
          line(lines.get(i), i + 1);
        }
      }
      if (codes.isEmpty()) {
        throw malformed(lines.size(), "it holds no tokens");
      }
      boolean laws = entropies.size() == codes.size();
      Column.Labels column =
          new Column.Labels(
              name,
              codes.stream().mapToInt(Integer::intValue).toArray(),
              List.copyOf(numbers.keySet()),
              starts.stream().mapToInt(Integer::intValue).toArray());
      return new LoggedTokens(
          column,
          losses.stream().mapToDouble(Double::doubleValue).toArray(),
          laws ? entropies.stream().mapToDouble(e -> e[0]).toArray() : new double[0],
          laws ? entropies.stream().mapToDouble(e -> e[1]).toArray() : new double[0]);
    }

    private UnreadableSamples malformed(long line, String what) {
      return UnreadableSamples.malformed(file.toString(), line, what);
    }

    private void line(String text, int line) {
      try {
        JsonObject object = JsonParser.parseString(text).getAsJsonObject();
        JsonArray tokens = object.getAsJsonArray("tokens");
        JsonArray logprobs = object.getAsJsonArray("logprobs");
        if (tokens == null || logprobs == null) {
          throw malformed(line, "it has no `tokens` and `logprobs`");
        }
        if (tokens.size() != logprobs.size()) {
          throw UnreadableSamples.lengths(
              file.toString(), line, tokens.size() + " tokens, " + logprobs.size() + " logprobs");
        }
        starts.add(codes.size());
        for (int i = 0; i < tokens.size(); i++) {
          codes.add(numbers.computeIfAbsent(label(tokens.get(i)), key -> numbers.size()));
          losses.add(-logarithm(logprobs.get(i), line));
        }
        if (tokens.isEmpty()) {
          starts.remove(starts.size() - 1);
        }
        JsonArray laws = object.getAsJsonArray("top_logprobs");
        for (int i = 0; laws != null && i < laws.size(); i++) {
          entropies.add(entropy(laws.get(i).getAsJsonObject(), line));
        }
      } catch (JsonParseException
          | IllegalStateException
          | ClassCastException
          | UnsupportedOperationException
          | NumberFormatException e) {
        throw malformed(line, "it is no object with lists of tokens and numbers");
      }
    }

    private static String label(JsonElement token) {
      return token.isJsonPrimitive() ? token.getAsString() : token.toString();
    }

    private double logarithm(JsonElement logprob, int line) {
      double value = logprob.getAsDouble();
      if (Double.isNaN(value) || value > 1e-6) {
        throw malformed(line, "`" + logprob + "` is no logarithm of a probability");
      }
      return Math.min(value, 0);
    }

    /** The least and the greatest entropy of a law of which some probabilities are known. */
    private double[] entropy(JsonObject known, int line) {
      double mass = 0;
      double sum = 0;
      for (String token : known.keySet()) {
        double log = logarithm(known.get(token), line);
        mass += Math.exp(log);
        sum -= log == Double.NEGATIVE_INFINITY ? 0 : Math.exp(log) * log;
      }
      if (mass > 1 + 1e-4) {
        throw malformed(line, "the probabilities of `top_logprobs` add up to " + (float) mass);
      }
      double rest = Math.max(0, 1 - mass);
      if (rest < 1e-9) {
        return new double[] {sum, sum};
      }
      double least = sum - rest * Math.log(rest);
      return new double[] {least, least + rest * Math.log(Math.max(1, vocabulary - known.size()))};
    }
  }
}
