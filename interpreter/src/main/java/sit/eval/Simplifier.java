package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Writes a combination of joint entropies in fewer measures: {@code H(X,Z) + H(Y,Z) - H(X,Y,Z) -
 * H(Z)} is {@code I(X; Y | Z)}, and {@code H(X,Y) - H(Y)} is {@code H(X | Y)}.
 */
final class Simplifier {
  private final TreeMap<Monomial, Rational> left;
  private final List<Term> found = new ArrayList<>();

  private Simplifier(NormalForm form) {
    this.left = new TreeMap<>(form.coefficients());
  }

  static Term simplest(NormalForm form) {
    Simplifier simplifier = new Simplifier(form);
    simplifier.informations();
    simplifier.conditionals();
    List<Term> all = new ArrayList<>(simplifier.found);
    NormalForm rest = new NormalForm(simplifier.left);
    if (!rest.isZero() || all.isEmpty()) {
      all.add(rest.toTerm());
    }
    return Term.sum(all);
  }

  private List<Group> groups(int sign) {
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> entry : left.entrySet()) {
      if (entry.getKey().isEntropy() && entry.getValue().signum() == sign) {
        groups.add(entry.getKey().group());
      }
    }
    return groups;
  }

  /**
   * Takes out multiples of {@code I(a; b | c)}: two entropies against that of the union and that of
   * the intersection.
   */
  private void informations() {
    for (int sign : new int[] {1, -1}) {
      List<Group> groups = groups(sign);
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          information(groups.get(i), groups.get(j), sign);
        }
      }
    }
  }

  private void information(Group first, Group second, int sign) {
    Group union = first.union(second);
    Group common = first.intersection(second);
    if (union.equals(first) || union.equals(second)) {
      return;
    }
    Rational most = least(amount(first, sign), amount(second, sign));
    most = least(most, amount(union, -sign));
    if (!common.isEmpty()) {
      most = least(most, amount(common, -sign));
    }
    if (most.signum() <= 0) {
      return;
    }
    Rational multiple = sign > 0 ? most : most.negate();
    take(first, multiple);
    take(second, multiple);
    take(union, multiple.negate());
    take(common, multiple.negate());
    List<Term> slots = new ArrayList<>();
    slots.add(new Term.Variables(first.minus(common)));
    slots.add(new Term.Variables(second.minus(common)));
    List<String> separators = new ArrayList<>(List.of(";"));
    if (!common.isEmpty()) {
      slots.add(new Term.Variables(common));
      separators.add("|");
    }
    add(multiple, new Term.Measure("I", slots, separators));
  }

  private void conditionals() {
    for (int sign : new int[] {1, -1}) {
      for (Group whole : groups(sign)) {
        for (Group part : groups(-sign)) {
          Rational most = least(amount(whole, sign), amount(part, -sign));
          if (most.signum() > 0 && whole.containsAll(part)) {
            Rational multiple = sign > 0 ? most : most.negate();
            take(whole, multiple);
            take(part, multiple.negate());
            List<Term> slots =
                List.of(new Term.Variables(whole.minus(part)), new Term.Variables(part));
            String name = whole.minus(part).isContinuous() ? "h" : "H";
            add(multiple, new Term.Measure(name, slots, List.of("|")));
          }
        }
      }
    }
  }

  private Rational amount(Group group, int sign) {
    Rational c = left.getOrDefault(Monomial.of(new Term.Entropy(group)), Rational.ZERO);
    return sign > 0 ? c : c.negate();
  }

  private static Rational least(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private void take(Group group, Rational multiple) {
    if (group.isEmpty()) {
      return;
    }
    Monomial monomial = Monomial.of(new Term.Entropy(group));
    Rational rest = left.getOrDefault(monomial, Rational.ZERO).subtract(multiple);
    if (rest.isZero()) {
      left.remove(monomial);
    } else {
      left.put(monomial, rest);
    }
  }

  private void add(Rational multiple, Term measure) {
    found.add(
        multiple.isOne()
            ? measure
            : new Term.Product(List.of(new Term.Constant(multiple), measure)));
  }
}
