package sit.numeric.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * Limits of conditional entropies given longer and longer prefixes (Cover and Thomas, 4.2).
 *
 * <p>Where what is seen leads to finitely many beliefs the limit is exact. Otherwise, for the
 * stationary law, {@code H(Y_n | Y^(n-1), S_0) <= h <= H(Y_n | Y^(n-1))} closes in on it (Cover and
 * Thomas, theorem 4.5.1).
 */
public final class EntropyRate {
  private static final int MOST_BELIEFS = 400;

  private final ProcessLaw law;
  private final Pattern pattern;
  private final List<List<Letter>> asked;
  private final Limits limits;
  private final States chain;
  private final Labels shown;
  private final List<Labels> questions;

  /**
   * A limit between bounds, in bits.
   *
   * @param exact the limit itself, where it is known
   */
  public record Rate(double lower, double upper, Optional<LogSum> exact) {}

  private EntropyRate(ProcessLaw law, Pattern pattern, List<List<Letter>> asked, Limits limits) {
    this.law = law;
    this.pattern = pattern;
    this.asked = asked;
    this.limits = limits;
    this.chain = new States(law, PrefixEntropies.depths(law, pattern, asked), limits);
    this.shown = Labels.shown(chain, pattern);
    this.questions = asked.stream().map(a -> Labels.asked(chain, a)).toList();
  }

  /**
   * The entropy per letter of what a pattern shows.
   *
   * @param width how far the bounds may be apart
   * @throws NoStationaryLaw if the limit depends on how the processes begin
   */
  public static Rate of(ProcessLaw law, Pattern pattern, double width, Limits limits) {
    return new EntropyRate(law, pattern, List.of(), limits).find(width);
  }

  /** The limit of the entropy of letters given the prefixes that a pattern shows. */
  public static Rate of(
      ProcessLaw law, Pattern pattern, List<Letter> letters, double width, Limits limits) {
    return new EntropyRate(law, pattern, List.of(letters), limits).find(width);
  }

  private Rate find(double width) {
    Optional<LogSum> exact = exact();
    if (exact.isPresent()) {
      double value = exact.get().toDecimal(new java.math.MathContext(18)).doubleValue();
      return new Rate(Math.nextDown(value), Math.nextUp(value), exact);
    }
    return between(width);
  }

  /** The limit by the stationary law of the beliefs, if they are few. */
  private Optional<LogSum> exact() {
    BeliefGraph graph = new BeliefGraph(chain, shown, questions, limits);
    TreeMap<Integer, Rational> weights = new TreeMap<>();
    weights.put(graph.number(Belief.certain(0)).orElseThrow(), Rational.ONE);
    for (int time = law.first(); time < graph.steady(); time++) {
      TreeMap<Integer, Rational> next = new TreeMap<>();
      for (var entry : weights.entrySet()) {
        Optional<BeliefGraph.Moves> moves = graph.moves(entry.getKey(), time);
        if (moves.isEmpty()) {
          return Optional.empty();
        }
        for (int k = 0; k < moves.get().to().length; k++) {
          Rational mass = entry.getValue().multiply(moves.get().exact().get(k));
          next.merge(moves.get().to()[k], mass, Rational::add);
        }
      }
      weights = next;
    }
    Map<Integer, Map<Integer, Rational>> moves = new TreeMap<>();
    List<Integer> open = new ArrayList<>(weights.keySet());
    while (!open.isEmpty()) {
      int at = open.remove(open.size() - 1);
      if (moves.containsKey(at)) {
        continue;
      }
      Optional<BeliefGraph.Moves> found = graph.moves(at, graph.steady());
      if (found.isEmpty() || moves.size() > MOST_BELIEFS) {
        return Optional.empty();
      }
      Map<Integer, Rational> row = new TreeMap<>();
      for (int k = 0; k < found.get().to().length; k++) {
        row.merge(found.get().to()[k], found.get().exact().get(k), Rational::add);
        open.add(found.get().to()[k]);
      }
      moves.put(at, row);
    }
    Optional<Map<Integer, Rational>> stationary = StationaryLaw.from(weights, moves, limits);
    return stationary.map(s -> mean(graph, s));
  }

  private LogSum mean(BeliefGraph graph, Map<Integer, Rational> law) {
    LogSum.Builder sum = new LogSum.Builder();
    law.forEach(
        (belief, mass) ->
            sum.add(
                mass,
                asked.isEmpty()
                    ? graph.moves(belief, graph.steady()).orElseThrow().exactEntropy()
                    : graph.entropies(belief, graph.steady()).exact().get(0)));
    return sum.build();
  }

  /** Bounds from the stationary law of the states. */
  private Rate between(double width) {
    int steady = Steps.steady(chain, shown, questions);
    Map<Integer, Double> start = new TreeMap<>();
    Map<Integer, Rational> stationary = StationaryLaw.of(chain, true, limits);
    stationary.forEach((s, p) -> start.put(s, sit.numeric.Scalar.exact(p).value()));
    Windows.Range range =
        new Windows(chain, shown, questions, steady, limits)
            .find(start, width, asked.isEmpty() ? 0 : 1);
    int place = asked.isEmpty() ? 0 : 1;
    return new Rate(range.lower()[place], range.upper()[place], Optional.empty());
  }
}
