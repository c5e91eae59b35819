package sit.numeric.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;

/** The cost of the cheapest plan as a fraction: a tree that was found is added up exactly. */
final class ExactTransport {
  private final List<Rational> supply;
  private final List<Rational> demand;
  private final List<List<Rational>> cost;
  private final List<int[]> cells;
  private final int sources;

  private ExactTransport(
      List<Rational> supply, List<Rational> demand, List<List<Rational>> cost, List<int[]> cells) {
    this.supply = supply;
    this.demand = demand;
    this.cost = cost;
    this.cells = cells;
    this.sources = supply.size();
  }

  /**
   * What goes along the edges of a tree, where that is a cheapest plan: no flow is negative, and
   * the cost of no cell is below the sum of its potentials.
   */
  static Optional<List<List<Rational>>> plan(
      List<Rational> supply, List<Rational> demand, List<List<Rational>> cost, List<int[]> cells) {
    ExactTransport tree = new ExactTransport(supply, demand, cost, cells);
    return tree.isCheapest() ? tree.flows() : Optional.empty();
  }

  private boolean isCheapest() {
    Rational[] potential = new Rational[sources + demand.size()];
    potential[0] = Rational.ZERO;
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int node = open.poll();
      for (int[] cell : cells) {
        int source = cell[0];
        int sink = sources + cell[1];
        int next = node == source ? sink : node == sink ? source : -1;
        if (next >= 0 && potential[next] == null) {
          potential[next] = cost.get(cell[0]).get(cell[1]).subtract(potential[node]);
          open.add(next);
        }
      }
    }
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < demand.size(); j++) {
        Rational sum = potential[i].add(potential[sources + j]);
        if (cost.get(i).get(j).compareTo(sum) < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The flows of a tree, from its leaves inwards; empty where one is negative. */
  private Optional<List<List<Rational>>> flows() {
    List<Rational> rest = new ArrayList<>(supply);
    rest.addAll(demand);
    Rational[][] flow = new Rational[sources][demand.size()];
    for (Rational[] row : flow) {
      java.util.Arrays.fill(row, Rational.ZERO);
    }
    List<int[]> left = new ArrayList<>(cells);
    while (!left.isEmpty()) {
      int[] degree = new int[rest.size()];
      for (int[] cell : left) {
        degree[cell[0]]++;
        degree[sources + cell[1]]++;
      }
      int[] leaf =
          left.stream()
              .filter(cell -> degree[cell[0]] == 1 || degree[sources + cell[1]] == 1)
              .findFirst()
              .orElseThrow();
      int end = degree[leaf[0]] == 1 ? leaf[0] : sources + leaf[1];
      int other = degree[leaf[0]] == 1 ? sources + leaf[1] : leaf[0];
      Rational moved = rest.get(end);
      if (moved.signum() < 0) {
        return Optional.empty();
      }
      flow[leaf[0]][leaf[1]] = moved;
      rest.set(other, rest.get(other).subtract(moved));
      rest.set(end, Rational.ZERO);
      left.remove(leaf);
    }
    if (rest.stream().anyMatch(mass -> !mass.isZero())) {
      return Optional.empty();
    }
    List<List<Rational>> rows = new ArrayList<>();
    for (Rational[] row : flow) {
      rows.add(List.of(row));
    }
    return Optional.of(rows);
  }
}
