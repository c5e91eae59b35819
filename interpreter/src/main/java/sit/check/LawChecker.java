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
    ExactTables law;
    try {
      law = new ExactTables(table);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    for (Assumption assumption : assumptions) {
      boolean moved =
          assumption.kind() != Assumption.Kind.STATIONARY
              || sameLaw(new ExactLaw(table), assumption.difference());
      if (!moved || !holds(law, assumption)) {
        return Optional.empty();
      }
    }
    return law.fixesOutcomes(claim.difference()) && fails(law, claim)
        ? Optional.of(new Refutation(claim, table))
        : Optional.empty();
  }

  /** Whether the two groups that an equation of two entropies speaks of have one law. */
  public static boolean sameLaw(ExactLaw law, NormalForm difference) {
    List<Group> groups = new ArrayList<>();
    difference.coefficients().keySet().forEach(monomial -> groups.add(monomial.group()));
    return groups.isEmpty() || groups.size() == 2 && law.isSame(groups.get(0), groups.get(1));
  }

  /** Whether the fact is known to hold, at every value of free outcomes. */
  private static boolean holds(ExactTables law, Assumption assumption) {
    return law.everywhere(assumption.difference())
        .map(values -> values.stream().allMatch(value -> holds(value, assumption.sense())))
        .orElse(false);
  }

  /** Whether the claim is known not to hold. */
  private static boolean fails(ExactTables law, Claim claim) {
    return law.evaluate(claim.difference())
        .map(value -> !holds(value, claim.sense()))
        .orElse(false);
  }

  private static boolean holds(LogSum value, Sense sense) {
    return sense == Sense.ZERO ? value.isZero() : value.signum() >= 0;
  }
}
