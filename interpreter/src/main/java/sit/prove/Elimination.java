package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.Limits;

/** Exact Gaussian elimination over sparse rational vectors that come one after another. */
final class Elimination {
  /** A vector with leading entry one, and how it is made of the vectors that were added. */
  private record Pivot(Map<Integer, Rational> vector, Map<Integer, Rational> made) {}

  private final Map<Integer, Pivot> pivots = new HashMap<>();
  private final Limits limits;
  private int added;

  Elimination(Limits limits) {
    this.limits = limits;
  }

  /** Takes one more vector; says whether it is independent of those before. */
  boolean add(Map<Integer, Rational> vector) {
    int index = added++;
    Map<Integer, Rational> rest = new TreeMap<>(vector);
    Map<Integer, Rational> made = new TreeMap<>();
    made.put(index, Rational.ONE);
    reduce(rest, made);
    if (rest.isEmpty()) {
      return false;
    }
    int lead = rest.keySet().iterator().next();
    Rational factor = Rational.ONE.divide(rest.get(lead));
    pivots.put(lead, new Pivot(scale(rest, factor), scale(made, factor)));
    return true;
  }

  /**
   * Multipliers of the vectors added so far that give the target, by the order in which they came;
   * those not named are zero.
   */
  Optional<Map<Integer, Rational>> combine(Map<Integer, Rational> target) {
    Map<Integer, Rational> rest = new TreeMap<>(target);
    Map<Integer, Rational> made = new TreeMap<>();
    reduce(rest, made);
    return rest.isEmpty() ? Optional.of(scale(made, Rational.MINUS_ONE)) : Optional.empty();
  }

  /** Subtracts pivots until no entry of {@code rest} leads one. */
  private void reduce(Map<Integer, Rational> rest, Map<Integer, Rational> made) {
    List<Integer> open = new ArrayList<>(rest.keySet());
    TreeMap<Integer, Boolean> queue = new TreeMap<>();
    open.forEach(column -> queue.put(column, true));
    while (!queue.isEmpty()) {
      limits.check();
      int column = queue.pollFirstEntry().getKey();
      Rational entry = rest.get(column);
      Pivot pivot = pivots.get(column);
      if (entry == null || pivot == null) {
        continue;
      }
      Rational factor = entry.negate();
      pivot.vector.forEach(
          (k, c) -> {
            merge(rest, k, c.multiply(factor));
            if (k > column) {
              queue.put(k, true);
            }
          });
      pivot.made.forEach((k, c) -> merge(made, k, c.multiply(factor)));
    }
  }

  private static void merge(Map<Integer, Rational> into, int key, Rational value) {
    Rational sum = into.getOrDefault(key, Rational.ZERO).add(value);
    if (sum.isZero()) {
      into.remove(key);
    } else {
      into.put(key, sum);
    }
  }

  private static Map<Integer, Rational> scale(Map<Integer, Rational> vector, Rational factor) {
    Map<Integer, Rational> scaled = new TreeMap<>();
    vector.forEach((k, c) -> scaled.put(k, c.multiply(factor)));
    return scaled;
  }
}
