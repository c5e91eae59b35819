package sit.prove;

import java.util.List;
import java.util.function.Predicate;
import sit.proof.LawFact;

/**
 * What a proof may add up besides what is assumed.
 *
 * @param facts which of the facts about densities
 * @param basics which of the basic inequalities of Shannon
 */
record Allowed(Predicate<LawFact> facts, Predicate<Pair> basics) {
  static final Allowed ALL = new Allowed(fact -> true, pair -> true);

  /** Those of the basic inequalities that are allowed. */
  List<Pair> of(List<Pair> pairs) {
    return pairs.stream().filter(basics).toList();
  }
}
