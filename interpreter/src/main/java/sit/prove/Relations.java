package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermPrinter;

/**
 * Writes a claim with what is subtracted on the left and what is added on the right, entropies as
 * conditional ones.
 */
final class Relations {
  private Relations() {}

  /** {@code H(W | V) <= h2(p)}. */
  static String print(Claim claim) {
    TreeMap<Group, Rational> joint = new TreeMap<>();
    List<Term> left = new ArrayList<>();
    List<Term> right = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> entry : claim.difference().coefficients().entrySet()) {
      if (entry.getKey().isEntropy()) {
        joint.put(entry.getKey().group(), entry.getValue());
      }
    }
    // from the largest set down, each is paired with the largest part of it that has the other sign
    while (!joint.isEmpty()) {
      Map.Entry<Group, Rational> whole = joint.pollLastEntry();
      Rational amount = whole.getValue();
      Group given = Group.EMPTY;
      for (Group part : joint.descendingKeySet()) {
        if (whole.getKey().containsAll(part) && joint.get(part).signum() != amount.signum()) {
          given = part;
          break;
        }
      }
      if (!given.isEmpty()) {
        Rational other = joint.get(given);
        if (amount.abs().compareTo(other.abs()) > 0) {
          joint.put(whole.getKey(), amount.add(other));
          amount = other.negate();
        }
        joint.put(given, other.add(amount));
        joint.values().removeIf(Rational::isZero);
      }
      place(conditional(whole.getKey(), given), amount, left, right);
    }
    for (Map.Entry<Monomial, Rational> entry : claim.difference().coefficients().entrySet()) {
      if (!entry.getKey().isEntropy()) {
        Term product = NormalForm.of(entry.getKey(), Rational.ONE).toTerm();
        place(product, entry.getValue(), left, right);
      }
    }
    String relation = claim.sense() == Sense.ZERO ? " = " : " <= ";
    return side(left) + relation + side(right);
  }

  private static Term conditional(Group whole, Group given) {
    if (given.isEmpty()) {
      return new Term.Entropy(whole);
    }
    return new Term.Measure(
        "H",
        List.of(new Term.Variables(whole.minus(given)), new Term.Variables(given)),
        List.of("|"));
  }

  private static void place(Term term, Rational amount, List<Term> left, List<Term> right) {
    Rational size = amount.abs();
    boolean one = term instanceof Term.Constant c && c.value().isOne();
    Term scaled =
        size.isOne()
            ? term
            : one
                ? new Term.Constant(size)
                : new Term.Product(List.of(new Term.Constant(size), term));
    (amount.signum() < 0 ? left : right).add(scaled);
  }

  private static String side(List<Term> terms) {
    return terms.isEmpty() ? "0" : TermPrinter.print(Term.sum(terms));
  }
}
