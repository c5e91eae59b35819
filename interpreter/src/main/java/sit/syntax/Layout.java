package sit.syntax;

import java.util.ArrayList;
import java.util.List;

/** Lines of a program, and the columns they are set in. */
final class Layout {
  /** A reason or a comment that would stand further right than this is not set in a column. */
  private static final int WIDEST = 80;

  private final List<Line> lines = new ArrayList<>();

  /**
   * A line.
   *
   * @param group the chain of steps it belongs to: its relations and its reasons stand in columns
   * @param relation the relation that starts it; empty if none does
   * @param reason what starts with {@code by}; may be empty
   * @param comment with its {@code #}; may be empty
   * @param blank whether an empty line stands above
   */
  record Line(
      int group,
      int indent,
      String relation,
      String text,
      String reason,
      String comment,
      boolean blank) {
    boolean hasCode() {
      return !relation.isEmpty() || !text.isEmpty() || !reason.isEmpty();
    }
  }

  void add(Line line) {
    lines.add(line);
  }

  String print() {
    List<String> code = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int end = at + 1;
      while (end < lines.size() && lines.get(end).group() == lines.get(at).group()) {
        end++;
      }
      group(lines.subList(at, end), code);
      at = end;
    }
    return withComments(code);
  }

  private static void group(List<Line> lines, List<String> code) {
    int relation = 0;
    for (Line line : lines) {
      relation = Math.max(relation, width(line.relation()));
    }
    int reason = 0;
    List<String> texts = new ArrayList<>();
    for (Line line : lines) {
      String text = text(line, relation);
      texts.add(text);
      boolean column = !line.reason().isEmpty() && !text.isEmpty() && width(text) <= WIDEST;
      reason = column ? Math.max(reason, width(text) + 2) : reason;
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String text = texts.get(i);
      if (line.reason().isEmpty()) {
        code.add(text);
      } else if (text.isEmpty()) {
        code.add(" ".repeat(reason > 0 ? reason : line.indent() + 2) + line.reason());
      } else {
        code.add(padded(text, Math.max(reason, width(text) + 2)) + line.reason());
      }
    }
  }

  private static String text(Line line, int relation) {
    if (line.relation().isEmpty()) {
      return line.text().isEmpty() ? "" : " ".repeat(line.indent()) + line.text();
    }
    String space = line.text().isEmpty() ? "" : " ".repeat(relation - width(line.relation()) + 1);
    return " ".repeat(line.indent()) + line.relation() + space + line.text();
  }

  private String withComments(List<String> code) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < lines.size()) {
      int end = at;
      int column = 0;
      while (end < lines.size() && (end == at || !lines.get(end).blank()) && isCommented(end)) {
        int width = width(code.get(end));
        column = width <= WIDEST ? Math.max(column, width + 2) : column;
        end++;
      }
      end = Math.max(end, at + 1);
      for (int i = at; i < end; i++) {
        Line line = lines.get(i);
        out.append(line.blank() ? "\n" : "");
        if (line.comment().isEmpty()) {
          out.append(code.get(i));
        } else if (!line.hasCode()) {
          out.append(" ".repeat(line.indent())).append(line.comment());
        } else {
          String text = code.get(i);
          out.append(padded(text, Math.max(column, width(text) + 2))).append(line.comment());
        }
        out.append('\n');
      }
      at = end;
    }
    return out.toString();
  }

  private boolean isCommented(int at) {
    return lines.get(at).hasCode() && !lines.get(at).comment().isEmpty();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
