package sit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.source.Span;

/**
 * Cuts the tokens of a text into statements, and takes away the newlines that end nothing: those inside brackets, after an operator,
 * and before a relation. Inside the braces of a derivation a newline ends a line of it.
 */
final class Segments {
  /** The deepest nesting of brackets. */
  static final int DEEPEST = 200;

  /** The most operators in a row. */
  static final int LONGEST = 1000;

  private final List<Token> tokens;
  private final SyntaxErrors errors;
  private final List<List<Token>> segments = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private List<Token> current = new ArrayList<>();
  private boolean incomplete;
  private int operators;

  /** An open bracket: its token, whether newlines count in it, and the operators counted before it. */
  private record Bracket(Token token, boolean block, int operators) {}

  Segments(Source source, List<Token> tokens) {
    this.tokens = tokens;
    this.errors = new SyntaxErrors(source);
    cut();
  }

  List<List<Token>> segments() {
    return segments;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  boolean incomplete() {
    return incomplete;
  }

  private void cut() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case Token.EOF -> {
          finish();
          return;
        }
        case SitLexer.NL -> newline(i);
        case SitLexer.SEMICOLON -> semicolon(token);
        case SitLexer.LEFT_PAREN, SitLexer.LEFT_BRACKET, SitLexer.LEFT_BRACE -> {
          if (open.size() == DEEPEST) {
            diagnostics.add(errors.tooDeep(span(token), DEEPEST));
            return;
          }
          boolean block = isBlock(token);
          count(token);
          open.push(new Bracket(token, block, operators));
          operators = 0;
          current.add(token);
        }
        case SitLexer.RIGHT_PAREN, SitLexer.RIGHT_BRACKET, SitLexer.RIGHT_BRACE -> {
          if (!close(token)) {
            return;
          }
        }
        default -> {
          if (!count(token)) {
            return;
          }
          current.add(token);
        }
      }
    }
  }

  private boolean count(Token token) {
    switch (token.getType()) {
      case SitLexer.COMMA, SitLexer.COLON, SitLexer.BY, SitLexer.GIVEN -> operators = 0;
      case SitLexer.NUMBER, SitLexer.NAME, SitLexer.STRING -> {}
      default -> operators++;
    }
    if (operators > LONGEST) {
      diagnostics.add(errors.tooLong(span(token), LONGEST));
      return false;
    }
    return true;
  }

  private boolean isBlock(Token brace) {
    if (brace.getType() != SitLexer.LEFT_BRACE || !open.isEmpty() || current.size() != 2) {
      return false;
    }
    return switch (current.get(0).getType()) {
      case SitLexer.DERIVATION, SitLexer.LEMMA, SitLexer.RULE, SitLexer.AXIOM -> true;
      default -> false;
    };
  }

  private boolean close(Token token) {
    if (open.isEmpty()) {
      diagnostics.add(errors.nothingToClose(span(token), token.getText()));
      return false;
    }
    Bracket bracket = open.pop();
    String wanted = closing(bracket.token().getType());
    if (!wanted.equals(token.getText())) {
      String opened = bracket.token().getText();
      diagnostics.add(errors.wrongClose(span(token), opened, wanted, token.getText()));
      return false;
    }
    operators = bracket.operators();
    current.add(token);
    return true;
  }

  private void semicolon(Token token) {
    if (open.isEmpty()) {
      end();
      return;
    }
    operators = 0;
    current.add(token);
  }

  private void newline(int at) {
    if (!open.isEmpty() && !open.peek().block()) {
      return;
    }
    if (current.isEmpty() || goesOn(current.get(current.size() - 1), at)) {
      return;
    }
    if (open.isEmpty()) {
      end();
    } else {
      operators = 0;
      Token last = current.get(current.size() - 1);
      if (last.getType() != SitLexer.NL) {
        current.add(tokens.get(at));
      }
    }
  }

  /** Whether the newline at this place is no end: the line before or the line after plainly goes on. */
  private boolean goesOn(Token before, int at) {
    if (wantsMore(before)) {
      return true;
    }
    for (int i = at + 1; i < tokens.size(); i++) {
      Token next = tokens.get(i);
      if (next.getType() == SitLexer.NL) {
        continue;
      }
      if (next.getType() == SitLexer.MINUS) {
        Token first = current.get(0);
        return open.isEmpty() && next.getCharPositionInLine() > first.getCharPositionInLine()
            || !open.isEmpty() && !current.get(current.size() - 1).getText().equals("{");
      }
      return cannotStart(next);
    }
    return false;
  }

  private static boolean wantsMore(Token token) {
    return switch (token.getType()) {
      case SitLexer.PLUS,
          SitLexer.MINUS,
          SitLexer.TIMES,
          SitLexer.DIVIDE,
          SitLexer.POWER,
          SitLexer.MOD,
          SitLexer.XOR,
          SitLexer.AND,
          SitLexer.OR,
          SitLexer.NOT,
          SitLexer.COMMA,
          SitLexer.COLON,
          SitLexer.IS,
          SitLexer.EQUALS,
          SitLexer.DIFFERS,
          SitLexer.AT_MOST,
          SitLexer.AT_LEAST,
          SitLexer.LESS,
          SitLexer.GREATER,
          SitLexer.DEFINES,
          SitLexer.TILDE,
          SitLexer.BAR,
          SitLexer.BARS,
          SitLexer.ARROW,
          SitLexer.DASHES,
          SitLexer.INDEP,
          SitLexer.RANGE,
          SitLexer.BY,
          SitLexer.GIVEN,
          SitLexer.IF,
          SitLexer.THEN,
          SitLexer.ELSE,
          SitLexer.OVER,
          SitLexer.LET,
          SitLexer.RV,
          SitLexer.PROCESS,
          SitLexer.ASSUME,
          SitLexer.DEFINE,
          SitLexer.CHECK,
          SitLexer.EXPAND,
          SitLexer.CLAIM ->
          true;
      default -> false;
    };
  }

  private static boolean cannotStart(Token token) {
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
          SitLexer.IS,
          SitLexer.EQUALS,
          SitLexer.DIFFERS,
          SitLexer.AT_MOST,
          SitLexer.AT_LEAST,
          SitLexer.LESS,
          SitLexer.GREATER,
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
          SitLexer.RIGHT_PAREN,
          SitLexer.RIGHT_BRACKET ->
          true;
      default -> false;
    };
  }

  private void finish() {
    if (!open.isEmpty()) {
      Token token = open.peekLast().token();
      String closing = closing(token.getType());
      diagnostics.add(errors.neverClosed(span(token), token.getText(), closing));
      incomplete = true;
      return;
    }
    incomplete = !current.isEmpty() && wantsMore(current.get(current.size() - 1));
    end();
  }

  private void end() {
    operators = 0;
    if (!current.isEmpty()) {
      segments.add(current);
      current = new ArrayList<>();
    }
  }

  private static String closing(int open) {
    return open == SitLexer.LEFT_PAREN ? ")" : open == SitLexer.LEFT_BRACKET ? "]" : "}";
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
