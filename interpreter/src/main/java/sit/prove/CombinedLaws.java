package sit.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * Laws made of several independent small ones: in each, every variable is constant, one of two fair
 * bits, or their sum. Entropies of independent laws add up, so that a linear program says how many
 * of each are needed. For three variables these laws generate all entropies but for closure (Zhang
 * and Yeung 1997), so that linear statements are refuted under any linear assumptions, as far as
 * the number of bits reaches.
 */
final class CombinedLaws {
  private static final int MOST_BITS = 12;
  private static final int MOST_FOR_PAIRS = 6;
  private static final int MOST_FOR_COPIES = 9;
  private static final int MOST_COPIES = 24;

  private final EntropyTarget target;
  private final Limits limits;

  /** Each variable as a sum of two bits: 0, 1, 2 or 3. */
  private final List<int[]> laws = new ArrayList<>();

  private final List<double[]> entropies = new ArrayList<>();

  CombinedLaws(EntropyTarget target, Limits limits) {
    this.target = target;
    this.limits = limits;
  }

  Optional<Candidate> search() {
    int n = target.variables.size();
    if (n == 0 || n > MOST_FOR_COPIES || !isLinear()) {
      return Optional.empty();
    }
    addLaws(new int[n], 0, 0, n <= MOST_FOR_PAIRS ? 3 : 1);
    Optional<Candidate> found = solve(1);
    return found.isPresent() || !target.claim.zero() ? found : solve(-1);
  }

  private boolean isLinear() {
    boolean linear = target.claim.products().length == 0;
    for (EntropyTarget.Relation assumption : target.assumptions) {
      linear &= assumption.products().length == 0;
    }
    return linear;
  }

  /**
   * In the order of the variables the first bit occurs first, then the second, then their sum:
   * others are the same law.
   */
  private void addLaws(int[] law, int at, int seen, int most) {
    if (at == law.length) {
      addLaw(law.clone());
      return;
    }
    for (int value = 0; value <= Math.min(most, seen >= 2 ? 3 : seen + 1); value++) {
      law[at] = value;
      addLaws(law, at + 1, Math.max(seen, value), most);
    }
    law[at] = 0;
  }

  private void addLaw(int[] law) {
    if (rank(law) == 0) {
      return;
    }
    double[] h = new double[target.masks.length];
    for (int m = 0; m < h.length; m++) {
      int first = 0;
      for (long rest = target.masks[m]; rest != 0; rest &= rest - 1) {
        int value = law[Long.numberOfTrailingZeros(rest)];
        if (value != 0 && value != first) {
          h[m] = Math.min(2, h[m] + 1);
          first = value;
        }
      }
    }
    laws.add(law);
    entropies.add(h);
  }

  /** Makes {@code direction * claim} as small as it can be. */
  private Optional<Candidate> solve(int direction) {
    limits.check();
    List<LinearConstraint> constraints = new ArrayList<>();
    double[] bits = new double[laws.size()];
    for (int k = 0; k < bits.length; k++) {
      bits[k] = rank(laws.get(k));
    }
    constraints.add(new LinearConstraint(bits, Relationship.LEQ, MOST_BITS));
    for (EntropyTarget.Relation assumption : target.assumptions) {
      constraints.add(
          new LinearConstraint(
              row(assumption, 1),
              assumption.zero() ? Relationship.EQ : Relationship.GEQ,
              -assumption.constant()));
    }
    double[] times;
    try {
      times =
          new SimplexSolver()
              .optimize(
                  new MaxIter(2000),
                  new LinearObjectiveFunction(row(target.claim, direction), 0),
                  new LinearConstraintSet(constraints),
                  GoalType.MINIMIZE,
                  new NonNegativeConstraint(true))
              .getPoint();
    } catch (MathRuntimeException e) {
      // infeasible, or the solver lost its way: there is no candidate from here
      return Optional.empty();
    }
    return whole(times).map(this::realise);
  }

  private double[] row(EntropyTarget.Relation relation, int direction) {
    double[] row = new double[laws.size()];
    for (int k = 0; k < row.length; k++) {
      row[k] = direction * (relation.value(entropies.get(k)) - relation.constant());
    }
    return row;
  }

  private static int rank(int[] law) {
    int rank = 0;
    for (int value : law) {
      rank = Math.max(rank, Math.min(value, 2));
    }
    return rank;
  }

  /**
   * Whole numbers in the proportion of these, few enough; with numbers in the claim these
   * themselves.
   */
  private Optional<int[]> whole(double[] times) {
    double largest = 0;
    for (double t : times) {
      largest = Math.max(largest, t);
    }
    for (int copies = 1; copies <= MOST_COPIES && largest > 1e-9; copies++) {
      double scale = target.hasConstant() ? 1 : copies / largest;
      int[] whole = new int[times.length];
      boolean near = true;
      int bits = 0;
      for (int k = 0; k < times.length; k++) {
        whole[k] = (int) Math.round(times[k] * scale);
        near &= Math.abs(times[k] * scale - whole[k]) < 1e-6;
        bits += whole[k] * rank(laws.get(k));
      }
      if (near && bits <= MOST_BITS && target.refutedBy(sum(whole))) {
        return Optional.of(whole);
      }
    }
    return Optional.empty();
  }

  private double[] sum(int[] times) {
    double[] sum = new double[target.masks.length];
    for (int k = 0; k < times.length; k++) {
      for (int m = 0; m < sum.length && times[k] > 0; m++) {
        sum[m] += times[k] * entropies.get(k)[m];
      }
    }
    return sum;
  }

  private Candidate realise(int[] times) {
    int total = 0;
    for (int k = 0; k < times.length; k++) {
      total += times[k] * rank(laws.get(k));
    }
    int[][] values = new int[target.variables.size()][1 << total];
    int used = 0;
    for (int k = 0; k < times.length; k++) {
      int rank = rank(laws.get(k));
      for (int copy = 0; copy < times[k]; copy++, used += rank) {
        for (int v = 0; v < values.length; v++) {
          int vector = laws.get(k)[v];
          for (int point = 0; point < values[v].length && vector != 0; point++) {
            int bit = Integer.bitCount(point >>> used & vector) & 1;
            values[v][point] = 2 * values[v][point] + bit;
          }
        }
      }
    }
    return new Candidate(values, Collections.nCopies(1 << total, Rational.of(1, 1 << total)));
  }
}
