package sit.numeric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sit.exact.Rational;

/** Random small models, and their full joint laws by plain enumeration. */
final class Networks {
  private final SplittableRandom random;

  Networks(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Masses of rows that add up to one, with some zeros; denominators differ from row to row. */
  Masses rows(int rows, int width, boolean exact) {
    List<Scalar> masses = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      int[] weights = new int[width];
      int sum = 0;
      while (sum == 0) {
        for (int i = 0; i < width; i++) {
          weights[i] = Math.max(0, random.nextInt(-2, 8));
          sum += weights[i];
        }
      }
      for (int weight : weights) {
        Scalar mass = Scalar.exact(weight, sum);
        masses.add(exact ? mass : Scalar.approximate(mass.value()));
      }
    }
    return Masses.of(masses);
  }

  /** A model of some variables called V0, V1, ...: tables, joint tables and functions. */
  Model model(int variables, boolean exact) {
    Model model = Model.EMPTY;
    while (model.variables().size() < variables) {
      int first = model.variables().size();
      List<String> parents = parents(model);
      int size = random.nextInt(1, 4);
      String name = "V" + first;
      int kind = random.nextInt(4);
      int rows = (int) model.cells(parents);
      if (kind == 0 && !parents.isEmpty()) {
        int[] map = random.ints(rows, 0, size).toArray();
        model = model.withFunction(name, size, parents, map);
      } else if (kind == 1) {
        Masses law = rows(rows, 2 * size, exact);
        model = model.withKernel(List.of(name, "V" + (first + 1)), List.of(size, 2), parents, law);
      } else {
        model = model.withKernel(List.of(name), List.of(size), parents, rows(rows, size, exact));
      }
    }
    return model;
  }

  /** Some of the variables, in random order. */
  List<String> some(List<String> names, int most) {
    List<String> left = new ArrayList<>(names);
    List<String> found = new ArrayList<>();
    int count = random.nextInt(0, Math.min(most, names.size()) + 1);
    while (found.size() < count) {
      found.add(left.remove(random.nextInt(left.size())));
    }
    return found;
  }

  private List<String> parents(Model model) {
    return some(model.variables(), 3);
  }

  /** The law of some variables of an exact model, by adding up all outcomes of all variables. */
  static Map<List<Integer>, Rational> enumerate(Model model, List<String> asked) {
    List<String> all = model.variables();
    int[] sizes = all.stream().mapToInt(model::size).toArray();
    Odometer place = new Odometer(sizes, new int[sizes.length]);
    Map<List<Integer>, Rational> law = new HashMap<>();
    for (int i = 0; i < model.cells(all); i++) {
      Map<String, Integer> outcome = new HashMap<>();
      for (int v = 0; v < sizes.length; v++) {
        outcome.put(all.get(v), place.digits()[v]);
      }
      List<Integer> key = asked.stream().map(outcome::get).toList();
      law.merge(key, probability(model, outcome), Rational::add);
      place.advance();
    }
    return law;
  }

  private static Rational probability(Model model, Map<String, Integer> outcome) {
    Rational product = Rational.ONE;
    for (String name : model.variables()) {
      Node node = model.node(name);
      if (node instanceof Node.Mapping map) {
        boolean right = map.map()[number(model, map.parents(), outcome)] == outcome.get(name);
        product = right ? product : Rational.ZERO;
      } else if (node instanceof Node.Kernel kernel && kernel.children().get(0).equals(name)) {
        List<String> scope = new ArrayList<>(kernel.parents());
        scope.addAll(kernel.children());
        int place = number(model, scope, outcome);
        product = product.multiply(kernel.masses().exact(place).orElseThrow());
      }
    }
    return product;
  }

  private static int number(Model model, List<String> names, Map<String, Integer> outcome) {
    int number = 0;
    for (String name : names) {
      number = number * model.size(name) + outcome.get(name);
    }
    return number;
  }
}
