package sit.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.ExactLaw;
import sit.check.LawChecker;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Counterexample;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Times;
import sit.term.Variable;
import sit.term.Variable.Block;
import sit.term.Variable.Letter;

/**
 * Whether a law of the first few letters can go on for ever. A fact with a free index also holds of
 * later letters, and through them may say something of the first ones. Three ways to go on are
 * tried: constants, repetitions of the last letter, and independent letters of the last one's law.
 * After as many steps as a fact reaches back, all that it says changes no more, or by the same
 * amount at each time. Where processes are stationary and nothing else is known of later letters,
 * the law goes on as a Markov process of the order that it shows.
 */
final class Extension {
  private static final int MOST_INSTANCES = 4000;
  private static final int MOST_OUTCOMES = 3000;

  private final List<Assumption> facts;

  /** How later letters may go on. */
  private enum Manner {
    CONSTANT,
    REPEATED,
    FRESH
  }

  /** Facts as they were stated. */
  Extension(List<Assumption> stated) {
    List<Assumption> free = new ArrayList<>();
    for (Assumption fact : stated) {
      boolean cited = fact.kind() == Assumption.Kind.AXIOM;
      if (!cited && !Substitution.symbols(fact.difference()).isEmpty()) {
        free.add(fact);
      }
    }
    facts = free;
  }

  /** Whether a law that satisfies the facts as far as it goes is known to satisfy all of them. */
  boolean exists(Counterexample law) {
    List<Assumption> linked = linked(law);
    if (linked.stream().allMatch(fact -> fact.kind() == Assumption.Kind.STATIONARY)) {
      return true;
    }
    int last = 1;
    for (Variable variable : law.variables()) {
      if (variable instanceof Letter letter) {
        last = Math.max(last, letter.at().value().orElse(1));
      }
    }
    int reach = 1;
    for (Assumption fact : linked) {
      for (Index index : indices(fact.difference())) {
        reach = Math.max(reach, Math.abs(index.constant()));
      }
    }
    for (Manner manner : Manner.values()) {
      if (goesOn(law, linked, last, reach, manner)) {
        return true;
      }
    }
    return false;
  }

  /** The facts that speak of what the law speaks of, or of what such a fact speaks of. */
  private List<Assumption> linked(Counterexample law) {
    Set<String> names = new TreeSet<>();
    law.variables().forEach(v -> names.add(v.name()));
    List<Assumption> left = new ArrayList<>(facts);
    List<Assumption> linked = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Assumption fact : List.copyOf(left)) {
        if (fact.difference().variables().stream().anyMatch(v -> names.contains(v.name()))) {
          fact.difference().variables().forEach(v -> names.add(v.name()));
          linked.add(fact);
          left.remove(fact);
          more = true;
        }
      }
    }
    return linked;
  }

  private static List<Index> indices(NormalForm form) {
    List<Index> all = new ArrayList<>();
    for (Variable variable : form.variables()) {
      if (variable instanceof Letter letter) {
        all.add(letter.at());
      } else if (variable instanceof Block block) {
        all.add(block.from());
        all.add(block.to());
      }
    }
    return all;
  }

  private boolean goesOn(
      Counterexample law, List<Assumption> linked, int last, int reach, Manner manner) {
    List<NormalForm> instances = new ArrayList<>();
    List<Assumption> sources = new ArrayList<>();
    Set<Variable> needed = new TreeSet<>();
    for (Assumption fact : linked) {
      if (fact.kind() == Assumption.Kind.STATIONARY) {
        NormalForm longest = Stationarity.instances(fact.difference(), last + reach + 2).get(0);
        instances.add(longest);
        sources.add(fact);
        needed.addAll(longest.variables());
        continue;
      }
      for (Map<String, Index> at : times(fact.difference(), last + reach + 2)) {
        if (Times.areMeant(fact.difference(), at, Claims::isNotNegative)) {
          NormalForm instance = Claims.put(fact.difference(), at);
          instances.add(instance);
          sources.add(fact);
          needed.addAll(instance.variables());
        }
      }
      if (instances.size() > MOST_INSTANCES) {
        return false;
      }
    }
    Optional<Counterexample> table = longer(law, needed, last, manner);
    if (table.isEmpty()) {
      return false;
    }
    ExactLaw longer = new ExactLaw(table.get());
    Set<NormalForm> seen = new HashSet<>();
    for (int k = 0; k < instances.size(); k++) {
      if (seen.add(instances.get(k)) && !holds(longer, instances.get(k), sources.get(k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(ExactLaw law, NormalForm difference, Assumption fact) {
    if (fact.kind() == Assumption.Kind.STATIONARY) {
      return LawChecker.sameLaw(law, difference);
    }
    Optional<LogSum> value = law.evaluate(difference);
    return value.isPresent()
        && (fact.sense() == Sense.ZERO ? value.get().isZero() : value.get().signum() >= 0);
  }

  private static List<Map<String, Index>> times(NormalForm form, int last) {
    List<Map<String, Index>> all = new ArrayList<>(List.of(new TreeMap<>()));
    for (String symbol : Substitution.symbols(form)) {
      List<Map<String, Index>> next = new ArrayList<>();
      for (Map<String, Index> each : all) {
        for (int t = 1; t <= last && next.size() <= MOST_INSTANCES; t++) {
          Map<String, Index> longer = new TreeMap<>(each);
          longer.put(symbol, Index.of(t));
          next.add(longer);
        }
      }
      all = next;
    }
    return all;
  }

  /** The law with more variables; nothing where its table would be too large. */
  private static Optional<Counterexample> longer(
      Counterexample law, Set<Variable> needed, int last, Manner manner) {
    List<Variable> later = new ArrayList<>();
    List<Integer> copies = new ArrayList<>();
    TreeMap<Integer, List<Integer>> fresh = new TreeMap<>();
    for (Variable variable : needed) {
      if (law.variables().contains(variable)) {
        continue;
      }
      int at = variable instanceof Letter letter ? letter.at().value().orElse(0) : 0;
      int of =
          at > last && manner != Manner.CONSTANT
              ? law.variables().indexOf(new Letter(variable.name(), Index.of(last)))
              : -1;
      if (of >= 0 && manner == Manner.FRESH) {
        fresh.computeIfAbsent(at, t -> new ArrayList<>()).add(later.size());
      }
      later.add(variable);
      copies.add(of);
    }
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    for (Counterexample.Outcome outcome : law.outcomes()) {
      List<Integer> values = new ArrayList<>();
      copies.forEach(of -> values.add(of < 0 ? 0 : outcome.values().get(of)));
      outcomes.add(new Counterexample.Outcome(values, outcome.probability()));
    }
    List<Counterexample.Outcome> table = new ArrayList<>();
    for (int k = 0; k < outcomes.size(); k++) {
      List<Integer> values = new ArrayList<>(law.outcomes().get(k).values());
      values.addAll(outcomes.get(k).values());
      table.add(new Counterexample.Outcome(values, outcomes.get(k).probability()));
    }
    for (List<Integer> places : fresh.values()) {
      table = drawn(table, places, outcomes, law.variables().size());
      if (table.size() > MOST_OUTCOMES) {
        return Optional.empty();
      }
    }
    List<Variable> all = new ArrayList<>(law.variables());
    all.addAll(later);
    return Optional.of(new Counterexample(all, table));
  }

  /** The table with some letters drawn anew, as they stand in outcomes, whatever the others are. */
  private static List<Counterexample.Outcome> drawn(
      List<Counterexample.Outcome> table,
      List<Integer> places,
      List<Counterexample.Outcome> outcomes,
      int offset) {
    Map<List<Integer>, Rational> marginal = new LinkedHashMap<>();
    for (Counterexample.Outcome outcome : outcomes) {
      List<Integer> values = new ArrayList<>();
      places.forEach(place -> values.add(outcome.values().get(place)));
      marginal.merge(values, outcome.probability(), Rational::add);
    }
    List<Counterexample.Outcome> all = new ArrayList<>();
    for (Counterexample.Outcome outcome : table) {
      marginal.forEach(
          (values, probability) -> {
            List<Integer> next = new ArrayList<>(outcome.values());
            for (int k = 0; k < places.size(); k++) {
              next.set(offset + places.get(k), values.get(k));
            }
            all.add(new Counterexample.Outcome(next, outcome.probability().multiply(probability)));
          });
    }
    return all;
  }
}
