package sit.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.limits.Limits;

/**
 * Looks among all elemental inequalities for those that a proof needs. The least sum of multipliers
 * with {@code target = sum of multiplier * elemental + facts} is approached by coordinate descent
 * on the augmented Lagrangian (Chen, Donoho and Saunders 1998 on the problem; Yin, Osher, Goldfarb
 * and Darbon 2008 on the iteration), where a pass over the 372,750 elementals of 14 blocks takes
 * milliseconds. What is known to be zero may be used with either sign, and only sets stand that are
 * closed under the functions known. What it finds is approximate and by itself proves nothing: it
 * says over which inequalities a small program is worth its time.
 */
final class BasisPursuit {
  /** The elementals of 16 blocks take sixty megabytes. */
  static final int MOST_BLOCKS = 16;

  private static final double RELAXATION = 1.7;
  private static final double PRICE = 0.1;
  private static final double PRICE_OF_ZERO = 0.01;
  private static final double NOTHING = 1e-7;
  private static final double TOLERANCE = 1e-6;

  private final Closure closure;
  private final Limits limits;
  private final double[] target;
  private final double[] residual;
  private final double[] carried;
  private final double[] missing;
  private final double price;
  private final double priceOfZero;
  private final int[] closed;
  private final Set<Integer> stated = new TreeSet<>();
  private int rows;
  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private int[] union = new int[1024];
  private int[] given = new int[1024];
  private int[] named = new int[1024];
  private boolean[] zero = new boolean[1024];
  private double[] multipliers;
  private final List<Fact> facts = new ArrayList<>();

  /** A fact over the places; its multiplier may be negative where it is an equality. */
  private static final class Fact {
    private final int[] places;
    private final double[] values;
    private final boolean free;
    private double multiplier;

    Fact(int[] places, double[] values, boolean free) {
      this.places = places;
      this.values = values;
      this.free = free;
    }
  }

  /**
   * All elementals of the blocks.
   *
   * @param target coefficients of the sets at their masks, and of other monomials after them
   */
  BasisPursuit(int blocks, double[] target, Closure closure, Limits limits) {
    this.closure = closure;
    this.limits = limits;
    this.closed = new int[1 << blocks];
    this.target = new double[target.length];
    double largest = 0;
    closed[0] = closure.closed(0);
    for (int k = 1; k < target.length; k++) {
      if (k < closed.length) {
        closed[k] = closure.closed(k);
      }
      if (place(k) != closed[0]) {
        this.target[place(k)] += target[k];
      }
      if (k < closed.length && target[k] != 0) {
        stated.add(k);
      }
      largest = Math.max(largest, Math.abs(target[k]));
    }
    this.residual = this.target.clone();
    this.carried = new double[target.length];
    this.missing = new double[target.length];
    this.price = PRICE * largest;
    this.priceOfZero = PRICE_OF_ZERO * largest;
    addRows(blocks);
    this.multipliers = new double[rows];
  }

  private int place(int k) {
    return k < closed.length ? closed[k] : k;
  }

  /** More that may be added up. */
  void fact(int[] places, double[] values, boolean free) {
    int[] at = new int[places.length];
    for (int k = 0; k < at.length; k++) {
      at[k] = place(places[k]);
      if (places[k] < closed.length) {
        stated.add(places[k]);
      }
    }
    facts.add(new Fact(at, values, free));
  }

  private void addRows(int blocks) {
    int all = closed.length - 1;
    for (int set = 0; set <= all; set++) {
      if (closed[set] != set) {
        continue;
      }
      limits.check();
      for (int i = 0; i < blocks; i++) {
        if ((set >> i & 1) != 0) {
          continue;
        }
        if (closed[set | 1 << i] == all) {
          addRow(i, i, set, false);
        }
        for (int j = i + 1; j < blocks; j++) {
          if ((set >> j & 1) == 0) {
            addRow(i, j, set, closure.holds(1L << i, 1L << j, set));
          }
        }
      }
    }
  }

  /** Where one side determines the other, {@code I(i; j | set) = H(i | set)}. */
  private void addRow(int i, int j, int set, boolean known) {
    int one = closed[set | 1 << i];
    int two = closed[set | 1 << j];
    int both = closed[set | 1 << i | 1 << j];
    if (rows == left.length) {
      int size = 2 * rows;
      left = Arrays.copyOf(left, size);
      right = Arrays.copyOf(right, size);
      union = Arrays.copyOf(union, size);
      given = Arrays.copyOf(given, size);
      zero = Arrays.copyOf(zero, size);
      named = Arrays.copyOf(named, size);
    }
    boolean nested = one == both || two == both;
    left[rows] = one == both ? two : one;
    right[rows] = nested ? both : two;
    union[rows] = both;
    given[rows] = set;
    named[rows] = i << 5 | j;
    zero[rows++] = known;
  }

  /** How many inequalities there are. */
  int rows() {
    return rows;
  }

  /** So many passes over all, after which what is left over is asked for again. */
  void run(int passes) {
    for (int pass = 0; pass < passes; pass++) {
      limits.check();
      passFacts();
      passRows();
    }
    for (int k = 0; k < residual.length; k++) {
      missing[k] = residual[k] - carried[k];
      carried[k] += missing[k];
      residual[k] += missing[k];
    }
  }

  private void passFacts() {
    for (Fact fact : facts) {
      double product = 0;
      double norm = 0;
      for (int k = 0; k < fact.places.length; k++) {
        product += fact.values[k] * residual[fact.places[k]];
        norm += fact.values[k] * fact.values[k];
      }
      double step = product / norm;
      double by = fact.free ? step : Math.max(step, -fact.multiplier);
      fact.multiplier += by;
      for (int k = 0; k < fact.places.length; k++) {
        residual[fact.places[k]] -= by * fact.values[k];
      }
      residual[closed[0]] = 0;
    }
  }

  private void passRows() {
    double[] r = residual;
    int nothing = closed[0];
    for (int k = 0; k < rows; k++) {
      int a = left[k];
      int b = right[k];
      int ab = union[k];
      int c = given[k];
      double product = r[a] + r[b] - r[ab] - r[c];
      double old = multipliers[k];
      double by;
      if (zero[k]) {
        by = either(product, old);
      } else if (product <= price && old == 0) {
        continue;
      } else {
        by = Math.max(RELAXATION * (product - price) / (b == ab ? 2 : 4), -old);
      }
      multipliers[k] = old + by;
      r[a] -= by;
      r[b] -= by;
      r[ab] += by;
      r[c] += by;
      r[nothing] = 0;
    }
  }

  /** The change of a multiplier of either sign, whose size has a price. */
  private double either(double product, double old) {
    double up = (product - priceOfZero) / 4;
    double down = (product + priceOfZero) / 4;
    if (old + up > 0) {
      return Math.max(RELAXATION * up, -old);
    }
    return old + down < 0 ? Math.min(RELAXATION * down, -old) : -old;
  }

  /**
   * The basic inequalities that have a part in what was found, and those by which what is known to
   * be zero follows from the assumptions.
   */
  Set<Pair> support() {
    Set<Pair> pairs = new LinkedHashSet<>();
    Set<Integer> sets = new TreeSet<>(stated);
    Closure.Derivation derivation = closure.derivation(pairs);
    for (int k = 0; k < rows; k++) {
      if (Math.abs(multipliers[k]) <= NOTHING) {
        continue;
      }
      int a = left[k];
      int b = right[k];
      if (b == union[k]) {
        pairs.add(new Pair(given[k], a));
      } else {
        pairs.add(new Pair(a, b));
        sets.add(a | b);
        if ((a & b) != given[k]) {
          pairs.add(new Pair(given[k], a & b));
        }
      }
      if (multipliers[k] < 0) {
        int i = named[k] >> 5;
        int j = named[k] & 31;
        derivation.add(i, j, given[k]);
        sets.add(given[k] | 1 << i);
        sets.add(given[k] | 1 << j);
        sets.add(given[k] | 1 << i | 1 << j);
      }
    }
    for (int set : sets) {
      derivation.addClosed(set);
    }
    return pairs;
  }

  /**
   * Whether what stays missing shows that there is no such sum: it is then a direction along which
   * all that may be added is not negative, and the target is.
   */
  boolean isHopeless() {
    double[] h = new double[target.length];
    double largest = 0;
    double value = 0;
    for (int k = 0; k < h.length; k++) {
      h[k] = -missing[k];
      largest = Math.max(largest, Math.abs(h[k]));
      value += target[k] * h[k];
    }
    double least = -TOLERANCE * largest;
    boolean along = value < least && largest > TOLERANCE;
    for (int k = 0; k < rows && along; k++) {
      double product = h[left[k]] + h[right[k]] - h[union[k]] - h[given[k]];
      along = product >= least && (!zero[k] || product <= -least);
    }
    for (Fact fact : facts) {
      double product = 0;
      for (int k = 0; k < fact.places.length; k++) {
        product += fact.values[k] * h[fact.places[k]];
      }
      along &= product >= least && (!fact.free || product <= -least);
    }
    return along;
  }
}
