package sit.numeric.process;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * The beliefs that occur, merged where they are exactly equal, and what each may be followed by.
 * Where what is seen reveals the state there are no more beliefs than states.
 */
final class BeliefGraph {
  private static final MathContext DIGITS = new MathContext(18);
  private static final int MOST_BELIEFS = 1 << 11;
  private static final long MOST_BITS = 1 << 11;

  /** Many beliefs of long fractions are not going to be equal to each other. */
  private static final long MOST_BITS_IN_ALL = 1 << 18;

  private final States chain;
  private final Labels shown;
  private final List<Labels> asked;
  private final int steady;
  private final Limits limits;
  private final List<Belief> beliefs = new ArrayList<>();
  private final Map<Belief, Integer> numbers = new HashMap<>();
  private final List<Map<Integer, Moves>> moves = new ArrayList<>();
  private final List<Map<Integer, Entropies>> entropies = new ArrayList<>();

  /**
   * What may follow a belief.
   *
   * @param entropy that of the label that is seen next, in bits
   */
  record Moves(
      int[] to, double[] masses, List<Rational> exact, LogSum exactEntropy, double entropy) {}

  /** The entropies of what is asked, in bits, under a belief. */
  record Entropies(List<LogSum> exact, double[] values) {}

  BeliefGraph(States chain, Labels shown, List<Labels> asked, Limits limits) {
    this.chain = chain;
    this.shown = shown;
    this.asked = List.copyOf(asked);
    this.limits = limits;
    int from = Math.max(chain.law().steady(), shown.steady());
    for (Labels labels : asked) {
      from = Math.max(from, labels.steady());
    }
    this.steady = from;
    for (int kind = chain.law().first(); kind <= steady; kind++) {
      moves.add(new HashMap<>());
      entropies.add(new HashMap<>());
    }
  }

  /** From this time on all times are alike. */
  int steady() {
    return steady;
  }

  int size() {
    return beliefs.size();
  }

  Belief belief(int number) {
    return beliefs.get(number);
  }

  /** The number of a belief; empty if there are too many of them. */
  Optional<Integer> number(Belief belief) {
    Integer known = numbers.get(belief);
    if (known != null) {
      return Optional.of(known);
    }
    long bits = belief.bits();
    if (beliefs.size() >= MOST_BELIEFS
        || bits > MOST_BITS
        || bits * beliefs.size() > MOST_BITS_IN_ALL) {
      return Optional.empty();
    }
    numbers.put(belief, beliefs.size());
    beliefs.add(belief);
    return Optional.of(beliefs.size() - 1);
  }

  private int kind(int time) {
    return Math.min(time, steady) - chain.law().first();
  }

  /** What may follow a belief when the letters of a time are drawn; empty if that is too much. */
  Optional<Moves> moves(int number, int time) {
    Map<Integer, Moves> known = moves.get(kind(time));
    Moves found = known.get(number);
    if (found == null) {
      limits.check();
      Optional<Moves> made = make(number, Math.min(time, steady));
      made.ifPresent(m -> known.put(number, m));
      return made;
    }
    return Optional.of(found);
  }

  private Optional<Moves> make(int number, int time) {
    var parts = Belief.apart(beliefs.get(number).next(chain, time), shown, time);
    int[] to = new int[parts.size()];
    double[] masses = new double[to.length];
    List<Rational> exact = new ArrayList<>();
    int place = 0;
    for (TreeMap<Integer, Rational> part : parts.values()) {
      Optional<Integer> next = number(Belief.of(part));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Rational mass = Rational.ZERO;
      for (Rational p : part.values()) {
        mass = mass.add(p);
      }
      to[place] = next.get();
      exact.add(mass);
      masses[place++] = mass.toDecimal(DIGITS).doubleValue();
    }
    LogSum entropy = LogSum.entropy(exact);
    return Optional.of(new Moves(to, masses, List.copyOf(exact), entropy, value(entropy)));
  }

  /** The entropies of what is asked under a belief at a time. */
  Entropies entropies(int number, int time) {
    return entropies
        .get(kind(time))
        .computeIfAbsent(
            number,
            n -> {
              List<LogSum> exact = new ArrayList<>();
              double[] values = new double[asked.size()];
              for (int k = 0; k < values.length; k++) {
                exact.add(beliefs.get(n).entropy(asked.get(k), Math.min(time, steady)));
                values[k] = value(exact.get(k));
              }
              return new Entropies(List.copyOf(exact), values);
            });
  }

  private static double value(LogSum sum) {
    return sum.isZero() ? 0 : sum.toDecimal(DIGITS).doubleValue();
  }

  /**
   * How many steps' errors count at most: {@code m/(1 - c)} where m steps contract the distance of
   * two laws by c; infinite where no power of the chain that was tried contracts.
   *
   * @param most the most beliefs for which it is found out
   */
  double memory(int most) {
    int size = beliefs.size();
    if (size > most) {
      return Double.POSITIVE_INFINITY;
    }
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      Moves known = moves.get(moves.size() - 1).get(i);
      if (known == null) {
        rows[i] = null; // a belief of the first times only, or one that nothing was asked of
        continue;
      }
      for (int k = 0; k < known.to().length; k++) {
        rows[i][known.to()[k]] += known.masses()[k];
      }
    }
    for (double[] row : rows) {
      for (int j = 0; row != null && j < size; j++) {
        if (row[j] > 0 && rows[j] == null) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    double steps = 1;
    for (int doubling = 0; doubling < 20; doubling++) {
      double contraction = contraction(rows);
      if (contraction < 0.75) {
        return steps / (1 - contraction - 1e-6) + moves.size();
      }
      rows = squared(rows);
      steps *= 2;
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double contraction(double[][] rows) {
    double largest = 0;
    for (double[] a : rows) {
      for (double[] b : rows) {
        if (a != null && b != null) {
          double distance = 0;
          for (int j = 0; j < a.length; j++) {
            distance += Math.abs(a[j] - b[j]);
          }
          largest = Math.max(largest, distance / 2);
        }
      }
    }
    return largest;
  }

  private static double[][] squared(double[][] rows) {
    double[][] square = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != null) {
        square[i] = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
          for (int j = 0; rows[i][k] > 0 && j < rows.length; j++) {
            square[i][j] += rows[i][k] * rows[k][j];
          }
        }
      }
    }
    return square;
  }
}
