package sit.prove;

import java.util.List;
import java.util.Optional;
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

  private final Columns columns;
  private final Limits limits;
  private final int n;
  private final boolean[][][] zero;
  private boolean changed;

  Closure(Columns columns, List<Assumption> assumptions, Limits limits) {
    this.columns = columns;
    this.limits = limits;
    this.n = columns.blockCount() <= MOST_BLOCKS ? columns.blockCount() : 0;
    this.zero = new boolean[n][n][n == 0 ? 0 : 1 << n];
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
        if (!zero[i][i][(int) c]) {
          return false;
        }
        continue;
      }
      long given = before;
      for (int j = 0; j < n; j++) {
        if ((b >> j & 1) != 0) {
          if (!zero[i][j][(int) given]) {
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
    for (int k = 0; k < 1 << n; k++) {
      if ((k & c) != c || !measure.isFunction() && (k & ~all) != 0) {
        continue;
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean named =
              (a >> i & 1) != 0 && (b >> j & 1) != 0 && (i == j) == measure.isFunction();
          if (named && (k >> i & 1) == 0 && (k >> j & 1) == 0) {
            set(i, j, k);
          }
        }
      }
    }
  }

  private void set(int i, int j, int k) {
    changed |= !zero[i][j][k];
    zero[i][j][k] = true;
    zero[j][i][k] = true;
  }

  private void close() {
    for (int k = 0; k < 1 << n; k++) {
      limits.check();
      for (int i = 0; i < n; i++) {
        if ((k >> i & 1) != 0) {
          continue;
        }
        if (zero[i][i][k]) {
          useFunction(i, k);
        }
        for (int j = 0; j < n; j++) {
          if (j != i && (k >> j & 1) == 0 && zero[i][j][k]) {
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
        set(i, j, k);
        set(i, i, k | 1 << j);
      }
    }
  }

  private void useIndependence(int i, int j, int k) {
    // H(i | K) = I(i; j | K) + H(i | j, K)
    if (zero[i][i][k | 1 << j]) {
      set(i, i, k);
    }
    // I(i; j | K) + I(i; l | j, K) = I(i; l | K) + I(i; j | l, K)
    for (int l = 0; l < n; l++) {
      if (l != i && l != j && (k >> l & 1) == 0 && zero[i][l][k | 1 << j]) {
        set(i, l, k);
        set(i, j, k | 1 << l);
      }
    }
  }
}
