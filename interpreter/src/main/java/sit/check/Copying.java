package sit.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Copy;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * What a proof may use of its copies. For every law of the variables before it a copy exists: drawn
 * from the law of the originals given {@code over}, whatever else is the case. So it is independent
 * of the rest given {@code over}, and an entropy of copies and {@code over} alone is that of the
 * originals.
 */
final class Copying {
  private final List<Copy> copies;
  private final List<NormalForm> independences = new ArrayList<>();

  /** Throws what is wrong with the copies as an exception. */
  Copying(Certificate certificate) {
    copies = certificate.copies();
    Set<Variable> known = new TreeSet<>(certificate.claim().difference().variables());
    for (Assumption assumption : certificate.assumptions()) {
      known.addAll(assumption.difference().variables());
    }
    for (Copy copy : copies) {
      Set<String> taken = new HashSet<>();
      known.forEach(variable -> taken.add(variable.name()));
      Set<Variable> originals = new HashSet<>(copy.of());
      require(!originals.isEmpty() && originals.size() == copy.of().size(), "copies of nothing");
      require(copy.names().size() == copy.of().size(), "not one name for each copy");
      require(known.containsAll(originals), "a copy of a variable not spoken of");
      require(known.containsAll(copy.over().variables()), "a copy over a variable not spoken of");
      for (Variable variable : originals) {
        require(!copy.over().contains(variable), "a copy over what it copies");
      }
      for (Variable name : copy.names()) {
        boolean fresh = name instanceof Variable.Single && taken.add(name.name());
        require(fresh, "the name " + name + " of a copy is taken");
      }
      Group rest = Group.of(known).minus(copy.over());
      independences.add(NormalForm.mutualInformation(Group.of(copy.names()), rest, copy.over()));
      known.addAll(copy.names());
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** What is zero because a copy is drawn apart. */
  NormalForm independence(int copy) {
    return independences.get(copy);
  }

  /** The same with the originals in the place of copies wherever nothing else is with them. */
  NormalForm renamed(NormalForm form) {
    NormalForm result = form;
    for (int k = copies.size() - 1; k >= 0; k--) {
      TreeMap<Monomial, Rational> sum = new TreeMap<>();
      for (Map.Entry<Monomial, Rational> entry : result.coefficients().entrySet()) {
        Monomial monomial = entry.getKey();
        Monomial same =
            monomial.isEntropy()
                ? Monomial.of(new sit.term.Term.Entropy(renamed(copies.get(k), monomial.group())))
                : monomial;
        sum.merge(same, entry.getValue(), Rational::add);
      }
      result = new NormalForm(sum);
    }
    return result;
  }

  private static Group renamed(Copy copy, Group group) {
    List<Variable> originals = new ArrayList<>();
    for (Variable variable : group) {
      int place = copy.names().indexOf(variable);
      if (place < 0 && !copy.over().contains(variable)) {
        return group;
      }
      originals.add(place < 0 ? variable : copy.of().get(place));
    }
    return Group.of(originals);
  }
}
