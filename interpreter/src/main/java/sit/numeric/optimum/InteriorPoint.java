package sit.numeric.optimum;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import sit.limits.Limits;

/**
 * Newton's steps from inside for a convex program: the primal-dual method for the weights of all
 * entries, which are linear in one another view by view, and the slacks of the bounds. It needs no
 * guess which actions are used, and ends within tens of steps however flat the program is.
 */
final class InteriorPoint {
  private static final int MOST_STEPS = 120;
  private static final double SHARE = 0.99;
  private static final double FALL = 0.15;

  /** What rounding took from the curvature is put back, as a share of it, until a step is found. */
  private static final double RIDGE = 1e-15;

  private static final double MOST_RIDGE = 1e-7;

  private final Program program;
  private final Decisions decisions;
  private final Incumbent incumbent;
  private final Limits limits;
  private final int[] first;
  private final int all;
  private final double[][] equalities;
  private final double[] sides;
  private final double[][] atMost;
  private final double[] most;
  private final int[] boundOf;
  private final Bound[] curved;
  private final int last;
  private final int views;

  InteriorPoint(Program program, Incumbent incumbent, Limits limits) {
    this.program = program;
    this.decisions = program.decisions();
    this.incumbent = incumbent;
    this.limits = limits;
    this.first = new int[decisions.count() + 1];
    for (int i = 0; i < decisions.count(); i++) {
      first[i + 1] = first[i] + decisions.entries(i);
    }
    this.all = first[decisions.count()];
    this.views = decisions.allViews();
    int equal = (int) program.bounds().stream().filter(Bound::equal).count();
    int less = program.bounds().size() - equal;
    this.equalities = new double[views + equal][all];
    this.sides = new double[views + equal];
    this.atMost = new double[less][all];
    this.most = new double[less];
    this.curved = new Bound[less];
    this.boundOf = new int[program.bounds().size()];
    int row = 0;
    for (int i = 0; i < decisions.count(); i++) {
      for (int view = 0; view < decisions.views(i); view++) {
        int from = first[i] + view * decisions.actions(i);
        Arrays.fill(equalities[row], from, from + decisions.actions(i), 1);
        if (i == 0) {
          sides[row] = 1;
        } else {
          equalities[row][first[i - 1] + decisions.before(i, view)] = -1;
        }
        row++;
      }
    }
    this.last = first[decisions.count() - 1];
    int inequality = 0;
    for (int k = 0; k < boundOf.length; k++) {
      Bound bound = program.bounds().get(k);
      double[] target = bound.equal() ? equalities[row] : atMost[inequality];
      System.arraycopy(bound.cost(), 0, target, last, bound.cost().length);
      if (bound.equal()) {
        boundOf[k] = row;
        sides[row++] = bound.bound();
      } else {
        boundOf[k] = inequality;
        curved[inequality] = bound;
        most[inequality++] = bound.bound();
      }
    }
  }

  /** How many numbers the largest matrix of a step has. */
  static double cells(Program program) {
    double entries = 0;
    for (int i = 0; i < program.decisions().count(); i++) {
      entries += program.decisions().entries(i);
    }
    return entries * entries;
  }

  /** Steps from kernels until the bounds are near, or no step can be taken. */
  void run(double[][] start, double gap) {
    State now = new State(start);
    double before = Double.POSITIVE_INFINITY;
    int worse = 0;
    for (int step = 0; step < MOST_STEPS && !incumbent.isWithin(gap); step++) {
      limits.check();
      if (!now.advance()) {
        return;
      }
      Program.Point point = now.point();
      incumbent.note(point, now.multipliers());
      // outcomes that vanish have conditional laws that only a tilt makes those of the optimum
      double[] slope = program.slope(point, now.multipliers());
      double length = 1 / Math.max(program.curvature(), 1e-12);
      double[][] tilted = decisions.tilted(point.kernels(), slope, length, 1e-200);
      incumbent.lower(program.at(tilted), now.multipliers());
      double distance = incumbent.upper() - incumbent.lower();
      worse = distance < before * 0.99 ? 0 : worse + 1;
      before = Math.min(before, distance);
      if (worse > 25) {
        return;
      }
    }
  }

  /** Weights, slacks and multipliers. */
  private final class State {
    private final double[] u;
    private final double[] z;
    private final double[] nu;
    private final double[] w;
    private final double[] y;
    private Program.Point point;

    State(double[][] kernels) {
      u = new double[all];
      z = new double[all];
      nu = new double[sides.length];
      w = new double[most.length];
      y = new double[most.length];
      double[][] weights = decisions.weights(kernels);
      for (int i = 0; i < weights.length; i++) {
        for (int e = 0; e < weights[i].length; e++) {
          int a = first[i] + e;
          u[a] = Math.max(weights[i][e], 1e-6 / decisions.actions(i));
          double reach = decisions.reach(i, e / decisions.actions(i));
          z[a] = 0.1 * Math.max(reach, 1e-9);
        }
      }
      for (int k = 0; k < w.length; k++) {
        double size = 1e-3 + Math.abs(most[k]);
        w[k] = Math.max(most[k] - dot(atMost[k], u), 0.1 * size);
        y[k] = 0.1 / size;
      }
      point = program.at(kernels());
    }

    Program.Point point() {
      return point;
    }

    double[] multipliers() {
      double[] multipliers = new double[boundOf.length];
      for (int k = 0; k < multipliers.length; k++) {
        boolean equal = program.bounds().get(k).equal();
        multipliers[k] = equal ? -nu[boundOf[k]] : y[boundOf[k]];
      }
      return multipliers;
    }

    private double[][] kernels() {
      double[][] kernels = new double[decisions.count()][];
      for (int i = 0; i < kernels.length; i++) {
        int actions = decisions.actions(i);
        kernels[i] = new double[decisions.entries(i)];
        for (int from = 0; from < kernels[i].length; from += actions) {
          double sum = 0;
          for (int e = from; e < from + actions; e++) {
            sum += u[first[i] + e];
          }
          for (int e = from; e < from + actions; e++) {
            kernels[i][e] = Math.max(1e-100, u[first[i] + e] / sum);
          }
        }
      }
      return kernels;
    }

    /** One step; false if none can be taken. */
    boolean advance() {
      for (int k = 0; k < boundOf.length; k++) {
        if (!program.bounds().get(k).isLinear()) {
          System.arraycopy(point.bounded()[k], 0, atMost[boundOf[k]], last, all - last);
        }
      }
      double complementarity = dot(u, z) + dot(w, y);
      double mu = FALL * complementarity / (all + w.length);
      double[] right = new double[all];
      for (int a = 0; a < all; a++) {
        double slope = a >= last ? point.slope()[a - last] : 0;
        double stationary = slope;
        for (int k = 0; k < w.length; k++) {
          stationary += atMost[k][a] * y[k];
        }
        right[a] = stationary;
      }
      for (int r = 0; r < equalities.length; r++) {
        for (int a = 0; a < all; a++) {
          right[a] -= equalities[r][a] * nu[r];
        }
      }
      // right holds the stationarity but for z, which the step eliminates
      for (int a = 0; a < all; a++) {
        right[a] = -right[a] + mu / u[a];
      }
      double[][] matrix = new double[all][all];
      Curvature.add(program.pieces(), 1, point, matrix, last);
      for (int k = 0; k < w.length; k++) {
        Curvature.add(curved[k].pieces(), y[k], point, matrix, last);
      }
      double[] ratio = new double[w.length];
      double[] lag = new double[w.length];
      for (int k = 0; k < w.length; k++) {
        ratio[k] = y[k] / w[k];
        double residual = dot(atMost[k], u) + w[k] - most[k];
        lag[k] = mu / w[k] - y[k] + ratio[k] * residual;
        for (int a = last; a < all; a++) {
          double factor = atMost[k][a];
          if (factor == 0) {
            continue;
          }
          right[a] -= factor * lag[k];
          for (int b = last; b < all; b++) {
            matrix[a][b] += factor * ratio[k] * atMost[k][b];
          }
        }
      }
      double[] diagonal = new double[all];
      for (int a = 0; a < all; a++) {
        diagonal[a] = matrix[a][a];
        matrix[a][a] += z[a] / u[a];
        for (int b = 0; b < a; b++) {
          matrix[a][b] = matrix[b][a];
        }
      }
      double[] du = new double[all];
      double[] dnu = new double[nu.length];
      boolean solved = false;
      for (double ridge = RIDGE; ridge < MOST_RIDGE && !solved; ridge *= 100) {
        for (int a = 0; a < all; a++) {
          matrix[a][a] += ridge * diagonal[a];
        }
        solved = solve(matrix, right, du, dnu);
      }
      if (!solved) {
        return false;
      }
      double[] dz = new double[all];
      for (int a = 0; a < all; a++) {
        dz[a] = (mu - z[a] * du[a]) / u[a] - z[a];
      }
      double[] dw = new double[w.length];
      double[] dy = new double[w.length];
      for (int k = 0; k < w.length; k++) {
        double residual = dot(atMost[k], u) + w[k] - most[k];
        dw[k] = -residual - dot(atMost[k], du);
        dy[k] = (mu - y[k] * dw[k]) / w[k] - y[k];
      }
      double length = Math.min(room(u, du), room(w, dw));
      double dual = Math.min(room(z, dz), room(y, dy));
      double step = Math.min(length, dual);
      move(u, du, step);
      move(w, dw, step);
      move(z, dz, step);
      move(y, dy, step);
      move(nu, dnu, step);
      point = program.at(kernels());
      return step > 1e-10 && Double.isFinite(point.value());
    }

    /** The change of the weights that keeps the equalities, and of their multipliers. */
    private boolean solve(double[][] matrix, double[] right, double[] du, double[] dnu) {
      try {
        DecompositionSolver solver =
            new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-6, 0).getSolver();
        int rows = equalities.length;
        double[][] columns = new double[all][rows];
        for (int r = 0; r < rows; r++) {
          for (int a = 0; a < all; a++) {
            columns[a][r] = equalities[r][a];
          }
        }
        RealMatrix solved = solver.solve(new Array2DRowRealMatrix(columns, false));
        RealVector plain = solver.solve(new ArrayRealVector(right, false));
        double[][] schur = new double[rows][rows];
        double[] need = new double[rows];
        double[][] of = ((Array2DRowRealMatrix) solved).getDataRef();
        for (int r = 0; r < rows; r++) {
          need[r] = sides[r] - dot(equalities[r], u);
          for (int a = 0; a < all; a++) {
            double factor = equalities[r][a];
            if (factor != 0) {
              need[r] -= factor * plain.getEntry(a);
              for (int c = 0; c < rows; c++) {
                schur[r][c] += factor * of[a][c];
              }
            }
          }
        }
        for (int r = 0; r < rows; r++) {
          for (int c = 0; c < r; c++) {
            schur[r][c] = schur[c][r];
          }
        }
        double[] change =
            new CholeskyDecomposition(new Array2DRowRealMatrix(schur, false), 1e-6, 0)
                .getSolver()
                .solve(new ArrayRealVector(need, false))
                .toArray();
        System.arraycopy(change, 0, dnu, 0, rows);
        for (int a = 0; a < all; a++) {
          du[a] = plain.getEntry(a) + dot(of[a], change);
        }
        return true;
      } catch (MathIllegalArgumentException e) {
        return false; // not positive definite any more: rounding has the last word
      }
    }
  }

  private static double room(double[] values, double[] changes) {
    double length = 1;
    for (int i = 0; i < values.length; i++) {
      if (changes[i] < 0) {
        length = Math.min(length, -SHARE * values[i] / changes[i]);
      }
    }
    return length;
  }

  private static void move(double[] values, double[] changes, double length) {
    for (int i = 0; i < values.length; i++) {
      values[i] += length * changes[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
