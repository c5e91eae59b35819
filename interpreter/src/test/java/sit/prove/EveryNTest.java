package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sit.Tree;
import sit.check.Checker;
import sit.eval.Purpose;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.render.CertificateJson;
import sit.render.ProofPrinter;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;
import sit.term.NormalForm;
import sit.value.Judgement;
import sit.value.Result;

/**
 * What is proved for every n holds at each of the first, as the prover of fixed variables finds
 * without potentials.
 */
class EveryNTest {
  private static final int LARGEST = 3;

  static List<HorizonCertificate> examples() {
    List<HorizonCertificate> all = new ArrayList<>();
    for (var file : Tree.files(Tree.top().resolve("examples/every_n"), ".sit")) {
      Source source = new Source(file.toString(), Tree.text(file));
      Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.CHECK);
      for (Result result : answer.results()) {
        Judgement judgement = ((Result.Judged) result).judgement();
        if (judgement.certificate().orElse(null) instanceof HorizonCertificate certificate) {
          all.add(certificate);
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(50);
    return all;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatHoldsForEveryNHoldsForTheFirst(HorizonCertificate certificate) {
    assertThat(Checker.objection(certificate)).isEmpty();
    String horizon = certificate.horizon();
    for (int n = 1; n <= LARGEST; n++) {
      Claim claim =
          new Claim(
              EveryN.at(certificate.claim().difference(), horizon, n), certificate.claim().sense());
      int last = Math.max(n, TimedFact.lastLetter(claim.difference()));
      List<Assumption> given = EveryN.at(certificate.assumptions(), horizon, n, last);
      // what is said of the horizon itself, n >= 5, may not be so of the first
      if (given.stream().noneMatch(EveryNTest::isFalse)) {
        assertThat(new Prover().prove(claim, given, Limits.none())).as("n = " + n).isPresent();
      }
    }
  }

  private static boolean isFalse(Assumption assumption) {
    NormalForm difference = assumption.difference();
    return difference.isConstant() && difference.constantValue().signum() < 0;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void certificatesSurviveWritingAndPrinting(HorizonCertificate certificate) {
    var read = CertificateJson.read(CertificateJson.write(certificate));
    assertThat(Checker.objection(read)).isEmpty();
    assertThat(read.claim()).isEqualTo(certificate.claim());
    assertThat(((HorizonCertificate) read).telescopes()).isEqualTo(certificate.telescopes());
    assertThat(ProofPrinter.text(certificate)).isNotBlank();
    assertThat(ProofPrinter.latex(certificate, "d")).contains("\\begin{align*}");
  }

  @Test
  void theProofOfMasseysInequalityReadsAsOneWouldWriteIt() {
    HorizonCertificate certificate = EveryN.certificate("I(X^n -> Y^n) <= I(X^n; Y^n)");
    assertThat(ProofPrinter.text(certificate))
        .contains("telescopes over t = 1..n with F(t) = ")
        .contains("summand + F(t) - F(t-1)")
        .contains("rest - F(n) + F(0)");
    assertThat(certificate.telescopes()).hasSize(1);
    assertThat(certificate.telescopes().get(0).step().basics()).hasSize(1);
  }

  /** Each is false, as it stands or for want of an assumption. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I(X^n; Y^n) <= I(X^n -> Y^n)",
        "I(X^n; Y^n) = I(X^n -> Y^n) + I(Y^n -> X^n)",
        "I(X^n -> Y^n) >= sum[t = 1..n] I(X[t]; Y[t]) given (X^(t-1), Y^(t-1)) -- X[t] -- Y[t]",
        "I(X^n -> Y^n) <= sum[t = 2..n] I(X[t]; Y[t]) given (X^(t-1), Y^(t-1)) -- X[t] -- Y[t]",
        "I(X^n -> Y^n) <= sum[t = 1..n-1] I(X[t]; Y[t]) given (X^(t-1), Y^(t-1)) -- X[t] -- Y[t]",
        "I(X^n -> Y^n) <= sum[t = 1..n] I(X[t+1]; Y[t]) given (X^(t-1), Y^(t-1)) -- X[t] -- Y[t]",
        "H(X^n) = sum[t = 1..n+1] H(X[t] | X^(t-1))",
        "H(X^(n+1)) <= sum[t = 1..n] H(X[t] | X^(t-1))",
        "H(X^n) = n*H(X[1]) given X[t] indep X^(t-1)",
        "H(X^n) <= H(X[1])",
        "H(X[n]) <= H(X[1])",
        "sum[t = 1..n] H(X[t] | X^(t-1)) = sum[t = 1..n] H(X[t] | X[t-1])",
        "sum[t = 1..n] H(X[t] | X^(t-1)) = H(X^n | W)",
        "I(X^n -> S^n) <= I(X^n -> Y^n) given S[t] = f(Y^t)",
        "H(M) >= sum[t = 1..n] I(Y[t]; X[t]) given M = f(X^n), Y[t] = g(M, X^(t-1))",
        "I(X^n; W) <= sum[t = 1..n] I(X[t]; W) given X[t] indep X^(t-1)",
        "sum[t = 1..n] I(X[t+1..n]; Y^t | X^t) = 0 given X[s] -- X^s -- Y^s",
        "sum[t = 1..n] I(X[t]; Y[t] | X^(t-1)) = 0 given X[s] -- X^(s-1) -- Y^(s-1)",
        "I(X^n; Y^n) = 0 given X[t] indep Y[t]",
        "I(X^n; Y^n) = 0 given X[t] indep Y^t",
        "n*R <= I(W; Y^n) given H(W) = n*R"
      })
  void whatIsFalseIsNotProved(String claim) {
    assertThat(EveryN.judge(claim).ruling()).isNotEqualTo(Judgement.Ruling.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H(X^(n+1)) = H(X[1]) + sum[t = 1..n] H(X[t+1] | X^t)",
        "H(X^(n+1)) <= H(X^n) + H(X[n+1])",
        "sum[t = 1..n] H(X[t+1] | X^t) = H(X^(n+1)) - H(X[1])",
        "H(X[1]) + sum[t = 2..n] H(X[t-1], X[t]) - sum[t = 2..n] H(X[t-1]) >= H(X^n)",
        "H(X^n) >= H(X[n]) + H(X[1] | X[n])",
        "H(X^n) <= n*C given H(X[t]) <= C",
        "H(X^n) = n*H(X[1]) given X[t] indep X^(t-1), H(X[t]) = H(X[1])",
        "H(X^n) <= H(X[1], X[2]) + sum[t = 3..n] H(X[t] | X[t-1], X[t-2])",
        "I(X^n; S^n) <= I(X^n; Y^n) given S[t] = f(Y[t])",
        "I(X^n -> Y^n) = I(X^n; Y^n) given X[t] -- X^(t-1) -- Y^(t-1)",
        "sum[t = 1..n] I(X[t+1..n]; Y^t | X^t) = 0 given X[s] -- X^(s-1) -- Y^(s-1)",
        "sum[t = 1..n] I(X[t+1..n]; Y[t] | X^t, Y^(t-1)) = 0 given X[s] -- X^(s-1) -- Y^(s-1)",
        "sum[t = 1..n] H(Y^t | W) = 0 given Y[s] = f(W, Y^(s-1))",
        "I(X^n; Y^n) = sum[t = 1..n] I(X[t]; Y[t]) given X[t] indep X^(t-1), Y[t] -- X[t] -- (X^(t-1), X[t+1..n], Y^(t-1))",
        "H(Y^n) <= H(W) given X[t] = f(W, Y^(t-1)), Y[t] = g(X^t)",
        "R <= (1/n)*I(W; Y^n) given H(W) = n*R, W = f(Y^n)"
      })
  void whatIsTrueIsProved(String claim) {
    HorizonCertificate certificate = EveryN.certificate(claim);
    assertThat(Checker.objection(certificate)).isEmpty();
    for (int n = 1; n <= LARGEST; n++) {
      Claim at =
          new Claim(
              EveryN.at(certificate.claim().difference(), certificate.horizon(), n),
              certificate.claim().sense());
      List<Assumption> given =
          EveryN.at(certificate.assumptions(), certificate.horizon(), n, n + 1);
      assertThat(new Prover().prove(at, given, Limits.none())).as("n = " + n).isPresent();
    }
  }
}
