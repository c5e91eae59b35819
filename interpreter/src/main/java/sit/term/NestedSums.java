package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;

/**
 * Sums in sums over time, written as one sum over all pairs of times, the earlier before the later,
 * with single sums along the edges added or taken away. The order of summation is exchanged where
 * the inner index runs beyond the outer one.
 */
public final class NestedSums {
  private static final int FARTHEST = 12;
  private static final String INNER = ":inner";
  private static final String OUTER = ":outer";

  private final Index horizon;
  private final String early;
  private final Index late;
  private NormalForm rest = NormalForm.ZERO;
  private NormalForm pairs = NormalForm.ZERO;
  private int least = 1;

  /**
   * What an expression is for every horizon of at least {@code least}.
   *
   * @param rest single sums, and what is not summed
   * @param pairs what is summed over {@code 1 <= early < late <= horizon}
   */
  public record Flat(NormalForm rest, NormalForm pairs, int least) {}

  private NestedSums(String horizon, String early, String late) {
    this.horizon = Index.symbol(horizon);
    this.early = early;
    this.late = Index.symbol(late);
  }

  /** Whether an expression holds sums in sums, or products of a sum and something else. */
  public static boolean in(NormalForm form) {
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        boolean sum = atom instanceof Term.Total;
        boolean product = sum && monomial.atoms().size() > 1;
        if (product || sum && hasSums(NormalForm.of(((Term.Total) atom).body()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasSums(NormalForm form) {
    return form.atoms().stream().anyMatch(a -> a instanceof Term.Total);
  }

  /**
   * The expression with its sums in sums as a sum over pairs.
   *
   * @param counted whether terms that do not change with one of the two times are counted instead
   *     of being summed
   * @throws IllegalArgumentException if a sum runs between other times than numbers, the horizon
   *     and the other index, each with a small number added
   */
  public static Flat of(
      NormalForm form, String horizon, String early, String late, boolean counted) {
    NestedSums sums = new NestedSums(horizon, early, late);
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      sums.add(entry.getKey(), NormalForm.constant(entry.getValue()));
    }
    if (counted) {
      sums.count();
    }
    return new Flat(sums.rest, sums.pairs, sums.least);
  }

  /** An expression at one horizon, with every sum written out. */
  public static NormalForm at(NormalForm form, String symbol, int value) {
    return Sums.put(form, symbol, Index.of(value)).replace(NestedSums::writtenOut);
  }

  private static NormalForm writtenOut(Term atom) {
    if (!(atom instanceof Term.Total total)) {
      return NormalForm.of(atom);
    }
    boolean known = total.from().value().isPresent() && total.to().value().isPresent();
    require(known, "a sum from " + total.from() + " to " + total.to() + " has no end");
    NormalForm sum = NormalForm.ZERO;
    for (int k = total.from().constant(); k <= total.to().constant(); k++) {
      sum = sum.add(at(NormalForm.of(total.body()), total.index(), k));
    }
    return sum;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private void add(Monomial monomial, NormalForm coefficient) {
    List<Term> others = new ArrayList<>();
    Term.Total sum = null;
    for (Term atom : monomial.atoms()) {
      require(!(atom instanceof Term.Total && sum != null), "a product of sums");
      if (atom instanceof Term.Total total) {
        sum = total;
      } else {
        others.add(atom);
      }
    }
    NormalForm factor = NormalForm.of(new Monomial(others), Rational.ONE).multiply(coefficient);
    if (sum == null) {
      rest = rest.add(factor);
      return;
    }
    boolean apart = !Sums.symbols(factor).contains(sum.index());
    require(apart, "the index " + sum.index() + " means two things");
    require(!Expectations.speaksOfDensities(factor), "a sum that is multiplied by an average");
    NormalForm body = NormalForm.of(sum.body());
    for (Map.Entry<Monomial, Rational> entry : body.coefficients().entrySet()) {
      NormalForm part = NormalForm.of(entry.getKey(), entry.getValue());
      if (!hasSums(part)) {
        single(sum.index(), sum.from(), sum.to(), part.multiply(factor));
      } else {
        nested(sum, entry.getKey(), factor.scale(entry.getValue()));
      }
    }
  }

  private void single(String index, Index from, Index to, NormalForm body) {
    if (!body.isZero()) {
      rest = rest.add(NormalForm.of(new Term.Total(index, from, to, body.toTerm())));
    }
  }

  private void nested(Term.Total outer, Monomial monomial, NormalForm factor) {
    NormalForm body = factor;
    Term.Total inner = null;
    for (Term atom : monomial.atoms()) {
      require(!(atom instanceof Term.Total && inner != null), "a product of sums");
      if (atom instanceof Term.Total total) {
        inner = total;
      } else {
        body = body.multiply(NormalForm.of(atom));
      }
    }
    boolean apart = !inner.index().equals(outer.index());
    apart &= !Sums.symbols(body).contains(inner.index());
    apart &= !horizon.equals(Index.symbol(inner.index()));
    apart &= !horizon.equals(Index.symbol(outer.index()));
    require(apart, "the index " + inner.index() + " means two things");
    NormalForm summand = NormalForm.of(inner.body());
    require(!hasSums(summand), "sums in sums in sums");
    body = body.multiply(summand);
    require(!Expectations.speaksOfDensities(body), "densities in sums in sums");
    body = Sums.put(body, inner.index(), Index.symbol(INNER));
    body = Sums.put(body, outer.index(), Index.symbol(OUTER));
    boolean taken = Sums.symbols(body).contains(early) || Sums.symbols(body).contains(late + "");
    require(!taken, "an index is taken for another");
    Index place = Index.symbol(OUTER);
    Index low = inner.from().with(outer.index(), place);
    Index high = inner.to().with(outer.index(), place);
    int first = near(outer.from());
    int last = near(outer.to().subtract(horizon));
    if (low.value().isPresent() && high.value().isPresent()) {
      for (int k = near(low); k <= near(high); k++) {
        single(late + "", outer.from(), outer.to(), at(body, Index.of(k), late));
      }
    } else if (low.value().isPresent() && high.subtract(place).value().isPresent()) {
      below(first, last, near(low), near(high.subtract(place)), body);
    } else if (low.value().isPresent()) {
      int end = near(high.subtract(horizon));
      require(first >= near(low) && last <= end + 1, "one sum runs beyond the other");
      below(first, last, near(low), -1, body);
      above(first, last, 0, end, body);
    } else {
      above(first, last, near(low.subtract(place)), near(high.subtract(horizon)), body);
    }
  }

  private static int near(Index index) {
    int value = index.value().orElse(FARTHEST + 1);
    require(Math.abs(value) <= FARTHEST, "a sum with an end at " + index + " is out of reach");
    return value;
  }

  private static NormalForm at(NormalForm body, Index inner, Index outer) {
    return Sums.put(Sums.put(body, INNER, inner), OUTER, outer);
  }

  /** Adds the sum over {@code first <= outer <= n + last} and {@code low <= inner <= outer + k}. */
  private void below(int first, int last, int low, int k, NormalForm body) {
    Index end = horizon.plus(last);
    for (int j = 0; j <= k; j++) {
      single(late + "", Index.of(Math.max(first, low - j)), end, at(body, late.plus(j), late));
    }
    for (int j = k + 1; j < 0; j++) {
      NormalForm diagonal = at(body, late.plus(j), late).negate();
      single(late + "", Index.of(Math.max(first, low - j)), end, diagonal);
    }
    for (int column = Math.min(low, 1); column < Math.max(low, 1); column++) {
      NormalForm whole = at(body, Index.of(column), late);
      NormalForm added = column < 1 ? whole : whole.negate();
      single(late + "", Index.of(Math.max(first, column + 1)), end, added);
    }
    for (int row = 2; row < first; row++) {
      least = Math.max(least, first - 1 - last);
      for (int column = 1; column < row; column++) {
        rest = rest.subtract(at(body, Index.of(column), Index.of(row)));
      }
    }
    for (int row = Math.min(last, 0) + 1; row <= Math.max(last, 0); row++) {
      NormalForm whole = at(body, late, horizon.plus(row));
      NormalForm added = last > 0 ? whole : whole.negate();
      single(late + "", Index.of(1), horizon.plus(row - 1), added);
    }
    pairs = pairs.add(at(body, Index.symbol(early), late));
  }

  /**
   * Adds the sum over {@code first <= outer <= n + last} and {@code outer + k <= inner <= n + e}.
   */
  private void above(int first, int last, int k, int e, NormalForm body) {
    for (int row = last + 1; row <= e - k; row++) {
      least = Math.max(least, first - 1 - last);
      for (int column = row + k; column <= e; column++) {
        rest = rest.subtract(at(body, horizon.plus(column), horizon.plus(row)));
      }
    }
    require(Math.abs(first + k) <= FARTHEST, "sums that start far from each other");
    NormalForm exchanged = at(body, Index.symbol(":later"), Index.symbol(INNER));
    exchanged = Sums.put(exchanged, ":later", Index.symbol(OUTER));
    below(first + k, e, first, -k, exchanged);
  }

  /** Terms that do not change with the earlier time, or not with the later, are counted. */
  private void count() {
    TreeMap<Monomial, Rational> kept = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> entry : pairs.coefficients().entrySet()) {
      NormalForm part = NormalForm.of(entry.getKey(), entry.getValue());
      if (!Sums.symbols(part).contains(early)) {
        NormalForm times = NormalForm.of(late.plus(-1));
        single(late + "", Index.of(1), horizon, part.multiply(times));
      } else if (!Sums.symbols(part).contains(late + "")) {
        NormalForm times = NormalForm.of(horizon.subtract(late));
        NormalForm renamed = Sums.put(part, early, late);
        single(late + "", Index.of(1), horizon, renamed.multiply(times));
      } else {
        kept.put(entry.getKey(), entry.getValue());
      }
    }
    pairs = new NormalForm(kept);
  }
}
