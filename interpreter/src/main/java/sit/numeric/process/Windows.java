package sit.numeric.process;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sit.limits.Limits;

/**
 * Entropies given all that was seen, between those given only the last letters of it and those
 * given these and the state before them: {@code H(Y_n | Y^(n-1), S_0) <= h <= H(Y_n | Y^(n-1))} for
 * the stationary law of the state (Cover and Thomas, theorem 4.5.1).
 */
final class Windows {
  private static final int LONGEST = 1 << 13;
  private static final double MOST_STEPS = 1e8;

  private final Steps steps;
  private final int questions;
  private final int steady;
  private final int count;
  private final double slack;
  private final Limits limits;

  /**
   * Entropies in bits between bounds: of what is seen next, then of each question.
   *
   * @param length how many times the windows are long
   */
  record Range(double[] lower, double[] upper, int length) {}

  /**
   * @param steady from when on all times are alike
   */
  Windows(States chain, Labels shown, List<Labels> questions, int steady, Limits limits) {
    this.steps = new Steps(chain, shown, questions, steady);
    this.questions = questions.size();
    this.steady = steady;
    this.count = chain.count();
    this.slack = slack(chain, shown, questions);
    this.limits = limits;
  }

  /** By how many bits a step of merged pasts may be off, by rounding and by what was given. */
  static double slack(States chain, Labels shown, List<Labels> questions) {
    double labels = shown.count();
    for (Labels asked : questions) {
      labels = Math.max(labels, asked.count());
    }
    double relative = (4 * labels + chain.count() + 24) * 0x1p-53 + chain.law().relativeError();
    return relative * (Math.log(labels) / Math.log(2) + 1);
  }

  /**
   * Bounds for the stationary process.
   *
   * @param stationary the law of the state
   * @param question what has to be known to a width: 0 for what is seen, else a question's place
   *     from 1 on; negative for all
   */
  Range find(Map<Integer, Double> stationary, double width, int question) {
    MergedPasts above = new MergedPasts(steps, questions, limits);
    above.add(stationary, 1);
    MergedPasts below = new MergedPasts(steps, questions, limits);
    stationary.forEach((state, mass) -> below.add(Map.of(state, 1.0), mass));
    double[] lower = new double[questions + 1];
    double[] upper = new double[questions + 1];
    java.util.Arrays.fill(upper, Double.POSITIVE_INFINITY);
    double work = 0;
    for (int length = 1; ; length++) {
      work += (double) (above.size() + below.size()) * count * 8;
      above.draw(steady);
      below.draw(steady);
      double widening = slack * length;
      for (int k = 0; k <= questions; k++) {
        upper[k] = Math.min(upper[k], value(above, k) + widening);
        lower[k] = Math.max(lower[k], value(below, k) - below.loss() - widening);
      }
      double gap =
          IntStream.rangeClosed(0, questions)
              .filter(k -> question < 0 || k == question)
              .mapToDouble(k -> upper[k] - lower[k])
              .max()
              .orElse(0);
      boolean worn = below.loss() > gap;
      if (gap <= Math.max(width, 4 * widening) || worn || length == LONGEST || work > MOST_STEPS) {
        return new Range(lower, upper, length);
      }
    }
  }

  private static double value(MergedPasts pasts, int question) {
    return question == 0 ? pasts.entropy() : pasts.asked(question - 1);
  }
}
