package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.eval.Purpose;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;
import sit.value.Judgement;
import sit.value.Result;

/**
 * Random claims about densities over time: what is proved for every n is refuted by no tables at
 * the first n, which are searched by other means.
 */
class DensityHorizonPropertyTest {
  private static final List<String> TERMS =
      List.of(
          "H(Y^n)",
          "H(Y^n || X^n)",
          "I(X^n -> Y^n)",
          "I(X^n; Y^n)",
          "E[-log rho(Y^n)]",
          "E[-log q(Y^n || X^n)]",
          "E[-log g(X^n, Y^n)]",
          "D(p(Y^n) || g(Y^n))",
          "D(p(X^n, Y^n) || g(X^n, Y^n))",
          "sum[t = 1..n] D(p(Y[t] | Y^(t-1)) || rho(Y[t] | Y^(t-1)))",
          "sum[t = 1..n] D(p(Y[t] | Y^(t-1), X^t) || q(Y[t] | Y^(t-1), X^t))",
          "sum[t = 1..n] E[-log rho(Y[t])]",
          "sum[t = 1..n] E[-log g(Y[t] | Y^(t-1), X^t)]",
          "sum[t = 1..n] E[-log g(X[t] | X^(t-1), Y^(t-1))]");

  private static Judgement judge(String claim, String n) {
    String text =
        "process X, Y\ndensity rho(Y^n), g(X^n, Y^n), q(Y^n || X^n)\ncheck " + claim + "\n";
    String at = n.equals("n") ? text : text.replaceAll("\\bn\\b", n);
    Answer answer = new Session(Settings.DEFAULT).run(new Source("random.sit", at), Purpose.CHECK);
    assertThat(answer.diagnostics()).as(at).isEmpty();
    Result last = answer.results().get(answer.results().size() - 1);
    return ((Result.Judged) last).judgement();
  }

  private static String claim(SplittableRandom random) {
    StringBuilder left = new StringBuilder();
    int count = 2 + random.nextInt(3);
    for (int k = 0; k < count; k++) {
      boolean minus = random.nextBoolean();
      left.append(left.isEmpty() ? minus ? "-" : "" : minus ? " - " : " + ");
      left.append(TERMS.get(random.nextInt(TERMS.size())));
    }
    return left + (random.nextInt(5) == 0 ? " = 0" : " >= 0");
  }

  @Test
  void whatIsProvedForEveryNIsRefutedAtNone() {
    SplittableRandom random = new SplittableRandom(20);
    int proved = 0;
    int refuted = 0;
    for (int k = 0; k < 24; k++) {
      String claim = claim(random);
      Judgement judgement = judge(claim, "n");
      if (judgement.ruling() == Judgement.Ruling.PROVED) {
        proved++;
        for (String n : List.of("1", "2")) {
          Judgement instance = judge(claim, n);
          assertThat(instance.ruling()).as(claim).isNotEqualTo(Judgement.Ruling.REFUTED);
        }
      } else if (judgement.ruling() == Judgement.Ruling.REFUTED) {
        refuted++;
      }
    }
    assertThat(proved).isPositive();
    assertThat(refuted).isPositive();
  }
}
