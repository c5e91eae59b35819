package sit.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** A joint law with rational probabilities, on which measures have exact values, in bits. */
public final class ExactLaw {
  private final Map<Variable, Integer> places;
  private final List<Counterexample.Outcome> outcomes;
  private final List<BigInteger> weights;
  private final BigInteger total;

  /**
   * The law that the table describes.
   *
   * @throws IllegalArgumentException if the table is no law: a variable or an outcome stands twice,
   *     a variable is no single letter, an outcome has too few or too many values, a probability is
   *     not positive, or they do not add up to one
   */
  public ExactLaw(Counterexample law) {
    places = places(law.variables());
    outcomes = law.outcomes();
    Set<List<Integer>> seen = new HashSet<>();
    BigInteger denominator = BigInteger.ONE;
    for (Counterexample.Outcome outcome : outcomes) {
      require(outcome.values().size() == places.size(), "an outcome of another length");
      require(seen.add(outcome.values()), "an outcome stands twice");
      require(outcome.probability().signum() > 0, "a probability that is not positive");
      BigInteger next = outcome.probability().denominator();
      denominator = denominator.divide(denominator.gcd(next)).multiply(next);
    }
    total = denominator;
    weights = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    for (Counterexample.Outcome outcome : outcomes) {
      Rational p = outcome.probability();
      BigInteger weight = total.divide(p.denominator()).multiply(p.numerator());
      weights.add(weight);
      sum = sum.add(weight);
    }
    require(sum.equals(total), "probabilities that do not add up to one");
  }

  private static Map<Variable, Integer> places(List<Variable> variables) {
    Map<Variable, Integer> places = new HashMap<>();
    for (Variable variable : variables) {
      boolean single =
          variable instanceof Variable.Single
              || variable instanceof Variable.Letter letter && letter.at().value().isPresent();
      require(single, "not a single variable: " + variable);
      require(!variable.isContinuous(), "probabilities of a continuous variable: " + variable);
      require(places.put(variable, places.size()) == null, "a variable stands twice");
    }
    return places;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("no law: " + otherwise);
    }
  }

  /**
   * The joint entropy in bits.
   *
   * @throws IllegalArgumentException if the law does not have all these variables
   */
  public LogSum entropy(Group group) {
    Map<BigInteger, Integer> counts = new HashMap<>();
    marginal(group).values().forEach(weight -> counts.merge(weight, 1, Integer::sum));
    // H = -sum of (w/t) log2 (w/t)
    LogSum.Builder sum = new LogSum.Builder();
    counts.forEach(
        (weight, count) -> {
          Rational p = Rational.of(weight, total);
          sum.addLog2(p.multiply(Rational.of(-count)), p);
        });
    return sum.build();
  }

  /**
   * Whether two groups have one law, the letters of each taken in the order of their names and
   * times.
   */
  public boolean isSame(Group one, Group other) {
    List<String> names = new ArrayList<>();
    one.forEach(variable -> names.add(variable.name()));
    other.forEach(variable -> names.remove(variable.name()));
    return one.size() == other.size() && names.isEmpty() && marginal(one).equals(marginal(other));
  }

  private Map<List<Integer>, BigInteger> marginal(Group group) {
    require(places.keySet().containsAll(group.variables()), "it lacks some of " + group);
    List<Integer> columns = new ArrayList<>();
    for (Variable variable : group) {
      columns.add(places.get(variable));
    }
    Map<List<Integer>, BigInteger> marginal = new HashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      List<Integer> values = new ArrayList<>(columns.size());
      for (int column : columns) {
        values.add(outcomes.get(i).values().get(column));
      }
      marginal.merge(values, weights.get(i), BigInteger::add);
    }
    return marginal;
  }

  /** The value in bits; empty if it has atoms unknown to this law, or two irrational factors. */
  public Optional<LogSum> evaluate(NormalForm form) {
    return evaluate(form, this::value);
  }

  /** The value of a form whose atoms have values; a product has one where a factor is rational. */
  static Optional<LogSum> evaluate(NormalForm form, Function<Term, Optional<LogSum>> value) {
    LogSum.Builder sum = new LogSum.Builder();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      Optional<LogSum> product = Optional.of(LogSum.of(Rational.ONE));
      for (Term atom : entry.getKey().atoms()) {
        Optional<LogSum> factor = value.apply(atom);
        product = product.flatMap(p -> factor.flatMap(p::multiply));
      }
      if (product.isEmpty()) {
        return Optional.empty();
      }
      sum.add(entry.getValue(), product.get());
    }
    return Optional.of(sum.build());
  }

  Optional<LogSum> value(Term atom) {
    if (atom instanceof Term.Entropy entropy
        && places.keySet().containsAll(entropy.group().variables())) {
      return Optional.of(entropy(entropy.group()));
    } else if (atom instanceof Term.Apply apply
        && apply.head().equals("log2")
        && apply.arguments().size() == 1
        && apply.arguments().get(0) instanceof Term.Constant argument
        && argument.value().signum() > 0) {
      return Optional.of(LogSum.log2(argument.value()));
    }
    return Optional.empty();
  }
}
