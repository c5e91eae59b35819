package sit.eval;

import java.util.Set;
import java.util.TreeSet;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;

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
    } else if (fact instanceof TypedStatement.Fact.SameLaw law) {
      visit(law.left(), found);
      visit(law.right(), found);
    } else if (fact instanceof TypedStatement.Fact.Named named) {
      named.arguments().forEach(part -> visit(part, found));
    }
    return found;
  }

  private static void visit(TypedExpr expr, Set<String> found) {
    if (expr instanceof TypedExpr.Reference reference) {
      found.add(reference.name());
    } else if (expr instanceof TypedExpr.DensityAt density) {
      found.add(density.name());
    }
    expr.children().forEach(child -> visit(child, found));
  }
}
