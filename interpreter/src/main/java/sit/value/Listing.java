package sit.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;

/**
 * Values in rows and columns, to be read.
 *
 * @param header what stands in each column
 * @param rows a value for each column; empty where there is none
 * @param notes why there is none, a sentence each
 */
public record Listing(List<String> header, List<List<Optional<Value>>> rows, List<String> notes)
    implements Value {
  private static final int PLACES = 6;
  private static final int DIGITS = 12;

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
      if (quantity.accuracy() == Accuracy.ESTIMATE) {
        return estimate(quantity);
      }
      boolean bounds = quantity.accuracy() == Accuracy.CERTIFIED;
      String range =
          " in ["
              + bound(quantity.lower(), RoundingMode.FLOOR)
              + ", "
              + bound(quantity.upper(), RoundingMode.CEILING)
              + "]";
      return decimal(quantity) + (bounds ? range : "");
    }
    return ValuePrinter.print(value);
  }

  /** An estimate, to a hundredth of its interval, and the interval. */
  public static String estimate(Quantity quantity) {
    double width = quantity.upper() - quantity.lower();
    if (width <= 0 || Double.isInfinite(width)) {
      return decimal(quantity);
    }
    int scale = 2 - (int) Math.floor(Math.log10(width));
    BigDecimal middle = new BigDecimal(quantity.value()).setScale(scale, RoundingMode.HALF_EVEN);
    BigDecimal lower = new BigDecimal(quantity.lower()).setScale(scale, RoundingMode.FLOOR);
    BigDecimal upper = new BigDecimal(quantity.upper()).setScale(scale, RoundingMode.CEILING);
    return middle.toPlainString()
        + " in ["
        + lower.toPlainString()
        + ", "
        + upper.toPlainString()
        + "]";
  }

  /** A bound, rounded away from what it bounds. */
  private static String bound(double bound, RoundingMode mode) {
    return new BigDecimal(bound).round(new MathContext(DIGITS, mode)).toPlainString();
  }

  /** A fraction with a short decimal form is printed so, for columns are read down. */
  private static String decimal(Quantity quantity) {
    Optional<Rational> rational = quantity.rational();
    if (rational.isPresent()) {
      BigDecimal rounded =
          rational.get().toDecimal(MathContext.DECIMAL64).setScale(PLACES, RoundingMode.HALF_EVEN);
      if (Rational.parse(rounded.toPlainString()).equals(rational.get())) {
        return rounded.stripTrailingZeros().toPlainString();
      }
    }
    return ValuePrinter.plain(quantity);
  }
}
