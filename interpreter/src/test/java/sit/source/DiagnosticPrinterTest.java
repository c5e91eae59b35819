package sit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A diagnostic fits one screen and points at its place, whatever the line holds. */
class DiagnosticPrinterTest {
  private static String print(String text, int start, int end) {
    Source source = new Source("a.sit", text);
    Span span = new Span(start, end);
    return DiagnosticPrinter.print(new Diagnostic(source, span, "code", "message", "here", "do"));
  }

  @Test
  void pointsAtThePlace() {
    assertThat(print("let x = 1\ncheck H(X, Q)\n", 21, 22))
        .isEqualTo(
            """
            error[code]: message
              ┌─ a.sit:2:12
            2 │ check H(X, Q)
              │            ^ here
              = help: do""");
  }

  @Test
  void aPlaceOverSeveralLinesEndsWithItsFirst() {
    assertThat(print("ab cd\nef", 3, 8)).contains("│    ^^ here\n");
  }

  @Test
  void charactersThatTakeNoColumnAreNotCounted() {
    assertThat(print("X\u0302𝑋 b", 5, 6)).contains("│    ^ here\n");
    assertThat(print("\tb", 1, 2)).contains("1 │  b\n").contains("│  ^ here\n");
    assertThat(print("\u001b[31mb", 5, 6)).doesNotContain("\u001b");
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String printed = print("a".repeat(500_000) + "🙂b" + "c".repeat(500_000), 500_002, 500_003);
    assertThat(printed.lines().map(String::length)).allMatch(length -> length < 130);
    String[] lines = printed.split("\n");
    assertThat(lines[2].codePointAt(lines[2].offsetByCodePoints(0, lines[3].indexOf('^'))))
        .isEqualTo('b');
  }

  @Test
  void thePlaceOfAnEmptyTextIsItsStart() {
    assertThat(print("", 0, 0)).startsWith("error[code]: message\n  ┌─ a.sit:1:1");
  }

  @Test
  void aNameOfAMillionLettersIsCut() {
    Source source = new Source("a.sit", "x");
    String name = "x".repeat(1_000_000);
    Diagnostic diagnostic = new Diagnostic(source, new Span(0, 1), "code", name, "", name);
    assertThat(DiagnosticPrinter.print(diagnostic)).hasSizeLessThan(2500);
  }
}
