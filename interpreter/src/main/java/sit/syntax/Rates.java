package sit.syntax;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;

/** Tells the word {@code rate} before a measure, {@code rate H(X)}, from a name. */
final class Rates {
  private Rates() {}

  static void settle(List<Token> segment) {
    for (int i = 0; i + 2 < segment.size(); i++) {
      boolean measure =
          segment.get(i).getType() == SitLexer.NAME
              && segment.get(i + 1).getType() == SitLexer.NAME
              && segment.get(i + 2).getType() == SitLexer.LEFT_PAREN;
      if (measure && segment.get(i).getText().equals("rate")) {
        ((CommonToken) segment.get(i)).setType(SitParser.RATE);
      }
    }
  }
}
