package sit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.Tree;
import sit.grammar.SitLexer;
import sit.source.Source;

/** Formatting changes the look of a text and nothing else. */
class FormatterTest {
  private static String format(String text) {
    Formatter.Formatted formatted = Formatter.format(new Source("test.sit", text));
    assertThat(formatted.diagnostics()).as(text).isEmpty();
    return formatted.text();
  }

  static Iterable<Source> golden() {
    return Corpus.golden("syntax");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void formatsAsTheGoldenTextIs(Source source) {
    String name = source.name().replace(".sit", ".formatted");
    String expected = Tree.text(Corpus.GOLDEN.resolve("syntax").resolve(name));
    assertThat(format(source.text())).isEqualTo(expected);
    assertThat(format(expected)).isEqualTo(expected);
  }

  @Test
  void keepsTheProgramsOfTheRepositoryAndItsOwnResult() {
    for (Source source : Corpus.all()) {
      String once = format(source.text());
      assertThat(format(once)).isEqualTo(once);
      assertThat(Corpus.tree(Corpus.parse(once))).isEqualTo(Corpus.tree(Parser.parse(source)));
    }
  }

  @Test
  void aPapersSpellingIsTheSameProgramAndGoesBackToTheCanonicalOne() {
    for (Source source : Corpus.all()) {
      String paper = formatted(source.text(), Style.UNICODE);
      assertThat(formatted(paper, Style.UNICODE)).isEqualTo(paper);
      assertThat(Corpus.tree(Corpus.parse(paper))).isEqualTo(Corpus.tree(Parser.parse(source)));
      assertThat(format(paper)).isEqualTo(format(source.text()));
    }
    String text = "check sum[i in [1]] alpha1*H(X | Y) <= I(X^n -> Y^n) # <= alpha\n";
    assertThat(formatted(text, Style.UNICODE))
        .isEqualTo("check ∑[i ∈ [1]] α1·H(X | Y) ≤ I(X^n → Y^n)  # <= alpha\n");
  }

  private static String formatted(String text, Style style) {
    return Formatter.format(new Source("test.sit", text), style).text();
  }

  @Test
  void spacesMakeNoDifference() {
    Random random = new Random(31);
    for (Source source : Corpus.golden("syntax")) {
      String formatted = format(source.text());
      for (int i = 0; i < 8; i++) {
        String variant = respaced(source, random);
        assertThat(format(variant)).as(variant).isEqualTo(formatted);
      }
    }
  }

  /** The text with other spaces between the tokens of each line, and its indents doubled. */
  private static String respaced(Source source, Random random) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Token token : TokenReader.read(source)) {
      String space = source.text().substring(at, token.getStartIndex());
      boolean first = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
      if (first) {
        out.append(space).append(space);
      } else if (token.getType() != SitLexer.NL) {
        out.append(random.nextInt(3) > 0 || !space.isEmpty() ? " " : "");
        out.append(random.nextInt(3) == 0 ? "\t" : "");
      }
      at = Math.max(at, token.getStopIndex() + 1);
      out.append(source.text(), token.getStartIndex(), at);
    }
    return out.toString();
  }

  @Test
  void lineBreaksWhereverTheyMayBeKeepTheProgram() {
    Random random = new Random(32);
    for (Source source : Corpus.golden("syntax")) {
      String tree = Corpus.tree(Parser.parse(source));
      for (int i = 0; i < 8; i++) {
        String variant = broken(source, random);
        assertThat(Corpus.tree(Corpus.parse(variant))).as(variant).isEqualTo(tree);
        String once = format(variant);
        assertThat(Corpus.tree(Corpus.parse(once))).as(variant).isEqualTo(tree);
        assertThat(format(once)).isEqualTo(once);
      }
    }
  }

  /** The text with new lines and comments after some commas and operators. */
  private static String broken(Source source, Random random) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Token token : TokenReader.read(source)) {
      int end = Math.max(at, token.getStopIndex() + 1);
      out.append(source.text(), at, end);
      at = end;
      boolean more = LineEnds.wantsMore(token) && token.getType() != SitLexer.NL;
      if (more && random.nextInt(4) == 0) {
        out.append(random.nextBoolean() ? " # why\n\n   " : "\n" + " ".repeat(random.nextInt(9)));
      }
    }
    return out.toString();
  }

  @Test
  void whatThePrinterPrintsIsFormatted() {
    RandomPrograms programs = new RandomPrograms(33);
    for (int i = 0; i < 800; i++) {
      String printed = SyntaxPrinter.print(programs.statement());
      assertThat(format(printed)).isEqualTo(printed);
    }
  }

  @Test
  void setsRelationsReasonsAndCommentsInColumns() {
    String typed =
        """
        lemma a {
         X # first
         = Y by r # second


        >= Y+Z by long # third
        # own
          = W
         by s,
         lemma t
        }
        """;
    String formatted =
        """
        lemma a {
          X                 # first
            =  Y      by r  # second

            >= Y + Z  by long  # third
            # own
            =  W
                      by s,
                         lemma t
        }
        """;
    assertThat(format(typed)).isEqualTo(formatted);
  }

  @Test
  void refusesATextWithErrors() {
    Formatter.Formatted formatted = Formatter.format(new Source("a.sit", "let  x = (\nlet y=3"));
    assertThat(formatted.diagnostics()).extracting("code").containsExactly("never-closed");
    assertThat(formatted.text()).isEqualTo("let  x = (\nlet y=3");
  }

  @Test
  void ofNothingRemainsNothing() {
    assertThat(format("")).isEmpty();
    assertThat(format("\n \n\t\n")).isEmpty();
    assertThat(format("\n# only a comment  \n\n\n# another"))
        .isEqualTo("# only a comment\n\n# another\n");
  }
}
