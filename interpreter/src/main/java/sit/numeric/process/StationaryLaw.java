package sit.numeric.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;

/** The law that a finite Markov chain settles in, in the mean over time, exactly. */
final class StationaryLaw {
  private static final int MOST_STATES = 1 << 12;

  /** Larger systems are not solved in fractions. */
  private static final int MOST = 120;

  private StationaryLaw() {}

  /**
   * The mean over all time of the law of the states of processes.
   *
   * @param forgotten whether it must not depend on how they begin
   * @throws NoStationaryLaw if it must not and does
   */
  static Map<Integer, Rational> of(States chain, boolean forgotten, Limits limits) {
    ProcessLaw law = chain.law();
    TreeMap<Integer, Rational> weights = new TreeMap<>(Map.of(0, Rational.ONE));
    for (int time = law.first(); time < law.steady(); time++) {
      TreeMap<Integer, Rational> next = new TreeMap<>();
      for (var entry : weights.entrySet()) {
        States.Row row = chain.row(entry.getKey(), time);
        for (int k = 0; k < row.next().length; k++) {
          next.merge(row.next()[k], entry.getValue().multiply(row.exact()[k]), Rational::add);
        }
      }
      weights = next;
    }
    Map<Integer, Map<Integer, Rational>> moves = new TreeMap<>();
    List<Integer> open = new ArrayList<>(weights.keySet());
    while (!open.isEmpty()) {
      limits.check();
      int at = open.remove(open.size() - 1);
      if (moves.containsKey(at)) {
        continue;
      }
      States.Row row = chain.row(at, law.steady());
      Map<Integer, Rational> next = new TreeMap<>();
      for (int k = 0; k < row.next().length; k++) {
        next.put(row.next()[k], row.exact()[k]);
        open.add(row.next()[k]);
      }
      moves.put(at, next);
      if (moves.size() > MOST_STATES) {
        throw tooMany(chain, limits.maxCells());
      }
    }
    if (forgotten) {
      requireOneClass(moves);
    }
    return from(weights, moves, limits).orElseThrow(() -> tooMany(chain, 400L * 400));
  }

  private static LimitReached tooMany(States chain, long allowed) {
    return LimitReached.memory(
        "the stationary law", (double) chain.count() * chain.count(), allowed);
  }

  /**
   * The mean over all time of the law of a chain's places.
   *
   * @param start the law at the first time
   * @param moves the laws of the next place, for every place that is reached
   * @return empty if the chain is too large
   */
  static Optional<Map<Integer, Rational>> from(
      Map<Integer, Rational> start, Map<Integer, Map<Integer, Rational>> moves, Limits limits) {
    List<List<Integer>> classes = classes(moves);
    Map<Integer, Rational> law = new TreeMap<>();
    for (List<Integer> members : classes) {
      limits.check();
      if (members.size() > MOST) {
        return Optional.empty();
      }
      Optional<Rational> reached =
          classes.size() == 1 ? Optional.of(Rational.ONE) : absorbed(start, moves, members, limits);
      if (reached.isEmpty()) {
        return Optional.empty();
      }
      stationary(moves, members)
          .forEach((place, mass) -> law.put(place, mass.multiply(reached.get())));
    }
    return Optional.of(law);
  }

  /**
   * @throws NoStationaryLaw if the chain has more than one recurrent class
   */
  static void requireOneClass(Map<Integer, Map<Integer, Rational>> moves) {
    int classes = classes(moves).size();
    if (classes != 1) {
      throw new NoStationaryLaw(classes);
    }
  }

  /** The sets of places that reach each other and nothing else. */
  private static List<List<Integer>> classes(Map<Integer, Map<Integer, Rational>> moves) {
    Map<Integer, TreeSet<Integer>> reach = new TreeMap<>();
    List<List<Integer>> classes = new ArrayList<>();
    TreeSet<Integer> done = new TreeSet<>();
    for (int place : moves.keySet()) {
      if (done.contains(place)) {
        continue;
      }
      TreeSet<Integer> reached = reached(place, moves);
      reach.put(place, reached);
      boolean recurrent = true;
      for (int other : reached) {
        recurrent &= reached(other, moves).contains(place);
        if (!recurrent) {
          break;
        }
      }
      if (recurrent) {
        classes.add(List.copyOf(reached));
        done.addAll(reached);
      } else {
        done.add(place);
      }
    }
    return classes;
  }

  private static TreeSet<Integer> reached(int from, Map<Integer, Map<Integer, Rational>> moves) {
    TreeSet<Integer> reached = new TreeSet<>();
    List<Integer> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (int next : moves.get(open.remove(open.size() - 1)).keySet()) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /** The law with {@code p = p M} on one class. */
  private static Map<Integer, Rational> stationary(
      Map<Integer, Map<Integer, Rational>> moves, List<Integer> members) {
    int size = members.size();
    FieldMatrix<BigFraction> system = zeros(size);
    for (int i = 0; i < size; i++) {
      for (var entry : moves.get(members.get(i)).entrySet()) {
        int j = members.indexOf(entry.getKey());
        system.addToEntry(j, i, fraction(entry.getValue()));
      }
      system.addToEntry(i, i, BigFraction.MINUS_ONE);
    }
    BigFraction[] right = new BigFraction[size];
    for (int i = 0; i < size; i++) {
      system.setEntry(size - 1, i, BigFraction.ONE);
      right[i] = i == size - 1 ? BigFraction.ONE : BigFraction.ZERO;
    }
    return solved(system, right, members);
  }

  /** How likely the chain ends in a class; empty if too many places are passed before. */
  private static Optional<Rational> absorbed(
      Map<Integer, Rational> start,
      Map<Integer, Map<Integer, Rational>> moves,
      List<Integer> members,
      Limits limits) {
    List<Integer> passing = new ArrayList<>();
    for (int place : moves.keySet()) {
      if (reached(place, moves).containsAll(members) && !members.contains(place)) {
        passing.add(place);
      }
    }
    if (passing.size() > MOST) {
      return Optional.empty();
    }
    limits.check();
    int size = passing.size();
    FieldMatrix<BigFraction> system = zeros(size);
    BigFraction[] right = new BigFraction[size];
    for (int i = 0; i < size; i++) {
      system.addToEntry(i, i, BigFraction.ONE);
      right[i] = BigFraction.ZERO;
      for (var entry : moves.get(passing.get(i)).entrySet()) {
        int j = passing.indexOf(entry.getKey());
        if (j >= 0) {
          system.addToEntry(i, j, fraction(entry.getValue()).negate());
        } else if (members.contains(entry.getKey())) {
          right[i] = right[i].add(fraction(entry.getValue()));
        }
      }
    }
    Map<Integer, Rational> chances = size == 0 ? Map.of() : solved(system, right, passing);
    Rational total = Rational.ZERO;
    for (var entry : start.entrySet()) {
      Rational chance =
          members.contains(entry.getKey())
              ? Rational.ONE
              : chances.getOrDefault(entry.getKey(), Rational.ZERO);
      total = total.add(entry.getValue().multiply(chance));
    }
    return Optional.of(total);
  }

  private static FieldMatrix<BigFraction> zeros(int size) {
    return size == 0
        ? null
        : new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), size, size);
  }

  private static Map<Integer, Rational> solved(
      FieldMatrix<BigFraction> system, BigFraction[] right, List<Integer> places) {
    var solution =
        new FieldLUDecomposition<>(system)
            .getSolver()
            .solve(new ArrayFieldVector<>(BigFractionField.getInstance(), right));
    Map<Integer, Rational> law = new TreeMap<>();
    for (int i = 0; i < right.length; i++) {
      BigFraction value = solution.getEntry(i);
      law.put(places.get(i), Rational.of(value.getNumerator(), value.getDenominator()));
    }
    return law;
  }

  private static BigFraction fraction(Rational value) {
    return new BigFraction(value.numerator(), value.denominator());
  }
}
