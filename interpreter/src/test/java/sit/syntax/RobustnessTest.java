package sit.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sit.source.Diagnostic;
import sit.source.DiagnosticPrinter;
import sit.source.Source;

/**
 * Any text at all is read without an exception and soon, and what cannot be read is reported well.
 */
class RobustnessTest {
  private static final int DEEP = 10_000;
  private static final int LONG = 30_000;

  /**
   * Generous, because other tests may run at the same time: all of these take a fraction of a
   * second.
   */
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Tokens and what is none; a bullet stands for a newline. */
  private static final String[] WORDS =
      ("let rv process param assume define holds expand simplify latex tree check derivation lemma"
              + " rule axiom import unit given claim by to using in over indep sum min max if then"
              + " else and or not xor mod true false X Y n H I E P ... .. -- -> || | ~ := == != <="
              + " >= < > = + - * / ^ , : ; ( ) [ ] { } ( ) 1 0.5 \"a\" • • • #c• ##d• → ∑ α $ \"")
          .replace('•', '\n')
          .split(" ");

  /** Reads a text and checks all that must hold whatever it says. */
  private static Program read(String text) {
    return assertTimeoutPreemptively(SOON, () -> checked(text));
  }

  private static Program checked(String text) {
    Source source = new Source("any.sit", text);
    Program program = Parser.parse(source);
    assertThat(program.diagnostics().size()).isLessThanOrEqualTo(Parser.MOST_DIAGNOSTICS);
    for (Diagnostic diagnostic : program.diagnostics()) {
      assertThat(diagnostic.span().start()).isBetween(0, text.length());
      assertThat(diagnostic.span().end()).isBetween(diagnostic.span().start(), text.length());
      assertThat(DiagnosticPrinter.print(diagnostic).lines().count()).isBetween(2L, 6L);
    }
    if (program.diagnostics().isEmpty() && text.length() < 10_000) {
      String formatted = Formatter.format(source).text();
      Formatter.Formatted again = Formatter.format(new Source("again.sit", formatted));
      assertThat(again.text()).isEqualTo(formatted);
    }
    return program;
  }

  private static String code(Program program) {
    assertThat(program.diagnostics()).hasSize(1);
    return program.diagnostics().get(0).code();
  }

  @Test
  void survivesRandomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      checked(new String(bytes, StandardCharsets.ISO_8859_1));
      checked(new String(bytes, StandardCharsets.UTF_8).replace("\0", ""));
      checked(new String(bytes, StandardCharsets.UTF_16));
    }
  }

  @Test
  void survivesRandomTokens() {
    Random random = new Random(2);
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(WORDS[random.nextInt(WORDS.length)]);
        text.append(random.nextInt(4) == 0 ? "" : " ");
      }
      checked(text.toString());
    }
  }

  @Test
  void survivesTextsThatStopAnywhere() {
    for (Source source : Corpus.golden("syntax")) {
      for (int i = 0; i < source.text().length(); i++) {
        Source cut = new Source("cut.sit", source.text().substring(0, i));
        assertThat(Parser.parse(cut).diagnostics().size()).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void survivesTextsWithOneTokenChanged() {
    Random random = new Random(3);
    for (Source source : Corpus.golden("syntax")) {
      String text = source.text();
      for (int i = 0; i < 80; i++) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(3));
        String word = random.nextBoolean() ? "" : WORDS[random.nextInt(WORDS.length)];
        checked(text.substring(0, at) + word + text.substring(end));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "f(",
        "max(",
        "max (",
        "x[",
        "-(",
        "not (",
        "if (",
        "I(X;",
        "{0:",
        "2(",
        "x^(",
        "(1+",
        "{(",
        "[{(",
        "E[x|",
        "check (",
        "assume X -- (",
        "rv X[",
        "rv (",
        "rv X ~ (",
        "tree (",
        "P(X = ",
        "sum[t = ",
        "lemma a { claim (",
        "given ("
      })
  void deepNestingHasAClearErrorAndIsQuick(String open) {
    Program program = read(open.repeat(DEEP));
    assertThat(program.diagnostics()).hasSizeBetween(1, 2);
    assertThat(program.diagnostics().get(0).code()).isIn("too-deep", "too-long", "never-closed");
    assertThat(program.statements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{"})
  void theDeepestBracketIsPointedAt(String open) {
    Program program = read("let x = " + open.repeat(DEEP));
    assertThat(code(program)).isEqualTo("too-deep");
    assertThat(program.diagnostics().get(0).span().start()).isEqualTo(8 + Segments.DEEPEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "( ! )",
        "[ ! ]",
        "{ ! }",
        "f( ! )",
        "max( ! )",
        "x[ ! ]",
        "-( ! )",
        "I(X;( ! ))",
        "{0: ! }",
        "2( ! )",
        "x^( ! )",
        "(1+ ! )",
        "E[x| ! ]",
        "min (! ) over p(X)",
        "if (! ) == 1 then 2 else 3 + 0*(1)",
        "(x, ! , y)",
        "[x, ! , y]",
        "f(x; ! | y -> z)"
      })
  void nestingWithinTheLimitIsReadQuickly(String open, String close) {
    int depth = (Segments.DEEPEST - 2) / (open.length() - open.replaceAll("[(\\[{]", "").length());
    String middle = open.repeat(depth) + "1" + close.repeat(depth);
    for (String place :
        List.of("%s", "let x = %s", "check %s >= 0", "assume X -- %s indep", "a, %s")) {
      Program program = read(place.replace("%s", middle).replace(" indep", ""));
      assertThat(program.diagnostics()).as(place).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- ",
        "-",
        "^",
        "2^",
        "not ",
        "1+",
        "1 + ",
        "a and ",
        "a/",
        "a..",
        "a xor ",
        "if x then ",
        "sum[i = 1..2] ",
        "max ",
        "= ",
        "a = ",
        ", ",
        "x, ",
        "; ",
        "x; ",
        "\n",
        "f ",
        "1 ",
        "a -- ",
        "| ",
        "let ",
        "by ",
        "given ",
        ")",
        "]}",
        "'",
        "\"",
        "\\",
        "é",
        "𝑋",
        "🙂",
        "##\n",
        "# x\n",
        "\uFEFF",
        "x\n",
        "if a then b else ",
        "a == ",
        "a <= ",
        "lemma a {}\n",
        "rv X, ",
        "\r",
        "\u2028"
      })
  void manyInARowAreQuick(String piece) {
    read(piece.repeat(LONG));
    read(piece.repeat(400) + "x");
    read("let y = " + piece.repeat(400) + "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- ", "^", "not ", "1+"})
  void tooManyOperatorsHaveAClearError(String piece) {
    assertThat(code(read("let x = " + piece.repeat(LONG) + "1"))).isEqualTo("too-long");
  }

  @Test
  void aSignInEachOfManyBracketsCountsAsOne() {
    assertThat(code(read(("(" + "- ".repeat(400)).repeat(150) + "1"))).isEqualTo("too-long");
  }

  @Test
  void longLinesAreRead() {
    int size = 1_000_000;
    assertThat(read("a".repeat(size)).statements()).hasSize(1);
    assertThat(read("1".repeat(size)).statements()).hasSize(1);
    assertThat(read("\"" + "a".repeat(size) + "\"").statements()).hasSize(1);
    assertThat(code(read("(" + " ".repeat(size)))).isEqualTo("never-closed");
    assertThat(code(read("\"" + "a".repeat(size)))).isEqualTo("text");
    assertThat(read("x" + "\n".repeat(size) + "== 3").statements()).hasSize(1);
    assertThat(read("[" + "1, ".repeat(size / 30) + "1]").statements()).hasSize(1);
    assertThat(read("assume " + "X -- Y, ".repeat(size / 80) + "X -- Y").statements()).hasSize(1);
    assertThat(read("1e" + "9".repeat(1000)).statements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "   ",
        "\r\n\r\n",
        "# only\n# comments",
        "## doc",
        "\uFEFF",
        ";",
        ";;\n;"
      })
  void aTextThatSaysNothingIsNoError(String text) {
    Program program = read(text);
    assertThat(program.statements()).isEmpty();
    assertThat(program.diagnostics()).isEmpty();
    assertThat(program.incomplete()).isFalse();
  }

  @Test
  void anErrorHidesNothingOfTheOtherStatements() {
    Program program =
        read("let a = 1\nlet b = (2\nlet c = 3\nlet d = ]\nlet e = $\nlet f = 4 5\nlet g = 5");
    assertThat(program.statements())
        .extracting(statement -> ((Statement.Let) statement).name())
        .containsExactly("a", "c", "g");
    assertThat(program.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("never-closed", "nothing-to-close", "character", "syntax");
  }

  @Test
  void aMissingBraceIsOneErrorAtItsOpening() {
    String derivation =
        "derivation %s {\n  claim H(X) <= H(X, Y)\n  H(X)\n    <= H(X, Y)  by r\n}\n";
    String first = derivation.replace("%s", "first");
    String broken = derivation.replace("%s", "second").replace("}\n", "\n");
    Program program = read(first + broken + derivation.replace("%s", "third"));
    assertThat(code(program)).isEqualTo("never-closed");
    int brace = first.length() + "derivation second ".length();
    assertThat(program.diagnostics().get(0).span().start()).isEqualTo(brace);
    assertThat(program.diagnostics().get(0).span().end()).isEqualTo(brace + 1);
    assertThat(program.statements()).hasSize(2);
  }
}
