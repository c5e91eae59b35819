package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Claim;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Relative entropies and evidence bounds of sequences are proved for every n, and false ones are
 * not.
 */
class DensitiesInTimeTest {
  private static final Index N = Index.symbol("n");
  private static final Index T = Index.symbol("t");
  private static final Group YN = upTo("Y", N);
  private static final Density RHO = new Density.Named("rho", YN, Group.EMPTY);
  private static final Density Q =
      new Density.Named("q", at("Y", T), upTo("Y", T.plus(-1)).union(upTo("X", T)));

  static Group upTo(String process, Index to) {
    return Group.of(new Variable.Block(process, Index.of(1), to));
  }

  static Group at(String process, Index at) {
    return Group.of(new Variable.Letter(process, at));
  }

  static NormalForm sum(NormalForm body) {
    return NormalForm.of(
        Monomial.of(new Term.Total("t", Index.of(1), N, body.toTerm())), Rational.ONE);
  }

  static NormalForm mean(NormalForm pointwise) {
    return Expectations.average(Law.BASE, pointwise);
  }

  static NormalForm log(Density density, Group of, Group given) {
    return Expectations.logDensity(density, of, given);
  }

  private static Verdict decide(Claim claim) {
    return Potential.decide(claim, List.of(), Limits.none());
  }

  private static void proved(Claim claim) {
    Verdict verdict = decide(claim);
    assertThat(verdict).as(claim.toString() + verdict).isInstanceOf(Verdict.Proved.class);
  }

  private static void open(Claim claim) {
    assertThat(decide(claim)).isInstanceOf(Verdict.Open.class);
  }

  private static final Group PAST = upTo("Y", T.plus(-1));
  private static final Group NOW = at("Y", T);

  private static NormalForm divergence(Density density, Group of, Group given) {
    return mean(log(Density.OWN, of, given).subtract(log(density, of, given)));
  }

  @Test
  void relativeEntropyHasAChainRule() {
    NormalForm whole = divergence(RHO, YN, Group.EMPTY);
    NormalForm parts = sum(divergence(RHO, NOW, PAST));
    proved(Claim.equal(whole, parts));
    proved(Claim.atLeast(whole, NormalForm.ZERO));
    proved(Claim.atLeast(parts, NormalForm.ZERO));
    open(Claim.atMost(whole, NormalForm.ZERO));
    open(Claim.equal(whole, sum(divergence(RHO, NOW, Group.EMPTY))));
  }

  @Test
  void aCausalModelCostsMoreThanTheCausalEntropy() {
    Group given = PAST.union(upTo("X", T));
    NormalForm cross = sum(mean(log(Q, NOW, given)).negate());
    NormalForm entropy = sum(mean(log(Density.OWN, NOW, given)).negate());
    proved(Claim.atLeast(cross, entropy));
    open(Claim.atMost(cross, entropy));
    NormalForm directed = NormalForm.entropy(YN).subtract(entropy);
    proved(Claim.atLeast(directed, NormalForm.entropy(YN).subtract(cross)));
    proved(
        Claim.equal(
            directed, NormalForm.entropy(YN).subtract(cross).add(sum(divergence(Q, NOW, given)))));
  }

  @Test
  void lawsOfOutcomesInTime() {
    Group zn = upTo("z", N);
    Group xn = upTo("x", N);
    Group past = upTo("z", T.plus(-1));
    Group now = at("z", T);
    Density p = new Density.Named("p", zn.union(xn), Group.EMPTY);
    Density q = new Density.Named("q", zn, xn);
    Law law = Law.of(new Law.Factor(q, zn, xn));
    NormalForm gain =
        Expectations.average(law, log(p, zn.union(xn), Group.EMPTY).subtract(log(q, zn, xn)));
    NormalForm evidence = mean(log(p, xn, Group.EMPTY));
    proved(Claim.atLeast(evidence, gain));
    open(Claim.atMost(evidence, gain));
    Group xs = upTo("x", T.plus(-1));
    Group x = at("x", T);
    NormalForm step =
        Expectations.average(
            law,
            log(p, x, xs.union(past).union(now))
                .add(log(p, now, past.union(xs)))
                .subtract(log(q, now, past.union(xn))));
    proved(Claim.equal(gain, sum(step)));
  }
}
