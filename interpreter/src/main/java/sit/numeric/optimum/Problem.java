package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.limits.Limits;

/**
 * An optimum over the laws of some variables of which some kernels are free: what is to be least,
 * and what bounds it keeps to. Built from a table, solved by {@link Solver}.
 */
public final class Problem {
  private static final double NEGLIGIBLE = 1e-9;

  private final List<Integer> sizes;
  private final double[] fixed;
  private final double relativeError;
  private final List<Choice> choices;
  private final Decisions decisions;
  private final int[] plan;
  private final int[][] numbers;
  private final List<Bound> bounds = new ArrayList<>();
  private final Functional objective;
  private double absoluteError;

  /**
   * A problem.
   *
   * @param sizes how many outcomes each variable has
   * @param uniform their joint law if all that is chosen were uniform and independent of all else,
   *     the last variable running fastest
   * @param relativeError how far a mass may be off, as a fraction of it
   * @param choices the free kernels in their order
   * @throws Impossible if what a kernel is given depends on what it chooses
   * @throws IllegalArgumentException if a kernel is not given all that an earlier one was given and
   *     chose
   */
  public Problem(
      List<Integer> sizes, double[] uniform, double relativeError, List<Choice> choices) {
    this.sizes = List.copyOf(sizes);
    this.choices = List.copyOf(choices);
    this.fixed = uniform.clone();
    int cells = fixed.length;
    int stages = choices.size();
    int[] actions = new int[stages];
    int[][] before = new int[stages][];
    this.numbers = new int[stages][];
    double[][] reach = new double[stages][];
    int[] entry = null;
    double factor = 1;
    int longest = 0;
    for (int i = 0; i < stages; i++) {
      Choice choice = choices.get(i);
      actions[i] = (int) Cells.count(sizes, choice.of());
      int[] action = Cells.numbers(sizes, cells, choice.of());
      int[] view = Cells.numbers(sizes, cells, choice.given());
      double[] mass = new double[(int) Cells.count(sizes, choice.given())];
      double[] entries = new double[mass.length * actions[i]];
      longest = Math.max(longest, Cells.largest(view, mass.length));
      for (int cell = 0; cell < cells; cell++) {
        mass[view[cell]] += fixed[cell];
        entries[view[cell] * actions[i] + action[cell]] += fixed[cell];
      }
      for (int e = 0; e < entries.length; e++) {
        double even = mass[e / actions[i]] / actions[i];
        if (Math.abs(entries[e] - even) > NEGLIGIBLE * even) {
          throw new Impossible(Impossible.Reason.CIRCULAR, i);
        }
      }
      boolean[] occurs = new boolean[mass.length];
      for (int v = 0; v < mass.length; v++) {
        occurs[v] = mass[v] > 0;
      }
      int[] number = Cells.renumbered(occurs);
      numbers[i] = number;
      int views = 0;
      for (boolean one : occurs) {
        views += one ? 1 : 0;
      }
      before[i] = new int[views];
      reach[i] = new double[views];
      Arrays.fill(before[i], -1);
      int[] mine = new int[cells];
      for (int cell = 0; cell < cells; cell++) {
        int v = number[view[cell]];
        mine[cell] = v < 0 ? -1 : v * actions[i] + action[cell];
        if (v >= 0) {
          reach[i][v] = mass[view[cell]] * factor;
        }
        if (v >= 0 && i > 0 && fixed[cell] > 0) {
          if (before[i][v] >= 0 && before[i][v] != entry[cell]) {
            throw new IllegalArgumentException("a kernel forgets what an earlier one knew");
          }
          before[i][v] = entry[cell];
        }
      }
      entry = mine;
      factor *= actions[i];
    }
    for (int cell = 0; cell < cells; cell++) {
      fixed[cell] *= factor;
    }
    // whatever is added up here is a part of the cells of one view
    this.relativeError = relativeError + (longest + 4 + stages) * 0x1p-53;
    this.decisions = new Decisions(actions, before, reach);
    this.plan = entry;
    this.objective = new Functional();
  }

  /** How many cells the table has. */
  public int cells() {
    return fixed.length;
  }

  /** Informations and the mean of a cost. */
  final class Functional {
    private final List<Piece> pieces = new ArrayList<>();
    private final double[] cost = new double[decisions.plans()];

    /** Adds {@code weight * E log2 p(of | given)}. */
    void information(double weight, List<Integer> of, List<Integer> given) {
      pieces.add(piece(weight, of, given));
    }

    void cost(double[] values, List<Integer> variables) {
      double[] mine = perPlan(values, variables);
      for (int e = 0; e < cost.length; e++) {
        cost[e] += mine[e];
      }
    }

    Problem problem() {
      return Problem.this;
    }
  }

  /** Adds {@code weight * E log2 p(of | given)} to what is to be least. */
  public void information(double weight, List<Integer> of, List<Integer> given) {
    objective.information(weight, of, given);
  }

  private Piece piece(double weight, List<Integer> of, List<Integer> given) {
    List<Integer> whole = new ArrayList<>(given);
    for (int variable : of) {
      if (!whole.contains(variable)) {
        whole.add(variable);
      }
    }
    int cells = fixed.length;
    int[] outcome = Cells.numbers(sizes, cells, whole);
    int[] part = Cells.numbers(sizes, cells, given);
    int outcomes = (int) Cells.count(sizes, whole);
    int perGiven = outcomes / Math.max(1, (int) Cells.count(sizes, given));
    boolean[] occurs = new boolean[outcomes];
    boolean[] partOccurs = new boolean[outcomes / perGiven];
    for (int cell = 0; cell < cells; cell++) {
      if (fixed[cell] > 0) {
        occurs[outcome[cell]] = true;
        partOccurs[part[cell]] = true;
      }
    }
    int[] number = Cells.renumbered(occurs);
    int[] partNumber = Cells.renumbered(partOccurs);
    int kept = 0;
    int parts = 0;
    for (boolean one : occurs) {
      kept += one ? 1 : 0;
    }
    for (boolean one : partOccurs) {
      parts += one ? 1 : 0;
    }
    int[] of2 = new int[kept];
    for (int cell = 0; cell < cells; cell++) {
      if (fixed[cell] > 0) {
        of2[number[outcome[cell]]] = partNumber[part[cell]];
      }
    }
    Rows rows = rows(number, outcome, kept);
    int[] lengths = new int[parts];
    int longest = 0;
    for (int row = 0; row < rows.plan.length; row++) {
      longest = Math.max(longest, ++lengths[of2[rows.outcome[row]]]);
    }
    return new Piece(weight, rows.plan, rows.outcome, rows.mass, of2, parts, longest);
  }

  /** What plans add to outcomes. */
  private record Rows(int[] plan, int[] outcome, double[] mass) {}

  private Rows rows(int[] number, int[] outcome, int outcomes) {
    int cells = fixed.length;
    double keys = (double) decisions.plans() * outcomes;
    if (keys > 4.0 * cells + 1024) {
      int count = 0;
      for (double mass : fixed) {
        count += mass > 0 ? 1 : 0;
      }
      Rows rows = new Rows(new int[count], new int[count], new double[count]);
      int row = 0;
      for (int cell = 0; cell < cells; cell++) {
        if (fixed[cell] > 0) {
          rows.plan[row] = plan[cell];
          rows.outcome[row] = number[outcome[cell]];
          rows.mass[row++] = fixed[cell];
        }
      }
      return rows;
    }
    double[] dense = new double[(int) keys];
    int count = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (fixed[cell] > 0) {
        int key = plan[cell] * outcomes + number[outcome[cell]];
        count += dense[key] == 0 ? 1 : 0;
        dense[key] += fixed[cell];
      }
    }
    Rows rows = new Rows(new int[count], new int[count], new double[count]);
    int row = 0;
    for (int key = 0; key < dense.length; key++) {
      if (dense[key] > 0) {
        rows.plan[row] = key / outcomes;
        rows.outcome[row] = key % outcomes;
        rows.mass[row++] = dense[key];
      }
    }
    return rows;
  }

  /** Adds a number to what is to be least. */
  public void constant(double value) {
    cost(new double[] {value}, List.of());
  }

  /**
   * Adds the mean of a cost to what is to be least.
   *
   * @param values for each outcome of the variables, the last running fastest
   */
  public void cost(double[] values, List<Integer> variables) {
    objective.cost(values, variables);
  }

  /**
   * Multiples of joint entropies and the means of some costs must together be a bound, or at most
   * the bound.
   */
  public void bound(
      Map<List<Integer>, Double> entropies, List<Cost> costs, double bound, boolean equal) {
    Functional bounded = new Functional();
    new Pairing(bounded).add(entropies);
    costs.forEach(one -> bounded.cost(one.values(), one.variables()));
    bounds.add(new Bound(bounded.pieces, bounded.cost, bound, equal));
  }

  /** A function of some variables, for each of their outcomes. */
  public record Cost(double[] values, List<Integer> variables) {}

  private double[] perPlan(double[] values, List<Integer> variables) {
    int[] outcome = Cells.numbers(sizes, fixed.length, variables);
    double[] mine = new double[decisions.plans()];
    for (int cell = 0; cell < fixed.length; cell++) {
      if (fixed[cell] > 0) {
        mine[plan[cell]] += fixed[cell] * values[outcome[cell]];
      }
    }
    return mine;
  }

  /**
   * The probability of each outcome of some variables given that of others, where it is the same
   * whatever is chosen; empty where it is not, and 1 for outcomes that never occur.
   *
   * @param of holds the others
   */
  Optional<double[]> fixed(List<Integer> of, List<Integer> given) {
    int[] outcome = Cells.numbers(sizes, fixed.length, of);
    int[] part = Cells.numbers(sizes, fixed.length, given);
    int outcomes = (int) Cells.count(sizes, of);
    int parts = (int) Cells.count(sizes, given);
    return new FixedLaw(decisions, plan, fixed).of(outcome, outcomes, part, parts);
  }

  /** Adds multiples of joint entropies, by the places of the variables. */
  public void entropies(Map<List<Integer>, Double> coefficients) {
    new Pairing(objective).add(coefficients);
  }

  /** Costs that are logarithms may be off by so much besides. */
  void off(double error) {
    absoluteError += error;
  }

  double relativeError() {
    return relativeError;
  }

  List<Integer> sizes() {
    return sizes;
  }

  Program program() {
    return new Program(
        decisions, objective.pieces, objective.cost, bounds, relativeError, absoluteError);
  }

  /** The least value. */
  public Solution solve(double gap, Limits limits) {
    return new Solver(program(), limits).solve(gap);
  }

  /**
   * The rows of a kernel of a solution for every outcome of what it is given, one after the other;
   * what never occurs has an even row.
   */
  public double[] rows(Solution solution, int choice) {
    int actions = decisions.actions(choice);
    List<Double> known = solution.kernels().get(choice);
    double[] rows = new double[numbers[choice].length * actions];
    for (int e = 0; e < rows.length; e++) {
      int view = numbers[choice][e / actions];
      rows[e] = view < 0 ? 1.0 / actions : known.get(view * actions + e % actions);
    }
    return rows;
  }
}
