package sit.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.numeric.continuous.DensityLaw;
import sit.numeric.gaussian.Affine;
import sit.term.Density;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;

/** What an expression evaluates to. {@link Quantity} is one of the cases. */
public sealed interface Value
    permits Quantity,
        Value.Truth,
        Value.Text,
        Value.Items,
        Value.Mapping,
        Value.Variables,
        Value.Process,
        Distribution,
        Channel,
        Value.Function,
        Value.Likelihood,
        Value.Symbolic,
        Value.Continuous,
        Value.Combination,
        Listing,
        Plot {
  /**
   * A truth value.
   *
   * @param accuracy how well it is known: exactly, of numbers that are the same as far as rounding
   *     tells, or of estimates
   */
  record Truth(boolean value, Accuracy accuracy) implements Value {
    /** One that is certain. */
    public Truth(boolean value) {
      this(value, Accuracy.EXACT);
    }

    /** The opposite, known as well. */
    public Truth negate() {
      return new Truth(!value, accuracy);
    }

    /** What was chosen because of this: known no better where this is told of an estimate. */
    public Value told(Value chosen) {
      if (chosen instanceof Truth other) {
        return new Truth(other.value, accuracy.and(other.accuracy));
      }
      boolean sure = accuracy.isCertain() || !(chosen instanceof Quantity);
      return sure ? chosen : ((Quantity) chosen).knownAs(accuracy);
    }
  }

  /** A text, or a label of an outcome. */
  record Text(String text) implements Value {}

  /**
   * A list, a vector, a matrix as a list of its rows, a tuple of outcomes, or a set in a fixed
   * order.
   *
   * @param tuple whether it stands in parentheses
   */
  record Items(List<Value> items, boolean tuple) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    /** A list. */
    public Items(List<Value> items) {
      this(items, false);
    }

    /** Outcomes taken together. */
    public static Items tuple(List<Value> parts) {
      return new Items(parts, true);
    }

    /** The rows of a matrix of numbers; empty where this is none. */
    public Optional<List<List<Quantity>>> rows() {
      List<List<Quantity>> rows = new ArrayList<>();
      for (Value item : items) {
        Optional<List<Quantity>> row =
            item instanceof Items line && !line.tuple() ? line.numbers() : Optional.empty();
        if (row.isEmpty() || row.get().isEmpty() || row.get().size() != width()) {
          return Optional.empty();
        }
        rows.add(row.get());
      }
      return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    private int width() {
      return items.get(0) instanceof Items first ? first.items().size() : -1;
    }

    /** The items of a vector of numbers; empty where this is none. */
    public Optional<List<Quantity>> numbers() {
      List<Quantity> numbers = new ArrayList<>();
      for (Value item : items) {
        if (!(item instanceof Quantity number)) {
          return Optional.empty();
        }
        numbers.add(number);
      }
      return Optional.of(numbers);
    }
  }

  /** Values by their keys, which are all different. */
  record Mapping(List<Value> keys, List<Value> values) implements Value {
    public Mapping {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }

    /** The value of a key. */
    public Optional<Value> at(Value key) {
      String text = ValuePrinter.outcome(key);
      for (int i = 0; i < keys.size(); i++) {
        if (ValuePrinter.outcome(keys.get(i)).equals(text)) {
          return Optional.of(values.get(i));
        }
      }
      return Optional.empty();
    }
  }

  /** A law that has a density. */
  record Continuous(DensityLaw law) implements Value {}

  /** A combination of independent sources that stands for random variables in a function. */
  record Combination(Affine of) implements Value {}

  /** Random variables, taken jointly. */
  record Variables(Group group) implements Value {}

  /** Processes, taken together. */
  record Process(List<String> names) implements Value {
    public Process {
      names = List.copyOf(names);
    }
  }

  /** A function by its name. */
  record Function(String name, int arity) implements Value {}

  /** An expression that has no value, because a variable has no law or a scalar none. */
  record Symbolic(Term term) implements Value {}

  /**
   * A product of powers of densities and of an exponential, at outcomes.
   *
   * @param exponent the logarithm of the rest, in the unit of the session
   */
  record Likelihood(List<Piece> pieces, NormalForm exponent) implements Value {
    public Likelihood {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A power of {@code density(of | given)}.
   *
   * @param name what the density is called
   */
  record Piece(String name, Density density, Group of, Group given, Rational power) {}
}
