package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.prove.EveryN;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * The checker of proofs for every n is attacked: with changed certificates, and with every trick
 * that indices allow.
 */
class HorizonCheckerTest {
  private static final Index T = Index.symbol("t");
  private static final Index N = Index.symbol("n");

  private static final List<String> TRUE =
      List.of(
          "H(X^n) <= sum[t = 1..n] H(X[t])",
          "I(X^n -> Y^n) <= I(X^n; Y^n)",
          "I(X^n; Y^n) = I(X^n -> Y^n) + sum[t = 1..n] I(Y^(t-1); X[t] | X^(t-1))",
          "I(X^n -> Y^n) = I(X^n; Y^n) given X[t] -- X^(t-1) -- Y^(t-1)",
          "I(X^n -> Y^n) <= sum[t = 1..n] I(X[t]; Y[t]) given (X^(t-1), Y^(t-1)) -- X[t] -- Y[t]",
          "I(W; Y^n) = I(X^n -> Y^n) given X[t] = f(W, Y^(t-1)), W -- (X^t, Y^(t-1)) -- Y[t]",
          "sum[t = 1..n] I(X[t+1..n]; Y^t | X^t) = 0 given X[s] -- X^(s-1) -- Y^(s-1)",
          "H(X^n) = H(X[1]) + sum[t = 2..n] H(X[t] | X[t-1]) given X^(t-2) -- X[t-1] -- X[t]",
          "H(X^n) <= H(X[1], X[2]) + sum[t = 3..n] H(X[t] | X[t-1], X[t-2])",
          "R <= (1/n)*I(W; Y^n) given H(W) = n*R, W = f(Y^n)",
          "sum[t = 1..n] I(X[t]; Y^(t-1) | X^(t-1)) = 0 given I(X^n -> Y^n) = I(X^n; Y^n)");

  private static Optional<String> objection(HorizonCertificate certificate) {
    return Checker.objection(certificate);
  }

  private static HorizonCertificate with(HorizonCertificate c, Claim claim) {
    return new HorizonCertificate(
        claim, c.assumptions(), c.horizon(), c.time(), c.multiple(), c.lemmas(), c.telescopes());
  }

  private static HorizonCertificate with(HorizonCertificate c, List<Telescope> telescopes) {
    return new HorizonCertificate(
        c.claim(), c.assumptions(), c.horizon(), c.time(), c.multiple(), c.lemmas(), telescopes);
  }

  private static HorizonCertificate each(HorizonCertificate c, UnaryOperator<Telescope> change) {
    return with(c, c.telescopes().stream().map(change).toList());
  }

  private static Telescope with(Telescope t, Span span) {
    return new Telescope(span, t.given(), t.potential(), t.step(), t.ends(), t.small());
  }

  private static Telescope withStep(Telescope t, Sum step) {
    return new Telescope(t.span(), t.given(), t.potential(), step, t.ends(), t.small());
  }

  private static Sum with(Sum sum, List<Index> cuts) {
    return new Sum(cuts, sum.basics(), sum.uses(), sum.shifts(), sum.surplus());
  }

  @Test
  void theyAreAccepted() {
    TRUE.forEach(claim -> assertThat(objection(EveryN.certificate(claim))).as(claim).isEmpty());
  }

  /**
   * A claim of which every sum runs from or to somewhere else, or with its difference changed
   * otherwise.
   */
  private static List<Claim> changed(Claim claim) {
    List<Claim> all = new ArrayList<>();
    all.add(new Claim(claim.difference().negate(), Sense.NON_NEGATIVE));
    all.add(
        new Claim(
            claim.difference().subtract(NormalForm.constant(Rational.ONE)), Sense.NON_NEGATIVE));
    for (int[] shift : new int[][] {{1, 0}, {0, -1}, {-1, 0}, {0, 1}, {1, 1}}) {
      NormalForm moved =
          claim
              .difference()
              .replace(
                  atom ->
                      atom instanceof Term.Total total
                          ? NormalForm.of(
                              Monomial.of(
                                  new Term.Total(
                                      total.index(),
                                      total.from().plus(shift[0]),
                                      total.to().plus(shift[1]),
                                      total.body())),
                              Rational.ONE)
                          : NormalForm.of(atom));
      all.add(new Claim(moved, claim.sense()));
    }
    for (Monomial monomial : claim.difference().coefficients().keySet()) {
      for (int c : new int[] {-1, 1}) {
        NormalForm more = NormalForm.of(monomial, Rational.of(c));
        all.add(new Claim(claim.difference().add(more), claim.sense()));
      }
    }
    return all;
  }

  @Test
  void bothDirectionsOfAnEqualityAreNeeded() {
    HorizonCertificate c = EveryN.certificate(TRUE.get(5));
    List<Telescope> t = c.telescopes();
    assertThat(objection(with(c, t.subList(0, t.size() - 1)))).isPresent();
    assertThat(objection(with(c, List.of(t.get(0), t.get(0))))).isPresent();
  }

  /** A certificate proves one claim and no other. */
  @Test
  void noCertificatePassesForAnotherClaim() {
    int tried = 0;
    for (String text : TRUE) {
      HorizonCertificate certificate = EveryN.certificate(text);
      for (Claim claim : changed(certificate.claim())) {
        boolean same =
            claim.difference().equals(certificate.claim().difference())
                || claim.difference().isZero();
        // a sum whose added terms vanish by themselves is the same sum
        if (!same && !isSameAtFirst(claim, certificate.claim())) {
          tried++;
          assertThat(objection(with(certificate, claim))).as(text + " as " + claim).isPresent();
        }
      }
    }
    assertThat(tried).isGreaterThan(100);
  }

  private static boolean isSameAtFirst(Claim one, Claim two) {
    for (int n = 1; n <= 3; n++) {
      NormalForm left = EveryN.at(one.difference(), "n", n);
      if (!left.equals(EveryN.at(two.difference(), "n", n))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void changedMultipliersAndPotentialsAreRejected() {
    for (String text : TRUE) {
      HorizonCertificate certificate = EveryN.certificate(text);
      NormalForm more = h(new Variable.Block("X", Index.of(1), T));
      HorizonCertificate shifted =
          each(
              certificate,
              t ->
                  new Telescope(
                      t.span(), t.given(), t.potential().add(more), t.step(), t.ends(), t.small()));
      assertThat(objection(shifted)).as(text).isPresent();
      for (Rational factor : List.of(Rational.of(2), Rational.MINUS_ONE, Rational.ZERO)) {
        HorizonCertificate scaled = each(certificate, t -> withStep(t, scaled(t.step(), factor)));
        boolean empty =
            certificate.telescopes().stream()
                .allMatch(t -> t.step().basics().isEmpty() && t.step().uses().isEmpty());
        if (!empty) {
          assertThat(objection(scaled)).as(text).isPresent();
        }
      }
    }
  }

  private static Sum scaled(Sum sum, Rational factor) {
    List<Certificate.Term> basics = new ArrayList<>();
    sum.basics()
        .forEach(b -> basics.add(new Certificate.Term(b.multiplier().multiply(factor), b.basic())));
    List<Use> uses = new ArrayList<>();
    sum.uses().forEach(u -> uses.add(new Use(u.fact(), u.at(), u.multiplier().scale(factor))));
    return new Sum(sum.cuts(), basics, uses, List.of(), sum.surplus());
  }

  @Test
  void withoutAnAssumptionNothingOfItIsLeft() {
    for (String text : TRUE) {
      HorizonCertificate c = EveryN.certificate(text);
      for (int i = 0; i < c.assumptions().size(); i++) {
        List<Assumption> fewer = new ArrayList<>(c.assumptions());
        fewer.remove(i);
        HorizonCertificate without =
            new HorizonCertificate(
                c.claim(), fewer, c.horizon(), c.time(), c.multiple(), c.lemmas(), c.telescopes());
        assertThat(objection(without)).as(text).isPresent();
      }
    }
  }

  @Test
  void cutsOutOfOrderOrMissingAreRejected() {
    HorizonCertificate certificate = EveryN.certificate("I(X^n -> Y^n) <= I(X^n; Y^n)");
    for (List<Index> cuts :
        List.of(
            List.of(Index.of(0), T, T.plus(-1), N),
            List.of(Index.of(0), T.plus(-1), T.plus(1), T, N),
            List.of(T.plus(-1), T, N),
            List.of(Index.of(0), T.plus(-1), T, N, T.plus(1)),
            List.of(Index.of(0), T.plus(-2), T.plus(-1), T, N),
            List.of(Index.of(0), T.plus(-1), T, T.plus(1), N),
            List.of(Index.of(0), T.plus(-1), T, Index.symbol("m"), N),
            List.<Index>of())) {
      HorizonCertificate changed = each(certificate, t -> withStep(t, with(t.step(), cuts)));
      assertThat(objection(changed)).as(cuts.toString()).isPresent();
    }
  }

  @Test
  void spansThatAreNotTheSumsAreRejected() {
    HorizonCertificate certificate = EveryN.certificate("I(X^n -> Y^n) <= I(X^n; Y^n)");
    for (Span span :
        List.of(
            new Span(0, 0, 1),
            new Span(1, -1, 1),
            new Span(1, 1, 1),
            new Span(2, 0, 1),
            new Span(1, 0, 0),
            new Span(1, 0, 2),
            new Span(5, 0, 1),
            new Span(-3, 0, 1),
            new Span(1, Integer.MIN_VALUE, 1),
            new Span(Integer.MAX_VALUE, 0, 1))) {
      assertThat(objection(each(certificate, t -> with(t, span)))).as(span.toString()).isPresent();
    }
  }

  @Test
  void theFirstFewHorizonsMustAllBeProved() {
    String text = "H(X^n) <= H(X[1], X[2]) + sum[t = 3..n] H(X[t] | X[t-1], X[t-2])";
    HorizonCertificate certificate = EveryN.certificate(text);
    for (Telescope telescope : certificate.telescopes()) {
      assertThat(telescope.small()).hasSize(telescope.span().least() - 1);
    }
    HorizonCertificate none =
        each(
            certificate,
            t ->
                new Telescope(
                    new Span(t.span().first(), t.span().before(), t.span().least() + 1),
                    t.given(),
                    t.potential(),
                    t.step(),
                    t.ends(),
                    t.small()));
    assertThat(objection(none)).isPresent();
  }

  /**
   * With t the horizon, a fact about every t would be a fact about one, and the other way round.
   */
  @Test
  void oneNameForTwoThingsIsRejected() {
    HorizonCertificate c =
        EveryN.certificate("I(X^n -> Y^n) = I(X^n; Y^n) given X[t] -- X^(t-1) -- Y^(t-1)");
    for (String[] names :
        new String[][] {{"n", "n"}, {"t", "n"}, {"t", "t"}, {"n", ""}, {"", "t"}}) {
      HorizonCertificate renamed =
          new HorizonCertificate(
              c.claim(), c.assumptions(), names[0], names[1], 0, c.lemmas(), c.telescopes());
      assertThat(objection(renamed)).as(names[0] + "," + names[1]).isPresent();
    }
  }

  private static NormalForm h(Variable... variables) {
    return NormalForm.entropy(sit.term.Group.of(variables));
  }

  private static Variable x(Index at) {
    return new Variable.Letter("X", at);
  }

  private static NormalForm total(String index, NormalForm body) {
    return NormalForm.of(new Term.Total(index, Index.of(1), N, body.toTerm()));
  }

  private static HorizonCertificate byNothing(Claim claim, List<Assumption> facts, List<Use> uses) {
    List<Index> generic = List.of(Index.of(0), T.plus(-1), T, N);
    Sum step = new Sum(generic, List.of(), uses, List.of(), Rational.ZERO);
    Sum ends = new Sum(List.of(Index.of(0), N), List.of(), List.of(), List.of(), Rational.ZERO);
    Telescope telescope =
        new Telescope(new Span(1, 0, 1), List.of(), NormalForm.ZERO, step, ends, List.of());
    return new HorizonCertificate(claim, facts, "n", "t", 0, List.of(), List.of(telescope));
  }

  /** {@code sum over s of (H(X[s]) - H(X[t]))} is not zero for a t that stands outside. */
  @Test
  void anIndexThatIsFreeInTheClaimIsNotTheGenericTime() {
    NormalForm body = h(x(Index.symbol("s"))).subtract(h(x(T)));
    Claim claim = new Claim(total("s", body), Sense.ZERO);
    assertThat(objection(byNothing(claim, List.of(), List.of()))).isPresent();
    Claim scalar =
        new Claim(
            total(
                "s",
                h(x(Index.symbol("s"))).multiply(NormalForm.of(Index.symbol("s").subtract(T)))),
            Sense.ZERO);
    assertThat(objection(byNothing(scalar, List.of(), List.of()))).isPresent();
  }

  @Test
  void aFactIsUsedOnlyAtTimesThatThereAre() {
    Claim claim = new Claim(total("t", h(x(T))), Sense.ZERO);
    NormalForm fact = h(x(Index.symbol("s")));
    List<Assumption> facts = List.of(Assumption.zero(Assumption.Kind.RELATION, "", fact));
    NormalForm one = NormalForm.constant(Rational.ONE);
    assertThat(objection(byNothing(claim, facts, List.of(use("s", T, one))))).isEmpty();
    assertThat(objection(byNothing(claim, facts, List.of(use("s", N, one))))).isPresent();
    assertThat(objection(byNothing(claim, facts, List.of(use("t", T, one))))).isPresent();
    // H(X[s + 1]) = 0 at every s >= 1 says nothing of X[1]
    NormalForm later = h(x(Index.symbol("s").plus(1)));
    List<Assumption> next = List.of(Assumption.zero(Assumption.Kind.RELATION, "", later));
    assertThat(objection(byNothing(claim, next, List.of(use("s", T.plus(-1), one))))).isPresent();
    // what is said of n is said of one time
    List<Assumption> last = List.of(Assumption.zero(Assumption.Kind.RELATION, "", h(x(N))));
    assertThat(objection(byNothing(claim, last, List.of(use("n", T, one))))).isPresent();
  }

  private static Use use(String symbol, Index at, NormalForm multiplier) {
    return new Use(0, new TreeMap<>(java.util.Map.of(symbol, at)), multiplier);
  }

  @Test
  void aScalarIsNotTakenForTheTime() {
    // H(X[s]) = t*H(W), where t is a number that is given: not n(n+1)/2 in all
    NormalForm w = h(new Variable.Single("W"));
    NormalForm fact = h(x(Index.symbol("s"))).subtract(w.multiply(NormalForm.of(T)));
    Claim claim = new Claim(total("t", h(x(T)).subtract(w.multiply(NormalForm.of(T)))), Sense.ZERO);
    List<Assumption> facts = List.of(Assumption.zero(Assumption.Kind.RELATION, "", fact));
    NormalForm one = NormalForm.constant(Rational.ONE);
    assertThat(objection(byNothing(claim, facts, List.of(use("s", T, one))))).isPresent();
  }

  @Test
  void nothingIsDividedBy() {
    // n*0 = 0 multiplied by an inverse that nobody vouched for
    NormalForm zero = NormalForm.of(new Term.Symbol("Z"));
    List<Assumption> facts = List.of(Assumption.zero(Assumption.Kind.RELATION, "", zero));
    NormalForm inverse = NormalForm.of(new Term.Power(new Term.Symbol("Z"), -1));
    Claim claim = new Claim(total("t", NormalForm.constant(Rational.ONE)), Sense.ZERO);
    List<Use> uses = List.of(new Use(0, new TreeMap<>(), inverse));
    assertThat(objection(byNothing(claim, facts, uses))).isPresent();
  }

  @Test
  void lemmasAreUsedOnlyWhereTheyAreProved() {
    HorizonCertificate c =
        EveryN.certificate(
            "sum[t = 1..n] I(X[t+1..n]; Y^t | X^t) = 0 given X[s] -- X^(s-1) -- Y^(s-1)");
    assertThat(c.lemmas()).isNotEmpty();
    for (Span span : List.of(new Span(1, 1, 1), new Span(3, 0, 2), new Span(1, 0, 5))) {
      List<Induction> lemmas = new ArrayList<>();
      for (Induction l : c.lemmas()) {
        lemmas.add(new Induction(l.measure(), l.rising(), span, l.start(), l.step()));
      }
      assertThat(objection(withLemmas(c, lemmas))).as(span.toString()).isPresent();
    }
    List<Induction> turned = new ArrayList<>();
    for (Induction l : c.lemmas()) {
      turned.add(new Induction(l.measure(), !l.rising(), l.span(), l.start(), l.step()));
    }
    assertThat(objection(withLemmas(c, turned))).isPresent();
    // a lemma may not lean on itself
    List<Induction> circular = new ArrayList<>();
    int place = c.assumptions().size();
    for (Induction l : c.lemmas()) {
      Use itself =
          new Use(
              place,
              new TreeMap<>(java.util.Map.of(c.time(), Index.symbol(c.time()))),
              NormalForm.constant(Rational.MINUS_ONE));
      Sum step = new Sum(l.step().cuts(), List.of(), List.of(itself), List.of(), Rational.ZERO);
      circular.add(new Induction(l.measure(), l.rising(), l.span(), l.start(), step));
    }
    assertThat(objection(withLemmas(c, circular))).isPresent();
  }

  private static HorizonCertificate withLemmas(HorizonCertificate c, List<Induction> lemmas) {
    return new HorizonCertificate(
        c.claim(), c.assumptions(), c.horizon(), c.time(), c.multiple(), lemmas, c.telescopes());
  }
}
