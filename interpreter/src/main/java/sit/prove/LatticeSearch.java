package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import sit.limits.Limits;

/**
 * Looks for a law among the variables of one lattice. The groups of a target share their
 * beginnings: each beginning is one node, its element the join of a shorter beginning and one
 * variable, so that giving a variable its value costs a table look-up a node.
 */
final class LatticeSearch {
  private final EntropyTarget target;
  private final Lattice lattice;
  private final int[] order;
  private final int[][] nodes;
  private final int[][] parents;
  private final int[] nodeOfMask;
  private final List<List<EntropyTarget.Relation>> checks;
  private final int claimAt;

  private final int[] element;
  private final double[] entropies;
  private final int[] chosen;
  private long left;

  LatticeSearch(EntropyTarget target, Lattice lattice) {
    this.target = target;
    this.lattice = lattice;
    this.order = order(target);
    int n = order.length;
    int[] level = new int[n];
    for (int i = 0; i < n; i++) {
      level[order[i]] = i;
    }
    Map<Long, Integer> numbers = new HashMap<>();
    List<List<int[]>> byLevel = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      byLevel.add(new ArrayList<>());
    }
    nodeOfMask = new int[target.masks.length];
    for (int m = 0; m < nodeOfMask.length; m++) {
      nodeOfMask[m] = number(target.masks[m], level, numbers, byLevel);
    }
    nodes = new int[n][];
    parents = new int[n][];
    for (int i = 0; i < n; i++) {
      nodes[i] = column(byLevel.get(i), 0);
      parents[i] = column(byLevel.get(i), 1);
    }
    checks = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      checks.add(new ArrayList<>());
    }
    for (EntropyTarget.Relation assumption : target.assumptions) {
      int last = lastLevel(assumption.support(), level);
      if (last >= 0) {
        checks.get(last).add(assumption);
      }
    }
    claimAt = lastLevel(target.claim.support(), level);
    element = new int[numbers.size()];
    entropies = new double[target.masks.length];
    chosen = new int[n];
  }

  /**
   * The node of a set: the set without the variable that comes last is its parent; -1 stands for
   * the empty set.
   */
  private int number(long set, int[] level, Map<Long, Integer> numbers, List<List<int[]>> byLevel) {
    if (set == 0) {
      return -1;
    }
    Integer known = numbers.get(set);
    if (known != null) {
      return known;
    }
    int last = lastLevel(set, level);
    int parent = number(set & ~(1L << order[last]), level, numbers, byLevel);
    int node = numbers.size();
    numbers.put(set, node);
    byLevel.get(last).add(new int[] {node, parent});
    return node;
  }

  private static int[] column(List<int[]> pairs, int which) {
    int[] column = new int[pairs.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = pairs.get(i)[which];
    }
    return column;
  }

  private static int lastLevel(long set, int[] level) {
    int last = -1;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      last = Math.max(last, level[Long.numberOfTrailingZeros(rest)]);
    }
    return last;
  }

  /** Variables of the smallest assumptions first, so that assumptions cut early. */
  private static int[] order(EntropyTarget target) {
    int n = target.variables.size();
    int[] order = new int[n];
    int count = 0;
    long placed = 0;
    while (count < n) {
      long next = 0;
      for (EntropyTarget.Relation assumption : target.assumptions) {
        long missing = assumption.support() & ~placed;
        if (missing != 0 && (next == 0 || Long.bitCount(missing) < Long.bitCount(next))) {
          next = missing;
        }
      }
      next = next != 0 ? next : target.claim.support() & ~placed;
      next = next != 0 ? next : ~placed & (1L << n) - 1;
      for (long rest = next; rest != 0; rest &= rest - 1) {
        order[count++] = Long.numberOfTrailingZeros(rest);
      }
      placed |= next;
    }
    return order;
  }

  /** Tries all assignments, constants first, up to a number of steps. */
  Optional<Candidate> exhaust(long steps, Limits limits) {
    left = steps;
    return order.length > 0 && descend(0, 0, limits) ? Optional.of(candidate()) : Optional.empty();
  }

  private boolean descend(int depth, int state, Limits limits) {
    if (depth == order.length) {
      return true;
    }
    for (Lattice.Choice choice : lattice.choices(state)) {
      if ((--left & 1023) == 0) {
        limits.check();
      }
      if (left < 0) {
        return false;
      }
      chosen[depth] = choice.element();
      assign(depth);
      if (holds(depth) && descend(depth + 1, choice.next(), limits)) {
        return true;
      }
    }
    return false;
  }

  private void assign(int depth) {
    int value = chosen[depth];
    int[] at = nodes[depth];
    int[] below = parents[depth];
    for (int i = 0; i < at.length; i++) {
      element[at[i]] = below[i] < 0 ? value : lattice.join(element[below[i]], value);
    }
  }

  private boolean holds(int depth) {
    for (EntropyTarget.Relation assumption : checks.get(depth)) {
      load(assumption);
      if (assumption.violation(entropies) > 0) {
        return false;
      }
    }
    if (depth == claimAt) {
      load(target.claim);
      return target.claim.violation(entropies) > 0;
    }
    return true;
  }

  private void load(EntropyTarget.Relation relation) {
    for (int place : relation.places()) {
      entropies[place] = lattice.entropy(element[nodeOfMask[place]]);
    }
    for (int[] product : relation.products()) {
      for (int place : product) {
        entropies[place] = lattice.entropy(element[nodeOfMask[place]]);
      }
    }
  }

  /**
   * Starts from random assignments and changes one variable at a time, so that the assumptions come
   * to hold and the claim to fail.
   */
  Optional<Candidate> climb(int starts, int moves, SplittableRandom random, Limits limits) {
    int n = order.length;
    for (int start = 0; start < starts && n > 0; start++) {
      limits.check();
      for (int i = 0; i < n; i++) {
        chosen[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(lattice.size());
      }
      double weight = 1 + random.nextInt(4);
      double best = cost(0, weight);
      double heat = 1.0;
      for (int move = 0; move < moves; move++, heat *= 0.99) {
        int at = random.nextInt(n);
        int before = chosen[at];
        chosen[at] =
            random.nextInt(4) == 0 ? chosen[random.nextInt(n)] : random.nextInt(lattice.size());
        double cost = cost(at, weight);
        if (cost <= best || random.nextDouble() < Math.exp((best - cost) / heat)) {
          best = cost;
          if (cost < 0 && target.refutedBy(entropies)) {
            return Optional.of(candidate());
          }
        } else {
          chosen[at] = before;
          for (int depth = at; depth < n; depth++) {
            assign(depth);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What the claim leaves, plus a price for assumptions that fail; below zero for a refutation. */
  private double cost(int from, double weight) {
    for (int depth = from; depth < order.length; depth++) {
      assign(depth);
    }
    for (int m = 0; m < entropies.length; m++) {
      entropies[m] = nodeOfMask[m] < 0 ? 0 : lattice.entropy(element[nodeOfMask[m]]);
    }
    double value = target.claim.value(entropies);
    double cost = target.claim.zero() ? -Math.abs(value) : value;
    for (EntropyTarget.Relation assumption : target.assumptions) {
      cost += weight * assumption.violation(entropies);
    }
    return cost;
  }

  private Candidate candidate() {
    int[] elements = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      elements[order[i]] = chosen[i];
    }
    return lattice.realise(elements);
  }
}
