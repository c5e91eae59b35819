package sit.numeric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses in which order variables are summed out.
 *
 * <p>Greedy: next goes the variable whose factors together have the fewest joint outcomes, the
 * children of functions not counted, as they are looked up. With it go the factors that lie inside
 * those outcomes and the variables that nothing else needs.
 */
final class EliminationOrder {
  private final int[] sizes;
  private final BitSet asked = new BitSet();
  private final BitSet open = new BitSet();
  private final Set<Factor> factors = new LinkedHashSet<>();

  /** The factors each variable occurs in. */
  private final List<Set<Factor>> around = new ArrayList<>();

  /** How many joint outcomes the factors of a variable have. */
  private final double[] costs;

  private final List<Contraction> steps = new ArrayList<>();

  private EliminationOrder(int[] sizes, List<Factor> given, int[] target) {
    this.sizes = sizes;
    this.costs = new double[sizes.length];
    open.set(0, sizes.length);
    for (int v : target) {
      asked.set(v);
      open.clear(v);
    }
    for (int v = 0; v < sizes.length; v++) {
      around.add(new LinkedHashSet<>());
    }
    given.forEach(this::add);
    for (int v = open.nextSetBit(0); v >= 0; v = open.nextSetBit(v + 1)) {
      costs[v] = outcomes(v);
    }
  }

  /**
   * The steps that lead from some factors to one over the target.
   *
   * @param next the number under which the first step's result is kept; the others' follow
   */
  static List<Contraction> steps(int[] sizes, List<Factor> factors, int[] target, int next) {
    EliminationOrder order = new EliminationOrder(sizes, factors, target);
    int id = next;
    while (!order.open.isEmpty()) {
      order.eliminate(order.cheapest(), id++);
    }
    order.steps.add(new Contraction(List.copyOf(order.factors), sizes, target));
    return order.steps;
  }

  private void add(Factor factor) {
    factors.add(factor);
    for (int v : factor.scope()) {
      around.get(v).add(factor);
    }
  }

  private void remove(Factor factor) {
    factors.remove(factor);
    for (int v : factor.scope()) {
      around.get(v).remove(factor);
    }
  }

  private int cheapest() {
    int best = open.nextSetBit(0);
    for (int v = best; v >= 0; v = open.nextSetBit(v + 1)) {
      if (costs[v] < costs[best]) {
        best = v;
      }
    }
    return best;
  }

  private double outcomes(int variable) {
    BitSet union = union(around.get(variable));
    for (Factor factor : around.get(variable)) {
      if (factor.isFunction()) {
        union.clear(factor.child());
      }
    }
    double product = 1;
    for (int v = union.nextSetBit(0); v >= 0; v = union.nextSetBit(v + 1)) {
      product *= sizes[v];
    }
    return product;
  }

  private static BitSet union(Iterable<Factor> some) {
    BitSet union = new BitSet();
    for (Factor factor : some) {
      for (int v : factor.scope()) {
        union.set(v);
      }
    }
    return union;
  }

  private void eliminate(int variable, int id) {
    Set<Factor> bucket = new LinkedHashSet<>(around.get(variable));
    BitSet union = union(bucket);
    for (int v = union.nextSetBit(0); v >= 0; v = union.nextSetBit(v + 1)) {
      for (Factor factor : around.get(v)) {
        if (inside(factor, union)) {
          bucket.add(factor);
        }
      }
    }
    bucket.forEach(this::remove);
    BitSet kept = new BitSet();
    for (int v = union.nextSetBit(0); v >= 0; v = union.nextSetBit(v + 1)) {
      if (asked.get(v) || !around.get(v).isEmpty()) {
        kept.set(v);
      } else {
        open.clear(v);
      }
    }
    int[] scope = Factor.scope(kept);
    steps.add(new Contraction(List.copyOf(bucket), sizes, scope));
    add(new Factor(id, scope, null));
    for (int v : scope) {
      costs[v] = open.get(v) ? outcomes(v) : 0;
    }
  }

  private static boolean inside(Factor factor, BitSet union) {
    for (int v : factor.scope()) {
      if (!union.get(v)) {
        return false;
      }
    }
    return true;
  }
}
