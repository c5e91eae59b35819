package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.limits.Limits;
import sit.source.Source;
import sit.source.Span;

/**
 * Cuts a text into tokens: comments too, spaces not, in canonical spelling, placed by Java offsets.
 */
final class TokenReader {
  /** The channel of {@code ##} lines. */
  static final int DOCS = 2;

  private TokenReader() {}

  /** The tokens of a text; the last is its end. */
  static List<Token> read(Source source) {
    return read(source, Limits.none());
  }

  static List<Token> read(Source source, Limits limits) {
    SitLexer lexer = lexer(source.text());
    List<Token> tokens = new ArrayList<>();
    int lineStart = source.text().startsWith("\uFEFF") ? 1 : 0;
    boolean reasons = false;
    int[] offsets = Offsets.of(source.text());
    while (true) {
      limits.check();
      CommonToken token = (CommonToken) lexer.nextToken();
      String text = token.getText();
      if (offsets.length > 0) {
        int start = token.getStartIndex();
        int end = token.getType() == Token.EOF ? start : token.getStopIndex() + 1;
        token.setStartIndex(offsets[start]);
        token.setStopIndex(offsets[end] - 1);
        token.setText(text);
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL && !isAscii(text)) {
        token.setText(Symbols.ascii(token.getType(), text));
      }
      token.setCharPositionInLine(token.getStartIndex() - lineStart);
      reasons = token.getType() == SitLexer.BY || reasons && token.getType() != SitLexer.NL;
      if (reasons && token.getType() == SitLexer.INDEP) {
        // a step may be justified `by indep`, and a line that ends so is at its end
        token.setType(SitLexer.NAME);
      }
      if (token.getType() == SitLexer.PRIME && !follows(tokens, token)) {
        // a quotation mark, which no text has here
        token.setType(SitLexer.UNKNOWN);
      }
      if (token.getType() == SitLexer.NL) {
        lineStart = token.getStopIndex() + 1;
      }
      if (token.getChannel() != Token.HIDDEN_CHANNEL) {
        tokens.add(token);
      }
      if (token.getType() == Token.EOF) {
        return tokens;
      }
    }
  }

  /** Whether the prime of a transpose stands right behind what it transposes. */
  private static boolean follows(List<Token> before, Token prime) {
    if (before.isEmpty()) {
      return false;
    }
    Token last = before.get(before.size() - 1);
    boolean operand = Spacing.endsOperand(last.getType()) || Roles.isWord(last.getType());
    return operand && last.getStopIndex() + 1 == prime.getStartIndex();
  }

  /** The types of the tokens of a text, without its end. */
  static List<Integer> types(String text) {
    SitLexer lexer = lexer(text);
    List<Integer> types = new ArrayList<>();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      types.add(token.getType());
      token = lexer.nextToken();
    }
    return types;
  }

  private static SitLexer lexer(String text) {
    SitLexer lexer = new SitLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    return lexer;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
