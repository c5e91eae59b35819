package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/** Tells bounds that no kernels keep together from bounds that were only not met closely enough. */
final class Feasibility {
  private static final double NEGLIGIBLE = 1e-9;

  private Feasibility() {}

  /** By a linear program: the least sum of what the bounds are exceeded by. */
  static Impossible.Reason reason(Program program) {
    Decisions decisions = program.decisions();
    int[] first = new int[decisions.count() + 1];
    for (int i = 0; i < decisions.count(); i++) {
      first[i + 1] = first[i] + decisions.entries(i);
    }
    int entries = first[decisions.count()];
    int bounds = program.bounds().size();
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < decisions.count(); i++) {
      for (int view = 0; view < decisions.views(i); view++) {
        double[] row = new double[entries + 2 * bounds];
        for (int a = 0; a < decisions.actions(i); a++) {
          row[first[i] + view * decisions.actions(i) + a] = 1;
        }
        if (i > 0) {
          row[first[i - 1] + decisions.before(i, view)] = -1;
        }
        constraints.add(new LinearConstraint(row, Relationship.EQ, i == 0 ? 1 : 0));
      }
    }
    double[] excess = new double[entries + 2 * bounds];
    for (int k = 0; k < bounds; k++) {
      Bound bound = program.bounds().get(k);
      if (!bound.isLinear()) {
        continue;
      }
      double[] row = new double[excess.length];
      System.arraycopy(bound.cost(), 0, row, first[decisions.count() - 1], bound.cost().length);
      row[entries + 2 * k] = -1;
      row[entries + 2 * k + 1] = bound.equal() ? 1 : 0;
      excess[entries + 2 * k] = 1;
      excess[entries + 2 * k + 1] = 1;
      Relationship relation = bound.equal() ? Relationship.EQ : Relationship.LEQ;
      constraints.add(new LinearConstraint(row, relation, bound.bound()));
    }
    try {
      double least =
          new SimplexSolver()
              .optimize(
                  new LinearObjectiveFunction(excess, 0),
                  new LinearConstraintSet(constraints),
                  GoalType.MINIMIZE,
                  new NonNegativeConstraint(true))
              .getValue();
      return least > NEGLIGIBLE ? Impossible.Reason.INFEASIBLE : Impossible.Reason.UNSOLVED;
    } catch (MathIllegalStateException e) {
      return Impossible.Reason.UNSOLVED;
    }
  }
}
