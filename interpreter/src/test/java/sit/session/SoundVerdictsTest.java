package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** Claims whose last judgement was, or could be, wrong for what was said before them. */
class SoundVerdictsTest {
  private static Ruling last(String script) {
    Answer answer = Library.run(script.replace(" // ", "\n"));
    List<Result> results = answer.results();
    if (!answer.isComplete()) {
      return Ruling.OPEN;
    }
    Judgement judgement = ((Result.Judged) results.get(results.size() - 1)).judgement();
    return judgement.ruling();
  }

  /** What does not follow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // a letter before the first, and a letter that is told apart from itself
        "process X // check H(X[1]) = 0 given X[t] = f(X[t-1])",
        "process X // check H(X[3]) = 0 given H(X[t]) = H(X[t-1])",
        "process X // check H(X[n]) = 0 given H(X[t]) = H(X[t-1])",
        "process X // check H(X^n) = 0 given X[t] = f(X[t-1])",
        "process X // check H(X^n) = 0 given X[n] = f(X[n-1])",
        "process X // check H(X[2]) = 0 given X[s] indep X[t]",
        "process X // check H(X^n) = 0 given X[s] indep X[t]",
        "process X // check H(X[1]) = 0 given X[t] indep X[1]",
        // names that start anew
        "rv A // let a = H(A) // rv A // check a = H(A)",
        "rv A // let a = H(A) // rv A ~ Bernoulli(1/2) // check a = H(A)",
        "process A // let a = H(A^2) // process A // check a = H(A^2)",
        "rv B // param q // let a = q*H(B) // param q // check a = q*H(B)",
        "rv B // param q // assume H(B) <= q // param q // check H(B) <= q",
        "rv B // let k = 2 // assume H(B) <= k // let k = 3 // check H(B) <= 3",
        "density p(x), q(x) // let a = D(p(x) || q(x)) // density p(x), q(x) // check a = D(p(x) || q(x))",
        "let h2(x) = x*x // param a, b // check 1/2*h2(a) + 1/2*h2(b) <= h2((a+b)/2)",
        // what rises does not fall, and what is said of no function is true of none
        "param a, b // check sqrt(a) >= sqrt(b) given a <= b",
        "param a, b // check exp(a) >= exp(b) given a <= b",
        "param a, b, f(x) // check f(a) >= f(b) given a <= b",
        "param a, b, f(x) // check f(a) >= f(b) given a <= b, increasing(f)",
        "param a, b, f(x) // check f(a) = f(b) given a <= b, increasing(f)",
        "param a, b, f(x) // check f(a) <= f(b) given a <= b, decreasing(f)",
        // limits are no horizons
        "process X // check rate H(X) <= (1/n)*H(X^n)",
        "process X, Y // check rate I(X; Y) <= rate I(X -> Y)",
        "process X // check rate H(X) = H(X[2] | X[1]) given markov X",
        "process X // check rate H(X) >= H(X[2] | X[1]) given stationary X",
        "process X // check rate H(X) <= H(X[3])",
        // amounts in another unit
        "rv X // unit nats // assume H(X) <= 1 // unit bits // check H(X) <= 1",
        "rv X // assume H(X) >= 1 // unit nats // check H(X) >= 1",
        // densities of continuous variables may be large
        "rv X : real // density q(X) // check E[-log q(X)] >= 0",
        "rv X : real // rv Y // density q(X | Y) // check E[-log q(X | Y)] >= 0",
        "rv X, Y : real // density q(X, Y) // check E[-log q(X, Y)] >= E[-log q(X)]",
        "process X : real // density q(X^n) // check E[-log q(X^n)] >= 0",
        "process X : real // check n*h(X^n) >= (n-1)*h(X^n)",
        "process X // process Y : real // check I(X^n -> Y^n) <= h(Y^n)",
        // several times, some of which may be the same or stand the other way round
        "process X // check I(X[s]; X[t]) = 0 given X[u] indep X[v]",
        "process X // check H(X[t] | X^n) = 0",
        "process X // check H(X^n) = H(X^t) + H(X[t+1..n] | X^t)",
        "process X : real // check h(X^n) <= h(X^t) + h(X[t+1..n] | X^t)",
        "process X, Y // check I(X[s]; Y[t]) <= I(X^n; Y^n) given s <= n",
        "process X, Y // check I(X^t; Y^n) >= I(X^t; Y^t) given t <= n + 1",
        "process X // check I(X[s]; X[t]) = 0 given X[u] indep X[v], s <= t",
        // ends of sums, and sums in sums
        "process X // check sum[t = 1..n] H(X[t]) <= sum[t = 2..n+1] H(X[t])",
        "process X, Y // check sum[t = 1..n] sum[s = 1..t+1] I(X[s]; Y[t] | X^(s-1), Y^(t-1)) = I(X^n -> Y^n)",
        "process X // check sum[t = 1..n] sum[s = 1..t] H(X[s]) = sum[s = 1..n] s*H(X[s])",
        "process X // check sum[t = 3..n] sum[s = 1..t] H(X[s]) = sum[t = 1..n] sum[s = 1..t] H(X[s]) - 2*H(X[1]) - H(X[2])",
        "process X // check n*sum[t = 1..n] H(X[t]) = n*n*H(X[1])",
        // what is stationary, and what is only together so
        "process X, Y // check I(X[1]; Y[1]) = I(X[2]; Y[2]) given stationary X, stationary Y",
        "process X // check H(X^(2*n)) >= 2*H(X^n) given stationary X",
        "process X // check H(X^(s+t)) >= H(X^s) + H(X^t) given stationary X",
        "process X, Y // check I(X^n; Y^n) = n*I(X[1]; Y[1]) given iid X, iid Y",
        // functions that look ahead or in a circle
        "process X, Y // rv W // check H(X^n, Y^n | W) = 0 given X[t] = f(W, Y^t), Y[t] = g(W, X^t)",
        "process X // check H(X^n) <= H(X[1]) given X[t] = f(X[t-1], X[t+1])",
        "process X, Y // check H(Y^n) <= H(X^n) given Y[t+1] = f(X[t+1])",
        "process X, Y, Z // check I(X^n; Z^n) <= I(X^n; Y^n) given X^t -- Y^t -- Z[t]",
        "unit nats // axiom few { H(A) <= 1 } // unit bits // derivation d { // given rv B // H(B) <= 1 by few // }"
      })
  void isNotProved(String script) {
    assertThat(last(script)).isNotEqualTo(Ruling.PROVED);
  }

  /** What follows, though not from the first letters alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "process X // rv W // check H(X[1] | W) = 0 given X[t-2] = f(W)",
        "process X // check I(X[s]; X[t]) = 0 given X[u] indep X[v], s < t",
        "rv X : real // rv Y // density q(Y | X) // check E[-log q(Y | X)] >= 0",
        "process X // check H(X^(s+t)) <= H(X^s) + H(X^t) given stationary X",
        "process X // check H(X^(2*n)) = 2*H(X^n) given iid X",
        "process X // check rate H(X) <= H(X[2] | X[1]) given stationary X",
        "process X, Y // rv W // check I(X[2]; W) = 0 given X[t-1] = f(Y[t]), Y[t] indep W",
        "process X, Y // check H(X[1]) >= 1 given Y[t] = f(X[1]), H(Y[t+1]) >= 1",
        "rv X // unit nats // assume H(X) <= 0 // unit bits // check H(X) <= 1"
      })
  void isNotRefuted(String script) {
    assertThat(last(script)).isNotEqualTo(Ruling.REFUTED);
  }

  /** What follows all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "process X // check H(X[2] | X[1]) = 0 given X[t] = f(X[t-1])",
        "process X // check H(X[3] | X[1]) = 0 given X[t] = f(X[t-1])",
        "process X // check H(X^n) = H(X[1]) given X[t] = f(X[t-1])",
        "process X // check I(X[1]; X[2]) = 0 given X[s] indep X[t]",
        "process X // check H(X^n) <= H(X^t) + H(X[t+1..n])",
        "process X // check rate H(X) = H(X[2] | X[1]) given stationary X, markov X",
        "process X, Y // check I(X^t; Y^n) >= I(X^t; Y^t) given t <= n",
        "process X, Y // check sum[t = 1..n] sum[s = 1..n] I(X[s]; Y[t] | X^(s-1), Y^(t-1)) = I(X^n; Y^n)",
        "process X // check sum[t = 1..n] sum[s = 1..t-1] I(X[s]; X[t]) = 0 given independent X",
        "rv X : real // density q(X) // check E[-log q(X)] >= h(X)",
        "process X // check H(X[3]) = H(X[1]) given H(X[t]) = H(X[t-1])",
        "rv X, Y // unit nats // assume H(X) = 0 // unit bits // check H(X, Y) = H(Y)",
        "rv B // let k = 2 // assume H(B) <= k // check H(B) <= 3"
      })
  void isProved(String script) {
    assertThat(last(script)).isEqualTo(Ruling.PROVED);
  }

  /** What is false of some law that goes on for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "process X // check H(X[1]) = 0 given X[t] = f(X[t-1])",
        "process X, Y // check I(X^2; Y^2) <= I(X^2 -> Y^2) given X[t] -- Y^(t-1) -- X^(t-1)",
        "process X // check H(X^2) <= H(X[1]) given H(X[t+1]) = H(X[t])"
      })
  void isRefuted(String script) {
    assertThat(last(script)).isEqualTo(Ruling.REFUTED);
  }
}
