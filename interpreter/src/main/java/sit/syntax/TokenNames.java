package sit.syntax;

import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;

/** What a kind of token is called in an error. */
final class TokenNames {
  private TokenNames() {}

  static String of(int type) {
    return switch (type) {
      case Token.EOF, SitLexer.NL -> "the end of the line";
      case SitLexer.NAME -> "a name";
      case SitLexer.NUMBER, SitParser.FACTOR -> "a number";
      case SitLexer.STRING -> "a text";
      case SitLexer.TO,
          SitLexer.UNIT,
          SitLexer.TREE,
          SitLexer.RULE,
          SitLexer.AXIOM,
          SitLexer.PROPERTY ->
          "";
      case SitLexer.USING, SitLexer.HOLDS, SitLexer.PARAM, SitLexer.IN, SitLexer.SHAPE -> "";
      case SitLexer.PLOT,
          SitLexer.TABLE,
          SitLexer.FOR,
          SitLexer.STEP,
          SitLexer.FROM,
          SitLexer.SUBJECT ->
          "";
      default -> {
        String literal = SitLexer.VOCABULARY.getLiteralName(type);
        String text = literal == null ? "" : literal.substring(1, literal.length() - 1);
        String spelled = Symbols.ascii(type, text);
        yield spelled.isEmpty() ? "" : "`" + spelled + "`";
      }
    };
  }
}
