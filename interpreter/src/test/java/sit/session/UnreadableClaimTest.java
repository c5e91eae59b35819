package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** A claim that cannot be judged keeps nothing from the claims after it. */
class UnreadableClaimTest {
  private static final String TEXT =
      """
      rv X, Y
      derivation a {
        H(X) >= H(X | Y) by conditionning
      }
      check I(X; Y) >= 0
      check H(X) <= H(Y)
      """;

  @Test
  void theOthersAreJudged() {
    Session session = new Session(Settings.DEFAULT);
    Answer answer = session.run(new Source("a.sit", TEXT), Purpose.CHECK);
    assertThat(answer.diagnostics()).hasSize(1);
    assertThat(answer.diagnostics().get(0).code()).isEqualTo("unknown-reason");
    assertThat(answer.results())
        .extracting(result -> ((Result.Judged) result).judgement().ruling())
        .containsExactly(Ruling.PROVED, Ruling.REFUTED);
  }

  @Test
  void aRunStopsThere() {
    Session session = new Session(Settings.DEFAULT);
    Answer answer = session.run(new Source("a.sit", TEXT), Purpose.RUN);
    assertThat(answer.diagnostics()).hasSize(1);
    assertThat(answer.results()).isEmpty();
  }
}
