package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.FieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.process.EntropyRate;
import sit.numeric.process.Letter;
import sit.numeric.process.Pattern;

/**
 * Limits of conditional entropies of Gaussian processes given longer and longer prefixes.
 *
 * <p>From the stationary law of the state the entropy falls to the limit, from a state that is
 * known it rises to it (Cover and Thomas, theorem 4.5.1, whose proof needs no finite alphabet): the
 * two recursions of Riccati close in on it. Where the recursion comes to rest in fractions, the
 * limit is exact. What is outside of time adds the logarithm of the horizon at most, and nothing to
 * a limit per letter: it is taken to be known.
 */
final class Limit {
  private static final int MOST_STEPS = 200_000;
  private static final double CLOSE = 1e-15;
  private static final double STABLE = 1 - 1e-9;
  private static final int SQUARINGS = 60;

  private final GaussianProcess law;
  private final Pattern pattern;
  private final List<List<Letter>> asked;
  private final Limits limits;
  private final int time;

  Limit(GaussianProcess law, Pattern pattern, List<List<Letter>> asked, Limits limits) {
    this.law = law;
    this.pattern = pattern;
    this.asked = asked;
    this.limits = limits;
    // far from the beginning, every letter that is looked at is there
    this.time = law.steady().orElseThrow() + 4096;
  }

  EntropyRate.Rate find() {
    States<Dfp> states = states(Numbers.decimal());
    States.Step<Dfp> step = states.step(time);
    requireStable(step.matrix());
    Optional<LogSum> exact = law.error() == 0 ? exact() : Optional.empty();
    if (exact.isPresent()) {
      double value = exact.get().toDecimal(new java.math.MathContext(18)).doubleValue();
      return new EntropyRate.Rate(Math.nextDown(value), Math.nextUp(value), exact);
    }
    try {
      return between(states, step);
    } catch (Degenerate e) {
      throw e.atAnyTime();
    }
  }

  private <T extends FieldElement<T>> States<T> states(Numbers<T> numbers) {
    return new States<>(law, numbers, law.looked(pattern, asked));
  }

  /** The variances that letters have left in one step: those shown, or those asked for. */
  private <T extends FieldElement<T>> List<T> variances(
      States<T> states, States.Step<T> step, Filter<T> filter, double[] scales) {
    filter.step(step);
    List<T> shown = law.see(states, filter, law.shown(pattern), time, scales);
    return asked.isEmpty() ? shown : law.see(states, filter.copy(), asked.get(0), time, scales);
  }

  private double[] scales(List<Double> variances) {
    double[] scales = new double[law.names().size()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = variances.get(i);
    }
    return scales;
  }

  /** The recursion in fractions, from a state that is known. */
  private Optional<LogSum> exact() {
    States<BigFraction> states = states(Numbers.exact());
    States.Step<BigFraction> step = states.step(time);
    Filter<BigFraction> filter =
        new Filter<>(
            states.numbers(), stationary(states, step).orElseGet(() -> states.beginning(true)));
    double[] scales = new double[law.names().size()];
    for (int k = 0; k < states.size(); k++) {
      known(states, step, filter);
    }
    for (int k = 0; k < states.size() + 4; k++) {
      limits.check();
      BigFraction[][] before = filter.covariance();
      List<BigFraction> variances;
      try {
        variances = variances(states, step, filter, scales);
      } catch (Degenerate e) {
        return Optional.empty();
      }
      if (java.util.Arrays.deepEquals(before, filter.covariance())) {
        List<Rational> rational = new ArrayList<>();
        variances.forEach(v -> rational.add(Numbers.rational(v)));
        return Optional.of(Filter.entropy(rational));
      }
    }
    return Optional.empty();
  }

  /**
   * The stationary covariance, where nothing is ever seen: the solution of {@code P = A P A' + Q},
   * which is linear.
   */
  private Optional<BigFraction[][]> stationary(
      States<BigFraction> states, States.Step<BigFraction> step) {
    boolean hidden = pattern.delays().stream().allMatch(d -> d == Pattern.HIDDEN);
    return hidden ? Lyapunov.solve(states.numbers(), step, limits) : Optional.empty();
  }

  private EntropyRate.Rate between(States<Dfp> states, States.Step<Dfp> step) {
    Dfp[][] stationary = Lyapunov.doubled(states.numbers(), step, limits);
    List<Double> variances = new ArrayList<>();
    for (int i = 0; i < law.names().size(); i++) {
      variances.add(stationary[states.place(i, 0)][states.place(i, 0)].getReal());
    }
    double[] scales = scales(variances);
    Filter<Dfp> above = new Filter<>(states.numbers(), stationary);
    Filter<Dfp> below = new Filter<>(states.numbers(), states.beginning(true));
    double lower = Double.NEGATIVE_INFINITY;
    double upper = Double.POSITIVE_INFINITY;
    for (int k = 0; k < MOST_STEPS; k++) {
      limits.check();
      upper = sum(variances(states, step, above, scales));
      lower = k < states.size() ? lower : Math.max(lower, lower(states, step, below, scales));
      if (k < states.size()) {
        known(states, step, below);
      }
      if (upper - lower <= CLOSE * Math.max(1, Math.abs(upper))) {
        break;
      }
    }
    double slack = 32 * 0x1p-53 * (1 + Math.abs(upper)) + 256 * law.error();
    double factor = 1 / Math.log(2);
    return new EntropyRate.Rate(
        (Math.min(lower, upper) - slack) * factor,
        (Math.max(lower, upper) + slack) * factor,
        Optional.empty());
  }

  /** A step from a known state, in which nothing is seen yet: it is known up to the noise. */
  private <T extends FieldElement<T>> void known(
      States<T> states, States.Step<T> step, Filter<T> filter) {
    filter.step(step);
    for (Letter letter : law.shown(pattern)) {
      int place = states.place(letter.process(), letter.lag());
      if (filter.variance(place).getReal() > 0) {
        filter.see(place);
      }
    }
  }

  private double lower(
      States<Dfp> states, States.Step<Dfp> step, Filter<Dfp> filter, double[] scales) {
    try {
      return sum(variances(states, step, filter, scales));
    } catch (Degenerate e) {
      return Double.NEGATIVE_INFINITY;
    }
  }

  private static double sum(List<Dfp> variances) {
    double sum = 0;
    for (Dfp variance : variances) {
      sum += Filter.entropy(variance.getReal());
    }
    return sum;
  }

  /** What the processes were has to be forgotten: all eigenvalues are inside the unit circle. */
  private void requireStable(Dfp[][] matrix) {
    int n = matrix.length - law.outside().size();
    double[][] power = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        power[i][j] = matrix[i][j].getReal();
      }
    }
    double largest = growth(power);
    if (largest >= STABLE) {
      throw new Unstable(largest);
    }
  }

  /**
   * The largest modulus of an eigenvalue, as the limit of the k-th root of the norm of the k-th
   * power (Gelfand 1941); the power is squared again and again, and its norm taken out.
   */
  private static double growth(double[][] matrix) {
    RealMatrix power = MatrixUtils.createRealMatrix(matrix);
    double logarithm = 0;
    for (int k = 0; k < SQUARINGS; k++) {
      double norm = power.getNormInfty();
      if (norm == 0) {
        return 0;
      }
      logarithm += Math.log(norm) * Math.scalb(1, -k);
      power = power.scalarMultiply(1 / norm);
      power = power.multiply(power);
    }
    return Math.exp(logarithm);
  }
}
