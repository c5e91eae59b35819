package sit.value;

import java.util.List;
import java.util.Optional;

/**
 * Values in rows and columns, to be read.
 *
 * @param header what stands in each column
 * @param rows a value for each column; empty where there is none
 * @param notes why there is none, a sentence each
 */
public record Listing(List<String> header, List<List<Optional<Value>>> rows, List<String> notes)
    implements Value {
  public Listing {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The columns as they are printed: a number whose bounds are apart is printed with them. */
  public List<List<String>> printed() {
    return rows.stream()
        .map(row -> row.stream().map(cell -> cell.map(Listing::cell).orElse("-")).toList())
        .toList();
  }

  private static String cell(Value value) {
    if (value instanceof Quantity quantity) {
      boolean bounds = quantity.accuracy() == Accuracy.CERTIFIED;
      String range =
          " in ["
              + ValuePrinter.digits(quantity.at(quantity.lower()))
              + ", "
              + ValuePrinter.digits(quantity.at(quantity.upper()))
              + "]";
      return ValuePrinter.plain(quantity) + (bounds ? range : "");
    }
    return ValuePrinter.print(value);
  }
}
