package sit.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.ExactLaw;
import sit.exact.LogSum;
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
 * later letters, and through them may say something of the first ones. Two ways to go on are tried:
 * constants, and repetitions of the last letter. After as many steps as a fact reaches back, all
 * that it says stays the same.
 */
final class Extension {
  private static final int MOST_INSTANCES = 4000;

  private final List<Assumption> facts;

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
    if (linked.isEmpty()) {
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
    return goesOn(law, linked, last, reach, false) || goesOn(law, linked, last, reach, true);
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
      Counterexample law, List<Assumption> linked, int last, int reach, boolean repeat) {
    List<NormalForm> instances = new ArrayList<>();
    List<Assumption> sources = new ArrayList<>();
    Set<Variable> needed = new TreeSet<>();
    for (Assumption fact : linked) {
      for (Map<String, Index> at : times(fact.difference(), last + reach + 1)) {
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
    ExactLaw longer = new ExactLaw(longer(law, needed, last, repeat));
    Set<NormalForm> seen = new HashSet<>();
    for (int k = 0; k < instances.size(); k++) {
      if (seen.add(instances.get(k)) && !holds(longer, instances.get(k), sources.get(k).sense())) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(ExactLaw law, NormalForm difference, Sense sense) {
    Optional<LogSum> value = law.evaluate(difference);
    return value.isPresent()
        && (sense == Sense.ZERO ? value.get().isZero() : value.get().signum() >= 0);
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

  /** The law with more variables: constants, or the last letter of a process again. */
  private static Counterexample longer(
      Counterexample law, Set<Variable> needed, int last, boolean repeat) {
    List<Variable> all = new ArrayList<>(law.variables());
    List<Integer> copies = new ArrayList<>();
    for (Variable variable : needed) {
      if (!law.variables().contains(variable)) {
        all.add(variable);
        boolean later = variable instanceof Letter l && l.at().value().orElse(0) > last;
        copies.add(
            repeat && later
                ? law.variables().indexOf(new Letter(variable.name(), Index.of(last)))
                : -1);
      }
    }
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    for (Counterexample.Outcome outcome : law.outcomes()) {
      List<Integer> values = new ArrayList<>(outcome.values());
      copies.forEach(of -> values.add(of < 0 ? 0 : outcome.values().get(of)));
      outcomes.add(new Counterexample.Outcome(values, outcome.probability()));
    }
    return new Counterexample(all, outcomes);
  }
}
