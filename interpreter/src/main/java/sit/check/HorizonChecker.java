package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;

/**
 * Goes through a proof for every horizon. It takes the claim apart itself, into a summand and a
 * rest; it works out what the potential leaves at the ends; and it looks whether the combinations
 * add up, piece by piece. What it accepts is true for every n >= 1 and every law that satisfies the
 * assumptions: sums telescope, and a sum of what is not negative is not negative.
 */
public final class HorizonChecker {
  private static final int LONGEST = 100;

  private final HorizonCertificate certificate;
  private final Index horizon;
  private final Set<Integer> used = new TreeSet<>();

  private HorizonChecker(HorizonCertificate certificate) {
    this.certificate = certificate;
    this.horizon = Index.symbol(certificate.horizon());
  }

  /**
   * The theorem that a certificate proves.
   *
   * @throws IllegalArgumentException if it does not prove its claim; the message says why
   */
  public static Theorem accept(HorizonCertificate certificate) {
    Optional<String> objection = objection(certificate);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
    return new Theorem(certificate);
  }

  /** What is wrong with a certificate; empty if it proves its claim. */
  public static Optional<String> objection(HorizonCertificate certificate) {
    try {
      new HorizonChecker(certificate).check();
      return Optional.empty();
    } catch (Rejected e) {
      return Optional.of(e.getMessage());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.of("it cannot be read: " + e.getMessage());
    }
  }

  private void check() {
    boolean named = !certificate.horizon().isEmpty() && !certificate.time().isEmpty();
    boolean distinct = !certificate.horizon().equals(certificate.time());
    Rejected.unless(named && distinct, "the horizon and the time need two names");
    for (int k = 0; k < certificate.lemmas().size(); k++) {
      check(certificate.lemmas().get(k), certificate.assumptions().size() + k);
    }
    Parts parts = parts();
    boolean equality = certificate.claim().sense() == Sense.ZERO;
    int directions = certificate.telescopes().size();
    Rejected.unless(directions == 1 || equality && directions == 2, "too many or no directions");
    for (int k = 0; k < directions; k++) {
      check(
          certificate.telescopes().get(k),
          k == 1 ? parts.negate() : parts,
          equality && directions == 1);
    }
    for (int i = 0; i < certificate.assumptions().size(); i++) {
      Rejected.unless(used.contains(i), "assumption " + i + " is listed and not used");
    }
  }

  /** The claim's difference times n to the multiple: sums over time, and the rest. */
  private record Parts(List<Part> sums, NormalForm rest) {
    Parts negate() {
      List<Part> negated = new ArrayList<>();
      sums.forEach(s -> negated.add(new Part(s.total, s.body.negate())));
      return new Parts(negated, rest.negate());
    }
  }

  /** One sum with its body's coefficient multiplied in. */
  private record Part(Term.Total total, NormalForm body) {}

  private Parts parts() {
    Rejected.unless(certificate.multiple() >= 0 && certificate.multiple() <= 2, "a multiple");
    NormalForm difference = certificate.claim().difference();
    for (int k = 0; k < certificate.multiple(); k++) {
      difference = difference.multiply(NormalForm.of(new Term.Symbol(certificate.horizon())));
    }
    List<Part> sums = new ArrayList<>();
    TreeMap<Monomial, Rational> rest = new TreeMap<>();
    difference
        .coefficients()
        .forEach(
            (monomial, c) -> {
              if (monomial.atoms().stream().noneMatch(a -> a instanceof Term.Total)) {
                rest.put(monomial, c);
                return;
              }
              Rejected.unless(monomial.atoms().size() == 1, "a sum is multiplied: " + monomial);
              Term.Total total = (Term.Total) monomial.atoms().get(0);
              NormalForm body = NormalForm.of(total.body()).scale(c);
              boolean captures =
                  total.index().equals(certificate.horizon())
                      || !total.index().equals(certificate.time())
                          && names(body).contains(certificate.time());
              Rejected.unless(!captures, "the index of a sum is taken for another");
              sums.add(new Part(total, body));
            });
    Parts parts = new Parts(sums, new NormalForm(rest));
    Rejected.unless(!names(parts.rest).contains(certificate.time()), "the claim is about one time");
    return parts;
  }

  /** The index symbols and the scalars of an expression without sums. */
  private static Set<String> names(NormalForm form) {
    Set<String> names = new TreeSet<>(Substitution.symbols(form));
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        if (atom instanceof Term.Symbol symbol) {
          names.add(symbol.name());
        }
      }
    }
    return names;
  }

  private void check(Telescope telescope, Parts parts, boolean linearOnly) {
    Span span = checked(telescope.span());
    Map<String, Index> none = Map.of();
    NormalForm potential = plain(telescope.potential());
    int facts = certificate.assumptions().size() + certificate.lemmas().size();

    Pieces generic = pieces(span, true, telescope.step());
    Index time = Index.symbol(certificate.time());
    NormalForm step = difference(generic, potential, time, time.plus(-1));
    for (Part part : parts.sums) {
      step = step.add(generic.read(part.body, Map.of(part.total.index(), time)));
    }
    adds(telescope.step(), step, generic, none, linearOnly, facts);

    Pieces whole = pieces(span, false, telescope.ends());
    Index last = horizon.plus(-span.before());
    NormalForm ends =
        whole
            .read(parts.rest, none)
            .subtract(difference(whole, potential, last, Index.of(span.first() - 1)));
    for (Part part : parts.sums) {
      int early = span.first() - Pieces.distance(Index.of(0), part.total.from());
      int late = Pieces.distance(last, part.total.to());
      Rejected.unless(early >= 0 && late >= 0, "a sum that is shorter than the span");
      Rejected.unless(early <= LONGEST && late <= LONGEST, "a sum that is far longer");
      for (int k = 1; k <= early; k++) {
        Index at = Index.of(span.first() - k);
        ends = ends.add(whole.read(part.body, Map.of(part.total.index(), at)));
      }
      for (int k = 1; k <= late; k++) {
        ends = ends.add(whole.read(part.body, Map.of(part.total.index(), last.plus(k))));
      }
    }
    adds(telescope.ends(), ends, whole, none, linearOnly, facts);

    Rejected.unless(telescope.small().size() == span.least() - 1, "not every small n is proved");
    for (int n = 1; n < span.least(); n++) {
      small(telescope.small().get(n - 1), n, parts, linearOnly, facts);
    }
  }

  /** A span for which {@code first - 1 <= n - before} always holds. */
  private static Span checked(Span span) {
    boolean proper =
        span.first() >= 1
            && span.first() <= LONGEST
            && Math.abs(span.before()) <= LONGEST
            && span.least() >= 1
            && span.least() <= LONGEST
            && span.first() - 1 <= span.least() - span.before();
    Rejected.unless(proper, "the span may be empty");
    return span;
  }

  private Pieces pieces(Span span, boolean timed, Sum sum) {
    return new Pieces(certificate.horizon(), timed ? certificate.time() : "", span, sum.cuts());
  }

  /** {@code F(to) - F(from)}. */
  private NormalForm difference(Pieces pieces, NormalForm potential, Index to, Index from) {
    NormalForm there = pieces.read(potential, Map.of(certificate.time(), to));
    return there.subtract(pieces.read(potential, Map.of(certificate.time(), from)));
  }

  private void small(Sum sum, int n, Parts parts, boolean linearOnly, int facts) {
    Pieces pieces = pieces(new Span(1, 0, n), false, sum);
    Map<String, Index> fixed = Map.of(certificate.horizon(), Index.of(n));
    NormalForm target = pieces.read(parts.rest, fixed);
    for (Part part : parts.sums) {
      int from = Pieces.distance(Index.of(0), part.total.from());
      int to = Pieces.distance(Index.of(0), Pieces.with(part.total.to(), fixed));
      Rejected.unless((long) to - from <= LONGEST, "a sum that is far longer");
      for (int t = from; t <= to; t++) {
        Map<String, Index> at = new HashMap<>(fixed);
        at.put(part.total.index(), Index.of(t));
        target = target.add(pieces.read(part.body, at));
      }
    }
    adds(sum, target, pieces, fixed, linearOnly, facts);
  }

  /**
   * A measure is not negative; if moreover it is at most what it was before and not positive to
   * begin with, it is zero.
   */
  private void check(Induction lemma, int place) {
    Span span = checked(lemma.span());
    Index time = Index.symbol(certificate.time());
    Index end = lemma.rising() ? Index.of(span.first() - 1) : horizon.plus(-span.before());
    NormalForm measure = measure(lemma.measure());
    Pieces whole = pieces(span, false, lemma.start());
    NormalForm start = whole.read(measure, Map.of(certificate.time(), end)).negate();
    adds(lemma.start(), start, whole, Map.of(), false, place);
    Pieces generic = pieces(span, true, lemma.step());
    NormalForm growth = difference(generic, measure, time, time.plus(-1));
    NormalForm step = lemma.rising() ? growth.negate() : growth;
    adds(lemma.step(), step, generic, Map.of(), false, place);
  }

  private static NormalForm measure(sit.proof.Basic basic) {
    Rejected.unless(
        !basic.a().isEmpty() && !basic.b().isEmpty(), "a basic inequality has an empty group");
    return basic.normalForm();
  }

  /**
   * Whether the combination is the target, piece by piece; facts up to {@code facts} may be used.
   */
  private void adds(
      Sum sum,
      NormalForm target,
      Pieces pieces,
      Map<String, Index> fixed,
      boolean linearOnly,
      int facts) {
    NormalForm total = NormalForm.constant(sum.surplus());
    boolean positive = sum.surplus().signum() > 0;
    Rejected.unless(sum.surplus().signum() >= 0, "a surplus is negative");
    for (Certificate.Term term : sum.basics()) {
      positive = true;
      Rejected.unless(term.multiplier().signum() > 0, "a multiplier is not positive");
      total = total.add(pieces.read(measure(term.basic()), fixed).scale(term.multiplier()));
    }
    for (Use use : sum.uses()) {
      Rejected.unless(use.fact() >= 0 && use.fact() < facts, "there is no fact " + use.fact());
      NormalForm multiplier = pieces.read(plain(use.multiplier()), fixed);
      if (isInequality(use.fact())) {
        positive = true;
        boolean allowed = multiplier.isConstant() && multiplier.constantValue().signum() > 0;
        Rejected.unless(allowed, "the multiplier of an inequality is not a positive constant");
      }
      total = total.add(instance(use, pieces, fixed).multiply(multiplier));
      used.add(use.fact());
    }
    Rejected.unless(!linearOnly || !positive, "an equality is proved by inequalities one way");
    NormalForm left = target.subtract(total);
    Rejected.unless(left.isZero(), "a combination does not add up; " + left + " is left over");
  }

  private boolean isInequality(int fact) {
    return fact < certificate.assumptions().size()
        && certificate.assumptions().get(fact).sense() != Sense.ZERO;
  }

  /** An instance of a fact, at times at which the fact is known. */
  private NormalForm instance(Use use, Pieces pieces, Map<String, Index> fixed) {
    Map<String, Index> at = new HashMap<>(fixed);
    use.at().forEach((symbol, index) -> at.put(symbol, Pieces.with(index, fixed)));
    Index end = Pieces.with(horizon, fixed);
    int given = certificate.assumptions().size();
    if (use.fact() >= given) {
      Induction lemma = certificate.lemmas().get(use.fact() - given);
      Rejected.unless(use.at().keySet().equals(Set.of(certificate.time())), "the time of a lemma");
      Index index = at.get(certificate.time());
      boolean known =
          pieces.span().least() >= lemma.span().least()
              && pieces.notNegative(index.plus(1 - lemma.span().first()))
              && pieces.notNegative(end.plus(-lemma.span().before()).subtract(index));
      Rejected.unless(known, "a lemma is used at " + index + ", where it is not proved");
      return pieces.read(measure(lemma.measure()), at);
    }
    Assumption assumption = certificate.assumptions().get(use.fact());
    Set<String> free = new TreeSet<>(Substitution.symbols(assumption.difference()));
    boolean bounded = names(assumption.difference()).contains(certificate.horizon());
    free.remove(certificate.horizon());
    Rejected.unless(use.at().keySet().equals(free), "not every index of a fact is given");
    Set<String> names = names(assumption.difference());
    Rejected.unless(
        free.contains(certificate.time()) || !names.contains(certificate.time()),
        "a scalar of a fact is taken for the time");
    for (String symbol : free) {
      Index index = at.get(symbol);
      boolean known =
          pieces.notNegative(index.plus(-1))
              && (!bounded || pieces.notNegative(end.subtract(index)));
      Rejected.unless(known, "a fact is used at " + index + ", which may be no time");
    }
    return pieces.read(assumption.difference(), at);
  }

  /** Only entropies and scalars; what is divided by could be zero. */
  private static NormalForm plain(NormalForm form) {
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        Rejected.unless(
            atom instanceof Term.Entropy || atom instanceof Term.Symbol,
            "neither an entropy nor a scalar: " + atom);
      }
    }
    return form;
  }
}
