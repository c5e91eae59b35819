package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import sit.check.Reading;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Looks for one more assumption that would make a claim provable: an independence {@code I(A; B |
 * C) = 0}, else a function {@code A = f(B)}. A polymatroid that satisfies what is given and
 * violates the claim also rules out every candidate that it satisfies, so that few programs are
 * solved.
 */
public final class Missing {
  private static final int MOST_FOUND = 3;
  static final int ALL_SETS = 7;
  private static final int LATTICE = 40;
  private static final int MOST_CANDIDATES = 20_000;

  /**
   * A row that holds up to one where it should be zero, seen against vectors of length ten
   * thousand.
   */
  private static final double VIOLATED = 20;

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Limits limits;
  private final Columns columns;
  private final List<Pair> basics;
  private final Set<Long> sets;
  private final List<Map<Long, Double>> witnesses = new ArrayList<>();

  /**
   * What might be missing.
   *
   * @param instances what it says of the claim's variables
   */
  record Candidate(Zero zero, Assumption stated, List<Assumption> instances) {}

  /**
   * A search.
   *
   * @param apart groups that candidates may tell apart, besides those that the claim does
   */
  Missing(Claim claim, List<Assumption> assumptions, Set<Group> apart, Limits limits) {
    this.claim = claim;
    this.assumptions = assumptions;
    this.limits = limits;
    List<NormalForm> all = new ArrayList<>();
    all.add(claim.difference());
    assumptions.forEach(assumption -> all.add(assumption.difference()));
    this.columns = Columns.of(all, apart);
    int n = columns.blockCount();
    this.sets = n <= ALL_SETS ? allSets(n) : lattice(n);
    this.basics = n <= ALL_SETS ? Families.elementals(n, limits) : Families.pairs(sets, limits);
  }

  /**
   * Up to three assumptions each of which would make the claim provable, weakest first; none where
   * none was found within the limits, or where the claim is provable as it stands. None of them
   * makes a variable constant or contradicts what is given.
   */
  public static List<Assumption> search(Claim claim, List<Assumption> assumptions, Limits limits) {
    List<NormalForm> all = new ArrayList<>(List.of(claim.difference()));
    assumptions.forEach(assumption -> all.add(assumption.difference()));
    if (Columns.of(all).blockCount() > Columns.MOST_BLOCKS) {
      return List.of();
    }
    List<Assumption> found = new ArrayList<>();
    try {
      new Missing(claim, assumptions, Set.of(), limits).search(found);
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
    }
    return found;
  }

  private void search(List<Assumption> found) {
    if (isProvable()) {
      return;
    }
    List<Assumption> poor = new ArrayList<>();
    search(candidates(independences()), found, poor, assumption -> true);
    if (found.isEmpty()) {
      search(candidates(functions()), found, poor, assumption -> true);
    }
    if (found.isEmpty()) {
      found.addAll(poor.subList(0, Math.min(MOST_FOUND, poor.size())));
    }
  }

  /** Whether the claim needs nothing more. */
  boolean isProvable() {
    return columns.blockCount() == 0 || proves(assumptions, claim);
  }

  private static List<Candidate> candidates(List<Zero> zeros) {
    List<Candidate> candidates = new ArrayList<>();
    for (Zero zero : zeros) {
      Assumption assumption = zero.assumption();
      candidates.add(new Candidate(zero, assumption, List.of(assumption)));
    }
    return candidates;
  }

  /**
   * Adds those that make the claim provable, no more than a few.
   *
   * @param poor takes those under which a side of the claim is nothing
   * @param suffices whether one that does so is what is looked for
   */
  void search(
      Iterable<Candidate> candidates,
      List<Assumption> found,
      List<Assumption> poor,
      Predicate<Assumption> suffices) {
    List<Candidate> kept = new ArrayList<>();
    List<Candidate> restating = new ArrayList<>();
    for (Candidate candidate : candidates) {
      limits.check();
      if (kept.size() >= MOST_FOUND) {
        break;
      }
      Zero zero = candidate.zero;
      if (kept.stream().anyMatch(other -> zero.implies(other.zero))
          || restating.stream().anyMatch(other -> zero.implies(other.zero))
          || ruledOut(candidate)) {
        continue;
      }
      List<Assumption> more = new ArrayList<>(assumptions);
      more.addAll(candidate.instances);
      if (proves(more, claim) && !trivialises(more) && suffices.test(candidate.stated)) {
        if (empties(more)) {
          poor.add(candidate.stated);
        } else {
          (restates(candidate.stated) ? restating : kept).add(candidate);
        }
      }
    }
    kept.addAll(restating.subList(0, Math.min(restating.size(), MOST_FOUND - kept.size())));
    kept.forEach(candidate -> found.add(candidate.stated));
  }

  private boolean restates(Assumption candidate) {
    NormalForm difference = claim.difference();
    return difference.equals(candidate.difference())
        || difference.negate().equals(candidate.difference());
  }

  private boolean proves(List<Assumption> given, Claim what) {
    Program program = new Program(columns, Facts.of(what.difference(), given), limits);
    if (program.identity(what.difference()).isPresent()) {
      return true;
    }
    List<NormalForm> targets = new ArrayList<>(List.of(what.difference()));
    if (what.sense() == Sense.ZERO) {
      targets.add(what.difference().negate());
    }
    for (NormalForm target : targets) {
      Program.Outcome outcome = program.solve(target, basics);
      if (outcome instanceof Program.None none && what == claim) {
        witnesses.add(none.witness());
      }
      if (!(outcome instanceof Program.Found)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a side of the claim is nothing under what is given, and was something before. */
  private boolean empties(List<Assumption> given) {
    if (claim.sides().isEmpty()) {
      return false;
    }
    for (Term side : List.of(claim.sides().get().left(), claim.sides().get().right())) {
      NormalForm form = Reading.of(side);
      Claim nothing = new Claim(form, Sense.ZERO);
      boolean plain =
          form.isLinearInEntropies() && !form.isConstant() && columns.know(form.variables());
      if (plain && proves(given, nothing) && !proves(assumptions, nothing)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a polymatroid that violates the claim satisfies all that the candidate says. */
  private boolean ruledOut(Candidate candidate) {
    for (Map<Long, Double> witness : witnesses) {
      boolean violated = false;
      for (Assumption instance : candidate.instances) {
        double value = 0;
        for (Map.Entry<Monomial, Rational> entry :
            instance.difference().coefficients().entrySet()) {
          double h = witness.getOrDefault(columns.mask(entry.getKey().group()), 0.0);
          value += entry.getValue().signum() > 0 ? h : -h;
        }
        violated |= value >= VIOLATED;
      }
      if (!violated) {
        return true;
      }
    }
    return false;
  }

  /** Whether a variable becomes constant or everything follows. */
  private boolean trivialises(List<Assumption> given) {
    NormalForm absurd = NormalForm.constant(Rational.MINUS_ONE);
    if (proves(given, new Claim(absurd, Sense.NON_NEGATIVE))) {
      return true;
    }
    for (int k = 0; k < columns.blockCount(); k++) {
      NormalForm constant = NormalForm.entropy(columns.group(1L << k)).negate();
      Claim vanishes = new Claim(constant, Sense.NON_NEGATIVE);
      if (proves(given, vanishes) && !proves(assumptions, vanishes)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Independences among the sets, those of few variables first; given something before given
   * nothing.
   */
  private List<Zero> independences() {
    Map<NormalForm, Zero> all = new LinkedHashMap<>();
    List<Long> list = new ArrayList<>(sets);
    for (int j = 0; j < list.size() && all.size() < MOST_CANDIDATES; j++) {
      limits.check();
      for (int i = 0; i < j; i++) {
        long s = list.get(i);
        long t = list.get(j);
        long both = s & t;
        boolean inside = sets.contains(s | t) && (both == 0 || sets.contains(both));
        if (both != s && both != t && inside) {
          Zero zero =
              new Zero(columns.group(s & ~both), columns.group(t & ~both), columns.group(both));
          all.put(zero.difference(), zero);
        }
      }
    }
    return sorted(all);
  }

  private List<Zero> functions() {
    Map<NormalForm, Zero> all = new LinkedHashMap<>();
    for (long s : sets) {
      for (long t : sets) {
        if (s != t && (s & t) == s && all.size() < MOST_CANDIDATES) {
          Zero zero = new Zero(columns.group(t & ~s), columns.group(t & ~s), columns.group(s));
          all.put(zero.difference(), zero);
        }
      }
    }
    return sorted(all);
  }

  private static List<Zero> sorted(Map<NormalForm, Zero> all) {
    List<Zero> sorted = new ArrayList<>(all.values());
    sorted.sort(Zero.WEAKEST_FIRST);
    return sorted;
  }

  private static Set<Long> allSets(int n) {
    Set<Long> all = new LinkedHashSet<>();
    for (long set = 1; set < 1L << n; set++) {
      all.add(set);
    }
    return all;
  }

  /** The lattice of the statements' sets, and each block beside and apart from each of these. */
  private Set<Long> lattice(int n) {
    Set<Long> members = Families.lattice(columns.occurring(), LATTICE);
    Set<Long> more = new LinkedHashSet<>(members);
    for (long set : members) {
      for (int k = 0; k < n && more.size() < 4 * LATTICE; k++) {
        more.add(set | 1L << k);
        more.add(1L << k);
        if (set != 1L << k) {
          more.add(set & ~(1L << k));
        }
      }
    }
    more.remove(0L);
    return more;
  }
}
