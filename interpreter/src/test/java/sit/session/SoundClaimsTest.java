package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** Claims about numbers, functions, sums and sequences that are near to true ones. */
class SoundClaimsTest {
  private static Judgement last(String script) {
    List<Result> results = Library.run(script.replace(" // ", "\n")).results();
    return ((Result.Judged) results.get(results.size() - 1)).judgement();
  }

  /** What is false of some law. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "param a : any // check sqrt(a^2) = a",
        "param a : any // check log(a^2) = 2*log(a)",
        "param a, b // check log(a*b) = log(a) + log(b)",
        "param a, b // check 1/a >= 1/b given a <= b",
        "param a, b // check a^2 <= b^2 given a <= b",
        "param a : any // check a^2 >= a",
        "param a : any // check a*a >= a",
        "param a, b : any // check a*b >= 0 given a >= 0",
        "param a, b, c : any // check a*c <= b*c given a <= b",
        "param a, b, c // check a*c <= b*c given a <= b",
        "param a, b, c // check a <= b given a*c <= b*c",
        "param a, b, c // check a = b given a*c = b*c",
        "param a, b // check a = 0 given a*b = 0",
        "param a // check a = 1 given a^2 = 1",
        "param a, f(x) // check f(2*a) = 2*f(a)",
        "param a, b, f(x) // check f(a + b) = f(a) + f(b)",
        "param a, b, f(x) // check f((a+b)/2) >= (f(a)+f(b))/2",
        "param a, b, f(x) // check f((a+b)/2) >= (f(a)+f(b))/2 given convex(f)",
        "param a, b, l, f(x) // check f(l*a + (1-l)*b) >= l*f(a) + (1-l)*f(b) given concave(f)",
        "param a, b, l, f(x) // check f(l*a + (1-l)*b) <= l*f(a) + (1-l)*f(b) given concave(f), l >= 0, l <= 1",
        "param a, b // check max(a, b) = a",
        "param a, b // check max(a, b) <= a + b",
        "param a, b // check min(a, b) >= a",
        "param a // check a <= exp(a) - 2",
        "param a // check exp(a) <= 1 + a",
        "param a // check h2(a) <= 1/2",
        "param a, b // check h2(a) <= h2(b) given a <= b",
        "param a, b // check a/b + b/a >= 3",
        "param a, b // check (a+b)^2 = a^2 + b^2",
        "param a : any // check a^3 >= 0",
        "param a : any // check a^4 <= a^2",
        "param p in (0, 1) // check h2(p) <= p",
        "param p in (0, 1) // check h2(p) >= p",
        "param p in (0, 1) // check -p*log2(p) <= 1/2",
        "param p in (0, 1) // rv X ~ Bernoulli(p) // check H(X) >= 1/2",
        "param p in (0, 1) // rv X ~ Bernoulli(p) // rv Y | X ~ BSC(p) // check I(X;Y) >= H(X)",
        "param p in (0, 1) // rv X ~ Bernoulli(p) // rv Y | X ~ BSC(p) // check I(X;Y) = h2(2*p*(1-p)) - h2(p) + p/1000000",
        "param p in (0, 1) // check h2(p) <= 4*p*(1-p)",
        "param n // check n >= 1",
        "param n // check n^2 >= n",
        "process X // check H(X^(n-1))/(n-1) <= H(X^n)",
        "let s(k) = sum[t = 1..3] k*t // param t // check s(t) = 14",
        "let s(k) = sum[t = 1..3] k*t // check s(2) = 13",
        "let s(k) = sum[t = 1..3] k*t // param t // check s(t) = sum[t = 1..3] t*t",
        "process X // let s(k) = sum[t = 1..n] k*H(X[t]) // param t // check s(t) = sum[t = 1..n] t*H(X[t])",
        "process X // check sum[t = 1..n] t = n*n",
        "process X // check sum[t = 1..n] t >= n*n",
        "process X // check sum[t = 1..n] 2*t = n*n",
        "process X // check sum[t = 1..n] t*H(X[t]) = n*sum[t = 1..n] H(X[t])",
        "process X // check H(X[n]) <= H(X[n-1])",
        "process X // check H(X[n+1] | X^n) <= H(X[n] | X^(n-1))",
        "process X // check H(X[n]) = H(X[n-1]) given H(X[t]) = H(X[t-2])",
        "process X // check H(X[n]) = H(X[1]) given H(X[t]) = H(X[t-2])",
        "process X // check H(X^n) <= H(X^m)",
        "process X // check H(X^m) <= H(X^n) given n <= m",
        "process X // check H(X^m) >= H(X^n) given n <= m + 1",
        "process X, Y // check I(X^n; Y^m) <= I(X^n; Y^n)",
        "process X, Y // check I(X^n -> Y^n) <= I(X^m; Y^m)",
        "process X // check H(X^(n+m)) <= H(X^n) + H(X^m)",
        "process X // check H(X^(n+m)) = H(X^n) + H(X[n+1..m])",
        "process X // check H(X[1..2*n]) <= H(X^n)",
        "process X // check H(X[1]) = H(X[2])",
        "process X // check H(X[1], X[2]) = H(X[2], X[3]) given H(X[t]) = H(X[t+1])",
        "process X // check H(X[1], X[3]) = H(X[1], X[2]) given stationary X",
        "process X // check H(X[n] | X^(n-1)) <= H(X[n+1] | X^n) given stationary X",
        "process X // check H(X[n] | X[1]) <= H(X[n+1] | X[1]) given stationary X",
        "process X // check H(X[n]) <= H(X[n+1]) given markov X",
        "process X // check H(X[n+1]) >= H(X[n]) given markov X, stationary X // check H(X[1]|X[2]) = 0",
        "process X // check I(X[1]; X[3] | X[2]) = 0 given markov(2) X",
        "process X // check I(X[1]; X[3]) = 0 given markov X",
        "process X // check I(X[t]; X^(t-3) | X[t-1], X[t-2]) = 0 given markov(3) X"
      })
  void isNotProved(String script) {
    assertThat(last(script).ruling()).isNotEqualTo(Ruling.PROVED);
  }

  /** What is true of every law. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "process X // check H(X[n] | X[n-1]) = H(X[n] | X^(n-1)) given markov X",
        "process X // check H(X[n-1], X[n]) = H(X[1], X[2]) given stationary X, n >= 2",
        "process X // check H(X[n-1]) >= H(X[n]) given X[t] = f(X[t-1]), n >= 2",
        "process X, Y // check H(Y[n]) <= H(X[n-1]) given Y[t] = f(X[t-1]), n >= 2",
        "process X, Y // check H(Y[2]) <= H(X[1]) given Y[t] = f(X[t-1])",
        "process X // check I(X[t]; X[t-1]) >= I(X[t]; X[t-2]) given markov X",
        "process X // check I(X[t]; X[t-1]) >= I(X[t]; X[t-2]) given markov X, t >= 3",
        "process X // check H(X[n] | X[n-1], X[n-2]) <= H(X[n-1] | X[n-2]) given stationary X, n >= 3",
        "process X // check H(X[n+1] | X^n) <= H(X[n] | X^(n-1)) given stationary X",
        "process X // check (1/n)*H(X^n) >= H(X[n] | X^(n-1)) given stationary X",
        "process X // check n*H(X^(n-1)) >= (n-1)*H(X^n) given stationary X",
        "process X // check H(X^n) = n*H(X[1]) given iid X",
        "process X // check sum[t = 2..n] H(X[t] | X[t-1]) + H(X[1]) = H(X^n) given markov X",
        "process X // check sum[t = 1..n] H(X[t] | X[t-1]) = H(X^n) given markov X",
        "process X // check sum[t = 2..n] H(X[t]) = sum[t = 1..n-1] H(X[t+1])",
        "process X // check sum[t = 1..n] H(X[t-1]) = sum[t = 1..n-1] H(X[t])",
        "process X, Y // check I(X^n; Y^n) = I(X^n -> Y^n) + sum[t = 1..n] I(Y^(t-1); X[t] | X^(t-1))",
        "process X, Y // check I(X^n -> Y^n) <= sum[t = 1..n] I(X[t]; Y[t]) given memoryless Y | X",
        "process X, Y // check I(X^n; Y^n) <= sum[t = 1..n] I(X[t]; Y[t]) given memoryless Y | X, no_feedback X, Y",
        "process X, Y // rv W // check I(W; Y^n) = I(X^n -> Y^n) given X[t] = f(W, Y^(t-1)), W -- (X^t, Y^(t-1)) -- Y[t]",
        "process X, Y // rv W // check I(W; Y^n) <= I(X^n -> Y^n) given W -- (X^t, Y^(t-1)) -- Y[t]",
        "process X, Y // check I(X^n; Y^n) >= sum[t = 1..n] I(X[t]; Y[t]) given independent X",
        "process X, Y // check I(X^n; Y^n) >= sum[t = 1..n] I(X[t]; Y^n | X^(t-1))",
        "process X // check sum[t = 1..n] sum[s = 1..t] H(X[s]) = sum[s = 1..n] (n-s+1)*H(X[s])",
        "process X // check sum[t = 1..n] sum[s = 1..n] I(X[s]; X[t]) = sum[t = 1..n] H(X[t]) given independent X",
        "process X // check sum[t = 1..n] sum[s = t+1..n] I(X[s]; X[t]) = sum[s = 1..n] sum[t = 1..s-1] I(X[s]; X[t])",
        "process X // check rate H(X) <= H(X[1]) given stationary X",
        "process X, Y // check rate I(X -> Y) <= rate I(X; Y)",
        "process X, Y // check rate H(X, Y) <= rate H(X) + rate H(Y)",
        "process X // check rate H(X) <= H(X[3] | X^2) given stationary X",
        "process X // check rate H(X) = H(X[1]) given iid X",
        "rv X, Y, Z // check I(X;Y|Z) <= I(X;Y) given X -- Y -- Z",
        "rv X, Y, Z // check I(X;Y|Z) >= I(X;Y) given X indep Z",
        "rv A, B, C, D // check I(A;B) <= 2*I(A;B|C) + I(A;B|D) + I(C;D) + I(A;C|B) + I(B;C|A)",
        "rv A, B, C, D // check I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D) given I(A;B) = 0",
        "rv X, Y : real // check h(X) >= h(X | Y)",
        "rv X, Y : real // check h(X, Y) <= h(X) + h(Y)",
        "rv X : real // rv Y // check h(X | Y) <= h(X)",
        "rv X : real // rv Y // check I(X; Y) <= H(Y)",
        "rv X, N : real // rv Y = X + N // check h(Y | X) = h(N | X)",
        "rv X, N : real // rv Y = X + N // check I(X; Y) = h(Y) - h(N) given X indep N",
        "rv X, N : real // rv Y = X + N // check h(Y) >= h(N) given X indep N",
        "rv X, N // rv Y = X + N // check H(Y | X) = H(N | X)",
        "rv X, N // rv Y = X + N // check H(Y) <= H(X) + H(N)",
        "rv X, Y // rv Z = X xor Y // check H(Z | X) = H(Y | X)"
      })
  void isProved(String script) {
    assertThat(last(script).ruling()).isEqualTo(Ruling.PROVED);
  }

  /** {@code X[n-1]} is no letter at {@code n = 1}. */
  @Test
  void whatNamesALetterIsMeantWhereItIs() {
    for (String claim :
        List.of(
            "process X // check H(X[n]) = H(X[n-1]) given stationary X",
            "process X // check H(X[n-1], X[n]) = H(X[1], X[2]) given stationary X",
            "process X // check H(X[n-1]) >= H(X[n]) given X[t] = f(X[t-1])",
            "process X, Y // check H(Y[n]) <= H(X[n-1]) given Y[t] = f(X[t-1])")) {
      Judgement judgement = last(claim);
      assertThat(judgement.ruling()).as(claim).isEqualTo(Ruling.PROVED);
      assertThat(judgement.notes()).containsExactly("where n >= 2, as X[n-1] is named");
    }
    assertThat(last("process X // check H(X[n]) = H(X[n-1])").ruling()).isEqualTo(Ruling.REFUTED);
  }
}
