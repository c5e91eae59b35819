package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NestedSums;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * The first few horizons, for which the general step is not there yet: each is a claim over fixed
 * variables.
 */
final class SmallHorizons {
  private static final int FARTHEST = 4;

  private final HorizonForm form;
  private final List<TimedFact> known;
  private final List<Shifts> stationary;
  private final Allowed allowed;
  private final Limits limits;

  SmallHorizons(
      HorizonForm form,
      List<TimedFact> known,
      List<Shifts> stationary,
      Allowed allowed,
      Limits limits) {
    this.allowed = allowed;
    this.form = form;
    this.known = known;
    this.stationary = stationary;
    this.limits = limits;
  }

  /** The claim's difference at one horizon. */
  static NormalForm difference(HorizonForm form, int n) {
    NormalForm whole =
        HorizonForm.scaled(form.claim().difference(), form.horizon(), form.multiple());
    return NestedSums.at(whole, form.horizon(), n);
  }

  /**
   * Proofs at {@code n = 1 .. least - 1}; nothing where one is not found.
   *
   * @param linearOnly whether facts alone must do
   */
  Optional<List<Sum>> prove(int least, boolean linearOnly, boolean negated) {
    List<Sum> sums = new ArrayList<>();
    for (int n = 1; n < least; n++) {
      NormalForm target = difference(form, n);
      if (isExcluded(n)) {
        sums.add(new Sum(letters(0).cuts(), List.of(), List.of(), List.of(), Rational.ZERO));
        continue;
      }
      NormalForm difference = negated ? target.negate() : target;
      List<Object> instances = new ArrayList<>();
      List<Assumption> facts = new ArrayList<>();
      for (TimedFact fact : known) {
        for (TimedFact.Instance instance :
            fact.numeric(form.horizon(), n, Math.max(n, TimedFact.lastLetter(difference)))) {
          instances.add(instance);
          facts.add(new Assumption(Assumption.Kind.RELATION, "", instance.form(), fact.sense()));
        }
      }
      List<NormalForm> spoken = new ArrayList<>(List.of(difference));
      facts.forEach(fact -> spoken.add(fact.difference()));
      int end = Math.max(n, lastLetter(spoken));
      Cutting letters = letters(end);
      for (Shifts shifts : stationary) {
        for (String process : shifts.processes()) {
          for (int t = 1; t <= end; t++) {
            spoken.add(
                NormalForm.entropy(
                    Group.of(new Variable.Block(process, Index.of(1), Index.of(t)))));
          }
        }
        for (Shifts.Instance instance : shifts.instances(letters, spoken)) {
          instances.add(instance);
          facts.add(Assumption.zero(Assumption.Kind.STATIONARY, "", instance.form()));
        }
      }
      Sense sense = linearOnly ? Sense.ZERO : Sense.NON_NEGATIVE;
      Shannon.Result result = prove(new Claim(difference, sense), facts, linearOnly);
      if (result.certificate().isEmpty()) {
        return Optional.empty();
      }
      sums.add(sum(n, result.certificate().get(), facts, instances));
    }
    return Optional.of(sums);
  }

  private Shannon.Result prove(Claim claim, List<Assumption> facts, boolean linearOnly) {
    Shannon.Result result;
    if (Prover.speakOfDensities(claim, facts)) {
      DensityProof proof =
          new DensityProof(claim, facts, limits, allowed.facts(), allowed.basics());
      result = proof.identity();
      return result.certificate().isPresent() || linearOnly ? result : proof.complete();
    }
    Shannon shannon = new Shannon(claim, facts, limits);
    result = shannon.identity();
    if (result.certificate().isEmpty() && !linearOnly) {
      result = shannon.restricted();
    }
    if (result.certificate().isEmpty() && !linearOnly) {
      result = shannon.complete();
    }
    return result;
  }

  /** Whether a fact such as {@code n >= 2} says that this horizon is not meant. */
  private boolean isExcluded(int n) {
    for (TimedFact fact : known) {
      NormalForm at = HorizonForm.put(fact.difference(), form.horizon(), Index.of(n));
      if (fact.sense() == Sense.NON_NEGATIVE
          && at.isConstant()
          && at.constantValue().signum() < 0) {
        return true;
      }
    }
    return false;
  }

  private static Sum sum(
      int n, Certificate certificate, List<Assumption> facts, List<Object> instances) {
    Certificate.Combination combination = certificate.combinations().get(0);
    List<Use> uses = new ArrayList<>();
    List<Shift> moved = new ArrayList<>();
    int last = TimedFact.lastLetter(certificate.claim().difference());
    for (Certificate.Use use : combination.uses()) {
      Assumption fact = certificate.assumptions().get(use.assumption());
      Object source = instances.get(facts.indexOf(fact));
      if (source instanceof TimedFact.Instance instance) {
        uses.add(new Use(instance.fact().place(), instance.at(), use.multiplier(), use.law()));
      } else {
        Shifts.Instance in = (Shifts.Instance) source;
        moved.add(new Shift(in.place(), in.blocks(), in.by(), use.multiplier()));
      }
      last = Math.max(last, TimedFact.lastLetter(fact.difference()));
    }
    List<Index> cuts = letters(Math.max(last, n + FARTHEST)).cuts();
    return new Sum(
        cuts, combination.basics(), combination.laws(), uses, moved, combination.surplus());
  }

  private static Cutting letters(int last) {
    List<Index> cuts = new ArrayList<>();
    for (int t = 0; t <= last; t++) {
      cuts.add(Index.of(t));
    }
    return new Cutting(cuts, Level.ENDS, Set.of());
  }

  private static int lastLetter(List<NormalForm> forms) {
    int last = 0;
    for (NormalForm form : forms) {
      last = Math.max(last, TimedFact.lastLetter(form));
    }
    return last;
  }
}
