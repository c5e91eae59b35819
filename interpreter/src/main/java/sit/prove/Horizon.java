package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.NestedSums;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * A claim about a horizon made ready: taken apart, with its facts, and written in pieces at a
 * generic time and at the ends.
 *
 * @param assumptions those that have to do with the claim
 * @param facts those of them that hold no sums
 * @param whole those that hold sums, by their place
 * @param stationary those that say that processes are stationary
 * @param step what is summed, in pieces at a generic time
 * @param ends what is not, in pieces at the ends
 * @param inner what is summed in sums in sums, in pieces at a generic pair of times
 */
record Horizon(
    HorizonForm form,
    Frame frame,
    List<Assumption> assumptions,
    List<TimedFact> facts,
    Map<Integer, HorizonForm> whole,
    List<Shifts> stationary,
    NormalForm step,
    NormalForm ends,
    NormalForm inner) {

  /** The claim made ready, or in words why it cannot be. */
  record Read(Optional<Horizon> horizon, String trouble) {}

  /**
   * Makes a claim ready.
   *
   * @param given facts in which an index that is free, and is not the claim's horizon, ranges over
   *     every time
   */
  static Read of(Claim claim, List<Assumption> given) {
    return of(claim, given, false, false);
  }

  /**
   * Makes a claim ready.
   *
   * @param wider whether everything is cut a letter farther out, so that blocks can be moved
   * @param counted whether terms of sums in sums are counted where one of the times does not matter
   */
  static Read of(Claim claim, List<Assumption> given, boolean wider, boolean counted) {
    List<Assumption> assumptions = connected(claim, given);
    HorizonForm.Read read = HorizonForm.of(claim, assumptions, counted);
    if (read.form().isEmpty()) {
      return new Read(Optional.empty(), read.trouble());
    }
    HorizonForm form = read.form().get();
    List<TimedFact> facts = new ArrayList<>();
    List<Shifts> stationary = new ArrayList<>();
    Map<Integer, HorizonForm> whole = new TreeMap<>();
    for (int i = 0; i < assumptions.size(); i++) {
      Assumption assumption = assumptions.get(i);
      if (TimedFact.hasSums(assumption)) {
        int place = i;
        apart(assumption, form).ifPresent(fact -> whole.put(place, fact));
      } else if (assumption.kind() == Assumption.Kind.STATIONARY) {
        Shifts.of(i, assumption).ifPresent(stationary::add);
      } else {
        facts.add(TimedFact.of(i, assumption, form.horizon()));
      }
    }
    Optional<Frame> frame = frame(form, List.copyOf(whole.values()), facts, wider);
    if (frame.isEmpty()) {
      return new Read(Optional.empty(), "its indices are out of reach");
    }
    NormalForm summand = form.summand();
    Optional<NormalForm> inner = Optional.of(NormalForm.ZERO);
    if (frame.get().inner().isPresent()) {
      Frame.InnerFrame pairs = frame.get().inner().get();
      inner = pairs.cutting().form(form.pairs());
      for (NormalForm outside : pairs.outside(form)) {
        summand = summand.add(outside);
      }
    }
    Optional<NormalForm> step = frame.get().step().form(summand);
    Optional<NormalForm> ends = frame.get().ends().form(form.rest(frame.get().span()));
    if (step.isEmpty() || ends.isEmpty() || inner.isEmpty()) {
      return new Read(Optional.empty(), "its terms are out of reach");
    }
    Horizon ready =
        new Horizon(
            form,
            frame.get(),
            assumptions,
            facts,
            whole,
            stationary,
            step.get(),
            ends.get(),
            inner.get());
    return new Read(Optional.of(ready), "");
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

  /** Takes a fact that holds sums apart, if it is one about this horizon. */
  private static Optional<HorizonForm> apart(Assumption assumption, HorizonForm form) {
    if (!HorizonForm.free(assumption.difference()).equals(Set.of(form.horizon()))) {
      return Optional.empty();
    }
    Claim stated = new Claim(assumption.difference(), assumption.sense());
    return HorizonForm.of(stated, form.horizon(), form.time(), false)
        .form()
        .filter(fact -> fact.multiple() == 0 && !NestedSums.in(assumption.difference()));
  }

  /** A frame for the claim and as many facts as fit. */
  private static Optional<Frame> frame(
      HorizonForm form, List<HorizonForm> whole, List<TimedFact> facts, boolean wider) {
    List<NormalForm> generic = new ArrayList<>();
    Optional<Frame> frame = Frame.of(form, whole, generic, wider);
    for (TimedFact fact : facts) {
      generic.add(fact.generic(form.time()));
      Optional<Frame> larger = Frame.of(form, whole, generic, wider);
      if (larger.isPresent()) {
        frame = larger;
      } else {
        generic.remove(generic.size() - 1);
      }
    }
    return frame;
  }

  /** The facts that hold sums, in pieces. */
  List<HorizonProgram.WholeFact> sums() {
    List<HorizonProgram.WholeFact> sums = new ArrayList<>();
    whole.forEach(
        (place, fact) -> {
          Optional<NormalForm> inside = frame.step().form(fact.summand());
          Optional<NormalForm> outside = frame.ends().form(fact.rest(frame.span()));
          if (inside.isPresent() && outside.isPresent()) {
            NormalForm all = inside.get().add(outside.get());
            sums.add(new HorizonProgram.WholeFact(place, assumptions.get(place).sense(), all));
          }
        });
    return sums;
  }

  /** All that is to be made up, in pieces. */
  NormalForm total() {
    return step.add(ends).add(inner);
  }

  /** Every term that a potential for sums in sums may have. */
  List<Potentials.Candidate> innerPotentials() {
    return new Potentials(frame).inner(names(true), names(false));
  }

  /** Those of these terms that speak of sets at hand. */
  List<Potentials.Candidate> nearInner(List<Potentials.Candidate> all) {
    return new Potentials(frame).near(all, inner, step);
  }

  /** Every term that a potential may have. */
  List<Potentials.Candidate> potentials() {
    return new Potentials(frame).all(names(true), names(false));
  }

  /** Those of the terms that speak of sets at hand in the claim or in facts. */
  List<Potentials.Candidate> near(List<Potentials.Candidate> all, List<TimedFact> known) {
    NormalForm sets = step;
    for (TimedFact fact : known) {
      for (TimedFact.Instance instance : fact.step(frame)) {
        for (Group group : Potentials.groups(instance.form())) {
          NormalForm entropy = NormalForm.entropy(group);
          if (sets.coefficient(entropy.coefficients().firstKey()).isZero()) {
            sets = sets.add(entropy);
          }
        }
      }
    }
    return new Potentials(frame).near(all, sets, ends);
  }

  /** The terms that are logarithms of densities. */
  List<Potentials.Candidate> logarithms() {
    List<NormalForm> forms = new ArrayList<>(List.of(form.summand(), form.rest()));
    whole.values().forEach(fact -> forms.addAll(List.of(fact.summand(), fact.rest())));
    facts.forEach(fact -> forms.add(fact.generic(form.time())));
    return new Potentials(frame).logarithms(names(true), names(false), forms);
  }

  /** The terms that stand for multiples of the time. */
  List<Potentials.Candidate> multiples() {
    List<NormalForm> bodies = form.sums().stream().map(HorizonForm.Sum::body).toList();
    return new Potentials(frame).multiples(bodies, form.rest());
  }

  private Set<String> names(boolean processes) {
    Set<String> names = new TreeSet<>();
    List<NormalForm> forms = new ArrayList<>(List.of(form.rest(), form.pairs()));
    form.sums().forEach(sum -> forms.add(sum.body()));
    assumptions.forEach(a -> forms.add(a.difference()));
    for (NormalForm each : forms) {
      for (Variable variable : each.variables()) {
        if (variable instanceof Variable.Single != processes) {
          names.add(variable.name());
        }
      }
    }
    return names;
  }
}
