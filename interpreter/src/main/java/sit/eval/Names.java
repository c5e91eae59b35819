package sit.eval;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.term.Expectations;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Quantity;
import sit.value.Value;

/** The names that a fact speaks of. */
final class Names {
  private Names() {}

  static Set<String> in(TypedStatement.Fact fact) {
    Set<String> found = new TreeSet<>();
    if (fact instanceof TypedStatement.Fact.Markov markov) {
      markov.chain().forEach(part -> visit(part, found));
    } else if (fact instanceof TypedStatement.Fact.Independent independent) {
      independent.groups().forEach(part -> visit(part, found));
      independent.given().ifPresent(part -> visit(part, found));
    } else if (fact instanceof TypedStatement.Fact.Function function) {
      visit(function.of(), found);
      function.arguments().forEach(part -> visit(part, found));
    } else if (fact instanceof TypedStatement.Fact.Related related) {
      related.claim().sides().forEach(part -> visit(part, found));
    } else if (fact instanceof TypedStatement.Fact.Equation equation) {
      visit(equation.of(), found);
      visit(equation.value(), found);
    } else if (fact instanceof TypedStatement.Fact.Shaped shaped) {
      found.add(shaped.function());
    } else if (fact instanceof TypedStatement.Fact.SameLaw law) {
      visit(law.left(), found);
      visit(law.right(), found);
    } else if (fact instanceof TypedStatement.Fact.Named named) {
      named.arguments().forEach(part -> visit(part, found));
    }
    return found;
  }

  /** The names of a claim about all variables that are those of continuous ones. */
  static Set<String> continuous(TypedStatement.Claim claim) {
    Set<String> found = new TreeSet<>();
    claim.sides().forEach(side -> continuous(side, found));
    for (TypedStatement.Fact fact : claim.given()) {
      if (fact instanceof TypedStatement.Fact.Related related) {
        found.addAll(continuous(related.claim()));
      } else if (fact instanceof TypedStatement.Fact.SameLaw law
          && law.right().type() == Type.CONTINUOUS_LAW) {
        visit(law.left(), found);
      }
    }
    return found;
  }

  private static void continuous(TypedExpr expr, Set<String> found) {
    if (expr instanceof TypedExpr.Measure measure && measure.shape().name().equals("h")) {
      visit(measure.slots().get(0), found);
    }
    expr.children().forEach(child -> continuous(child, found));
  }

  private static void visit(TypedExpr expr, Set<String> found) {
    if (expr instanceof TypedExpr.Reference reference) {
      found.add(reference.name());
    } else if (expr instanceof TypedExpr.DensityAt density) {
      found.add(density.name());
    }
    expr.children().forEach(child -> visit(child, found));
  }

  /** The normal form; empty where the term divides by zero. */
  static Optional<NormalForm> form(Term term) {
    try {
      return Optional.of(NormalForm.of(term));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a value speaks of variables, processes or scalars of these names; one that speaks of
   * densities is taken to speak of each of them.
   */
  static boolean speaksOf(Value value, Set<String> names, Predicate<String> isDensity) {
    if (names.isEmpty() || value instanceof Quantity) {
      return false;
    }
    if (value instanceof Value.Items items) {
      return items.items().stream().anyMatch(item -> speaksOf(item, names, isDensity));
    }
    return Terms.of(value)
        .flatMap(Names::form)
        .filter(form -> speaksOf(form, names, isDensity))
        .isPresent();
  }

  /**
   * Whether a form speaks of one of these names; of each that is a density, if it speaks of any.
   */
  static boolean speaksOf(NormalForm form, Set<String> names, Predicate<String> isDensity) {
    for (Variable variable : form.variables()) {
      if (names.contains(variable.plainName()) || names.contains(variable.toString())) {
        return true;
      }
    }
    if (Expectations.speaksOfDensities(form) && names.stream().anyMatch(isDensity)) {
      return true;
    }
    return form.atoms().stream()
        .anyMatch(atom -> atom instanceof Term.Symbol symbol && names.contains(symbol.name()));
  }
}
