package sit.numeric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sit.limits.LimitReached;
import sit.limits.Limits;

/**
 * Random variables with laws on finite alphabets: a Bayesian network whose nodes are tables,
 * conditional tables and functions.
 *
 * <p>The outcomes of a variable are the numbers from 0 to its size less one; what they stand for is
 * the caller's. Wherever outcomes of several variables are numbered together, the last variable
 * runs fastest.
 */
public final class Model {
  public static final Model EMPTY = new Model(new LinkedHashMap<>(), new HashMap<>());

  private final Map<String, Integer> sizes;
  private final Map<String, Node> nodes;

  private Model(Map<String, Integer> sizes, Map<String, Node> nodes) {
    this.sizes = Collections.unmodifiableMap(sizes);
    this.nodes = Collections.unmodifiableMap(nodes);
  }

  /**
   * This model and some more variables with a joint law.
   *
   * @param names the new variables
   * @param sizes how many outcomes each has
   * @param law a mass for every joint outcome
   * @throws IllFormedLaw if the masses are no law
   */
  public Model withLaw(List<String> names, List<Integer> sizes, Masses law) {
    return withKernel(names, sizes, List.of(), law);
  }

  /**
   * This model and some more variables whose law depends on others.
   *
   * @param names the new variables
   * @param sizes how many outcomes each has
   * @param parents variables of this model
   * @param rows a row for every joint outcome of the parents, each a law of the new variables
   * @throws IllFormedLaw if a row is no law
   */
  public Model withKernel(
      List<String> names, List<Integer> sizes, List<String> parents, Masses rows) {
    double columns = 1;
    for (int size : sizes) {
      columns *= size;
    }
    String what = describe(names, parents);
    double wanted = columns * cells(parents);
    if (wanted != rows.size()) {
      throw IllFormedLaw.shape(what, "probabilities", wanted, rows.size());
    }
    Masses laws = rows.laws(what, (int) columns);
    return with(names, sizes, new Node.Kernel(List.copyOf(names), List.copyOf(parents), laws));
  }

  /**
   * This model and one more variable that is a function of others.
   *
   * @param map the outcome of the new variable for every joint outcome of the parents
   */
  public Model withFunction(String name, int size, List<String> parents, int[] map) {
    String what = describe(List.of(name), parents);
    if (map.length != cells(parents)) {
      throw IllFormedLaw.shape(what, "outcomes", cells(parents), map.length);
    }
    for (int outcome : map) {
      if (outcome < 0 || outcome >= size) {
        throw new IllegalArgumentException(what + ": no outcome " + outcome + " of " + size);
      }
    }
    Node node = new Node.Mapping(name, List.copyOf(parents), map.clone());
    return with(List.of(name), List.of(size), node);
  }

  private Model with(List<String> names, List<Integer> newSizes, Node node) {
    Map<String, Integer> allSizes = new LinkedHashMap<>(sizes);
    Map<String, Node> allNodes = new HashMap<>(nodes);
    requireDistinct(node.parents());
    for (int i = 0; i < names.size(); i++) {
      if (newSizes.get(i) < 1) {
        throw new IllegalArgumentException(names.get(i) + " has no outcomes");
      }
      if (allSizes.put(names.get(i), newSizes.get(i)) != null) {
        throw new IllegalArgumentException(names.get(i) + " has a law already");
      }
      allNodes.put(names.get(i), node);
    }
    return new Model(allSizes, allNodes);
  }

  /** This model without some variables. */
  public Model without(Set<String> names) {
    Map<String, Integer> fewerSizes = new LinkedHashMap<>(sizes);
    Map<String, Node> fewerNodes = new HashMap<>(nodes);
    fewerSizes.keySet().removeAll(names);
    fewerNodes.keySet().removeAll(names);
    return new Model(fewerSizes, fewerNodes);
  }

  private static String describe(List<String> names, List<String> parents) {
    String law = "the law of " + String.join(", ", names);
    return parents.isEmpty() ? law : law + " given " + String.join(", ", parents);
  }

  static void requireDistinct(List<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(name + " is named twice");
      }
    }
  }

  /** Whether the variable has a law here. */
  public boolean has(String name) {
    return sizes.containsKey(name);
  }

  /** The variables, in the order they were added. */
  public List<String> variables() {
    return List.copyOf(sizes.keySet());
  }

  /**
   * How many outcomes a variable has.
   *
   * @throws IllegalArgumentException if it is not in this model
   */
  public int size(String name) {
    Integer size = sizes.get(name);
    if (size == null) {
      throw new IllegalArgumentException(name + " has no law");
    }
    return size;
  }

  /** How many joint outcomes some variables have, as a double because it may be astronomical. */
  public double cells(List<String> names) {
    double cells = 1;
    for (String name : names) {
      cells *= size(name);
    }
    return cells;
  }

  Node node(String name) {
    size(name);
    return nodes.get(name);
  }

  /** Some variables and all they depend on, each after its parents. */
  List<String> ancestors(List<String> asked) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(asked);
    while (!open.isEmpty()) {
      String name = open.pop();
      Node node = node(name);
      if (found.add(name)) {
        found.addAll(node.children());
        open.addAll(node.parents());
      }
    }
    List<String> ordered = new ArrayList<>(found.size());
    for (String name : sizes.keySet()) {
      if (found.contains(name)) {
        ordered.add(name);
      }
    }
    return ordered;
  }

  /**
   * The joint law of some distinct variables, by elimination of the others that they depend on. It
   * is exact where the tables of all those are and the work is small, else in doubles.
   *
   * @throws LimitReached if a table would be too large, before anything is allocated, or the time
   *     is over
   */
  public Joint marginal(List<String> asked, Limits limits) {
    requireDistinct(asked);
    double cells = cells(asked);
    if (cells > Elimination.allowed(limits)) {
      throw LimitReached.memory(
          "the joint law of " + String.join(", ", asked), cells, Elimination.allowed(limits));
    }
    for (String name : ancestors(asked)) {
      if (node(name) instanceof Node.Kernel kernel && kernel.masses().isOpen()) {
        return OpenTable.of(this, asked, limits);
      }
    }
    return new Elimination(this, asked).run(limits);
  }

  /**
   * The entropy of some variables taken together; a name may occur twice.
   *
   * <p>A variable that is a function of others asked for adds nothing and is left out.
   *
   * @throws LimitReached if a table would be too large, before anything is allocated, or the time
   *     is over
   */
  public Amount entropy(List<String> asked, Limits limits) {
    return marginal(withoutFunctions(asked), limits).entropy();
  }

  /**
   * The common part of two disjoint groups of variables.
   *
   * @throws IllegalArgumentException if a variable is in both, or twice in one
   * @throws LimitReached if a table would be too large, before anything is allocated, or the time
   *     is over
   */
  public CommonPart commonPart(List<String> first, List<String> second, Limits limits) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return CommonPart.of(marginal(both, limits), first.size());
  }

  /**
   * The conditional law of some variables given others, to be kept while the law of those is
   * varied. Inputs that depend on nothing may have outcomes of probability zero here; the law given
   * such an outcome is that of the model.
   *
   * @throws IllegalArgumentException if a variable is both input and output, or named twice
   * @throws IllFormedLaw if the law given some input is unknown because the input has probability
   *     zero
   * @throws LimitReached if a table would be too large, before anything is allocated, or the time
   *     is over
   */
  public Channel channel(List<String> inputs, List<String> outputs, Limits limits) {
    Model varied = this;
    for (String name : inputs) {
      Node node = node(name);
      if (node.parents().isEmpty() && inputs.containsAll(node.children())) {
        varied = varied.replaced(name, Laws.uniform(size(name)));
      }
    }
    List<String> both = new ArrayList<>(inputs);
    both.addAll(outputs);
    Joint joint = varied.marginal(both, limits);
    double[] given = joint.marginal(inputs).table();
    double[] cells = joint.table().clone();
    int columns = cells.length / given.length;
    for (int i = 0; i < cells.length; i++) {
      if (i % columns == 0) {
        limits.check();
      }
      if (given[i / columns] == 0) {
        throw IllFormedLaw.condition();
      }
      cells[i] /= given[i / columns];
    }
    double error = 2 * joint.relativeError() + (columns + 2.0) * Bounded.UNIT;
    return Channel.of(cells, given.length, error);
  }

  /**
   * The same model, but that some variables are uniform and independent of all that comes before
   * them.
   *
   * @param added sizes of variables that are not in this model yet
   * @throws IllegalArgumentException naming a variable whose law is a joint one with others that
   *     are not among them
   */
  public Model freed(List<String> names, Map<String, Integer> added) {
    Model freed = this;
    for (String name : names) {
      if (added.containsKey(name) && !has(name)) {
        int size = added.get(name);
        freed = freed.withLaw(List.of(name), List.of(size), Laws.uniform(size));
        continue;
      }
      for (String child : node(name).children()) {
        if (!names.contains(child)) {
          throw new IllegalArgumentException(name);
        }
      }
      freed = freed.replaced(name, Laws.uniform(size(name)));
    }
    return freed;
  }

  /** The same model, but that variables without parents follow laws given others. */
  public Model settled(List<Settled> laws) {
    Map<String, Node> changed = new HashMap<>(nodes);
    for (Settled law : laws) {
      double columns = cells(law.of());
      Masses rows = law.rows().laws(describe(law.of(), law.given()), (int) columns);
      Node node = new Node.Kernel(law.of(), law.given(), rows);
      law.of().forEach(name -> changed.put(name, node));
    }
    Map<String, Integer> ordered = new LinkedHashMap<>();
    for (String name : sizes.keySet()) {
      place(name, changed, ordered);
    }
    return new Model(ordered, changed);
  }

  /** Puts a variable after all that it depends on. */
  private void place(String name, Map<String, Node> from, Map<String, Integer> ordered) {
    if (!ordered.containsKey(name)) {
      from.get(name).parents().forEach(parent -> place(parent, from, ordered));
      ordered.put(name, size(name));
    }
  }

  /** What variables follow, a row for every joint outcome of those that they are given. */
  public record Settled(List<String> of, List<String> given, Masses rows) {}

  /** The same model with one variable that has no parents given a law of its own. */
  private Model replaced(String name, Masses law) {
    Map<String, Node> changed = new HashMap<>(nodes);
    changed.put(name, new Node.Kernel(List.of(name), List.of(), law));
    return new Model(sizes, changed);
  }

  private List<String> withoutFunctions(List<String> asked) {
    Set<String> known = new LinkedHashSet<>(asked);
    List<String> kept = new ArrayList<>(known.size());
    for (String name : known) {
      boolean follows = node(name) instanceof Node.Mapping map && known.containsAll(map.parents());
      if (!follows && size(name) > 1) {
        kept.add(name);
      }
    }
    return kept;
  }

  /** The law of the variables of one table without parents, in its order. */
  Joint table(List<String> names) {
    Masses law = ((Node.Kernel) node(names.get(0))).masses();
    int[] shape = new int[names.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = size(names.get(i));
    }
    if (law.isOpen()) {
      return Joint.open(List.copyOf(names), shape, new OpenTable(law.functions().orElseThrow()));
    }
    return law.isExact()
        ? Joint.exact(
            List.copyOf(names), shape, new ExactCells(law.numerators(), law.denominator()))
        : new Joint(List.copyOf(names), shape, law.values(), law.relativeError(), null);
  }
}
