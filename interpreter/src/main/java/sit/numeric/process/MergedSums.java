package sit.numeric.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.numeric.Bounded;
import sit.numeric.Scalar;

/**
 * Entropies of prefixes, summed over time, where what is seen does not reveal the state.
 *
 * <p>Pasts are merged where they lead to nearly one belief. Once the law of the state has settled,
 * all later times are bounded at once, by windows of letters under the stationary law.
 */
final class MergedSums {
  /** How closely each later term is to be known, in bits. */
  private static final double WIDTH = 1e-11;

  private static final double SETTLED = 1e-13;

  /** After so many pasts it is asked how many more there will be. */
  private static final double FEW_PASTS = 5e5;

  private static final double MOST_PASTS = 1e8;

  private final States chain;
  private final Labels shown;
  private final List<Labels> questions;
  private final Limits limits;
  private final MergedPasts pasts;
  private final Steps steps;
  private final double slack;
  private final double unit;
  private final int steady;
  private double unsettled = 1;
  private int unsettledAt;
  private double settling = Double.POSITIVE_INFINITY;
  private final Span block = new Span();
  private final Span[] sums;
  private final Bounded[] last;

  /** A sum of numbers between bounds. */
  private static final class Span {
    private final sit.numeric.CompensatedSum lower = new sit.numeric.CompensatedSum();
    private final sit.numeric.CompensatedSum upper = new sit.numeric.CompensatedSum();

    void add(double low, double high) {
      lower.add(low);
      upper.add(high);
    }

    Bounded bounded() {
      return between(lower.value(), upper.value());
    }
  }

  MergedSums(States chain, Labels shown, List<Labels> questions, int horizon, Limits limits) {
    this.chain = chain;
    this.shown = shown;
    this.questions = questions;
    this.limits = limits;
    this.steps = new Steps(chain, shown, questions, horizon);
    this.pasts = new MergedPasts(steps, questions.size(), limits);
    this.slack = Windows.slack(chain, shown, questions);
    this.unit = (chain.count() + 2) * 0x1p-53 + chain.law().relativeError();
    this.steady = Steps.steady(chain, shown, questions);
    this.sums = new Span[questions.size()];
    Arrays.setAll(sums, k -> new Span());
    this.last = new Bounded[questions.size()];
  }

  /** Adds a past: its belief, times how likely it is. */
  void add(Map<Integer, Double> belief, double weight) {
    pasts.add(belief, weight);
  }

  /** The entropy of what is seen, in bits. */
  Bounded block() {
    return block.bounded();
  }

  /** The sum over the times of the entropy of what is asked. */
  Bounded sum(int question) {
    return sums[question].bounded();
  }

  /** The entropy of what is asked at the horizon. */
  Bounded last(int question) {
    return last[question];
  }

  private static Bounded between(double lower, double upper) {
    double middle = (lower + upper) / 2;
    return new Bounded(middle, (upper - lower) / 2 + 2 * Math.ulp(middle));
  }

  /**
   * Adds up the entropies of the times up to a horizon.
   *
   * @param start the time of the letters that are drawn next
   * @param from the first time whose questions count
   * @param before how many steps were rounded before
   * @throws TooManyPasts if the law of the state does not settle in any time that is reasonable
   */
  void run(int start, int from, int horizon, int before) {
    Optional<Map<Integer, Double>> stationary = stationary();
    int stop = horizon;
    int check = Math.max(start, steady);
    unsettledAt = start - 1;
    double lost = 0;
    double spent = 0;
    Later later = null;
    for (int time = start; time <= stop; time++) {
      spent += pasts.size();
      double left = later == null ? Math.min(stop, settling) - time : 0;
      if (spent > FEW_PASTS && Math.min(pasts.size(), 2e3) * left > MOST_PASTS) {
        throw new TooManyPasts(pasts.size() * left);
      }
      pasts.draw(time);
      double rounding = slack * (time - start + 1.0 + before);
      block.add(pasts.entropy() - rounding - (pasts.loss() - lost), pasts.entropy() + rounding);
      lost = pasts.loss();
      for (int k = 0; k < sums.length; k++) {
        double value = pasts.asked(k);
        last[k] = between(Math.max(0, value - rounding - lost), value + rounding);
        if (time >= from) {
          sums[k].add(value - rounding - lost, value + rounding);
        }
      }
      if (time >= check && time < horizon && later == null && stationary.isPresent()) {
        later = later(stationary.get(), time, unit * (time - start + 1.0 + before));
        check = time + 1 + (time - start) / 4;
        stop = later == null ? horizon : (int) Math.min(horizon, (long) time + later.length - 1);
      }
    }
    if (stop < horizon) {
      double times = horizon - (double) stop;
      block.add(times * later.lower[0], times * later.upper[0]);
      for (int k = 0; k < sums.length; k++) {
        last[k] = between(later.lower[k + 1], later.upper[k + 1]);
        double counted = Math.min(times, horizon - Math.max(from, 0) + 1.0);
        sums[k].add(counted * later.lower[k + 1], counted * later.upper[k + 1]);
      }
    }
  }

  private Optional<Map<Integer, Double>> stationary() {
    try {
      Map<Integer, Double> law = new TreeMap<>();
      for (Map.Entry<Integer, Rational> entry : StationaryLaw.of(chain, false, limits).entrySet()) {
        if (!entry.getValue().isZero()) {
          law.put(entry.getKey(), Scalar.exact(entry.getValue()).value());
        }
      }
      return Optional.of(law);
    } catch (LimitReached e) {
      limits
          .check(); // if it was the time; else the chain is too large and is followed step by step
      return Optional.empty();
    }
  }

  /** Bounds of each term from now on, and how many letters they look back at. */
  private record Later(double[] lower, double[] upper, int length) {}

  /**
   * Where the law p of the state is {@code (1 - a) s + a r} with s stationary, so it is from now
   * on. An entropy given the state is linear in its law, one given letters concave, and mixing
   * raises that by no more than the entropy of what was mixed.
   */
  private Later later(Map<Integer, Double> stationary, int time, double rounding) {
    double[] law = pasts.law();
    double least = 1;
    double most = 0;
    double mass = 0;
    for (Map.Entry<Integer, Double> entry : stationary.entrySet()) {
      double ratio = law[entry.getKey()] / entry.getValue();
      least = Math.min(least, ratio);
      most = Math.max(most, ratio);
      mass += law[entry.getKey()];
    }
    double below = 1 - least + rounding;
    boolean passing = mass < Arrays.stream(law).sum(); // through states that are left for good
    if (below > SETTLED + 2 * rounding) {
      double rate = Math.log(unsettled / below) / (time - unsettledAt);
      settling = rate > 0 ? time + 2 * Math.log(below / SETTLED) / rate : Double.POSITIVE_INFINITY;
      unsettled = below;
      unsettledAt = time;
      return null;
    }
    Windows.Range range =
        new Windows(chain, shown, questions, steady, limits).find(stationary, WIDTH, -1);
    double[] lower = new double[range.lower().length];
    double[] upper = new double[lower.length];
    for (int k = 0; k < lower.length; k++) {
      Labels labels = k == 0 ? shown : questions.get(k - 1);
      double mixed =
          range.upper()[k] + below * Math.log(labels.count()) / Math.log(2) + binary(below);
      double above = 1 - 1 / (most + rounding) + rounding;
      lower[k] = range.lower()[k] * (1 - below);
      upper[k] = passing ? mixed : Math.min(mixed, range.upper()[k] * (1 + 2 * above));
    }
    return new Later(lower, upper, range.length());
  }

  private static double binary(double p) {
    return p <= 0 ? 0 : (p * Math.log(1 / p) + p * (1 + p)) / Math.log(2);
  }
}
