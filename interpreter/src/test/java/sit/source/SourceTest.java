package sit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines and columns are those a person counts. */
class SourceTest {
  private final Source source = new Source("a.sit", "ab\r\n𝑋c d\n\nlast");

  @Test
  void findsTheLineAndColumnOfAnOffset() {
    int c = source.text().indexOf('c');
    assertThat(source.line(0)).isEqualTo(1);
    assertThat(source.column(1)).isEqualTo(2);
    assertThat(source.line(c)).isEqualTo(2);
    assertThat(source.column(c)).isEqualTo(2);
    assertThat(source.line(source.text().length())).isEqualTo(4);
    assertThat(source.column(source.text().length())).isEqualTo(5);
  }

  @Test
  void aLineEndsBeforeItsNewline() {
    assertThat(source.text(new Span(source.lineStart(1), source.lineEnd(1)))).isEqualTo("ab");
    int empty = source.text().indexOf("\n\n") + 1;
    assertThat(source.lineStart(empty)).isEqualTo(empty);
    assertThat(source.lineEnd(empty)).isEqualTo(empty);
  }

  @Test
  void anOffsetBehindTheEndIsTheEnd() {
    assertThat(source.line(1000)).isEqualTo(4);
    assertThat(source.column(1000)).isEqualTo(5);
    assertThat(source.text(new Span(source.text().length() - 2, 1000))).isEqualTo("st");
    assertThat(new Source("e", "").column(0)).isEqualTo(1);
  }

  @Test
  void linesMayEndAsOnAnySystem() {
    Source old = new Source("a.sit", "a\rb\rcd");
    assertThat(old.line(5)).isEqualTo(3);
    assertThat(old.column(5)).isEqualTo(2);
    assertThat(old.text(new Span(old.lineStart(2), old.lineEnd(2)))).isEqualTo("b");
  }

  @Test
  void aPhraseStandsOnOneLineWithoutComments() {
    String text = "  H(X, # why\n  # more\r\n\tY) == \"a  # \\\" b\"  # end";
    assertThat(new Source("a.sit", text).phrase(new Span(0, text.length())))
        .isEqualTo("H(X, Y) == \"a  # \\\" b\"");
  }

  @Test
  void spansJoin() {
    assertThat(new Span(3, 5).to(new Span(1, 4))).isEqualTo(new Span(1, 5));
  }
}
