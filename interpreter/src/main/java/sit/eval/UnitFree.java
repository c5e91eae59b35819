package sit.eval;

import java.util.ArrayList;
import java.util.List;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Expectations;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/** Whether a claim says the same in bits as in nats. */
final class UnitFree {
  private UnitFree() {}

  /** Whether no plain number stands beside entropies, so that the unit does not matter. */
  static boolean isHomogeneous(Claim claim, List<Assumption> assumptions) {
    List<NormalForm> forms = new ArrayList<>(List.of(claim.difference()));
    assumptions.stream()
        .map(Assumption::difference)
        .filter(form -> !isSign(form))
        .forEach(forms::add);
    return forms.stream().allMatch(UnitFree::isHomogeneous);
  }

  /** Whether a form is one product of scalars, whose sign is the same in every unit. */
  private static boolean isSign(NormalForm form) {
    return form.coefficients().size() == 1
        && !form.isConstant()
        && form.variables().isEmpty()
        && !Expectations.speaksOfDensities(form);
  }

  static boolean isHomogeneous(NormalForm form) {
    return form.coefficients().keySet().stream().allMatch(UnitFree::isInformation);
  }

  /**
   * One entropy, or one average of what logarithms make, or a sum of such, perhaps times scalars.
   */
  private static boolean isInformation(Monomial monomial) {
    if (monomial.isEntropy()) {
      return true;
    }
    int averages = 0;
    int scalars = 0;
    for (Term atom : monomial.atoms()) {
      if (atom instanceof Term.Average || isSum(atom)) {
        averages++;
      } else if (Expectations.free(atom).isEmpty() && !(atom instanceof Term.Entropy)) {
        scalars++;
      }
    }
    return averages == 1 && averages + scalars == monomial.atoms().size();
  }

  /** Such a sum over times. */
  private static boolean isSum(Term atom) {
    return atom instanceof Term.Total total && isHomogeneous(NormalForm.of(total.body()));
  }
}
