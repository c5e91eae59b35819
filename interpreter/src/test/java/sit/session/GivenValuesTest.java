package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/** Values refute a claim only where what is given with it is so. */
class GivenValuesTest {
  private static final String DECLARED =
      """
      param p in [0, 1], q in [0, 1], r in [0, 1]
      rv X ~ Bernoulli(1/2)
      rv Y = X
      rv U | X ~ BSC(1/3)
      rv V | U ~ BSC(1/3)
      rv Z ~ Bernoulli(p)
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p <= q given p <= q | PROVED",
        "p <= 1/2 given p = q, q <= 1/3 | PROVED",
        "(1 - p) + q + r = 2*(1 - p) given p + q + r = 1 | PROVED",
        "(1 - p) + q + r = 2*p given p + q <= 1 | REFUTED",
        "p <= 1/4 given p <= 1/3 | REFUTED",
        "H(Z) >= 1/2 given p = 1/2 | OPEN",
        "H(Z) >= 1/2 given p <= 1/2 | REFUTED",
        "H(X) <= 1/2 given H(X) <= 1/2 | PROVED",
        "I(X; Y) <= 0 given X indep Y | PROVED",
        "I(X; Y) <= 0 given I(X; Y) <= 1/2 | OPEN",
        "I(X; V) >= 1/2 given X -- U -- V | REFUTED",
        "I(X; V) >= 1/2 given U -- X -- V | OPEN",
        "I(X; V) >= 1/2 given U = f(X) | OPEN",
        "I(X; V) >= 1/2 given X = f(Y) | REFUTED",
        "[1, 2] = [1, 3] | REFUTED",
        "[[1, 2], [0, 1]] = [[1, 2], [0, 1]] | PROVED",
        "softmax([1, 2]) = [1/2, 1/2] | REFUTED",
        "softmax([1, 1]) = [1/2, 1/2] | OPEN",
        "[p, q] = [p, r] | REFUTED",
        "[p, q]*2 = [p + p, 2*q] | PROVED",
        "[p, H(Z)] = [p, 1] | REFUTED"
      })
  void refuteWhereTheyObeyIt(String claim, Ruling wanted) {
    Source source = new Source("a.sit", DECLARED + "check " + claim + "\n");
    List<Result> results = new Session(Settings.DEFAULT).run(source, Purpose.CHECK).results();
    assertThat(results).hasSize(1);
    assertThat(((Result.Judged) results.get(0)).judgement().ruling()).as(claim).isEqualTo(wanted);
  }
}
