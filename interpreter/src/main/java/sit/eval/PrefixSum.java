package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.Bounded;
import sit.numeric.process.Flow;
import sit.numeric.process.Letter;
import sit.numeric.process.Pattern;
import sit.numeric.process.PrefixEntropies;
import sit.numeric.process.PrefixLaw;
import sit.term.Group;
import sit.term.Index;
import sit.term.Variable;

/**
 * A combination of entropies of prefixes and letters that end near one time, {@code H(X^t,
 * Y^(t-1))}: those of the same processes are taken apart into the shortest prefixes and what is
 * seen beyond them.
 */
final class PrefixSum {
  private final PrefixLaw law;
  private final String time;
  private final List<Part> parts = new ArrayList<>();
  private int ahead;

  /**
   * One entropy.
   *
   * @param ends for each process how many steps before the time its prefix ends; absent without one
   * @param letters single letters beyond the prefixes
   */
  private record Part(Rational factor, TreeMap<Integer, Integer> ends, TreeSet<Seen> letters) {}

  /** A letter so many steps before the time; after it where that is negative. */
  private record Seen(int process, int lag) implements Comparable<Seen> {
    @Override
    public int compareTo(Seen other) {
      return process != other.process
          ? Integer.compare(process, other.process)
          : Integer.compare(lag, other.lag);
    }
  }

  PrefixSum(PrefixLaw law, String time) {
    this.law = law;
    this.time = time;
  }

  /** Adds entropies; false if one of them is not of this form. */
  boolean add(Map<Group, Rational> groups) {
    for (Map.Entry<Group, Rational> entry : groups.entrySet()) {
      Part part = new Part(entry.getValue(), new TreeMap<>(), new TreeSet<>());
      for (Variable variable : entry.getKey()) {
        if (!read(variable, part)) {
          return false;
        }
      }
      part.ends.replaceAll((process, end) -> extended(part.letters, process, end));
      part.letters.removeIf(l -> part.ends.getOrDefault(l.process, Integer.MAX_VALUE) <= l.lag);
      part.ends.values().forEach(end -> ahead = Math.max(ahead, -end));
      part.letters.forEach(letter -> ahead = Math.max(ahead, -letter.lag));
      parts.add(part);
    }
    return true;
  }

  private boolean read(Variable variable, Part part) {
    int process = law.names().indexOf(variable.plainName());
    if (process < 0) {
      return false;
    }
    if (variable instanceof Variable.Letter letter) {
      Optional<Integer> lag = lag(letter.at());
      lag.ifPresent(l -> part.letters.add(new Seen(process, l)));
      return lag.isPresent();
    }
    if (variable instanceof Variable.Block block && block.from().equals(Index.of(1))) {
      Optional<Integer> lag = lag(block.to());
      lag.ifPresent(l -> part.ends.merge(process, l, Math::min));
      return lag.isPresent();
    }
    return false;
  }

  private Optional<Integer> lag(Index index) {
    var rest = Index.symbol(time).subtract(index).value();
    return rest.isPresent() ? Optional.of(rest.getAsInt()) : Optional.empty();
  }

  private static int extended(TreeSet<Seen> letters, int process, int end) {
    int last = end;
    while (letters.contains(new Seen(process, last - 1))) {
      last--;
    }
    return last;
  }

  /** The entropies of one set of prefixes, over the shortest of each. */
  private record Family(Pattern pattern, List<List<Letter>> asked, List<Rational> factors) {
    Rational total() {
      Rational total = Rational.ZERO;
      for (Rational factor : factors) {
        total = total.add(factor);
      }
      return total;
    }
  }

  private List<Family> families() {
    Map<TreeSet<Integer>, List<Part>> together = new java.util.LinkedHashMap<>();
    for (Part part : parts) {
      together.computeIfAbsent(new TreeSet<>(part.ends.keySet()), k -> new ArrayList<>()).add(part);
    }
    List<Family> families = new ArrayList<>();
    for (Map.Entry<TreeSet<Integer>, List<Part>> entry : together.entrySet()) {
      List<Integer> delays = new ArrayList<>();
      for (int i = 0; i < law.names().size(); i++) {
        int delay = Pattern.HIDDEN;
        for (Part part : entry.getValue()) {
          Integer end = part.ends.get(i);
          delay = end == null ? delay : Math.max(delay, end + ahead);
        }
        delays.add(delay);
      }
      List<List<Letter>> asked = new ArrayList<>();
      List<Rational> factors = new ArrayList<>();
      for (Part part : entry.getValue()) {
        List<Letter> letters = new ArrayList<>();
        part.letters.forEach(l -> letters.add(new Letter(l.process, l.lag + ahead, false)));
        part.ends.forEach(
            (process, end) -> {
              for (int lag = end + ahead; lag < delays.get(process); lag++) {
                letters.add(new Letter(process, lag, true));
              }
            });
        asked.add(letters);
        factors.add(part.factor);
      }
      families.add(new Family(new Pattern(delays), asked, factors));
    }
    return families;
  }

  /**
   * The combination as surprisals along a sequence; empty if it looks ahead, or if whole prefixes
   * are left in a sum.
   *
   * @param from the first time that counts
   */
  Optional<List<Flow.Term>> terms(boolean summed, int from) {
    List<Flow.Term> terms = new ArrayList<>();
    for (Family family : families()) {
      boolean seen = family.pattern().delays().stream().anyMatch(d -> d != Pattern.HIDDEN);
      if (ahead != 0 || summed && seen && !family.total().isZero()) {
        return Optional.empty();
      }
      for (int k = 0; k < family.factors().size(); k++) {
        double factor = LongPrefixes.bounded(family.factors().get(k)).value();
        terms.add(
            new Flow.Term(
                family.pattern(), family.asked().get(k), factor, summed, !summed && seen, from));
      }
    }
    return Optional.of(terms);
  }

  /** The sum over times; empty if whole prefixes are left in it. */
  Optional<Bounded> over(int from, int to, Limits limits) {
    Bounded total = Bounded.ZERO;
    for (Family family : families()) {
      boolean seen = family.pattern().delays().stream().anyMatch(d -> d != Pattern.HIDDEN);
      if (seen && !family.total().isZero()) {
        return Optional.empty();
      }
      PrefixEntropies.Found found =
          law.entropies(family.pattern(), family.asked(), from + ahead, to + ahead, limits);
      for (int k = 0; k < family.factors().size(); k++) {
        Bounded factor = LongPrefixes.bounded(family.factors().get(k));
        total = total.plus(found.sums().get(k).times(factor));
      }
    }
    return Optional.of(total);
  }

  /** The combination at one time. */
  Optional<Bounded> at(int n, Limits limits) {
    Bounded total = Bounded.ZERO;
    for (Family family : families()) {
      PrefixEntropies.Found found =
          law.entropies(family.pattern(), family.asked(), n + ahead, n + ahead, limits);
      total = total.plus(found.block().times(LongPrefixes.bounded(family.total())));
      for (int k = 0; k < family.factors().size(); k++) {
        Bounded factor = LongPrefixes.bounded(family.factors().get(k));
        total = total.plus(found.last().get(k).times(factor));
      }
    }
    return Optional.of(total);
  }

  /**
   * What the combination grows by in the long run: the rate of its prefixes if it stands outside a
   * sum, the limit of its value if it stands inside.
   *
   * @param summed whether it stands in a sum over the time
   * @return empty if it grows faster than that
   */
  Optional<Growth> growth(boolean summed, double width, Limits limits) {
    Growth growth = Growth.ZERO;
    for (Family family : families()) {
      boolean seen = family.pattern().delays().stream().anyMatch(d -> d != Pattern.HIDDEN);
      if (!summed) {
        if (seen && !family.total().isZero()) {
          growth =
              growth.plus(
                  law.rate(family.pattern(), Optional.empty(), width, limits), family.total());
        }
        continue;
      }
      if (seen && !family.total().isZero()) {
        return Optional.empty();
      }
      for (int k = 0; k < family.factors().size(); k++) {
        if (!family.asked().get(k).isEmpty()) {
          growth =
              growth.plus(
                  law.rate(family.pattern(), Optional.of(family.asked().get(k)), width, limits),
                  family.factors().get(k));
        }
      }
    }
    return Optional.of(growth);
  }
}
