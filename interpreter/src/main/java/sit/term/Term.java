package sit.term;

import java.util.List;
import sit.exact.Rational;

/**
 * An exact expression. After every definition is unfolded, {@link Entropy} is the only measure
 * left; scalars that are not numbers stay as {@link Symbol} or {@link Apply}.
 */
public sealed interface Term {
  /** A rational number. */
  record Constant(Rational value) implements Term {}

  /** A scalar without a value: a rate {@code R}, a horizon {@code n}. */
  record Symbol(String name) implements Term {}

  /** A sum. */
  record Sum(List<Term> terms) implements Term {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** A product. */
  record Product(List<Term> factors) implements Term {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /** An integer power; a negative exponent divides. */
  record Power(Term base, int exponent) implements Term {}

  /**
   * A function that is kept as it stands: {@code log2(M - 1)}, {@code card(W)}, {@code P(W != V)}.
   *
   * @param head the function's name, or an operator such as {@code !=}
   */
  record Apply(String head, List<Term> arguments) implements Term {
    public Apply {
      arguments = List.copyOf(arguments);
    }
  }

  /** Random variables as an argument of a function that is kept as it stands. */
  record Variables(Group group) implements Term {}

  /** The joint entropy of a group; zero for the empty group. */
  record Entropy(Group group) implements Term {}

  /**
   * A defined measure that is not unfolded, such as {@code I(X; Y | Z)}.
   *
   * @param separators what stands between the slots, one fewer than slots: {@code ";"}, {@code
   *     "->"}, {@code "|"}, {@code "||"}
   */
  record Measure(String name, List<Term> slots, List<String> separators) implements Term {
    public Measure {
      slots = List.copyOf(slots);
      separators = List.copyOf(separators);
    }
  }

  /** {@code sum[index = from..to] body} with an end that is a symbol. */
  record Total(String index, Index from, Index to, Term body) implements Term {}

  /**
   * The mean of a pointwise atom; made by {@link Expectations}, which keeps of the law what the
   * body needs.
   *
   * @param body a {@link Surprisal}, a {@link LogMean} or an {@link Apply} of outcomes
   */
  record Average(Law law, Term body) implements Term {}

  /**
   * {@code -log density(group)} at a point; of a density that is given something, minus the
   * logarithm of the conditional of the rest of the group.
   *
   * @param group holds what the density is given, and more; any group for the law that averages
   */
  record Surprisal(Density density, Group group) implements Term {
    public Surprisal {
      boolean own = density instanceof Density.Own;
      boolean within = own || density.all().mayHold(group);
      if (!within || !group.mayHold(density.given()) || group.equals(density.given())) {
        throw new IllegalArgumentException("no density of " + group);
      }
    }
  }

  /** {@code log E[exp(exponent)]} under a factor, a function of what the factor does not draw. */
  record LogMean(Law.Factor factor, NormalForm exponent) implements Term {}

  /** Maps a sum of terms to one term. */
  static Term sum(List<Term> terms) {
    return terms.size() == 1 ? terms.get(0) : new Sum(terms);
  }

  static Term constant(long value) {
    return new Constant(Rational.of(value));
  }

  static Term negate(Term term) {
    return new Product(List.of(new Constant(Rational.MINUS_ONE), term));
  }

  static Term subtract(Term left, Term right) {
    return new Sum(List.of(left, negate(right)));
  }
}
