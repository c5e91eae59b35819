package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** Claims about named densities, their reasons, and what refutes them. */
class DensitiesTest {
  private static final String DECLARED =
      "density p(x, z), q(z | x), s(z)\nrv X, Y\ndensity m(X | Y)\n";

  private static Judgement judge(String text) {
    Answer answer = Library.run(text);
    assertThat(answer.diagnostics()).isEmpty();
    List<Result> results = answer.results();
    return ((Result.Judged) results.get(results.size() - 1)).judgement();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "log p(x) >= E[z ~ q(.|x)] [log p(x|z)] - D(q(z|x) || p(z)) @ PROVED",
        "log p(x) >= E[z ~ q(.|x)] [log p(x|z)] - D(p(z) || q(z|x)) @ REFUTED",
        "log p(x) = E[z ~ q(.|x)] [log p(x, z) - log q(z|x)] @ REFUTED",
        "log p(x) = E[z ~ q(.|x)] [log(p(x, z)/q(z|x))] + D(q(z|x) || p(z|x)) @ PROVED",
        "E[x ~ p(x)] D(q(z|x) || s(z)) >= 0 @ PROVED",
        "E[x ~ p(x)] D(q(z|x) || s(z)) <= 0 @ REFUTED",
        "p(x, z) = p(z)*p(x|z) @ PROVED",
        "CE(q(z|x) || s(z)) = H(q(z|x)) + D(q(z|x) || s(z)) @ PROVED",
        "I(X; Y) >= H(X) + E[log m(X|Y)] @ PROVED",
        "I(X; Y) <= H(X) + E[log m(X|Y)] @ REFUTED",
        "H(q(z|x)) >= 0 @ OPEN"
      })
  void claimsAreJudged(String claim, Ruling ruling) {
    Judgement judgement = judge(DECLARED + "check " + claim);
    assertThat(judgement.ruling()).isEqualTo(ruling);
  }

  @Test
  void whatRefutesCanBeTypedBack() {
    Judgement judgement =
        judge(DECLARED + "check E[x ~ p(x)] [log p(x)] >= E[x ~ p(x)] D(q(z|x) || s(z))");
    assertThat(judgement.ruling()).isEqualTo(Ruling.REFUTED);
    String lines = String.join("\n", judgement.refuting().orElseThrow().lines());
    Judgement again =
        judge(lines + "\ncheck E[x ~ p(x)] [log p(x)] >= E[x ~ p(x)] D(q(z|x) || s(z))");
    assertThat(again.ruling()).isEqualTo(Ruling.REFUTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "log E[z ~ q(.|x)] [p(x, z)/q(z|x)] >= E[z ~ q(.|x)] [log(p(x, z)/q(z|x))] @ jensen @ true",
        "log E[z ~ q(.|x)] [p(x, z)/q(z|x)] >= E[z ~ q(.|x)] [log(p(x, z)/q(z|x))] @ algebra @ false",
        "log p(x) = log E[z ~ q(.|x)] [p(x, z)/q(z|x)] @ importance @ true",
        "D(q(z|x) || s(z)) >= 0 @ gibbs @ true",
        "D(q(z|x) || s(z)) >= 0 @ conditioning @ false",
        "D(p(x, z) || p(x)*q(z|x)) >= 0 @ chain_rule @ false"
      })
  void aStepFollowsFromItsReasonOrNot(String step, String reason, boolean sufficient) {
    int at = step.contains(" >= ") ? step.indexOf(" >= ") : step.indexOf(" = ");
    String text = "derivation d {\n" + step.substring(0, at) + "\n" + step.substring(at);
    Answer answer = Library.run(DECLARED + text + " by " + reason + "\n}");
    assertThat(answer.diagnostics()).isEmpty();
    Judgement judgement = ((Result.Judged) answer.results().get(0)).judgement();
    assertThat(judgement.ruling()).isEqualTo(Ruling.PROVED);
    assertThat(judgement.reason().orElseThrow().sufficient()).contains(sufficient);
  }
}
