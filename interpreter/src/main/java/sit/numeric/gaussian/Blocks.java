package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.FieldElement;
import sit.limits.Limits;
import sit.numeric.Bounded;
import sit.numeric.CompensatedSum;
import sit.numeric.process.Letter;
import sit.numeric.process.Pattern;
import sit.numeric.process.PrefixEntropies;

/**
 * Entropies of prefixes of Gaussian processes at every time up to a horizon. The covariance forgets
 * how it began; once a step leaves it as it is, all later steps are the same.
 */
final class Blocks<T extends FieldElement<T>> {
  /** Two covariances so close are one: what is left of their difference is below every digit. */
  private static final double SAME = 1e-32;

  private final GaussianProcess law;
  private final States<T> states;
  private final List<Letter> shown;
  private final List<List<Letter>> asked;
  private final Limits limits;
  private final double[] scales;
  private final CompensatedSum block = new CompensatedSum();
  private final CompensatedSum[] sums;
  private final double[] last;
  private double blockSize;
  private final double[] sizes;
  private States.Step<T> steady;

  Blocks(
      GaussianProcess law,
      Numbers<T> numbers,
      Pattern pattern,
      List<List<Letter>> asked,
      Limits limits) {
    this.law = law;
    this.states = new States<>(law, numbers, law.looked(pattern, asked));
    this.shown = law.shown(pattern);
    this.asked = asked;
    this.limits = limits;
    this.scales = new double[law.names().size()];
    this.sums = new CompensatedSum[asked.size()];
    Arrays.setAll(sums, k -> new CompensatedSum());
    this.last = new double[asked.size()];
    this.sizes = new double[asked.size()];
  }

  private States.Step<T> step(int time) {
    boolean same = law.steady().filter(s -> time >= s).isPresent();
    if (!same) {
      return states.step(time);
    }
    steady = steady == null ? states.step(time) : steady;
    return steady;
  }

  PrefixEntropies.Found run(int from, int horizon) {
    Filter<T> filter = new Filter<>(states.numbers(), states.beginning(false));
    Optional<Integer> still = law.steady();
    for (int time = law.first(); time <= horizon; time++) {
      limits.check();
      T[][] before = filter.covariance();
      filter.step(step(time));
      for (int i = 0; i < scales.length; i++) {
        double variance = filter.variance(states.place(i, 0)).getReal();
        scales[i] = Math.max(scales[i], Math.abs(variance));
      }
      double seen = entropy(law.see(states, filter, shown, time, scales));
      int repeated = 1;
      int settled = still.map(s -> s + states.size()).orElse(Integer.MAX_VALUE);
      if (time > settled && isSame(before, filter.covariance())) {
        repeated = horizon - time + 1;
      }
      block.add(seen * repeated);
      blockSize += Math.abs(seen) * repeated;
      ask(filter, time, from, time + repeated - 1);
      time += repeated - 1;
    }
    return found(horizon);
  }

  private boolean isSame(T[][] before, T[][] after) {
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before.length; j++) {
        double change = Math.abs(after[i][j].subtract(before[i][j]).getReal());
        double scale = Math.sqrt(Math.abs(after[i][i].getReal() * after[j][j].getReal()));
        if (change > SAME * scale && change > 1e-300) {
          return false;
        }
      }
    }
    return true;
  }

  private void ask(Filter<T> filter, int time, int from, int until) {
    int times = until - Math.max(time, from) + 1;
    for (int k = 0; k < asked.size(); k++) {
      double value = entropy(law.see(states, filter.copy(), asked.get(k), time, scales));
      if (times > 0) {
        sums[k].add(value * times);
        sizes[k] += Math.abs(value) * times;
      }
      last[k] = value;
    }
  }

  private double entropy(List<T> variances) {
    double sum = 0;
    for (T variance : variances) {
      sum += Filter.entropy(variance.getReal());
    }
    return sum;
  }

  private PrefixEntropies.Found found(int horizon) {
    double steps = Math.max(1, horizon - law.first() + 1.0);
    List<Bounded> totals = new ArrayList<>();
    List<Bounded> ends = new ArrayList<>();
    for (int k = 0; k < sums.length; k++) {
      totals.add(bits(sums[k].value(), sizes[k], steps));
      ends.add(bits(last[k], Math.abs(last[k]), 1));
    }
    return new PrefixEntropies.Found(bits(block.value(), blockSize, steps), totals, ends);
  }

  /** From nats to bits; each logarithm is off by some units of its last place. */
  private Bounded bits(double nats, double size, double steps) {
    double error = 16 * 0x1p-53 * (size + steps) + 256 * law.error() * steps;
    double factor = 1 / Math.log(2);
    return new Bounded(nats * factor, 2 * error * factor);
  }
}
