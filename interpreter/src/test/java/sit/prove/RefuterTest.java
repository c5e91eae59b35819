package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static sit.prove.Statements.block;
import static sit.prove.Statements.directed;
import static sit.prove.Statements.h;
import static sit.prove.Statements.i;
import static sit.prove.Statements.number;
import static sit.prove.Statements.zeros;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.check.LawChecker;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.NormalForm;

/** What the search for counterexamples finds, and what it must not. */
class RefuterTest {
  private record Statement(Claim claim, List<Assumption> given) {}

  private static Optional<Verdict.Refuted> refute(Claim claim, List<Assumption> given) {
    return new Refuter().refute(claim, given, Limits.start(20, 512), Seed.DEFAULT);
  }

  private static final NormalForm DI = i("X1", "Y1").add(i("X1, X2", "Y2", "Y1"));
  private static final NormalForm REV = i("Y1", "X2", "X1");
  private static final NormalForm MI = i("X1, X2", "Y1, Y2");
  private static final NormalForm DIFF = i("Y1", "X1").add(i("Y1, Y2", "X2", "X1"));
  private static final List<Assumption> CODE =
      zeros(h("M", "X1, X2"), h("Y1", "M"), h("Y2", "M, X1"));

  /**
   * The claims that derivations.md marks "no", but for Zhang and Yeung's, with the wrong variants
   * that are the same claims.
   */
  private static Map<String, Statement> falseClaims() {
    Map<String, Statement> all = new LinkedHashMap<>();
    all.put("P2 W1", atLeast(i("X", "Y"), i("X", "Z"), zeros(i("Y", "Z", "X"))));
    all.put("P5 W2", equal(MI, DI.add(DIFF), List.of()));
    all.put("W2 n=1", equal(i("X", "Y"), i("X", "Y").add(i("X", "Y")), List.of()));
    all.put("P9", atMost(i("W", "Y1, Y2"), DI, zeros(h("X1", "W"), h("X2", "W, Y1"))));
    NormalForm singles = i("X1", "Y1").add(i("X2", "Y2"));
    all.put("P12 W3", atLeast(DI, singles, zeros(i("Y1, X1", "Y2", "X2"))));
    all.put("P14 W4", atLeast(MI, singles, List.of()));
    all.put("P16 W5", atLeast(h("M"), singles, CODE));
    NormalForm toZ = i("X1", "Z1").add(i("X1, X2", "Z2", "Z1"));
    all.put("P19 W10", atLeast(DI, toZ, zeros(h("Z1", "Y1"), h("Z2", "Y1, Y2"))));
    all.put(
        "P23 W15",
        equal(
            i("X1, X2", "Y2", "Y0, Y1"), i("X2", "Y2", "Y1"), zeros(i("X1, Y0", "Y2", "X2, Y1"))));
    NormalForm parts = i("Z1", "W").add(i("Z2", "W"));
    all.put("P26 W12", atMost(i("Z1, Z2", "W"), parts, zeros(i("Z1", "Z2"))));
    all.put("P27 W16", atMost(i("X", "Y", "Z"), i("X", "Y"), List.of()));
    all.put("P33", equal(i("X", "Y", "Z"), i("X", "Z", "Y"), List.of()));
    all.put("W17", equal(MI, NormalForm.ZERO, zeros(DI)));
    return all;
  }

  private static Statement atLeast(NormalForm left, NormalForm right, List<Assumption> given) {
    return new Statement(Claim.atLeast(left, right), given);
  }

  private static Statement atMost(NormalForm left, NormalForm right, List<Assumption> given) {
    return new Statement(Claim.atMost(left, right), given);
  }

  private static Statement equal(NormalForm left, NormalForm right, List<Assumption> given) {
    return new Statement(Claim.equal(left, right), given);
  }

  @Test
  void everyWrongVariantIsRefutedBySmallLaws() {
    falseClaims()
        .forEach(
            (name, statement) -> {
              Optional<Verdict.Refuted> found =
                  new Refuter().quick(statement.claim, statement.given, Limits.start(20, 512));
              assertThat(found).as(name).isPresent();
              assertThat(found.get().refutation().law().outcomes().size())
                  .as(name)
                  .isLessThanOrEqualTo(4);
            });
  }

  @Test
  void directedInformationIsNotAtLeastMutualInformation() {
    for (int n : new int[] {3, 6}) {
      NormalForm mutual =
          NormalForm.mutualInformation(block("X", 1, n), block("Y", 1, n), Group.EMPTY);
      Claim claim = Claim.atMost(mutual, directed("X", "Y", n));
      Optional<Verdict.Refuted> found = refute(claim, List.of());
      assertThat(found).isPresent();
      assertThat(found.get().refutation().law().outcomes()).hasSize(2);
    }
  }

  @Test
  void claimsThatHoldForLinearLawsAlone() {
    // Ingleton's inequality holds for all ranks; four outcomes of unequal probability violate it
    NormalForm right = i("A", "B", "C").add(i("A", "B", "D")).add(i("C", "D"));
    Optional<Verdict.Refuted> found = refute(Claim.atMost(i("A", "B"), right), List.of());
    assertThat(found).isPresent();
    assertThat(found.get().refutation().law().outcomes().size()).isLessThanOrEqualTo(5);
  }

  @Test
  void claimsWithNumbers() {
    Map<String, Claim> claims = new LinkedHashMap<>();
    claims.put("H(X) <= 1", Claim.atMost(h("X"), number(1, 1)));
    claims.put("H(X) <= 19/10", Claim.atMost(h("X"), number(19, 10)));
    claims.put("H(X) <= 10", Claim.atMost(h("X"), number(10, 1)));
    claims.put("I(X; Y) >= 1/2", Claim.atLeast(i("X", "Y"), number(1, 2)));
    claims.put("I(X; Y | Z) = 1", Claim.equal(i("X", "Y", "Z"), number(1, 1)));
    claims.put("H(X, Y) <= 3", Claim.atMost(h("X, Y"), number(3, 1)));
    claims.put("H(X) - H(Y) <= 2", Claim.atMost(h("X").subtract(h("Y")), number(2, 1)));
    claims.forEach(
        (name, claim) -> {
          Optional<Verdict.Refuted> found = refute(claim, List.of());
          assertThat(found).as(name).isPresent();
        });
  }

  @Test
  void biasedLawsAreFound() {
    Assumption small =
        new Assumption(
            Assumption.Kind.RELATION,
            "H(X) <= 1/2",
            number(1, 2).subtract(h("X")),
            sit.proof.Sense.NON_NEGATIVE);
    Optional<Verdict.Refuted> found = refute(Claim.atMost(h("X"), number(49, 100)), List.of(small));
    assertThat(found).isPresent();
    List<Assumption> given = new java.util.ArrayList<>(zeros(i("X", "Z", "Y"), h("W", "X, Z")));
    given.add(small);
    found = refute(Claim.atMost(i("X", "Y"), number(49, 100)), given);
    assertThat(found).isPresent();
  }

  @Test
  void falseStatementsOfManyVariables() {
    int n = 14;
    // Han's inequality the wrong way round: sum of H(all but one) <= (n - 1) H(all)
    Group all = block("X", 1, n);
    NormalForm sum = NormalForm.ZERO;
    for (int t = 1; t <= n; t++) {
      sum = sum.add(NormalForm.entropy(all.minus(block("X", t, t))));
    }
    Claim claim = Claim.atMost(sum, NormalForm.entropy(all).scale(Rational.of(n - 1)));
    assertThat(refute(claim, List.of())).isPresent();
    // five of fourteen do not tell the rest, unless six are known to
    NormalForm five = NormalForm.entropy(all).subtract(NormalForm.entropy(block("X", 1, 5)));
    NormalForm six = NormalForm.entropy(all).subtract(NormalForm.entropy(block("X", 1, 6)));
    assertThat(refute(Claim.equal(five, NormalForm.ZERO), zeros(six))).isPresent();
  }

  @Test
  void theSameSeedFindsTheSameLaw() {
    Claim claim = Claim.atMost(h("X"), number(49, 100));
    Assumption small =
        new Assumption(
            Assumption.Kind.RELATION,
            "H(X) <= 1/2",
            number(1, 2).subtract(h("X")),
            sit.proof.Sense.NON_NEGATIVE);
    assertThat(refute(claim, List.of(small)).map(r -> r.refutation().law()))
        .isEqualTo(refute(claim, List.of(small)).map(r -> r.refutation().law()));
  }

  @Test
  void whatNoLawDeterminesStaysOpen() {
    NormalForm rate = NormalForm.of(new sit.term.Term.Symbol("R"));
    assertThat(refute(Claim.atLeast(rate, h("X")), List.of())).isEmpty();
    Group block =
        Group.of(
            new sit.term.Variable.Block("X", sit.term.Index.of(1), sit.term.Index.symbol("n")));
    assertThat(refute(Claim.atMost(NormalForm.entropy(block), NormalForm.ZERO), List.of()))
        .isEmpty();
  }

  @Test
  void linearRelationsAreMetByIndependentBits() {
    NormalForm five = h("X").subtract(h("Y").scale(Rational.of(5)));
    Optional<Verdict.Refuted> found =
        refute(Claim.atMost(h("X, Y"), h("Y").scale(Rational.of(5))), zeros(five));
    assertThat(LawWriter.lines(found.orElseThrow().refutation().law()))
        .containsExactlyInAnyOrder("rv X ~ Uniform(0..31)", "rv Y ~ Bernoulli(1/2)");
    NormalForm half = h("X").scale(Rational.TWO).subtract(h("Y").scale(Rational.of(3)));
    assertThat(refute(Claim.atMost(h("X, Y"), h("Y").scale(Rational.TWO)), zeros(half)))
        .isPresent();
    NormalForm six = h("X, Y").subtract(h("Y").scale(Rational.of(6)));
    assertThat(refute(Claim.atMost(h("X"), h("Y").scale(Rational.of(4))), zeros(six))).isPresent();
  }

  @Test
  void aLawLosesWhatTheClaimDoesNotNeed() {
    Claim claim =
        Claim.atMost(i("X", "Y", "Z"), i("X", "Y").add(i("V", "W", "Z").scale(Rational.of(1, 9))));
    EntropyTarget target = EntropyTarget.of(claim, List.of()).orElseThrow();
    // V, W, X, Y fair and independent, Z tells V and X xor Y
    int[][] values = new int[5][16];
    for (int point = 0; point < 16; point++) {
      values[0][point] = point & 1;
      values[1][point] = point >> 3 & 1;
      values[2][point] = point >> 1 & 1;
      values[3][point] = point >> 2 & 1;
      values[4][point] = 4 * values[0][point] + 2 * (values[2][point] ^ values[3][point]);
    }
    Candidate found = new Candidate(values, Collections.nCopies(16, Rational.of(1, 16)));
    Candidate small =
        new Shrinker(
                target,
                law -> LawChecker.check(claim, List.of(), law.table(target)).isPresent(),
                Limits.none())
            .shrink(found);
    assertThat(LawWriter.lines(small.table(target)))
        .containsExactly(
            "rv V = 0",
            "rv W = 0",
            "rv X ~ Bernoulli(1/2)",
            "rv Y ~ Bernoulli(1/2)",
            "rv Z = X xor Y");
  }
}
