package sit.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import sit.grammar.SitLexer;

/**
 * Where spaces stand between the tokens of a statement. Sums and relations have spaces around their
 * signs, products and powers none, and neither has a shifted index: {@code X^(t-1)}.
 */
final class Spacing {
  private final List<Lexeme> all;
  private final Deque<Kind> open = new ArrayDeque<>();
  private boolean unary;
  private boolean tight;
  private int drawn = -1;

  /** What an open bracket is for. */
  private enum Kind {
    PLAIN,
    INDEX,
    /** Of {@code E[X - Y]}. */
    MEAN,
    /** Of {@code E[z ~ q]}: what stands in the next brackets is averaged. */
    DRAWS,
    BLOCK
  }

  private Spacing(List<Lexeme> all) {
    this.all = all;
  }

  /**
   * For each lexeme whether a space stands before it. The newlines among them end lines of a block.
   */
  static boolean[] before(List<Lexeme> lexemes) {
    boolean[] spaces = new boolean[lexemes.size()];
    Spacing spacing = new Spacing(lexemes);
    for (int i = 0; i < spaces.length; i++) {
      spaces[i] = spacing.take(i);
    }
    return spaces;
  }

  /** The text of lexemes on one line. */
  static String join(List<Lexeme> lexemes, Style style) {
    StringBuilder out = new StringBuilder();
    boolean[] spaces = before(lexemes);
    for (int i = 0; i < spaces.length; i++) {
      out.append(spaces[i] ? " " : "").append(style.spell(lexemes.get(i)));
    }
    return out.toString();
  }

  private int type(int at) {
    return at >= 0 && at < all.size() ? all.get(at).type() : SitLexer.NL;
  }

  private boolean take(int i) {
    int type = type(i);
    boolean space = space(i);
    unary = type == SitLexer.MINUS && !endsOperand(type(i - 1));
    tight = isSign(type) && !unary && isShift(i);
    switch (type) {
      case SitLexer.LEFT_PAREN ->
          open.push(type(i - 1) == SitLexer.POWER ? Kind.INDEX : Kind.PLAIN);
      case SitLexer.LEFT_BRACKET ->
          open.push(
              isMean(i - 1)
                  ? Kind.MEAN
                  : endsOperand(type(i - 1)) && drawn != i ? Kind.INDEX : Kind.PLAIN);
      case SitLexer.LEFT_BRACE -> open.push(isBlock(i) ? Kind.BLOCK : Kind.PLAIN);
      case SitLexer.TILDE -> {
        if (open.peek() == Kind.INDEX || open.peek() == Kind.MEAN) {
          open.pop();
          open.push(Kind.DRAWS);
        }
      }
      case SitLexer.RIGHT_PAREN, SitLexer.RIGHT_BRACKET, SitLexer.RIGHT_BRACE ->
          drawn = open.poll() == Kind.DRAWS ? i + 1 : drawn;
      default -> {}
    }
    return space;
  }

  private boolean isMean(int i) {
    return type(i) == SitLexer.NAME && all.get(i).text().equals("E");
  }

  private boolean isBlock(int i) {
    return open.isEmpty() && LineEnds.opensBlock(type(0), type(i - 1), i);
  }

  private boolean space(int i) {
    int before = type(i - 1);
    int type = type(i);
    if (before == SitLexer.NL || type == SitLexer.NL) {
      return false;
    } else if (before == SitLexer.LEFT_BRACE || type == SitLexer.RIGHT_BRACE) {
      boolean empty = before == SitLexer.LEFT_BRACE && type == SitLexer.RIGHT_BRACE;
      return !empty && open.peek() == Kind.BLOCK;
    } else if (type == SitLexer.COLON && (open.isEmpty() || open.peek() == Kind.BLOCK)) {
      return true; // rv X, Y : real
    } else if (closes(type)
        || before == SitLexer.LEFT_PAREN
        || before == SitLexer.LEFT_BRACKET
        || type == SitLexer.PRIME
        || isPunctuation(type)) {
      return false;
    } else if (isPunctuation(before)) {
      return true;
    } else if (before == SitLexer.RANGE) {
      return all.get(i).text().startsWith(".");
    } else if (binds(type) || binds(before)) {
      return false;
    } else if (unary) {
      return type == SitLexer.MINUS || type == SitLexer.DASHES;
    } else if (isSign(before)) {
      return !tight;
    } else if (isSign(type) && endsOperand(before)) {
      return !isShift(i);
    }
    return switch (type) {
      case SitLexer.LEFT_PAREN -> before == SitLexer.NAME ? isSubject(i) : before != SitLexer.SHAPE;
      case SitLexer.LEFT_BRACKET -> drawn == i || !endsOperand(before) && before != SitLexer.SUM;
      default -> true;
    };
  }

  private static boolean closes(int type) {
    return type == SitLexer.RIGHT_PAREN || type == SitLexer.RIGHT_BRACKET;
  }

  private static boolean isPunctuation(int type) {
    return type == SitLexer.COMMA || type == SitLexer.COLON || type == SitLexer.SEMICOLON;
  }

  private static boolean isSign(int type) {
    return type == SitLexer.PLUS || type == SitLexer.MINUS;
  }

  private static boolean binds(int type) {
    return switch (type) {
      case SitLexer.TIMES, SitLexer.DIVIDE, SitLexer.POWER, SitLexer.RANGE -> true;
      default -> false;
    };
  }

  static boolean endsOperand(int type) {
    return switch (type) {
      case SitLexer.NUMBER,
          SitLexer.NAME,
          SitLexer.STRING,
          SitLexer.TRUE,
          SitLexer.FALSE,
          SitLexer.ELLIPSIS,
          SitLexer.RIGHT_PAREN,
          SitLexer.RIGHT_BRACKET,
          SitLexer.RIGHT_BRACE,
          SitLexer.PRIME ->
          true;
      default -> false;
    };
  }

  /** Whether the sign at this place shifts an index: {@code t-1}, {@code t-k-1}. */
  private boolean isShift(int i) {
    if (open.peek() != Kind.INDEX || !isAmount(i + 1)) {
      return false;
    }
    int first = i - 1;
    while (isAmount(first) && isSign(type(first - 1))) {
      first -= 2;
    }
    int last = i + 1;
    while (isSign(type(last + 1)) && isAmount(last + 2)) {
      last += 2;
    }
    int from = type(first - 1);
    int to = type(last + 1);
    boolean starts =
        from == SitLexer.LEFT_PAREN
            || from == SitLexer.LEFT_BRACKET
            || from == SitLexer.RANGE
            || from == SitLexer.COMMA;
    boolean ends = closes(to) || to == SitLexer.RANGE || to == SitLexer.COMMA;
    return starts && ends && (type(first) == SitLexer.NAME || type(first) == SitLexer.NUMBER);
  }

  /** Whether an index can be shifted by it: a number, or a small letter as an index is. */
  private boolean isAmount(int i) {
    return type(i) == SitLexer.NUMBER
        || type(i) == SitLexer.NAME && Character.isLowerCase(all.get(i).text().charAt(0));
  }

  private static boolean declares(int type) {
    return switch (type) {
      case SitLexer.RV, SitLexer.PROCESS, SitLexer.PARAM, SitLexer.DENSITY -> true;
      default -> false;
    };
  }

  /** Whether the bracket at this place holds what a fact is about: {@code stationary (X, Y)}. */
  private boolean isSubject(int i) {
    int before = type(i - 2);
    boolean first =
        before == SitLexer.GIVEN || before == SitLexer.ASSUME || before == SitLexer.COMMA;
    if (!first || !open.isEmpty() && open.peek() != Kind.BLOCK) {
      return false;
    }
    int depth = 0;
    int end = i;
    do {
      depth += type(end) == SitLexer.LEFT_PAREN ? 1 : type(end) == SitLexer.RIGHT_PAREN ? -1 : 0;
      end++;
    } while (depth > 0 && end < all.size());
    boolean alone =
        type(end) == SitLexer.NL || type(end) == SitLexer.COMMA || type(end) == SitLexer.BAR;
    for (int at = i; alone && at >= 0 && type(at) != SitLexer.NL; at--) {
      if (type(at) == SitLexer.GIVEN || type(at) == SitLexer.ASSUME) {
        return !declares(type(at + 1));
      }
    }
    return false;
  }
}
