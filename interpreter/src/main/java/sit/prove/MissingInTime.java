package sit.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Looks for one more assumption, to hold at every time, that would make a claim about processes
 * provable: {@code X[t] -- X^(t-1) -- Y^(t-1)}. What it says is first tried at one horizon, where a
 * polymatroid that violates the claim rules out every candidate that it satisfies; what is left is
 * proved for every horizon. Candidates that do not look ahead come first.
 */
public final class MissingInTime {
  private static final int MOST_PARTS = 7;

  private final Limits limits;
  private final Missing search;
  private final Set<String> processes = new TreeSet<>();
  private final Set<String> singles = new TreeSet<>();
  private final String horizon;
  private final String time;
  private final int last;

  private MissingInTime(
      Claim claim, List<Assumption> assumptions, String horizon, String time, Limits limits) {
    this.horizon = horizon;
    this.time = time;
    this.limits = limits;
    Set<Group> apart = new LinkedHashSet<>();
    List<NormalForm> all = new ArrayList<>(List.of(claim.difference()));
    assumptions.forEach(assumption -> all.add(assumption.difference()));
    int latest = 0;
    for (NormalForm form : all) {
      latest = Math.max(latest, TimedFact.lastLetter(form));
      for (Variable variable : form.variables()) {
        (variable instanceof Variable.Single ? singles : processes).add(variable.name());
      }
    }
    this.last = latest;
    for (String process : processes) {
      for (int t = 1; t <= last; t++) {
        apart.add(Group.of(new Variable.Letter(process, Index.of(t))));
      }
    }
    singles.forEach(single -> apart.add(Group.of(new Variable.Single(single))));
    this.search = new Missing(claim, assumptions, apart, limits);
  }

  /** How far back a claim or a fact looks, beyond the letter before. */
  public static int reach(Claim claim, List<Assumption> given) {
    return Horizon.of(claim, given)
        .horizon()
        .map(horizon -> Math.max(0, -1 - horizon.frame().offsets().get(0)))
        .orElse(0);
  }

  /** Whether there are no more letters and other variables than a search can tell apart. */
  public static boolean isSmall(Claim claim, List<Assumption> assumptions) {
    Set<Variable> variables = new TreeSet<>(claim.difference().variables());
    assumptions.forEach(assumption -> variables.addAll(assumption.difference().variables()));
    return variables.size() <= Missing.ALL_SETS;
  }

  /**
   * Assumptions each of which would make a claim about certain letters provable: where they are of
   * three times or more, such as hold at every time; else such as hold of these letters.
   *
   * @param assumptions facts about these letters
   */
  public static List<Assumption> atOne(Claim claim, List<Assumption> assumptions, Limits limits) {
    boolean many = TimedFact.lastLetter(claim.difference()) > 2 && isSmall(claim, assumptions);
    List<Assumption> found =
        many ? find(claim, assumptions, "", "t", List.of(-1, 0), limits, all -> true) : List.of();
    return found.isEmpty() ? Missing.search(claim, assumptions, limits) : found;
  }

  /**
   * Assumptions each of which would make a claim about every horizon provable, as was verified.
   *
   * @param given facts in which a free index ranges over every time
   * @param instance the claim at one horizon
   * @param facts the facts at that horizon
   */
  public static List<Assumption> atEvery(
      Claim claim, List<Assumption> given, Claim instance, List<Assumption> facts, Limits limits) {
    Horizon.Read read = Horizon.of(claim, given);
    if (read.horizon().isEmpty()) {
      return List.of();
    }
    Frame frame = read.horizon().get().frame();
    return find(
        instance,
        facts,
        frame.horizon(),
        frame.time(),
        frame.offsets(),
        limits,
        found -> {
          List<Assumption> more = new ArrayList<>(given);
          more.add(found);
          return Potential.decide(claim, more, limits) instanceof Verdict.Proved;
        });
  }

  private static List<Assumption> find(
      Claim claim,
      List<Assumption> assumptions,
      String horizon,
      String time,
      List<Integer> offsets,
      Limits limits,
      Predicate<Assumption> suffices) {
    List<Assumption> found = new ArrayList<>();
    try {
      MissingInTime missing = new MissingInTime(claim, assumptions, horizon, time, limits);
      if (!missing.processes.isEmpty() && !missing.search.isProvable()) {
        missing.find(offsets, found, suffices);
      }
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
    }
    return found;
  }

  private void find(List<Integer> offsets, List<Assumption> found, Predicate<Assumption> suffices) {
    List<Assumption> poor = new ArrayList<>();
    for (boolean ahead : horizon.isEmpty() ? List.of(false) : List.of(false, true)) {
      List<Variable> parts = parts(offsets, ahead);
      for (boolean functions : new boolean[] {false, true}) {
        if (found.isEmpty() && parts.size() <= MOST_PARTS) {
          search.search(candidates(parts, functions), found, poor, suffices);
        }
      }
    }
    if (found.isEmpty() && !poor.isEmpty()) {
      found.add(poor.get(0));
    }
  }

  /** The pieces of each process up to the time, and if asked what follows it. */
  private List<Variable> parts(List<Integer> offsets, boolean ahead) {
    List<Variable> parts = new ArrayList<>();
    for (String process : processes) {
      Index from = Index.of(1);
      for (int offset : offsets) {
        if (offset <= 0) {
          Index to = Index.symbol(time).plus(offset);
          parts.add(new Variable.Block(process, from, to));
          from = to.plus(1);
        }
      }
      if (ahead) {
        parts.add(new Variable.Block(process, from, Index.symbol(horizon)));
      }
    }
    singles.forEach(single -> parts.add(new Variable.Single(single)));
    return parts;
  }

  /** A candidate in pieces: how many of them become independent, and given how many. */
  private record Weighed(Zero zero, int size, int given) {
    static final Comparator<Weighed> WEAKEST_FIRST =
        Comparator.comparingInt(Weighed::size)
            .thenComparing(weighed -> weighed.given == 0)
            .thenComparingInt(weighed -> -weighed.given);
  }

  private Iterable<Missing.Candidate> candidates(List<Variable> parts, boolean functions) {
    List<Weighed> all = new ArrayList<>();
    assign(parts, new ArrayList<>(), functions, all);
    all.sort(Weighed.WEAKEST_FIRST);
    return () ->
        all.stream()
            .map(this::candidate)
            .filter(candidate -> !candidate.instances().isEmpty())
            .iterator();
  }

  private Missing.Candidate candidate(Weighed weighed) {
    Assumption stated = joined(weighed.zero).assumption();
    return new Missing.Candidate(weighed.zero, stated, instances(stated));
  }

  /** Puts each part on one side, on the other, behind the bar, or nowhere. */
  private void assign(
      List<Variable> parts, List<Integer> sides, boolean functions, List<Weighed> all) {
    if (sides.size() < parts.size()) {
      for (int side = 0; side <= 3; side++) {
        boolean second = side == 2;
        boolean turned = second && !sides.contains(1);
        if (!(second && functions) && !turned) {
          sides.add(side);
          assign(parts, sides, functions, all);
          sides.remove(sides.size() - 1);
        }
      }
      return;
    }
    List<List<Variable>> groups = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int k = 0; k < parts.size(); k++) {
      if (sides.get(k) > 0) {
        groups.get(sides.get(k) - 1).add(parts.get(k));
      }
    }
    Group a = Group.of(groups.get(0));
    Group b = functions ? a : Group.of(groups.get(1));
    Group c = Group.of(groups.get(2));
    boolean proper = !a.isEmpty() && !b.isEmpty() && !(functions && c.isEmpty());
    if (proper) {
      int size = groups.get(0).size() + groups.get(1).size();
      all.add(new Weighed(new Zero(a, b, c), size, groups.get(2).size()));
    }
  }

  /** The same with pieces that follow each other drawn together. */
  private Zero joined(Zero zero) {
    Cutting cutting = new Cutting(List.of(), Level.ENDS, Set.of());
    return new Zero(cutting.real(zero.a()), cutting.real(zero.b()), cutting.real(zero.c()));
  }

  /** What an assumption that holds at every time says of the letters at hand. */
  private List<Assumption> instances(Assumption stated) {
    List<Assumption> instances = new ArrayList<>();
    TimedFact fact = TimedFact.of(0, stated, horizon);
    for (TimedFact.Instance instance : fact.numeric(horizon, last, last)) {
      instances.add(Assumption.zero(stated.kind(), stated.text(), instance.form()));
    }
    return instances;
  }
}
