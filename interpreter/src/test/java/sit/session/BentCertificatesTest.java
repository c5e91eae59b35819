package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.check.Checker;
import sit.proof.Assumption;
import sit.proof.Proof;
import sit.render.CertificateFormatException;
import sit.render.CertificateJson;
import sit.value.Result;

/**
 * Certificates of every kind of step in which one sign of the claim, or of a fact, is changed: what
 * then still can be read proves nothing.
 */
class BentCertificatesTest {
  private static final String SIGNS = "0123456789";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rv X, Y, Z // check I(X; Z) <= I(X; Y) given X -- Y -- Z",
        "rv X, Y, Z // check H(X, Y, Z) = H(X) + H(Y | X) + H(Z | X, Y)",
        "rv A, B, C, D // check I(A;B) <= 2*I(A;B|C) + I(A;B|D) + I(C;D) + I(A;C|B) + I(B;C|A)",
        "rv X, N : real // rv Y = X + N // check h(Y) >= h(N) given X indep N",
        "process X, Y // check I(X^n -> Y^n) <= I(X^n; Y^n)",
        "process X, Y // check I(X^n -> Y^n) <= sum[t = 1..n] I(X[t]; Y[t]) given memoryless Y | X",
        "process X // check H(X[n+1] | X^n) <= H(X[n] | X^(n-1)) given stationary X",
        "process X // check sum[t = 1..n] sum[s = 1..t-1] I(X[s]; X[t]) = 0 given independent X",
        "process X, Y // check I(X^t; Y^n) >= I(X^t; Y^t) given t <= n",
        "process X // check H(X^n) = H(X[1]) given X[t] = f(X[t-1])",
        "process X // check rate H(X) <= H(X[2] | X[1]) given stationary X",
        "density p(x, z), q(z | x) // check log p(x) >= E[z ~ q(.|x)] [log(p(x, z)/q(z|x))]",
        "density p(x, y), q(x), r(y) // check D(p(x, y) || q(x)*r(y)) >= D(p(x, y) || p(x)*p(y))",
        "density a(x) // param f(x), g(x) // check E[x ~ a] [f(x)] >= E[x ~ a] [g(x)] given f(x) >= g(x)",
        "unit nats // density p(x), q(x) // param f(x) // check E[x ~ p] [f(x)] <= D(p(x) || q(x)) + log E[x ~ q] [exp(f(x))]",
        "density p(x^n), q(x^n) // check D(p(x^n) || q(x^n)) >= D(p(x^(n-1)) || q(x^(n-1)))"
      })
  void proveNothingElse(String script) {
    List<Result> results = Library.run(script.replace(" // ", "\n")).results();
    Result.Judged last = (Result.Judged) results.get(results.size() - 1);
    Proof proof = last.judgement().certificate().orElseThrow();
    assertThat(Checker.objection(proof)).isEmpty();
    String text = CertificateJson.write(proof);
    Proof same = CertificateJson.read(text);
    int bent = 0;
    for (int at = 0; at < text.length(); at++) {
      for (char sign : replacements(text, at)) {
        String changed = text.substring(0, at) + sign + text.substring(at + 1);
        Proof read;
        try {
          read = CertificateJson.read(changed);
        } catch (CertificateFormatException e) {
          continue;
        }
        boolean weaker = read.claim().equals(same.claim());
        weaker &= facts(read).equals(facts(same));
        if (!weaker) {
          bent++;
          assertThat(Checker.objection(read)).as("%s", changed).isPresent();
        }
      }
    }
    assertThat(bent).isPositive();
  }

  /** Without those about times: {@code 2*t <= n} rules out what {@code t <= n} does. */
  private static List<Assumption> facts(Proof proof) {
    return proof.assumptions().stream()
        .filter(fact -> !fact.difference().variables().isEmpty())
        .toList();
  }

  /** Another digit, another index, another variable. */
  private static List<Character> replacements(String text, int at) {
    char sign = text.charAt(at);
    if (Character.isDigit(sign)) {
      return List.of(SIGNS.charAt((sign - '0' + 1) % 10));
    } else if (sign == 'X') {
      return List.of('Y');
    } else if (sign == 'p' || sign == 'x') {
      return List.of(sign == 'p' ? 'q' : 'z');
    } else if (sign == 'n' || sign == 't') {
      return List.of(sign == 'n' ? 't' : 'n');
    }
    return sign == '-' || sign == '+' ? List.of(sign == '-' ? '+' : '-') : List.of();
  }
}
