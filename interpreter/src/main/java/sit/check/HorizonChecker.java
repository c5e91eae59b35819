package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NestedSums;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Goes through a proof for every horizon. It takes the claim apart itself, works out what the
 * potential leaves at the ends, and looks whether the combinations add up, piece by piece. What it
 * accepts is true for every n >= 1 and every law that satisfies the assumptions: sums telescope,
 * and a sum of what is not negative is not negative.
 */
final class HorizonChecker {
  private static final int LONGEST = 100;
  private final HorizonCertificate certificate;
  private final Index horizon;
  private final Index time;
  private final int given;
  private final HorizonFacts facts;
  private boolean linear = true;

  HorizonChecker(HorizonCertificate certificate) {
    this.certificate = certificate;
    this.horizon = Index.symbol(certificate.horizon());
    this.time = Index.symbol(certificate.time());
    this.given = certificate.assumptions().size();
    this.facts = new HorizonFacts(certificate);
  }

  /** Throws what is wrong with the certificate as an exception; returns if it proves its claim. */
  void check() {
    Pieces.require(!horizon.equals(time), "the horizon and the time have one name");
    for (int k = 0; k < certificate.lemmas().size(); k++) {
      check(certificate.lemmas().get(k), given + k);
    }
    linear = true;
    int directions = certificate.telescopes().size();
    for (int k = 0; k < directions; k++) {
      check(certificate.telescopes().get(k), k == 1);
    }
    int needed = certificate.claim().sense() == Sense.ZERO && !linear ? 2 : 1;
    Pieces.require(directions == needed, "a direction is missing, or one too many is there");
  }

  /** The sum over time of a body that is multiplied by a coefficient. */
  private record Part(Term.Total total, NormalForm body) {}

  /** Takes an expression apart into sums over time and the rest, which it returns. */
  private NormalForm parts(NormalForm form, List<Part> sums) {
    TreeMap<Monomial, Rational> rest = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      if (atoms.size() == 1 && atoms.get(0) instanceof Term.Total total) {
        NormalForm body = NormalForm.of(total.body()).scale(entry.getValue());
        boolean timed = total.index().equals(certificate.time()) || !speaksOfTime(body);
        boolean distinct = timed && !total.index().equals(certificate.horizon());
        Pieces.require(distinct, "the index of a sum is taken for another");
        sums.add(new Part(total, body));
      } else {
        rest.put(entry.getKey(), entry.getValue());
      }
    }
    Pieces.require(!speaksOfTime(new NormalForm(rest)), "something is said of one time only");
    return new NormalForm(rest);
  }

  private boolean speaksOfTime(NormalForm form) {
    return form.symbols().contains(certificate.time());
  }

  private void check(Telescope telescope, boolean negated) {
    int power = certificate.multiple();
    Pieces.require(power >= 0 && power <= LONGEST, "a high power");
    Term scale = new Term.Power(new Term.Symbol(certificate.horizon()), power);
    NormalForm difference = certificate.claim().difference().multiply(NormalForm.of(scale));
    difference = negated ? difference.negate() : difference;
    for (Use use : telescope.given()) {
      Pieces.require(use.fact() >= 0 && use.fact() < given, "there is no fact " + use.fact());
      Pieces.require(use.multiplier().isConstant(), "a sum that is multiplied");
      Pieces.require(use.law().factors().isEmpty(), "a sum that is averaged");
      spend(use.fact(), use.multiplier());
      NormalForm fact = certificate.assumptions().get(use.fact()).difference();
      difference = difference.subtract(fact.multiply(use.multiplier()));
    }
    Span span = checked(telescope.span());
    NestedSums.Flat flat = flat(difference, telescope);
    Pieces.require(span.least() >= flat.least(), "a sum of sums is not so for small n");
    List<Part> sums = new ArrayList<>();
    NormalForm rest = parts(flat.rest(), sums);
    Pieces generic = pieces(span.least(), List.of(range(span)), telescope.step());
    NormalForm step = growth(generic, telescope.potential(), certificate.time(), time);
    for (Part part : sums) {
      step = step.add(generic.read(part.body, Map.of(part.total.index(), time)));
    }
    if (telescope.inner().isPresent()) {
      step = step.add(inner(telescope.inner().get(), flat.pairs(), span, generic));
    }
    adds(telescope.step(), step, generic, Map.of(), given + certificate.lemmas().size());
    Pieces whole = pieces(span.least(), List.of(), telescope.ends());
    Index first = Index.of(span.first());
    Index last = horizon.plus(-span.before());
    NormalForm ends = whole.read(rest, Map.of());
    String symbol = certificate.time();
    ends = ends.subtract(growth(whole, telescope.potential(), symbol, last, first.plus(-1)));
    for (Part part : sums) {
      Index from = part.total.from();
      Index to = part.total.to();
      boolean holds = distance(from, first) >= 0 && distance(last, to) >= 0;
      Pieces.require(holds, "a sum that is shorter than the span");
      ends = ends.add(sum(whole, part, from, first.plus(-1), Map.of()));
      ends = ends.add(sum(whole, part, last.plus(1), to, Map.of()));
    }
    adds(telescope.ends(), ends, whole, Map.of(), given + certificate.lemmas().size());
    Pieces.require(telescope.small().size() == span.least() - 1, "not every small n is proved");
    for (int n = 1; n < span.least(); n++) {
      Map<String, Index> fixed = Map.of(certificate.horizon(), Index.of(n));
      Sum small = telescope.small().get(n - 1);
      if (isExcluded(fixed)) {
        continue;
      }
      Pieces pieces = pieces(n, List.of(), small);
      NormalForm target = NestedSums.at(difference, certificate.horizon(), n);
      adds(small, pieces.read(target, fixed), pieces, fixed, given);
    }
  }

  /** A difference without sums in sums: where nothing is said of them, they must cancel. */
  private NestedSums.Flat flat(NormalForm difference, Telescope telescope) {
    if (!NestedSums.in(difference) && telescope.inner().isEmpty()) {
      return new NestedSums.Flat(difference, NormalForm.ZERO, 1);
    }
    boolean counted = telescope.inner().isEmpty();
    String early = telescope.inner().map(Inner::index).orElse(":early");
    String late = certificate.time();
    Pieces.require(!early.equals(late), "two times have one name");
    Pieces.require(!horizon.equals(Index.symbol(early)), "the horizon and a time have one name");
    NestedSums.Flat flat = NestedSums.of(difference, certificate.horizon(), early, late, counted);
    Pieces.require(!counted || flat.pairs().isZero(), "a sum of sums is not taken apart");
    return flat;
  }

  /**
   * What a sum over the times before a generic one leaves to the step at that time: the change of
   * the inner potential from end to end, and the terms outside the inner span.
   */
  private NormalForm inner(Inner inner, NormalForm body, Span span, Pieces generic) {
    boolean ordered = inner.first() >= 1 && inner.before() >= 1;
    boolean near = ordered && inner.first() <= LONGEST && inner.before() <= LONGEST;
    boolean proper = near && span.first() - inner.before() >= inner.first() - 1;
    Pieces.require(proper, "an inner span that may be less than empty");
    Index last = time.plus(-inner.before());
    Pieces.Range range = new Pieces.Range(inner.index(), inner.first(), last);
    Pieces pieces = pieces(span.least(), List.of(range, range(span)), inner.step());
    Index early = Index.symbol(inner.index());
    NormalForm step = growth(pieces, inner.potential(), inner.index(), early);
    step = step.add(growth(pieces, inner.across(), certificate.time(), time));
    step = step.add(pieces.read(body, Map.of()));
    adds(inner.step(), step, pieces, Map.of(), given + certificate.lemmas().size());
    Index start = Index.of(inner.first() - 1);
    NormalForm left = growth(generic, inner.potential(), inner.index(), last, start).negate();
    for (int k = 1; k < inner.first(); k++) {
      left = left.add(generic.read(body, Map.of(inner.index(), Index.of(k))));
    }
    for (int k = 1; k < inner.before(); k++) {
      left = left.add(generic.read(body, Map.of(inner.index(), time.plus(-k))));
    }
    boolean all = inner.first() == 1 && inner.before() == 1 && span.first() == 1;
    all &= span.before() == 0;
    Pieces.require(all || inner.across().isZero(), "a column may be longer than the span");
    String late = certificate.time();
    NormalForm end = generic.read(inner.across(), Map.of(inner.index(), time, late, horizon));
    NormalForm begin = generic.read(inner.across(), Map.of(inner.index(), time, late, time));
    return left.subtract(end).add(begin);
  }

  private Pieces.Range range(Span span) {
    return new Pieces.Range(certificate.time(), span.first(), horizon.plus(-span.before()));
  }

  /** Whether an assumption such as {@code n - 2 >= 0} says that this horizon is not meant. */
  private boolean isExcluded(Map<String, Index> fixed) {
    for (Assumption fact : certificate.assumptions()) {
      boolean scalars = fact.difference().atoms().stream().allMatch(a -> isHorizon(a));
      NormalForm at = scalars ? at(fact.difference(), fixed) : NormalForm.ZERO;
      if (fact.sense() == Sense.NON_NEGATIVE
          && at.isConstant()
          && at.constantValue().signum() < 0) {
        return true;
      }
    }
    return false;
  }

  private static NormalForm at(NormalForm scalars, Map<String, Index> fixed) {
    return scalars.replace(
        atom -> NormalForm.of(Index.symbol(((Term.Symbol) atom).name()).with(fixed)));
  }

  private boolean isHorizon(Term atom) {
    return atom.equals(new Term.Symbol(certificate.horizon()));
  }

  /** A sum between two times a number of steps apart, term by term. */
  private static NormalForm sum(
      Pieces pieces, Part part, Index from, Index to, Map<String, Index> fixed) {
    NormalForm total = NormalForm.ZERO;
    for (int k = 0; k <= distance(from, to); k++) {
      Map<String, Index> at = new HashMap<>(fixed);
      at.put(part.total.index(), from.plus(k));
      total = total.add(pieces.read(part.body, at));
    }
    return total;
  }

  private static int distance(Index from, Index to) {
    int distance = to.subtract(from).value().orElse(LONGEST + 1);
    Pieces.require(distance <= LONGEST, from + " and " + to + " are far or not known to be near");
    return distance;
  }

  /** A span for which {@code first - 1 <= n - before} always holds. */
  private static Span checked(Span span) {
    boolean proper = span.first() >= 1 && span.least() >= 1 && span.least() <= LONGEST;
    boolean inOrder = (long) span.first() - 1 <= (long) span.least() - span.before();
    Pieces.require(proper && inOrder, "a span that may be less than empty");
    return span;
  }

  private Pieces pieces(int least, List<Pieces.Range> ranges, Sum sum) {
    return new Pieces(certificate.horizon(), least, ranges, sum.cuts());
  }

  /** The value of an expression in a time at one time less that at another. */
  private static NormalForm growth(
      Pieces pieces, NormalForm form, String symbol, Index to, Index from) {
    NormalForm there = pieces.read(form, Map.of(symbol, to));
    return there.subtract(pieces.read(form, Map.of(symbol, from)));
  }

  /** What an expression gains in the step to a time. */
  private static NormalForm growth(Pieces pieces, NormalForm form, String symbol, Index time) {
    return growth(pieces, form, symbol, time, time.plus(-1));
  }

  /**
   * What is not positive at one end, and never more than a step nearer to it, is never positive.
   */
  private void check(Induction lemma, int place) {
    Span span = checked(lemma.span());
    Pieces.require(!lemma.measure().a().isContinuous(), "a lemma about continuous variables");
    Index end = lemma.rising() ? Index.of(span.first() - 1) : horizon.plus(-span.before());
    NormalForm measure = lemma.measure().normalForm();
    Pieces whole = pieces(span.least(), List.of(), lemma.start());
    NormalForm start = whole.read(measure, Map.of(certificate.time(), end)).negate();
    adds(lemma.start(), start, whole, Map.of(), place);
    Pieces generic = pieces(span.least(), List.of(range(span)), lemma.step());
    NormalForm growth = growth(generic, measure, certificate.time(), time);
    adds(lemma.step(), lemma.rising() ? growth.negate() : growth, generic, Map.of(), place);
  }

  /** Requires that the combination is the target, piece by piece, by the first so many facts. */
  private void adds(
      Sum sum, NormalForm target, Pieces pieces, Map<String, Index> fixed, int known) {
    Pieces.require(sum.surplus().signum() >= 0, "a surplus is negative");
    NormalForm left = target.subtract(NormalForm.constant(sum.surplus()));
    linear &= sum.surplus().isZero() && sum.basics().isEmpty();
    for (Certificate.Term term : sum.basics()) {
      Pieces.require(term.multiplier().signum() > 0, "a multiplier is not positive");
      Pieces.require(pieces.holds(term.basic(), fixed), term.basic() + " may be negative");
      NormalForm basic = pieces.read(term.basic().normalForm(), fixed);
      left = left.subtract(basic.scale(term.multiplier()));
    }
    for (Certificate.Multiple multiple : sum.laws()) {
      left = left.subtract(value(multiple, pieces, fixed));
    }
    for (Use use : sum.uses()) {
      Pieces.require(use.fact() >= 0 && use.fact() < known, "there is no fact " + use.fact());
      Pieces.require(use.multiplier().isPlain(), "what is divided by could be zero");
      NormalForm multiplier = pieces.read(use.multiplier(), fixed);
      spend(use.fact(), multiplier);
      left = left.subtract(facts.instance(use, pieces, fixed).multiply(multiplier));
    }
    for (Shift shift : sum.shifts()) {
      Pieces.require(shift.multiplier().isPlain(), "what is divided by could be zero");
      NormalForm multiplier = pieces.read(shift.multiplier(), fixed);
      left = left.subtract(facts.difference(shift, pieces, fixed).multiply(multiplier));
    }
    Pieces.require(left.isZero(), "a combination does not add up; " + left + " is left over");
  }

  /** What holds of densities, said of pieces and looked at there. */
  private NormalForm value(Certificate.Multiple multiple, Pieces pieces, Map<String, Index> fixed) {
    LawFact fact = multiple.fact().with(pieces.regrouping(fixed));
    LawFactChecker.check(fact);
    NormalForm multiplier = pieces.read(multiple.multiplier(), fixed);
    boolean equality = fact.sense() == Sense.ZERO;
    boolean positive = multiplier.isConstant() && multiplier.constantValue().signum() > 0;
    Pieces.require(multiple.signs().isEmpty(), "a sign");
    Pieces.require(equality ? multiplier.isPlain() : positive, "a multiplier that may be negative");
    linear &= equality;
    return Pieces.averaged(fact.normalForm()).multiply(multiplier);
  }

  /** An equality may be multiplied by anything, an inequality by a positive constant. */
  private void spend(int fact, NormalForm multiplier) {
    if (fact < given && certificate.assumptions().get(fact).sense() != Sense.ZERO) {
      linear = false;
      boolean allowed = multiplier.isConstant() && multiplier.constantValue().signum() > 0;
      Pieces.require(allowed, "the multiplier of an inequality is not a positive constant");
    }
  }
}
