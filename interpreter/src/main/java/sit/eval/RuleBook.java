package sit.eval;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import sit.proof.Rule;
import sit.value.Unit;

/**
 * The rules of one layer by name, each in the unit that its plain numbers are in; one whose numbers
 * are logarithms that follow the unit is there in both.
 */
final class RuleBook {
  // the first name of a rule is its own, the others are said besides
  private final Map<String, Map<Unit, Rule>> rules = new LinkedHashMap<>();
  private final Map<String, Supplier<Optional<Rule>>> lemmas = new TreeMap<>();

  /** A rule under its name; one that was there in this unit is replaced. */
  void add(Rule rule, Unit unit, boolean alone) {
    Map<Unit, Rule> all = rules.computeIfAbsent(rule.name(), n -> new EnumMap<>(Unit.class));
    if (alone) {
      all.clear();
    }
    all.put(unit, rule);
  }

  /** A lemma that is judged when it is first cited. */
  void add(String name, Supplier<Optional<Rule>> proved) {
    lemmas.put(name, proved);
  }

  /** The lemma of a name that was not judged yet; it is judged once. */
  Optional<Supplier<Optional<Rule>>> unjudged(String name) {
    return Optional.ofNullable(lemmas.remove(name));
  }

  /** A rule, in this unit where it is there in more than one. */
  Optional<Rule> rule(String name, Unit unit) {
    Map<Unit, Rule> all = rules.get(name);
    return all == null
        ? Optional.empty()
        : Optional.of(all.getOrDefault(unit, all.values().iterator().next()));
  }

  /** Whether a rule is one of these, with its plain numbers in a unit. */
  boolean isIn(Rule rule, Unit unit) {
    return rule.equals(rules.getOrDefault(rule.name(), Map.of()).get(unit));
  }

  List<String> names() {
    return List.copyOf(rules.keySet());
  }
}
