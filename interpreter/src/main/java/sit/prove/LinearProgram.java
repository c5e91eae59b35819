package sit.prove;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import sit.limits.Limits;

/**
 * A linear program in floating point: minimise a linear function of unknowns in {@code [-bound,
 * bound]} under linear rows. The solver is OR-Tools' GLOP, the only place that knows of it.
 *
 * <p>It was chosen by trial on complete Shannon programs, which are highly degenerate. With 8
 * variables (1,800 rows, 255 unknowns; Massey's inequality, Han's, a chain, a random sum) ojAlgo's
 * solver took 100 to 500 times as long, and Hipparchus' dense tableau, already 25 to 50 times
 * slower than GLOP at 6 variables, did not end within a minute; at 10 variables (11,530 rows) GLOP
 * needs five times what it needs at 8. The price is half a second for unpacking native code on
 * first use, 40 ms where {@code java.library.path} names a folder in which it lies unpacked.
 */
final class LinearProgram implements AutoCloseable {
  private static final double LONGEST_SECONDS = 1e6;
  private static final int LARGE = 2000;
  private static final long WATCH_NANOS = 20_000_000;

  private final MPSolver solver;
  private final MPVariable[] unknowns;

  /**
   * An optimum: the unknowns, for each row in the order added its multiplier, and the largest
   * reduced cost of an unknown, which is zero where the rows alone, without the bounds, make up the
   * objective.
   */
  record Solution(double[] point, double[] multipliers, double reducedCost) {}

  LinearProgram(int columns, double bound) {
    Loader.loadNativeLibraries();
    solver = MPSolver.createSolver("GLOP");
    unknowns = new MPVariable[columns];
    for (int k = 0; k < columns; k++) {
      unknowns[k] = solver.makeNumVar(-bound, bound, "");
    }
    solver.objective().setMinimization();
  }

  void cost(int column, double cost) {
    solver.objective().setCoefficient(unknowns[column], cost);
  }

  void addAtLeast(int[] columns, double[] values, double lower) {
    add(columns, values, lower, Double.POSITIVE_INFINITY);
  }

  void addZero(int[] columns, double[] values) {
    add(columns, values, 0, 0);
  }

  private void add(int[] columns, double[] values, double lower, double upper) {
    MPConstraint row = solver.makeConstraint(lower, upper, "");
    for (int k = 0; k < columns.length; k++) {
      row.setCoefficient(unknowns[columns[k]], values[k]);
    }
  }

  /**
   * The optimum, or nothing where the solver gave up for numerical reasons.
   *
   * @throws sit.limits.LimitReached if time is over or the work was cancelled
   */
  Optional<Solution> solve(Limits limits) {
    limits.check();
    double seconds = limits.secondsLeft();
    if (seconds < LONGEST_SECONDS) {
      solver.setTimeLimit((long) Math.max(1, seconds * 1000));
    }
    MPSolver.ResultStatus status = solver.numConstraints() < LARGE ? run() : run(limits);
    if (status == MPSolver.ResultStatus.OPTIMAL) {
      return Optional.of(solution());
    }
    limits.check();
    return Optional.empty();
  }

  private MPSolver.ResultStatus run() {
    MPSolverParameters parameters = new MPSolverParameters();
    // measured up to eight times as fast here as what the solver chooses by itself
    parameters.setIntegerParam(
        MPSolverParameters.IntegerParam.LP_ALGORITHM,
        MPSolverParameters.LpAlgorithmValues.DUAL.swigValue());
    try {
      return solver.solve(parameters);
    } finally {
      parameters.delete();
    }
  }

  /** A large program is watched, so that a person who cancels is heard. */
  private MPSolver.ResultStatus run(Limits limits) {
    AtomicBoolean done = new AtomicBoolean();
    Thread watch =
        new Thread(
            () -> {
              while (!done.get()) {
                if (limits.reached()) {
                  solver.interruptSolve();
                }
                LockSupport.parkNanos(WATCH_NANOS);
              }
            },
            "program watch");
    watch.setDaemon(true);
    watch.start();
    try {
      return run();
    } finally {
      done.set(true);
      LockSupport.unpark(watch);
      try {
        watch.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Solution solution() {
    double[] point = new double[unknowns.length];
    double reducedCost = 0;
    for (int k = 0; k < point.length; k++) {
      point[k] = unknowns[k].solutionValue();
      reducedCost = Math.max(reducedCost, Math.abs(unknowns[k].reducedCost()));
    }
    MPConstraint[] rows = solver.constraints();
    double[] multipliers = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      multipliers[k] = rows[k].dualValue();
    }
    return new Solution(point, multipliers, reducedCost);
  }

  @Override
  public void close() {
    solver.delete();
  }
}
