package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.source.Source;

/**
 * A token of a text, broken or not, as people see it who write one: what sort it is, and where it
 * stands.
 *
 * @param text in canonical spelling
 */
public record Word(Kind kind, String text, int start, int end) {
  /** The sorts of token. */
  public enum Kind {
    /** A word of the language where it has that meaning. */
    KEYWORD,
    NAME,
    NUMBER,
    TEXT,
    /** A text that nothing closes. */
    UNCLOSED,
    /** A line of documentation. */
    DOC,
    COMMENT,
    /** A bracket, a separator or an operator. */
    SIGN,
    NEWLINE,
    /** A character that the language does not have. */
    UNKNOWN
  }

  /** The words of a text. */
  public static List<Word> of(String text) {
    List<Token> tokens = TokenReader.read(new Source("", text));
    List<Word> words = new ArrayList<>();
    int first = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Kind kind = kind(tokens, i, first);
      first = kind == Kind.NEWLINE ? i + 1 : first;
      words.add(new Word(kind, token.getText(), token.getStartIndex(), token.getStopIndex() + 1));
    }
    return words;
  }

  /** Whether it is this sign, keyword or name. */
  public boolean is(String wanted) {
    return text.equals(wanted) && kind != Kind.TEXT && kind != Kind.COMMENT && kind != Kind.DOC;
  }

  private static Kind kind(List<Token> tokens, int at, int first) {
    int type = tokens.get(at).getType();
    return switch (type) {
      case SitLexer.NAME -> Kind.NAME;
      case SitLexer.NUMBER -> Kind.NUMBER;
      case SitLexer.STRING -> Kind.TEXT;
      case SitLexer.UNCLOSED -> Kind.UNCLOSED;
      case SitLexer.DOC -> Kind.DOC;
      case SitLexer.COMMENT -> Kind.COMMENT;
      case SitLexer.NL -> Kind.NEWLINE;
      case SitLexer.UNKNOWN -> Kind.UNKNOWN;
      case SitLexer.UNIT,
          SitLexer.TREE,
          SitLexer.RULE,
          SitLexer.AXIOM,
          SitLexer.HOLDS,
          SitLexer.PARAM ->
          startsStatement(tokens, at, first) ? Kind.KEYWORD : Kind.NAME;
      case SitLexer.TO, SitLexer.USING ->
          at > first && tokens.get(first).getType() == SitLexer.EXPAND ? Kind.KEYWORD : Kind.NAME;
      case SitLexer.MIN, SitLexer.MAX, SitLexer.ARGMIN, SitLexer.ARGMAX ->
          tokens.get(at + 1).getType() == SitLexer.LEFT_PAREN ? Kind.NAME : Kind.KEYWORD;
      case SitLexer.IN -> at > first ? Kind.KEYWORD : Kind.NAME;
      default -> isWord(tokens.get(at).getText()) ? Kind.KEYWORD : Kind.SIGN;
    };
  }

  private static boolean startsStatement(List<Token> tokens, int at, int first) {
    int next = tokens.get(at + 1).getType();
    boolean given = at > first && tokens.get(at - 1).getType() == SitLexer.GIVEN;
    return (at == first || given)
        && (next == SitLexer.NAME
            || next == SitLexer.EOF
            || next >= SitLexer.LET && next <= SitLexer.FALSE
            || next == SitLexer.LEFT_PAREN && tokens.get(at).getType() == SitLexer.HOLDS);
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }
}
