package sit.prove;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * Makes a counterexample smaller while it stays one: fewer variables that vary, a shorter
 * description, fewer outcomes, smaller alphabets, simpler probabilities, in this order of
 * importance.
 */
final class Shrinker {
  private static final long WORK = 1_000_000;
  private static final int LARGEST_DENOMINATOR = 100;
  private static final int LARGEST_EXPLAINED = 64;
  private static final int LARGEST_THOROUGH = 16;
  private static final int MOST_MERGED = 16;
  private static final int MOST_HALVED = 5;

  private final EntropyTarget target;
  private final MarginalEntropies entropies;
  private final Predicate<Candidate> exact;
  private final Limits limits;
  private long left = WORK;
  private Candidate best;
  private Size bestSize;

  /** Decides exactly whether a candidate is a counterexample, by {@code exact}. */
  Shrinker(EntropyTarget target, Predicate<Candidate> exact, Limits limits) {
    this.target = target;
    this.entropies = new MarginalEntropies(target);
    this.exact = exact;
    this.limits = limits;
  }

  /**
   * The smallest found from a counterexample; its values are numbered from zero in the order of the
   * outcomes.
   */
  Candidate shrink(Candidate found) {
    Candidate smallest = normal(found);
    for (Candidate next = improve(smallest); next != null; next = improve(smallest)) {
      smallest = next;
    }
    return smallest;
  }

  /**
   * A smaller counterexample one change away, the smallest where the law is small enough to try
   * all; or null.
   */
  private Candidate improve(Candidate law) {
    best = null;
    bestSize = Size.of(law);
    for (int v = 0; v < law.values().length && best == null; v++) {
      if (!isConstant(law.values()[v])) {
        offer(with(law, v, new int[law.probabilities().size()]));
      }
    }
    if (best == null) {
      boolean first = law.probabilities().size() > LARGEST_THOROUGH;
      offerFewerOutcomes(law, first);
      offerCopies(law, first);
      offerFewerSymbols(law, first);
    }
    if (best == null) {
      offerSimplerProbabilities(law);
    }
    return best;
  }

  private void offerFewerOutcomes(Candidate law, boolean first) {
    int points = law.probabilities().size();
    for (int run = points / 2; run > 0 && points > 2; run /= 2) {
      for (int from = 0; from + run <= points && !isDone(first); from += run) {
        offer(without(law, from, run, false));
        offer(without(law, from, run, true));
      }
    }
  }

  private void offerCopies(Candidate law, boolean first) {
    for (int v = 0; v < law.values().length; v++) {
      for (int u = 0; u < law.values().length && !isDone(first); u++) {
        if (u != v && !isConstant(law.values()[u]) && !isConstant(law.values()[v])) {
          offer(with(law, v, law.values()[u]));
        }
      }
    }
  }

  /** Gives one variable two symbols only, or draws two of its symbols together. */
  private void offerFewerSymbols(Candidate law, boolean first) {
    for (int v = 0; v < law.values().length; v++) {
      int[] column = law.values()[v];
      int symbols = max(column) + 1;
      int halves = symbols > 2 && symbols <= MOST_HALVED ? 1 << symbols - 1 : 0;
      for (int ones = 1; ones < halves && !isDone(first); ones++) {
        int[] halved = new int[column.length];
        for (int i = 0; i < halved.length; i++) {
          halved[i] = ones << 1 >>> column[i] & 1;
        }
        offer(with(law, v, halved));
      }
      for (int a = 0; a < symbols && symbols > 2 && symbols <= MOST_MERGED; a++) {
        for (int b = a + 1; b < symbols && !isDone(first); b++) {
          int[] merged = column.clone();
          for (int i = 0; i < merged.length; i++) {
            merged[i] = merged[i] == b ? a : merged[i];
          }
          offer(with(law, v, merged));
        }
      }
    }
  }

  private void offerSimplerProbabilities(Candidate law) {
    int points = law.probabilities().size();
    offer(new Candidate(law.values(), uniform(points)));
    for (int d = points; d <= LARGEST_DENOMINATOR && best == null; d++) {
      offer(new Candidate(law.values(), rounded(law.probabilities(), d)));
    }
  }

  private boolean isDone(boolean first) {
    return left < 0 || first && best != null;
  }

  /** Multiples of 1/d near the probabilities, each at least 1/d. */
  private static List<Rational> rounded(List<Rational> probabilities, int d) {
    int[] parts = new int[probabilities.size()];
    int sum = 0;
    for (int i = 0; i < parts.length; i++) {
      Rational scaled = probabilities.get(i).multiply(Rational.of(d)).add(Rational.of(1, 2));
      parts[i] = Math.max(1, scaled.floor().intValueExact());
      sum += parts[i];
    }
    int largest = 0;
    for (int i = 0; i < parts.length; i++) {
      largest = parts[i] > parts[largest] ? i : largest;
    }
    parts[largest] += d - sum;
    if (parts[largest] < 1) {
      return uniform(parts.length);
    }
    List<Rational> result = new ArrayList<>();
    for (int part : parts) {
      result.add(Rational.of(part, d));
    }
    return result;
  }

  private static List<Rational> uniform(int points) {
    List<Rational> p = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      p.add(Rational.of(1, points));
    }
    return p;
  }

  private static Candidate with(Candidate law, int variable, int[] column) {
    int[][] values = law.values().clone();
    values[variable] = column;
    return new Candidate(values, law.probabilities());
  }

  /** The law given that none of a run of points is met, or the uniform law on the others. */
  private static Candidate without(Candidate law, int from, int run, boolean uniform) {
    int points = law.probabilities().size() - run;
    int[][] values = new int[law.values().length][points];
    List<Rational> p = new ArrayList<>();
    Rational rest = Rational.ZERO;
    for (int i = 0; i < points; i++) {
      int old = i < from ? i : i + run;
      p.add(law.probabilities().get(old));
      rest = rest.add(p.get(i));
      for (int v = 0; v < values.length; v++) {
        values[v][i] = law.values()[v][old];
      }
    }
    Rational all = rest;
    p.replaceAll(one -> one.divide(all));
    return new Candidate(values, uniform ? uniform(points) : p);
  }

  /** Keeps the changed law if it is smaller than what was found and still a counterexample. */
  private void offer(Candidate changed) {
    limits.check();
    left -= (target.masks.length + 10L) * changed.probabilities().size();
    if (left < 0) {
      return;
    }
    Candidate law = normal(changed);
    Size size = Size.of(law);
    if (size.compareTo(bestSize) < 0
        && sumsToOne(law)
        && target.refutedBy(entropies.of(law))
        && exact.test(law)) {
      best = law;
      bestSize = size;
    }
  }

  private static boolean sumsToOne(Candidate law) {
    Rational sum = Rational.ZERO;
    for (Rational p : law.probabilities()) {
      sum = sum.add(p);
    }
    return sum.isOne();
  }

  /** Equal outcomes drawn together, values numbered from zero in the order of the outcomes. */
  static Candidate normal(Candidate law) {
    int n = law.values().length;
    Map<List<Integer>, Rational> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < law.probabilities().size(); i++) {
      List<Integer> outcome = new ArrayList<>(n);
      for (int[] column : law.values()) {
        outcome.add(column[i]);
      }
      outcomes.merge(outcome, law.probabilities().get(i), Rational::add);
    }
    int[][] values = new int[n][outcomes.size()];
    int point = 0;
    for (List<Integer> outcome : outcomes.keySet()) {
      for (int v = 0; v < n; v++) {
        values[v][point] = outcome.get(v);
      }
      point++;
    }
    for (int v = 0; v < n; v++) {
      renumber(values[v]);
    }
    return new Candidate(values, new ArrayList<>(outcomes.values()));
  }

  private static void renumber(int[] column) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < column.length; i++) {
      numbers.putIfAbsent(column[i], numbers.size());
      column[i] = numbers.get(column[i]);
    }
  }

  private static boolean isConstant(int[] column) {
    return max(column) == 0;
  }

  private static int max(int[] column) {
    int max = 0;
    for (int value : column) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** How large a law is to a reader. */
  private record Size(int varying, int length, int outcomes, int symbols, BigInteger denominators)
      implements Comparable<Size> {
    static Size of(Candidate law) {
      int varying = 0;
      int symbols = 0;
      for (int[] column : law.values()) {
        varying += isConstant(column) ? 0 : 1;
        symbols += max(column);
      }
      BigInteger denominators = BigInteger.ZERO;
      for (Rational p : law.probabilities()) {
        denominators = denominators.add(p.denominator()).add(p.numerator());
      }
      int outcomes = law.probabilities().size();
      int length =
          outcomes <= LARGEST_EXPLAINED
              ? LawStructure.of(law.values(), law.probabilities()).length()
              : outcomes;
      return new Size(varying, length, outcomes, symbols, denominators);
    }

    @Override
    public int compareTo(Size other) {
      int[] differences = {
        varying - other.varying,
        length - other.length,
        outcomes - other.outcomes,
        symbols - other.symbols
      };
      for (int difference : differences) {
        if (difference != 0) {
          return difference;
        }
      }
      return denominators.compareTo(other.denominators);
    }
  }
}
