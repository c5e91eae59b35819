package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static sit.prove.Densities.density;
import static sit.prove.Densities.divergence;
import static sit.prove.Densities.factor;
import static sit.prove.Densities.function;
import static sit.prove.Densities.inverse;
import static sit.prove.Densities.log;
import static sit.prove.Densities.logMean;
import static sit.prove.Densities.mean;
import static sit.prove.Densities.notNegative;
import static sit.prove.Densities.symbol;
import static sit.prove.Densities.tilted;

import java.util.List;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Density;
import sit.term.Law;
import sit.term.NormalForm;

/** Claims about densities and expectations that papers make, and their false variants. */
class DensityProofTest {
  private static final Density P = density("p", "x,z");
  private static final Density Q = density("q", "z|x");
  private static final Law.Factor Z = factor(Q, "z|x");
  private static final NormalForm ELBO = mean(log(P, "x,z").subtract(log(Q, "z|x")), Z);

  private static void proved(Claim claim, Assumption... assumptions) {
    assertThat(new Prover().prove(claim, List.of(assumptions), Limits.start(20, 100)))
        .as("%s", claim.difference())
        .isPresent();
  }

  private static void notProved(Claim claim, Assumption... assumptions) {
    assertThat(new Prover().prove(claim, List.of(assumptions), Limits.start(20, 100)))
        .as("%s", claim.difference())
        .isEmpty();
  }

  @Test
  void evidenceLowerBound() {
    NormalForm posterior = divergence(Q, "z|x", P, "z|x");
    proved(Claim.equal(log(P, "x"), ELBO.add(posterior)));
    proved(Claim.atLeast(log(P, "x"), ELBO));
    proved(
        Claim.atLeast(log(P, "x"), mean(log(P, "x|z"), Z).subtract(divergence(Q, "z|x", P, "z"))));
    NormalForm weight = log(P, "x,z").subtract(log(Q, "z|x"));
    proved(Claim.atLeast(logMean(weight, Z), mean(weight, Z)));
    notProved(Claim.atMost(log(P, "x"), ELBO));
    notProved(Claim.equal(log(P, "x"), ELBO));
    notProved(Claim.atLeast(ELBO, NormalForm.ZERO));
    notProved(Claim.atMost(log(P, "x"), NormalForm.ZERO));
    notProved(Claim.atMost(mean(log(Q, "z|x"), Z), NormalForm.ZERO));
  }

  @Test
  void relativeEntropiesOfTheirChain() {
    Density q = density("q", "x,z");
    NormalForm whole = divergence(P, "x,z", q, "x,z");
    NormalForm rest = mean(divergence(P, "z|x", q, "z|x"), factor(P, "x"));
    proved(Claim.equal(whole, divergence(P, "x", q, "x").add(rest)));
    proved(Claim.atLeast(whole, divergence(P, "x", q, "x")));
    proved(Claim.atLeast(whole, divergence(P, "z", q, "z")));
    notProved(Claim.atMost(whole, divergence(P, "x", q, "x")));
    notProved(Claim.atLeast(whole, divergence(P, "x", q, "x").add(divergence(P, "z", q, "z"))));
  }

  @Test
  void goldenFormulaAndAggregatedPosterior() {
    Density r = density("r", "z");
    NormalForm information = mean(log(P, "z|x").subtract(log(P, "z")), factor(P, "x,z"));
    NormalForm golden = mean(log(P, "z|x").subtract(log(r, "z")), factor(P, "x,z"));
    proved(Claim.equal(information, golden.subtract(divergence(P, "z", r, "z"))));
    proved(Claim.atMost(information, golden));
    notProved(Claim.atLeast(information, golden));
    // q(z) is that of the data and the encoder
    Density data = density("data", "x");
    NormalForm rate = mean(log(Q, "z|x").subtract(log(r, "z")), factor(data, "x"), Z);
    NormalForm own =
        sit.term.Expectations.mutualInformation(
            Law.of(factor(data, "x"), Z),
            Notation.group("x"),
            Notation.group("z"),
            sit.term.Group.EMPTY);
    proved(Claim.atMost(own, rate));
    notProved(Claim.atLeast(own, rate));
  }

  @Test
  void gibbsAndDonskerVaradhan() {
    Density p = density("p", "x");
    Density q = density("q", "x");
    NormalForm t = function("T", "x");
    NormalForm bound = mean(t, factor(p, "x")).subtract(logMean(t, factor(q, "x")));
    proved(Claim.atLeast(divergence(p, "x", q, "x"), bound));
    Density g = tilted(factor(q, "x"), t);
    proved(Claim.equal(divergence(p, "x", q, "x").subtract(bound), divergence(p, "x", g, "x")));
    // attained at the tilted law
    NormalForm attained = mean(t, factor(g, "x")).subtract(logMean(t, factor(q, "x")));
    proved(Claim.equal(divergence(g, "x", q, "x"), attained));
    notProved(Claim.atMost(divergence(p, "x", q, "x"), bound));
    notProved(
        Claim.atLeast(
            divergence(p, "x", q, "x"),
            mean(t, factor(q, "x")).subtract(logMean(t, factor(p, "x")))));
    proved(Claim.atLeast(logMean(t, factor(q, "x")), mean(t, factor(q, "x"))));
  }

  @Test
  void regularisedReward() {
    Density pi = density("pi", "y|x");
    Density reference = density("pi0", "y|x");
    NormalForm beta = symbol("beta");
    NormalForm r = function("r", "x", "y");
    NormalForm exponent = r.multiply(inverse("beta"));
    NormalForm objective =
        mean(r, factor(pi, "y|x")).subtract(beta.multiply(divergence(pi, "y|x", reference, "y|x")));
    NormalForm optimum = beta.multiply(logMean(exponent, factor(reference, "y|x")));
    Assumption positive = notNegative("beta >= 0", beta);
    proved(Claim.atMost(objective, optimum), positive);
    notProved(Claim.atMost(objective, optimum));
    notProved(Claim.atLeast(objective, optimum), positive);
    Density best = tilted(factor(reference, "y|x"), exponent);
    NormalForm atBest =
        mean(r, factor(best, "y|x"))
            .subtract(beta.multiply(divergence(best, "y|x", reference, "y|x")));
    proved(Claim.equal(atBest, optimum), positive);
    proved(Claim.atLeast(atBest, objective), positive);
    // W6
    Density wrong = tilted(factor(reference, "y|x"), r.multiply(beta));
    NormalForm atWrong =
        mean(r, factor(wrong, "y|x"))
            .subtract(beta.multiply(divergence(wrong, "y|x", reference, "y|x")));
    notProved(Claim.equal(atWrong, optimum), positive);
    notProved(Claim.atLeast(atWrong, objective), positive);
    proved(Claim.atMost(atWrong, optimum), positive);
  }

  @Test
  void crossEntropyAndVariationalInformation() {
    Density p = density("p", "x");
    Density q = density("q", "x");
    NormalForm cross = mean(log(q, "x"), factor(p, "x")).negate();
    NormalForm entropy = mean(log(p, "x"), factor(p, "x")).negate();
    proved(Claim.atLeast(cross, entropy));
    notProved(Claim.atLeast(entropy, cross));
    notProved(Claim.atLeast(entropy, NormalForm.ZERO));
    Density decoder = density("q", "X|Y");
    NormalForm information = Notation.form("I(X;Y)");
    proved(Claim.atLeast(information, Notation.form("H(X)").add(log(decoder, "X|Y"))));
    notProved(Claim.atMost(information, Notation.form("H(X)").add(log(decoder, "X|Y"))));
    proved(Claim.atMost(log(density("q", "X"), "X"), NormalForm.ZERO));
  }

  @Test
  void driftOfInformation() {
    Density p = density("p", "x,y");
    NormalForm step = log(p, "y|x").subtract(log(p, "y"));
    proved(Claim.atLeast(mean(step, factor(p, "y|x")), NormalForm.ZERO));
    notProved(Claim.equal(mean(step, factor(p, "y|x")), NormalForm.ZERO));
    notProved(Claim.atMost(mean(step, factor(p, "y|x")), NormalForm.ZERO));
    assertThat(logMean(step.negate(), factor(p, "y|x")).isZero()).isTrue();
    notProved(Claim.atLeast(step, NormalForm.ZERO));
  }

  @Test
  void constantsAndFunctionsAreNotFree() {
    Density p = density("p", "x");
    NormalForm t = function("T", "x");
    notProved(Claim.atLeast(mean(t, factor(p, "x")), NormalForm.ZERO));
    notProved(Claim.atLeast(t, mean(t, factor(p, "x"))));
    notProved(Claim.atLeast(mean(t, factor(p, "x")), NormalForm.constant(Rational.MINUS_ONE)));
    // a fact at every outcome is one on average
    proved(Claim.atLeast(mean(t, factor(p, "x")), NormalForm.ZERO), notNegative("T(x) >= 0", t));
    notProved(Claim.atMost(mean(t, factor(p, "x")), NormalForm.ZERO), notNegative("T(x) >= 0", t));
  }

  @Test
  void contrastiveBounds() {
    // L = -E log g(J | X, Y1, Y2), with g any classifier, then the softmax of a critic
    NormalForm bound = symbol("logK").subtract(Notation.form("I(X;YJ)"));
    List<Assumption> given =
        Notation.assumptions(
            "H(J) = logK", "J indep Y1,Y2", "YJ = f(J,Y1,Y2)", "X -- YJ -- J,Y1,Y2");
    Density g = density("g", "J|X,Y1,Y2");
    NormalForm loss = log(g, "J|X,Y1,Y2").negate();
    proved(Claim.atLeast(loss, bound), given.toArray(new Assumption[0]));
    notProved(Claim.atMost(loss, bound), given.toArray(new Assumption[0]));
    Density uniform = density("u", "J");
    NormalForm critic = function("s", "J", "X", "Y1", "Y2");
    Law.Factor draw = factor(uniform, "J");
    NormalForm softmax = logMean(critic, draw).subtract(critic).subtract(log(uniform, "J"));
    proved(Claim.atLeast(softmax, bound), given.toArray(new Assumption[0]));
    proved(Claim.equal(softmax, log(tilted(draw, critic), "J|X,Y1,Y2").negate()));
    notProved(Claim.atMost(softmax, bound), given.toArray(new Assumption[0]));
    notProved(Claim.atLeast(softmax, bound));
  }

  @Test
  void aBoundByACitedInequality() {
    Density p = density("p", "x");
    Density q = density("q", "x");
    NormalForm t = function("T", "x");
    NormalForm log = logMean(t, factor(q, "x"));
    sit.term.Term exponential = new sit.term.Term.Apply("exp", List.of(log.toTerm()));
    NormalForm mean = NormalForm.of(exponential).multiply(symbol("c"));
    Assumption cited = notNegative("log u <= u/e", mean.subtract(log));
    Claim bound = Claim.atLeast(divergence(p, "x", q, "x"), mean(t, factor(p, "x")).subtract(mean));
    proved(bound, cited);
    notProved(bound);
  }

  @Test
  void dataProcessingThroughAChannelOfTheirOwn() {
    Density p = density("p", "x,y");
    Density q = density("q", "x,y");
    Assumption same = Densities.zero("p(y|x) = q(y|x)", log(p, "y|x").subtract(log(q, "y|x")));
    proved(Claim.atMost(divergence(p, "y", q, "y"), divergence(p, "x", q, "x")), same);
    notProved(Claim.atMost(divergence(p, "y", q, "y"), divergence(p, "x", q, "x")));
    proved(Claim.equal(divergence(p, "x,y", q, "x,y"), divergence(p, "x", q, "x")), same);
  }
}
