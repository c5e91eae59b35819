package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;

/**
 * Tells the numbers of {@code 2 H(X)} and {@code 1/2 H(X)} from others, before the parser has to:
 * it would need to know all that may follow an expression, which takes it longer than everything
 * else in a short text.
 */
final class Factors {
  private final List<Token> segment;

  private Factors(List<Token> segment) {
    this.segment = segment;
  }

  /** The tokens of a segment, with the type of every factor changed. */
  static List<Token> tell(List<Token> segment) {
    Factors factors = new Factors(segment);
    List<Token> told = new ArrayList<>(segment.size() + 1);
    for (int i = 0; i < segment.size(); i++) {
      Token token = segment.get(i);
      if (factors.isFactor(i)) {
        CommonToken factor = new CommonToken(token);
        factor.setType(SitParser.FACTOR);
        told.add(factor);
      } else {
        told.add(token);
      }
    }
    return told;
  }

  private boolean isFactor(int i) {
    if (type(i) != SitLexer.NUMBER) {
      return false;
    }
    boolean lower = i >= 2 && type(i - 1) == SitLexer.DIVIDE && type(i - 2) == SitLexer.NUMBER;
    boolean upper = type(i + 1) == SitLexer.DIVIDE && type(i + 2) == SitLexer.NUMBER;
    return isMultiplied(i + 1) || !lower && upper && isMultiplied(i + 3);
  }

  /** Whether something stands there that a number before it multiplies. */
  private boolean isMultiplied(int i) {
    return switch (type(i)) {
      case SitLexer.NAME, SitLexer.LEFT_PAREN -> true;
      case SitLexer.TO,
          SitLexer.IN,
          SitLexer.UNIT,
          SitLexer.TREE,
          SitLexer.RULE,
          SitLexer.AXIOM,
          SitLexer.PROPERTY,
          SitLexer.USING,
          SitLexer.HOLDS,
          SitLexer.PARAM,
          SitLexer.PLOT,
          SitLexer.TABLE ->
          type(i + 1) == SitLexer.LEFT_PAREN;
      default -> false;
    };
  }

  private int type(int i) {
    return i < segment.size() ? segment.get(i).getType() : Token.EOF;
  }
}
