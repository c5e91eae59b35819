package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joint entropies as parts that are linear in the plans and parts that are convex. {@code -H(A)} is
 * convex; {@code H(B)} is taken together with {@code -H(A, B)} as {@code -H(A | B)}, which is
 * convex, or with {@code -H(C)}, C a part of B, as {@code H(B | C)}, which is linear where the law
 * of B given C is fixed. Which with which is a flow from the ones to the others; what it leaves
 * over of {@code H(B)} is concave.
 */
final class Pairing {
  private static final double NOTHING = 1e-12;

  private final Problem.Functional into;
  private final Problem problem;

  Pairing(Problem.Functional into) {
    this.into = into;
    this.problem = into.problem();
  }

  /** Two entropies that go together, and with how much weight. */
  private static final class Pair {
    private final int concave;
    private final int convex;
    private final double[] law;
    private double weight;

    /** With a fixed law of the first given the second, or none. */
    Pair(int concave, int convex, double[] law) {
      this.concave = concave;
      this.convex = convex;
      this.law = law;
    }
  }

  void add(Map<List<Integer>, Double> coefficients) {
    Map<List<Integer>, Double> kept = new LinkedHashMap<>();
    coefficients.forEach(
        (group, c) -> {
          Optional<double[]> law =
              Math.abs(c) <= NOTHING ? Optional.empty() : problem.fixed(group, List.of());
          if (law.isPresent()) {
            linear(c, group, law.get());
          } else if (Math.abs(c) > NOTHING) {
            kept.put(group, c);
          }
        });
    List<List<Integer>> concave = new ArrayList<>();
    List<List<Integer>> convex = new ArrayList<>();
    kept.forEach((group, c) -> (c > 0 ? concave : convex).add(group));
    double[] left = concave.stream().mapToDouble(kept::get).toArray();
    double[] room = convex.stream().mapToDouble(group -> -kept.get(group)).toArray();
    List<Pair> pairs = pairs(concave, convex);
    while (augment(pairs, left, room)) {
      // one more path from a concave entropy to a convex one with room
    }
    for (Pair pair : pairs) {
      if (pair.weight > NOTHING && pair.law != null) {
        linear(pair.weight, concave.get(pair.concave), pair.law);
      } else if (pair.weight > NOTHING) {
        into.information(pair.weight, convex.get(pair.convex), concave.get(pair.concave));
      }
    }
    for (int i = 0; i < left.length; i++) {
      if (left[i] > NOTHING) {
        into.information(-left[i], concave.get(i), List.of());
      }
    }
    for (int i = 0; i < room.length; i++) {
      if (room[i] > NOTHING) {
        into.information(room[i], convex.get(i), List.of());
      }
    }
  }

  private List<Pair> pairs(List<List<Integer>> concave, List<List<Integer>> convex) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < concave.size(); i++) {
      for (int j = 0; j < convex.size(); j++) {
        if (new HashSet<>(convex.get(j)).containsAll(concave.get(i))) {
          pairs.add(new Pair(i, j, null));
        } else if (new HashSet<>(concave.get(i)).containsAll(convex.get(j))) {
          Optional<double[]> law = problem.fixed(concave.get(i), convex.get(j));
          if (law.isPresent()) {
            pairs.add(new Pair(i, j, law.get()));
          }
        }
      }
    }
    return pairs;
  }

  /** Finds a shortest path along which more can be paired (Edmonds and Karp), and does so. */
  private static boolean augment(List<Pair> pairs, double[] left, double[] room) {
    int first = left.length;
    int[] by = new int[first + room.length];
    Arrays.fill(by, -2);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      if (left[i] > NOTHING) {
        by[i] = -1;
        open.add(i);
      }
    }
    for (int at = 0; at < open.size(); at++) {
      int node = open.get(at);
      if (node >= first && room[node - first] > NOTHING) {
        push(pairs, left, room, by, node);
        return true;
      }
      for (int p = 0; p < pairs.size(); p++) {
        Pair pair = pairs.get(p);
        boolean back = node >= first;
        int next = back ? pair.concave : first + pair.convex;
        boolean leaves = back ? pair.convex == node - first : pair.concave == node;
        if (leaves && by[next] == -2 && (!back || pair.weight > NOTHING)) {
          by[next] = p;
          open.add(next);
        }
      }
    }
    return false;
  }

  private static void push(List<Pair> pairs, double[] left, double[] room, int[] by, int end) {
    int first = left.length;
    double amount = room[end - first];
    int node = end;
    while (by[node] >= 0) {
      Pair pair = pairs.get(by[node]);
      boolean forward = node >= first;
      amount = forward ? amount : Math.min(amount, pair.weight);
      node = forward ? pair.concave : first + pair.convex;
    }
    amount = Math.min(amount, left[node]);
    left[node] -= amount;
    room[end - first] -= amount;
    node = end;
    while (by[node] >= 0) {
      Pair pair = pairs.get(by[node]);
      boolean forward = node >= first;
      pair.weight += forward ? amount : -amount;
      node = forward ? pair.concave : first + pair.convex;
    }
  }

  /** Adds a multiple of an entropy, given what the law is given, whose logarithms are a cost. */
  private void linear(double weight, List<Integer> group, double[] law) {
    double[] values = new double[law.length];
    for (int a = 0; a < law.length; a++) {
      values[a] = -weight * sit.numeric.Log2.log2(law[a]);
    }
    into.cost(values, group);
    problem.off(Math.abs(weight) * 1.45 * (2 * problem.relativeError() + 3e-14));
  }
}
