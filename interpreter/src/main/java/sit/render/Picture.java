package sit.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import sit.value.Plot;
import sit.value.Quantity;

/**
 * A plot as a chart of the library that draws it: its axes, legend, colours and bounds. Colours are
 * those of Okabe and Ito, which readers with any colour vision tell apart.
 */
final class Picture {
  private static final List<Integer> COLOURS =
      List.of(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000);
  private static final int LIGHT = 0xF7FBFF;
  private static final int DARK = 0x4292C6;
  private static final int INK = 0x222222;
  private static final int GRID = 0xDDDDDD;

  /** Curves of so few points show each of them. */
  private static final int FEW = 25;

  /** Heat maps of so few cells in a row show their values. */
  private static final int READABLE = 10;

  private final int width;
  private final int height;

  Picture(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Chart<?, ?> of(Plot plot) {
    if (plot instanceof Plot.Curves curves) {
      return curves(curves);
    } else if (plot instanceof Plot.Bars bars) {
      return bars(bars);
    }
    return heatMap((Plot.HeatMap) plot);
  }

  private void style(AxesChartStyler style, boolean legend) {
    style.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setChartFontColor(new Color(INK));
    style.setXAxisTitleColor(new Color(INK));
    style.setYAxisTitleColor(new Color(INK));
    style.setAxisTickLabelsColor(new Color(INK));
    style.setPlotGridLinesColor(new Color(GRID));
    style.setPlotGridLinesStroke(new BasicStroke(0.7f));
    style.setPlotBorderVisible(false);
    style.setChartTitleVisible(false);
    style.setPlotMargin(0);
    style.setChartPadding(12);
    style.setLegendVisible(legend);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendPosition(Styler.LegendPosition.OutsideE);
    style.setPlotContentSize(0.97);
    style.setXAxisTickMarkSpacingHint(64);
    style.setXAxisTickLabelsFormattingFunction(value -> Scale.number(value, 6));
    style.setYAxisTickLabelsFormattingFunction(value -> Scale.number(value, 6));
  }

  private Chart<?, ?> curves(Plot.Curves plot) {
    XYChart chart = new XYChart(width, height);
    style(chart.getStyler(), plot.curves().size() > 1);
    if (plot.curves().size() <= 3) {
      chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
      chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    }
    chart.setXAxisTitle(plot.x().label());
    chart.setYAxisTitle(plot.y().label());
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
    chart.getStyler().setXAxisMin(x.low()).setXAxisMax(x.high());
    chart.getStyler().setYAxisMin(y.roomBelow()).setYAxisMax(y.roomAbove());
    List<String> names = different(plot.curves().stream().map(Plot.Curve::name).toList());
    for (int i = 0; i < plot.curves().size(); i++) {
      Plot.Curve curve = plot.curves().get(i);
      band(chart, curve, "bounds of " + names.get(i), i, y);
      line(chart, curve, names.get(i), i);
    }
    return chart;
  }

  private static void line(XYChart chart, Plot.Curve curve, String name, int i) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (Plot.Point point : curve.points()) {
      xs.add(point.x().value());
      ys.add(point.y().map(Quantity::value).orElse(Double.NaN));
    }
    boolean few = xs.size() <= FEW;
    if (!few) {
      // points at equal distances would have the ticks put at them and not at round numbers
      xs.add((xs.get(0) + xs.get(1)) / 2);
      ys.add(Double.NaN);
    }
    XYSeries series = chart.addSeries(name, xs, ys);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
    series.setLineColor(colour(i));
    series.setMarkerColor(colour(i));
    series.setMarker(few ? marker(i) : SeriesMarkers.NONE);
    series.setLineStyle(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
  }

  /** The bounds of a curve as an area, where a reader could see it. */
  private static void band(XYChart chart, Plot.Curve curve, String name, int i, Range range) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    double widest = 0;
    for (Plot.Point point : curve.points()) {
      if (point.y().isPresent()) {
        xs.add(point.x().value());
        ys.add(point.y().get().upper());
        widest = Math.max(widest, point.y().get().upper() - point.y().get().lower());
      }
    }
    if (widest < range.width() / 500 || Double.isInfinite(widest)) {
      return;
    }
    List<Plot.Point> back = new ArrayList<>(curve.points());
    Collections.reverse(back);
    for (Plot.Point point : back) {
      if (point.y().isPresent()) {
        xs.add(point.x().value());
        ys.add(point.y().get().lower());
      }
    }
    XYSeries series = chart.addSeries(name, xs, ys);
    Color base = colour(i);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(new Color(base.getRed(), base.getGreen(), base.getBlue(), 60));
    series.setLineColor(new Color(0, 0, 0, 0));
    series.setLineStyle(new BasicStroke(0f));
    series.setMarker(SeriesMarkers.NONE);
    series.setShowInLegend(false);
  }

  /** Names that the library can tell apart: it wants them different and not empty. */
  private static List<String> different(List<String> names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      String free = name.isEmpty() ? " " : name;
      while (all.contains(free)) {
        free += " ";
      }
      all.add(free);
    }
    return all;
  }

  private Chart<?, ?> bars(Plot.Bars plot) {
    CategoryChart chart = new CategoryChart(width, height);
    style(chart.getStyler(), plot.series().size() > 1);
    // what stands below the bars are names, which a format for numbers would leave out
    chart.getStyler().setXAxisTickLabelsFormattingFunction(null);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.setXAxisTitle(plot.x().label());
    chart.setYAxisTitle(plot.y().label());
    Range y = new Range();
    y.take(0);
    for (Plot.Series series : plot.series()) {
      series.heights().forEach(height -> height.ifPresent(h -> y.take(h.value())));
    }
    chart.getStyler().setYAxisMin(y.roomBelow()).setYAxisMax(y.roomAbove());
    chart.getStyler().setAvailableSpaceFill(plot.categories().size() > 40 ? 0.98 : 0.7);
    boolean crowded = plot.categories().stream().mapToInt(String::length).sum() > 60;
    chart.getStyler().setXAxisLabelRotation(crowded ? 45 : 0);
    chart.getStyler().setXAxisTickMarkSpacingHint(20);
    List<String> names = different(plot.series().stream().map(Plot.Series::name).toList());
    for (int i = 0; i < plot.series().size(); i++) {
      Plot.Series series = plot.series().get(i);
      List<Double> heights = new ArrayList<>();
      for (Optional<Quantity> height : series.heights()) {
        heights.add(height.map(Quantity::value).orElse(0.0));
      }
      CategorySeries drawn = chart.addSeries(names.get(i), plot.categories(), heights);
      drawn.setFillColor(colour(i));
    }
    return chart;
  }

  private Chart<?, ?> heatMap(Plot.HeatMap plot) {
    HeatMapChart chart = new HeatMapChartBuilder().width(width).height(height).build();
    style(chart.getStyler(), true);
    chart.getStyler().setXAxisTickLabelsFormattingFunction(null);
    chart.getStyler().setYAxisTickLabelsFormattingFunction(null);
    chart.getStyler().setXAxisTickMarkSpacingHint(20);
    chart.setXAxisTitle(plot.x().label());
    chart.setYAxisTitle(plot.y().label());
    chart.setTitle(plot.cells().label());
    chart.getStyler().setChartTitleVisible(!plot.cells().label().isEmpty());
    chart.getStyler().setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    chart.getStyler().setChartTitleBoxVisible(false);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setPlotContentSize(1);
    chart.getStyler().setRangeColors(new Color[] {new Color(LIGHT), new Color(DARK)});
    chart.getStyler().setGradientColorColumnWeight(16);
    chart.getStyler().setGradientColorColumnHeight(height / 2);
    chart.getStyler().setDrawBorder(true);
    boolean readable = plot.columns().size() <= READABLE && plot.rows().size() <= 2 * READABLE;
    chart.getStyler().setShowValue(readable);
    chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    chart.getStyler().setValueFontColor(new Color(INK));
    Range range = new Range();
    List<Number[]> cells = new ArrayList<>();
    for (int row = 0; row < plot.rows().size(); row++) {
      for (int column = 0; column < plot.columns().size(); column++) {
        double value = plot.values().get(plot.rows().size() - 1 - row).get(column).value();
        range.take(value);
        cells.add(new Number[] {column, row, value});
      }
    }
    boolean probability = plot.cells().name().equals("probability");
    double step = Scale.step(range.width(), 10);
    double low = probability ? 0 : step * Math.floor(range.low() / step + 1e-9);
    double high = step * Math.ceil(range.high() / step - 1e-9);
    chart.getStyler().setMin(rounded(low)).setMax(rounded(high));
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(range.width())) + 2);
    chart.getStyler().setHeatMapValueDecimalPattern("0." + "#".repeat(Math.max(1, decimals)));
    List<String> rows = new ArrayList<>(plot.rows());
    Collections.reverse(rows);
    chart.addSeries(
        plot.cells().label().isEmpty() ? " " : plot.cells().label(), plot.columns(), rows, cells);
    return chart;
  }

  private static double rounded(double value) {
    return Double.parseDouble(Scale.number(value, 6));
  }

  private static Color colour(int i) {
    return new Color(COLOURS.get(i % COLOURS.size()));
  }

  private static Marker marker(int i) {
    List<Marker> markers =
        List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP);
    return markers.get(i % markers.size());
  }
}
