package sit.proof;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.NormalForm;

/**
 * A proof of a claim for every horizon at once, by telescoping. With a potential F,
 *
 * <pre>  sum of s(t) + rest  =  sum of [s(t) + F(t) - F(t-1)]  +  [rest - F(last) + F(first-1)],
 * </pre>
 *
 * and both brackets are sums of basic inequalities and facts.
 *
 * @param assumptions facts; an index symbol that is not the horizon ranges over every time from 1
 *     on, in a fact that speaks of the horizon up to the horizon
 * @param horizon the index symbol n of the claim, which ranges over 1, 2, 3, ...
 * @param time the index symbol t of the generic step
 * @param multiple how often the claim is multiplied by n before it is taken apart
 * @param lemmas measures that vanish at every time, each proved from the assumptions and the lemmas
 *     before it
 * @param telescopes one, or two for an equality in two directions
 */
public record HorizonCertificate(
    Claim claim,
    List<Assumption> assumptions,
    String horizon,
    String time,
    int multiple,
    List<Induction> lemmas,
    List<Telescope> telescopes)
    implements Proof {
  public HorizonCertificate {
    assumptions = List.copyOf(assumptions);
    lemmas = List.copyOf(lemmas);
    telescopes = List.copyOf(telescopes);
  }

  /**
   * The times over which a step is generic: {@code first <= t <= n - before}, for every {@code n >=
   * least}.
   *
   * @param before how far before the horizon the last step is
   */
  public record Span(int first, int before, int least) {}

  /**
   * One direction of a claim.
   *
   * @param given assumptions, which may hold sums, with constant multipliers: what is taken apart
   *     is the claim's difference less these
   * @param potential F, an expression in the time
   * @param step adds up to {@code s(t) + F(t) - F(t-1)}
   * @param ends adds up to {@code rest - F(n - before) + F(first - 1)}, where the rest holds what
   *     sums have outside the span
   * @param small adds up to the whole difference at each of {@code n = 1 .. least - 1}
   * @param inner what is done with sums in sums
   */
  public record Telescope(
      Span span,
      List<Use> given,
      NormalForm potential,
      Sum step,
      Sum ends,
      List<Sum> small,
      Optional<Inner> inner) {
    public Telescope {
      given = List.copyOf(given);
      small = List.copyOf(small);
    }

    /** One without sums in sums. */
    public Telescope(
        Span span, List<Use> given, NormalForm potential, Sum step, Sum ends, List<Sum> small) {
      this(span, given, potential, step, ends, small, Optional.empty());
    }
  }

  /**
   * How a sum of g over pairs of times {@code s < t} is taken apart. With potentials G and K it is
   * the sum of {@code g + [G(s) - G(s-1)] + [K(t) - K(t-1)]}, which are sums of basic inequalities
   * and facts, and of what the potentials leave at the ends of each row and of each column.
   *
   * @param index the index symbol s of the earlier time, {@code first <= s <= t - before}
   * @param potential G, an expression in both times; the step at t is left {@code -G(t - before) +
   *     G(first - 1)}
   * @param across K, likewise; the step at {@code t = s} is left {@code -K(n) + K(s)}. It is zero
   *     unless all pairs are within the spans
   * @param step adds up to what the potentials make of g
   */
  public record Inner(
      String index, int first, int before, NormalForm potential, NormalForm across, Sum step) {}

  /**
   * A measure Z(t) that is zero for {@code first - 1 <= t <= n - before}, by induction on t.
   *
   * @param measure Z at the certificate's time
   * @param rising whether the induction starts at the first time or at the last
   * @param start adds up to {@code -Z} at that end
   * @param step adds up to {@code Z(t-1) - Z(t)} if rising, else to {@code Z(t) - Z(t-1)}
   */
  public record Induction(Basic measure, boolean rising, Span span, Sum start, Sum step) {}

  /**
   * A combination of basic inequalities and instances of facts.
   *
   * @param cuts the places, in ascending order from 0 on, at which every process is cut into
   *     pieces; {@code t} stands for the place after the letter at t
   * @param laws what holds of densities under the laws that draw outcomes
   * @param surplus a constant that is left over, not negative
   */
  public record Sum(
      List<Index> cuts,
      List<Certificate.Term> basics,
      List<Certificate.Multiple> laws,
      List<Use> uses,
      List<Shift> shifts,
      Rational surplus) {
    /** A combination that speaks of no density. */
    public Sum(
        List<Index> cuts,
        List<Certificate.Term> basics,
        List<Use> uses,
        List<Shift> shifts,
        Rational surplus) {
      this(cuts, basics, List.of(), uses, shifts, surplus);
    }

    public Sum {
      laws = List.copyOf(laws);
      cuts = List.copyOf(cuts);
      basics = List.copyOf(basics);
      uses = List.copyOf(uses);
      shifts = List.copyOf(shifts);
    }
  }

  /**
   * A multiple of {@code H(blocks, later) - H(blocks)}, which is zero for blocks of processes that
   * are stationary together.
   *
   * @param fact the place of the assumption that says so
   * @param blocks letters and blocks of these processes
   * @param by how many letters later
   * @param multiplier any polynomial
   */
  public record Shift(int fact, Group blocks, Index by, NormalForm multiplier) {}

  /**
   * A multiple of an instance of a fact.
   *
   * @param fact its place in the list of assumptions followed by lemmas
   * @param at what stands for each of the fact's own index symbols; for the time of a lemma
   *     likewise
   * @param multiplier any polynomial for an equality; a positive constant for an inequality
   * @param law what draws its free outcomes: what holds whatever they are holds in the mean
   */
  public record Use(int fact, SortedMap<String, Index> at, NormalForm multiplier, Law law) {
    public Use {
      at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
    }

    /** An instance as it stands. */
    public Use(int fact, SortedMap<String, Index> at, NormalForm multiplier) {
      this(fact, at, multiplier, Law.BASE);
    }
  }
}
