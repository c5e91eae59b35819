package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** Puts groups for the metavariables of a schema. */
final class Instantiation {
  private final Map<String, Group> groups;

  Instantiation(Map<String, Group> groups) {
    this.groups = groups;
  }

  NormalForm of(NormalForm schema) {
    NormalForm total = NormalForm.ZERO;
    for (var entry : schema.coefficients().entrySet()) {
      NormalForm product = NormalForm.constant(entry.getValue());
      for (Term atom : entry.getKey().atoms()) {
        product = product.multiply(NormalForm.of(of(atom)));
      }
      total = total.add(product);
    }
    return total;
  }

  Group of(Group group) {
    Group total = Group.EMPTY;
    for (Variable variable : group) {
      Group replacement =
          variable instanceof Variable.Single single ? groups.get(single.name()) : null;
      total = total.union(replacement == null ? Group.of(variable) : replacement);
    }
    return total;
  }

  private Term of(Term term) {
    if (term instanceof Term.Entropy entropy) {
      return new Term.Entropy(of(entropy.group()));
    } else if (term instanceof Term.Variables variables) {
      return new Term.Variables(of(variables.group()));
    } else if (term instanceof Term.Apply apply) {
      return new Term.Apply(apply.head(), all(apply.arguments()));
    } else if (term instanceof Term.Sum sum) {
      return new Term.Sum(all(sum.terms()));
    } else if (term instanceof Term.Product product) {
      return new Term.Product(all(product.factors()));
    } else if (term instanceof Term.Power power) {
      return new Term.Power(of(power.base()), power.exponent());
    } else if (term instanceof Term.Measure measure) {
      return new Term.Measure(measure.name(), all(measure.slots()), measure.separators());
    } else if (term instanceof Term.Total total) {
      return new Term.Total(total.index(), total.from(), total.to(), of(total.body()));
    }
    return term;
  }

  private List<Term> all(List<Term> terms) {
    List<Term> replaced = new ArrayList<>();
    terms.forEach(term -> replaced.add(of(term)));
    return replaced;
  }

  /** The atoms of a polynomial that are neither entropies nor plain symbols. */
  static List<Term> opaque(NormalForm polynomial) {
    List<Term> atoms = new ArrayList<>();
    for (Monomial monomial : polynomial.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        if (!(atom instanceof Term.Entropy) && !(atom instanceof Term.Symbol)) {
          atoms.add(atom);
        }
      }
    }
    return atoms;
  }
}
