package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.check.Checker;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/**
 * What holds given the past: martingales at every n, and the theorems about them that are cited.
 */
class MartingaleTest {
  private static final String FALLS = "E[y[t] ~ p(.|y^(t-1))] [M(y^t)] <= M(y^(t-1))";
  private static final String STAYS = "E[y[t] ~ p(.|y^(t-1))] [M(y^t)] = M(y^(t-1))";

  private static Judgement last(String text) {
    Answer answer = Library.run(text);
    assertThat(answer.diagnostics()).isEmpty();
    List<Result> results = answer.results();
    return ((Result.Judged) results.get(results.size() - 1)).judgement();
  }

  private static Judgement check(String claim) {
    return last("density p(y^n), q(y^n)\nparam M(y)\ncheck " + claim);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E[y^n ~ p] [M(y^n)] <= M(y^0) given " + FALLS,
        "E[y^n ~ p] [M(y^n)] = M(y^0) given " + STAYS,
        "E[y^n ~ p] [M(y^n)] <= E[y^n ~ p] [M(y^(n-1))] given " + FALLS,
      })
  void itHoldsInTheMean(String claim) {
    assertThat(check(claim).ruling()).isEqualTo(Ruling.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E[y^n ~ p] [M(y^n)] >= M(y^0) given " + FALLS,
        "E[y^n ~ q] [M(y^n)] <= M(y^0) given " + FALLS,
        "M(y^n) <= M(y^0) given " + FALLS,
      })
  void butNotTheOtherWayNorUnderAnotherLawNorAtAPoint(String claim) {
    assertThat(check(claim).ruling()).isNotEqualTo(Ruling.PROVED);
  }

  /** Under no law, or another one, what is given past letters is not what a certificate adds up. */
  @Test
  void aCertificateMayNotAverageOtherwise() {
    Judgement judged = check("E[y^n ~ p] [M(y^n)] <= M(y^0) given " + FALLS);
    HorizonCertificate certificate = (HorizonCertificate) judged.certificate().orElseThrow();
    assertThat(Checker.objection(certificate)).isEmpty();
    Telescope telescope = certificate.telescopes().get(0);
    Sum step = telescope.step();
    assertThat(step.uses()).isNotEmpty();
    List<Use> plain = new ArrayList<>();
    step.uses().forEach(use -> plain.add(new Use(use.fact(), use.at(), use.multiplier())));
    Sum bare =
        new Sum(step.cuts(), step.basics(), step.laws(), plain, step.shifts(), step.surplus());
    Telescope changed =
        new Telescope(
            telescope.span(),
            telescope.given(),
            telescope.potential(),
            bare,
            telescope.ends(),
            telescope.small());
    HorizonCertificate mutant =
        new HorizonCertificate(
            certificate.claim(),
            certificate.assumptions(),
            certificate.horizon(),
            certificate.time(),
            certificate.multiple(),
            certificate.lemmas(),
            List.of(changed));
    assertThat(Checker.objection(mutant)).isPresent();
  }

  private static Ruling cited(String facts, String step) {
    return last("derivation d {\n  given density p(y^n), q(y^n)\n"
            + "  given param M(y), N(y), g(y), c\n  given "
            + facts
            + "\n  "
            + step
            + "\n}")
        .ruling();
  }

  @Test
  void stoppedMartingalesKeepTheirMean() {
    String stopped = ", N(y^0) = M(y^0), N(y^t) = N(y^(t-1)) + ";
    String moves = "g(y^(t-1))*(M(y^t) - M(y^(t-1)))";
    String ahead = "g(y^t)*(M(y^t) - M(y^(t-1)))";
    String step = "E[y^n ~ p] [N(y^n)] = M(y^0) by optional_stopping";
    assertThat(cited(STAYS + stopped + moves, step)).isEqualTo(Ruling.PROVED);
    assertThat(cited(FALLS + stopped + moves, step)).isNotEqualTo(Ruling.PROVED);
    assertThat(cited(STAYS + stopped + ahead, step)).isNotEqualTo(Ruling.PROVED);
  }

  @Test
  void superMartingalesAreSeldomLarge() {
    String largest = ", N(y^0) = M(y^0), N(y^t) = max(N(y^(t-1)), M(y^t))";
    String step = "E[y^n ~ p] [N(y^n) >= c] <= M(y^0)/c by ville";
    String all = FALLS + largest + ", M(y^t) >= 0";
    assertThat(cited(all + ", c > 0", step)).isEqualTo(Ruling.PROVED);
    assertThat(cited(all, step)).isNotEqualTo(Ruling.PROVED);
    assertThat(cited(FALLS + largest + ", c > 0", step)).isNotEqualTo(Ruling.PROVED);
    String other = "E[y^n ~ q] [N(y^n) >= c] <= M(y^0)/c by ville";
    assertThat(cited(all + ", c > 0", other)).isNotEqualTo(Ruling.PROVED);
  }
}
