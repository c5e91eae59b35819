package sit.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.source.Span;

/** Says more about a token that could not be read, where its surroundings show what was meant. */
final class Hints {
  private final SyntaxErrors errors;
  private final Source source;
  private final List<Token> segment;
  private final Token met;
  private final int at;

  private Hints(Source source, List<Token> segment, Token met) {
    this.source = source;
    this.errors = new SyntaxErrors(source);
    this.segment = segment;
    this.met = met;
    int index = segment.indexOf(met);
    this.at = index < 0 ? segment.size() : index;
  }

  /** The diagnostic of the first error of a statement. */
  static Diagnostic diagnose(Source source, List<Token> segment, FirstError error) {
    return new Hints(source, segment, error.met()).diagnose(error.wanted());
  }

  private Diagnostic diagnose(String wanted) {
    Diagnostic unsupported = unsupported();
    if (unsupported != null) {
      return unsupported;
    }
    Span last = TokenReader.span(segment.get(segment.size() - 1));
    boolean end = at == segment.size();
    String help = help(wanted);
    if (help.isEmpty() && !wanted.isEmpty()) {
      help = (end ? "expected next: " : "expected here: ") + wanted;
    }
    if (end) {
      return errors.unfinished(new Span(last.end(), last.end()), help);
    }
    Span span = TokenReader.span(met);
    boolean line = met.getType() == SitLexer.NL;
    return errors.unexpected(span, line ? "end of the line" : "`" + source.text(span) + "`", help);
  }

  private int type(int index) {
    return index >= 0 && index < segment.size() ? segment.get(index).getType() : Token.EOF;
  }

  private String text(int index) {
    return index >= 0 && index < segment.size() ? segment.get(index).getText() : "";
  }

  /** What papers write and this version does not read. */
  private Diagnostic unsupported() {
    Span span = TokenReader.span(at < segment.size() ? met : segment.get(segment.size() - 1));
    if (type(0) == SitLexer.NAME && at == 1) {
      Span command = TokenReader.span(segment.get(0));
      switch (text(0)) {
        case "dialect" -> {
          return errors.unsupported(command, "`dialect`", "write measures as `I(X; Y | Z)`");
        }
        default -> {}
      }
    }
    return null;
  }

  private String help(String wanted) {
    int first = type(0);
    int here = type(at);
    if (at == 0) {
      return switch (here) {
        case SitLexer.GIVEN, SitLexer.CLAIM, SitLexer.BY ->
            "`" + text(0) + "` stands inside `derivation name { ... }`";
        default -> "";
      };
    } else if (first == SitLexer.CHECK && isStrict(here)) {
      return "a claim has `=`, `<=` or `>=`";
    } else if (type(at - 1) == SitLexer.SUM) {
      return "write `sum[i = 1..n] H(X[i])`";
    } else if (here == SitLexer.BAR && !wanted.contains("`|`")) {
      return "the number of values of X is card(X)";
    } else if ((first == SitLexer.ASSUME || first == SitLexer.GIVEN)
        && wanted.contains("`--`")
        && type(at - 2) == SitLexer.MINUS) {
      return "a Markov chain is written `X -- Y -- Z`";
    } else if (first == SitLexer.ASSUME && at == segment.size()) {
      return "a fact is `X -- Y -- Z`, `X indep Y`, `Y = f(X)`, a relation, or `stationary X`";
    } else if (first == SitLexer.PROCESS && here == SitLexer.LEFT_BRACE) {
      return "say which letters it has: `process X over {0, 1} { ... }`";
    } else if (isWord(met) && wantsName(at - 1)) {
      return "`" + met.getText() + "` is a word of the language: choose another name";
    } else if (startsOperand(here)
        && Spacing.endsOperand(type(at - 1))
        && (wanted.contains("end of the line") || wanted.contains("`)`"))) {
      return "write an operator or `,` before it, or a new line";
    } else if (Spacing.endsOperand(first) || first == SitLexer.MINUS) {
      return switch (here) {
        case SitLexer.TILDE -> "write `rv X ~ ...` to declare a law";
        case SitLexer.DASHES, SitLexer.INDEP -> "write `assume X -- Y -- Z` or `assume X indep Y`";
        case SitLexer.DEFINES -> "write `define I(X; Y) := ...` or `let x = ...`";
        case SitLexer.GIVEN -> "write `check ... given ...`";
        case SitLexer.EQUALS, SitLexer.IS, SitLexer.AT_MOST, SitLexer.AT_LEAST ->
            "a comparison has two sides; write `check a <= b <= c` for a chain";
        default -> "";
      };
    }
    return "";
  }

  private static boolean isStrict(int type) {
    return type == SitLexer.LESS || type == SitLexer.GREATER || type == SitLexer.DIFFERS;
  }

  private boolean wantsName(int before) {
    return switch (type(before)) {
      case SitLexer.LET,
          SitLexer.RV,
          SitLexer.PROCESS,
          SitLexer.DENSITY,
          SitLexer.PARAM,
          SitLexer.DEFINE,
          SitLexer.DERIVATION,
          SitLexer.LEMMA,
          SitLexer.RULE,
          SitLexer.AXIOM,
          SitLexer.PROPERTY,
          SitLexer.BY ->
          true;
      default -> false;
    };
  }

  private static boolean isWord(Token token) {
    return token.getType() != SitLexer.NAME
        && token.getType() != Token.EOF
        && Character.isLetter(token.getText().charAt(0));
  }

  private static boolean startsOperand(int type) {
    return switch (type) {
      case SitLexer.NUMBER,
          SitLexer.NAME,
          SitLexer.STRING,
          SitLexer.TRUE,
          SitLexer.FALSE,
          SitLexer.LEFT_PAREN,
          SitLexer.LEFT_BRACE,
          SitLexer.SUM,
          SitLexer.IF ->
          true;
      default -> false;
    };
  }
}
