package sit.term;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;

/** Which scalars are known to be greater than zero, and what is so because they are. */
public final class Positives {
  private final Set<String> known = new TreeSet<>();

  /** The constants pi and e are positive. */
  public Positives() {
    known.add("pi");
    known.add("e");
  }

  /** Takes in that an expression is positive; one that is no multiple of an atom tells nothing. */
  public void add(NormalForm positive) {
    if (positive.coefficients().size() == 1) {
      Monomial monomial = positive.coefficients().firstKey();
      boolean one = monomial.atoms().size() == 1;
      if (one && positive.coefficients().get(monomial).signum() > 0) {
        known.add(TermPrinter.print(monomial.atoms().get(0)));
      }
    }
  }

  /** Takes in that a function is positive everywhere. */
  public void addEverywhere(String function) {
    known.add(function + "(");
  }

  public boolean isPositive(Term atom) {
    if (atom instanceof Term.Apply apply) {
      List<Term> arguments = apply.arguments();
      if (known.contains(apply.head() + "(") || apply.head().equals("exp")) {
        return true;
      }
      boolean power = apply.head().equals("^") || apply.head().equals("sqrt");
      if (power && !(arguments.get(0) instanceof Term.Variables)) {
        return isPositive(NormalForm.of(arguments.get(0)));
      }
    }
    return known.contains(TermPrinter.print(atom));
  }

  /** Whether a product of powers is certain to be positive. */
  public boolean isPositive(Monomial monomial) {
    return monomial.atoms().stream().allMatch(this::isPositive);
  }

  /** Whether it is a sum of positive multiples of what is positive. */
  public boolean isPositive(NormalForm form) {
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      if (entry.getValue().signum() <= 0 || !isPositive(entry.getKey())) {
        return false;
      }
    }
    return !form.isZero();
  }
}
