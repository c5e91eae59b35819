package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.term.Group;
import sit.term.Variable;

/**
 * Whether a schema holds whatever sort its metavariables are of. What is proved without the
 * nonnegativity of an entropy holds of continuous variables as well as of discrete ones.
 */
final class Sorts {
  private Sorts() {}

  static boolean isOfAnySort(Rule rule, Rule.Schema schema, Limits limits) {
    if (rule.kind() == Rule.Kind.AXIOM) {
      return false;
    }
    SortedSet<Variable> all = new TreeSet<>(schema.conclusion().difference().variables());
    schema.premises().forEach(premise -> all.addAll(premise.difference().variables()));
    Map<String, Group> marked = new HashMap<>();
    all.forEach(variable -> marked.put(variable.name(), Group.of(variable.continuous())));
    Instantiation continuous = new Instantiation(marked);
    List<Assumption> premises = new ArrayList<>();
    for (Assumption premise : schema.premises()) {
      premises.add(
          new Assumption(
              premise.kind(),
              premise.text(),
              continuous.of(premise.difference()),
              premise.sense()));
    }
    Claim conclusion =
        new Claim(continuous.of(schema.conclusion().difference()), schema.conclusion().sense());
    try {
      return new Prover().prove(conclusion, premises, limits.atMost(1)).isPresent();
    } catch (LimitReached e) {
      limits.check();
      return false;
    }
  }
}
