package sit.numeric.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.limits.Limits;
import sit.numeric.Log2;

/**
 * All pasts that may be seen, forwards in time, those that lead to nearly one belief taken for one.
 *
 * <p>To forget which of some pasts it was that led here raises entropies, by no more than what it
 * tells of the state: the divergences of their beliefs from the mean of them. That is added up, so
 * that entropies are known between bounds however coarsely beliefs are merged. Where beliefs settle
 * down, as in a run of equal letters, there are few of them.
 */
final class MergedPasts {
  /** Beliefs closer than this, as a power of two, are one from the beginning. */
  private static final int FINEST = -46;

  private static final int COARSEST = -1;

  private static final int MOST_PASTS = 1 << 16;
  private static final int FEW_PASTS = 1 << 11;

  /** The pasts at all times together are at most so many numbers, as long as they are not few. */
  private static final int MOST_NUMBERS = 1 << 22;

  private static final double LN_2 = Math.log(2);

  private final Steps steps;
  private final Limits limits;
  private final int most;
  private final double[] asked;
  private List<double[]> pasts = new ArrayList<>();
  private int grain = FINEST;
  private double entropy;
  private double loss;
  private double lastLoss;
  private int drawn;

  /** What tells beliefs apart: the places of their roots, Hellinger's coordinates, in a grid. */
  private record Place(int grain, long[] coordinates) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Place place
          && grain == place.grain
          && Arrays.equals(coordinates, place.coordinates);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(coordinates) + grain;
    }
  }

  MergedPasts(Steps steps, int questions, Limits limits) {
    this(steps, questions, MOST_PASTS, limits);
  }

  MergedPasts(Steps steps, int questions, int most, Limits limits) {
    this.steps = steps;
    this.most = most;
    this.limits = limits;
    this.asked = new double[questions];
  }

  /** Adds a past: its belief, times how likely it is. */
  void add(Map<Integer, Double> belief, double weight) {
    double[] law = new double[steps.states()];
    belief.forEach((state, mass) -> law[state] = mass * weight);
    pasts.add(law);
  }

  /** How many pasts are told apart. */
  int size() {
    return pasts.size();
  }

  /** An upper bound of the entropy, given the past, of what was seen last. */
  double entropy() {
    return entropy;
  }

  /** An upper bound of the entropy of what is asked, given what is seen up to now. */
  double asked(int question) {
    return asked[question];
  }

  /** How far below their upper bounds the entropies of the last time may be. */
  double loss() {
    return lastLoss;
  }

  /** The law of the state now. */
  double[] law() {
    double[] law = new double[steps.states()];
    for (double[] past : pasts) {
      for (int s = 0; s < law.length; s++) {
        law[s] += past[s];
      }
    }
    return law;
  }

  /** Draws the letters of a time. */
  void draw(int time) {
    Steps.Step step = steps.at(time);
    entropy = 0;
    lastLoss = loss;
    Arrays.fill(asked, 0);
    List<double[]> next = new ArrayList<>();
    int visited = 0;
    for (double[] past : pasts) {
      if ((++visited & 0xff) == 0) {
        limits.check();
      }
      double[][] laws = new double[step.count()][steps.states()];
      double[] masses = new double[step.count()];
      double mass = 0;
      for (int s = 0; s < past.length; s++) {
        if (past[s] > 0) {
          mass += past[s];
          steps.spread(step, s, time, past[s], laws, masses);
        }
      }
      for (int label = 0; label < masses.length; label++) {
        if (masses[label] >= Double.MIN_NORMAL) { // what is less likely counts for nothing
          entropy += mass * Log2.term(masses[label] / mass);
          ask(step, laws[label], masses[label]);
          next.add(laws[label]);
        }
      }
    }
    drawn++;
    int few = Math.max(64, FEW_PASTS / steps.states());
    int share = MOST_NUMBERS / steps.states() / (drawn + 32);
    pasts = merged(next, Math.min(most, Math.max(few, share)));
  }

  private void ask(Steps.Step step, double[] law, double mass) {
    for (int k = 0; k < asked.length; k++) {
      double[] parts = new double[step.counts()[k]];
      for (int s = 0; s < law.length; s++) {
        parts[step.asked()[k][s]] += law[s];
      }
      for (double part : parts) {
        asked[k] += part > 0 ? mass * Log2.term(part / mass) : 0;
      }
    }
  }

  /** Merges pasts, more coarsely until they are few enough. */
  private List<double[]> merged(List<double[]> apart, int allowed) {
    List<double[]> now = apart;
    for (int next = grain; ; next++) {
      Map<Place, double[]> places = new LinkedHashMap<>();
      for (double[] past : now) {
        double[] there = places.putIfAbsent(place(past, next), past);
        if (there != null) {
          loss += merge(there, past);
        }
      }
      now = new ArrayList<>(places.values());
      if (now.size() <= allowed || next >= COARSEST) {
        grain = Math.max(FINEST, next - 1);
        return now;
      }
    }
  }

  /** Unlikely pasts are merged more coarsely: what is lost is the product of both. */
  private static Place place(double[] past, int grain) {
    double mass = 0;
    for (double part : past) {
      mass += part;
    }
    int mine = Math.min(COARSEST, grain - (Math.getExponent(mass) >> 1));
    double scale = Math.scalb(1.0, -mine);
    long[] coordinates = new long[past.length];
    for (int s = 0; s < past.length; s++) {
      coordinates[s] = Math.round(Math.sqrt(past[s] / mass) * scale);
    }
    return new Place(mine, coordinates);
  }

  /** Adds a past to another; returns what it told of the state which of the two it was, in bits. */
  private static double merge(double[] into, double[] from) {
    double a = 0;
    double b = 0;
    for (int s = 0; s < into.length; s++) {
      a += into[s];
      b += from[s];
    }
    double divergence = 0;
    for (int s = 0; s < into.length; s++) {
      double both = into[s] + from[s];
      if (both > 0) {
        double mean = both / (a + b);
        divergence += a * mean * excess(into[s] / a / mean) + b * mean * excess(from[s] / b / mean);
        into[s] = both;
      }
    }
    return divergence / LN_2 * (1 + 0x1p-20);
  }

  /** {@code x ln x - x + 1}, which is not negative, without cancellation near one. */
  private static double excess(double x) {
    double d = x - 1;
    if (Math.abs(d) < 1e-3) {
      return d * d * (0.5 + Math.abs(d));
    }
    return x == 0 ? 1 : Math.max(0, x * Math.log(x) - d);
  }
}
