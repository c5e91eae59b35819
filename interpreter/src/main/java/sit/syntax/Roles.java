package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;

/** What the words of a statement that can be commands or names are in it. */
final class Roles {
  private final List<Token> segment;

  private Roles(List<Token> segment) {
    this.segment = segment;
  }

  /** The tokens as lexemes; a word that is used as a name has the type of a name. */
  static List<Lexeme> lexemes(List<Token> segment) {
    Roles roles = new Roles(segment);
    List<Lexeme> lexemes = new ArrayList<>();
    for (int i = 0; i < segment.size(); i++) {
      int type = roles.isName(i) ? SitLexer.NAME : segment.get(i).getType();
      lexemes.add(new Lexeme(type, segment.get(i).getText()));
    }
    return lexemes;
  }

  /** Whether the statement is a derivation or a rule with its block. */
  static boolean hasBlock(List<Token> segment) {
    return segment.size() > 2
        && LineEnds.hasBlock(segment.get(0))
        && segment.get(2).getType() == SitLexer.LEFT_BRACE;
  }

  static boolean opens(Token token) {
    return switch (token.getType()) {
      case SitLexer.LEFT_PAREN, SitLexer.LEFT_BRACKET, SitLexer.LEFT_BRACE -> true;
      default -> false;
    };
  }

  static boolean closes(Token token) {
    return switch (token.getType()) {
      case SitLexer.RIGHT_PAREN, SitLexer.RIGHT_BRACKET, SitLexer.RIGHT_BRACE -> true;
      default -> false;
    };
  }

  private int type(int at) {
    return at >= 0 && at < segment.size() ? segment.get(at).getType() : Token.EOF;
  }

  private boolean isName(int i) {
    return switch (type(i)) {
      case SitLexer.TREE, SitLexer.HOLDS -> i > 0 || !startsExpression(type(i + 1));
      case SitLexer.UNIT, SitLexer.RULE, SitLexer.AXIOM -> i > 0 || !isWord(type(i + 1));
      case SitLexer.PARAM -> i > 0 && type(i - 1) != SitLexer.GIVEN || !isWord(type(i + 1));
      case SitLexer.TO, SitLexer.USING ->
          type(0) != SitLexer.EXPAND || !isWord(type(i + 1)) || !endsOperand(i - 1);
      case SitLexer.IN -> type(i - 3) != SitLexer.SUM;
      default -> false;
    };
  }

  private boolean endsOperand(int i) {
    return Spacing.endsOperand(type(i)) || i > 1 && isWord(type(i));
  }

  private static boolean startsExpression(int type) {
    return switch (type) {
      case SitLexer.NUMBER,
          SitLexer.STRING,
          SitLexer.TRUE,
          SitLexer.FALSE,
          SitLexer.LEFT_PAREN,
          SitLexer.LEFT_BRACKET,
          SitLexer.LEFT_BRACE,
          SitLexer.MINUS,
          SitLexer.NOT,
          SitLexer.IF,
          SitLexer.MIN,
          SitLexer.MAX,
          SitLexer.SUM ->
          true;
      default -> isWord(type);
    };
  }

  private static boolean isWord(int type) {
    return switch (type) {
      case SitLexer.NAME,
          SitLexer.TO,
          SitLexer.IN,
          SitLexer.UNIT,
          SitLexer.TREE,
          SitLexer.RULE,
          SitLexer.AXIOM,
          SitLexer.USING,
          SitLexer.HOLDS,
          SitLexer.PARAM,
          SitLexer.SHAPE ->
          true;
      default -> false;
    };
  }
}
