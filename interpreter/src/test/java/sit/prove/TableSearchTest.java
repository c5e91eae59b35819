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
import sit.check.ExactTables;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.term.Density;
import sit.term.Law;
import sit.term.NormalForm;

/** False claims about densities are refuted by tables. */
class TableSearchTest {
  private static final Density P = density("p", "x,z");
  private static final Density Q = density("q", "z|x");
  private static final Law.Factor Z = factor(Q, "z|x");

  private static Counterexample refuted(Claim claim, Assumption... assumptions) {
    Refuter refuter = new Refuter();
    Prover prover = new Prover(Search.NONE, refuter::refute);
    Verdict verdict =
        prover.decide(claim, List.of(assumptions), Limits.start(20, 100), Seed.DEFAULT);
    assertThat(verdict).as("%s", claim.difference()).isInstanceOf(Verdict.Refuted.class);
    return ((Verdict.Refuted) verdict).refutation().law();
  }

  @Test
  void theElboTheWrongWay() {
    NormalForm elbo = mean(log(P, "x,z").subtract(log(Q, "z|x")), Z);
    refuted(Claim.atMost(log(P, "x"), elbo));
    refuted(Claim.equal(log(P, "x"), elbo));
    NormalForm swapped = divergence(P, "z", Q, "z|x");
    NormalForm wrong = mean(log(P, "x|z"), Z).subtract(swapped);
    Counterexample law = refuted(Claim.atLeast(log(P, "x"), wrong));
    assertThat(law.tables()).hasSize(2);
    ExactTables tables = new ExactTables(law);
    assertThat(tables.evaluate(log(P, "x")).orElseThrow())
        .isLessThan(tables.evaluate(wrong).orElseThrow());
  }

  @Test
  void theOptimumTiltedTheWrongWay() {
    Density pi = density("pi", "y");
    NormalForm beta = symbol("beta");
    NormalForm r = function("r", "y");
    Density wrong = tilted(factor(pi, "y"), r.multiply(beta));
    NormalForm at =
        mean(r, factor(wrong, "y")).subtract(beta.multiply(divergence(wrong, "y", pi, "y")));
    NormalForm optimum = beta.multiply(logMean(r.multiply(inverse("beta")), factor(pi, "y")));
    Counterexample law = refuted(Claim.equal(at, optimum), notNegative("beta >= 0", beta));
    assertThat(TableWriter.lines(law)).anyMatch(line -> line.startsWith("let beta = "));
    assertThat(TableWriter.lines(law)).anyMatch(line -> line.startsWith("density pi(y) = {"));
    ExactTables tables = new ExactTables(law);
    assertThat(tables.evaluate(at).orElseThrow())
        .isLessThan(tables.evaluate(optimum).orElseThrow());
  }

  @Test
  void smallFalsehoods() {
    Density p = density("p", "x,y");
    Density q = density("q", "x,y");
    NormalForm step = log(p, "y|x").subtract(log(p, "y"));
    refuted(Claim.equal(mean(step, factor(p, "y|x")), NormalForm.ZERO));
    refuted(Claim.atLeast(step, NormalForm.ZERO));
    refuted(Claim.atMost(divergence(p, "x,y", q, "x,y"), divergence(p, "x", q, "x")));
    refuted(Claim.equal(divergence(p, "x", q, "x"), divergence(q, "x", p, "x")));
    NormalForm t = function("T", "x");
    refuted(Claim.atLeast(t, mean(t, factor(p, "x"))), notNegative("T(x) >= 0", t));
    Density decoder = density("d", "X|Y");
    refuted(Claim.atMost(Notation.form("I(X;Y)"), Notation.form("H(X)").add(log(decoder, "X|Y"))));
  }

  @Test
  void aFactMustHoldAtEveryValue() {
    NormalForm t = function("T", "x");
    Claim claim = Claim.atLeast(t, NormalForm.ZERO);
    Counterexample law = refuted(claim);
    assertThat(law.functions()).hasSize(1);
    Assumption fact = notNegative("T(x) >= 0", t);
    NormalForm more = t.add(NormalForm.constant(sit.exact.Rational.ONE));
    Claim weaker = Claim.atLeast(more, NormalForm.ZERO);
    assertThat(
            new TableSearch(weaker, List.of(fact), Limits.start(20, 100), Seed.DEFAULT).search(100))
        .isEmpty();
  }

  @Test
  void valuesOfTheWrongVariantsInPrint() {
    // W7: p(z) = (.9, .1), p(x = 0 | z) = (.01, .9), q(z | x = 0) = (.2, .8), in nats
    Counterexample law =
        new Counterexample(
            List.of(new sit.term.Variable.Single("x")),
            List.of(row("1", 0)),
            List.of(
                new Counterexample.Table(
                    new Density.Named("p", Notation.group("x,z"), sit.term.Group.EMPTY),
                    List.of(
                        row("0.009", 0, 0),
                        row("0.09", 0, 1),
                        row("0.891", 1, 0),
                        row("0.01", 1, 1))),
                new Counterexample.Table(
                    new Density.Named("q", Notation.group("z"), Notation.group("x")),
                    List.of(
                        row("0.2", 0, 0), row("0.8", 0, 1), row("0.2", 1, 0), row("0.8", 1, 1)))),
            List.of(),
            new java.util.TreeMap<>());
    ExactTables tables = new ExactTables(law);
    NormalForm swapped = divergence(P, "z", Q, "z|x");
    NormalForm wrong = mean(log(P, "x|z"), Z).subtract(swapped);
    assertThat(nats(tables, log(P, "x"))).isEqualTo("-2.312635428848");
    assertThat(nats(tables, wrong)).isEqualTo("-2.151047952655");
  }

  private static Counterexample.Outcome row(String probability, Integer... values) {
    return new Counterexample.Outcome(List.of(values), sit.exact.Rational.parse(probability));
  }

  private static String nats(ExactTables tables, NormalForm form) {
    double bits =
        tables
            .evaluate(form)
            .orElseThrow()
            .toDecimal(java.math.MathContext.DECIMAL64)
            .doubleValue();
    return String.format(java.util.Locale.ROOT, "%.12f", bits * Math.log(2));
  }
}
