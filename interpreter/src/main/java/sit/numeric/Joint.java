package sit.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.exact.closed.OpenParameter;
import sit.exact.closed.RationalFunction;

/**
 * The joint law of some variables: a dense table whose last variable runs fastest, in doubles with
 * a relative error and, where the model is exact and the table small, in integers over a common
 * denominator; or as functions of parameters.
 */
public final class Joint {
  private final List<String> variables;
  private final int[] sizes;
  private final double[] cells;
  private final double relativeError;
  private final ExactCells exact;
  private final OpenTable open;

  Joint(
      List<String> variables, int[] sizes, double[] cells, double relativeError, ExactCells exact) {
    this.variables = variables;
    this.sizes = sizes;
    this.cells = cells;
    this.relativeError = relativeError;
    this.exact = exact;
    this.open = null;
  }

  private Joint(List<String> variables, int[] sizes, OpenTable open) {
    this.variables = variables;
    this.sizes = sizes;
    this.cells = new double[open.size()];
    this.relativeError = 0;
    this.exact = null;
    this.open = open;
  }

  /** A law whose probabilities are functions of parameters. */
  static Joint open(List<String> variables, int[] sizes, OpenTable open) {
    return open.parameters().isEmpty()
        ? exact(variables, sizes, open.cells())
        : new Joint(variables, sizes, open);
  }

  static Joint exact(List<String> variables, int[] sizes, ExactCells exact) {
    return new Joint(variables, sizes, exact.doubles(), Bounded.UNIT, exact);
  }

  /**
   * A law given as a table, outside any model.
   *
   * @param sizes how many outcomes each variable has
   * @throws IllFormedLaw if the masses are no law
   */
  public static Joint of(List<String> variables, List<Integer> sizes, Masses law) {
    return Model.EMPTY.withLaw(variables, sizes, law).table(variables);
  }

  public List<String> variables() {
    return variables;
  }

  /** How many outcomes each variable has. */
  public List<Integer> sizes() {
    List<Integer> all = new ArrayList<>();
    for (int size : sizes) {
      all.add(size);
    }
    return all;
  }

  int[] shape() {
    return sizes;
  }

  /** How many joint outcomes there are. */
  public int cells() {
    return cells.length;
  }

  public boolean isExact() {
    return exact != null;
  }

  /** How far a cell may be from its probability, as a fraction of it. */
  public double relativeError() {
    return relativeError;
  }

  /** The probability of every joint outcome, the last variable running fastest. */
  public double[] masses() {
    return cells.clone();
  }

  double[] table() {
    requireClosed();
    return cells;
  }

  private void requireClosed() {
    if (isOpen()) {
      throw new OpenParameter(open.parameters());
    }
  }

  /** Whether its probabilities are functions of parameters. */
  public boolean isOpen() {
    return open != null;
  }

  /** The probability of a joint outcome as a function of parameters; empty in floating point. */
  public Optional<RationalFunction> function(int cell) {
    return isOpen() ? Optional.of(open.at(cell)) : exactProbability(cell).map(RationalFunction::of);
  }

  ExactCells exact() {
    return exact;
  }

  /** The probability of a joint outcome by number. */
  public Bounded probability(int cell) {
    requireClosed();
    return new Bounded(cells[cell], cells[cell] * relativeError * (1 + 0x1p-40));
  }

  public Optional<Rational> exactProbability(int cell) {
    return isExact() ? Optional.of(exact.at(cell)) : Optional.empty();
  }

  /**
   * Whether a joint outcome has positive probability, given that zeros of the tables are meant:
   * what underflows stays positive.
   */
  public boolean isPossible(int cell) {
    if (isOpen()) {
      return !open.at(cell).isZero();
    }
    return isExact() ? !exact.isZero(cell) : cells[cell] > 0;
  }

  /** The outcome of each variable in a joint outcome by number. */
  public int[] outcome(int cell) {
    int[] outcome = new int[sizes.length];
    int rest = cell;
    for (int i = sizes.length - 1; i >= 0; i--) {
      outcome[i] = rest % sizes[i];
      rest /= sizes[i];
    }
    return outcome;
  }

  /** The number of a joint outcome. */
  public int cell(int... outcome) {
    int cell = 0;
    for (int i = 0; i < sizes.length; i++) {
      cell = cell * sizes[i] + outcome[i];
    }
    return cell;
  }

  /**
   * The law of some of these variables, in the order asked.
   *
   * @throws IllegalArgumentException if one is not among them, or named twice
   */
  public Joint marginal(List<String> asked) {
    Model.requireDistinct(asked);
    int[] order = new int[asked.size()];
    boolean[] keep = new boolean[sizes.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = variables.indexOf(asked.get(i));
      if (order[i] < 0) {
        throw new IllegalArgumentException(asked.get(i) + " is not in this law");
      }
      keep[order[i]] = true;
    }
    int[] shape = new int[order.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes[order[i]];
    }
    int[] strides = strides(order, shape);
    if (isOpen()) {
      return open(List.copyOf(asked), shape, open.summed(new Odometer(sizes, strides), shape));
    }
    if (isExact()) {
      return exact(List.copyOf(asked), shape, summedExactly(strides, shape));
    }
    Summed summed = new Summed(sizes, cells).keeping(keep);
    double[] ordered = isSorted(order) ? summed.cells() : permuted(summed.cells(), keep, strides);
    double error = relativeError + summed.additions() * Bounded.UNIT;
    return new Joint(List.copyOf(asked), shape, ordered, error / (1 - error), null);
  }

  private static boolean isSorted(int[] order) {
    for (int i = 1; i < order.length; i++) {
      if (order[i - 1] > order[i]) {
        return false;
      }
    }
    return true;
  }

  /** How far each variable of this table moves in the one asked for; 0 for those summed out. */
  private int[] strides(int[] order, int[] shape) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      strides[order[i]] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  private ExactCells summedExactly(int[] strides, int[] shape) {
    int size = 1;
    for (int s : shape) {
      size *= s;
    }
    BigInteger[] sums = new BigInteger[size];
    Arrays.fill(sums, BigInteger.ZERO);
    Odometer place = new Odometer(sizes, strides);
    for (int i = 0; i < cells.length; i++) {
      sums[place.offset()] = sums[place.offset()].add(exact.numerator(i));
      place.advance();
    }
    return new ExactCells(sums, exact.denominator());
  }

  private double[] permuted(double[] sorted, boolean[] keep, int[] strides) {
    List<Integer> shape = new ArrayList<>();
    List<Integer> moves = new ArrayList<>();
    for (int v = 0; v < keep.length; v++) {
      if (keep[v]) {
        shape.add(sizes[v]);
        moves.add(strides[v]);
      }
    }
    Odometer place = new Odometer(Factor.array(shape), Factor.array(moves));
    double[] permuted = new double[sorted.length];
    for (double cell : sorted) {
      permuted[place.offset()] = cell;
      place.advance();
    }
    return permuted;
  }

  /** The entropy of all the variables together. */
  public Amount entropy() {
    if (isOpen()) {
      return Amount.open(open.entropy());
    }
    Optional<LogSum> value = isExact() ? exact.entropy() : Optional.empty();
    return new Amount(Log2.entropy(cells, relativeError), value);
  }

  /** The entropy of some of the variables. */
  public Amount entropy(List<String> asked) {
    return marginal(asked).entropy();
  }

  /**
   * The laws of the single variables; each step halves the table, so that all cost about two passes
   * over it for bits.
   */
  public List<Joint> singles() {
    if (isExact() || isOpen()) {
      List<Joint> all = new ArrayList<>();
      for (String variable : variables) {
        all.add(marginal(List.of(variable)));
      }
      return all;
    }
    Joint[] found = new Joint[sizes.length];
    if (found.length > 0) {
      halve(new Summed(sizes, cells), 0, found.length, found);
    }
    return List.of(found);
  }

  private void halve(Summed table, int from, int to, Joint[] found) {
    if (to - from == 1) {
      double error = relativeError + table.additions() * Bounded.UNIT;
      found[from] =
          new Joint(
              List.of(variables.get(from)),
              table.sizes(),
              table.cells(),
              error / (1 - error),
              null);
      return;
    }
    int middle = (from + to) >>> 1;
    boolean[] left = new boolean[to - from];
    boolean[] right = new boolean[to - from];
    Arrays.fill(left, 0, middle - from, true);
    Arrays.fill(right, middle - from, right.length, true);
    halve(table.keeping(left), from, middle, found);
    halve(table.keeping(right), middle, to, found);
  }

  /** The law of a function of these variables. */
  Joint mapped(String name, int size, List<Integer> map) {
    requireClosed();
    if (isExact()) {
      BigInteger[] sums = new BigInteger[size];
      Arrays.fill(sums, BigInteger.ZERO);
      for (int i = 0; i < cells.length; i++) {
        sums[map.get(i)] = sums[map.get(i)].add(exact.numerator(i));
      }
      ExactCells law = new ExactCells(sums, exact.denominator());
      return exact(List.of(name), new int[] {size}, law);
    }
    CompensatedSum[] sums = new CompensatedSum[size];
    Arrays.setAll(sums, i -> new CompensatedSum());
    for (int i = 0; i < cells.length; i++) {
      sums[map.get(i)].add(cells[i]);
    }
    double[] law = new double[size];
    Arrays.setAll(law, i -> sums[i].value());
    double error = relativeError + 3 * Bounded.UNIT;
    return new Joint(List.of(name), new int[] {size}, law, error / (1 - error), null);
  }
}
