package sit.expect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sit.render.TextRenderer;
import sit.session.Answer;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/**
 * What a script expects of itself. {@code #=> 3/2 bit} after a statement gives its value, several
 * joined by commas, with or without the exact form, or how well a truth value is known; {@code #=>
 * refuted} gives a verdict, {@code #!! code} or {@code #!! code: part of its message} the error of
 * its line. On a line of its own an expectation belongs to the statement above it. A claim or a
 * step of which nothing is said must be proved and, where it gives a reason, follow from it. A
 * comment may follow behind an expected value.
 */
public final class Expectations {
  private static final String VALUE = "#=>";
  private static final String ERROR = "#!!";
  private static final TextRenderer RENDERER = new TextRenderer(false, false);

  private final TreeMap<Integer, String> values = new TreeMap<>();
  private final TreeMap<Integer, String> errors = new TreeMap<>();
  private final Set<Integer> alone = new LinkedHashSet<>();

  private Expectations() {}

  /** The expectations of a text, by line. */
  static Expectations in(String text) {
    Expectations found = new Expectations();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      found.add(number, line, VALUE, found.values);
      found.add(number, line, ERROR, found.errors);
    }
    return found;
  }

  private void add(int number, String line, String mark, Map<Integer, String> to) {
    int at = line.indexOf(mark);
    if (at >= 0) {
      to.put(number, line.substring(at + mark.length()).strip());
      if (line.substring(0, at).isBlank()) {
        alone.add(number);
      }
    }
  }

  /** Whether a text says what it expects anywhere. */
  public static boolean areIn(String text) {
    return text.contains(VALUE) || text.contains(ERROR);
  }

  /**
   * Where what came of a text is not what it expects, a sentence each; results of imported texts
   * are left out.
   */
  public static List<String> unmet(Source source, Answer answer) {
    Expectations expected = in(source.text());
    List<String> unmet = new ArrayList<>();
    TreeMap<Integer, List<Result>> results = new TreeMap<>();
    for (Result result : answer.results()) {
      if (source(result).equals(source)) {
        results.computeIfAbsent(line(result), line -> new ArrayList<>()).add(result);
      }
    }
    expected.values(source.name(), results, unmet);
    expected.errors(source, answer.diagnostics(), unmet);
    return unmet;
  }

  private void values(String name, TreeMap<Integer, List<Result>> results, List<String> unmet) {
    Set<Integer> spoken = new LinkedHashSet<>();
    values.forEach(
        (line, text) -> {
          Integer at =
              alone.contains(line) || !results.containsKey(line) ? results.floorKey(line) : line;
          if (at == null || !spoken.add(at)) {
            unmet.add(name + ":" + line + ": expects `" + text + "` of nothing");
          } else if (!matches(text, results.get(at))) {
            unmet.add(
                name
                    + ":"
                    + at
                    + ": expected `"
                    + text
                    + "`, was `"
                    + join(results.get(at), false)
                    + "`");
          }
        });
    results.forEach(
        (line, found) -> {
          boolean bad =
              found.stream().anyMatch(r -> r instanceof Result.Judged && !word(r).equals("proved"));
          if (bad && !spoken.contains(line)) {
            unmet.add(
                name + ":" + line + ": was `" + join(found, false) + "`, which nothing expects");
          }
        });
  }

  private void errors(Source source, List<Diagnostic> diagnostics, List<String> unmet) {
    TreeMap<Integer, String> left = new TreeMap<>(errors);
    for (Diagnostic diagnostic : diagnostics) {
      int line = diagnostic.source().line(diagnostic.span().start());
      if (!isExpected(diagnostic, left.remove(line))) {
        unmet.add(
            source.name() + ":" + line + ": " + diagnostic.code() + ", " + diagnostic.message());
      }
    }
    left.forEach(
        (line, code) -> unmet.add(source.name() + ":" + line + ": expected the error " + code));
  }

  /** An error is expected by its code, or by its code and a part of its message. */
  private static boolean isExpected(Diagnostic diagnostic, String expected) {
    String code = diagnostic.code();
    return expected != null
        && (expected.equals(code)
            || expected.startsWith(code + ": ")
                && diagnostic.message().contains(expected.substring(code.length() + 2)));
  }

  private static boolean matches(String expected, List<Result> results) {
    int comment = expected.indexOf(" # ");
    String plain = comment < 0 ? expected : expected.substring(0, comment).strip();
    return plain.equals(join(results, false)) || plain.equals(join(results, true));
  }

  /** What came of a line, with or without exact forms. */
  private static String join(List<Result> results, boolean brief) {
    List<String> parts = new ArrayList<>();
    for (Result result : results) {
      String word = word(result);
      word = brief ? plain(word) : word;
      int exact = word.indexOf(" = ");
      parts.add(
          brief && result instanceof Result.Evaluated && exact > 0
              ? word.substring(0, exact)
              : word);
    }
    return String.join(", ", parts);
  }

  /** A truth value without how well it is known. */
  private static String plain(String word) {
    for (String truth : List.of("true", "false")) {
      if (word.startsWith(truth + " (")) {
        return truth;
      }
    }
    return word;
  }

  private static String word(Result result) {
    if (!(result instanceof Result.Judged judged)) {
      // a matrix stands on one line here
      boolean list =
          result instanceof Result.Evaluated evaluated
              && evaluated.value() instanceof sit.value.Value.Items;
      return list
          ? sit.value.ValuePrinter.print(((Result.Evaluated) result).value())
          : RENDERER.value(result);
    }
    Judgement judgement = judged.judgement();
    boolean unjustified = judgement.ruling() == Ruling.PROVED && judgement.isUnjustified();
    return unjustified
        ? "unjustified"
        : judgement.ruling().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Source source(Result result) {
    if (result instanceof Result.Evaluated evaluated) {
      return evaluated.source();
    }
    return result instanceof Result.Shown shown
        ? shown.source()
        : ((Result.Judged) result).judgement().source();
  }

  private static int line(Result result) {
    if (result instanceof Result.Evaluated evaluated) {
      return evaluated.source().line(evaluated.span().start());
    }
    return result instanceof Result.Shown shown
        ? shown.source().line(shown.span().start())
        : ((Result.Judged) result).judgement().line();
  }
}
