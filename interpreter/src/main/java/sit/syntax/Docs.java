package sit.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;

/** The {@code ##} lines of a text, found by the statement they stand above. */
final class Docs {
  private final List<Token> tokens;

  Docs(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** The documentation directly above the token at this offset; empty if there is none. */
  String above(int offset) {
    int at = indexOf(offset);
    int from = at;
    int newlines = 0;
    for (int i = at - 1; i >= 0 && newlines <= 1; i--) {
      Token token = tokens.get(i);
      boolean ownLine = i == 0 || tokens.get(i - 1).getType() == SitLexer.NL;
      if (token.getType() == SitLexer.NL) {
        newlines++;
      } else if (token.getType() == SitLexer.DOC && ownLine) {
        newlines = 0;
        from = i;
      } else if (token.getType() == SitLexer.COMMENT && ownLine) {
        newlines = 0;
      } else {
        break;
      }
    }
    StringBuilder doc = new StringBuilder();
    for (int i = from; i < at; i++) {
      Token token = tokens.get(i);
      if (token.getType() == SitLexer.DOC) {
        String line = token.getText().substring(2);
        doc.append((line.startsWith(" ") ? line.substring(1) : line).stripTrailing()).append('\n');
      }
    }
    return doc.toString();
  }

  private int indexOf(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).getStartIndex() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
