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
 * Random claims as they are typed: what is proved of densities for every n is refuted by no tables
 * at the first n, and what is proved of rates by no value under a random law of a Markov source and
 * a channel. Tables and values are found by other means than proofs.
 */
class AgreementInTextTest {
  private static final int CLAIMS = Math.max(12, AgreementTest.CLAIMS / 100);

  /** What is proved is proved soon. */
  private static final Settings SOON = Settings.DEFAULT.withSeconds(2);

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

  private static final List<String> RATES =
      List.of(
          "rate H(X)",
          "rate H(Y)",
          "rate H(X, Y)",
          "rate I(X -> Y)",
          "rate I(X; Y)",
          "H(X[1])",
          "H(Y[1])",
          "H(X[2] | X[1])",
          "H(Y[3] | Y^2)",
          "H(X[2], X[3])/2",
          "I(X[1]; Y[1])",
          "I(X[2]; Y[2] | Y[1])",
          "H(Y[1] | X[1])");

  private static Judgement judge(String claim, String n) {
    String text =
        "process X, Y\ndensity rho(Y^n), g(X^n, Y^n), q(Y^n || X^n)\ncheck " + claim + "\n";
    return judge(n.equals("n") ? text : text.replaceAll("\\bn\\b", n));
  }

  private static Judgement judge(String at) {
    Answer answer = new Session(SOON).run(new Source("random.sit", at), Purpose.CHECK);
    assertThat(answer.diagnostics()).as(at).isEmpty();
    Result last = answer.results().get(answer.results().size() - 1);
    return ((Result.Judged) last).judgement();
  }

  private static String claim(List<String> terms, SplittableRandom random) {
    StringBuilder left = new StringBuilder();
    int count = 2 + random.nextInt(3);
    for (int k = 0; k < count; k++) {
      boolean minus = random.nextBoolean();
      left.append(left.isEmpty() ? minus ? "-" : "" : minus ? " - " : " + ");
      left.append(terms.get(random.nextInt(terms.size())));
    }
    return left + (random.nextInt(5) == 0 ? " = 0" : " >= 0");
  }

  @Test
  void whatIsProvedForEveryNIsRefutedAtNone() {
    SplittableRandom random = new SplittableRandom(20);
    int proved = 0;
    int refuted = 0;
    for (int k = 0; k < CLAIMS; k++) {
      String claim = claim(TERMS, random);
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
    System.out.println(
        CLAIMS + " claims about sequences: " + proved + " proved, " + refuted + " refuted");
    assertThat(proved).isPositive();
    assertThat(refuted).isPositive();
  }

  @Test
  void whatIsProvedOfRatesHasNoValueAgainstIt() {
    SplittableRandom random = new SplittableRandom(21);
    int proved = 0;
    for (int k = 0; k < CLAIMS; k++) {
      boolean independent = random.nextInt(3) == 0;
      StringBuilder given = new StringBuilder("stationary (X, Y)");
      given.append(random.nextInt(4) == 0 ? "" : independent ? ", independent X" : ", markov X");
      given.append(random.nextInt(4) == 0 ? "" : ", memoryless Y | X, no_feedback X, Y");
      String claim = claim(RATES, random);
      String facts = "process X, Y\nassume " + given + "\n";
      if (judge(facts + "check " + claim + "\n").ruling() == Judgement.Ruling.PROVED) {
        proved++;
        String law = law(independent, random);
        Judgement instance = judge(law + "check " + claim + "\n");
        String about = facts + law + claim;
        assertThat(instance.ruling()).as(about).isNotEqualTo(Judgement.Ruling.REFUTED);
      }
    }
    System.out.println(CLAIMS + " claims about rates: " + proved + " proved");
    assertThat(proved).isPositive();
  }

  /** A source that starts as it goes on, and a channel, with chances in sixths. */
  private static String law(boolean independent, SplittableRandom random) {
    int up = 1 + random.nextInt(5);
    int down = independent ? 6 - up : 1 + random.nextInt(5);
    int flipped = random.nextInt(7);
    int lost = random.nextInt(7);
    int both = up + down;
    return """
        process X over {0, 1} {
          X[1] ~ [%d/%d, %d/%d]
          X[t] | X[t-1] ~ [[%d/6, %d/6], [%d/6, %d/6]]
        }
        process Y over {0, 1} {
          Y[t] | X[t] ~ [[%d/6, %d/6], [%d/6, %d/6]]
        }
        """
        .formatted(
            down, both, up, both, 6 - up, up, down, 6 - down, 6 - flipped, flipped, lost, 6 - lost);
  }
}
