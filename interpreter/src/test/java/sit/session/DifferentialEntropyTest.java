package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** What holds of continuous variables, what does not, and what cannot be asked. */
class DifferentialEntropyTest {
  private static final String DECLARED = "rv X, Y, Z : real\nrv D\n";

  private static Answer answer(String text) {
    Source source = new Source("test.sit", DECLARED + text + "\n");
    return new Session(Settings.DEFAULT).run(source, Purpose.RUN);
  }

  private static Judgement judged(String claim) {
    Answer answer = answer("check " + claim);
    assertThat(answer.diagnostics()).isEmpty();
    return ((Result.Judged) answer.results().get(0)).judgement();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "h(X - Y | Y) = h(X | Y)",
        "h(X - Y | Y) <= h(X - Y)",
        "h(2*X + Y | Y) = h(X | Y) + 1",
        "h(X, Y) <= h(X) + h(Y)",
        "I(X; D) <= H(D)",
        "2*h(X, Y, Z) <= h(X, Y) + h(Y, Z) + h(X, Z)",
        "h(X | Z) >= h(X | Y) given X -- Y -- Z",
        "h(X + Y) >= h(X) given X indep Y"
      })
  void provesWhatHoldsOfDensities(String claim) {
    assertThat(judged(claim).ruling()).isEqualTo(Ruling.PROVED);
  }

  /** Each holds of discrete variables, or the other way round. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "h(X) >= 0; -3 + 1/2*log2(2*pi*e); 0",
        "h(X - Y | Y) >= h(X - Y); -1/2 + 1/2*log2(2*pi*e); 1/2*log2(2*pi*e)",
        "h(X | Y) >= 0; ; ",
        "h(X, Y) >= h(X); ; ",
        "I(X, Y) <= h(X); ; ",
        "h(2*X) = h(X); ; "
      })
  void refutesByGaussianLaws(String claim, String left, String right) {
    Judgement judgement = judged(claim.replace("I(X, Y)", "I(X; Y)"));
    assertThat(judgement.ruling()).isEqualTo(Ruling.REFUTED);
    Judgement.Refuting refuting = judgement.refuting().orElseThrow();
    assertThat(refuting.lines()).isNotEmpty();
    if (left != null) {
      assertThat(refuting.left()).isEqualTo(left);
      assertThat(refuting.right()).isEqualTo(right);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check I(X; X) = h(X)",
        "check h(X | X) <= h(X)",
        "check H(X) >= 0",
        "check h(D) >= 0",
        "check h(X) >= 0 given X = f(Y)"
      })
  void refusesWhatIsInfiniteOrOfTheOtherSort(String statement) {
    assertThat(answer(statement).diagnostics()).hasSize(1);
  }

  @Test
  void noRuleOfDiscreteEntropyJustifiesAStepOfDensities() {
    String steps = "derivation d {\n  h(X, Y)\n    >= h(X)   by nonnegativity\n}\n";
    List<Judgement> all =
        answer(steps).results().stream().map(r -> ((Result.Judged) r).judgement()).toList();
    assertThat(all.get(0).ruling()).isEqualTo(Ruling.REFUTED);
    assertThat(all.get(0).isUnjustified()).isTrue();
  }
}
