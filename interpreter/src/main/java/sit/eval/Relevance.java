package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermPrinter;

/**
 * Leaves out assumptions that have nothing to do with a claim: those that no chain of shared
 * variables or scalars links to it.
 */
final class Relevance {
  private Relevance() {}

  static List<Assumption> of(Claim claim, List<Assumption> assumptions) {
    Set<String> reached = new TreeSet<>(names(claim.difference()));
    List<Assumption> kept = new ArrayList<>();
    List<Assumption> rest = new ArrayList<>(assumptions);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Assumption assumption : List.copyOf(rest)) {
        Set<String> names = names(assumption.difference());
        if (names.isEmpty() || names.stream().anyMatch(reached::contains)) {
          reached.addAll(names);
          kept.add(assumption);
          rest.remove(assumption);
          grown = true;
        }
      }
    }
    // in the order in which they were assumed
    List<Assumption> ordered = new ArrayList<>(assumptions);
    ordered.retainAll(kept);
    return ordered;
  }

  private static void addSymbols(Term term, Set<String> names) {
    if (term instanceof Term.Symbol symbol) {
      names.add(symbol.name());
    } else if (term instanceof Term.Apply apply) {
      apply.arguments().forEach(argument -> addSymbols(argument, names));
    } else if (term instanceof Term.Average average) {
      addSymbols(average.body(), names);
    } else if (term instanceof Term.LogMean mean) {
      mean.exponent().atoms().forEach(atom -> addSymbols(atom, names));
    }
  }

  private static Set<String> names(NormalForm form) {
    Set<String> names = new TreeSet<>();
    form.variables().forEach(v -> names.add(v.toString()));
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        if (!(atom instanceof Term.Entropy)) {
          names.add(TermPrinter.print(atom));
          addSymbols(atom, names);
        }
      }
    }
    return names;
  }
}
