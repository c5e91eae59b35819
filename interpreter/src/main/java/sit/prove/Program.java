package sit.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.term.Monomial;
import sit.term.NormalForm;

/**
 * Writes a difference as a combination of basic inequalities and facts, with the least sum of
 * multipliers. Its program is {@code minimise d(h)} over vectors {@code h} with {@code basic(h) >=
 * -1} and {@code equality(h) = 0}; the optimum is minus that least sum and the rows' multipliers
 * are the combination. Where there is none the optimum runs off to the bound, and {@code h} then
 * points along a polymatroid that satisfies the facts and violates the claim.
 */
final class Program {
  private static final double BOUND = 1e4;
  private static final double NOTHING = 1e-7;

  private final Columns columns;
  private final Facts facts;
  private final Limits limits;
  private final Elimination equalities;

  /** How a program ended. */
  sealed interface Outcome {}

  /** A combination that adds up exactly. */
  record Found(Combination combination) implements Outcome {}

  /** None exists over these basic inequalities; the entropies of sets point along a witness. */
  record None(Map<Long, Double> witness) implements Outcome {}

  /** The solver's answer could not be made exact. */
  record Inexact() implements Outcome {}

  Program(Columns columns, Facts facts, Limits limits) {
    this.columns = columns;
    this.facts = facts;
    this.limits = limits;
    this.equalities = new Elimination(limits);
    for (Facts.Fact fact : facts.equalities()) {
      equalities.add(columns.vector(fact.product()));
    }
  }

  /** A combination of facts that are equalities, and of nothing else. */
  Optional<Combination> identity(NormalForm difference) {
    return equalities
        .combine(columns.vector(difference))
        .map(multipliers -> new Combination(List.of(), uses(multipliers, 0), Rational.ZERO));
  }

  Outcome solve(NormalForm difference, Collection<Pair> basics) {
    List<Pair> pairs = new ArrayList<>(basics);
    pairs.removeIf(pair -> pair.isNested() && columns.isContinuous(pair.right() & ~pair.left()));
    Map<Integer, Rational> target = columns.vector(difference);
    List<int[]> places = new ArrayList<>();
    for (Pair pair : pairs) {
      places.add(pair.columns(columns));
    }
    facts.inequalities().forEach(fact -> columns.vector(fact.product()));
    int constant = columns.of(Monomial.ONE);
    double scale = scale(target);
    try (LinearProgram program = new LinearProgram(columns.count(), BOUND)) {
      target.forEach((column, c) -> program.cost(column, approximate(c) / scale));
      for (int k = 0; k < pairs.size(); k++) {
        if ((k & 1023) == 0) {
          limits.check();
        }
        program.addAtLeast(places.get(k), doubles(pairs.get(k).values()), -1);
      }
      for (Facts.Fact fact : facts.inequalities()) {
        addFact(program, fact, true);
      }
      program.addAtLeast(new int[] {constant}, new double[] {1}, -1);
      for (Facts.Fact fact : facts.equalities()) {
        addFact(program, fact, false);
      }
      Optional<LinearProgram.Solution> solution = program.solve(limits);
      if (solution.isEmpty()) {
        return new Inexact();
      }
      if (solution.get().reducedCost() > NOTHING) {
        return new None(columns.entropies(solution.get().point()));
      }
      return exact(target, pairs, solution.get().multipliers(), scale);
    }
  }

  private void addFact(LinearProgram program, Facts.Fact fact, boolean inequality) {
    Map<Integer, Rational> vector = columns.vector(fact.product());
    int[] places = new int[vector.size()];
    double[] values = new double[vector.size()];
    int k = 0;
    for (Map.Entry<Integer, Rational> entry : vector.entrySet()) {
      places[k] = entry.getKey();
      values[k++] = approximate(entry.getValue());
    }
    if (inequality) {
      program.addAtLeast(places, values, -1);
    } else {
      program.addZero(places, values);
    }
  }

  /**
   * What may be added with a positive multiplier: a basic inequality, a fact, or the constant one
   * where both are null.
   */
  private record Part(Pair pair, Facts.Fact fact, Map<Integer, Rational> vector, double weight) {}

  private Outcome exact(
      Map<Integer, Rational> target, List<Pair> pairs, double[] multipliers, double scale) {
    List<Part> support = new ArrayList<>();
    for (int k = 0; k < pairs.size(); k++) {
      if (multipliers[k] > NOTHING) {
        support.add(new Part(pairs.get(k), null, vector(pairs.get(k)), multipliers[k] * scale));
      }
    }
    int next = pairs.size();
    for (Facts.Fact fact : facts.inequalities()) {
      double weight = multipliers[next++];
      if (weight > NOTHING) {
        support.add(new Part(null, fact, columns.vector(fact.product()), weight * scale));
      }
    }
    if (multipliers[next] > NOTHING) {
      Map<Integer, Rational> one = Map.of(columns.of(Monomial.ONE), Rational.ONE);
      support.add(new Part(null, null, one, multipliers[next] * scale));
    }
    Optional<Combination> combination = rounded(target, support);
    if (combination.isEmpty()) {
      combination = eliminated(target, support);
    }
    return combination.<Outcome>map(Found::new).orElseGet(Inexact::new);
  }

  /**
   * The multipliers are mostly small fractions: guesses them, and looks whether the facts make up
   * the rest.
   */
  private Optional<Combination> rounded(Map<Integer, Rational> target, List<Part> support) {
    Map<Integer, Rational> rest = new TreeMap<>(target);
    List<Rational> weights = new ArrayList<>();
    for (Part part : support) {
      Rational weight = Fractions.near(part.weight);
      weights.add(weight);
      part.vector.forEach((k, c) -> rest.merge(k, c.multiply(weight).negate(), Rational::add));
    }
    rest.values().removeIf(Rational::isZero);
    return equalities.combine(rest).flatMap(m -> combination(support, weights, m, 0));
  }

  /** Solves for all multipliers at once. */
  private Optional<Combination> eliminated(Map<Integer, Rational> target, List<Part> support) {
    List<Part> byWeight = new ArrayList<>(support);
    byWeight.sort(Comparator.comparingDouble(part -> -part.weight));
    Elimination elimination = new Elimination(limits);
    byWeight.forEach(part -> elimination.add(part.vector));
    facts.equalities().forEach(fact -> elimination.add(columns.vector(fact.product())));
    return elimination
        .combine(target)
        .flatMap(
            multipliers -> {
              List<Rational> weights = new ArrayList<>();
              for (int k = 0; k < byWeight.size(); k++) {
                weights.add(multipliers.getOrDefault(k, Rational.ZERO));
              }
              return combination(byWeight, weights, multipliers, byWeight.size());
            });
  }

  private Optional<Combination> combination(
      List<Part> parts, List<Rational> weights, Map<Integer, Rational> multipliers, int first) {
    List<Certificate.Term> basics = new ArrayList<>();
    List<Certificate.Use> uses = new ArrayList<>();
    Rational surplus = Rational.ZERO;
    for (int k = 0; k < parts.size(); k++) {
      Part part = parts.get(k);
      Rational weight = weights.get(k);
      if (weight.signum() < 0) {
        return Optional.empty();
      }
      if (weight.isZero()) {
        continue;
      }
      if (part.pair != null) {
        basics.add(new Certificate.Term(weight, part.pair.basic(columns)));
      } else if (part.fact != null) {
        uses.add(new Certificate.Use(part.fact.assumption(), NormalForm.constant(weight)));
      } else {
        surplus = weight;
      }
    }
    uses.addAll(uses(multipliers, first));
    return Optional.of(new Combination(basics, uses, surplus));
  }

  /** Collects the multiples of one assumption, whose equalities are numbered from {@code first}. */
  private List<Certificate.Use> uses(Map<Integer, Rational> multipliers, int first) {
    Map<Integer, NormalForm> byAssumption = new LinkedHashMap<>();
    for (int k = 0; k < facts.equalities().size(); k++) {
      Rational multiplier = multipliers.get(first + k);
      if (multiplier != null) {
        Facts.Fact fact = facts.equalities().get(k);
        NormalForm multiple = NormalForm.of(fact.cofactor(), multiplier);
        byAssumption.merge(fact.assumption(), multiple, NormalForm::add);
      }
    }
    List<Certificate.Use> uses = new ArrayList<>();
    byAssumption.forEach((assumption, by) -> uses.add(new Certificate.Use(assumption, by)));
    return uses;
  }

  private Map<Integer, Rational> vector(Pair pair) {
    int[] places = pair.columns(columns);
    int[] values = pair.values();
    Map<Integer, Rational> vector = new TreeMap<>();
    for (int k = 0; k < places.length; k++) {
      vector.put(places[k], values[k] > 0 ? Rational.ONE : Rational.MINUS_ONE);
    }
    return vector;
  }

  private static double scale(Map<Integer, Rational> target) {
    double largest = 0;
    for (Rational c : target.values()) {
      largest = Math.max(largest, Math.abs(approximate(c)));
    }
    return largest > 0 && (largest > 1000 || largest < 0.001) ? largest : 1;
  }

  private static double[] doubles(int[] values) {
    double[] doubles = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      doubles[k] = values[k];
    }
    return doubles;
  }

  private static double approximate(Rational value) {
    return Fractions.toDouble(value);
  }
}
