package sit.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.Parameter;
import sit.exact.closed.RationalFunction;
import sit.limits.LimitReached;
import sit.limits.Limits;

/** The cells of a table whose probabilities are functions of parameters. */
final class OpenTable {
  /** Larger tables are not made. */
  private static final double MOST_CELLS = 1 << 14;

  private final List<RationalFunction> cells;

  OpenTable(List<RationalFunction> cells) {
    this.cells = List.copyOf(cells);
  }

  int size() {
    return cells.size();
  }

  RationalFunction at(int cell) {
    return cells.get(cell);
  }

  SortedSet<Parameter> parameters() {
    SortedSet<Parameter> all = new TreeSet<>();
    cells.forEach(cell -> all.addAll(cell.parameters()));
    return all;
  }

  /** The cells of a table that depends on no parameter. */
  ExactCells cells() {
    List<Rational> values = new ArrayList<>();
    cells.forEach(cell -> values.add(cell.constant().orElseThrow()));
    Masses masses = Masses.exact(values);
    return new ExactCells(masses.numerators(), masses.denominator());
  }

  /** The table that an odometer's offsets sum this one into. */
  OpenTable summed(Odometer place, int[] shape) {
    int size = 1;
    for (int s : shape) {
      size *= s;
    }
    RationalFunction[] sums = new RationalFunction[size];
    Arrays.fill(sums, RationalFunction.ZERO);
    for (RationalFunction cell : cells) {
      sums[place.offset()] = sums[place.offset()].add(cell);
      place.advance();
    }
    return new OpenTable(List.of(sums));
  }

  /** {@code -sum p log2 p}; equal cells are counted first. */
  ClosedForm entropy() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, RationalFunction> functions = new HashMap<>();
    for (RationalFunction cell : cells) {
      counts.merge(cell.toString(), 1, Integer::sum);
      functions.putIfAbsent(cell.toString(), cell);
    }
    ClosedForm sum = ClosedForm.ZERO;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      ClosedForm one = ClosedForm.entropyTerm(functions.get(entry.getKey()));
      RationalFunction times = RationalFunction.of(Rational.of(entry.getValue()));
      sum = sum.add(one.scale(times));
    }
    return sum;
  }

  /** The joint law of some variables of a model with open masses. */
  static Joint of(Model model, List<String> asked, Limits limits) {
    List<String> ancestors = model.ancestors(asked);
    List<Node> nodes = new ArrayList<>();
    for (String name : ancestors) {
      if (model.node(name).children().get(0).equals(name)) {
        nodes.add(model.node(name));
      }
    }
    List<String> live = new ArrayList<>();
    Map<List<Integer>, RationalFunction> law = new LinkedHashMap<>();
    law.put(List.of(), RationalFunction.ONE);
    for (int i = 0; i < nodes.size(); i++) {
      Set<String> needed = new LinkedHashSet<>(asked);
      nodes.subList(i + 1, nodes.size()).forEach(later -> needed.addAll(later.parents()));
      List<String> all = new ArrayList<>(live);
      all.addAll(nodes.get(i).children());
      List<String> kept = new ArrayList<>(all);
      kept.retainAll(needed);
      law = extended(model, nodes.get(i), live, law, all, kept, limits);
      live = kept;
      if (law.size() > MOST_CELLS) {
        throw LimitReached.memory(
            "the law of " + String.join(", ", asked), law.size(), (long) MOST_CELLS);
      }
    }
    int[] shape = new int[asked.size()];
    int size = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = model.size(asked.get(i));
      size *= shape[i];
    }
    RationalFunction[] cells = new RationalFunction[size];
    Arrays.fill(cells, RationalFunction.ZERO);
    for (Map.Entry<List<Integer>, RationalFunction> entry : law.entrySet()) {
      int cell = 0;
      for (int i = 0; i < shape.length; i++) {
        cell = cell * shape[i] + entry.getKey().get(live.indexOf(asked.get(i)));
      }
      cells[cell] = cells[cell].add(entry.getValue());
    }
    return Joint.open(List.copyOf(asked), shape, new OpenTable(List.of(cells)));
  }

  /** The law with the variables of one more node, without those that nothing needs any more. */
  private static Map<List<Integer>, RationalFunction> extended(
      Model model,
      Node node,
      List<String> live,
      Map<List<Integer>, RationalFunction> law,
      List<String> all,
      List<String> kept,
      Limits limits) {
    int width = 1;
    for (String child : node.children()) {
      width *= model.size(child);
    }
    List<RationalFunction> rows =
        node instanceof Node.Kernel kernel
            ? kernel
                .masses()
                .functions()
                .orElseThrow(
                    () ->
                        new ArithmeticException(
                            "a rounded law beside a parameter has no closed form"))
            : List.of();
    Map<List<Integer>, RationalFunction> longer = new LinkedHashMap<>();
    for (Map.Entry<List<Integer>, RationalFunction> entry : law.entrySet()) {
      limits.check();
      int row = 0;
      for (String parent : node.parents()) {
        row = row * model.size(parent) + entry.getKey().get(live.indexOf(parent));
      }
      for (int column = 0; column < width; column++) {
        RationalFunction mass = entry.getValue();
        if (node instanceof Node.Mapping function) {
          if (function.map()[row] != column) {
            continue;
          }
        } else {
          mass = mass.multiply(rows.get(row * width + column));
        }
        if (mass.isZero()) {
          continue;
        }
        List<Integer> outcome = new ArrayList<>(entry.getKey());
        outcome.addAll(apart(column, node.children(), model));
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          if (kept.contains(all.get(i))) {
            shown.add(outcome.get(i));
          }
        }
        longer.merge(shown, mass, RationalFunction::add);
      }
    }
    return longer;
  }

  private static List<Integer> apart(int column, List<String> children, Model model) {
    Integer[] outcome = new Integer[children.size()];
    int rest = column;
    for (int i = outcome.length - 1; i >= 0; i--) {
      outcome[i] = rest % model.size(children.get(i));
      rest /= model.size(children.get(i));
    }
    return List.of(outcome);
  }
}
