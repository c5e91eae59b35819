package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.proof.Assumption;
import sit.proof.HorizonCertificate.Span;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Times;

/**
 * A fact that holds at many times.
 *
 * @param place its place in a certificate, where lemmas follow the assumptions
 * @param free its own index symbols
 * @param from the first time at which it holds
 * @param bounded whether it holds up to the horizon only
 * @param before how far before the horizon the last time is, if it is bounded
 * @param least the first horizon at which it is known
 */
record TimedFact(
    int place,
    NormalForm difference,
    Sense sense,
    List<String> free,
    int from,
    boolean bounded,
    int before,
    int least) {
  private static final int FARTHEST = 3;
  private static final int MOST_SYMBOLS = 2;

  /** The fact at certain times, in pieces. */
  record Instance(TimedFact fact, TreeMap<String, Index> at, NormalForm form) {}

  static TimedFact of(int place, Assumption assumption, String horizon) {
    Set<String> free = new TreeSet<>(HorizonForm.free(assumption.difference()));
    boolean bounded = free.remove(horizon) || hasScalar(assumption.difference(), horizon);
    return new TimedFact(
        place, assumption.difference(), assumption.sense(), List.copyOf(free), 1, bounded, 0, 1);
  }

  private static boolean hasScalar(NormalForm form, String name) {
    return form.atoms().contains(new Term.Symbol(name));
  }

  /** The fact at some time, for finding out where it has to be cut. */
  NormalForm generic(String time) {
    Map<String, Index> at = new TreeMap<>();
    free.forEach(symbol -> at.put(symbol, Index.symbol(time)));
    return put(at);
  }

  /** Puts indices in all at once. */
  NormalForm put(Map<String, Index> at) {
    NormalForm form = difference;
    for (String symbol : free) {
      form = HorizonForm.put(form, symbol, Index.symbol("_" + symbol));
    }
    for (String symbol : free) {
      form = HorizonForm.put(form, "_" + symbol, at.get(symbol));
    }
    return form;
  }

  /** All instances at a generic time that can be written in its pieces. */
  List<Instance> step(Frame frame) {
    List<Index> times = new ArrayList<>();
    Span span = frame.span();
    for (int j = -FARTHEST; j <= FARTHEST; j++) {
      if (span.first() + j >= from && (!bounded || j <= span.before() - before)) {
        times.add(Index.symbol(frame.time()).plus(j));
      }
    }
    return least > span.least()
        ? List.of()
        : instances(times, frame.step(), at -> isMeant(at, frame::notNegative));
  }

  /** All instances at a generic pair of times that can be written in their pieces. */
  List<Instance> inner(Frame frame) {
    if (frame.inner().isEmpty() || least > frame.span().least()) {
      return List.of();
    }
    Index end = Index.symbol(frame.horizon()).plus(-before);
    List<Index> times = new ArrayList<>();
    for (String symbol : List.of(HorizonForm.EARLY, frame.time())) {
      for (int j = -FARTHEST; j <= FARTHEST; j++) {
        Index time = Index.symbol(symbol).plus(j);
        boolean known = frame.notNegative(time.plus(-from));
        if (known && (!bounded || frame.notNegative(end.subtract(time)))) {
          times.add(time);
        }
      }
    }
    Cutting cutting = frame.inner().get().cutting();
    return instances(times, cutting, at -> isMeant(at, frame::notNegative));
  }

  /** All instances at the ends that can be written in their pieces. */
  List<Instance> ends(Frame frame) {
    List<Index> times = new ArrayList<>();
    Span span = frame.span();
    for (int c = from; c <= FARTHEST; c++) {
      if (!bounded || span.least() - before >= c) {
        times.add(Index.of(c));
      }
    }
    for (int j = -FARTHEST; j <= FARTHEST; j++) {
      if (span.least() + j >= from && (!bounded || j <= -before)) {
        times.add(Index.symbol(frame.horizon()).plus(j));
      }
    }
    return least > span.least()
        ? List.of()
        : instances(times, frame.ends(), at -> isMeant(at, frame::notNegative));
  }

  private boolean isMeant(Map<String, Index> at, Predicate<Index> notNegative) {
    return Substitution.symbols(difference).isEmpty()
        || Times.areMeant(difference, at, notNegative);
  }

  private List<Instance> instances(
      List<Index> times, Cutting cutting, Predicate<Map<String, Index>> meant) {
    if (free.size() > MOST_SYMBOLS) {
      return List.of();
    }
    List<TreeMap<String, Index>> all = List.of(new TreeMap<>());
    for (String symbol : free) {
      List<TreeMap<String, Index>> longer = new ArrayList<>();
      for (TreeMap<String, Index> at : all) {
        for (Index time : times) {
          TreeMap<String, Index> next = new TreeMap<>(at);
          next.put(symbol, time);
          longer.add(next);
        }
      }
      all = longer;
    }
    List<Instance> found = new ArrayList<>();
    for (TreeMap<String, Index> at : all) {
      Optional<NormalForm> form = meant.test(at) ? cutting.form(put(at)) : Optional.empty();
      if (form.isPresent() && !form.get().isZero()) {
        found.add(new Instance(this, at, form.get()));
      }
    }
    return found;
  }

  /** Every instance at times from the first to {@code last} where the horizon is {@code n}. */
  List<Instance> numeric(String horizon, int n, int last) {
    List<Index> times = new ArrayList<>();
    for (int t = from; t <= (bounded ? Math.min(last, n - before) : last); t++) {
      times.add(Index.of(t));
    }
    TimedFact fixed =
        new TimedFact(
            place,
            HorizonForm.put(difference, horizon, Index.of(n)),
            sense,
            free,
            from,
            bounded,
            before,
            least);
    List<Index> cuts = new ArrayList<>();
    for (int t = 0; t <= last; t++) {
      cuts.add(Index.of(t));
    }
    return fixed.instances(
        times,
        new Cutting(cuts, Level.ENDS, Set.of()),
        at -> {
          Map<String, Index> all = new TreeMap<>(at);
          all.put(horizon, Index.of(n));
          return isMeant(all, i -> i.value().isPresent() && i.value().getAsInt() >= 0);
        });
  }

  /** The last letter of an expression without symbols. */
  static int lastLetter(NormalForm form) {
    int last = 0;
    for (Index end : Cutting.ends(form)) {
      OptionalInt value = end.value();
      last = Math.max(last, value.orElse(0));
    }
    return last;
  }

  static Set<String> names(NormalForm form) {
    Set<String> names = new TreeSet<>();
    form.variables().forEach(v -> names.add(v.name()));
    return names;
  }

  /** Whether a fact holds sums over time. */
  static boolean hasSums(Assumption assumption) {
    return assumption.difference().atoms().stream().anyMatch(a -> a instanceof Term.Total);
  }
}
