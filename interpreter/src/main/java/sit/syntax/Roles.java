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

  /** The place of the brace that opens the statement's block, or -1 if it has none. */
  static int block(List<Token> segment) {
    int depth = 0;
    for (int i = 1; i < segment.size(); i++) {
      Token token = segment.get(i);
      depth -= closes(token) ? 1 : 0;
      boolean outside = depth == 0 && token.getType() == SitLexer.LEFT_BRACE;
      int first = segment.get(0).getType();
      if (outside && LineEnds.opensBlock(first, segment.get(i - 1).getType(), i)) {
        return i;
      }
      depth += opens(token) ? 1 : 0;
    }
    return -1;
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
      case SitLexer.TREE, SitLexer.HOLDS, SitLexer.PLOT, SitLexer.TABLE ->
          i > 0 || !startsExpression(type(i + 1));
      case SitLexer.FOR -> !isPlot() && !isEach(i) || !endsOperand(i - 1);
      case SitLexer.STEP -> !isPlot() || !endsOperand(i - 1);
      case SitLexer.FROM ->
          type(0) != SitLexer.RV && type(0) != SitLexer.PROCESS || !endsOperand(i - 1);
      case SitLexer.UNIT, SitLexer.RULE, SitLexer.AXIOM, SitLexer.PROPERTY ->
          i > 0 || !isWord(type(i + 1));
      case SitLexer.PARAM -> i > 0 && type(i - 1) != SitLexer.GIVEN || !isWord(type(i + 1));
      case SitLexer.SUBJECT -> type(i + 1) != SitLexer.TO;
      case SitLexer.TO, SitLexer.USING ->
          type(i - 1) != SitLexer.SUBJECT
              && (type(0) != SitLexer.EXPAND || !isWord(type(i + 1)) || !endsOperand(i - 1));
      case SitLexer.IN ->
          type(i - 3) != SitLexer.SUM
              && (!isPlot() || type(i - 2) != SitLexer.FOR)
              && !isEach(i - 2)
              && !isInterval(i);
      default -> false;
    };
  }

  /** Whether {@code in} at a place says where the values of a scalar lie. */
  private boolean isInterval(int at) {
    if (at < 1 || !isWord(type(at - 1)) && !closes(segment.get(at - 1))) {
      return false;
    }
    int first = at - 1;
    while (first >= 0 && type(first) != SitLexer.NL && type(first) != SitLexer.PARAM) {
      first--;
    }
    return first >= 0 && type(first) == SitLexer.PARAM && !isName(first) && first < at - 1;
  }

  /** Whether the word {@code for} there goes through a list: {@code [f(i) for i in 1..3]}. */
  private boolean isEach(int i) {
    return type(i) == SitLexer.FOR && isWord(type(i + 1)) && type(i + 2) == SitLexer.IN;
  }

  private boolean isPlot() {
    return type(0) == SitLexer.PLOT || type(0) == SitLexer.TABLE;
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
          SitLexer.ARGMIN,
          SitLexer.ARGMAX,
          SitLexer.SUM ->
          true;
      default -> isWord(type);
    };
  }

  static boolean isWord(int type) {
    return switch (type) {
      case SitLexer.NAME,
          SitLexer.TO,
          SitLexer.IN,
          SitLexer.UNIT,
          SitLexer.TREE,
          SitLexer.RULE,
          SitLexer.AXIOM,
          SitLexer.PROPERTY,
          SitLexer.USING,
          SitLexer.HOLDS,
          SitLexer.PARAM,
          SitLexer.SHAPE,
          SitLexer.PLOT,
          SitLexer.TABLE,
          SitLexer.FOR,
          SitLexer.FROM,
          SitLexer.SUBJECT,
          SitLexer.STEP ->
          true;
      default -> false;
    };
  }
}
