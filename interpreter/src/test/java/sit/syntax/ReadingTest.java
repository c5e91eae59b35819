package sit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.Tree;
import sit.source.Source;

/** Programs are read as the trees that the goldens show. */
class ReadingTest {
  static Iterable<Source> golden() {
    return Corpus.golden("syntax");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void readsTheTreeOfTheGolden(Source source) {
    Program program = Parser.parse(source);
    assertThat(program.diagnostics()).isEmpty();
    assertThat(program.incomplete()).isFalse();
    String name = source.name().replace(".sit", ".tree");
    assertThat(Corpus.tree(program))
        .isEqualTo(Tree.text(Corpus.GOLDEN.resolve("syntax").resolve(name)));
  }

  @Test
  void lineEndsOfEverySystemAreTheSame() {
    for (Source source : Corpus.golden("syntax")) {
      String tree = Corpus.tree(Parser.parse(source));
      String unix = source.text().replace("\r\n", "\n");
      assertThat(Corpus.tree(Corpus.parse(unix))).isEqualTo(tree);
      assertThat(Corpus.tree(Corpus.parse(unix.replace("\n", "\r\n")))).isEqualTo(tree);
      assertThat(Corpus.tree(Corpus.parse(unix.replace("\n", "\r")))).isEqualTo(tree);
      assertThat(Corpus.tree(Corpus.parse("\uFEFF" + unix.replaceAll("(?m)^  ", "\t"))))
          .isEqualTo(tree);
      assertThat(Corpus.tree(Corpus.parse(unix.stripTrailing()))).isEqualTo(tree);
    }
  }

  @Test
  void spansAreWhatWasTyped() {
    String text = "# 🙂 𝑋\nlet x = (a+b) * -c^2 # c\ncheck 2 H(X;Y)[1] <= (x)";
    Program program = Corpus.parse(text);
    Statement.Let let = (Statement.Let) program.statements().get(0);
    Source source = program.source();
    assertThat(source.text(let.span())).isEqualTo("let x = (a+b) * -c^2");
    assertThat(source.text(let.nameSpan())).isEqualTo("x");
    assertThat(source.text(let.body().span())).isEqualTo("(a+b) * -c^2");
    Statement.Check check = (Statement.Check) program.statements().get(1);
    Expr side = check.claim().sides().get(0);
    assertThat(source.text(side.span())).isEqualTo("2 H(X;Y)[1]");
    assertThat(source.text(((Expr.Binary) side).right().span())).isEqualTo("H(X;Y)[1]");
    assertThat(source.text(check.claim().sides().get(1).span())).isEqualTo("x");
  }

  @Test
  void documentationBelongsToTheStatementDirectlyBelow() {
    String text =
        "let a = 1 ## no doc\nlet b = 2\n## far\n\nlet c = 3\n## near\n# note\n## er\nlet d = 4";
    assertThat(Corpus.parse(text).statements())
        .extracting(statement -> ((Statement.Let) statement).doc())
        .containsExactly("", "", "", "near\ner\n");
  }

  @Test
  void aMinusAtTheStartOfALineGoesOnOnlyWhereItIsIndented() {
    assertThat(Corpus.tree(Corpus.parse("a\n  - b"))).contains("(- a b)");
    assertThat(Corpus.parse("a\n- b").statements()).hasSize(2);
    assertThat(Corpus.parse("a; b\n - c").statements()).hasSize(2);
    assertThat(Corpus.tree(Corpus.parse("lemma l {\n  a\n    - b = c\n  -d = e\n}")))
        .contains("chain (- a b)", "chain (- d)");
  }

  @Test
  void saysWhetherATextStopsInTheMiddle() {
    assertThat(Corpus.parse("check H(X) <=").incomplete()).isTrue();
    assertThat(Corpus.parse("check H(X)").incomplete()).isTrue();
    assertThat(Corpus.parse("check H(X)\nlet y = 3").incomplete()).isFalse();
    assertThat(Corpus.parse("derivation d {\n X = Y\n").incomplete()).isTrue();
    assertThat(Corpus.parse("derivation d").incomplete()).isTrue();
    assertThat(Corpus.parse("f(1,").incomplete()).isTrue();
    assertThat(Corpus.parse("f(1))").incomplete()).isFalse();
    assertThat(Corpus.parse("").incomplete()).isFalse();
  }

  @Test
  void namesHaveOneSpellingHoweverTheyAreTyped() {
    assertThat(Corpus.tree(Corpus.parse("α + µ + 𝑋 + X₁"))).contains("(+ (+ (+ alpha mu) X) X1)");
    assertThat(Corpus.tree(Corpus.parse("e\u0301 + é"))).contains("(+ é é)");
  }
}
