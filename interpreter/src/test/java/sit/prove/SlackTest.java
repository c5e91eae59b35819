package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sit.limits.Limits;
import sit.term.TermPrinter;

/** What inequalities give away. */
class SlackTest {
  private static String slack(String claim, String... given) {
    return TermPrinter.print(
        Slack.of(
            new Prover()
                .prove(Notation.claim(claim), Notation.assumptions(given), Limits.none())
                .orElseThrow()));
  }

  @Test
  void oneMeasureWhereThereIsOne() {
    assertThat(slack("I(X;Z) <= I(X;Y)", "X -- Y -- Z")).isEqualTo("I(X; Y | Z)");
    assertThat(slack("H(X|Y) <= H(X)")).isEqualTo("I(X; Y)");
    assertThat(slack("2*H(X|Y) <= 2*H(X) + 1/2")).isEqualTo("2*I(X; Y) + 1/2");
    assertThat(slack("H(X) = H(X,Y) - H(Y|X)")).isEqualTo("0");
  }

  @Test
  void assumedInequalitiesAreGivenAwayToo() {
    assertThat(slack("H(X) <= H(U,V)", "H(X) <= H(U)")).contains("H(V | U)").contains("- H(X)");
  }
}
