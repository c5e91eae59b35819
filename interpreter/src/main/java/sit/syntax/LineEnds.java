package sit.syntax;

import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;

/** Which tokens a line can neither end nor start with, and which begin a statement for sure. */
final class LineEnds {
  private LineEnds() {}

  /** Whether a line that ends with this token plainly goes on. */
  static boolean wantsMore(Token token) {
    return switch (token.getType()) {
      case SitLexer.NOT,
          SitLexer.MINUS,
          SitLexer.GIVEN,
          SitLexer.IF,
          SitLexer.SUM,
          SitLexer.MIN,
          SitLexer.MAX,
          SitLexer.ARGMIN,
          SitLexer.ARGMAX,
          SitLexer.CLAIM,
          SitLexer.LET,
          SitLexer.RV,
          SitLexer.PROCESS,
          SitLexer.DENSITY,
          SitLexer.ASSUME,
          SitLexer.DEFINE,
          SitLexer.CHECK,
          SitLexer.EXPAND,
          SitLexer.SIMPLIFY,
          SitLexer.LATEX,
          SitLexer.DERIVATION,
          SitLexer.LEMMA,
          SitLexer.IMPORT ->
          true;
      default -> isBetween(token);
    };
  }

  /** Whether a line that starts with this token plainly goes on with the line before. */
  static boolean cannotStart(Token token) {
    return switch (token.getType()) {
      case SitLexer.RIGHT_PAREN, SitLexer.RIGHT_BRACKET -> true;
      default -> isBetween(token) && token.getType() != SitLexer.COLON;
    };
  }

  /** Whether this token always stands between two others. A minus may also stand first. */
  private static boolean isBetween(Token token) {
    return switch (token.getType()) {
      case SitLexer.PLUS,
          SitLexer.TIMES,
          SitLexer.DIVIDE,
          SitLexer.POWER,
          SitLexer.MOD,
          SitLexer.XOR,
          SitLexer.AND,
          SitLexer.OR,
          SitLexer.COMMA,
          SitLexer.COLON,
          SitLexer.DEFINES,
          SitLexer.TILDE,
          SitLexer.BAR,
          SitLexer.BARS,
          SitLexer.ARROW,
          SitLexer.DASHES,
          SitLexer.INDEP,
          SitLexer.RANGE,
          SitLexer.BY,
          SitLexer.THEN,
          SitLexer.ELSE,
          SitLexer.OVER,
          SitLexer.SUBJECT,
          SitLexer.DIFFERS,
          SitLexer.LESS,
          SitLexer.GREATER ->
          true;
      default -> isRelation(token);
    };
  }

  /** Whether this token is a relation that a claim or a step can have. */
  static boolean isRelation(Token token) {
    return switch (token.getType()) {
      case SitLexer.IS, SitLexer.EQUALS, SitLexer.AT_MOST, SitLexer.AT_LEAST -> true;
      default -> false;
    };
  }

  /** Whether this token at the start of a line begins a statement, whatever went before. */
  static boolean startsStatement(Token token) {
    return switch (token.getType()) {
      case SitLexer.LET,
          SitLexer.RV,
          SitLexer.PROCESS,
          SitLexer.DENSITY,
          SitLexer.ASSUME,
          SitLexer.DEFINE,
          SitLexer.EXPAND,
          SitLexer.SIMPLIFY,
          SitLexer.LATEX,
          SitLexer.CHECK,
          SitLexer.DERIVATION,
          SitLexer.LEMMA,
          SitLexer.IMPORT ->
          true;
      default -> false;
    };
  }

  /**
   * Whether a brace outside all brackets opens the block of a statement: that of a derivation or a
   * rule follows its name, that of a process its alphabet.
   *
   * @param first the type of the statement's first token
   * @param before the type of the token before the brace
   * @param index the place of the brace in the statement
   */
  static boolean opensBlock(int first, int before, int index) {
    return switch (first) {
      case SitLexer.DERIVATION, SitLexer.LEMMA, SitLexer.RULE, SitLexer.AXIOM -> index == 2;
      case SitLexer.PROCESS -> index > 3 && before != SitLexer.OVER;
      default -> false;
    };
  }
}
