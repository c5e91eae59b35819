package sit.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.misc.IntervalSet;
import sit.grammar.SitLexer;

/**
 * Listens for the first error of a statement: the token that was met, and what could have stood
 * there.
 */
final class FirstError extends BaseErrorListener {
  private static final int MOST_WANTED = 9;

  private Token met;
  private String wanted = "";

  /** The token that could not be read. */
  Token met() {
    return met;
  }

  /** What could have stood in its place; empty if that is too much to tell. */
  String wanted() {
    return wanted;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object symbol,
      int line,
      int column,
      String message,
      RecognitionException error) {
    if (met == null && symbol instanceof Token token && recognizer instanceof Parser parser) {
      met = token;
      wanted = names(expected(parser, error));
    }
  }

  private static IntervalSet expected(Parser parser, RecognitionException error) {
    if (!(error instanceof NoViableAltException e) || e.getDeadEndConfigs() == null) {
      return parser.getExpectedTokens();
    }
    IntervalSet expected = new IntervalSet();
    Set<PredictionContext> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ATNConfig config : e.getDeadEndConfigs()) {
      expected.addAll(parser.getATN().nextTokens(config.state));
      if (expected.contains(Token.EPSILON)) {
        expected.remove(Token.EPSILON);
        follow(parser.getATN(), config.context, expected, seen);
      }
    }
    return expected;
  }

  /** Adds what may come after the rule that was called from this context. */
  private static void follow(
      ATN atn, PredictionContext context, IntervalSet expected, Set<PredictionContext> seen) {
    List<PredictionContext> waiting = new ArrayList<>(List.of(context));
    while (!waiting.isEmpty()) {
      PredictionContext next = waiting.remove(waiting.size() - 1);
      if (!seen.add(next)) {
        continue;
      }
      for (int i = 0; i < next.size(); i++) {
        if (next.getReturnState(i) != PredictionContext.EMPTY_RETURN_STATE) {
          IntervalSet after = atn.nextTokens(atn.states.get(next.getReturnState(i)));
          expected.addAll(after);
          if (after.contains(Token.EPSILON) && next.getParent(i) != null) {
            waiting.add(next.getParent(i));
          }
        }
      }
    }
    expected.remove(Token.EPSILON);
  }

  private static String names(IntervalSet expected) {
    if (expected.contains(SitLexer.NUMBER) && expected.contains(SitLexer.LEFT_PAREN)) {
      return "an expression";
    }
    Set<String> names = new LinkedHashSet<>();
    for (int type : expected.toList()) {
      String name = TokenNames.of(type);
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names.size() > MOST_WANTED ? "" : String.join(", ", names);
  }
}
