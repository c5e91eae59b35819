package sit.check;

import java.util.ArrayList;
import java.util.List;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.proof.Sides;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Works out the difference of two sides in joint entropies: {@code H(A | C) = H(A,C) - H(C)} and
 * {@code I(A; B | C) = H(A,C) + H(B,C) - H(A,B,C) - H(C)} (Cover & Thomas 2.2, 2.3). Any other
 * measure is kept as it stands.
 */
public final class Reading {
  private Reading() {}

  /** Whether a claim has no sides, or is of the sense and the difference of those that it has. */
  public static boolean agrees(Claim claim) {
    if (claim.sides().isEmpty()) {
      return true;
    }
    Sides sides = claim.sides().get();
    boolean equality = sides.relation() == Sides.Relation.EQUAL;
    NormalForm left = of(sides.left());
    NormalForm right = of(sides.right());
    boolean reversed = sides.relation() == Sides.Relation.AT_MOST;
    NormalForm difference = reversed ? right.subtract(left) : left.subtract(right);
    return equality == (claim.sense() == Sense.ZERO)
        && difference.equals(of(claim.difference().toTerm()));
  }

  /** A side in joint entropies. */
  public static NormalForm of(Term term) {
    return NormalForm.of(unfolded(term));
  }

  private static Term unfolded(Term term) {
    if (term instanceof Term.Sum sum) {
      return new Term.Sum(unfolded(sum.terms()));
    } else if (term instanceof Term.Product product) {
      return new Term.Product(unfolded(product.factors()));
    } else if (term instanceof Term.Power power) {
      return new Term.Power(unfolded(power.base()), power.exponent());
    } else if (term instanceof Term.Total total) {
      return new Term.Total(total.index(), total.from(), total.to(), of(total.body()).toTerm());
    } else if (term instanceof Term.Measure measure) {
      return measure(measure);
    }
    return term;
  }

  private static List<Term> unfolded(List<Term> terms) {
    List<Term> all = new ArrayList<>();
    terms.forEach(term -> all.add(unfolded(term)));
    return all;
  }

  private static Term measure(Term.Measure measure) {
    List<Group> groups = new ArrayList<>();
    for (Term slot : measure.slots()) {
      if (!(slot instanceof Term.Variables variables)) {
        return measure;
      }
      groups.add(variables.group());
    }
    String shape = measure.name() + String.join("", measure.separators());
    Group last = groups.get(groups.size() - 1);
    return switch (shape) {
      case "H" -> NormalForm.entropy(last).toTerm();
      case "H|" -> NormalForm.mutualInformation(groups.get(0), groups.get(0), last).toTerm();
      case "I;" -> NormalForm.mutualInformation(groups.get(0), groups.get(1), Group.EMPTY).toTerm();
      case "I;|" -> NormalForm.mutualInformation(groups.get(0), groups.get(1), last).toTerm();
      default -> measure;
    };
  }
}
