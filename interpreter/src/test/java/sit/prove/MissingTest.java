package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;

/** Assumptions that would make a claim provable. */
class MissingTest {
  private static List<String> missing(String claim, String... given) {
    List<Assumption> assumptions = Notation.assumptions(given);
    List<Assumption> found =
        Missing.search(Notation.claim(claim), assumptions, Limits.start(20, 512));
    for (Assumption one : found) {
      List<Assumption> more = new ArrayList<>(assumptions);
      more.add(one);
      assertThat(new Prover().decide(Notation.claim(claim), more, Limits.none(), Seed.DEFAULT))
          .as(one.text())
          .isInstanceOf(Verdict.Proved.class);
      assertThat(Notation.assumption(one.text()).difference()).isEqualTo(one.difference());
    }
    return found.stream().map(Assumption::text).toList();
  }

  @Test
  void dataProcessingLacksItsChain() {
    assertThat(missing("I(X;Z) <= I(X;Y)", "Y -- X -- Z")).contains("X -- Y -- Z");
  }

  @Test
  void noFeedbackIsMissing() {
    assertThat(missing("I(X[1];Y[1]) + I(X[1],X[2];Y[2]|Y[1]) = I(X[1],X[2];Y[1],Y[2])"))
        .containsExactly("X[2] -- X[1] -- Y[1]");
  }

  @Test
  void memorylessSourceIsMissing() {
    assertThat(missing("I(X1,X2;Y1,Y2) >= I(X1;Y1) + I(X2;Y2)")).contains("X1 indep X2");
  }

  @Test
  void groupsOfSeveralStandInBrackets() {
    assertThat(missing("I(X[1];Y[1]) + I(X[1],X[2];Y[2]|Y[1]) <= I(X[1];Y[1]) + I(X[2];Y[2])"))
        .anyMatch(text -> text.contains("("));
  }

  @Test
  void aFunctionWhereNoIndependenceHelps() {
    assertThat(missing("H(X) <= H(Y)")).containsExactly("X = f(Y)");
  }

  @Test
  void nothingForWhatIsProvableOrHopeless() {
    assertThat(missing("H(X|Y) <= H(X)")).isEmpty();
    assertThat(missing("R <= 0")).isEmpty();
    assertThat(missing("H(X) <= 0")).isEmpty();
  }
}
