package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import sit.check.Checker;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.OrderCertificate;
import sit.proof.Sense;
import sit.term.NestedSums;
import sit.term.Term;

/**
 * Proves claims for every horizon: one linear program finds a potential together with the
 * combination of basic inequalities and facts that each step is, and those that remain at the ends.
 */
public final class Potential {
  private static final String METHOD = "potential";

  private final Allowed allowed;
  private final Horizon horizon;
  private final Frame frame;
  private final boolean plain;
  private final Limits limits;
  private String trouble = "infeasible";

  private Potential(Horizon horizon, Allowed allowed, boolean plain, Limits limits) {
    this.allowed = allowed;
    this.horizon = horizon;
    this.plain = plain;
    this.frame = horizon.frame();
    this.limits = limits;
  }

  /**
   * What is known of a claim about a horizon.
   *
   * @param assumptions facts in which an index that is free, and is not the claim's horizon, ranges
   *     over every time
   */
  public static Verdict decide(Claim claim, List<Assumption> assumptions, Limits limits) {
    return decide(claim, assumptions, Allowed.ALL, limits);
  }

  /** The same by some inequalities, and facts about densities, only. */
  static Verdict decide(Claim claim, List<Assumption> assumptions, Allowed allowed, Limits limits) {
    boolean stationary = assumptions.stream().anyMatch(a -> a.kind() == Assumption.Kind.STATIONARY);
    Verdict verdict = open("infeasible");
    if (OrderProof.isFor(claim) && allowed == Allowed.ALL) {
      return inEveryOrder(claim, assumptions, limits);
    }
    boolean nested = NestedSums.in(claim.difference());
    for (boolean counted : nested ? new boolean[] {false, true} : new boolean[] {false}) {
      for (boolean plain : stationary ? new boolean[] {true, false} : new boolean[] {false}) {
        for (boolean wider : stationary ? new boolean[] {false, true} : new boolean[] {false}) {
          if (verdict instanceof Verdict.Open) {
            Horizon.Read read = Horizon.of(claim, assumptions, wider, counted);
            verdict = decide(read, allowed, limits, plain);
          }
        }
      }
    }
    return verdict;
  }

  /**
   * One attempt.
   *
   * @param plain whether to do without a potential
   */
  private static Verdict decide(Horizon.Read read, Allowed allowed, Limits limits, boolean plain) {
    if (read.horizon().isEmpty()) {
      return open(read.trouble());
    }
    try {
      Potential potential = new Potential(read.horizon().get(), allowed, plain, limits);
      Optional<HorizonCertificate> found = potential.prove();
      if (found.isEmpty()) {
        return open(potential.trouble);
      }
      Optional<String> objection = Checker.objection(found.get());
      return objection.isEmpty()
          ? new Verdict.Proved(Checker.accept(found.get()), METHOD)
          : open("rejected: " + objection.get());
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
      return open(e.getMessage());
    }
  }

  private static Verdict inEveryOrder(Claim claim, List<Assumption> assumptions, Limits limits) {
    try {
      Optional<OrderCertificate> found = OrderProof.of(claim, assumptions, limits);
      if (found.isEmpty()) {
        return open("not proved in every order of the times");
      }
      Optional<String> objection = Checker.objection(found.get());
      return objection.isEmpty()
          ? new Verdict.Proved(Checker.accept(found.get()), "orders")
          : open("rejected: " + objection.get());
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
      return open(e.getMessage());
    }
  }

  private static Verdict open(String outcome) {
    return new Verdict.Open(List.of(new Verdict.Attempt(METHOD, outcome)));
  }

  private Optional<HorizonCertificate> prove() {
    List<TimedFact> facts = horizon.facts();
    Optional<HorizonCertificate> first = prove(facts, List.of());
    if (first.isPresent() || facts.isEmpty() || plain) {
      return first;
    }
    Lemmas lemmas = new Lemmas(frame, horizon.assumptions().size(), facts, limits);
    List<Induction> closures = lemmas.find();
    return closures.isEmpty() ? Optional.empty() : prove(lemmas.known(), closures);
  }

  /** A program that is made when it is needed. */
  private static final class Deferred implements Supplier<HorizonProgram> {
    private final Supplier<HorizonProgram> make;
    private HorizonProgram made;

    Deferred(Supplier<HorizonProgram> make) {
      this.make = make;
    }

    @Override
    public HorizonProgram get() {
      made = made == null ? make.get() : made;
      return made;
    }
  }

  private HorizonProgram program(List<TimedFact> known, List<Potentials.Candidate> potentials) {
    return new HorizonProgram(
        frame,
        List.of(horizon.step(), horizon.ends(), horizon.inner()),
        known,
        horizon.sums(),
        horizon.stationary(),
        potentials,
        allowed,
        limits);
  }

  private Optional<HorizonCertificate> prove(List<TimedFact> known, List<Induction> lemmas) {
    List<Potentials.Candidate> all = new ArrayList<>(plain ? List.of() : horizon.potentials());
    List<Potentials.Candidate> near = new ArrayList<>(horizon.near(all, known));
    all.addAll(horizon.multiples());
    near.addAll(horizon.multiples());
    List<Potentials.Candidate> pairs = plain ? List.of() : horizon.innerPotentials();
    all.addAll(pairs);
    near.addAll(horizon.nearInner(pairs));
    List<Potentials.Candidate> logarithms = plain ? List.of() : horizon.logarithms();
    all.addAll(logarithms);
    near.addAll(logarithms);
    HorizonProgram narrow = program(known, near);
    Deferred wide = new Deferred(() -> program(known, all));
    SmallHorizons small =
        new SmallHorizons(horizon.form(), horizon.facts(), horizon.stationary(), allowed, limits);
    int least = frame.span().least();
    // the first few horizons are proved without facts that hold sums
    Predicate<HorizonProgram.Solution> starts =
        solution -> solution.given().isEmpty() || least == 1;
    Optional<HorizonProgram.Solution> identity =
        narrow.identity().or(() -> plain ? Optional.empty() : wide.get().identity()).filter(starts);
    if (identity.isPresent()) {
      Optional<List<Sum>> first = small.prove(least, true, false);
      if (first.isPresent()) {
        return Optional.of(certificate(lemmas, List.of(identity.get()), List.of(first.get())));
      }
    }
    int directions = horizon.form().claim().sense() == Sense.ZERO ? 2 : 1;
    List<HorizonProgram.Solution> solutions = new ArrayList<>();
    List<List<Sum>> firsts = new ArrayList<>();
    for (int k = 0; k < directions; k++) {
      boolean negated = k == 1;
      Optional<HorizonProgram.Solution> found =
          narrow
              .restricted(negated)
              .or(() -> plain ? Optional.empty() : narrow.complete(negated))
              .or(() -> plain ? Optional.empty() : wide.get().complete(negated))
              .filter(starts);
      Optional<List<Sum>> start =
          found.isEmpty() ? Optional.empty() : small.prove(least, false, negated);
      if (start.isEmpty()) {
        trouble = found.isEmpty() ? "infeasible" : "not proved for the first few n";
        return Optional.empty();
      }
      solutions.add(found.get());
      firsts.add(start.get());
    }
    return Optional.of(certificate(lemmas, solutions, firsts));
  }

  private HorizonCertificate certificate(
      List<Induction> lemmas, List<HorizonProgram.Solution> solutions, List<List<Sum>> starts) {
    List<Telescope> telescopes = new ArrayList<>();
    for (int k = 0; k < solutions.size(); k++) {
      HorizonProgram.Solution solution = solutions.get(k);
      telescopes.add(
          new Telescope(
              frame.span(),
              solution.given(),
              solution.potential(),
              solution.step(),
              solution.ends(),
              starts.get(k),
              solution.inner()));
    }
    return trimmed(
        new HorizonCertificate(
            horizon.form().claim(),
            horizon.assumptions(),
            frame.horizon(),
            frame.time(),
            horizon.form().multiple(),
            lemmas,
            telescopes));
  }

  /** The certificate with those assumptions and lemmas only that it uses. */
  private static HorizonCertificate trimmed(HorizonCertificate certificate) {
    int given = certificate.assumptions().size();
    TreeSet<Integer> used = new TreeSet<>();
    for (int k = 0; k < given; k++) {
      // n >= 2 says which horizons are meant
      Term meant = new Term.Symbol(certificate.horizon());
      if (certificate.assumptions().get(k).difference().atoms().stream().allMatch(meant::equals)) {
        used.add(k);
      }
    }
    for (Telescope telescope : certificate.telescopes()) {
      telescope.given().forEach(use -> used.add(use.fact()));
      collect(telescope.step(), used);
      collect(telescope.ends(), used);
      telescope.inner().ifPresent(inner -> collect(inner.step(), used));
      telescope.small().forEach(sum -> collect(sum, used));
    }
    for (int k = certificate.lemmas().size() - 1; k >= 0; k--) {
      if (used.contains(given + k)) {
        collect(certificate.lemmas().get(k).start(), used);
        collect(certificate.lemmas().get(k).step(), used);
      }
    }
    TreeMap<Integer, Integer> places = new TreeMap<>();
    used.forEach(fact -> places.put(fact, places.size()));
    List<Assumption> assumptions = new ArrayList<>();
    List<Induction> lemmas = new ArrayList<>();
    for (int fact : used) {
      if (fact < given) {
        assumptions.add(certificate.assumptions().get(fact));
      } else {
        Induction lemma = certificate.lemmas().get(fact - given);
        lemmas.add(
            new Induction(
                lemma.measure(),
                lemma.rising(),
                lemma.span(),
                moved(lemma.start(), places),
                moved(lemma.step(), places)));
      }
    }
    List<Telescope> telescopes = new ArrayList<>();
    for (Telescope telescope : certificate.telescopes()) {
      telescopes.add(
          new Telescope(
              telescope.span(),
              moved(telescope.given(), places),
              telescope.potential(),
              moved(telescope.step(), places),
              moved(telescope.ends(), places),
              telescope.small().stream().map(sum -> moved(sum, places)).toList(),
              telescope.inner().map(inner -> moved(inner, places))));
    }
    return new HorizonCertificate(
        certificate.claim(),
        assumptions,
        certificate.horizon(),
        certificate.time(),
        certificate.multiple(),
        lemmas,
        telescopes);
  }

  private static void collect(Sum sum, Set<Integer> used) {
    sum.uses().forEach(use -> used.add(use.fact()));
    sum.shifts().forEach(shift -> used.add(shift.fact()));
  }

  private static Inner moved(Inner inner, TreeMap<Integer, Integer> places) {
    Sum step = moved(inner.step(), places);
    return new Inner(
        inner.index(), inner.first(), inner.before(), inner.potential(), inner.across(), step);
  }

  private static Sum moved(Sum sum, TreeMap<Integer, Integer> places) {
    List<Shift> shifts = new ArrayList<>();
    for (Shift shift : sum.shifts()) {
      int place = places.get(shift.fact());
      shifts.add(new Shift(place, shift.blocks(), shift.by(), shift.multiplier()));
    }
    List<Use> uses = moved(sum.uses(), places);
    return new Sum(sum.cuts(), sum.basics(), sum.laws(), uses, shifts, sum.surplus());
  }

  private static List<Use> moved(List<Use> uses, TreeMap<Integer, Integer> places) {
    List<Use> moved = new ArrayList<>();
    uses.forEach(u -> moved.add(new Use(places.get(u.fact()), u.at(), u.multiplier(), u.law())));
    return moved;
  }
}
