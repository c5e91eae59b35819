package sit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.LogSum;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.NormalForm;

/** Decides exactly whether a law refutes a claim. */
public final class LawChecker {
  private LawChecker() {}

  /**
   * A refutation, if the table is a law on which every assumption holds exactly and the claim does
   * not; values are in bits. Empty also where the law does not determine every atom of the claim
   * and of the assumptions.
   */
  public static Optional<Refutation> check(
      Claim claim, List<Assumption> assumptions, Counterexample table) {
    ExactLaw law;
    try {
      law = new ExactLaw(table);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    for (Assumption assumption : assumptions) {
      if (!is(true, law, assumption.difference(), assumption.sense())
          || assumption.kind() == Assumption.Kind.STATIONARY
              && !sameLaw(law, assumption.difference())) {
        return Optional.empty();
      }
    }
    return is(false, law, claim.difference(), claim.sense())
        ? Optional.of(new Refutation(claim, table))
        : Optional.empty();
  }

  /** Whether the two groups that an equation of two entropies speaks of have one law. */
  public static boolean sameLaw(ExactLaw law, NormalForm difference) {
    List<Group> groups = new ArrayList<>();
    difference.coefficients().keySet().forEach(monomial -> groups.add(monomial.group()));
    return groups.isEmpty() || groups.size() == 2 && law.isSame(groups.get(0), groups.get(1));
  }

  /** Whether the relation is known to hold, or known not to hold. */
  private static boolean is(boolean holds, ExactLaw law, NormalForm difference, Sense sense) {
    Optional<LogSum> value = law.evaluate(difference);
    if (value.isEmpty()) {
      return false;
    }
    boolean found = sense == Sense.ZERO ? value.get().isZero() : value.get().signum() >= 0;
    return found == holds;
  }
}
