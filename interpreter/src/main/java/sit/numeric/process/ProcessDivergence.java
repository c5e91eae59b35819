package sit.numeric.process;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.Bounded;
import sit.numeric.CompensatedSum;

/**
 * Relative entropy of the law of a prefix under one process law from that under another, by the
 * chain rule {@code sum_t D(p(x_t | x^(t-1)) || q(x_t | x^(t-1)))} (Cover and Thomas, 2.5.3): the
 * beliefs of both laws about their states are carried along together, and merged where equal.
 */
public final class ProcessDivergence {
  private static final MathContext DIGITS = new MathContext(18);
  private static final int MOST_NODES = 1 << 12;
  private static final int MOST_EXACT = 24;
  private static final long MOST_BITS = 1 << 12;

  private final Side p;
  private final Side q;
  private final Causal causal;
  private final int told;
  private final Limits limits;
  private final int steady;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final List<Map<Integer, Moves>> moves = new ArrayList<>();

  /** What of the two laws is compared (Kramer 1998, chapter 3). */
  public enum Causal {
    /** The laws of all letters. */
    JOINT,
    /** The laws of the last process, causally conditioned on the others. */
    GIVEN,
    /** The same with the others known up to the letter before. */
    GIVEN_BEFORE
  }

  /** A kernel that is compared and is not defined, as the second law excludes what is given. */
  public static final class UndefinedKernel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndefinedKernel() {
      super("the second law excludes what is given", null, false, false);
    }
  }

  /**
   * One of the two laws.
   *
   * @param processes the places of those whose letters are seen, in an order common to both
   */
  public record Side(ProcessLaw law, List<Integer> processes) {
    public Side {
      processes = List.copyOf(processes);
    }
  }

  /** What both laws say of their states given the letters that were seen. */
  private record Node(Belief p, Belief q) {}

  /**
   * What may follow a node.
   *
   * @param amount the relative entropy of the next letters; empty where it is infinite
   */
  private record Moves(List<Integer> to, List<Rational> masses, Optional<LogSum> amount) {}

  private final States first;
  private final States second;
  private final Labels firstLabels;
  private final Labels secondLabels;

  /** The letters of the two laws that are compared are numbered alike. */
  public ProcessDivergence(Side p, Side q, Limits limits) {
    this(p, q, Causal.JOINT, 0, limits);
  }

  /**
   * The letters of the two laws that are compared are numbered alike.
   *
   * @param told how many of the last processes are what is given
   */
  public ProcessDivergence(Side p, Side q, Causal causal, int told, Limits limits) {
    this.p = p;
    this.q = q;
    this.causal = causal;
    this.told = told;
    this.limits = limits;
    this.first = states(p);
    this.second = states(q);
    this.firstLabels = labels(first, p);
    this.secondLabels = labels(second, q);
    this.steady = Math.max(1, Math.max(p.law().steady(), q.law().steady()));
    for (int time = 1; time <= steady; time++) {
      moves.add(new HashMap<>());
    }
  }

  private States states(Side side) {
    int[] depths = new int[side.law().count()];
    side.processes().forEach(process -> depths[process] = 1);
    return new States(side.law(), depths, limits);
  }

  private static Labels labels(States states, Side side) {
    List<Letter> letters = new ArrayList<>();
    side.processes().forEach(process -> letters.add(new Letter(process, 0, true)));
    return Labels.asked(states, letters);
  }

  private int start() {
    return number(new Node(before(p, first), before(q, second)));
  }

  /** The law of the state before the first letter that is seen. */
  private static Belief before(Side side, States states) {
    Belief belief = Belief.certain(0);
    for (int time = side.law().first(); time < 1; time++) {
      belief = Belief.of(belief.next(states, time));
    }
    return belief;
  }

  private int number(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    if (nodes.size() >= MOST_NODES || node.p().bits() + node.q().bits() > MOST_BITS) {
      throw new TooManyPasts(nodes.size());
    }
    numbers.put(node, nodes.size());
    nodes.add(node);
    return nodes.size() - 1;
  }

  private Moves moves(int node, int time) {
    int kind = Math.min(time, steady);
    Moves known = moves.get(kind - 1).get(node);
    if (known == null) {
      limits.check();
      known = make(nodes.get(node), kind);
      moves.get(kind - 1).put(node, known);
    }
    return known;
  }

  private Moves make(Node node, int time) {
    var mine = Belief.apart(node.p().next(first, time), firstLabels, time);
    var theirs = Belief.apart(node.q().next(second, time), secondLabels, time);
    List<Integer> to = new ArrayList<>();
    List<Rational> masses = new ArrayList<>();
    Optional<LogSum> amount = amount(mine, theirs);
    if (amount.isEmpty()) {
      return new Moves(List.of(), List.of(), amount);
    }
    for (Map.Entry<Integer, TreeMap<Integer, Rational>> part : mine.entrySet()) {
      TreeMap<Integer, Rational> other = theirs.get(part.getKey());
      if (other == null) {
        throw new UndefinedKernel(); // from now on, although this letter was not compared
      }
      to.add(number(new Node(Belief.of(part.getValue()), Belief.of(other))));
      masses.add(total(part.getValue()));
    }
    return new Moves(to, masses, amount);
  }

  /** How far the two laws of the next letters are apart; empty where that is infinite. */
  private Optional<LogSum> amount(
      Map<Integer, TreeMap<Integer, Rational>> mine,
      Map<Integer, TreeMap<Integer, Rational>> theirs) {
    int given = 1;
    for (int process : p.processes().subList(p.processes().size() - told, p.processes().size())) {
      given *= p.law().size(process);
    }
    Map<Integer, Rational> first = grouped(mine, causal == Causal.GIVEN_BEFORE ? given : 1, 0);
    Map<Integer, Rational> second = grouped(theirs, causal == Causal.GIVEN_BEFORE ? given : 1, 0);
    LogSum.Builder amount = new LogSum.Builder();
    Map<Integer, Rational> known = grouped(mine, 1, causal == Causal.GIVEN ? given : 1);
    Map<Integer, Rational> knownThere = grouped(theirs, 1, causal == Causal.GIVEN ? given : 1);
    for (Map.Entry<Integer, Rational> entry : first.entrySet()) {
      int place = causal == Causal.GIVEN ? entry.getKey() % given : 0;
      if (!knownThere.containsKey(place)) {
        throw new UndefinedKernel();
      }
      if (!second.containsKey(entry.getKey())) {
        return Optional.empty();
      }
      Rational mass = entry.getValue();
      Rational ratio = mass.divide(second.get(entry.getKey()));
      amount.addLog2(mass, ratio.multiply(knownThere.get(place)).divide(known.get(place)));
    }
    return Optional.of(amount.build());
  }

  /**
   * The masses of labels, added up.
   *
   * @param each so many labels in a row are one
   * @param modulo labels that are equal modulo this are one; 0 if none are
   */
  private static Map<Integer, Rational> grouped(
      Map<Integer, TreeMap<Integer, Rational>> parts, int each, int modulo) {
    Map<Integer, Rational> masses = new TreeMap<>();
    parts.forEach(
        (label, part) -> {
          int place = label / each;
          masses.merge(modulo == 0 ? place : place % modulo, total(part), Rational::add);
        });
    return masses;
  }

  private static Rational total(Map<Integer, Rational> law) {
    Rational sum = Rational.ZERO;
    for (Rational mass : law.values()) {
      sum = sum.add(mass);
    }
    return sum;
  }

  /**
   * The relative entropy of prefixes of a length, exactly.
   *
   * @return empty if the prefix is too long for that
   * @throws TooManyPasts if what is seen leads to too many beliefs
   */
  public Optional<EntropyRate.Rate> exactly(int n) {
    if (n > MOST_EXACT) {
      return Optional.empty();
    }
    TreeMap<Integer, Rational> weights = new TreeMap<>(Map.of(start(), Rational.ONE));
    LogSum.Builder sum = new LogSum.Builder();
    for (int time = 1; time <= n; time++) {
      TreeMap<Integer, Rational> next = new TreeMap<>();
      for (Map.Entry<Integer, Rational> entry : weights.entrySet()) {
        Moves found = moves(entry.getKey(), time);
        if (found.amount().isEmpty()) {
          return Optional.of(infinite());
        }
        sum.add(entry.getValue(), found.amount().get());
        spread(found, entry.getValue(), next);
      }
      weights = next;
    }
    return Optional.of(rate(sum.build()));
  }

  private static void spread(Moves found, Rational weight, TreeMap<Integer, Rational> next) {
    for (int k = 0; k < found.to().size(); k++) {
      next.merge(found.to().get(k), weight.multiply(found.masses().get(k)), Rational::add);
    }
  }

  /**
   * The relative entropy of prefixes of a length, in bits; infinite where the second law excludes
   * letters that the first does not.
   *
   * @throws TooManyPasts if what is seen leads to too many beliefs
   */
  public Bounded at(int n) {
    double[] weights = new double[start() + 1];
    weights[weights.length - 1] = 1;
    CompensatedSum sum = new CompensatedSum();
    CompensatedSum sizes = new CompensatedSum();
    for (int time = 1; time <= n; time++) {
      if ((time & 0xfff) == 0) {
        limits.check();
      }
      double[] next = new double[nodes.size()];
      double here = 0;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] == 0) {
          continue;
        }
        Moves found = moves(i, time);
        if (found.amount().isEmpty()) {
          return Bounded.INFINITE;
        }
        if (nodes.size() > next.length) {
          next = java.util.Arrays.copyOf(next, nodes.size());
        }
        here += weights[i] * value(found.amount().get());
        for (int k = 0; k < found.to().size(); k++) {
          next[found.to().get(k)] += weights[i] * value(LogSum.of(found.masses().get(k)));
        }
      }
      boolean rests = time > steady && java.util.Arrays.equals(next, weights);
      int times = rests ? n - time + 1 : 1;
      sum.add(here * times);
      // every weight is a sum of products of positive numbers: a relative error that adds up
      sizes.add(Math.abs(here) * times * Math.min(time, n) * (nodes.size() + 8.0) * 0x1p-52);
      weights = next;
      time += times - 1;
    }
    double given = (p.law().relativeError() + q.law().relativeError()) * n * 2;
    return new Bounded(sum.value(), sizes.value() + given);
  }

  private static double value(LogSum sum) {
    return sum.isZero() ? 0 : sum.toDecimal(DIGITS).doubleValue();
  }

  /**
   * The limit per letter.
   *
   * @throws TooManyPasts if what is seen leads to too many beliefs
   */
  public EntropyRate.Rate rate() {
    TreeMap<Integer, Rational> weights = new TreeMap<>(Map.of(start(), Rational.ONE));
    for (int time = 1; time < steady; time++) {
      TreeMap<Integer, Rational> next = new TreeMap<>();
      for (Map.Entry<Integer, Rational> entry : weights.entrySet()) {
        Moves found = moves(entry.getKey(), time);
        if (found.amount().isEmpty()) {
          return infinite();
        }
        spread(found, entry.getValue(), next);
      }
      weights = next;
    }
    Map<Integer, Map<Integer, Rational>> chain = new TreeMap<>();
    List<Integer> open = new ArrayList<>(weights.keySet());
    while (!open.isEmpty()) {
      int at = open.remove(open.size() - 1);
      if (chain.containsKey(at)) {
        continue;
      }
      Moves found = moves(at, steady);
      if (found.amount().isEmpty()) {
        return infinite();
      }
      TreeMap<Integer, Rational> row = new TreeMap<>();
      spread(found, Rational.ONE, row);
      open.addAll(row.keySet());
      chain.put(at, row);
    }
    Map<Integer, Rational> settled =
        StationaryLaw.from(weights, chain, limits)
            .orElseThrow(() -> new TooManyPasts(chain.size()));
    LogSum.Builder sum = new LogSum.Builder();
    settled.forEach((node, mass) -> sum.add(mass, moves(node, steady).amount().orElseThrow()));
    return rate(sum.build());
  }

  private static EntropyRate.Rate rate(LogSum exact) {
    double value = value(exact);
    return new EntropyRate.Rate(Math.nextDown(value), Math.nextUp(value), Optional.of(exact));
  }

  private static EntropyRate.Rate infinite() {
    double infinity = Double.POSITIVE_INFINITY;
    return new EntropyRate.Rate(infinity, infinity, Optional.empty());
  }
}
