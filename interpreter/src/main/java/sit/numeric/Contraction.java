package sit.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import sit.limits.Limits;

/**
 * One step of an elimination: some factors are multiplied and all variables but the target's are
 * summed out.
 *
 * <p>The variables are nested loops, the target's outermost. A factor is multiplied in at the loop
 * that fixes its last variable, so that its product with the others is formed once for all loops
 * inside and a zero cuts those off. The child of a function is no loop: its outcome is looked up
 * where its last parent is fixed.
 *
 * <p>A <em>register</em> is a running offset: one for every table, one for every function, the last
 * for the target.
 */
final class Contraction {
  /** Loops that run between two looks at the limits. */
  private static final double PATIENCE = 1 << 14;

  /** More terms than this in one cell are added with compensation. */
  private static final double PLAIN_TERMS = 16;

  /**
   * One loop, or the look-up of a function's child: which registers its variable moves, and how far
   * for each outcome.
   */
  private record Move(int[] registers, int[] strides) {
    void by(int outcomes, int[] offsets) {
      for (int i = 0; i < registers.length; i++) {
        offsets[registers[i]] += outcomes * strides[i];
      }
    }
  }

  /**
   * What happens once the variable of a level has a value. The first level has one value and no
   * variable.
   */
  private record Level(
      int size, Move move, int[] functions, Move[] children, int[] complete, boolean patient) {}

  private final List<Factor> tables = new ArrayList<>();
  private final List<Factor> functions = new ArrayList<>();
  private final int[] sizes;
  private final int[] target;
  private final int[] loops;
  private final int targetRegister;
  private final double steps;
  private final double cells;
  private final double terms;

  /**
   * Plans a step.
   *
   * @param sizes the number of outcomes of every variable
   * @param target the variables to keep
   */
  Contraction(List<Factor> factors, int[] sizes, int[] target) {
    BitSet scope = new BitSet();
    BitSet children = new BitSet();
    for (Factor factor : factors) {
      (factor.isFunction() ? functions : tables).add(factor);
      for (int v : factor.scope()) {
        scope.set(v);
      }
      if (factor.isFunction()) {
        children.set(factor.child());
      }
    }
    this.sizes = sizes;
    this.target = target;
    this.targetRegister = tables.size() + functions.size();
    this.loops = order(scope, children);
    BitSet kept = new BitSet();
    double kept1 = 1;
    for (int v : target) {
      kept.set(v);
      kept1 *= sizes[v];
    }
    double all = 1;
    double summed = 1;
    for (int v : loops) {
      all *= sizes[v];
      summed *= kept.get(v) ? 1 : sizes[v];
    }
    this.steps = all;
    this.cells = kept1;
    this.terms = summed;
  }

  private int[] order(BitSet scope, BitSet children) {
    List<Integer> order = new ArrayList<>();
    BitSet open = (BitSet) scope.clone();
    open.andNot(children);
    for (int v : target) {
      if (open.get(v)) {
        order.add(v);
        open.clear(v);
      }
    }
    for (int v : Factor.scope(open)) {
      order.add(v);
    }
    return Factor.array(order);
  }

  /** How often the innermost loop runs at most. */
  double steps() {
    return steps;
  }

  /** How many cells the target has. */
  double cells() {
    return cells;
  }

  /** How many doubles are needed. */
  double memory() {
    return terms > PLAIN_TERMS ? 2 * cells : cells;
  }

  int[] target() {
    return target;
  }

  List<Factor> tables() {
    return tables;
  }

  /**
   * How far a cell of the target can be from its true value by the rounding of this step, as a
   * fraction. No term being negative, cells keep a relative error: u for each product, and 3u for
   * the terms of a cell if compensated, or u for each.
   */
  double rounding() {
    double sum = terms > PLAIN_TERMS ? 3 + 16 * terms * Bounded.UNIT : terms - 1;
    return (tables.size() + sum) * Bounded.UNIT;
  }

  private Level[] levels() {
    BitSet known = new BitSet();
    boolean[] done = new boolean[targetRegister];
    Level[] levels = new Level[loops.length + 1];
    double inside = steps;
    for (int level = 0; level < levels.length; level++) {
      int variable = level == 0 ? -1 : loops[level - 1];
      int size = level == 0 ? 1 : sizes[variable];
      if (level > 0) {
        known.set(variable);
      }
      List<Integer> lookUps = new ArrayList<>();
      for (int f = nextFunction(known, done); f >= 0; f = nextFunction(known, done)) {
        done[tables.size() + f] = true;
        known.set(functions.get(f).child());
        lookUps.add(f);
      }
      int[] found = new int[lookUps.size()];
      Move[] children = new Move[found.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = lookUps.get(i);
        children[i] = move(functions.get(found[i]).child());
      }
      int[] complete = complete(known, done);
      levels[level] =
          new Level(size, move(variable), found, children, complete, inside >= PATIENCE);
      inside /= size;
    }
    return levels;
  }

  private int nextFunction(BitSet known, boolean[] done) {
    for (int f = 0; f < functions.size(); f++) {
      Factor function = functions.get(f);
      if (!done[tables.size() + f] && knows(known, function.scope(), function.parents())) {
        return f;
      }
    }
    return -1;
  }

  private int[] complete(BitSet known, boolean[] done) {
    List<Integer> complete = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      int[] scope = tables.get(t).scope();
      if (!done[t] && knows(known, scope, scope.length)) {
        done[t] = true;
        complete.add(t);
      }
    }
    return Factor.array(complete);
  }

  private static boolean knows(BitSet known, int[] scope, int length) {
    for (int i = 0; i < length; i++) {
      if (!known.get(scope[i])) {
        return false;
      }
    }
    return true;
  }

  private Move move(int variable) {
    List<Integer> registers = new ArrayList<>();
    List<Integer> strides = new ArrayList<>();
    for (int register = 0; register <= targetRegister; register++) {
      int stride = stride(variable, register);
      if (stride > 0) {
        registers.add(register);
        strides.add(stride);
      }
    }
    return new Move(Factor.array(registers), Factor.array(strides));
  }

  private int stride(int variable, int register) {
    int[] scope = target;
    int length = target.length;
    if (register < tables.size()) {
      scope = tables.get(register).scope();
      length = scope.length;
    } else if (register < targetRegister) {
      Factor function = functions.get(register - tables.size());
      scope = function.scope();
      length = function.parents();
    }
    int stride = 1;
    for (int i = length - 1; i >= 0; i--) {
      if (scope[i] == variable) {
        return stride;
      }
      stride *= sizes[scope[i]];
    }
    return 0;
  }

  /**
   * The target's cells.
   *
   * @param cells the cells of every factor, by its id
   */
  double[] doubles(double[][] cells, Limits limits) {
    double[][] mine = new double[tables.size()][];
    for (int t = 0; t < mine.length; t++) {
      mine[t] = cells[tables.get(t).id()];
    }
    Doubles run = new Doubles(mine, limits);
    run.walk(0, 1);
    return run.sums;
  }

  /** The numerators of the target's cells, from those of the factors. */
  BigInteger[] integers(BigInteger[][] cells, Limits limits) {
    BigInteger[][] mine = new BigInteger[tables.size()][];
    for (int t = 0; t < mine.length; t++) {
      mine[t] = cells[tables.get(t).id()];
    }
    Integers run = new Integers(mine, limits);
    run.walk(0, BigInteger.ONE);
    return run.sums;
  }

  /** The loops, running. */
  private abstract class Walk {
    final Level[] levels = levels();
    final int[] offsets = new int[targetRegister + 1];
    final int[] values = new int[functions.size()];
    private final Limits limits;

    Walk(Limits limits) {
      this.limits = limits;
    }

    final void enter(Level level) {
      if (level.patient) {
        limits.check();
      }
    }

    final void bind(Level level) {
      for (int i = 0; i < level.functions.length; i++) {
        int f = level.functions[i];
        values[f] = functions.get(f).map()[offsets[tables.size() + f]];
        level.children[i].by(values[f], offsets);
      }
    }

    final void release(Level level) {
      for (int i = level.functions.length - 1; i >= 0; i--) {
        level.children[i].by(-values[level.functions[i]], offsets);
      }
      level.move.by(1, offsets);
    }
  }

  private final class Doubles extends Walk {
    private final double[][] cells;
    private final double[] sums = new double[(int) Contraction.this.cells];
    private final double[] lost = terms > PLAIN_TERMS ? new double[sums.length] : null;

    Doubles(double[][] cells, Limits limits) {
      super(limits);
      this.cells = cells;
    }

    private void walk(int depth, double product) {
      Level level = levels[depth];
      enter(level);
      for (int a = 0; a < level.size; a++) {
        bind(level);
        double next = multiplied(level, product);
        if (next != 0) {
          if (depth + 1 < levels.length) {
            walk(depth + 1, next);
          } else {
            add(offsets[targetRegister], next);
          }
        }
        release(level);
      }
      level.move.by(-level.size, offsets);
    }

    /** Zero only if a factor is: the support is decided exactly even where products underflow. */
    private double multiplied(Level level, double product) {
      double next = product;
      for (int t : level.complete) {
        double factor = cells[t][offsets[t]];
        if (factor == 0) {
          return 0;
        }
        next *= factor;
      }
      return Scalar.notZero(next);
    }

    private void add(int cell, double term) {
      if (lost == null) {
        sums[cell] += term;
        return;
      }
      double corrected = term - lost[cell];
      double sum = sums[cell] + corrected;
      lost[cell] = (sum - sums[cell]) - corrected;
      sums[cell] = sum;
    }
  }

  private final class Integers extends Walk {
    private final BigInteger[][] cells;
    private final BigInteger[] sums = new BigInteger[(int) Contraction.this.cells];

    Integers(BigInteger[][] cells, Limits limits) {
      super(limits);
      this.cells = cells;
      Arrays.fill(sums, BigInteger.ZERO);
    }

    private void walk(int depth, BigInteger product) {
      Level level = levels[depth];
      enter(level);
      for (int a = 0; a < level.size; a++) {
        bind(level);
        BigInteger next = product;
        for (int t : level.complete) {
          next = next.multiply(cells[t][offsets[t]]);
        }
        if (next.signum() != 0) {
          if (depth + 1 < levels.length) {
            walk(depth + 1, next);
          } else {
            int cell = offsets[targetRegister];
            sums[cell] = sums[cell].add(next);
          }
        }
        release(level);
      }
      level.move.by(-level.size, offsets);
    }
  }
}
