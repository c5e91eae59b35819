package sit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.source.Diagnostic;
import sit.source.Source;

/**
 * Cuts the tokens of a text into statements, and takes away the newlines that end nothing: those
 * inside brackets, after an operator, and before a relation. Inside the braces of a derivation a
 * newline ends a line of it. A statement whose brackets do not match is reported and left out;
 * reading goes on where a line surely begins another statement.
 */
final class Segments {
  /** The deepest nesting of brackets. */
  static final int DEEPEST = 200;

  /** The most operators that one expression can have on the way into its innermost bracket. */
  static final int LONGEST = 500;

  private final List<Token> tokens;
  private final SyntaxErrors errors;
  private final List<List<Token>> segments = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private List<Token> current = new ArrayList<>();
  private boolean incomplete;
  private boolean broken;
  private boolean skipping;
  private int operators;
  private int lineColumn;
  private int startColumn;
  private int itemColumn;
  private int afterNewlines;

  /** An open bracket: its token, whether newlines count in it, and the operators up to it. */
  private record Bracket(Token token, boolean block, int operators) {}

  Segments(Source source, List<Token> tokens) {
    this.tokens = tokens;
    this.errors = new SyntaxErrors(source);
    int i = 0;
    while (i < tokens.size() && diagnostics.size() < Parser.MOST_DIAGNOSTICS) {
      i = take(i);
    }
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

  /** Takes the token at this place; gives the place of the next to take. */
  private int take(int i) {
    Token token = tokens.get(i);
    boolean first = i == 0 || tokens.get(i - 1).getType() == SitLexer.NL;
    if (first) {
      lineColumn = token.getCharPositionInLine();
    }
    if (token.getType() == Token.EOF) {
      finish();
    } else if (skipping) {
      boolean resumes = first && LineEnds.startsStatement(token) && lineColumn <= startColumn;
      skipping = !resumes;
      return resumes ? i : i + 1;
    } else if (interrupts(token, first, i)) {
      Token bracket = open.peek().token();
      skip(errors.neverClosed(TokenReader.span(bracket), bracket.getText(), closing(bracket)));
      return i;
    } else {
      dispatch(token, i);
    }
    return i + 1;
  }

  private void dispatch(Token token, int i) {
    switch (token.getType()) {
      case SitLexer.NL -> newline(i);
      case SitLexer.SEMICOLON -> semicolon(token);
      case SitLexer.LEFT_PAREN, SitLexer.LEFT_BRACKET, SitLexer.LEFT_BRACE -> open(token);
      case SitLexer.RIGHT_PAREN, SitLexer.RIGHT_BRACKET, SitLexer.RIGHT_BRACE -> close(token);
      default -> add(token);
    }
  }

  /** Whether this token shows that the innermost bracket was meant to end before it. */
  private boolean interrupts(Token token, boolean first, int i) {
    if (open.isEmpty()) {
      return false;
    }
    if (!open.peek().block()) {
      return switch (token.getType()) {
        case SitLexer.BY, SitLexer.GIVEN, SitLexer.CLAIM -> true;
        default -> first && LineEnds.startsStatement(token);
      };
    }
    if (!first || !LineEnds.startsStatement(token)) {
      return false;
    }
    return switch (token.getType()) {
      case SitLexer.LET, SitLexer.ASSUME -> false;
      case SitLexer.LEMMA, SitLexer.RV, SitLexer.PROCESS ->
          !LineEnds.wantsMore(current.get(current.size() - 1));
      case SitLexer.DENSITY -> {
        int block = current.get(0).getType();
        boolean rule = block == SitLexer.RULE || block == SitLexer.AXIOM;
        yield !rule && !LineEnds.wantsMore(current.get(current.size() - 1));
      }
      default -> true;
    };
  }

  private void add(Token token) {
    if (current.isEmpty()) {
      startColumn = lineColumn;
      itemColumn = lineColumn;
    } else if (!open.isEmpty()
        && open.peek().block()
        && endsItem(current.get(current.size() - 1))) {
      itemColumn = lineColumn;
    }
    current.add(token);
    switch (token.getType()) {
      case SitLexer.COMMA,
          SitLexer.COLON,
          SitLexer.BY,
          SitLexer.GIVEN,
          SitLexer.BAR,
          SitLexer.BARS,
          SitLexer.ARROW,
          SitLexer.TILDE,
          SitLexer.DASHES,
          SitLexer.INDEP,
          SitLexer.DEFINES ->
          operators = before();
      case SitLexer.NUMBER, SitLexer.NAME, SitLexer.STRING -> {}
      case SitLexer.IS, SitLexer.EQUALS, SitLexer.AT_MOST, SitLexer.AT_LEAST ->
          operators = inBlock() ? before() : operators + 1;
      default -> operators++;
    }
    if (operators > LONGEST) {
      skip(errors.tooLong(TokenReader.span(token), LONGEST));
    }
  }

  static boolean endsItem(Token token) {
    return switch (token.getType()) {
      case SitLexer.NL, SitLexer.SEMICOLON, SitLexer.LEFT_BRACE -> true;
      default -> false;
    };
  }

  private boolean inBlock() {
    return !open.isEmpty() && open.peek().block();
  }

  private int before() {
    return open.isEmpty() ? 0 : open.peek().operators();
  }

  private void open(Token token) {
    if (open.size() == DEEPEST) {
      skip(errors.tooDeep(TokenReader.span(token), DEEPEST));
      return;
    }
    boolean block = token.getType() == SitLexer.LEFT_BRACE && open.isEmpty() && isHeader();
    add(token);
    if (!skipping) {
      open.push(new Bracket(token, block, operators));
    }
  }

  /** Whether the statement so far is the head of one that has a block, so that it must follow. */
  private boolean isHeader() {
    int size = current.size();
    return size > 0
        && LineEnds.opensBlock(current.get(0).getType(), current.get(size - 1).getType(), size);
  }

  /** Whether a block must follow the statement so far. */
  private boolean isHead() {
    return isHeader()
        && (current.get(0).getType() != SitLexer.PROCESS
            || current.stream().anyMatch(t -> t.getType() == SitLexer.OVER));
  }

  private void close(Token token) {
    if (open.isEmpty()) {
      if (!broken) {
        diagnostics.add(errors.nothingToClose(TokenReader.span(token), token.getText()));
      }
      broken = true;
      current.add(token);
      return;
    }
    Token bracket = open.peek().token();
    if (!closing(bracket).equals(token.getText()) && !isInterval(bracket, token)) {
      boolean outer = open.stream().anyMatch(b -> closing(b.token()).equals(token.getText()));
      skip(
          outer
              ? errors.neverClosed(TokenReader.span(bracket), bracket.getText(), closing(bracket))
              : errors.wrongClose(
                  TokenReader.span(token), bracket.getText(), closing(bracket), token.getText()));
      return;
    }
    operators = open.pop().operators() - 1;
    current.add(token);
  }

  /** Of the values of a scalar one end may be meant and the other not: [0, 1). */
  private boolean isInterval(Token bracket, Token token) {
    int at = current.indexOf(bracket);
    boolean braces = token.getType() == SitLexer.RIGHT_BRACE;
    return !braces
        && bracket.getType() != SitLexer.LEFT_BRACE
        && at > 0
        && current.get(at - 1).getType() == SitLexer.IN
        && current.stream().anyMatch(t -> t.getType() == SitLexer.PARAM);
  }

  private void semicolon(Token token) {
    if (open.isEmpty()) {
      end();
      return;
    }
    operators = before();
    current.add(token);
  }

  private void newline(int at) {
    if (current.isEmpty() || !open.isEmpty() && !open.peek().block() || goesOn(at)) {
      return;
    }
    if (open.isEmpty()) {
      end();
      return;
    }
    operators = before();
    if (current.get(current.size() - 1).getType() != SitLexer.NL) {
      current.add(tokens.get(at));
    }
  }

  /**
   * Whether the newline at this place is no end: the line before or the line after plainly goes on.
   */
  private boolean goesOn(int at) {
    Token before = current.get(current.size() - 1);
    Token next = nextAfter(at);
    if (LineEnds.wantsMore(before)) {
      boolean another = LineEnds.startsStatement(next) && next.getType() != SitLexer.LEMMA;
      return !another || before.getType() == SitLexer.GIVEN;
    }
    if (next.getType() == SitLexer.MINUS) {
      int column = open.isEmpty() ? startColumn : itemColumn;
      boolean first = !open.isEmpty() && endsItem(before);
      return !first && next.getCharPositionInLine() > column;
    }
    return LineEnds.cannotStart(next) || next.getType() == SitLexer.LEFT_BRACE && isHeader();
  }

  private Token nextAfter(int newline) {
    if (afterNewlines <= newline) {
      afterNewlines = newline + 1;
      while (tokens.get(afterNewlines).getType() == SitLexer.NL) {
        afterNewlines++;
      }
    }
    return tokens.get(afterNewlines);
  }

  private void skip(Diagnostic diagnostic) {
    if (!broken) {
      diagnostics.add(diagnostic);
    }
    skipping = true;
    drop();
  }

  private void drop() {
    broken = false;
    operators = 0;
    current = new ArrayList<>();
    open.clear();
  }

  private void finish() {
    if (open.isEmpty()) {
      incomplete =
          !current.isEmpty() && (LineEnds.wantsMore(current.get(current.size() - 1)) || isHead());
      end();
      return;
    }
    Token bracket = open.peekLast().token();
    if (!broken) {
      diagnostics.add(
          errors.neverClosed(TokenReader.span(bracket), bracket.getText(), closing(bracket)));
    }
    incomplete = true;
  }

  private void end() {
    if (!current.isEmpty() && !broken) {
      Optima.settle(current);
      Rates.settle(current);
      segments.add(current);
    }
    drop();
  }

  private static String closing(Token open) {
    return switch (open.getType()) {
      case SitLexer.LEFT_PAREN -> ")";
      case SitLexer.LEFT_BRACKET -> "]";
      default -> "}";
    };
  }
}
