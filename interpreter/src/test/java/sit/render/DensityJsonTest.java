package sit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import java.util.List;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.check.Theorem;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Proof;
import sit.prove.Prover;
import sit.prove.SideConditions;
import sit.prove.Slack;
import sit.term.Density;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.TermLatex;
import sit.term.TermPrinter;

/**
 * Proofs about densities are written, read back, checked again and printed in the field's words.
 */
class DensityJsonTest {
  private static final Density P = density("p", "x,z");
  private static final Density Q = density("q", "z|x");
  private static final Law.Factor Z = factor(Q, "z|x");

  private static Theorem prove(Claim claim, Assumption... given) {
    return new Prover().prove(claim, List.of(given), Limits.start(20, 100)).orElseThrow();
  }

  private static Theorem elbo() {
    NormalForm bound = mean(log(P, "x,z").subtract(log(Q, "z|x")), Z);
    return prove(Claim.atLeast(log(P, "x"), bound));
  }

  private static Theorem reward() {
    Density pi = density("pi", "y");
    Density old = density("pi0", "y");
    NormalForm beta = symbol("beta");
    NormalForm r = function("r", "y");
    NormalForm objective =
        mean(r, factor(pi, "y")).subtract(beta.multiply(divergence(pi, "y", old, "y")));
    NormalForm best = beta.multiply(logMean(r.multiply(inverse("beta")), factor(old, "y")));
    return prove(Claim.atMost(objective, best), notNegative("beta >= 0", beta));
  }

  @Test
  void whatWasWrittenIsReadBack() {
    NormalForm t = function("T", "x");
    Theorem averaged =
        prove(Claim.atLeast(mean(t, factor(P, "x")), NormalForm.ZERO), notNegative("T(x) >= 0", t));
    for (Theorem theorem : List.of(elbo(), reward(), averaged)) {
      String text = CertificateJson.write(theorem.proof());
      Proof read = CertificateJson.read(text);
      assertThat(Checker.objection(read)).isEmpty();
      assertThat(read.claim()).isEqualTo(theorem.proof().claim());
      assertThat(CertificateJson.write(read)).isEqualTo(text);
    }
  }

  @Test
  void whatIsNoDensityIsNotRead() {
    String text = CertificateJson.write(elbo().proof());
    String drawn = "\"of\":[\"z\"],\"given\":[\"x\"]";
    assertThat(text).contains(drawn);
    assertThatThrownBy(
            () -> CertificateJson.read(text.replace(drawn, "\"of\":[\"z\"],\"given\":[\"z\"]")))
        .isInstanceOf(CertificateFormatException.class);
    assertThatThrownBy(() -> CertificateJson.read(text.replace("\"mean\"", "\"median\"")))
        .isInstanceOf(CertificateFormatException.class);
  }

  @Test
  void proofsAndSlackNameRelativeEntropies() {
    Theorem elbo = elbo();
    assertThat(TermPrinter.print(Slack.of(elbo))).isEqualTo("D(q(z | x) || p(z | x))");
    assertThat(ProofPrinter.text(elbo.proof(), "left - right"))
        .contains("= D(q(z | x) || p(z | x))   not negative");
    assertThat(ProofPrinter.latex(elbo.proof(), "a - b"))
        .contains("D(q(z \\mid x) \\,\\|\\, p(z \\mid x))");
    Theorem reward = reward();
    assertThat(TermPrinter.print(Slack.of(reward))).startsWith("beta*D(pi(y) || ").contains("exp(");
    assertThat(SideConditions.of(elbo.proof().claim().difference()))
        .extracting(SideConditions.Condition::text)
        .contains("p(x, z) > 0 wherever z ~ q(z | x) falls");
    assertThat(TermLatex.print(reward.proof().claim().difference().toTerm()))
        .contains("\\mathbb{E}_{y \\sim");
  }
}
