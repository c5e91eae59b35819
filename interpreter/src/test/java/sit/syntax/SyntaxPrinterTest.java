package sit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sit.source.Source;

/** What is printed reads as the same trees. */
class SyntaxPrinterTest {
  private static String print(List<Statement> statements, Style style) {
    StringBuilder out = new StringBuilder();
    for (Statement statement : statements) {
      out.append(SyntaxPrinter.print(statement, style));
    }
    return out.toString();
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void readsRandomProgramsBack(Style style) {
    RandomPrograms programs = new RandomPrograms(20);
    for (int i = 0; i < 2000; i++) {
      Statement statement = programs.statement();
      String text = SyntaxPrinter.print(statement, style);
      Program read = Corpus.parse(text);
      assertThat(read.diagnostics()).as(text).isEmpty();
      assertThat(Corpus.tree(read)).as(text).isEqualTo(TreePrinter.print(List.of(statement)));
    }
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void readsTheProgramsOfTheRepositoryBack(Style style) {
    for (Source source : Corpus.all()) {
      Program program = Parser.parse(source);
      String text = print(program.statements(), style);
      assertThat(Corpus.tree(Corpus.parse(text))).as(text).isEqualTo(Corpus.tree(program));
    }
  }

  @Test
  void printsOneStatementAfterAnotherAsOneProgram() {
    RandomPrograms programs = new RandomPrograms(21);
    for (int i = 0; i < 300; i++) {
      List<Statement> all = List.of(programs.statement(), programs.statement());
      String text = print(all, Style.ASCII);
      assertThat(Corpus.tree(Corpus.parse(text))).as(text).isEqualTo(TreePrinter.print(all));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "((a) + (b)) - (c) ! a + b - c",
        "a + (b - c) ! a + (b - c)",
        "(2 * (sum[t=1..n] (x[t]))) + 1 ! 2*sum[t = 1..n] x[t] + 1",
        "(sum[t=1..n] x) * y ! (sum[t = 1..n] x)*y",
        "(-a) * b ! -a*b",
        "-(a * b) ! -(a*b)",
        "(-a)^2 ! (-a)^2",
        "2^(3^(-x)) ! 2^3^-x",
        "(2^3)^2 ! (2^3)^2",
        "X^(t-1) ! X^(t-1)",
        "X^(t - s) ! X^(t-s)",
        "X[(t+1)..n] ! X[t+1..n]",
        "E[X+1] ! E[X + 1]",
        "E[X+Y|Z=1] ! E[X + Y | Z = 1]",
        "1/2 H(X) ! 1/2*H(X)",
        "(not (a == b)) and c ! not a == b and c",
        "not (a and b) ! not (a and b)",
        "(if a then b else c) + d ! (if a then b else c) + d",
        "(max (f(x)) over p(X)) + 1 ! (max f(x) over p(X)) + 1",
        "I(X;(Y,Z)|W) ! I(X; (Y, Z) | W)",
        "I(X→Y∥Z) ! I(X -> Y || Z)",
        "- (-x) ! - -x"
      })
  void usesTheFewestParentheses(String typed, String printed) {
    Statement.Evaluate read = (Statement.Evaluate) Corpus.parse(typed).statements().get(0);
    assertThat(SyntaxPrinter.print(read.expressions().get(0))).isEqualTo(printed);
  }

  @Test
  void printsAsAPaperDoes() {
    Program program =
        Corpus.parse(
            "check sum[t = 1..n] 2*I(X^t -> Y || alpha) <= a given X indep Y, a >= b\n"
                + "rv X ~ f(beta1, alphabet)\nx != y, x in y");
    assertThat(print(program.statements(), Style.UNICODE))
        .isEqualTo(
            "check ∑[t = 1..n] 2·I(X^t → Y ∥ α) ≤ a given X ⊥ Y, a ≥ b\n"
                + "rv X ∼ f(β1, alphabet)\n");
    assertThat(program.diagnostics()).hasSize(1);
  }

  @Test
  void anythingThatCanBeReadIsNotTooDeepToPrint() {
    String text =
        "-(".repeat(Segments.DEEPEST) + "- ".repeat(50) + "1" + ")".repeat(Segments.DEEPEST);
    Program program = Corpus.parse(text);
    assertThat(program.diagnostics()).isEmpty();
    String printed = print(program.statements(), Style.ASCII);
    assertThat(Corpus.tree(Corpus.parse(printed))).isEqualTo(Corpus.tree(program));
  }
}
