package sit.numeric.optimum;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import sit.limits.Limits;
import sit.numeric.Rows;

/**
 * Newton's steps from inside for a program in the law of its outputs, and in the multipliers of its
 * bounds: the saddle point of {@code -sum_v r_v ln Z_v + sum q - sum s_k b_k}, least in {@code q >=
 * 0} and largest in s. A step solves one system of as many unknowns as there are outputs, where the
 * program has as many unknowns as there are entries of the kernel.
 */
final class OutputNewton {
  private static final int MOST_STEPS = 100;
  private static final double SHARE = 0.99;
  private static final double FALL = 0.1;
  private static final double RIDGE = 1e-14;
  private static final double LEAST = 1e-60;

  private final Program program;
  private final OutputForm form;
  private final Incumbent incumbent;
  private final Limits limits;
  private final boolean[] equal;
  private final int outputs;
  private final int count;

  private final double[] q;
  private final double[] z;
  private final double[] s;
  private final double[] t;

  OutputNewton(Program program, OutputForm form, Incumbent incumbent, Limits limits) {
    this.program = program;
    this.form = form;
    this.incumbent = incumbent;
    this.limits = limits;
    this.outputs = form.outputs();
    this.count = program.bounds().size();
    this.equal = OutputForm.equal(program.bounds());
    this.q = new double[outputs];
    this.z = new double[outputs];
    this.s = new double[count];
    this.t = new double[count];
  }

  /** Steps until the bounds are near, or no step brings them nearer. */
  void run(double[][] start, double gap) {
    start(start);
    double before = Double.POSITIVE_INFINITY;
    int worse = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      limits.check();
      OutputForm.At at = form.at(q, s, limits);
      note();
      double distance = incumbent.upper() - incumbent.lower();
      worse = distance < 0.9 * before || !Double.isFinite(distance) ? 0 : worse + 1;
      before = Math.min(before, distance);
      if (distance <= 0.1 * gap || worse > (distance < 1e-6 ? 2 : 20) || !advance(at)) {
        return;
      }
    }
  }

  private void note() {
    double[] multipliers = new double[count];
    for (int k = 0; k < count; k++) {
      multipliers[k] = form.perBit(s[k]);
    }
    incumbent.note(program.at(form.kernels(q, s)), multipliers);
  }

  /** From the law of outputs of kernels, and the multipliers of which the first bound is met. */
  private void start(double[][] kernels) {
    double[] law = form.law(kernels);
    for (int b = 0; b < outputs; b++) {
      q[b] = Math.max(law[b], 1e-3 / outputs);
    }
    double[] sizes = form.sizes();
    for (int k = 0; k < count; k++) {
      s[k] = equal[k] ? 0 : 1e-3 / Math.max(sizes[k], 1e-300);
    }
    if (count == 1) {
      slope(sizes[0]);
    }
    OutputForm.At at = form.at(q, s, limits);
    for (int b = 0; b < outputs; b++) {
      z[b] = Math.max(1 - at.tilts()[b], 0.1);
    }
    for (int k = 0; k < count; k++) {
      double size = 1e-3 * (sizes[k] + Math.abs(program.bounds().get(k).bound()));
      t[k] = Math.max(program.bounds().get(k).bound() - at.means()[k], size);
    }
  }

  /** Doubles and halves the multiplier until the bound is met. */
  private void slope(double size) {
    double bound = program.bounds().get(0).bound();
    double low = s[0];
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 40 && high > 1.1 * low; i++) {
      double middle = Double.isInfinite(high) ? low * 4 : Math.sqrt(low * high);
      if (equal[0] && low == 0) {
        return;
      }
      if (middle * size > 1e6) {
        break;
      }
      s[0] = middle;
      if (form.at(q, s, limits).means()[0] > bound) {
        low = middle;
      } else {
        high = middle;
      }
    }
    s[0] = Double.isInfinite(high) ? low : high;
  }

  private boolean advance(OutputForm.At at) {
    double mu = 0;
    int pairs = outputs;
    for (int b = 0; b < outputs; b++) {
      mu += q[b] * z[b];
    }
    for (int k = 0; k < count; k++) {
      mu += equal[k] ? 0 : s[k] * t[k];
      pairs += equal[k] ? 0 : 1;
    }
    mu *= FALL / pairs;
    double[] right = new double[outputs];
    for (int b = 0; b < outputs; b++) {
      right[b] = at.tilts()[b] - 1 + mu / q[b];
    }
    DecompositionSolver solver = solver(at);
    if (solver == null) {
      return false;
    }
    double[] plain = solver.solve(new ArrayRealVector(right, false)).toArray();
    double[] ds = multipliers(at, mu, solver, plain);
    if (ds == null) {
      return false;
    }
    double[] dq = plain;
    for (int k = 0; k < count; k++) {
      double[] along = solver.solve(new ArrayRealVector(at.turns()[k], false)).toArray();
      for (int b = 0; b < outputs; b++) {
        dq[b] -= along[b] * ds[k];
      }
    }
    double[] dz = new double[outputs];
    for (int b = 0; b < outputs; b++) {
      dz[b] = (mu - z[b] * dq[b]) / q[b] - z[b];
    }
    double[] dt = new double[count];
    double[] inside = s.clone();
    for (int k = 0; k < count; k++) {
      if (equal[k]) {
        inside[k] = Double.POSITIVE_INFINITY; // may be of either sign
        t[k] = 1;
      } else {
        dt[k] = (mu - t[k] * ds[k]) / s[k] - t[k];
      }
    }
    double length =
        Math.min(Math.min(room(q, dq), room(z, dz)), Math.min(room(inside, ds), room(t, dt)));
    move(q, dq, length);
    move(z, dz, length);
    move(s, ds, length);
    move(t, dt, length);
    for (int b = 0; b < outputs; b++) {
      q[b] = Math.max(q[b], LEAST);
    }
    return length > 1e-10;
  }

  /** The change of the multipliers, from the means that they have to bring to their bounds. */
  private double[] multipliers(
      OutputForm.At at, double mu, DecompositionSolver solver, double[] plain) {
    double[][] matrix = new double[count][count];
    double[] right = new double[count];
    for (int k = 0; k < count; k++) {
      double[] along = solver.solve(new ArrayRealVector(at.turns()[k], false)).toArray();
      for (int l = 0; l < count; l++) {
        matrix[l][k] = at.spreads()[l][k] + dot(at.turns()[l], along);
      }
      double lag = at.means()[k] - program.bounds().get(k).bound();
      right[k] = lag + dot(at.turns()[k], plain);
      if (!equal[k]) {
        matrix[k][k] += t[k] / s[k];
        right[k] += mu / s[k];
      }
    }
    if (count == 0) {
      return right;
    }
    for (int k = 0; k < count; k++) {
      matrix[k][k] += 1e-14 * matrix[k][k] + Double.MIN_NORMAL;
    }
    try {
      return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0)
          .getSolver()
          .solve(new ArrayRealVector(right, false))
          .toArray();
    } catch (MathIllegalArgumentException e) {
      return null;
    }
  }

  /** Of {@code sum_v r_v A_v A_v' / Z_v^2} with {@code z/q} on the diagonal. */
  private DecompositionSolver solver(OutputForm.At at) {
    double[][] columns = Rows.transposed(at.rows());
    double[][] matrix = new double[outputs][outputs];
    for (int b = 0; b < outputs; b++) {
      limits.check();
      Rows.combine(columns[b], at.rows(), matrix[b]);
    }
    double[] diagonal = new double[outputs];
    for (int b = 0; b < outputs; b++) {
      diagonal[b] = matrix[b][b];
      matrix[b][b] += z[b] / q[b];
      for (int c = 0; c < b; c++) {
        matrix[b][c] = matrix[c][b];
      }
    }
    for (double ridge = RIDGE; ridge < 1e-7; ridge *= 100) {
      for (int b = 0; b < outputs; b++) {
        matrix[b][b] += ridge * diagonal[b];
      }
      try {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-6, 0)
            .getSolver();
      } catch (MathIllegalArgumentException e) {
        limits.check(); // rounding took its positivity: once more with a little more
      }
    }
    return null;
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
