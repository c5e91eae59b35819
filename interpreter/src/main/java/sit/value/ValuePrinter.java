package sit.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.term.TermPrinter;

/**
 * Prints a value as a person reads it: the exact form where it is short, else as many digits as are
 * known.
 */
public final class ValuePrinter {
  private static final int LONGEST_EXACT = 60;
  private static final int MOST_DIGITS = 12;
  private static final int MOST_OUTCOMES = 64;

  private ValuePrinter() {}

  public static String print(Value value) {
    if (value instanceof Quantity quantity) {
      return quantity(quantity);
    } else if (value instanceof Value.Truth truth) {
      return truth.value() + known(truth.accuracy());
    } else if (value instanceof Value.Text text) {
      return '"' + text.text() + '"';
    } else if (value instanceof Value.Items items && !items.tuple()) {
      return "[" + list(items.items()) + "]";
    } else if (value instanceof Value.Items || value instanceof Value.Mapping) {
      return value instanceof Value.Mapping map ? map(map) : outcome(value);
    } else if (value instanceof Value.Variables variables) {
      return variables.group().size() == 1
          ? variables.group().toString()
          : "(" + variables.group() + ")";
    } else if (value instanceof Value.Process process) {
      return "process " + String.join(", ", process.names());
    } else if (value instanceof Distribution law) {
      return law(law);
    } else if (value instanceof Value.Continuous continuous) {
      return continuous.law().name();
    } else if (value instanceof Value.Combination) {
      return "a combination of random variables";
    } else if (value instanceof Channel channel) {
      return channel(channel);
    } else if (value instanceof Value.Function function) {
      return "function " + function.name() + " of " + function.arity();
    } else if (value instanceof Plot plot) {
      return plot.title();
    } else if (value instanceof Listing listing) {
      return listing(listing);
    }
    return TermPrinter.print(((Value.Symbolic) value).term());
  }

  /** How well a truth value is known, where it is not certain. */
  private static String known(Accuracy accuracy) {
    return switch (accuracy) {
      case EXACT, CERTIFIED -> "";
      case ROUNDING -> " (within accuracy)";
      case ESTIMATE, LOCAL -> " (" + accuracy.word() + ")";
    };
  }

  /** An outcome as it is typed: {@code 1}, {@code "a"}, {@code (0, 1)}. */
  public static String outcome(Value value) {
    if (value instanceof Value.Items items) {
      return "(" + join(items.items()) + ")";
    }
    return value instanceof Quantity quantity ? plain(quantity) : print(value);
  }

  private static String join(List<Value> values) {
    List<String> parts = new ArrayList<>();
    for (Value value : values) {
      parts.add(outcome(value));
    }
    return String.join(", ", parts);
  }

  /** The items of a list; what is a list itself stands in brackets too. */
  private static String list(List<Value> values) {
    List<String> parts = new ArrayList<>();
    for (Value value : values) {
      parts.add(value instanceof Value.Items ? print(value) : outcome(value));
    }
    return String.join(", ", parts);
  }

  private static String map(Value.Mapping map) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < map.keys().size(); i++) {
      parts.add(outcome(map.keys().get(i)) + ": " + print(map.values().get(i)));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private static String law(Distribution law) {
    List<String> parts = new ArrayList<>();
    int shown = Math.min(MOST_OUTCOMES, law.outcomes().size());
    for (int i = 0; i < shown; i++) {
      parts.add(outcome(law.outcomes().get(i)) + ": " + plain(law.probabilities().get(i)));
    }
    String more = shown < law.outcomes().size() ? ", ... " + law.outcomes().size() + " in all" : "";
    return "{" + String.join(", ", parts) + more + "}";
  }

  /** Columns under their names. */
  private static String listing(Listing listing) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(listing.header());
    lines.addAll(listing.printed());
    int[] widths = new int[listing.header().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).codePointCount(0, line.get(i).length()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        int length = line.get(i).codePointCount(0, line.get(i).length());
        row.append(i == 0 ? "" : "   ").append(line.get(i)).append(" ".repeat(widths[i] - length));
      }
      out.append(out.isEmpty() ? "" : "\n").append(row.toString().stripTrailing());
    }
    listing.notes().forEach(note -> out.append('\n').append(note));
    return out.toString();
  }

  private static String channel(Channel channel) {
    List<String> rows = new ArrayList<>();
    for (List<Quantity> row : channel.rows()) {
      rows.add("[" + join(List.copyOf(row)) + "]");
    }
    return "[" + String.join(", ", rows) + "]";
  }

  private static String evidence(Quantity quantity) {
    return quantity
        .evidence()
        .map(evidence -> " (estimate: " + evidence + ")")
        .orElse(" (estimate)");
  }

  private static String quantity(Quantity quantity) {
    String unit = quantity.unit() == Unit.NONE ? "" : " " + quantity.unit().word();
    if (quantity.isOpen()) {
      return form(quantity) + unit;
    }
    if (quantity.amount().isPresent()) {
      return plain(quantity) + unit;
    }
    if (quantity.accuracy() == Accuracy.LOCAL) {
      return digits(quantity) + unit + " (local)";
    } else if (quantity.accuracy() == Accuracy.ESTIMATE) {
      return Listing.estimate(quantity) + unit + evidence(quantity);
    }
    Optional<String> exact = exact(quantity).filter(text -> text.length() <= LONGEST_EXACT);
    String digits = digits(quantity) + unit;
    return exact.map(text -> digits + " = " + text).orElse(digits);
  }

  /** A number without its unit: exactly if it is rational, else in digits. */
  public static String plain(Quantity quantity) {
    if (quantity.isOpen()) {
      return form(quantity);
    }
    Optional<Rational> rational = quantity.amount();
    return rational.isPresent() ? rational(rational.get()) : digits(quantity);
  }

  private static String rational(Rational value) {
    String text = value.toString();
    return text.length() <= 30 ? text : digits(Quantity.of(value));
  }

  /** A function of parameters in the language's own spelling. */
  private static String form(Quantity quantity) {
    LogSum.Base base = quantity.unit() == Unit.NAT ? LogSum.Base.E : LogSum.Base.TWO;
    return quantity.form().orElseThrow().toString(base);
  }

  /** The exact form in the language's own spelling; of what depends on parameters, that. */
  public static Optional<String> exact(Quantity quantity) {
    LogSum.Base base = quantity.unit() == Unit.NAT ? LogSum.Base.E : LogSum.Base.TWO;
    return quantity.isOpen()
        ? Optional.of(form(quantity))
        : quantity.exact().map(exact -> exact.toString(base));
  }

  /** As many digits as the bounds agree on, at most twelve. */
  public static String digits(Quantity quantity) {
    double value = quantity.value();
    if (Double.isNaN(value)) {
      return "nan";
    } else if ((Double.isInfinite(value) || value == 0) && quantity.exact().isPresent()) {
      return beyondDoubles(quantity.exact().get(), quantity.unit());
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    } else if (value == 0) {
      return "0";
    }
    double width = quantity.upper() - quantity.lower();
    int digits = MOST_DIGITS;
    int lead = (int) Math.floor(Math.log10(Math.abs(value)));
    if (width > 0) {
      int place = (int) Math.ceil(Math.log10(width));
      digits = Math.max(1, Math.min(MOST_DIGITS, lead - place));
    }
    BigDecimal rounded = new BigDecimal(value).setScale(digits - 1 - lead, RoundingMode.HALF_EVEN);
    BigDecimal stripped = rounded.stripTrailingZeros();
    // what only rounds to a whole number must not look like one
    if (stripped.scale() <= 0 && quantity.rational().filter(Rational::isInteger).isEmpty()) {
      stripped = rounded;
    }
    boolean plain = lead >= -5 && lead < 15;
    return plain ? stripped.toPlainString() : stripped.toString();
  }

  private static String beyondDoubles(LogSum exact, Unit unit) {
    if (exact.isZero()) {
      return "0";
    }
    MathContext finer = new MathContext(MOST_DIGITS + 3);
    BigDecimal factor = unit == Unit.NAT ? new BigDecimal(Math.log(2)) : BigDecimal.ONE;
    BigDecimal value = exact.toDecimal(finer).multiply(factor);
    return value.round(new MathContext(MOST_DIGITS)).stripTrailingZeros().toString();
  }
}
