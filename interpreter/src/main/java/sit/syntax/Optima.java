package sit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;

/**
 * Tells {@code max(a, b)}, the larger of two, from {@code max (...) over p(X)}, an optimum, before
 * the parser has to: it would need to read ahead to the {@code over}. A {@code max} that has no
 * {@code over} becomes a plain name. Likewise the dot of {@code q(·|x)} is told from a product.
 */
final class Optima {
  private final List<Token> segment;
  private final Deque<List<Integer>> levels = new ArrayDeque<>();

  private Optima(List<Token> segment) {
    this.segment = segment;
  }

  static void settle(List<Token> segment) {
    new Optima(segment).settle();
  }

  private void settle() {
    levels.push(new ArrayList<>());
    for (int i = 0; i < segment.size(); i++) {
      switch (segment.get(i).getType()) {
        case SitLexer.MIN, SitLexer.MAX, SitLexer.ARGMIN, SitLexer.ARGMAX -> levels.peek().add(i);
        case SitLexer.OVER -> over(levels.peek());
        case SitLexer.TIMES -> dot(i);
        case SitLexer.LEFT_PAREN, SitLexer.LEFT_BRACKET, SitLexer.LEFT_BRACE ->
            levels.push(new ArrayList<>());
        case SitLexer.RIGHT_PAREN, SitLexer.RIGHT_BRACKET, SitLexer.RIGHT_BRACE ->
            calls(levels.pop(), 0);
        case SitLexer.COMMA,
            SitLexer.SEMICOLON,
            SitLexer.NL,
            SitLexer.COLON,
            SitLexer.BAR,
            SitLexer.BARS,
            SitLexer.ARROW,
            SitLexer.TILDE,
            SitLexer.DEFINES,
            SitLexer.DASHES,
            SitLexer.UNDER,
            SitLexer.INDEP,
            SitLexer.GIVEN,
            SitLexer.BY ->
            calls(levels.peek(), 0);
        default -> {
          if (LineEnds.isRelation(segment.get(i))) {
            calls(levels.peek());
          }
        }
      }
    }
    calls(levels.pop(), 0);
  }

  /** The centred dot of {@code q(·|x)} is no product. */
  private void dot(int at) {
    boolean first = at > 0 && segment.get(at - 1).getType() == SitLexer.LEFT_PAREN;
    if (first && segment.get(at) instanceof CommonToken token) {
      token.setType(SitLexer.DOT);
      token.setText(".");
    }
  }

  private boolean isCall(int at) {
    return at + 1 < segment.size() && segment.get(at + 1).getType() == SitLexer.LEFT_PAREN;
  }

  /** The last that cannot be a call has this {@code over}, or else the first of all. */
  private void over(List<Integer> waiting) {
    int chosen = waiting.size() - 1;
    while (chosen > 0 && isCall(waiting.get(chosen))) {
      chosen--;
    }
    if (chosen >= 0) {
      calls(waiting, chosen + 1);
      waiting.remove(chosen);
    }
  }

  /** Those that can be calls are, for no objective goes on after a relation. */
  private void calls(List<Integer> waiting) {
    List<Integer> optima = new ArrayList<>();
    for (int at : waiting) {
      if (!isCall(at)) {
        optima.add(at);
      }
    }
    waiting.removeAll(optima);
    calls(waiting, 0);
    waiting.addAll(optima);
  }

  /** From this place on, those that are still waiting are calls. */
  private void calls(List<Integer> waiting, int from) {
    for (int at : waiting.subList(from, waiting.size())) {
      if (isCall(at) && segment.get(at) instanceof CommonToken token) {
        token.setType(SitLexer.NAME);
      }
    }
    waiting.subList(from, waiting.size()).clear();
  }
}
