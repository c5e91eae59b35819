package sit.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Sense;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * What a proof may add up besides basic inequalities: every assumption, and every equality times
 * the monomials that make it meet the claim. With {@code H(W) = n*R} given and {@code n*R*Pe} in
 * the claim, {@code Pe} times the equality is such a product.
 */
final class Facts {
  private static final int MOST_PRODUCTS = 300;

  /** An assumption times a monomial. */
  record Fact(int assumption, Sense sense, Monomial cofactor, NormalForm product) {}

  private final List<Fact> equalities = new ArrayList<>();
  private final List<Fact> inequalities = new ArrayList<>();

  private final int count;

  private Facts(int count) {
    this.count = count;
  }

  static Facts of(NormalForm claim, List<Assumption> assumptions) {
    Facts facts = new Facts(assumptions.size());
    Set<Monomial> pool = new LinkedHashSet<>(claim.coefficients().keySet());
    for (int i = 0; i < assumptions.size(); i++) {
      Assumption assumption = assumptions.get(i);
      Fact fact = new Fact(i, assumption.sense(), Monomial.ONE, assumption.difference());
      if (assumption.difference().isZero()) {
        continue;
      }
      (assumption.sense() == Sense.ZERO ? facts.equalities : facts.inequalities).add(fact);
      pool.addAll(assumption.difference().coefficients().keySet());
    }
    facts.multiply(pool);
    return facts;
  }

  /** The same and more equalities, which are not multiplied; they are numbered on. */
  Facts with(List<Assumption> more) {
    Facts facts = new Facts(count + more.size());
    facts.equalities.addAll(equalities);
    facts.inequalities.addAll(inequalities);
    for (int i = 0; i < more.size(); i++) {
      NormalForm difference = more.get(i).difference();
      facts.equalities.add(new Fact(count + i, Sense.ZERO, Monomial.ONE, difference));
    }
    return facts;
  }

  List<Fact> equalities() {
    return equalities;
  }

  List<Fact> inequalities() {
    return inequalities;
  }

  private void multiply(Set<Monomial> pool) {
    List<Fact> plain = List.copyOf(equalities);
    Set<List<Object>> seen = new HashSet<>();
    List<Monomial> queue = new ArrayList<>();
    pool.forEach(monomial -> enqueue(queue, monomial));
    Set<Term> inverses = inverses(queue);
    for (int k = 0; k < queue.size() && equalities.size() < plain.size() + MOST_PRODUCTS; k++) {
      for (Fact fact : plain) {
        for (Monomial part : fact.product().coefficients().keySet()) {
          for (Monomial cofactor : cofactors(queue.get(k), part, inverses)) {
            if (!seen.add(List.of(fact.assumption(), cofactor))) {
              continue;
            }
            NormalForm product = fact.product().multiply(NormalForm.of(cofactor, Rational.ONE));
            equalities.add(new Fact(fact.assumption(), Sense.ZERO, cofactor, product));
            for (Monomial monomial : product.coefficients().keySet()) {
              if (pool.add(monomial)) {
                enqueue(queue, monomial);
              }
            }
          }
        }
      }
    }
  }

  private static void enqueue(List<Monomial> queue, Monomial monomial) {
    if (!monomial.atoms().isEmpty() && !monomial.isEntropy()) {
      queue.add(monomial);
    }
  }

  private static Set<Term> inverses(List<Monomial> monomials) {
    Set<Term> inverses = new LinkedHashSet<>();
    for (Monomial monomial : monomials) {
      for (Term atom : monomial.atoms()) {
        if (atom instanceof Term.Apply apply && apply.head().equals("^")) {
          inverses.add(atom);
        }
      }
    }
    return inverses;
  }

  /** What is not one and takes the part to the whole by multiplication. */
  private static List<Monomial> cofactors(Monomial whole, Monomial part, Set<Term> inverses) {
    List<Monomial> found = new ArrayList<>();
    List<Term> rest = new ArrayList<>(whole.atoms());
    boolean divides = true;
    for (Term atom : part.atoms()) {
      divides &= rest.remove(atom);
    }
    if (divides && !rest.isEmpty()) {
      found.add(new Monomial(rest));
    }
    for (Term inverse : inverses) {
      NormalForm product =
          NormalForm.of(part, Rational.ONE)
              .multiply(NormalForm.of(Monomial.of(inverse), Rational.ONE));
      if (product.coefficients().containsKey(whole)) {
        found.add(Monomial.of(inverse));
      }
    }
    return found;
  }
}
