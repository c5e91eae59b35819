package sit.value;

import java.util.List;
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
  /** A truth value. */
  record Truth(boolean value) implements Value {}

  /** A text, or a label of an outcome. */
  record Text(String text) implements Value {}

  /** A list, a tuple of outcomes, or a set in a fixed order. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
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
