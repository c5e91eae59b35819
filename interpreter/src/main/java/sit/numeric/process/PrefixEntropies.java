package sit.numeric.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.Bounded;
import sit.numeric.CompensatedSum;

/**
 * Entropies in bits of prefixes of processes, and of letters given prefixes, at every time up to a
 * horizon.
 *
 * <p>The prefix is seen letter by letter; the law of the state given what was seen, the belief, is
 * carried along (the forward recursion). Beliefs that are exactly equal are one: where what is seen
 * reveals the state, the cost is linear in the horizon. Otherwise the tree of all pasts is walked
 * depth first.
 */
public final class PrefixEntropies {
  /** Most steps that a walk through all pasts, each apart, may take. */
  private static final double MOST_STEPS = 4e8;

  /** Chains of more beliefs are not asked how fast they forget. */
  private static final int MOST_MIXED = 128;

  private final Limits limits;
  private final States chain;
  private final Labels shown;
  private final List<Labels> asked;
  private final BeliefGraph graph;
  private final int horizon;
  private final int from;
  private final CompensatedSum block = new CompensatedSum();
  private final CompensatedSum[] sums;
  private final double[] last;
  private final double perStep;
  private final double largest;
  private double drift;

  /**
   * What was found.
   *
   * @param block the entropy of the prefixes at the horizon
   * @param sums for what is asked, the sum over the times of its entropy given the prefixes
   * @param last for what is asked, its entropy given the prefixes at the horizon
   */
  public record Found(Bounded block, List<Bounded> sums, List<Bounded> last) {
    public Found {
      sums = List.copyOf(sums);
      last = List.copyOf(last);
    }
  }

  private PrefixEntropies(
      ProcessLaw law,
      Pattern pattern,
      List<List<Letter>> asked,
      int from,
      int horizon,
      Limits limits) {
    this.limits = limits;
    this.chain = new States(law, depths(law, pattern, asked), limits);
    this.shown = Labels.shown(chain, pattern);
    this.asked = new ArrayList<>();
    double labels = shown.count();
    for (List<Letter> letters : asked) {
      Labels wanted = Labels.asked(chain, letters);
      this.asked.add(wanted);
      labels = Math.max(labels, wanted.count());
    }
    this.graph = new BeliefGraph(chain, shown, this.asked, limits);
    this.horizon = horizon;
    this.from = from;
    this.sums = new CompensatedSum[asked.size()];
    Arrays.setAll(sums, k -> new CompensatedSum());
    this.last = new double[asked.size()];
    // a step moves the law of the beliefs by so much at most, each entropy is below the logarithm
    double unit = 0x1p-53;
    this.perStep = (4 * labels + 8) * unit + law.relativeError();
    this.largest = Math.log(labels) / Math.log(2) + 1;
  }

  /** How many of its last letters a question looks at, for each process. */
  static int[] depths(ProcessLaw law, Pattern pattern, List<List<Letter>> asked) {
    int[] depths = new int[law.count()];
    for (int i = 0; i < depths.length; i++) {
      depths[i] = pattern.sees(i) ? pattern.delay(i) + 1 : 0;
    }
    for (List<Letter> letters : asked) {
      for (Letter letter : letters) {
        depths[letter.process()] = Math.max(depths[letter.process()], letter.lag() + 1);
      }
    }
    return depths;
  }

  /**
   * The entropies of what a pattern shows at a horizon, and of letters given it.
   *
   * @param asked letters, whose entropy given the prefixes at the same time is wanted
   * @param from the first time of the sums
   * @param horizon the last time
   * @throws TooManyPasts if the pasts are too many to be walked through
   * @throws sit.limits.LimitReached if the time is over or a table is too large
   */
  public static Found of(
      ProcessLaw law,
      Pattern pattern,
      List<List<Letter>> asked,
      int from,
      int horizon,
      Limits limits) {
    PrefixEntropies work = new PrefixEntropies(law, pattern, asked, from, horizon, limits);
    return work.run();
  }

  private Found run() {
    int first = chain.law().first();
    int start = graph.number(Belief.certain(0)).orElseThrow();
    double[] weights = {1};
    int time = first;
    if (start != 0) {
      throw new IllegalStateException("the first belief is numbered " + start);
    }
    while (time <= horizon) {
      limits.check();
      Optional<double[]> next = step(weights, time);
      if (next.isEmpty()) {
        return walk(weights, time);
      }
      if (time > graph.steady() && Arrays.equals(next.get(), weights)) {
        repeat(weights, time);
        return found(horizon);
      }
      weights = next.get();
      drift =
          Math.max(drift, Math.abs(Arrays.stream(weights).sum() - 1) + weights.length * 0x1p-53);
      time++;
    }
    return found(horizon);
  }

  private Found found(int end) {
    List<Bounded> totals = new ArrayList<>();
    List<Bounded> ends = new ArrayList<>();
    double steps = Math.max(1, end - chain.law().first() + 1.0);
    double each = largest * Math.min(steps * perStep, drift + forgotten());
    for (int k = 0; k < sums.length; k++) {
      totals.add(new Bounded(sums[k].value(), steps * each));
      ends.add(new Bounded(last[k], each));
    }
    return new Found(new Bounded(block.value(), steps * each), totals, ends);
  }

  /**
   * A bound for how far the law of the beliefs is off at any time, apart from its sum: an error is
   * contracted by the chain, so that only the last few count (Dobrushin 1956).
   */
  private double forgotten() {
    return graph.memory(MOST_MIXED) * 4 * perStep;
  }

  /** Draws the letters of a time; empty if the beliefs become too many. */
  private Optional<double[]> step(double[] weights, int time) {
    List<BeliefGraph.Moves> all = new ArrayList<>(weights.length);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) {
        all.add(null);
        continue;
      }
      Optional<BeliefGraph.Moves> moves = graph.moves(i, time);
      if (moves.isEmpty()) {
        return Optional.empty();
      }
      all.add(moves.get());
    }
    double[] next = new double[graph.size()];
    for (int i = 0; i < weights.length; i++) {
      BeliefGraph.Moves moves = all.get(i);
      if (moves != null) {
        block.add(weights[i] * moves.entropy());
        for (int k = 0; k < moves.to().length; k++) {
          next[moves.to()[k]] += weights[i] * moves.masses()[k];
        }
      }
    }
    ask(next, time, 1);
    return Optional.of(next);
  }

  /** Adds what is asked under beliefs at a time, so many times over. */
  private void ask(double[] weights, int time, int times) {
    if (sums.length == 0 || time < from && time < horizon) {
      return;
    }
    double[] here = new double[sums.length];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        double[] values = graph.entropies(i, time).values();
        for (int k = 0; k < values.length; k++) {
          here[k] += weights[i] * values[k];
        }
      }
    }
    for (int k = 0; k < here.length; k++) {
      if (time >= from) {
        sums[k].add(here[k] * times);
      }
      last[k] = here[k];
    }
  }

  /** The law of the beliefs stays as it is from a time on, whose letters are drawn already. */
  private void repeat(double[] weights, int time) {
    int left = horizon - time;
    double entropy = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        entropy += weights[i] * graph.moves(i, time).orElseThrow().entropy();
      }
    }
    block.add(entropy * left);
    if (left > 0) {
      ask(weights, time, left);
    }
  }

  /** Goes through all pasts from beliefs before the letters of a time are drawn. */
  private Found walk(double[] weights, int time) {
    int active = 0;
    for (double weight : weights) {
      active += weight > 0 ? 1 : 0;
    }
    double steps = active * Math.pow(shown.count(), horizon - time + 1.0) * chain.count();
    if (steps > MOST_STEPS) {
      return merged(weights, time);
    }
    BeliefTree tree = new BeliefTree(chain, shown, asked, horizon, limits);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        tree.walk(law(graph.belief(i)), weights[i], time);
      }
    }
    for (int t = time; t <= horizon; t++) {
      block.add(tree.entropy(t));
      for (int k = 0; k < sums.length; k++) {
        if (t >= from) {
          sums[k].add(tree.asked(k, t));
        }
        last[k] = tree.asked(k, t);
      }
    }
    return found(horizon);
  }

  /** Goes on with pasts merged where they lead to nearly one belief. */
  private Found merged(double[] weights, int time) {
    MergedSums merged = new MergedSums(chain, shown, asked, horizon, limits);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        merged.add(law(graph.belief(i)), weights[i]);
      }
    }
    merged.run(time, from, horizon, time - chain.law().first());
    Found before = found(time - 1);
    List<Bounded> totals = new ArrayList<>();
    List<Bounded> ends = new ArrayList<>();
    for (int k = 0; k < sums.length; k++) {
      totals.add(before.sums().get(k).plus(merged.sum(k)));
      ends.add(merged.last(k));
    }
    return new Found(before.block().plus(merged.block()), totals, ends);
  }

  static Map<Integer, Double> law(Belief belief) {
    Map<Integer, Double> law = new TreeMap<>();
    for (int i = 0; i < belief.states().size(); i++) {
      Rational mass = belief.masses().get(i);
      law.put(belief.states().get(i), sit.numeric.Scalar.exact(mass).value());
    }
    return law;
  }
}
