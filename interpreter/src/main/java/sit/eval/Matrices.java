package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Kernels, joint laws and lists of lists as heat maps, and any picture as a table. */
final class Matrices {
  private final String title;

  Matrices(String title) {
    this.title = title;
  }

  Plot channel(Channel channel) {
    List<String> columns = channel.outputs().stream().map(ValuePrinter::outcome).toList();
    List<String> rows = channel.inputs().stream().map(ValuePrinter::outcome).toList();
    if (rows.isEmpty()) {
      rows = numbered(channel.rows().size(), 1);
    }
    return new Plot.HeatMap(
        title,
        new Plot.Axis("output", Unit.NONE),
        new Plot.Axis("input", Unit.NONE),
        new Plot.Axis("probability", Unit.NONE),
        columns,
        rows,
        channel.rows());
  }

  /** A law of pairs; the first part counts the rows. */
  Plot joint(Distribution law, List<String> names) {
    Set<String> rows = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    for (Value outcome : law.outcomes()) {
      rows.add(part(outcome, 0));
      columns.add(part(outcome, 1));
    }
    List<List<Quantity>> values = new ArrayList<>();
    for (String row : rows) {
      List<Quantity> line = new ArrayList<>();
      for (String column : columns) {
        Quantity cell = Quantity.of(0);
        for (int i = 0; i < law.outcomes().size(); i++) {
          Value outcome = law.outcomes().get(i);
          if (part(outcome, 0).equals(row) && part(outcome, 1).equals(column)) {
            cell = law.probabilities().get(i);
          }
        }
        line.add(cell);
      }
      values.add(line);
    }
    return new Plot.HeatMap(
        title,
        new Plot.Axis(names.get(1), Unit.NONE),
        new Plot.Axis(names.get(0), Unit.NONE),
        new Plot.Axis("probability", Unit.NONE),
        List.copyOf(columns),
        List.copyOf(rows),
        values);
  }

  private static String part(Value outcome, int at) {
    return ValuePrinter.outcome(((Value.Items) outcome).items().get(at));
  }

  /** A list of lists of numbers, all of one length; empty where it is none. */
  Optional<Plot> matrix(Value.Items items) {
    List<List<Quantity>> values = new ArrayList<>();
    List<Quantity> all = new ArrayList<>();
    for (Value item : items.items()) {
      if (!(item instanceof Value.Items row)) {
        return Optional.empty();
      }
      List<Quantity> line = new ArrayList<>();
      for (Value cell : row.items()) {
        if (!(cell instanceof Quantity quantity)) {
          return Optional.empty();
        }
        line.add(quantity);
      }
      all.addAll(line);
      values.add(line);
    }
    int width = values.isEmpty() ? 0 : values.get(0).size();
    if (width == 0 || values.stream().anyMatch(line -> line.size() != width)) {
      return Optional.empty();
    }
    Plot map =
        new Plot.HeatMap(
            title,
            new Plot.Axis("column", Unit.NONE),
            new Plot.Axis("row", Unit.NONE),
            new Plot.Axis("", Plots.unit(all)),
            numbered(width, 1),
            numbered(values.size(), 1),
            values);
    return Optional.of(map);
  }

  private static List<String> numbered(int count, int first) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(Integer.toString(first + i));
    }
    return all;
  }

  /** The data of a picture, to be read. */
  static Listing listing(Plot plot) {
    List<String> header = new ArrayList<>();
    List<List<Optional<Value>>> rows = new ArrayList<>();
    if (plot instanceof Plot.Curves curves) {
      header.add(curves.x().label());
      curves.curves().forEach(curve -> header.add(curve.name()));
      int most = curves.curves().stream().mapToInt(curve -> curve.points().size()).max().orElse(0);
      for (int i = 0; i < most; i++) {
        List<Optional<Value>> row = new ArrayList<>(List.of(Optional.of(Quantity.of(i + 1L))));
        for (Plot.Curve curve : curves.curves()) {
          boolean there = i < curve.points().size();
          row.add(there ? curve.points().get(i).y().map(y -> y) : Optional.empty());
        }
        rows.add(row);
      }
    } else if (plot instanceof Plot.Bars bars) {
      header.add(bars.x().label());
      bars.series().forEach(series -> header.add(series.name()));
      if (bars.series().size() == 1) {
        header.set(1, bars.y().label());
      }
      for (int i = 0; i < bars.categories().size(); i++) {
        List<Optional<Value>> row = new ArrayList<>(List.of(label(bars.categories().get(i))));
        for (Plot.Series series : bars.series()) {
          row.add(series.heights().get(i).map(height -> height));
        }
        rows.add(row);
      }
    } else if (plot instanceof Plot.HeatMap map) {
      header.add(map.y().label() + " \\ " + map.x().label());
      header.addAll(map.columns());
      for (int i = 0; i < map.rows().size(); i++) {
        List<Optional<Value>> row = new ArrayList<>(List.of(label(map.rows().get(i))));
        map.values().get(i).forEach(cell -> row.add(Optional.of(cell)));
        rows.add(row);
      }
    }
    return new Listing(header, rows, plot.notes());
  }

  /** A name of a row, which is printed as it is. */
  private static Optional<Value> label(String text) {
    return Optional.of(new Value.Symbolic(new sit.term.Term.Symbol(text)));
  }
}
