package sit.prove;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Optional;
import sit.limits.Limits;

/**
 * A linear program in floating point: minimise a linear function of unknowns in {@code [-bound, bound]} under linear rows. The solver
 * is OR-Tools' GLOP, the only place that knows of it.
 *
 * <p>It was chosen by trial on complete Shannon programs, which are highly degenerate. With 8 variables (1,800 rows, 255 unknowns;
 * Massey's inequality, Han's, a chain, a random sum) ojAlgo's solver took 100 to 500 times as long, and Hipparchus' dense tableau,
 * already 25 to 50 times slower than GLOP at 6 variables, did not end within a minute; at 10 variables (11,530 rows) GLOP needs five times
 * what it needs at 8. The price is half a second for unpacking native code on first use, 40 ms where {@code java.library.path}
 * names a folder in which it lies unpacked.
 */
final class LinearProgram implements AutoCloseable {
  private static final double SLICE_SECONDS = 1;

  private final MPSolver solver;
  private final MPVariable[] unknowns;

  /**
   * An optimum: the unknowns, for each row in the order added its multiplier, and the largest reduced cost of an unknown, which is
   * zero where the rows alone, without the bounds, make up the objective.
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
   * @throws sit.limits.LimitReached if time is over
   */
  Optional<Solution> solve(Limits limits) {
    while (true) {
      limits.check();
      // in slices, so that a person who cancels is heard; the solver goes on from the basis it has
      double seconds = Math.min(SLICE_SECONDS, limits.secondsLeft());
      solver.setTimeLimit((long) Math.max(1, seconds * 1000));
      MPSolver.ResultStatus status = solver.solve();
      if (status == MPSolver.ResultStatus.OPTIMAL) {
        return Optional.of(solution());
      }
      if (status != MPSolver.ResultStatus.NOT_SOLVED && status != MPSolver.ResultStatus.FEASIBLE) {
        return Optional.empty();
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
