package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.exact.closed.OpenParameter;
import sit.source.ReportedError;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Turns what is to be drawn or listed into data: curves, bars, heat maps, tables. */
final class Plots {
  private static final int MOST_NOTES = 3;

  private final Evaluator evaluator;

  Plots(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** A {@link Plot} or a {@link Listing}. */
  Value evaluate(TypedStatement.Plot plot) {
    String title = evaluator.source().phrase(plot.span());
    if (plot.sweep().isPresent()) {
      return swept(plot, plot.sweep().get(), title);
    }
    Single single = new Single(evaluator, title);
    List<Value> values = new ArrayList<>();
    for (TypedExpr shown : plot.shown()) {
      values.add(single.value(shown));
    }
    return plot.table() ? single.listed(plot.shown(), values) : single.drawn(plot.shown(), values);
  }

  private Value swept(TypedStatement.Plot plot, TypedStatement.Sweep sweep, String title) {
    List<Value> places = new Sweep(evaluator, sweep).values(plot.table());
    List<List<Optional<Value>>> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (TypedExpr shown : plot.shown()) {
      columns.add(column(shown, sweep.name(), places, plot.table(), notes));
    }
    if (plot.table()) {
      return table(plot, sweep, places, columns, notes);
    }
    boolean numbers = places.stream().allMatch(place -> place instanceof Quantity);
    return numbers
        ? curves(plot, sweep, places, columns, title, notes)
        : bars(plot, sweep, places, columns, title, notes);
  }

  /**
   * The values of an expression; where it has none, that is noted, and an error if it never has.
   */
  private List<Optional<Value>> column(
      TypedExpr shown, String name, List<Value> places, boolean table, List<String> notes) {
    List<Optional<Value>> all = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    ReportedError first = null;
    for (Value place : places) {
      evaluator.limits().check();
      try {
        Evaluator there = new Bindings(evaluator).at(name, place, shown.span());
        Value value = there.evaluate(shown, Locals.NONE.with(name, place));
        if (!table) {
          requireNumbers(shown, value);
        }
        all.add(Optional.of(value));
      } catch (OpenParameter open) {
        throw new ParameterErrors(evaluator.source()).needsNumber(shown.span(), open.names());
      } catch (ReportedError error) {
        first = first == null ? error : first;
        gaps.add(text(shown) + " has no value at " + name + " = " + ValuePrinter.outcome(place));
        all.add(Optional.empty());
      }
    }
    if (first != null) {
      if (gaps.size() == places.size()) {
        throw first;
      }
      String why = ": " + first.diagnostic().message();
      gaps.subList(0, Math.min(MOST_NOTES, gaps.size())).forEach(gap -> notes.add(gap + why));
      if (gaps.size() > MOST_NOTES) {
        notes.add("... nor at " + (gaps.size() - MOST_NOTES) + " more places");
      }
    }
    return all;
  }

  private void requireNumbers(TypedExpr shown, Value value) {
    boolean pair =
        value instanceof Value.Items items
            && items.items().size() == 2
            && items.items().stream().allMatch(item -> item instanceof Quantity);
    if (value instanceof Quantity quantity && quantity.isOpen()) {
      throw new OpenParameter(quantity.form().get().parameters());
    }
    if (!(value instanceof Quantity) && !pair) {
      throw evaluator
          .errors()
          .wrongValue(shown.span(), "what is drawn", "a number or a pair", Terms.print(value));
    }
  }

  private String text(TypedExpr shown) {
    return evaluator.source().phrase(shown.span());
  }

  private Listing table(
      TypedStatement.Plot plot,
      TypedStatement.Sweep sweep,
      List<Value> places,
      List<List<Optional<Value>>> columns,
      List<String> notes) {
    List<String> header =
        new ArrayList<>(List.of(new Plot.Axis(sweep.name(), unit(places)).label()));
    for (int i = 0; i < columns.size(); i++) {
      Unit unit = unit(columns.get(i).stream().flatMap(Optional::stream).toList());
      header.add(new Plot.Axis(text(plot.shown().get(i)), unit).label());
    }
    List<List<Optional<Value>>> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      List<Optional<Value>> row = new ArrayList<>(List.of(Optional.of(places.get(i))));
      for (List<Optional<Value>> column : columns) {
        row.add(column.get(i));
      }
      rows.add(row);
    }
    return new Listing(header, rows, notes);
  }

  /** The unit that numbers have in common; none where they have different ones. */
  static Unit unit(List<? extends Value> values) {
    Set<Unit> units = new LinkedHashSet<>();
    for (Value value : values) {
      if (value instanceof Quantity quantity && !quantity.isExactZero()) {
        units.add(quantity.unit());
      }
    }
    return units.size() == 1 ? units.iterator().next() : Unit.NONE;
  }

  private Plot curves(
      TypedStatement.Plot plot,
      TypedStatement.Sweep sweep,
      List<Value> places,
      List<List<Optional<Value>>> columns,
      String title,
      List<String> notes) {
    List<Plot.Curve> curves = new ArrayList<>();
    boolean parametric = false;
    List<TypedExpr.Joint> pairs = pairs(plot.shown());
    for (int i = 0; i < columns.size(); i++) {
      List<Plot.Point> points = new ArrayList<>();
      for (int k = 0; k < places.size(); k++) {
        Quantity place = (Quantity) places.get(k);
        Optional<Value> value = columns.get(i).get(k);
        if (value.isPresent() && value.get() instanceof Value.Items pair) {
          parametric = true;
          Quantity y = (Quantity) pair.items().get(1);
          points.add(new Plot.Point((Quantity) pair.items().get(0), finite(y)));
        } else if (value.isPresent() || !parametric) {
          points.add(new Plot.Point(place, value.map(y -> (Quantity) y).flatMap(Plots::finite)));
        }
      }
      TypedExpr named = pairs.isEmpty() ? plot.shown().get(i) : pairs.get(i).parts().get(1);
      curves.add(new Plot.Curve(text(named), points));
    }
    curves = withUnits(curves);
    Plot.Axis x = new Plot.Axis(sweep.name(), unit(places));
    List<Quantity> heights = new ArrayList<>();
    List<Quantity> widths = new ArrayList<>();
    for (Plot.Curve curve : curves) {
      curve.points().forEach(point -> widths.add(point.x()));
      curve.points().forEach(point -> point.y().ifPresent(heights::add));
    }
    String name = curves.size() == 1 ? curves.get(0).name() : "";
    if (parametric) {
      x = new Plot.Axis(pairs.isEmpty() ? "" : text(pairs.get(0).parts().get(0)), unit(widths));
      name = pairs.isEmpty() ? "" : name;
    }
    return new Plot.Curves(title, x, new Plot.Axis(name, unit(heights)), curves, notes);
  }

  /** Curves in different units have each its own in its name. */
  private static List<Plot.Curve> withUnits(List<Plot.Curve> curves) {
    List<Unit> units = new ArrayList<>();
    for (Plot.Curve curve : curves) {
      units.add(unit(curve.points().stream().flatMap(point -> point.y().stream()).toList()));
    }
    if (units.stream().distinct().count() < 2) {
      return curves;
    }
    List<Plot.Curve> named = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      String name = new Plot.Axis(curves.get(i).name(), units.get(i)).label();
      named.add(new Plot.Curve(name, curves.get(i).points()));
    }
    return named;
  }

  private static Optional<Quantity> finite(Quantity value) {
    return Double.isInfinite(value.value()) ? Optional.empty() : Optional.of(value);
  }

  /** The parts of curves that are all written as pairs over one first part; empty of others. */
  private List<TypedExpr.Joint> pairs(List<TypedExpr> shown) {
    List<TypedExpr.Joint> pairs = new ArrayList<>();
    for (TypedExpr expr : shown) {
      boolean pair = expr instanceof TypedExpr.Joint joint && joint.parts().size() == 2;
      if (!pair) {
        return List.of();
      }
      pairs.add((TypedExpr.Joint) expr);
    }
    String first = text(pairs.get(0).parts().get(0));
    boolean one = pairs.stream().allMatch(pair -> text(pair.parts().get(0)).equals(first));
    return one ? pairs : List.of();
  }

  private Plot bars(
      TypedStatement.Plot plot,
      TypedStatement.Sweep sweep,
      List<Value> places,
      List<List<Optional<Value>>> columns,
      String title,
      List<String> notes) {
    List<Plot.Series> series = new ArrayList<>();
    List<Quantity> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<Optional<Quantity>> heights = new ArrayList<>();
      for (Optional<Value> value : columns.get(i)) {
        heights.add(
            value.filter(v -> v instanceof Quantity).map(v -> (Quantity) v).flatMap(Plots::finite));
      }
      heights.forEach(height -> height.ifPresent(all::add));
      series.add(new Plot.Series(text(plot.shown().get(i)), heights));
    }
    List<String> categories = places.stream().map(ValuePrinter::outcome).toList();
    String name = series.size() == 1 ? series.get(0).name() : "";
    Plot.Axis x = new Plot.Axis(sweep.name(), Unit.NONE);
    return new Plot.Bars(title, x, new Plot.Axis(name, unit(all)), categories, series, notes);
  }

  /** What has a shape of its own: laws, channels, matrices, trajectories. */
  private static final class Single {
    private final Evaluator evaluator;
    private final String title;

    Single(Evaluator evaluator, String title) {
      this.evaluator = evaluator;
      this.title = title;
    }

    /** The value; of random variables their law. */
    Value value(TypedExpr shown) {
      Value value = evaluator.lawOrVariables(shown, Locals.NONE);
      if (value instanceof Value.Variables variables) {
        VariableLaws laws = new VariableLaws(evaluator);
        if (!laws.hasLaw(variables.group(), shown.span())) {
          throw evaluator.errors().noValue(shown.span(), "`" + Terms.print(value) + "`");
        }
        return laws.law(variables.group(), shown.span());
      }
      return value;
    }

    private String text(TypedExpr shown) {
      return evaluator.source().phrase(shown.span());
    }

    private ReportedError noShape(TypedExpr shown, Value value) {
      return evaluator.errors().noShape(shown.span(), Terms.print(value));
    }

    Plot drawn(List<TypedExpr> shown, List<Value> values) {
      if (values.stream().allMatch(value -> value instanceof Distribution)) {
        boolean pairs = values.size() == 1 && isOfPairs((Distribution) values.get(0));
        return pairs
            ? new Matrices(title).joint((Distribution) values.get(0), names(shown.get(0)))
            : laws(shown, values);
      }
      if (values.size() == 1 && values.get(0) instanceof Channel channel) {
        return new Matrices(title).channel(channel);
      }
      if (values.size() == 1 && values.get(0) instanceof Value.Items items) {
        Optional<Plot> matrix = new Matrices(title).matrix(items);
        if (matrix.isPresent()) {
          return matrix.get();
        }
      }
      return trajectories(shown, values);
    }

    private static boolean isOfPairs(Distribution law) {
      return law.outcomes().stream()
          .allMatch(o -> o instanceof Value.Items pair && pair.items().size() == 2);
    }

    private List<String> names(TypedExpr shown) {
      return shown instanceof TypedExpr.Joint joint && joint.parts().size() == 2
          ? List.of(text(joint.parts().get(0)), text(joint.parts().get(1)))
          : List.of("", "");
    }

    private Plot laws(List<TypedExpr> shown, List<Value> values) {
      Set<String> categories = new LinkedHashSet<>();
      for (Value value : values) {
        ((Distribution) value).outcomes().forEach(o -> categories.add(ValuePrinter.outcome(o)));
      }
      List<Plot.Series> series = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Distribution law = (Distribution) values.get(i);
        List<Optional<Quantity>> heights = new ArrayList<>();
        for (String category : categories) {
          Optional<Quantity> height = Optional.of(Quantity.of(0));
          for (int k = 0; k < law.outcomes().size(); k++) {
            if (ValuePrinter.outcome(law.outcomes().get(k)).equals(category)) {
              height = Optional.of(law.probabilities().get(k));
            }
          }
          heights.add(height);
        }
        series.add(new Plot.Series(text(shown.get(i)), heights));
      }
      Plot.Axis x = new Plot.Axis(series.size() == 1 ? series.get(0).name() : "outcome", Unit.NONE);
      Plot.Axis y = new Plot.Axis("probability", Unit.NONE);
      return new Plot.Bars(title, x, y, List.copyOf(categories), series, List.of());
    }

    private Plot trajectories(List<TypedExpr> shown, List<Value> values) {
      List<Plot.Curve> curves = new ArrayList<>();
      List<Quantity> all = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if (!(values.get(i) instanceof Value.Items items) || items.items().isEmpty()) {
          throw noShape(shown.get(i), values.get(i));
        }
        List<Plot.Point> points = new ArrayList<>();
        for (Value item : items.items()) {
          if (!(item instanceof Quantity quantity)) {
            throw noShape(shown.get(i), values.get(i));
          }
          all.add(quantity);
          points.add(new Plot.Point(Quantity.of(points.size() + 1L), finite(quantity)));
        }
        curves.add(new Plot.Curve(text(shown.get(i)), points));
      }
      String name = curves.size() == 1 ? curves.get(0).name() : "";
      Plot.Axis y = new Plot.Axis(name, unit(all));
      return new Plot.Curves(title, new Plot.Axis("index", Unit.NONE), y, curves, List.of());
    }

    Listing listed(List<TypedExpr> shown, List<Value> values) {
      Plot plot = drawn(shown, values);
      return Matrices.listing(plot);
    }
  }
}
