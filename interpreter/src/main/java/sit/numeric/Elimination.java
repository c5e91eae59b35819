package sit.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sit.limits.LimitReached;
import sit.limits.Limits;

/**
 * The computation of a marginal law: which variables are summed out in which order, known with its
 * cost before any table is allocated.
 *
 * <p>Greedy: next goes the variable whose factors together have the fewest joint outcomes, the
 * children of functions not counted, as they are looked up. With it go the factors that lie inside
 * those outcomes and the variables that nothing else needs.
 */
final class Elimination {
  /** An exact run may loop this often, and its tables may have this many cells. */
  private static final double EXACT_STEPS = 1 << 18;

  private static final double EXACT_CELLS = 1 << 16;

  /** The common denominator of an exact run may have this many bits. */
  private static final int EXACT_BITS = 4096;

  private final Model model;
  private final List<String> asked;
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] sizes;
  private final List<Factor> factors = new ArrayList<>();
  private final List<Masses> masses = new ArrayList<>();
  private final List<Contraction> steps = new ArrayList<>();

  Elimination(Model model, List<String> asked) {
    this.model = model;
    this.asked = List.copyOf(asked);
    this.names = model.ancestors(asked);
    this.sizes = new int[names.size()];
    for (int v = 0; v < sizes.length; v++) {
      numbers.put(names.get(v), v);
      sizes[v] = model.size(names.get(v));
    }
    addFactors();
    plan();
  }

  /** The largest table these limits allow. */
  static long allowed(Limits limits) {
    return Math.min(limits.maxCells(), 1L << 30);
  }

  private void addFactors() {
    for (String name : names) {
      Node node = model.node(name);
      boolean first = node.children().get(0).equals(name);
      if (first && node instanceof Node.Kernel kernel) {
        factors.add(new Factor(masses.size(), scope(node), null));
        masses.add(kernel.masses());
      } else if (first && node instanceof Node.Mapping function) {
        factors.add(new Factor(-1, scope(node), function.map()));
      }
    }
  }

  private int[] scope(Node node) {
    int[] scope = new int[node.parents().size() + node.children().size()];
    int i = 0;
    for (String parent : node.parents()) {
      scope[i++] = numbers.get(parent);
    }
    for (String child : node.children()) {
      scope[i++] = numbers.get(child);
    }
    return scope;
  }

  private void plan() {
    BitSet open = new BitSet();
    open.set(0, sizes.length);
    int[] target = new int[asked.size()];
    for (int i = 0; i < target.length; i++) {
      target[i] = numbers.get(asked.get(i));
      open.clear(target[i]);
    }
    BitSet keep = new BitSet();
    keep.set(0, sizes.length);
    keep.andNot(open);
    int next = masses.size();
    while (!open.isEmpty()) {
      List<Factor> bucket = bucket(cheapest(open));
      factors.removeAll(bucket);
      int[] kept = kept(union(bucket), keep);
      steps.add(new Contraction(bucket, sizes, kept));
      for (Factor factor : bucket) {
        for (int v : factor.scope()) {
          open.clear(v);
        }
      }
      for (int v : kept) {
        if (!keep.get(v)) {
          open.set(v);
        }
      }
      factors.add(new Factor(next++, kept, null));
    }
    steps.add(new Contraction(factors, sizes, target));
  }

  private int cheapest(BitSet open) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int v = open.nextSetBit(0); v >= 0; v = open.nextSetBit(v + 1)) {
      double cost = outcomes(v);
      if (best < 0 || cost < least) {
        best = v;
        least = cost;
      }
    }
    return best;
  }

  private double outcomes(int variable) {
    BitSet union = new BitSet();
    BitSet children = new BitSet();
    for (Factor factor : factors) {
      if (has(factor, variable)) {
        for (int v : factor.scope()) {
          union.set(v);
        }
        if (factor.isFunction()) {
          children.set(factor.child());
        }
      }
    }
    union.andNot(children);
    double product = 1;
    for (int v = union.nextSetBit(0); v >= 0; v = union.nextSetBit(v + 1)) {
      product *= sizes[v];
    }
    return product;
  }

  private static boolean has(Factor factor, int variable) {
    for (int v : factor.scope()) {
      if (v == variable) {
        return true;
      }
    }
    return false;
  }

  /** The factors with the variable, and those whose variables all occur in them. */
  private List<Factor> bucket(int variable) {
    List<Factor> bucket = new ArrayList<>();
    for (Factor factor : factors) {
      if (has(factor, variable)) {
        bucket.add(factor);
      }
    }
    BitSet union = union(bucket);
    for (Factor factor : factors) {
      if (!has(factor, variable) && inside(factor, union)) {
        bucket.add(factor);
      }
    }
    return bucket;
  }

  private static boolean inside(Factor factor, BitSet union) {
    for (int v : factor.scope()) {
      if (!union.get(v)) {
        return false;
      }
    }
    return true;
  }

  private static BitSet union(List<Factor> some) {
    BitSet union = new BitSet();
    for (Factor factor : some) {
      for (int v : factor.scope()) {
        union.set(v);
      }
    }
    return union;
  }

  /**
   * What of a bucket is asked for or occurs in a factor outside it, given that the bucket is taken
   * out of the factors.
   */
  private int[] kept(BitSet union, BitSet keep) {
    BitSet kept = union(factors);
    kept.or(keep);
    kept.and(union);
    return kept.stream().toArray();
  }

  /**
   * Computes the law.
   *
   * @throws LimitReached if a table is too large, before anything is allocated, or the time is over
   */
  Joint run(Limits limits) {
    for (Contraction step : steps) {
      if (step.memory() > allowed(limits)) {
        throw LimitReached.memory(
            "the law of " + String.join(", ", asked), step.memory(), allowed(limits));
      }
    }
    int[] shape = new int[asked.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes[numbers.get(asked.get(i))];
    }
    return isExact() ? exact(shape, limits) : inDoubles(shape, limits);
  }

  private boolean isExact() {
    long bits = 0;
    for (Masses table : masses) {
      if (!table.isExact()) {
        return false;
      }
      bits += table.denominator().bitLength();
    }
    double loops = 0;
    double cells = 0;
    for (Contraction step : steps) {
      loops += step.steps();
      cells = Math.max(cells, step.cells());
    }
    return bits <= EXACT_BITS && loops <= EXACT_STEPS && cells <= EXACT_CELLS;
  }

  private Joint inDoubles(int[] shape, Limits limits) {
    double[][] cells = new double[masses.size() + steps.size()][];
    double error = 0;
    for (int i = 0; i < masses.size(); i++) {
      cells[i] = masses.get(i).values();
      error += masses.get(i).relativeError();
    }
    int next = masses.size();
    for (Contraction step : steps) {
      cells[next++] = step.doubles(cells, limits);
      error += step.rounding();
      for (Factor table : step.tables()) {
        cells[table.id()] = null;
      }
    }
    // first-order terms so far; (1 + e) products of them stay below this
    return new Joint(asked, shape, cells[next - 1], error / (1 - error), null);
  }

  private Joint exact(int[] shape, Limits limits) {
    BigInteger[][] cells = new BigInteger[masses.size() + steps.size()][];
    BigInteger denominator = BigInteger.ONE;
    for (int i = 0; i < masses.size(); i++) {
      cells[i] = masses.get(i).numerators();
      denominator = denominator.multiply(masses.get(i).denominator());
    }
    int next = masses.size();
    for (Contraction step : steps) {
      cells[next++] = step.integers(cells, limits);
    }
    return Joint.exact(asked, shape, new ExactCells(cells[next - 1], denominator));
  }
}
