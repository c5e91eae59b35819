package sit.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.HorizonCertificate.Span;
import sit.term.Index;
import sit.term.NormalForm;

/**
 * Where processes are cut at a generic time and at the ends, and the span of times for which the
 * cuts stand in order.
 *
 * @param offsets the cuts around the time, ascending, {@code -1} and {@code 0} always among them
 * @param inner where they are cut at a generic pair of times, if sums are in sums
 */
record Frame(
    String horizon,
    String time,
    Span span,
    List<Integer> offsets,
    Cutting step,
    Cutting ends,
    Optional<InnerFrame> inner) {
  private static final int FARTHEST = 4;

  /**
   * Where processes are cut at a time r before a generic time t: {@code first <= r <= t - before}.
   *
   * @param offsets the cuts around the earlier time
   */
  record InnerFrame(int first, int before, List<Integer> offsets, Cutting cutting) {
    /** The terms for pairs outside the span. */
    List<NormalForm> outside(HorizonForm form) {
      List<NormalForm> terms = new ArrayList<>();
      for (int k = 1; k < first; k++) {
        terms.add(HorizonForm.put(form.pairs(), HorizonForm.EARLY, Index.of(k)));
      }
      for (int k = 1; k < before; k++) {
        Index place = Index.symbol(form.time()).plus(-k);
        terms.add(HorizonForm.put(form.pairs(), HorizonForm.EARLY, place));
      }
      return terms;
    }
  }

  /** Places by what they count from. */
  private static final class Places {
    final TreeSet<Integer> fixed = new TreeSet<>(Set.of(0));
    final TreeSet<Integer> around = new TreeSet<>();
    final TreeSet<Integer> fromEnd = new TreeSet<>(Set.of(0));
    final TreeSet<Index> beyond = new TreeSet<>();

    /** Takes the places in; false where one of them counts from something else. */
    boolean add(Collection<Index> places, String horizon, String time) {
      for (Index place : places) {
        OptionalInt late = place.subtract(Index.symbol(horizon)).value();
        OptionalInt near = place.subtract(Index.symbol(time)).value();
        if (place.value().isPresent()) {
          fixed.add(Math.max(0, place.value().getAsInt()));
        } else if (late.isPresent()) {
          fromEnd.add(late.getAsInt());
        } else if (near.isPresent()) {
          around.add(near.getAsInt());
        } else if (time.isEmpty() && isMultiple(place, horizon)) {
          beyond.add(place);
        } else {
          return false;
        }
      }
      return true;
    }

    /** Whether a place lies a whole number of times as far as the horizon: 2n. */
    private static boolean isMultiple(Index place, String horizon) {
      Integer times = place.coefficients().get(horizon);
      return place.coefficients().size() == 1
          && times != null
          && times > 1
          && times <= FARTHEST
          && place.constant() == 0;
    }

    /** Blocks at the ends can then be moved by a letter. */
    void widen() {
      fixed.add(1);
      if (fromEnd.size() == 1) {
        fromEnd.add(-1);
      }
    }

    boolean near() {
      return fixed.last() <= FARTHEST
          && fromEnd.first() >= -FARTHEST
          && fromEnd.last() <= FARTHEST
          && (around.isEmpty() || around.first() >= -FARTHEST - 1 && around.last() <= FARTHEST);
    }
  }

  /**
   * The frame of a claim and its facts.
   *
   * @param form the claim
   * @param whole facts with sums
   * @param facts with the time in the place of their own index
   * @param wider whether everything is cut a letter farther out
   */
  static Optional<Frame> of(
      HorizonForm form, List<HorizonForm> whole, List<NormalForm> facts, boolean wider) {
    List<HorizonForm.Sum> sums = new ArrayList<>(form.sums());
    whole.forEach(fact -> sums.addAll(fact.sums()));
    Places generic = new Places();
    Places ends = new Places();
    generic.around.addAll(List.of(-1, 0));
    for (HorizonForm.Sum sum : sums) {
      if (!generic.add(Cutting.ends(sum.body()), form.horizon(), form.time())) {
        return Optional.empty();
      }
    }
    boolean read = ends.add(Cutting.ends(form.rest()), form.horizon(), "");
    for (HorizonForm fact : whole) {
      read &= ends.add(Cutting.ends(fact.rest()), form.horizon(), "");
    }
    Places earlier = new Places();
    earlier.around.addAll(List.of(-1, 0));
    for (Index place : Cutting.ends(form.pairs())) {
      OptionalInt near = place.subtract(Index.symbol(HorizonForm.EARLY)).value();
      near.ifPresent(earlier.around::add);
      read &= near.isPresent() || generic.add(List.of(place), form.horizon(), form.time());
    }
    for (NormalForm fact : facts) {
      read &= generic.add(Cutting.ends(fact), form.horizon(), form.time());
      earlier.add(Cutting.ends(fact), form.horizon(), form.time());
    }
    if (wider) {
      ends.widen();
      generic.fixed.addAll(ends.fixed);
      generic.fromEnd.addAll(ends.fromEnd);
      generic.around.add(generic.around.last() + 1);
    }
    Optional<InnerFrame> inner = Optional.empty();
    if (!form.pairs().isZero()) {
      inner = inner(form, generic, earlier.around);
    }
    if (!read || !generic.near() || !ends.near()) {
      return Optional.empty();
    }
    int first = Math.max(1, -generic.around.first() + generic.fixed.last());
    int before = Math.max(0, generic.around.last() - generic.fromEnd.first());
    if (inner.isPresent()) {
      first = Math.max(first, inner.get().first + inner.get().before - 1);
    }
    for (HorizonForm.Sum sum : sums) {
      first = Math.max(first, sum.from());
      before = Math.max(before, -sum.beyond());
    }
    if (first > FARTHEST + 1 || before > FARTHEST) {
      return Optional.empty();
    }
    ends.fixed.addAll(generic.fixed);
    ends.fromEnd.addAll(generic.fromEnd);
    for (int u : potentialOffsets(generic.around)) {
      ends.fixed.add(Math.max(0, first - 1 + u));
      ends.fromEnd.add(u - before);
    }
    for (HorizonForm.Sum sum : sums) {
      if (first - sum.from() > FARTHEST || sum.beyond() + before > FARTHEST) {
        return Optional.empty();
      }
      for (int at = sum.from(); at < first; at++) {
        NormalForm early = HorizonForm.put(sum.body(), form.time(), Index.of(at));
        ends.add(Cutting.ends(early), form.horizon(), "");
      }
      for (int k = 1 - before; k <= sum.beyond(); k++) {
        Index at = Index.symbol(form.horizon()).plus(k);
        ends.add(Cutting.ends(HorizonForm.put(sum.body(), form.time(), at)), form.horizon(), "");
      }
    }
    int least = Math.max(1, Math.max(ends.fixed.last() - ends.fromEnd.first(), first - 1 + before));
    if (!ends.beyond.isEmpty()) {
      least = Math.max(least, ends.fromEnd.last());
    }
    least = Math.max(least, form.known());
    Set<String> times = Set.of(form.time(), HorizonForm.EARLY);
    Cutting step = new Cutting(cuts(generic, form.horizon(), form.time()), Level.STEP, times);
    Cutting atEnds = new Cutting(cuts(ends, form.horizon(), form.time()), Level.ENDS, times);
    return Optional.of(
        new Frame(
            form.horizon(),
            form.time(),
            new Span(first, before, least),
            List.copyOf(generic.around),
            step,
            atEnds,
            inner));
  }

  /** The frame of a generic pair; what it leaves to the step is cut there. */
  private static Optional<InnerFrame> inner(
      HorizonForm form, Places generic, TreeSet<Integer> around) {
    int first = Math.max(1, generic.fixed.last() - around.first());
    int before = Math.max(1, around.last() - generic.around.first());
    List<Index> cuts = new ArrayList<>();
    generic.fixed.forEach(c -> cuts.add(Index.of(c)));
    around.forEach(k -> cuts.add(Index.symbol(HorizonForm.EARLY).plus(k)));
    generic.around.forEach(k -> cuts.add(Index.symbol(form.time()).plus(k)));
    generic.fromEnd.forEach(k -> cuts.add(Index.symbol(form.horizon()).plus(k)));
    Set<String> times = Set.of(form.time(), HorizonForm.EARLY);
    InnerFrame inner =
        new InnerFrame(first, before, List.copyOf(around), new Cutting(cuts, Level.INNER, times));
    for (int u : potentialOffsets(around)) {
      generic.fixed.add(Math.max(0, first - 1 + u));
      generic.around.add(u - before);
    }
    List<NormalForm> left = inner.outside(form);
    left.forEach(each -> generic.add(Cutting.ends(each), form.horizon(), form.time()));
    return Optional.of(inner);
  }

  /**
   * The frame in which a measure is followed from one time to the next, and at one end.
   *
   * @param rising whether that end is the first time
   */
  static Optional<Frame> of(NormalForm measure, String horizon, String time, boolean rising) {
    Places generic = new Places();
    generic.around.addAll(List.of(-1, 0));
    NormalForm earlier = HorizonForm.put(measure, time, Index.symbol(time).plus(-1));
    boolean read =
        generic.add(Cutting.ends(measure), horizon, time)
            && generic.add(Cutting.ends(earlier), horizon, time);
    if (!read || !generic.near()) {
      return Optional.empty();
    }
    int first = Math.max(1, -generic.around.first() + generic.fixed.last());
    int before = Math.max(0, generic.around.last() - generic.fromEnd.first());
    Places end = new Places();
    Index at = rising ? Index.of(first - 1) : Index.symbol(horizon).plus(-before);
    end.add(Cutting.ends(HorizonForm.put(measure, time, at)), horizon, "");
    int least = Math.max(1, Math.max(end.fixed.last() - end.fromEnd.first(), first - 1 + before));
    return Optional.of(
        new Frame(
            horizon,
            time,
            new Span(first, before, least),
            List.copyOf(generic.around),
            new Cutting(cuts(generic, horizon, time), Level.STEP, Set.of(time)),
            new Cutting(cuts(end, horizon, time), Level.ENDS, Set.of(time)),
            Optional.empty()));
  }

  private static List<Index> cuts(Places places, String horizon, String time) {
    List<Index> cuts = new ArrayList<>();
    places.fixed.forEach(c -> cuts.add(Index.of(c)));
    places.around.forEach(k -> cuts.add(Index.symbol(time).plus(k)));
    places.fromEnd.forEach(k -> cuts.add(Index.symbol(horizon).plus(k)));
    places.beyond.forEach(cuts::add);
    return cuts;
  }

  /** Cuts that are cuts also one step earlier: those at which a potential may look. */
  private static List<Integer> potentialOffsets(Collection<Integer> around) {
    List<Integer> both = new ArrayList<>();
    for (int u : around) {
      if (around.contains(u - 1)) {
        both.add(u);
      }
    }
    return both;
  }

  /** The places at which a potential is cut. */
  List<Index> potentialCuts() {
    return potentialCuts(step.cuts(), time, offsets);
  }

  /** The places at which a potential for sums in sums that is followed along a symbol is cut. */
  List<Index> innerCuts(String symbol) {
    InnerFrame pairs = inner.orElseThrow();
    return potentialCuts(
        pairs.cutting.cuts(), symbol, symbol.equals(time) ? offsets : pairs.offsets);
  }

  /** Whether all pairs of times are within the spans. */
  boolean isWhole() {
    return span.first() == 1
        && span.before() == 0
        && inner.filter(pairs -> pairs.first == 1 && pairs.before == 1).isPresent();
  }

  private static List<Index> potentialCuts(List<Index> all, String symbol, List<Integer> offsets) {
    List<Index> cuts = new ArrayList<>();
    for (Index cut : all) {
      OptionalInt near = cut.subtract(Index.symbol(symbol)).value();
      if (near.isEmpty() || potentialOffsets(offsets).contains(near.getAsInt())) {
        cuts.add(cut);
      }
    }
    return cuts;
  }

  /** Whether an index is certain to be 0 or more at every time of the span. */
  boolean notNegative(Index index) {
    Index bound = index;
    if (inner.isPresent()) {
      Index last = Index.symbol(time).plus(-inner.get().before);
      bound = bounded(bound, HorizonForm.EARLY, inner.get().first, last);
    }
    bound = bounded(bound, time, span.first(), last());
    int ofHorizon = bound.coefficients().getOrDefault(horizon, 0);
    boolean known = bound.with(horizon, Index.of(0)).value().isPresent();
    return known && ofHorizon >= 0 && bound.constant() + (long) ofHorizon * span.least() >= 0;
  }

  private static Index bounded(Index index, String symbol, int first, Index last) {
    boolean rises = index.coefficients().getOrDefault(symbol, 0) > 0;
    return index.with(symbol, rises ? Index.of(first) : last);
  }

  Index last() {
    return Index.symbol(horizon).plus(-span.before());
  }

  Index start() {
    return Index.of(span.first() - 1);
  }

  /** A polynomial in the time at a certain time. */
  NormalForm at(NormalForm form, Index index) {
    return HorizonForm.put(form, time, index);
  }
}
