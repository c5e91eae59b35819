package sit.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;

/**
 * How a law is made: sources that are independent of each other, and variables that are constant,
 * copies or exclusive ors of earlier ones.
 *
 * @param parts in an order in which each mentions only variables of earlier ones
 */
record LawStructure(List<Part> parts) {
  private static final int MOST_SUMMANDS = 4;
  private static final int MOST_SPLIT = 12;

  LawStructure {
    parts = List.copyOf(parts);
  }

  /** One line of a description. Variables are numbers. */
  sealed interface Part {
    /** A variable with one value. */
    record Constant(int variable, int value) implements Part {}

    /** A variable that always equals another. */
    record Copy(int variable, int of) implements Part {}

    /** A bit that is the sum modulo two of other bits. */
    record Xor(int variable, List<Integer> of) implements Part {}

    /** Variables with a joint law of their own, independent of the sources before it. */
    record Source(List<Integer> variables, Map<List<Integer>, Rational> table) implements Part {
      /** Whether it is one variable, uniform on 0 .. k-1. */
      boolean isUniform() {
        if (variables.size() > 1) {
          return false;
        }
        int next = 0;
        Rational each = Rational.of(1, table.size());
        for (Map.Entry<List<Integer>, Rational> entry : table.entrySet()) {
          if (entry.getKey().get(0) != next++ || !entry.getValue().equals(each)) {
            return false;
          }
        }
        return true;
      }
    }
  }

  /** How long a description is: a table counts its rows. */
  int length() {
    int length = 0;
    for (Part part : parts) {
      if (part instanceof Part.Source source && !source.isUniform()) {
        length += source.variables.size() + source.table.size();
      } else if (!(part instanceof Part.Constant)) {
        length++;
      }
    }
    return length;
  }

  /**
   * Reads the structure off a table.
   *
   * @param values the value of each variable at each point
   */
  static LawStructure of(int[][] values, List<Rational> probabilities) {
    List<Part> derived = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    List<Part> constants = new ArrayList<>();
    for (int v = 0; v < values.length; v++) {
      Part part = derive(v, values, sources);
      if (part instanceof Part.Constant) {
        constants.add(part);
      } else if (part != null) {
        derived.add(part);
      } else {
        sources.add(v);
      }
    }
    List<Part> parts = new ArrayList<>(constants);
    for (List<Integer> block : independent(sources, values, probabilities)) {
      parts.add(new Part.Source(block, marginal(block, values, probabilities)));
    }
    parts.addAll(derived);
    return new LawStructure(parts);
  }

  private static Part derive(int v, int[][] values, List<Integer> sources) {
    int[] column = values[v];
    boolean constant = true;
    for (int value : column) {
      constant &= value == column[0];
    }
    if (constant) {
      return new Part.Constant(v, column.length == 0 ? 0 : column[0]);
    }
    for (int u : sources) {
      if (Arrays.equals(values[u], column)) {
        return new Part.Copy(v, u);
      }
    }
    if (!isBinary(column)) {
      return null;
    }
    List<Integer> bits = new ArrayList<>();
    for (int u : sources) {
      if (isBinary(values[u])) {
        bits.add(u);
      }
    }
    for (int summands = 2; summands <= Math.min(MOST_SUMMANDS, bits.size()); summands++) {
      List<Integer> of = sum(column, bits, 0, summands, values);
      if (of != null) {
        return new Part.Xor(v, of);
      }
    }
    return null;
  }

  /** Bits, this many from a place on, that add up to the column; or null. */
  private static List<Integer> sum(
      int[] column, List<Integer> bits, int from, int summands, int[][] values) {
    if (summands == 0) {
      for (int value : column) {
        if (value != 0) {
          return null;
        }
      }
      return new ArrayList<>();
    }
    for (int i = from; i + summands <= bits.size(); i++) {
      int[] rest = column.clone();
      for (int point = 0; point < rest.length; point++) {
        rest[point] ^= values[bits.get(i)][point];
      }
      List<Integer> of = sum(rest, bits, i + 1, summands - 1, values);
      if (of != null) {
        of.add(0, bits.get(i));
        return of;
      }
    }
    return null;
  }

  private static boolean isBinary(int[] column) {
    for (int value : column) {
      if (value != 0 && value != 1) {
        return false;
      }
    }
    return true;
  }

  /** Splits the sources into independent blocks, the smallest that can be found first. */
  private static List<List<Integer>> independent(
      List<Integer> sources, int[][] values, List<Rational> probabilities) {
    List<List<Integer>> blocks = new ArrayList<>();
    List<Integer> rest = new ArrayList<>(sources);
    while (!rest.isEmpty()) {
      List<Integer> block = smallestBlock(rest, values, probabilities);
      blocks.add(block);
      rest.removeAll(block);
    }
    return blocks;
  }

  /** The smallest set of the first variable and others that is independent of all that are left. */
  private static List<Integer> smallestBlock(
      List<Integer> variables, int[][] values, List<Rational> probabilities) {
    int others = variables.size() - 1;
    int most = others <= MOST_SPLIT ? others : 1;
    for (int size = 0; size < most; size++) {
      for (int set = 0; set < 1 << Math.min(others, MOST_SPLIT); set++) {
        if (Integer.bitCount(set) != size) {
          continue;
        }
        List<Integer> block = new ArrayList<>(List.of(variables.get(0)));
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < others; i++) {
          (i < MOST_SPLIT && (set >>> i & 1) != 0 ? block : rest).add(variables.get(i + 1));
        }
        if (areIndependent(block, rest, values, probabilities)) {
          return block;
        }
      }
    }
    return new ArrayList<>(variables);
  }

  private static boolean areIndependent(
      List<Integer> a, List<Integer> b, int[][] values, List<Rational> probabilities) {
    Map<List<Integer>, Rational> ofA = marginal(a, values, probabilities);
    Map<List<Integer>, Rational> ofB = marginal(b, values, probabilities);
    List<Integer> both = new ArrayList<>(a);
    both.addAll(b);
    Map<List<Integer>, Rational> joint = marginal(both, values, probabilities);
    if (joint.size() != ofA.size() * ofB.size()) {
      return false;
    }
    for (Map.Entry<List<Integer>, Rational> entry : joint.entrySet()) {
      Rational pa = ofA.get(entry.getKey().subList(0, a.size()));
      Rational pb = ofB.get(entry.getKey().subList(a.size(), both.size()));
      if (!entry.getValue().equals(pa.multiply(pb))) {
        return false;
      }
    }
    return true;
  }

  private static Map<List<Integer>, Rational> marginal(
      List<Integer> variables, int[][] values, List<Rational> probabilities) {
    Map<List<Integer>, Rational> table = new HashMap<>();
    for (int point = 0; point < probabilities.size(); point++) {
      List<Integer> row = new ArrayList<>(variables.size());
      for (int v : variables) {
        row.add(values[v][point]);
      }
      table.merge(row, probabilities.get(point), Rational::add);
    }
    TreeMap<List<Integer>, Rational> sorted = new TreeMap<>(LawStructure::compareRows);
    sorted.putAll(table);
    return sorted;
  }

  private static int compareRows(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Integer.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
