package sit.app.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Writes the data of plots and tables: each number with its bounds. */
final class PlotWriter {
  private final JsonWriter out;

  PlotWriter(JsonWriter out) {
    this.out = out;
  }

  /** The fields {@code form}, {@code x}, {@code y} and the data, in an object that is open. */
  void write(Plot plot) throws IOException {
    if (plot instanceof Plot.Curves curves) {
      out.name("form").value("curves");
      axis("x", curves.x());
      axis("y", curves.y());
      out.name("curves").beginArray();
      for (Plot.Curve curve : curves.curves()) {
        out.beginObject();
        out.name("name").value(curve.name());
        out.name("points").beginArray();
        for (Plot.Point point : curve.points()) {
          out.beginObject();
          number("x", point.x().value());
          quantity("y", point.y());
          out.endObject();
        }
        out.endArray();
        out.endObject();
      }
      out.endArray();
    } else if (plot instanceof Plot.Bars bars) {
      out.name("form").value("bars");
      axis("x", bars.x());
      axis("y", bars.y());
      texts("categories", bars.categories());
      out.name("series").beginArray();
      for (Plot.Series series : bars.series()) {
        out.beginObject();
        out.name("name").value(series.name());
        out.name("heights").beginArray();
        for (Optional<Quantity> height : series.heights()) {
          out.beginObject();
          quantity("y", height);
          out.endObject();
        }
        out.endArray();
        out.endObject();
      }
      out.endArray();
    } else if (plot instanceof Plot.HeatMap map) {
      out.name("form").value("heat map");
      axis("x", map.x());
      axis("y", map.y());
      axis("cells", map.cells());
      texts("columns", map.columns());
      texts("rows", map.rows());
      out.name("values").beginArray();
      for (List<Quantity> row : map.values()) {
        out.beginArray();
        for (Quantity cell : row) {
          number(cell.value());
        }
        out.endArray();
      }
      out.endArray();
    }
    texts("notes", plot.notes());
  }

  /** The fields {@code columns} and {@code rows}, in an object that is open. */
  void write(Listing listing) throws IOException {
    texts("columns", listing.header());
    out.name("rows").beginArray();
    for (List<Optional<Value>> row : listing.rows()) {
      out.beginArray();
      for (Optional<Value> cell : row) {
        if (cell.isPresent() && cell.get() instanceof Quantity quantity) {
          out.beginObject();
          quantity("value", Optional.of(quantity));
          out.endObject();
        } else {
          out.value(cell.map(ValuePrinter::print).orElse(null));
        }
      }
      out.endArray();
    }
    out.endArray();
    texts("notes", listing.notes());
  }

  private void axis(String name, Plot.Axis axis) throws IOException {
    out.name(name).beginObject();
    out.name("name").value(axis.name());
    out.name("unit").value(axis.unit().word());
    out.endObject();
  }

  private void quantity(String name, Optional<Quantity> quantity) throws IOException {
    if (quantity.isEmpty()) {
      out.name(name).nullValue();
      return;
    }
    number(name, quantity.get().value());
    number("lower", quantity.get().lower());
    number("upper", quantity.get().upper());
  }

  private void number(String name, double value) throws IOException {
    out.name(name);
    number(value);
  }

  /** A number; infinities are the strings {@code inf} and {@code -inf}. */
  private void number(double value) throws IOException {
    if (Double.isInfinite(value)) {
      out.value(value > 0 ? "inf" : "-inf");
    } else {
      out.value(value);
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    out.name(name).beginArray();
    for (String text : texts) {
      out.value(text);
    }
    out.endArray();
  }
}
