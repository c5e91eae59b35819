package sit.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.prove.Prover;
import sit.prove.Refuter;

/**
 * Puts one posed claim to the prover and the refuter. What is cited is true of every law, so a law
 * need not be tested for it.
 */
final class Provers {
  private final Judge.Posed posed;
  private final Limits limits;
  private final Seed seed;

  Provers(Judge.Posed posed, Limits limits, Seed seed) {
    this.posed = posed;
    this.limits = limits;
    this.seed = seed;
  }

  Verdict decide(boolean refutable) {
    if (posed.isContinuous()) {
      return Gaussians.decide(posed, tested(posed.assumptions()), refutable, limits, seed);
    }
    Refuter refuter = new Refuter();
    Predicate<Verdict.Refuted> goesOn = goesOn(posed.timeless());
    Prover prover =
        refutable
            ? new Prover(
                (claim, given, l, s) -> refuter.quick(claim, tested(given), l).filter(goesOn),
                (claim, given, l, s) -> refuter.refute(claim, tested(given), l, s).filter(goesOn))
            : new Prover();
    return prover.decide(posed.claim(), posed.assumptions(), limits, seed);
  }

  /**
   * A small law that refutes the claim and goes on under the facts of all times, if one is near.
   */
  Optional<Verdict.Refuted> quick(List<Assumption> timeless) {
    return new Refuter()
        .quick(posed.claim(), tested(posed.assumptions()), limits)
        .filter(goesOn(timeless));
  }

  private static Predicate<Verdict.Refuted> goesOn(List<Assumption> timeless) {
    Extension extension = new Extension(timeless);
    return found -> extension.exists(found.refutation().law());
  }

  private static List<Assumption> tested(List<Assumption> given) {
    return given.stream().filter(a -> a.kind() != Assumption.Kind.AXIOM).toList();
  }
}
