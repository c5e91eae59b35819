package sit.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.proof.Counterexample.Outcome;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * A law with tables for named densities, on which expectations have exact values, in bits; a
 * logarithm and an exponential are to base two. It sums over all outcomes and knows nothing of the
 * algebra of densities.
 */
public final class ExactTables {
  private static final int LARGEST_POWER = 200;

  private final ExactLaw law;
  private final Counterexample source;
  private final Map<Density.Named, Map<List<Integer>, Rational>> tables = new HashMap<>();
  private final Map<String, Map<List<Integer>, LogSum>> functions = new HashMap<>();
  private final Map<Variable, Integer> sizes = new HashMap<>();

  /** A value for each of some variables, and its probability. */
  private record Point(Map<Variable, Integer> at, Rational weight) {}

  /**
   * The tables of a counterexample.
   *
   * @throws IllegalArgumentException if a table is no conditional law, or a name stands twice
   */
  public ExactTables(Counterexample source) {
    this.source = source;
    this.law = new ExactLaw(source);
    boolean speaks = !source.tables().isEmpty() || !source.functions().isEmpty();
    for (Outcome outcome : speaks ? source.outcomes() : List.<Outcome>of()) {
      measure(source.variables(), outcome.values());
    }
    Set<String> names = new HashSet<>();
    for (Counterexample.Table table : source.tables()) {
      require(names.add(table.density().name()), "a density stands twice");
      List<Variable> order = order(table.density());
      Map<List<Integer>, Rational> rows = new HashMap<>();
      Map<List<Integer>, Rational> sums = new HashMap<>();
      for (Outcome row : table.rows()) {
        require(row.values().size() == order.size(), "a row of another length");
        require(row.probability().signum() > 0, "a probability that is not positive");
        require(rows.put(row.values(), row.probability()) == null, "a row stands twice");
        List<Integer> given = row.values().subList(0, table.density().given().size());
        sums.merge(given, row.probability(), Rational::add);
        measure(order, row.values());
      }
      require(sums.values().stream().allMatch(Rational::isOne), "a density that is not normalised");
      tables.put(table.density(), rows);
    }
    for (Counterexample.Function function : source.functions()) {
      Map<List<Integer>, LogSum> points = new HashMap<>();
      for (Counterexample.Point point : function.points()) {
        LogSum value = LogSum.log2(point.argument()).scale(point.factor());
        require(points.put(point.values(), value) == null, "a value stands twice");
      }
      require(functions.put(function.name(), points) == null, "a function stands twice");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("no law: " + otherwise);
    }
  }

  private static List<Variable> order(Density density) {
    List<Variable> order = new ArrayList<>(density.given().variables());
    order.addAll(density.of().variables());
    return order;
  }

  private void measure(List<Variable> order, List<Integer> values) {
    for (int k = 0; k < order.size(); k++) {
      require(values.get(k) >= 0, "a negative value");
      sizes.merge(order.get(k), values.get(k) + 1, Math::max);
    }
  }

  /** The value in bits under the law; empty where a table or a rational exponential is missing. */
  public Optional<LogSum> evaluate(NormalForm form) {
    return evaluate(form, Map.of());
  }

  /** The same with these values for free outcomes. */
  private Optional<LogSum> evaluate(NormalForm form, Map<Variable, Integer> at) {
    List<Point> points = new ArrayList<>();
    for (Outcome outcome : source.outcomes()) {
      Map<Variable, Integer> values = new HashMap<>();
      for (int k = 0; k < source.variables().size(); k++) {
        values.put(source.variables().get(k), outcome.values().get(k));
      }
      values.putAll(at);
      points.add(new Point(values, outcome.probability()));
    }
    try {
      return ExactLaw.evaluate(
          form,
          atom ->
              atom instanceof Term.Average average
                  ? Optional.of(average(average, points))
                  : scalar(atom));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The values of a form at every value of its free outcomes; empty where one has none. */
  public Optional<List<LogSum>> everywhere(NormalForm form) {
    List<Map<Variable, Integer>> all = new ArrayList<>(List.of(Map.of()));
    for (Variable outcome : outcomes(form)) {
      if (!sizes.containsKey(outcome)) {
        return Optional.empty();
      }
      List<Map<Variable, Integer>> more = new ArrayList<>();
      all.forEach(at -> more.addAll(extended(at, Group.of(outcome))));
      all = more;
    }
    List<LogSum> values = new ArrayList<>();
    for (Map<Variable, Integer> at : all) {
      Optional<LogSum> value = evaluate(form, at);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  private static Set<Variable> outcomes(NormalForm form) {
    Set<Variable> outcomes = new TreeSet<>();
    for (Term atom : form.atoms()) {
      if (atom instanceof Term.Average) {
        outcomes.addAll(Expectations.free(atom).variables());
      }
    }
    outcomes.removeIf(variable -> Expectations.areRandom(Group.of(variable)));
    return outcomes;
  }

  /** Whether each free outcome of a form has one value, so that the form has its value there. */
  boolean fixesOutcomes(NormalForm form) {
    for (Variable outcome : outcomes(form)) {
      int place = source.variables().indexOf(outcome);
      Set<Integer> values = new HashSet<>();
      source.outcomes().forEach(o -> values.add(place < 0 ? -1 : o.values().get(place)));
      if (place < 0 || values.size() != 1) {
        return false;
      }
    }
    return true;
  }

  private Optional<LogSum> scalar(Term atom) {
    if (atom instanceof Term.Symbol symbol && source.scalars().containsKey(symbol.name())) {
      return Optional.of(LogSum.of(source.scalars().get(symbol.name())));
    } else if (atom instanceof Term.Apply apply
        && apply.head().equals("^")
        && apply.arguments().size() == 2
        && apply.arguments().get(1) instanceof Term.Constant power
        && power.value().isInteger()) {
      return ExactLaw.evaluate(NormalForm.of(apply.arguments().get(0)), this::scalar)
          .flatMap(LogSum::rationalValue)
          .map(value -> LogSum.of(value.pow(power.value().numerator().intValueExact())));
    }
    return law.value(atom);
  }

  private LogSum average(Term.Average average, List<Point> from) {
    List<Point> points = from;
    for (Law.Factor factor : average.law().factors()) {
      List<Point> drawn = new ArrayList<>();
      for (Point point : points) {
        for (Map<Variable, Integer> at : extended(point.at, factor.of())) {
          Rational weight = conditional(factor, at).multiply(point.weight);
          if (!weight.isZero()) {
            drawn.add(new Point(at, weight));
          }
        }
      }
      points = drawn;
    }
    if (average.body() instanceof Term.Surprisal own && own.density() instanceof Density.Own) {
      Map<List<Integer>, Rational> marginal = new HashMap<>();
      points.forEach(p -> marginal.merge(values(own.group(), p.at), p.weight, Rational::add));
      return LogSum.entropy(marginal.values());
    }
    LogSum.Builder sum = new LogSum.Builder();
    points.forEach(point -> sum.add(point.weight, at(average.body(), point.at)));
    return sum.build();
  }

  private static List<Integer> values(Iterable<Variable> order, Map<Variable, Integer> at) {
    List<Integer> values = new ArrayList<>();
    for (Variable variable : order) {
      require(at.containsKey(variable), "no value of " + variable);
      values.add(at.get(variable));
    }
    return values;
  }

  /** The point with every value of more variables. */
  private List<Map<Variable, Integer>> extended(Map<Variable, Integer> point, Group more) {
    List<Map<Variable, Integer>> all = new ArrayList<>(List.of(point));
    for (Variable variable : more) {
      require(sizes.containsKey(variable), "no alphabet of " + variable);
      List<Map<Variable, Integer>> longer = new ArrayList<>();
      for (Map<Variable, Integer> at : all) {
        for (int value = 0; value < sizes.get(variable); value++) {
          Map<Variable, Integer> next = new HashMap<>(at);
          next.put(variable, value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private Rational conditional(Law.Factor factor, Map<Variable, Integer> at) {
    Rational given = mass(factor.density(), factor.given(), at);
    return mass(factor.density(), factor.given().union(factor.of()), at).divide(given);
  }

  /** The marginal of a density for the group, given what it is given. */
  private Rational mass(Density density, Group group, Map<Variable, Integer> at) {
    Rational total = Rational.ZERO;
    if (density instanceof Density.Named named) {
      Map<List<Integer>, Rational> table = tables.get(named);
      require(table != null, "no table of " + named);
      List<Variable> order = order(named);
      for (Map<Variable, Integer> point : extended(at, named.of().minus(group))) {
        total = total.add(table.getOrDefault(values(order, point), Rational.ZERO));
      }
      return total;
    }
    Density.Tilted tilted = (Density.Tilted) density;
    for (Map<Variable, Integer> point : extended(at, tilted.of().minus(group))) {
      total = total.add(weight(tilted.base(), tilted.exponent(), point));
    }
    return total.divide(partition(tilted.base(), tilted.exponent(), at));
  }

  private Rational partition(Law.Factor base, NormalForm exponent, Map<Variable, Integer> at) {
    Rational sum = Rational.ZERO;
    for (Map<Variable, Integer> point : extended(at, base.of())) {
      sum = sum.add(weight(base, exponent, point));
    }
    return sum;
  }

  private Rational weight(Law.Factor base, NormalForm exponent, Map<Variable, Integer> at) {
    Rational weight = conditional(base, at);
    return weight.isZero() ? weight : weight.multiply(power(at(exponent, at)));
  }

  private LogSum at(NormalForm form, Map<Variable, Integer> at) {
    return ExactLaw.evaluate(form, atom -> Optional.of(at(atom, at)))
        .orElseThrow(IllegalArgumentException::new);
  }

  /** The value of an atom at a point. */
  private LogSum at(Term atom, Map<Variable, Integer> at) {
    if (atom instanceof Term.Surprisal surprisal) {
      return LogSum.log2(mass(surprisal.density(), surprisal.group(), at)).negate();
    } else if (atom instanceof Term.LogMean mean) {
      return LogSum.log2(partition(mean.factor(), mean.exponent(), at));
    } else if (atom instanceof Term.Average average) {
      return average(average, List.of(new Point(at, Rational.ONE)));
    } else if (atom instanceof Term.Apply apply && apply.head().equals("exp")) {
      return LogSum.of(power(at(NormalForm.of(apply.arguments().get(0)), at)));
    } else if (atom instanceof Term.Apply apply && functions.containsKey(apply.head())) {
      List<Integer> values = new ArrayList<>();
      for (Term argument : apply.arguments()) {
        require(argument instanceof Term.Variables, "not a function of outcomes");
        values.addAll(values(((Term.Variables) argument).group(), at));
      }
      return Optional.ofNullable(functions.get(apply.head()).get(values))
          .orElseThrow(IllegalArgumentException::new);
    }
    return scalar(atom).orElseThrow(IllegalArgumentException::new);
  }

  /** Two to the power of a value, where that is rational. */
  private static Rational power(LogSum exponent) {
    require(exponent.isAlgebraic(), "an exponential that is not rational");
    Rational product = Rational.TWO.pow(integer(exponent.rationalPart()));
    for (Map.Entry<BigInteger, Rational> part : exponent.logarithms().entrySet()) {
      product = product.multiply(Rational.of(part.getKey()).pow(integer(part.getValue())));
    }
    return product;
  }

  private static int integer(Rational value) {
    boolean small = value.abs().compareTo(Rational.of(LARGEST_POWER)) <= 0;
    require(value.isInteger() && small, "an exponential that is not rational, or large");
    return value.numerator().intValueExact();
  }
}
