package sit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Matrices with their columns below each other, as they can be typed; in LaTeX; in HTML. */
final class MatrixText {
  private static final int MOST_ROWS = 64;

  private MatrixText() {}

  /**
   * The rows of a matrix, each on a line; empty of anything else and of a single row.
   *
   * @param before what stands before the matrix on its first line
   */
  static Optional<String> print(String before, Value value) {
    Optional<List<List<String>>> cells = cells(value).filter(rows -> rows.size() > 1);
    if (cells.isEmpty() || cells.get().size() > MOST_ROWS) {
      return Optional.empty();
    }
    int[] widths = new int[cells.get().get(0).size()];
    for (List<String> row : cells.get()) {
      for (int j = 0; j < widths.length; j++) {
        widths[j] = Math.max(widths[j], row.get(j).length());
      }
    }
    StringBuilder out = new StringBuilder(before).append('[');
    String margin = " ".repeat(before.codePointCount(0, before.length()) + 1);
    for (int i = 0; i < cells.get().size(); i++) {
      out.append(i == 0 ? "[" : ",\n" + margin + "[");
      for (int j = 0; j < widths.length; j++) {
        String cell = cells.get().get(i).get(j);
        out.append(j == 0 ? "" : ", ").append(" ".repeat(widths[j] - cell.length())).append(cell);
      }
      out.append(']');
    }
    return Optional.of(out.append(']').toString());
  }

  /** A matrix in brackets, or a vector as a column; empty of anything else. */
  static Optional<String> latex(Value value) {
    if (!(value instanceof Value.Items items) || items.tuple()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    if (items.rows().isPresent()) {
      for (List<Quantity> row : items.rows().get()) {
        lines.add(String.join(" & ", row.stream().map(ValueLatex::print).toList()));
      }
    } else if (items.numbers().filter(numbers -> !numbers.isEmpty()).isPresent()) {
      items.numbers().get().forEach(entry -> lines.add(ValueLatex.print(entry)));
    } else {
      return Optional.empty();
    }
    return Optional.of("\\begin{bmatrix} " + String.join(" \\\\ ", lines) + " \\end{bmatrix}");
  }

  /** A matrix as a table; empty of anything else. */
  static Optional<String> html(String expression, Value value) {
    Optional<List<List<String>>> cells = cells(value);
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder("<p><code>");
    out.append(HtmlPage.escape(expression)).append("</code> =</p>\n");
    out.append("<table style=\"border-collapse:collapse;border-left:1px solid #888;");
    out.append("border-right:1px solid #888\">\n");
    for (List<String> row : cells.get()) {
      out.append("<tr>");
      for (String cell : row) {
        out.append("<td style=\"text-align:right;padding:2px 10px;white-space:nowrap\">");
        out.append(HtmlPage.escape(cell)).append("</td>");
      }
      out.append("</tr>\n");
    }
    return Optional.of(out.append("</table>\n").toString());
  }

  private static Optional<List<List<String>>> cells(Value value) {
    if (!(value instanceof Value.Items items) || items.tuple()) {
      return Optional.empty();
    }
    Optional<List<List<Quantity>>> rows = items.rows();
    return rows.map(all -> all.stream().map(MatrixText::texts).toList());
  }

  private static List<String> texts(List<Quantity> row) {
    return row.stream().map(ValuePrinter::plain).toList();
  }
}
