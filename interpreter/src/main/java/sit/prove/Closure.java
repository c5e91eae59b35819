package sit.prove;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Sense;

/**
 * The independences and functions that follow from those assumed by the semigraphoid rules, kept as
 * elementary statements {@code I(i; j | K) = 0} and {@code H(i | K) = 0} over single blocks. Sound,
 * and complete but for rare cases; no program is solved.
 */
final class Closure {
  /** The tables have {@code n^2 2^n} entries. */
  static final int MOST_BLOCKS = 12;

  private static final int ASSUMED = 1;
  private static final int FUNCTION = 2;
  private static final int LARGER = 3;
  private static final int SUM = 4;
  private static final int CONTRACTION = 5;
  private static final int UNION = 6;

  private final Columns columns;
  private final Limits limits;
  private final int n;
  private final List<int[]> assumed = new ArrayList<>();

  /**
   * Why a statement holds: the rule, a block or an assumption, and the block i; 0 where it may not.
   */
  private final int[][][] why;

  private boolean changed;

  Closure(Columns columns, List<Assumption> assumptions, Limits limits) {
    this(columns, assumptions, MOST_BLOCKS, limits);
  }

  /** Rules over no more blocks than {@code most}; over more nothing is said to hold. */
  Closure(Columns columns, List<Assumption> assumptions, int most, Limits limits) {
    this.columns = columns;
    this.limits = limits;
    this.n = columns.blockCount() <= most ? columns.blockCount() : 0;
    this.why = new int[n][n][];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        why[i][j] = new int[1 << n];
        why[j][i] = why[i][j];
      }
    }
    for (Assumption assumption : assumptions) {
      Optional<Zero> measure =
          assumption.sense() == Sense.ZERO ? Zero.of(assumption.difference()) : Optional.empty();
      if (n > 0 && measure.isPresent()) {
        enter(measure.get());
      }
    }
    do {
      changed = false;
      close();
    } while (changed);
  }

  /**
   * Whether {@code I(a; b | c)}, with {@code a = b} the entropy {@code H(a | c)}, is zero by the
   * rules.
   */
  boolean holds(long a, long b, long c) {
    if (n == 0) {
      return false;
    }
    long before = c;
    for (int i = 0; i < n; i++) {
      if ((a >> i & 1) == 0) {
        continue;
      }
      if (a == b) {
        if (!isZero(i, i, (int) c)) {
          return false;
        }
        continue;
      }
      long given = before;
      for (int j = 0; j < n; j++) {
        if ((b >> j & 1) != 0) {
          if (!isZero(i, j, (int) given)) {
            return false;
          }
          given |= 1L << j;
        }
      }
      before |= 1L << i;
    }
    return true;
  }

  private void enter(Zero measure) {
    int a = (int) columns.mask(measure.a());
    int b = (int) columns.mask(measure.b());
    int c = (int) columns.mask(measure.c());
    int all = a | b | c;
    assumed.add(new int[] {a, b, c});
    for (int k = 0; k < 1 << n; k++) {
      if ((k & c) != c || !measure.isFunction() && (k & ~all) != 0) {
        continue;
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean named =
              (a >> i & 1) != 0 && (b >> j & 1) != 0 && (i == j) == measure.isFunction();
          if (named && (k >> i & 1) == 0 && (k >> j & 1) == 0) {
            boolean left = (a >> i & 1) != 0 && (b >> j & 1) != 0;
            set(i, j, k, ASSUMED, assumed.size() - 1, left ? i : j);
          }
        }
      }
    }
  }

  private boolean isZero(int i, int j, int k) {
    return why[i][j][k] != 0;
  }

  private void set(int i, int j, int k, int rule, int by, int first) {
    if (why[i][j][k] == 0) {
      changed = true;
      why[i][j][k] = rule | first << 3 | by << 8;
    }
  }

  private void close() {
    for (int k = 0; k < 1 << n; k++) {
      limits.check();
      for (int i = 0; i < n; i++) {
        if ((k >> i & 1) != 0) {
          continue;
        }
        if (isZero(i, i, k)) {
          useFunction(i, k);
        }
        for (int j = 0; j < n; j++) {
          if (j != i && (k >> j & 1) == 0 && isZero(i, j, k)) {
            useIndependence(i, j, k);
          }
        }
      }
    }
  }

  /** What is constant given K is constant given more, and shares nothing with anything. */
  private void useFunction(int i, int k) {
    for (int j = 0; j < n; j++) {
      if (j != i && (k >> j & 1) == 0) {
        set(i, j, k, FUNCTION, j, i);
        set(i, i, k | 1 << j, LARGER, j, i);
      }
    }
  }

  private void useIndependence(int i, int j, int k) {
    // H(i | K) = I(i; j | K) + H(i | j, K)
    if (isZero(i, i, k | 1 << j)) {
      set(i, i, k, SUM, j, i);
    }
    // I(i; j | K) + I(i; l | j, K) = I(i; l | K) + I(i; j | l, K)
    for (int l = 0; l < n; l++) {
      if (l != i && l != j && (k >> l & 1) == 0 && isZero(i, l, k | 1 << j)) {
        set(i, l, k, CONTRACTION, j, i);
        set(i, j, k | 1 << l, UNION, l, i);
      }
    }
  }

  /** The set with all that is a function of it. */
  int closed(int set) {
    int all = set;
    for (int i = 0; i < n; i++) {
      if ((set >> i & 1) == 0 && isZero(i, i, set)) {
        all |= 1 << i;
      }
    }
    return all == set ? all : closed(all);
  }

  /** A way to collect why what holds does. */
  Derivation derivation(Set<Pair> basics) {
    return new Derivation(basics);
  }

  /** Collects the basic inequalities by which statements are no more than the assumptions. */
  final class Derivation {
    private final Set<Pair> basics;
    private final Set<List<Integer>> seen = new HashSet<>();
    private final Deque<int[]> open = new ArrayDeque<>();

    Derivation(Set<Pair> basics) {
      this.basics = basics;
    }

    /** Of {@code I(i; j | k) <= 0}, which is known to hold. */
    void add(int i, int j, int k) {
      need(i, j, k);
      while (!open.isEmpty()) {
        limits.check();
        int[] next = open.pop();
        derive(next[0], next[1], next[2]);
      }
    }

    /** Of {@code h(set) = h(closed(set))}. */
    void addClosed(int set) {
      int known = set;
      for (int all = closed(set); known != all; ) {
        for (int i = 0; i < n; i++) {
          if ((known >> i & 1) == 0 && isZero(i, i, known)) {
            add(i, i, known);
            pair(known, known | 1 << i);
            known |= 1 << i;
          }
        }
      }
    }

    private void need(int i, int j, int k) {
      if (seen.add(List.of(Math.min(i, j), Math.max(i, j), k))) {
        open.push(new int[] {i, j, k});
      }
    }

    /** Every rule is an identity {@code I(i; j | k) + basic = what is known to be zero}. */
    private void derive(int one, int two, int k) {
      int entry = why[one][two][k];
      int i = entry >> 3 & 31;
      int j = one == i ? two : one;
      int by = entry >> 8;
      int bit = 1 << i;
      int other = 1 << j;
      switch (entry & 7) {
        case ASSUMED -> assumed(assumed.get(by), i, j, k);
        case FUNCTION -> {
          pair(k | 1 << by, k | 1 << by | bit);
          need(i, i, k);
        }
        case LARGER -> {
          int less = k & ~(1 << by);
          pair(less | bit, less | 1 << by);
          need(i, i, less);
        }
        case SUM -> {
          need(i, by, k);
          need(i, i, k | 1 << by);
        }
        case CONTRACTION -> {
          // I(i; l | K) with l here j, over the block "by"
          pair(k | other | bit, k | other | 1 << by);
          need(i, by, k);
          need(i, j, k | 1 << by);
        }
        default -> {
          int less = k & ~(1 << by);
          pair(less | bit, less | 1 << by);
          need(i, j, less);
          need(i, by, less | other);
        }
      }
    }

    private void assumed(int[] measure, int i, int j, int k) {
      int c = measure[2];
      int a = c | measure[0];
      int b = c | measure[1];
      if (measure[0] == measure[1]) {
        pair(a, k);
        pair(c, a & k);
        pair(k | 1 << i, k | a);
        return;
      }
      int before = a & k;
      pair(before, b);
      pair(before | 1 << i, k);
      pair(k | 1 << i | 1 << j, before | b);
      pair(a, before | b | 1 << i);
    }

    private void pair(int left, int right) {
      if (left != right && (left | right) != left) {
        basics.add(new Pair(left, right));
      }
    }
  }
}
