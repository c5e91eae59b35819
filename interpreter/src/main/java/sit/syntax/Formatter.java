package sit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.source.Diagnostic;
import sit.source.Source;

/**
 * Sets a text in canonical layout. Statements, comments and the breaks of lines stay where they
 * are; spaces, indents, columns and spellings become canonical, and of several empty lines one
 * stays. The program that the text means never changes.
 */
public final class Formatter {
  private static final int STEP = 2;

  private final Map<Token, Place> places = new HashMap<>();
  private final Layout layout = new Layout();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Token> line = new ArrayList<>();
  private final List<Comment> waiting = new ArrayList<>();
  private int group;
  private int start;
  private final Style style;
  private boolean inReasons;

  private Formatter(Style style) {
    this.style = style;
  }

  /**
   * A formatted text.
   *
   * @param text in canonical layout; as it was if it could not be read
   * @param diagnostics why it could not be read; empty if it could
   */
  public record Formatted(String text, List<Diagnostic> diagnostics) {
    public Formatted {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * What is known of a token: whether a space stands before it, and whether a statement or an item
   * starts with it.
   */
  private record Place(boolean space, boolean starts, boolean between) {
    static final Place NONE = new Place(false, false, false);
  }

  /** A comment on a line of its own, and whether an empty line stands above it. */
  private record Comment(String text, boolean blank) {}

  /** Formats a text in canonical spelling. */
  public static Formatted format(Source source) {
    return format(source, Style.ASCII);
  }

  /**
   * Formats a text.
   *
   * @param style how signs and Greek names are spelled; comments and quoted texts stay as they are
   * @throws IllegalStateException if the result would mean something else
   */
  public static Formatted format(Source source, Style style) {
    Program program = Parser.parse(source);
    if (!program.diagnostics().isEmpty()) {
      return new Formatted(source.text(), program.diagnostics());
    }
    List<Token> tokens = TokenReader.read(source);
    Formatter formatter = new Formatter(style);
    for (List<Token> segment : new Segments(source, Parser.code(tokens)).segments()) {
      formatter.place(segment);
    }
    formatter.lines(tokens);
    String text = formatter.layout.print();
    Program after = Parser.parse(new Source(source.name(), text));
    if (!TreePrinter.print(after.statements()).equals(TreePrinter.print(program.statements()))) {
      throw new IllegalStateException("formatting would change the meaning of " + source.name());
    }
    return new Formatted(text, List.of());
  }

  private void place(List<Token> segment) {
    List<Lexeme> lexemes = Roles.lexemes(segment);
    boolean[] spaces = Spacing.before(lexemes);
    int depth = 0;
    int brace = Roles.block(segment);
    int block = brace >= 0 ? 1 : 0;
    boolean starts = true;
    for (int i = 0; i < spaces.length; i++) {
      Token token = segment.get(i);
      depth -= Roles.closes(token) ? 1 : 0;
      boolean first = starts && !Roles.closes(token);
      places.put(token, new Place(spaces[i], first, depth <= block));
      depth += Roles.opens(token) ? 1 : 0;
      starts = block == 1 && i >= brace && depth == 1 && Segments.endsItem(token);
    }
  }

  private void lines(List<Token> tokens) {
    String comment = "";
    boolean blank = false;
    boolean any = false;
    for (Token token : tokens) {
      boolean end = token.getType() == Token.EOF || token.getType() == SitLexer.NL;
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        comment = token.getText().stripTrailing();
      } else if (!end) {
        line.add(token);
      } else if (line.isEmpty() && comment.isEmpty()) {
        blank = any;
      } else {
        if (line.isEmpty()) {
          waiting.add(new Comment(comment, blank));
        } else {
          line(comment, blank);
        }
        comment = "";
        blank = false;
        any = true;
      }
    }
    comments(++group, 0);
  }

  private void line(String comment, boolean blank) {
    Token first = line.get(0);
    Place place = places.getOrDefault(first, Place.NONE);
    int inside = open.isEmpty() ? 0 : open.peek() + STEP;
    int indent = inside;
    if (place.starts()) {
      group++;
    } else if (place.between() && !Roles.closes(first)) {
      indent = first.getType() == SitLexer.LEFT_BRACE ? start : start + STEP;
    }
    comments(group, indent);
    int popped = 0;
    while (popped < line.size() && Roles.closes(line.get(popped))) {
      indent = open.pop();
      popped++;
    }
    boolean another = false;
    for (int i = popped; i < line.size(); i++) {
      Token token = line.get(i);
      if (places.getOrDefault(token, Place.NONE).starts()) {
        start = indent;
        another |= i > 0;
      }
      if (Roles.opens(token)) {
        open.push(indent);
      } else if (Roles.closes(token)) {
        open.pop();
      }
    }
    add(first, place, indent, comment, blank);
    group += another ? 1 : 0;
    line.clear();
  }

  private void add(Token first, Place place, int indent, String comment, boolean blank) {
    boolean related = place.between() && !place.starts() && LineEnds.isRelation(first);
    boolean more = inReasons && !place.starts() && !Roles.closes(first);
    int reason = related ? 1 : 0;
    while (!more && reason < line.size() && line.get(reason).getType() != SitLexer.BY) {
      reason++;
    }
    inReasons = reason < line.size() && line.get(line.size() - 1).getType() == SitLexer.COMMA;
    String relation = related ? spelled(first) : "";
    String text = text(related ? 1 : 0, reason);
    String by = (more ? "   " : "") + text(reason, line.size());
    layout.add(new Layout.Line(group, indent, relation, text, by, comment, blank));
  }

  private String text(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = line.get(i);
      Place place = places.getOrDefault(token, Place.NONE);
      boolean next = place.starts() && i > 0 && line.get(i - 1).getType() == SitLexer.SEMICOLON;
      out.append(i > from && (place.space() || next) ? " " : "").append(spelled(token));
    }
    return out.toString();
  }

  private String spelled(Token token) {
    return style.spell(new Lexeme(token.getType(), token.getText()));
  }

  private void comments(int group, int indent) {
    for (Comment comment : waiting) {
      layout.add(new Layout.Line(group, indent, "", "", "", comment.text(), comment.blank()));
    }
    waiting.clear();
  }
}
