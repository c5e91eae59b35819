package sit.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sit.limits.LimitReached;
import sit.limits.Limits;

/** The computation of a marginal law, planned with its cost before any table is allocated. */
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
  private final List<Masses> masses = new ArrayList<>();
  private final List<Contraction> steps;

  Elimination(Model model, List<String> asked) {
    this.model = model;
    this.asked = List.copyOf(asked);
    this.names = model.ancestors(asked);
    this.sizes = new int[names.size()];
    for (int v = 0; v < sizes.length; v++) {
      numbers.put(names.get(v), v);
      sizes[v] = model.size(names.get(v));
    }
    int[] target = new int[asked.size()];
    for (int i = 0; i < target.length; i++) {
      target[i] = numbers.get(asked.get(i));
    }
    List<Factor> factors = factors();
    this.steps = EliminationOrder.steps(sizes, factors, target, masses.size());
  }

  /** The largest table these limits allow. */
  static long allowed(Limits limits) {
    return Math.min(limits.maxCells(), 1L << 30);
  }

  private List<Factor> factors() {
    List<Factor> factors = new ArrayList<>();
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
    return factors;
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
