package sit.numeric.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import sit.limits.Limits;

/**
 * The transportation problem: the cheapest way of moving masses from sources to sinks, by the
 * simplex method on trees (Dantzig 1951; Peyré and Cuturi 2019, 3.5).
 */
final class Transportation {
  private static final double TOLERANCE = 1e-13;

  private final double[] supply;
  private final double[] demand;
  private final double[][] cost;
  private final Limits limits;
  private final int sources;
  private final int nodes;
  private final double[][] flow;
  private final List<List<Integer>> neighbours = new ArrayList<>();
  private final double[] potential;
  private final int[] parent;

  /**
   * A plan and what shows it to be cheapest.
   *
   * @param flow what goes from each source to each sink
   * @param potential of the sources, then of the sinks: their sum is the cost where there is a flow
   * @param cells the source and the sink of every edge of the tree
   */
  record Plan(double[][] flow, double[] potential, List<int[]> cells) {}

  private Transportation(double[] supply, double[] demand, double[][] cost, Limits limits) {
    this.supply = supply;
    this.demand = demand;
    this.cost = cost;
    this.limits = limits;
    this.sources = supply.length;
    this.nodes = supply.length + demand.length;
    this.flow = new double[supply.length][demand.length];
    this.potential = new double[nodes];
    this.parent = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      neighbours.add(new ArrayList<>());
    }
  }

  /** A cheapest plan for masses whose sums agree up to rounding. */
  static Plan solve(double[] supply, double[] demand, double[][] cost, Limits limits) {
    Transportation problem = new Transportation(supply, demand, cost, limits);
    problem.corner();
    problem.improve();
    List<int[]> cells = new ArrayList<>();
    for (int i = 0; i < problem.sources; i++) {
      for (int sink : problem.neighbours.get(i)) {
        cells.add(new int[] {i, sink - problem.sources});
      }
    }
    return new Plan(problem.flow, problem.potential, cells);
  }

  /** Fills the table from its first corner on; the cells that are met are a tree. */
  private void corner() {
    double[] left = supply.clone();
    double[] open = demand.clone();
    int i = 0;
    int j = 0;
    while (true) {
      double moved = Math.max(0, Math.min(left[i], open[j]));
      flow[i][j] = moved;
      link(i, j);
      left[i] -= moved;
      open[j] -= moved;
      boolean lastSource = i == sources - 1;
      boolean lastSink = j == demand.length - 1;
      if (lastSource && lastSink) {
        return;
      }
      if (lastSink || !lastSource && left[i] <= open[j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void link(int source, int sink) {
    neighbours.get(source).add(sources + sink);
    neighbours.get(sources + sink).add(source);
  }

  private void unlink(int source, int sink) {
    neighbours.get(source).remove((Integer) (sources + sink));
    neighbours.get(sources + sink).remove((Integer) source);
  }

  private void improve() {
    double largest = 0;
    for (double[] row : cost) {
      for (double entry : row) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    double slack = TOLERANCE * (1 + largest);
    long pivots = 0;
    while (true) {
      limits.check();
      price();
      int[] entering = entering(slack, pivots > 20L * nodes);
      // in floating point a tie can go round for ever; the bounds tell how good the plan is
      if (entering == null || pivots > 1000L * nodes) {
        return;
      }
      pivot(entering[0], entering[1]);
      pivots++;
    }
  }

  /** Potentials that make the cost of every edge of the tree the sum of those of its ends. */
  private void price() {
    Arrays.fill(parent, -1);
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    parent[0] = 0;
    potential[0] = 0;
    while (!open.isEmpty()) {
      int node = open.poll();
      for (int next : neighbours.get(node)) {
        if (parent[next] < 0) {
          parent[next] = node;
          double between = node < sources ? cost[node][next - sources] : cost[next][node - sources];
          potential[next] = between - potential[node];
          open.add(next);
        }
      }
    }
  }

  /** The cell that saves most, or the first that saves anything (Bland). */
  private int[] entering(double slack, boolean first) {
    int[] best = null;
    double least = -slack;
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < demand.length; j++) {
        double reduced = cost[i][j] - potential[i] - potential[sources + j];
        if (reduced < least) {
          least = reduced;
          best = new int[] {i, j};
          if (first) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /** Moves as much as there is round the cycle that the new cell closes. */
  private void pivot(int source, int sink) {
    List<Integer> path = path(source, sources + sink);
    double moved = Double.POSITIVE_INFINITY;
    int leaving = 0;
    for (int k = 0; k + 1 < path.size(); k += 2) {
      double here = at(path.get(k), path.get(k + 1));
      if (here < moved) {
        moved = here;
        leaving = k;
      }
    }
    for (int k = 0; k + 1 < path.size(); k++) {
      add(path.get(k), path.get(k + 1), k % 2 == 0 ? -moved : moved);
    }
    flow[source][sink] = moved;
    int a = Math.min(path.get(leaving), path.get(leaving + 1));
    int b = Math.max(path.get(leaving), path.get(leaving + 1));
    flow[a][b - sources] = 0;
    unlink(a, b - sources);
    link(source, sink);
  }

  private double at(int a, int b) {
    return flow[Math.min(a, b)][Math.max(a, b) - sources];
  }

  private void add(int a, int b, double change) {
    int i = Math.min(a, b);
    int j = Math.max(a, b) - sources;
    flow[i][j] = Math.max(0, flow[i][j] + change);
  }

  /** The nodes of the tree from one to another. */
  private List<Integer> path(int from, int to) {
    List<Integer> up = new ArrayList<>(List.of(from));
    while (up.get(up.size() - 1) != 0) {
      up.add(parent[up.get(up.size() - 1)]);
    }
    List<Integer> down = new ArrayList<>(List.of(to));
    while (down.get(down.size() - 1) != 0) {
      down.add(parent[down.get(down.size() - 1)]);
    }
    int a = up.size() - 1;
    int b = down.size() - 1;
    while (a > 0 && b > 0 && up.get(a - 1).equals(down.get(b - 1))) {
      a--;
      b--;
    }
    List<Integer> path = new ArrayList<>(up.subList(0, a + 1));
    for (int k = b - 1; k >= 0; k--) {
      path.add(down.get(k));
    }
    return path;
  }
}
