package sit.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;
import sit.limits.Limits;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;

/**
 * Reads a text. Each statement is parsed on its own, so that an error in one hides nothing of the
 * others, and any text, however broken, gives a program and diagnostics.
 */
public final class Parser {
  /** The most diagnostics of one text. */
  static final int MOST_DIAGNOSTICS = 20;

  private final Source source;
  private final Limits limits;
  private final SyntaxErrors errors;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean stopsEarly;

  private Parser(Source source, Limits limits) {
    this.source = source;
    this.limits = limits;
    this.errors = new SyntaxErrors(source);
  }

  /**
   * Builds the parser's tables ahead of the first text, which takes as long as cutting one into
   * tokens.
   */
  public static void prepare() {
    Objects.requireNonNull(SitParser._ATN);
  }

  public static Program parse(Source source) {
    return parse(source, Limits.none());
  }

  /**
   * Reads a text within limits.
   *
   * @throws sit.limits.LimitReached if reading was cancelled or its time is over
   */
  public static Program parse(Source source, Limits limits) {
    return new Parser(source, limits).program();
  }

  private Program program() {
    int zero = source.text().indexOf('\0');
    if (zero >= 0) {
      diagnostics.add(errors.binary(new Span(zero, zero + 1)));
      return new Program(source, List.of(), diagnostics, false);
    }
    List<Token> tokens = TokenReader.read(source, limits);
    strange(tokens);
    Docs docs = new Docs(tokens);
    Segments segments = new Segments(source, code(tokens));
    List<Statement> statements = new ArrayList<>();
    for (List<Token> segment : segments.segments()) {
      limits.check();
      if (diagnostics.size() >= MOST_DIAGNOSTICS) {
        break;
      }
      if (isReadable(segment)) {
        statement(segment, docs).ifPresent(statements::add);
      }
    }
    diagnostics.addAll(segments.diagnostics());
    if (diagnostics.size() > 1) {
      diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
    }
    List<Diagnostic> shown = diagnostics.subList(0, Math.min(diagnostics.size(), MOST_DIAGNOSTICS));
    return new Program(source, statements, shown, stopsEarly || segments.incomplete());
  }

  /** The tokens that mean something to a statement. */
  static List<Token> code(List<Token> tokens) {
    List<Token> code = new ArrayList<>();
    for (Token token : tokens) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        code.add(token);
      }
    }
    return code;
  }

  /** Reports the first character of each line that no token has. */
  private void strange(List<Token> tokens) {
    boolean reported = false;
    for (Token token : tokens) {
      int type = token.getType();
      if (type == SitLexer.NL) {
        reported = false;
      } else if (!reported && (type == SitLexer.UNCLOSED || type == SitLexer.UNKNOWN)) {
        reported = true;
        Span at = TokenReader.span(token);
        diagnostics.add(
            type == SitLexer.UNCLOSED
                ? errors.unclosedText(new Span(at.start(), at.start() + 1))
                : errors.strangeCharacter(at, token.getText().codePointAt(0)));
      }
      if (diagnostics.size() == MOST_DIAGNOSTICS) {
        return;
      }
    }
  }

  /** Whether nothing was reported of its tokens. */
  private static boolean isReadable(List<Token> segment) {
    for (Token token : segment) {
      if (token.getType() == SitLexer.UNKNOWN || token.getType() == SitLexer.UNCLOSED) {
        return false;
      }
    }
    return true;
  }

  private Optional<Statement> statement(List<Token> segment, Docs docs) {
    int before = diagnostics.size();
    stopsEarly = false;
    SitParser.StatementOnlyContext tree = tree(segment);
    if (diagnostics.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(new AstBuilder(source, docs).statement(tree.statement()));
    } catch (ReportedError error) {
      diagnostics.add(error.diagnostic());
      return Optional.empty();
    }
  }

  private SitParser.StatementOnlyContext tree(List<Token> segment) {
    SitParser parser = parser(segment);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return parser.statementOnly();
    } catch (ParseCancellationException e) {
      SitParser careful = parser(segment);
      careful.getInterpreter().setPredictionMode(PredictionMode.LL);
      careful.setErrorHandler(new DefaultErrorStrategy());
      FirstError error = new FirstError();
      careful.addErrorListener(error);
      SitParser.StatementOnlyContext tree = careful.statementOnly();
      if (error.met() != null) {
        diagnostics.add(Hints.diagnose(source, segment, error));
        stopsEarly = error.met().getType() == Token.EOF;
      }
      return tree;
    }
  }

  private SitParser parser(List<Token> segment) {
    List<Token> input = Factors.tell(segment);
    Token last = segment.get(segment.size() - 1);
    CommonToken end = new CommonToken(Token.EOF, "<end>");
    end.setStartIndex(last.getStopIndex() + 1);
    end.setStopIndex(last.getStopIndex());
    input.add(end);
    SitParser parser = new SitParser(new CommonTokenStream(new Watched(input)));
    parser.removeErrorListeners();
    return parser;
  }

  /** The tokens of a statement, of which a long one can be cancelled while it is read. */
  private final class Watched extends ListTokenSource {
    Watched(List<Token> tokens) {
      super(tokens);
    }

    @Override
    public Token nextToken() {
      limits.check();
      return super.nextToken();
    }
  }
}
