package sit.value;

import java.util.List;
import java.util.Optional;

/** What is to be drawn: its data with their bounds and units, and nothing of how it looks. */
public sealed interface Plot extends Value {
  /** What is drawn, as it was written. */
  String title();

  /** What a reader should know besides: where a curve has no value, and why. */
  List<String> notes();

  /** What an axis shows, and in which unit. */
  record Axis(String name, Unit unit) {
    /** {@code R(d) [bit]}. */
    public String label() {
      String word = unit.word();
      return word.isEmpty() ? name : name.isEmpty() ? word : name + " [" + word + "]";
    }
  }

  /**
   * A point of a curve.
   *
   * @param y empty where the curve has no value
   */
  record Point(Quantity x, Optional<Quantity> y) {}

  /** Points in the order in which they are joined. */
  record Curve(String name, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** Curves over one pair of axes. */
  record Curves(String title, Axis x, Axis y, List<Curve> curves, List<String> notes)
      implements Plot {
    public Curves {
      curves = List.copyOf(curves);
      notes = List.copyOf(notes);
    }
  }

  /** Bars of one kind: a height for each category. */
  record Series(String name, List<Optional<Quantity>> heights) {
    public Series {
      heights = List.copyOf(heights);
    }
  }

  /** Bars over categories, such as the outcomes of laws. */
  record Bars(
      String title,
      Axis x,
      Axis y,
      List<String> categories,
      List<Series> series,
      List<String> notes)
      implements Plot {
    public Bars {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A matrix as shades.
   *
   * @param cells what the shades show
   * @param values a list for each row, the first at the top
   */
  record HeatMap(
      String title,
      Axis x,
      Axis y,
      Axis cells,
      List<String> columns,
      List<String> rows,
      List<List<Quantity>> values)
      implements Plot {
    public HeatMap {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      values = List.copyOf(values);
    }

    @Override
    public List<String> notes() {
      return List.of();
    }
  }
}
