package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.term.NormalForm;

/**
 * Whether a step about every horizon follows from its reason: in each term of its sums, and at the
 * ends.
 */
public final class HorizonJustification {
  private HorizonJustification() {}

  /**
   * Whether the step is a telescoping sum of instances of the rules and of the facts, at a generic
   * time and at the ends; empty where the form is out of reach. Telescoping is an identity and
   * therefore free.
   *
   * @param assumptions what the premises of an instance may follow from
   * @param usable which of the assumptions may be added besides
   */
  public static Optional<Boolean> follows(
      Claim step,
      List<Assumption> assumptions,
      List<Rule> rules,
      Predicate<Assumption> usable,
      Limits limits) {
    Optional<Boolean> narrow = follows(step, assumptions, rules, usable, limits, false);
    boolean stationary =
        assumptions.stream()
            .anyMatch(a -> a.kind() == Assumption.Kind.STATIONARY && usable.test(a));
    return narrow.equals(Optional.of(true)) || !stationary
        ? narrow
        : follows(step, assumptions, rules, usable, limits, true);
  }

  private static Optional<Boolean> follows(
      Claim step,
      List<Assumption> assumptions,
      List<Rule> rules,
      Predicate<Assumption> usable,
      Limits limits,
      boolean wider) {
    Horizon.Read read = Horizon.of(step, assumptions, wider, false);
    if (read.horizon().isEmpty()) {
      return Optional.empty();
    }
    Horizon horizon = read.horizon().get();
    List<Assumption> given = new ArrayList<>();
    List<Assumption> facts = new ArrayList<>();
    for (TimedFact fact : horizon.facts()) {
      Assumption stated = horizon.assumptions().get(fact.place());
      List<TimedFact.Instance> instances = new ArrayList<>(fact.step(horizon.frame()));
      instances.addAll(fact.ends(horizon.frame()));
      instances.addAll(fact.inner(horizon.frame()));
      for (TimedFact.Instance instance : instances) {
        add(given, facts, stated, instance.form(), usable);
      }
    }
    for (HorizonProgram.WholeFact sum : horizon.sums()) {
      Assumption stated = horizon.assumptions().get(sum.place());
      add(given, facts, stated, sum.form(), usable);
    }
    List<Assumption> identities = new ArrayList<>();
    List<Potentials.Candidate> potentials = new ArrayList<>();
    potentials.addAll(horizon.near(horizon.potentials(), horizon.facts()));
    potentials.addAll(horizon.multiples());
    potentials.addAll(horizon.nearInner(horizon.innerPotentials()));
    List<NormalForm> spoken = new ArrayList<>(List.of(horizon.total()));
    given.forEach(g -> spoken.add(g.difference()));
    potentials.forEach(p -> spoken.addAll(List.of(p.growth(), p.atEnds())));
    for (Shifts shifts : horizon.stationary()) {
      Assumption stated = horizon.assumptions().get(shifts.place());
      List<Shifts.Instance> moved =
          new ArrayList<>(shifts.instances(horizon.frame().step(), spoken));
      moved.addAll(shifts.instances(horizon.frame().ends(), spoken));
      moved.forEach(m -> add(given, facts, stated, m.form(), usable));
    }
    for (Potentials.Candidate candidate : potentials) {
      NormalForm zero = candidate.atEnds().subtract(candidate.growth());
      identities.add(Assumption.zero(Assumption.Kind.RELATION, "telescoping", zero));
    }
    Claim combined = new Claim(horizon.total(), step.sense());
    if (Justification.follows(combined, given, rules, facts, identities, limits).follows()) {
      return Optional.of(true);
    }
    List<Assumption> more = lemmas(horizon, limits);
    given.addAll(more);
    return Optional.of(
        !more.isEmpty()
            && Justification.follows(combined, given, rules, facts, identities, limits).follows());
  }

  /** What holds of pasts and futures because the facts hold at every time. */
  private static List<Assumption> lemmas(Horizon horizon, Limits limits) {
    Frame frame = horizon.frame();
    Lemmas lemmas = new Lemmas(frame, horizon.assumptions().size(), horizon.facts(), limits);
    lemmas.find();
    List<Assumption> found = new ArrayList<>();
    for (TimedFact lemma : lemmas.known()) {
      if (lemma.place() >= horizon.assumptions().size()) {
        List<TimedFact.Instance> instances = new ArrayList<>(lemma.step(frame));
        instances.addAll(lemma.ends(frame));
        instances.addAll(lemma.inner(frame));
        for (TimedFact.Instance instance : instances) {
          found.add(Assumption.zero(Assumption.Kind.RELATION, "lemma", instance.form()));
        }
      }
    }
    return found;
  }

  private static void add(
      List<Assumption> given,
      List<Assumption> facts,
      Assumption stated,
      NormalForm instance,
      Predicate<Assumption> usable) {
    Assumption at = new Assumption(stated.kind(), stated.text(), instance, stated.sense());
    given.add(at);
    if (usable.test(stated)) {
      facts.add(at);
    }
  }
}
