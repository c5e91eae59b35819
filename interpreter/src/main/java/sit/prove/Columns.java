package sit.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * The unknowns of a program, numbered: the entropy of each set that occurs and each other monomial.
 * Variables that always occur together are one block, and a set of blocks is a bit mask; nothing is
 * lost, as a law of the blocks is a law of the variables.
 */
final class Columns {
  /** More blocks than this do not fit a mask. */
  static final int MOST_BLOCKS = 62;

  private final List<Group> blocks;
  private final Map<Variable, Integer> blockOf = new HashMap<>();
  private final Map<Long, Integer> sets = new LinkedHashMap<>();
  private final Map<Monomial, Integer> others = new LinkedHashMap<>();
  private final Set<Long> occurring = new LinkedHashSet<>();
  private final long continuous;
  private int count;

  private Columns(List<Group> blocks) {
    this.blocks = blocks;
    long found = 0;
    for (int k = 0; k < blocks.size(); k++) {
      found |= k < MOST_BLOCKS && blocks.get(k).isContinuous() ? 1L << k : 0;
      for (Variable variable : blocks.get(k)) {
        blockOf.put(variable, k);
      }
    }
    continuous = found;
  }

  /** Whether every one of the variables is in a block. */
  boolean know(Collection<Variable> variables) {
    return blockOf.keySet().containsAll(variables);
  }

  /** Columns for statements with these differences. */
  static Columns of(Collection<NormalForm> differences) {
    return of(differences, Set.of());
  }

  /** Columns for statements with these differences that can also tell the given groups apart. */
  static Columns of(Collection<NormalForm> differences, Set<Group> more) {
    Set<Group> groups = new LinkedHashSet<>();
    for (NormalForm difference : differences) {
      for (Monomial monomial : difference.coefficients().keySet()) {
        if (monomial.isEntropy()) {
          groups.add(monomial.group());
        }
      }
    }
    groups.addAll(more);
    Map<Variable, List<Integer>> occurrences = new TreeMap<>();
    int index = 0;
    for (Group group : groups) {
      for (Variable variable : group) {
        occurrences.computeIfAbsent(variable, v -> new ArrayList<>()).add(index);
      }
      index++;
    }
    Map<List<Integer>, List<Variable>> together = new LinkedHashMap<>();
    occurrences.forEach(
        (variable, where) -> together.computeIfAbsent(where, w -> new ArrayList<>()).add(variable));
    List<Group> blocks = new ArrayList<>();
    together.values().forEach(variables -> blocks.add(Group.of(variables)));
    Columns columns = new Columns(blocks);
    if (blocks.size() <= MOST_BLOCKS) {
      groups.forEach(group -> columns.occurring.add(columns.mask(group)));
    }
    return columns;
  }

  int blockCount() {
    return blocks.size();
  }

  /** How many columns there are so far. */
  int count() {
    return count;
  }

  /** The sets that the statements speak of, in the order met. */
  Set<Long> occurring() {
    return occurring;
  }

  long mask(Group group) {
    long mask = 0;
    for (Variable variable : group) {
      mask |= 1L << blockOf.get(variable);
    }
    return mask;
  }

  Group group(long mask) {
    TreeSet<Variable> all = new TreeSet<>();
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      all.addAll(blocks.get(Long.numberOfTrailingZeros(rest)).variables());
    }
    return Group.of(all);
  }

  /** Whether a set has a continuous variable, so that its entropy may be negative. */
  boolean isContinuous(long mask) {
    return (mask & continuous) != 0;
  }

  /** The column of a set that is not empty. */
  int of(long mask) {
    Integer known = sets.get(mask);
    if (known == null) {
      known = count++;
      sets.put(mask, known);
    }
    return known;
  }

  /** The column of a monomial. */
  int of(Monomial monomial) {
    if (monomial.isEntropy()) {
      return of(mask(monomial.group()));
    }
    Integer known = others.get(monomial);
    if (known == null) {
      known = count++;
      others.put(monomial, known);
    }
    return known;
  }

  /** The value an unknown vector gives to each set that has a column. */
  Map<Long, Double> entropies(double[] point) {
    Map<Long, Double> values = new TreeMap<>();
    sets.forEach((mask, column) -> values.put(mask, point[column]));
    return values;
  }

  /** A polynomial as a sparse vector over the columns. */
  Map<Integer, Rational> vector(NormalForm polynomial) {
    Map<Integer, Rational> vector = new TreeMap<>();
    polynomial.coefficients().forEach((monomial, c) -> vector.put(of(monomial), c));
    return vector;
  }
}
