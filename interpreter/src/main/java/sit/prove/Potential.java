package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.check.Checker;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Proves claims for every horizon: one linear program finds a potential together with the
 * combination of basic inequalities and facts that each step is, and those that remain at the ends.
 */
public final class Potential {
  private static final String METHOD = "potential";

  private final HorizonForm form;
  private final List<Assumption> assumptions;
  private final Limits limits;

  private Potential(HorizonForm form, List<Assumption> assumptions, Limits limits) {
    this.form = form;
    this.assumptions = assumptions;
    this.limits = limits;
  }

  /**
   * What is known of a claim about a horizon.
   *
   * @param assumptions facts in which an index that is free, and is not the claim's horizon, ranges
   *     over every time
   */
  public static Verdict decide(Claim claim, List<Assumption> assumptions, Limits limits) {
    List<Assumption> facts = connected(claim, assumptions);
    HorizonForm.Read read = HorizonForm.of(claim, facts);
    if (read.form().isEmpty()) {
      return open(read.trouble());
    }
    try {
      Potential potential = new Potential(read.form().get(), facts, limits);
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

  private static Verdict open(String outcome) {
    return new Verdict.Open(List.of(new Verdict.Attempt(METHOD, outcome)));
  }

  /** The facts that speak of the claim's variables, or of those of facts that do, and so on. */
  private static List<Assumption> connected(Claim claim, List<Assumption> assumptions) {
    Set<String> names = TimedFact.names(claim.difference());
    List<Assumption> left = new ArrayList<>(assumptions);
    List<Assumption> taken = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Assumption assumption : List.copyOf(left)) {
        Set<String> mine = TimedFact.names(assumption.difference());
        if (mine.isEmpty() || mine.stream().anyMatch(names::contains)) {
          names.addAll(mine);
          taken.add(assumption);
          left.remove(assumption);
          more = true;
        }
      }
    }
    return taken;
  }

  private final Map<Integer, HorizonForm> whole = new TreeMap<>();
  private String trouble = "infeasible";

  private Optional<HorizonCertificate> prove() {
    List<TimedFact> facts = new ArrayList<>();
    for (int i = 0; i < assumptions.size(); i++) {
      Assumption assumption = assumptions.get(i);
      if (TimedFact.hasSums(assumption)) {
        whole(i, assumption);
      } else {
        facts.add(TimedFact.of(i, assumption, form.horizon()));
      }
    }
    Optional<Frame> frame = frame(facts);
    if (frame.isEmpty()) {
      trouble = "its indices are out of reach";
      return Optional.empty();
    }
    Optional<HorizonCertificate> plain = prove(frame.get(), facts, List.of());
    if (plain.isPresent() || facts.isEmpty()) {
      return plain;
    }
    Lemmas lemmas = new Lemmas(frame.get(), assumptions.size(), facts, limits);
    List<Induction> closures = lemmas.find();
    return closures.isEmpty() ? Optional.empty() : prove(frame.get(), lemmas.known(), closures);
  }

  /** Takes a fact that holds sums apart, if it is one about this horizon. */
  private void whole(int place, Assumption assumption) {
    if (HorizonForm.free(assumption.difference()).equals(Set.of(form.horizon()))) {
      Claim stated = new Claim(assumption.difference(), assumption.sense());
      HorizonForm.of(stated, form.horizon(), form.time())
          .form()
          .filter(fact -> fact.multiple() == 0)
          .ifPresent(fact -> whole.put(place, fact));
    }
  }

  /** A frame for the claim and as many facts as fit. */
  private Optional<Frame> frame(List<TimedFact> facts) {
    List<NormalForm> generic = new ArrayList<>();
    Optional<Frame> frame = Frame.of(form, List.copyOf(whole.values()), generic);
    for (TimedFact fact : facts) {
      generic.add(fact.generic(form.time()));
      Optional<Frame> wider = Frame.of(form, List.copyOf(whole.values()), generic);
      if (wider.isPresent()) {
        frame = wider;
      } else {
        generic.remove(generic.size() - 1);
      }
    }
    return frame;
  }

  private Optional<HorizonCertificate> prove(
      Frame frame, List<TimedFact> known, List<Induction> lemmas) {
    Optional<NormalForm> step = frame.step().form(form.summand());
    Optional<NormalForm> ends = frame.ends().form(form.rest(frame.span()));
    if (step.isEmpty() || ends.isEmpty()) {
      trouble = "its terms are out of reach";
      return Optional.empty();
    }
    Potentials potentials = new Potentials(frame);
    List<Potentials.Candidate> all =
        new ArrayList<>(potentials.all(processes(true), processes(false)));
    List<Potentials.Candidate> near =
        potentials.near(all, withFacts(step.get(), known, frame), ends.get());
    List<NormalForm> bodies = form.sums().stream().map(HorizonForm.Sum::body).toList();
    List<Potentials.Candidate> multiples = potentials.multiples(bodies, form.rest());
    all.addAll(multiples);
    near.addAll(multiples);
    List<HorizonProgram.WholeFact> sums = sums(frame);
    HorizonProgram narrow =
        new HorizonProgram(frame, step.get(), ends.get(), known, sums, near, limits);
    HorizonProgram wide =
        new HorizonProgram(frame, step.get(), ends.get(), known, sums, all, limits);
    List<TimedFact> plain = known.stream().filter(f -> f.place() < assumptions.size()).toList();
    SmallHorizons small = new SmallHorizons(form, plain, limits);
    // the first few horizons are proved without facts that hold sums
    Predicate<HorizonProgram.Solution> starts =
        solution -> solution.given().isEmpty() || frame.span().least() == 1;
    Optional<HorizonProgram.Solution> identity =
        narrow.identity().or(wide::identity).filter(starts);
    if (identity.isPresent()) {
      Optional<List<Sum>> first = small.prove(frame.span().least(), true, false);
      if (first.isPresent()) {
        return Optional.of(
            certificate(frame, lemmas, List.of(identity.get()), List.of(first.get())));
      }
    }
    int directions = form.claim().sense() == Sense.ZERO ? 2 : 1;
    List<HorizonProgram.Solution> solutions = new ArrayList<>();
    List<List<Sum>> firsts = new ArrayList<>();
    for (int k = 0; k < directions; k++) {
      boolean negated = k == 1;
      Optional<HorizonProgram.Solution> found =
          narrow
              .restricted(negated)
              .or(() -> narrow.complete(negated))
              .or(() -> wide.complete(negated))
              .filter(starts);
      Optional<List<Sum>> start =
          found.isEmpty() ? Optional.empty() : small.prove(frame.span().least(), false, negated);
      if (start.isEmpty()) {
        trouble = found.isEmpty() ? "infeasible" : "not proved for the first few n";
        return Optional.empty();
      }
      solutions.add(found.get());
      firsts.add(start.get());
    }
    return Optional.of(certificate(frame, lemmas, solutions, firsts));
  }

  private List<HorizonProgram.WholeFact> sums(Frame frame) {
    List<HorizonProgram.WholeFact> facts = new ArrayList<>();
    whole.forEach(
        (place, fact) -> {
          Optional<NormalForm> step = frame.step().form(fact.summand());
          Optional<NormalForm> ends = frame.ends().form(fact.rest(frame.span()));
          if (step.isPresent() && ends.isPresent()) {
            NormalForm all = step.get().add(ends.get());
            facts.add(new HorizonProgram.WholeFact(place, assumptions.get(place).sense(), all));
          }
        });
    return facts;
  }

  private Set<String> processes(boolean timed) {
    Set<String> names = new TreeSet<>();
    List<NormalForm> forms = new ArrayList<>(List.of(form.rest()));
    form.sums().forEach(sum -> forms.add(sum.body()));
    assumptions.forEach(a -> forms.add(a.difference()));
    for (NormalForm each : forms) {
      for (Variable variable : each.variables()) {
        if (variable instanceof Variable.Single != timed) {
          names.add(variable.name());
        }
      }
    }
    return names;
  }

  private static NormalForm withFacts(NormalForm step, List<TimedFact> known, Frame frame) {
    NormalForm total = step;
    for (TimedFact fact : known) {
      for (TimedFact.Instance instance : fact.step(frame)) {
        for (sit.term.Group group : Potentials.groups(instance.form())) {
          NormalForm entropy = NormalForm.entropy(group);
          if (total.coefficient(entropy.coefficients().firstKey()).isZero()) {
            total = total.add(entropy);
          }
        }
      }
    }
    return total;
  }

  private HorizonCertificate certificate(
      Frame frame,
      List<Induction> lemmas,
      List<HorizonProgram.Solution> solutions,
      List<List<Sum>> starts) {
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
              starts.get(k)));
    }
    return trimmed(
        new HorizonCertificate(
            form.claim(),
            assumptions,
            form.horizon(),
            form.time(),
            form.multiple(),
            lemmas,
            telescopes));
  }

  /** The certificate with those assumptions and lemmas only that it uses. */
  private static HorizonCertificate trimmed(HorizonCertificate certificate) {
    int given = certificate.assumptions().size();
    TreeSet<Integer> used = new TreeSet<>();
    for (Telescope telescope : certificate.telescopes()) {
      telescope.given().forEach(use -> used.add(use.fact()));
      collect(telescope.step(), used);
      collect(telescope.ends(), used);
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
              telescope.small().stream().map(sum -> moved(sum, places)).toList()));
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
  }

  private static Sum moved(Sum sum, TreeMap<Integer, Integer> places) {
    return new Sum(sum.cuts(), sum.basics(), moved(sum.uses(), places), sum.surplus());
  }

  private static List<Use> moved(List<Use> uses, TreeMap<Integer, Integer> places) {
    List<Use> moved = new ArrayList<>();
    uses.forEach(u -> moved.add(new Use(places.get(u.fact()), u.at(), u.multiplier())));
    return moved;
  }
}
