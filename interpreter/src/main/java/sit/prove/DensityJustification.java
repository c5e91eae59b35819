package sit.prove;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.check.Checker;
import sit.check.Theorem;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.LawFact;
import sit.proof.Rule;

/**
 * Whether a step about densities follows from the reason that was given for it: whether it has a
 * proof by such facts alone as the proofs of the rules themselves need. What is drawn from a
 * density has it, and equal expansions are equal, without a reason.
 */
public final class DensityJustification {
  /** The kinds of fact that a rule may stand on. */
  private enum Kind {
    /** Entropies of discrete variables and mutual informations are not negative. */
    INFORMATION,
    /** Relative entropies are not negative. */
    RELATIVE,
    /** What a density that is a multiple of another is. */
    TILT
  }

  private DensityJustification() {}

  /**
   * Whether the step follows.
   *
   * @param known all that is assumed
   * @param facts what of it may be used besides the rules
   */
  public static boolean follows(
      Claim step, List<Assumption> known, List<Assumption> facts, List<Rule> rules, Limits limits) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    List<Assumption> usable = new ArrayList<>(facts);
    for (Rule rule : rules) {
      for (Rule.Schema schema : rule.schemas()) {
        kinds.addAll(kinds(schema, limits));
        // what an axiom takes for granted was looked for when it was cited
        boolean lemma = rule.kind() == Rule.Kind.LEMMA;
        for (Assumption premise : lemma ? schema.premises() : List.<Assumption>of()) {
          known.stream()
              .filter(fact -> fact.kind() == premise.kind() && !usable.contains(fact))
              .forEach(usable::add);
        }
      }
    }
    boolean informations = kinds.contains(Kind.INFORMATION);
    // a mutual information is a relative entropy: of the joint law to the product of its parts
    boolean relative = kinds.contains(Kind.RELATIVE);
    Allowed allowed =
        new Allowed(
            fact -> isOf(fact, kinds), pair -> informations || relative && !pair.isNested());
    if (HorizonForm.isTimeless(step.difference())
        && Potential.decide(step, usable, allowed, limits) instanceof Verdict.Proved) {
      return true;
    }
    DensityProof proof = new DensityProof(step, usable, limits, allowed.facts(), allowed.basics());
    return isAccepted(proof.identity()) || isAccepted(proof.complete());
  }

  private static boolean isAccepted(Shannon.Result result) {
    return result.certificate().filter(c -> Checker.objection(c).isEmpty()).isPresent();
  }

  private static boolean isOf(LawFact fact, Set<Kind> kinds) {
    if (fact instanceof LawFact.Information information) {
      boolean relative = !information.a().equals(information.b());
      return kinds.contains(Kind.INFORMATION) || relative && kinds.contains(Kind.RELATIVE);
    } else if (fact instanceof LawFact.Relative) {
      return kinds.contains(Kind.RELATIVE);
    }
    return !(fact instanceof LawFact.Tilt) || kinds.contains(Kind.TILT);
  }

  /** What the proof of a schema needs. */
  private static Set<Kind> kinds(Rule.Schema schema, Limits limits) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Optional<Theorem> theorem = proved(schema, limits);
    if (theorem.isPresent() && theorem.get().proof() instanceof Certificate certificate) {
      for (Certificate.Combination combination : certificate.combinations()) {
        if (!combination.basics().isEmpty()) {
          kinds.add(Kind.INFORMATION);
        }
        for (Certificate.Multiple multiple : combination.laws()) {
          LawFact fact = multiple.fact();
          if (fact instanceof LawFact.Information) {
            kinds.add(Kind.INFORMATION);
          } else if (fact instanceof LawFact.Relative) {
            kinds.add(Kind.RELATIVE);
          } else if (fact instanceof LawFact.Tilt) {
            kinds.add(Kind.TILT);
          }
        }
      }
    }
    return kinds;
  }

  private static Optional<Theorem> proved(Rule.Schema schema, Limits limits) {
    return new Prover().prove(schema.conclusion(), schema.premises(), limits);
  }
}
