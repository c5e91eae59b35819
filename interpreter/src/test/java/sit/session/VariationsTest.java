package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.check.Checker;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** The theorems about every n under other letters, offsets, delays and numbers of processes. */
class VariationsTest {
  private static final String DECLARED = "process A, B, C, S\nrv M\n";

  private static Judgement judge(String claim) {
    Answer answer = Library.run(DECLARED + "check " + claim);
    assertThat(answer.diagnostics()).isEmpty();
    return ((Result.Judged) answer.results().get(0)).judgement();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum[k = 2..n] H(A[k-1]) = sum[k = 1..n-1] H(A[k])",
        "I(A^n; M) = sum[j = 0..n-1] I(A[j+1]; M | A^j)",
        "(1/n)*I(A^n -> B^n) <= (1/n)*H(B^n)",
        "I(A^n; B^n | M) = sum[t = 1..n] I(A^t; B[t] | B^(t-1), M)"
            + " + sum[t = 1..n] I(B^(t-1); A[t] | A^(t-1), M)",
        "I((A, C)^n -> B^n) = I(C^n -> B^n) + I(A^n -> B^n || C^n)",
        "I(M; B^n) = I(A^n -> B^n) given A[t] = f(M, B^(t-2)), M -- (A^t, B^(t-1)) -- B[t]",
        "I(M; B^n) <= sum[t = 1..n] I(A[t]; B[t])"
            + " given A[t] = f(M, B^(t-1)), (M, A^(t-1), B^(t-1)) -- A[t] -- B[t]",
        "I(A^n -> B^n) = I(A^n; B^n) given feedback(2) A, B, A[t] -- A^(t-1) -- B^(t-2)",
        "I(A^n -> C^n) <= I(A^n; B^n) given C[t] = g(B^t)",
        "I(A^n -> C^n) <= I(A^n -> B^n) given C[t] = g(B^t), no_feedback A, B",
        "sum[t = 1..n] I(A[t+1..n]; B[t] | B^(t-1), M)"
            + " = sum[t = 1..n] I(B^(t-1); A[t] | A[t+1..n], M)",
        "H(A^n) <= n*H(A[1]) given stationary A",
        "I(A^n -> B^n) = sum[t = 1..n] (H(B[t] | B^(t-1)) - H(B[t] | B[t-1], A[t]))"
            + " given (A^(t-1), B^(t-2)) -- (A[t], B[t-1]) -- B[t]",
        "sum[t = 1..n] H(A[t] | A^(t-1), B^n) <= sum[t = 1..n] H(A[t] | B[t])",
        "H(M) >= I(B^n -> A^n) given M = e(A^n), B[t] = g(M, A^(t-1))",
        "H(M) >= sum[t = 1..n] I(B[t]; A[t])"
            + " given M = e(A^n), B[t] = g(M, A^(t-1)), independent A",
        "H(A^(s+t)) <= H(A^s) + H(A[s+1..s+t])",
        "n*H(M) >= sum[t = 1..n] I(A[t]; M)",
        "sum[t = 1..n] H(A[t] | A^(t-1)) - sum[t = 1..n] H(A[t] | A^(t-1), B^t) = I(B^n -> A^n)",
        "sum[t = 1..n] I(A[t]; B^(t-1) | A^(t-1)) = 0 given I(A^n -> B^n) = I(A^n; B^n)",
      })
  void areProved(String claim) {
    Judgement judgement = judge(claim);
    assertThat(judgement.ruling()).isEqualTo(Ruling.PROVED);
    assertThat(Checker.objection(judgement.certificate().orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I(A^n -> B^n) = I(B^n -> A^n)",
        "I(A^n; B^n) = sum[t = 1..n] I(A[t]; B[t] | B^(t-1))",
        "I(A^n -> C^n) <= I(A^n -> B^n) given C[t] = g(B^t)",
        "I(A^n; B^n) <= sum[t = 1..n] I(A[t]; B[t]) given A[t] indep A^(t-1)",
        "I((A, C)^n -> B^n) = I(A^n -> B^n) + I(C^n -> B^n)",
        "I(M; B^n) = I(A^n -> B^n) given A[t] = f(M, B^(t-1))",
        "I(A^n -> B^n) = I(A^n; B^n) given A[t] -- A^(t-1) -- B^(t-2)",
        "H(A^n) = n*H(A[1]) given stationary A",
        "I(A^n -> B^n || C^n) <= I(A^n; B^n | C^n)",
        "H(M) >= sum[t = 1..n] I(B[t]; A[t]) given M = e(A^n), B[t] = g(M, A^(t-1))",
        "H(A^(s+t)) = H(A^s) + H(A^t)",
        "sum[k = 2..n] H(A[k-1]) = sum[k = 1..n] H(A[k])",
      })
  void areRefuted(String claim) {
    assertThat(judge(claim).ruling()).isEqualTo(Ruling.REFUTED);
  }
}
