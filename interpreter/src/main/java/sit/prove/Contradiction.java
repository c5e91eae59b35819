package sit.prove;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.check.Checker;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.NormalForm;

/** Whether facts contradict each other, as far as a small program tells. */
public final class Contradiction {
  private static final double SECONDS = 1;

  private Contradiction() {}

  /**
   * The facts from which {@code -1 >= 0} follows, in words. Constants satisfy whatever holds no
   * plain number, so that where there is none nothing is sought.
   */
  public static Optional<String> among(List<Assumption> facts, Limits limits) {
    boolean numbers = facts.stream().anyMatch(f -> !f.difference().constantValue().isZero());
    if (!numbers) {
      return Optional.empty();
    }
    Claim absurd = new Claim(NormalForm.constant(Rational.MINUS_ONE), Sense.NON_NEGATIVE);
    Optional<Certificate> proof =
        new Shannon(absurd, facts, limits.atMost(SECONDS)).restricted().certificate();
    if (proof.isEmpty() || Checker.objection(proof.get()).isPresent()) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    proof.get().assumptions().forEach(fact -> texts.add(fact.text()));
    return Optional.of(String.join(", ", texts));
  }
}
