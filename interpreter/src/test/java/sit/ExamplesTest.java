package sit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sit.check.Checker;
import sit.eval.Purpose;
import sit.expect.Expectations;
import sit.proof.Proof;
import sit.render.CertificateJson;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;
import sit.value.Arithmetic;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Result;

/**
 * Every example does what it says of itself; its proofs can be checked again and its
 * counterexamples be pasted back.
 */
class ExamplesTest {
  private static final Path EXAMPLES = Tree.top().resolve("examples");
  private static final Pattern DEFINITION = Pattern.compile("(?:let|define|density) (\\w+)(?=.*=)");

  private static final Pattern NEEDED = Pattern.compile("(?m)^# Needs: (.*)$");

  @TestFactory
  Stream<DynamicTest> examples() {
    return Tree.files(EXAMPLES, ".sit").stream()
        .map(
            file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> run(file)));
  }

  @Test
  void thereAreExamplesOfEverythingPromised() {
    List<String> names =
        Tree.files(EXAMPLES, ".sit").stream().map(f -> EXAMPLES.relativize(f).toString()).toList();
    assertThat(names)
        .contains("massey.sit", "massey_wrong.sit", "bsc.sit", "feedback_converse.sit");
    List<Integer> derivations =
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 28, 29, 35, 39, 42);
    for (int i : derivations) {
      String start = "derivations/d" + (i < 10 ? "0" : "") + i + "_";
      assertThat(names).anyMatch(name -> name.startsWith(start));
    }
    for (String id : List.of("01", "02", "03", "04", "05", "10", "12", "14", "15", "16", "17")) {
      assertThat(names).anyMatch(name -> name.startsWith("derivations/w" + id + "_"));
    }
  }

  @Test
  void everyExampleSaysWhatItIsAboutAndWhereItIsFrom() {
    for (Path file : Tree.files(EXAMPLES, ".sit")) {
      assertThat(Tree.text(file)).as(file.toString()).startsWith("# ").contains("# Source: ");
    }
  }

  private static void run(Path file) {
    Source source = new Source(file.toString(), Tree.text(file));
    requireFiles(source.text());
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.RUN);
    assertThat(Expectations.unmet(source, answer)).isEmpty();
    assertThat(answer.results()).isNotEmpty();
    for (Result result : answer.results()) {
      if (result instanceof Result.Judged judged && judged.judgement().source().equals(source)) {
        judged.judgement().certificate().ifPresent(ExamplesTest::survivesWriting);
        boolean discrete =
            judged.judgement().refuting().filter(r -> r.law().isPresent()).isPresent();
        if (discrete) { // Gaussian laws are tried by the checker; they cannot be typed back yet
          pasteBack(judged.judgement());
        }
      }
    }
  }

  /** An example that reads files of other packages, {@code # Needs: FILE (PACKAGE), ...}. */
  private static void requireFiles(String text) {
    Matcher needs = NEEDED.matcher(text);
    while (needs.find()) {
      Matcher file = Pattern.compile("(/\\S+) \\((\\S+)\\)").matcher(needs.group(1));
      while (file.find()) {
        assumeThat(Path.of(file.group(1)))
            .as("not carried out: " + file.group(1) + " is missing, install " + file.group(2))
            .exists();
      }
    }
  }

  private static void survivesWriting(Proof proof) {
    Proof read = CertificateJson.read(CertificateJson.write(proof));
    assertThat(Checker.objection(read)).isEmpty();
    assertThat(read.claim()).isEqualTo(proof.claim());
  }

  /**
   * The printed law and both sides, typed into a new session, show that the relation fails, and by
   * how much.
   */
  private static void pasteBack(Judgement judgement) {
    Judgement.Refuting refuting = judgement.refuting().orElseThrow();
    List<String> lines = new ArrayList<>(refuting.lines());
    if (judgement.source().text().contains("\nunit nats\n")) {
      lines.add(0, "unit nats");
    }
    lines.addAll(names(judgement));
    // where a statement speaks of several times, all of them are that time
    refuting
        .horizon()
        .ifPresent(n -> List.of("n", "s", "t").forEach(at -> lines.add("let " + at + " = " + n)));
    int at = outside(judgement.statement(), " " + judgement.relation() + " ");
    lines.add(judgement.statement().substring(0, at));
    lines.add(judgement.statement().substring(at + judgement.relation().length() + 2));
    Source source = new Source("pasted.sit", String.join("\n", lines) + "\n");
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.RUN);
    assertThat(answer.diagnostics()).as(source.text()).isEmpty();
    assertThat(answer.results()).as(source.text()).hasSize(2);
    Quantity left = quantity(answer.results().get(0), source);
    Quantity right = quantity(answer.results().get(1), source);
    int sign = Arithmetic.compare(left, right).orElse(0);
    boolean holds =
        switch (judgement.relation()) {
          case "<=" -> sign <= 0;
          case ">=" -> sign >= 0;
          default -> sign == 0;
        };
    assertThat(holds).as(source.text()).isFalse();
    assertThat(judgement.ruling()).isEqualTo(Ruling.REFUTED);
    // an exponential of a logarithm is no exact number
    boolean exact = !source.text().contains("exp(");
    for (Quantity side : List.of(left, right)) {
      String printed = side == left ? refuting.left() : refuting.right();
      side.exact().ifPresent(value -> assertThat(value.toString()).isEqualTo(printed));
      assertThat(side.exact().isPresent() || !exact).as(source.text()).isTrue();
    }
  }

  private static Quantity quantity(Result result, Source source) {
    assertThat(result).as(source.text()).isInstanceOf(Result.Evaluated.class);
    assertThat(((Result.Evaluated) result).value()).as(source.text()).isInstanceOf(Quantity.class);
    return (Quantity) ((Result.Evaluated) result).value();
  }

  /**
   * The lines above a judgement that define a name it speaks of: the last of a name counts, as in
   * the text.
   */
  private static List<String> names(Judgement judgement) {
    List<String> found = new ArrayList<>();
    String text = judgement.source().text();
    int start = judgement.span().start();
    boolean whole = judgement.kind() == Judgement.Kind.DERIVATION;
    String above = text.substring(0, whole ? text.indexOf("\n}", start) : start);
    for (String line : above.split("\n")) {
      String bare = line.strip().replaceFirst("^given (?=density )", "");
      Matcher definition = DEFINITION.matcher(bare);
      if (definition.lookingAt() && speaksOf(judgement.statement(), definition.group(1))) {
        found.add(bare);
      }
    }
    return found;
  }

  private static boolean speaksOf(String statement, String name) {
    return Pattern.compile("\\b" + name + "\\b").matcher(statement).find();
  }

  /** Where a text stands outside all brackets. */
  private static int outside(String text, String wanted) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth == 0 && text.startsWith(wanted, i)) {
        return i;
      }
    }
    throw new AssertionError("no" + wanted + "in " + text);
  }
}
