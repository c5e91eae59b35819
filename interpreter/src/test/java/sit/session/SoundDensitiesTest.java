package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** Claims about densities and expectations that are near to true ones. */
class SoundDensitiesTest {
  private static Judgement last(String script) {
    List<Result> results = Library.run(script.replace(" // ", "\n")).results();
    return ((Result.Judged) results.get(results.size() - 1)).judgement();
  }

  /** What is false of some law. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "density p(x), q(x) // check D(p(x) || q(x)) = D(q(x) || p(x))",
        "rv X, Y // check D(p(X) || p(Y)) = H(Y) - H(X)",
        "density p(x), q(x) // check D(p(x) || q(x)) <= D(q(x) || p(x))",
        "density p(x), q(x), r(x) // check D(p(x) || q(x)) <= D(p(x) || r(x)) + D(r(x) || q(x))",
        "density p(x, z), q(z | x) // check log p(x) <= E[z ~ q(.|x)] [log(p(x, z)/q(z|x))]",
        "density p(x, z), q(z | x) // check log p(x) = E[z ~ q(.|x)] [log(p(x, z)/q(z|x))]",
        "density p(x, z), q(z | x) // check log p(x) >= E[z ~ q(.|x)] [log p(x|z)]",
        "density p(x, z), q(z | x) // check log p(x) >= E[z ~ q(.|x)] [log p(x|z)] + D(q(z|x) || p(z))",
        "density p(x, z), q(z | x) // check log p(x) = E[z ~ q(.|x)] [log p(x|z)] - D(q(z|x) || p(z))",
        "density p(x), q(x) // check E[x ~ p] [-log q(x)] <= E[x ~ p] [-log p(x)]",
        "density p(x, y) // check D(p(x, y) || p(x)*p(y)) <= 0",
        "density p(x, y), q(x, y) // check D(p(x, y) || q(x, y)) <= D(p(x) || q(x))",
        "density p(x, y), q(x, y) // check D(p(x, y) || q(x, y)) = D(p(x) || q(x)) + D(p(y) || q(y))",
        "density p(x, y), q(x, y) // check D(p(x, y) || q(x, y)) >= D(p(x) || q(x)) + D(p(y) || q(y))",
        "density p(x), q(x) // check log E[x ~ p] [q(x)] >= 0",
        "density p(x), q(x) // check log E[x ~ p] [q(x)/p(x)] >= 1",
        "density p(x), q(x) // check E[x ~ p] [q(x)/p(x)] = 2",
        "density p(x, y), q(y | x) // check E[x ~ p] [D(q(y|x) || p(y|x))] = 0",
        "density p(x, y) // check E[x ~ p] [E[y ~ p] [log(p(x, y)/(p(x)*p(y)))]] >= 0",
        "density p(x, y) // check E[x ~ p, y ~ p] [log(p(x, y)/(p(x)*p(y)))] = 0",
        "density p(x, y) // check E[x, y ~ p] [log(p(x, y)/(p(x)*p(y)))] = 0",
        "unit nats // density p(x) // param f(x) // check log E[x ~ p] [exp(f(x))] <= E[x ~ p] [f(x)]",
        "unit nats // density p(x), q(x) // param f(x) // check E[x ~ p] [f(x)] >= D(p(x) || q(x)) + log E[x ~ q] [exp(f(x))]",
        "unit nats // density p(x), q(x) // param f(x) // check E[x ~ p] [f(x)] <= D(p(x) || q(x)) + log E[x ~ p] [exp(f(x))] - 1",
        "unit nats // density p(x), q(x) // param f(x) // check E[x ~ p] [f(x)] <= D(q(x) || p(x)) + log E[x ~ q] [exp(f(x))]",
        "unit nats // density p(x) // param f(x), g(x) // check log E[x ~ p] [exp(f(x) + g(x))] = log E[x ~ p] [exp(f(x))] + log E[x ~ p] [exp(g(x))]",
        "unit nats // density p(x) // param f(x), g(x) // check log E[x ~ p] [exp(f(x) + g(x))] <= log E[x ~ p] [exp(f(x))] + log E[x ~ p] [exp(g(x))]",
        "unit nats // density p(x, y) // param f(x), g(y) // check log E[x, y ~ p] [exp(f(x) + g(y))] = log E[x ~ p] [exp(f(x))] + log E[y ~ p] [exp(g(y))]",
        "unit nats // density p(x) // param f(x), c // check E[x ~ p] [c*f(x)] = c*c*E[x ~ p] [f(x)]",
        "unit nats // density p(x), q(x) // param f(x) // density g(x) = p(x)*exp(f(x))/Z // check D(q(x) || g(x)) = D(q(x) || p(x)) - E[x ~ q] [f(x)]",
        "unit nats // density p(x), q(x) // param f(x) // density g(x) = p(x)*exp(f(x))/Z // check D(q(x) || g(x)) >= D(q(x) || p(x))",
        "unit nats // density p(x), q(x) // param f(x) // density g(x) = p(x)*exp(f(x))/Z // check log Z >= 0",
        "unit nats // density p(x), q(x) // param f(x) // density g(x) = p(x)*exp(f(x))/Z // check log Z <= E[x ~ p] [f(x)]",
        "unit nats // density p(x), q(x) // param f(x), b // density g(x) = p(x)*exp(f(x)/b)/Z // check E[x ~ q] [f(x)] - b*D(q(x) || p(x)) <= b*log Z",
        "unit nats // density p(x), q(x) // param f(x), b // assume b > 0 // density g(x) = p(x)*exp(f(x)/b)/Z // check E[x ~ q] [f(x)] - b*D(q(x) || p(x)) >= b*log Z",
        "density p(x), q(x) // param f(x) // check E[x ~ p] [f(x)] = E[x ~ q] [f(x)]",
        "density p(x, y), q(x, y) // check D(p(y | x) || q(y | x)) >= D(p(y) || q(y))",
        "density p(x, y), q(x | y), r(x | y) // check D(q(x|y) || p(x|y)) >= D(q(x|y) || r(x|y))",
        "density p(x | y), q(y) // check E[y ~ q, x ~ p(.|y)] [log(p(x|y))] >= E[y ~ q, x ~ p(.|y)] [log p(x|y)] + 1",
        "rv X // density q(X) // check E[-log q(X)] <= H(X)",
        "rv X, Y // density q(X), r(Y) // check E[-log(q(X)*r(Y))] <= H(X, Y)",
        "rv X, Y // density q(X | Y) // check E[-log q(X | Y)] <= H(X)",
        "rv X, Y // density q(X) // check E[-log q(X)] >= H(X, Y)",
        "rv X, Y // density q(X, Y) // check E[-log q(X, Y)] - E[-log q(X)] >= H(Y)",
        "process Y // density rho(Y^n) // check D(p(Y^n) || rho(Y^n)) = 0",
        "process Y // density rho(Y^n) // check D(p(Y^n) || rho(Y^n)) >= sum[t = 1..n] D(p(Y[t]) || rho(Y[t]))",
        "process X, Y // density q(Y^n || X^n) // check E[-log q(Y^n || X^n)] >= H(Y^n)",
        "process X, Y // density q(Y^n || X^n) // check E[-log q(Y^n || X^n)] <= H(Y^n || X^n)",
        "process X, Y // density q(Y^n || X^n) // check I(X^n -> Y^n) <= H(Y^n) - E[-log q(Y^n || X^n)]",
        "density g(x^n, z^n), r(z^n | x^n) // check log g(x^n) = E[z^n ~ r(.|x^n)] [log(g(x^n, z^n)/r(z^n | x^n))]",
        "density g(x^n, z^n), r(z^n | x^n) // check log g(x^n) <= sum[t = 1..n] log g(x[t])",
        "density g(x^n) // check log g(x^n) = sum[t = 1..n] log g(x[t])",
        "density g(x^n), h(x^n) // check D(g(x^n) || h(x^n)) >= D(g(x^(n+1)) || h(x^(n+1)))",
        "density g(x^n), h(x^n) // check D(g(x^n) || h(x^n)) = sum[t = 1..n] D(g(x[t]) || h(x[t]))",
        "density g(x^n), h(x^n) // check D(g(x^n) || h(x^n)) <= n*D(g(x[1]) || h(x[1]))",
        "density p(y^n) // check log p(y^n) = log p(y^(n-1))",
        "density p(y^n) // check log p(y[n]) >= log p(y[n] | y^(n-1))",
        "density p(y^n) // check E[y^n ~ p] [log p(y[n])] >= E[y^n ~ p] [log p(y[n] | y^(n-1))]",
        "density p(y^n) // check E[y^n ~ p] [log p(y[1])] = E[y^n ~ p] [log p(y[n])]",
        "density p(x, y) // check E[x ~ p] [log p(x)] = E[y ~ p] [log p(y)]",
        "density p(x), q(y) // check E[x ~ p] [log p(x)] = E[y ~ q] [log q(y)]",
        "density p(x, y) // check log p(x | y) = log p(y | x)",
        "density p(x, y) // check log p(x | y) >= log p(x)",
        "density p(x, y, z) // check E[x, y, z ~ p] [log p(x | y, z)] <= E[x, y, z ~ p] [log p(x | y)]",
        "density p(x, y, z) // check E[x, y, z ~ p] [log p(x | y, z)] = E[x, y, z ~ p] [log p(x | y)] + E[x, y, z ~ p] [log p(x | z)]",
        "density p(x, y), q(x, y) // check E[x, y ~ p] [log q(x | y)] <= E[x, y ~ p] [log q(x)]",
        "density p(x, y), q(x, y) // check E[x, y ~ p] [log q(x | y)] >= E[x, y ~ p] [log q(x)]",
        "density q(z | x), p(z), s(x) // check E[x ~ s] [D(q(z|x) || p(z))] = E[x ~ s, z ~ q(.|x)] [log q(z|x)]",
        "density q(z | x), p(z), s(x) // check E[x ~ s, z ~ q(.|x)] [log(q(z|x)/p(z))] <= E[x ~ s] [D(q(z|x) || p(z))] - 1/100",
        "density q(z | x), p(z), s(x), r(z) // check E[x ~ s] [D(q(z|x) || p(z))] >= E[x ~ s] [D(q(z|x) || r(z))]",
        "density p(x), q(x), m(x) // check D(p(x) || m(x)) + D(q(x) || m(x)) >= D(p(x) || q(x))",
        "density a(x), b(x) // check D(a(x) || b(x)) >= 1/1000000",
        "density a(x), b(x) // param f(x) // check E[x ~ a] [f(x)] >= 0",
        "density a(x) // param f(x) // check E[x ~ a] [f(x)] >= 0 given f(x) <= 1",
        "density a(x), b(x) // param f(x) // check E[x ~ b] [f(x)] >= 0 given E[x ~ a] [f(x)] >= 0",
        "density a(x), b(x) // param f(x) // check f(x) >= 0 given E[x ~ a] [f(x)] >= 0",
        "density a(x, y), b(x) // param f(x, y) // check E[x ~ b, y ~ a(.|x)] [f(x, y)] >= 0 given E[x, y ~ a] [f(x, y)] >= 0",
        "density a(x) // param f(x), g(x) // check E[x ~ a] [f(x)] >= E[x ~ a] [g(x)] given f(x) >= g(x) - 1",
        "rv X // density q(X) // param f(x) // check E[-log q(X)] >= 1",
        "rv X, Y // density q(Y | X) // check E[-log q(Y | X)] >= H(Y)",
        "rv X, Y // density q(X | Y), r(X) // check E[-log q(X | Y)] <= E[-log r(X)]",
        "rv X, Y // density q(X, Y) // check H(X) + E[log(p(Y|X)/q(Y|X))] <= H(X)",
        "rv X, Y // density q(X, Y) // check E[log(p(X, Y)/q(X, Y))] <= E[log(p(X)/q(X))]",
        "rv X, Y // density q(X, Y) // check I(X; Y) <= E[log(q(X, Y)/(q(X)*q(Y)))]",
        "rv X, Y // density q(X | Y) // check I(X; Y) = H(X) + E[log q(X | Y)]",
        "rv X, Y // density q(X | Y) // check I(X; Y) <= H(X) + E[log q(X | Y)]",
        "process X, Y // density q(Y[t] | Y^(t-1)) // check sum[t = 1..n] E[-log q(Y[t] | Y^(t-1))] >= H(Y^(n+1))",
        "process X, Y // density q(Y[t] | X[t]) // check sum[t = 1..n] E[-log q(Y[t] | X[t])] >= H(Y^n)",
        "process X, Y // density q(Y[t] | X[t]) // check sum[t = 1..n] E[-log q(Y[t] | X[t])] >= n*H(Y[1])",
        "process X // density q(X^n) // check E[-log q(X^n)] >= E[-log q(X^(n+1))]",
        "unit nats // density p(x), q(x) // check log E[x ~ p] [(q(x)/p(x))^2] <= 0",
        "unit nats // density u(y) // param U(y), T // density g(y) = u(y)*exp(-U(y)/T)/Z // check E[y ~ g] [U(y)] >= E[y ~ u] [U(y)]",
        "unit nats // density u(y) // param U(y), T // assume T > 0 // density g(y) = u(y)*exp(-U(y)/T)/Z // check E[y ~ g] [U(y)] >= E[y ~ u] [U(y)]",
        "unit nats // density u(y), p(y) // param U(y), T // density g(y) = u(y)*exp(-U(y)/T)/Z // check E[y ~ p] [U(y)] + T*D(p(y) || u(y)) >= -T*log Z",
        "unit nats // density u(y), p(y) // param U(y), T // assume T < 0 // density g(y) = u(y)*exp(-U(y)/T)/Z // check E[y ~ p] [U(y)] + T*D(p(y) || u(y)) >= -T*log Z",
        "unit nats // density p(x) // param f(x), c // check log E[x ~ p] [exp(c*f(x))] = c*log E[x ~ p] [exp(f(x))]",
        "unit nats // density p(x) // param f(x), c // check log E[x ~ p] [exp(f(x) + c)] = log E[x ~ p] [exp(f(x))] + 2*c",
        "unit nats // density p(x), q(x) // param f(x) // check log E[x ~ p] [exp(f(x))] <= log E[x ~ q] [exp(f(x))] + D(p(x) || q(x))",
        "unit nats // density p(x, y) // param f(x, y) // check E[x ~ p] [log E[y ~ p(.|x)] [exp(f(x, y))]] >= log E[x, y ~ p] [exp(f(x, y))]",
        "density q(X) // check log q(X) >= 0",
        "rv ξ, η // density q(ξ) // check E[-log q(ξ)] <= H(ξ)"
      })
  void isNotProved(String script) {
    assertThat(last(script).ruling()).isNotEqualTo(Ruling.PROVED);
  }

  /** What is true of every law. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit nats // density p(x) // param f(x), c // check log E[x ~ p] [exp(f(x) + c)] = log E[x ~ p] [exp(f(x))] + c",
        "rv X, Y // density q(X | Y) // check I(X; Y) >= H(X) + E[log q(X | Y)]",
        "density a(x) // param f(x), g(x) // check E[x ~ a] [f(x)] >= E[x ~ a] [g(x)] given f(x) >= g(x)",
        "density p(x, y, z) // check E[x, y, z ~ p] [log p(x | y, z)] >= E[x, y, z ~ p] [log p(x | y)]",
        "unit nats // density p(x), q(x) // param f(x) // check E[x ~ p] [f(x)] <= D(p(x) || q(x)) + log E[x ~ q] [exp(f(x))]",
        "unit nats // density p(x) // param f(x) // check E[x ~ p] [f(x)] <= log E[x ~ p] [exp(f(x))]",
        "unit nats // density p(x), q(x) // param f(x), b // assume b > 0 // density g(x) = p(x)*exp(f(x)/b)/Z // check E[x ~ q] [f(x)] - b*D(q(x) || p(x)) <= b*log Z",
        "unit nats // density p(x), q(x) // param f(x), b // assume b > 0 // density g(x) = p(x)*exp(f(x)/b)/Z // check E[x ~ q] [f(x)] - b*D(q(x) || p(x)) = b*log Z - b*D(q(x) || g(x))",
        "density p(x, y), q(x, y) // check D(p(x, y) || q(x, y)) >= D(p(y) || q(y))",
        "density p(x, y), q(x), r(y) // check D(p(x, y) || q(x)*r(y)) >= D(p(x,y) || p(x)*p(y))",
        "density p(x, y), q(x), r(y) // check D(p(x, y) || q(x)*r(y)) = D(p(x,y) || p(x)*p(y)) + D(p(x) || q(x)) + D(p(y) || r(y))",
        "density p(x) // density k(y | x) // density q(x) // check D(p(x)*k(y|x) || q(x)*k(y|x)) = D(p(x) || q(x))",
        "density p(x), q(x) // check log E[x ~ p] [q(x)/p(x)] <= 0",
        "density p(x), q(x) // check log E[x ~ p] [q(x)/p(x)] = 0",
        "density p(x), q(x), r(x) // check D(p(x) || r(x)) = D(p(x) || q(x)) + E[x ~ p] [log(q(x)/r(x))]",
        "density p(x), q(x) // check E[x ~ p] [-log q(x)] = E[x ~ p] [-log p(x)] + D(p(x) || q(x))",
        "density p(x^n), q(x^n) // check D(p(x^n) || q(x^n)) >= D(p(x^(n-1)) || q(x^(n-1)))",
        "density p(x^n), q(x^n) // check D(p(x^n) || q(x^n)) >= D(p(x[n]) || q(x[n]))",
        "density p(x^n), q(x^n) // check D(p(x^n) || q(x^n)) = sum[t = 1..n] E[x^(t-1) ~ p] [D(p(x[t] | x^(t-1)) || q(x[t] | x^(t-1)))]",
        "process Y // density rho(Y^n) // check E[-log rho(Y^n)] >= H(Y^n)"
      })
  void isProved(String script) {
    assertThat(last(script).ruling()).isEqualTo(Ruling.PROVED);
  }

  /** The mean is a sum over the outcomes alone that can be drawn, and infinities do not cancel. */
  @Test
  void whatGoesAwayLeavesItsConditions() {
    assertThat(last("density p(x), q(x) // check log E[x ~ p] [q(x)/p(x)] = 0").notes())
        .containsExactly("where p(x) > 0 wherever q(x) > 0");
    assertThat(
            last("density p(x, z), q(z | x) // check log p(x) = log E[z ~ q(.|x)] [p(x, z)/q(z|x)]")
                .notes())
        .containsExactly("where p(x) > 0, and q(z | x) > 0 wherever p(x, z) > 0");
    assertThat(
            last("density p(x), q(x), r(x) // check D(p(x) || r(x)) = D(p(x) || q(x)) + E[x ~ p] [log(q(x)/r(x))]")
                .notes()
                .toString())
        .contains("r(x) > 0 wherever x ~ p(x) falls", "q(x) > 0 wherever x ~ p(x) falls");
    assertThat(last("density p(x), q(x) // check D(p(x) || q(x)) - D(p(x) || q(x)) = 0").notes())
        .containsExactly("where q(x) > 0 wherever x ~ p(x) falls");
  }
}
