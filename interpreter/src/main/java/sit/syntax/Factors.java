package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;

/**
 * Tells the numbers of {@code 2 H(X)} and {@code 1/2 H(X)} from others, and the words of {@code log
 * p(x)} and {@code E[z ~ q] [f]} from names, before the parser has to: it would need to know all
 * that may follow an expression, which takes it longer than everything else in a short text.
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
      int type = factors.isFactor(i) ? SitParser.FACTOR : factors.word(i);
      if (type == token.getType()) {
        told.add(token);
      } else {
        CommonToken retyped = new CommonToken(token);
        retyped.setType(type);
        told.add(retyped);
      }
    }
    return told;
  }

  /** What kind of word stands there: a logarithm without parentheses, a mean, or what it was. */
  private int word(int i) {
    if (type(i) != SitLexer.NAME) {
      return type(i);
    }
    return switch (segment.get(i).getText()) {
      case "log", "log2", "ln" -> type(i + 1) == SitLexer.NAME ? SitParser.LOG : SitLexer.NAME;
      case "root" -> isBinding(i + 1) ? SitParser.BINDING : SitLexer.NAME;
      case "E" -> type(i + 1) == SitLexer.LEFT_BRACKET ? mean(i + 1) : SitLexer.NAME;
      default -> SitLexer.NAME;
    };
  }

  /** Whether brackets open there that bind a name. */
  private boolean isBinding(int open) {
    return type(open) == SitLexer.LEFT_BRACKET
        && type(open + 1) == SitLexer.NAME
        && type(open + 2) == SitLexer.IN;
  }

  /** Whether the brackets that open there say what is drawn from which density. */
  private int mean(int open) {
    int depth = 0;
    boolean draws = false;
    for (int i = open; i < segment.size(); i++) {
      depth += Roles.opens(segment.get(i)) ? 1 : Roles.closes(segment.get(i)) ? -1 : 0;
      draws |= depth == 1 && type(i) == SitLexer.TILDE;
      if (depth == 0) {
        boolean closed = type(i + 1) == SitLexer.LEFT_BRACKET;
        return !draws ? SitLexer.NAME : closed ? SitParser.MEAN : SitParser.OPEN_MEAN;
      }
    }
    return SitLexer.NAME;
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
          SitLexer.SHAPE,
          SitLexer.PARAM,
          SitLexer.PLOT,
          SitLexer.TABLE ->
          type(i + 1) == SitLexer.LEFT_PAREN;
      default -> false;
    };
  }

  private int type(int i) {
    return i >= 0 && i < segment.size() ? segment.get(i).getType() : Token.EOF;
  }
}
