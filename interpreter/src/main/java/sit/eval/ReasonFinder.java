package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import sit.limits.LimitReached;
import sit.proof.Rule;

/**
 * Finds a shortest list of rules from which a step follows. One rule is tried after the other; else
 * all together are thinned out until none can be left out, and it is looked for a shorter list than
 * that while there is time.
 */
final class ReasonFinder {
  private final BiPredicate<List<Rule>, Boolean> follows;
  private final List<Rule> candidates;

  /** A finder that asks whether a step follows from rules, with or without what was given. */
  ReasonFinder(BiPredicate<List<Rule>, Boolean> follows, List<Rule> candidates) {
    this.follows = follows;
    this.candidates = candidates;
  }

  /** A choice among the candidates, and whether what was given is one of the reasons. */
  private record Choice(List<Rule> rules, boolean assumption) {
    int size() {
      return rules.size() + (assumption ? 1 : 0);
    }
  }

  /** The names that complete the reasons given; none where no list suffices. */
  List<String> find(Reasons.Given given) {
    List<Rule> left = new ArrayList<>(candidates);
    left.removeAll(given.rules());
    return search(given, left).map(choice -> names(given, choice)).orElse(List.of());
  }

  private static List<String> names(Reasons.Given given, Choice choice) {
    List<String> names = new ArrayList<>();
    given.rules().forEach(rule -> names.add(rule.name()));
    choice.rules.forEach(rule -> names.add(rule.name()));
    if (given.assumption() || choice.assumption) {
      names.add(Reasons.ASSUMPTION);
    }
    return names.isEmpty() ? List.of("definition") : names;
  }

  private boolean suffices(Reasons.Given given, Choice choice) {
    List<Rule> rules = new ArrayList<>(given.rules());
    rules.addAll(choice.rules);
    return follows.test(rules, given.assumption() || choice.assumption);
  }

  private Optional<Choice> search(Reasons.Given given, List<Rule> left) {
    List<Choice> few = new ArrayList<>(List.of(new Choice(List.of(), false)));
    left.forEach(rule -> few.add(new Choice(List.of(rule), false)));
    few.add(new Choice(List.of(), true));
    for (Choice choice : few) {
      if (suffices(given, choice)) {
        return Optional.of(choice);
      }
    }
    Choice all = new Choice(left, true);
    if (!suffices(given, all)) {
      return Optional.empty();
    }
    Choice thin = all;
    try {
      thin = thinned(given, all);
      return Optional.of(shorter(given, left, thin));
    } catch (LimitReached e) {
      if (e.limit() == LimitReached.Cause.CANCELLED) {
        throw e;
      }
      return Optional.of(thin).filter(choice -> choice != all);
    }
  }

  /** Leaves out what can be left out, the last first. */
  private Choice thinned(Reasons.Given given, Choice all) {
    Choice thin = new Choice(all.rules, false);
    thin = suffices(given, thin) ? thin : all;
    for (int k = all.rules.size() - 1; k >= 0; k--) {
      List<Rule> fewer = new ArrayList<>(thin.rules);
      fewer.remove(all.rules.get(k));
      Choice without = new Choice(fewer, thin.assumption);
      thin = suffices(given, without) ? without : thin;
    }
    return thin;
  }

  private Choice shorter(Reasons.Given given, List<Rule> left, Choice thin) {
    for (int size = 2; size < thin.size(); size++) {
      for (boolean assumption : new boolean[] {false, true}) {
        Optional<Choice> found =
            ofSize(given, left, List.of(), 0, size - (assumption ? 1 : 0), assumption);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return thin;
  }

  private Optional<Choice> ofSize(
      Reasons.Given given,
      List<Rule> left,
      List<Rule> chosen,
      int from,
      int more,
      boolean assumption) {
    if (more == 0) {
      Choice choice = new Choice(chosen, assumption);
      return suffices(given, choice) ? Optional.of(choice) : Optional.empty();
    }
    for (int k = from; k <= left.size() - more; k++) {
      List<Rule> longer = new ArrayList<>(chosen);
      longer.add(left.get(k));
      Optional<Choice> found = ofSize(given, left, longer, k + 1, more - 1, assumption);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
