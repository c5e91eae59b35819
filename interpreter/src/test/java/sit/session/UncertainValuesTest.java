package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Judgement;
import sit.value.Result;

/** Nothing that an estimate had a part in decides a claim, not even by way of which is larger. */
class UncertainValuesTest {
  private static final String ESTIMATE =
      "rv X from samples([0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0])\nlet est = estimate(H(X), seed = 1)\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "est <= 5",
        "max(5, est) >= 5",
        "min(est, 5) <= 5",
        "abs(est) >= 0",
        "floor(est/4) >= 1",
        "root[x in 0..2] (x*est/est - 1/2) <= 1"
      })
  void isOpen(String claim) {
    Source source = new Source("a.sit", ESTIMATE + "check " + claim + "\n");
    List<Result> results = new Session(Settings.DEFAULT).run(source, Purpose.CHECK).results();
    assertThat(results).hasSize(1);
    for (Result result : results) {
      assertThat(((Result.Judged) result).judgement().ruling()).isEqualTo(Judgement.Ruling.OPEN);
    }
  }
}
