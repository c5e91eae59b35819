package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.NormalForm;

/**
 * The first few horizons, for which the general step is not there yet: each is a claim over fixed
 * variables.
 */
final class SmallHorizons {
  private static final int FARTHEST = 4;

  private final HorizonForm form;
  private final List<TimedFact> known;
  private final Limits limits;

  SmallHorizons(HorizonForm form, List<TimedFact> known, Limits limits) {
    this.form = form;
    this.known = known;
    this.limits = limits;
  }

  /** The claim's difference at one horizon. */
  static NormalForm difference(HorizonForm form, int n) {
    NormalForm total = HorizonForm.put(form.rest(), form.horizon(), Index.of(n));
    for (HorizonForm.Sum sum : form.sums()) {
      for (int t = sum.from(); t <= n + sum.beyond(); t++) {
        NormalForm at = HorizonForm.put(sum.body(), form.time(), Index.of(t));
        total = total.add(HorizonForm.put(at, form.horizon(), Index.of(n)));
      }
    }
    return total;
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
      NormalForm difference = negated ? target.negate() : target;
      List<TimedFact.Instance> instances = new ArrayList<>();
      List<Assumption> facts = new ArrayList<>();
      for (TimedFact fact : known) {
        for (TimedFact.Instance instance :
            fact.numeric(form.horizon(), n, Math.max(n, TimedFact.lastLetter(difference)))) {
          instances.add(instance);
          facts.add(new Assumption(Assumption.Kind.RELATION, "", instance.form(), fact.sense()));
        }
      }
      Sense sense = linearOnly ? Sense.ZERO : Sense.NON_NEGATIVE;
      Shannon shannon = new Shannon(new Claim(difference, sense), facts, limits);
      Shannon.Result result = shannon.identity();
      if (result.certificate().isEmpty() && !linearOnly) {
        result = shannon.restricted();
      }
      if (result.certificate().isEmpty() && !linearOnly) {
        result = shannon.complete();
      }
      if (result.certificate().isEmpty()) {
        return Optional.empty();
      }
      sums.add(sum(n, result.certificate().get(), facts, instances));
    }
    return Optional.of(sums);
  }

  private static Sum sum(
      int n, Certificate certificate, List<Assumption> facts, List<TimedFact.Instance> instances) {
    Certificate.Combination combination = certificate.combinations().get(0);
    List<Use> uses = new ArrayList<>();
    int last = TimedFact.lastLetter(certificate.claim().difference());
    for (Certificate.Use use : combination.uses()) {
      Assumption fact = certificate.assumptions().get(use.assumption());
      TimedFact.Instance instance = instances.get(facts.indexOf(fact));
      uses.add(new Use(instance.fact().place(), instance.at(), use.multiplier()));
      last = Math.max(last, TimedFact.lastLetter(fact.difference()));
    }
    List<Index> cuts = new ArrayList<>();
    for (int t = 0; t <= Math.max(last, n + FARTHEST); t++) {
      cuts.add(Index.of(t));
    }
    return new Sum(cuts, combination.basics(), uses, combination.surplus());
  }
}
