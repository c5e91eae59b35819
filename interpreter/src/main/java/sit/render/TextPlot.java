package sit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.value.Plot;
import sit.value.Quantity;

/** Plots for a terminal: in Braille and block characters, or in plain ASCII. */
public final class TextPlot {
  private static final int COLUMNS = 60;
  private static final int ROWS = 15;
  private static final int TICKS = 5;
  private static final int LONGEST_LABEL = 24;
  private static final String SHADES = " .:-=+*#%@";

  private final boolean plain;

  /**
   * A drawer.
   *
   * @param plain whether only ASCII is used, and no colour
   */
  public TextPlot(boolean plain) {
    this.plain = plain;
  }

  /** The picture, its axes and what is noted of it, on lines of at most 80 characters. */
  public String draw(Plot plot) {
    List<String> lines = new ArrayList<>();
    if (plot instanceof Plot.Curves curves) {
      curves(curves, lines);
    } else if (plot instanceof Plot.Bars bars) {
      bars(bars, lines);
    } else if (plot instanceof Plot.HeatMap map) {
      heatMap(map, lines);
    }
    lines.addAll(plot.notes());
    return String.join("\n", lines);
  }

  private void curves(Plot.Curves plot, List<String> lines) {
    Range x = new Range();
    Range y = new Range();
    for (Plot.Curve curve : plot.curves()) {
      for (Plot.Point point : curve.points()) {
        if (point.y().isPresent()) {
          x.take(point.x().value());
          y.take(point.y().get().value());
        }
      }
    }
    double bottom = y.roomBelow();
    double top = y.roomAbove();
    Canvas canvas = new Canvas(COLUMNS, ROWS, plain);
    for (int i = 0; i < plot.curves().size(); i++) {
      Plot.Point last = null;
      for (Plot.Point point : plot.curves().get(i).points()) {
        if (point.y().isPresent()) {
          Plot.Point from = last == null ? point : last;
          canvas.line(
              (from.x().value() - x.low()) / x.width(),
              (from.y().get().value() - bottom) / (top - bottom),
              (point.x().value() - x.low()) / x.width(),
              (point.y().get().value() - bottom) / (top - bottom),
              i);
        }
        last = point.y().isPresent() ? point : null;
      }
    }
    if (!plot.y().label().isEmpty()) {
      lines.add(plot.y().label());
    }
    boolean whole = true;
    for (Plot.Curve curve : plot.curves()) {
      for (Plot.Point point : curve.points()) {
        whole &= point.x().value() == Math.rint(point.x().value());
      }
    }
    frame(canvas, bottom, top, x, whole, lines);
    lines.add(" ".repeat(11 + COLUMNS / 2 - plot.x().label().length() / 2) + plot.x().label());
    if (plot.curves().size() > 1) {
      lines.add(legend(plot.curves().stream().map(Plot.Curve::name).toList()));
    }
  }

  private String legend(List<String> names) {
    StringBuilder out = new StringBuilder(" ".repeat(10));
    for (int i = 0; i < names.size(); i++) {
      String sign =
          plain ? Character.toString(Canvas.sign(i)) : Canvas.colour(i) + "━━" + "\u001b[0m";
      out.append("  ").append(sign).append(' ').append(names.get(i));
    }
    return out.toString();
  }

  /** A canvas between its axes. */
  private void frame(
      Canvas canvas, double bottom, double top, Range x, boolean whole, List<String> lines) {
    String[] labels = new String[ROWS];
    double step = Scale.step(top - bottom, TICKS);
    for (double tick = Math.ceil(bottom / step) * step; tick <= top; tick += step) {
      int row = (int) Math.round((1 - (tick - bottom) / (top - bottom)) * (ROWS - 1));
      labels[row] = Scale.number(Math.abs(tick) < step / 1e6 ? 0 : tick, 6);
    }
    for (int row = 0; row < ROWS; row++) {
      String label = labels[row] == null ? "" : labels[row];
      String bar = plain ? (label.isEmpty() ? "|" : "+") : label.isEmpty() ? "│" : "┤";
      String left = " ".repeat(Math.max(0, 9 - label.length())) + label + " " + bar;
      lines.add((left + canvas.row(row)).stripTrailing());
    }
    lines.add(" ".repeat(10) + (plain ? "+" + "-".repeat(COLUMNS) : "└" + "─".repeat(COLUMNS)));
    StringBuilder below = new StringBuilder(" ".repeat(COLUMNS + 24));
    double width = Scale.step(x.width(), TICKS);
    if (whole) {
      width = Math.max(1, width);
    }
    for (double tick = Math.ceil(x.low() / width - 1e-9) * width;
        tick <= x.high() + width / 1e6;
        tick += width) {
      String label = Scale.number(Math.abs(tick) < width / 1e6 ? 0 : tick, 6);
      int column = 11 + (int) Math.round((tick - x.low()) / x.width() * (COLUMNS - 1));
      int start = Math.max(0, column - label.length() / 2);
      below.replace(start, start + label.length(), label);
    }
    lines.add(below.toString().stripTrailing());
  }

  private void bars(Plot.Bars plot, List<String> lines) {
    Range range = new Range();
    range.take(0);
    int widest = plot.x().label().length();
    for (String category : plot.categories()) {
      widest = Math.max(widest, Math.min(LONGEST_LABEL, category.length()));
    }
    for (Plot.Series series : plot.series()) {
      series.heights().forEach(height -> height.ifPresent(h -> range.take(h.value())));
    }
    String pad = " ".repeat(widest - plot.x().label().length());
    lines.add(pad + plot.x().label() + "  " + plot.y().label());
    boolean several = plot.series().size() > 1;
    int room = COLUMNS - 12;
    for (int i = 0; i < plot.categories().size(); i++) {
      String category = shortened(plot.categories().get(i));
      for (int s = 0; s < plot.series().size(); s++) {
        Optional<Quantity> height = plot.series().get(s).heights().get(i);
        String label = s == 0 ? category : "";
        String number = height.map(h -> Scale.number(h.value(), 4)).orElse("-");
        double share = height.map(h -> Math.max(0, h.value()) / range.high()).orElse(0.0);
        String bar = bar(share * room, several ? s : 0);
        lines.add(" ".repeat(widest - label.length()) + label + "  " + bar + " " + number);
      }
    }
    if (several) {
      lines.add(legend(plot.series().stream().map(Plot.Series::name).toList()));
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 3) + "...";
  }

  /** A bar of so many characters; in blocks the last is cut to an eighth. */
  private String bar(double length, int series) {
    if (plain) {
      String sign = Character.toString(series == 0 ? '#' : Canvas.sign(series));
      return sign.repeat((int) Math.round(length));
    }
    int eighths = (int) Math.round(length * 8);
    String rest = eighths % 8 == 0 ? "" : Character.toString((char) (0x2588 + 8 - eighths % 8));
    return Canvas.colour(series) + "█".repeat(eighths / 8) + rest + "\u001b[0m";
  }

  private void heatMap(Plot.HeatMap plot, List<String> lines) {
    Range range = new Range();
    plot.values().forEach(row -> row.forEach(cell -> range.take(cell.value())));
    boolean probability = plot.cells().name().equals("probability");
    double low = probability ? 0 : range.low();
    double width = Math.max(range.high() - low, Double.MIN_NORMAL);
    int left = plot.y().label().length();
    for (String row : plot.rows()) {
      left = Math.max(left, Math.min(LONGEST_LABEL, row.length()));
    }
    boolean wide = plot.columns().size() > 9;
    int cell = wide ? Math.max(1, Math.min(2, 66 / plot.columns().size())) : 7;
    lines.add(" ".repeat(left + 2) + plot.x().label());
    if (!wide) {
      StringBuilder header = new StringBuilder(plot.y().label());
      header.append(" ".repeat(left - plot.y().label().length() + 1));
      for (String column : plot.columns()) {
        header.append(' ').append(fitted(column, cell - 1));
      }
      lines.add(header.toString().stripTrailing());
    }
    for (int i = 0; i < plot.rows().size(); i++) {
      String label = shortened(plot.rows().get(i));
      StringBuilder line = new StringBuilder(" ".repeat(left - label.length()) + label + " ");
      for (Quantity value : plot.values().get(i)) {
        double share = (value.value() - low) / width;
        String text = wide ? "" : fitted(Scale.number(value.value(), 3), cell - 1);
        line.append(plain ? plainCell(share, text, cell) : shade(share, text, cell));
      }
      lines.add(line.toString().stripTrailing());
    }
    String from = Scale.number(low, 4);
    lines.add(
        plot.cells().label()
            + (plot.cells().label().isEmpty() ? "" : " ")
            + "from "
            + from
            + " to "
            + Scale.number(range.high(), 4));
  }

  private static String fitted(String text, int width) {
    return text.length() >= width
        ? text.substring(0, width)
        : " ".repeat(width - text.length()) + text;
  }

  private static String plainCell(double share, String text, int width) {
    int shade = (int) Math.round(Math.min(1, Math.max(0, share)) * (SHADES.length() - 1));
    String sign = Character.toString(SHADES.charAt(shade));
    return text.isEmpty() ? sign.repeat(width) : " " + text;
  }

  /** A cell on a ground of the 24 greys of a terminal, dark for little. */
  private static String shade(double share, String text, int width) {
    int level = (int) Math.round(Math.min(1, Math.max(0, share)) * 23);
    String ink = level > 11 ? "\u001b[30m" : "\u001b[97m";
    String inside = text.isEmpty() ? " ".repeat(width) : text + " ";
    return "\u001b[48;5;" + (232 + level) + "m" + ink + inside + "\u001b[0m";
  }
}
