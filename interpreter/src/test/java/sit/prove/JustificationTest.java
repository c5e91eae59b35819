package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Rule;

/** Which steps follow from which reasons. */
class JustificationTest {
  private static boolean follows(String step, Rule rule, String... given) {
    return Justification.follows(
            Notation.claim(step),
            Notation.assumptions(given),
            rule == null ? List.of() : List.of(rule),
            Limits.start(20, 512))
        .follows();
  }

  @Test
  void chainRuleIsIdentity() {
    assertThat(follows("I(X,Z;Y) = I(Z;Y) + I(X;Y|Z)", null)).isTrue();
    assertThat(follows("I(X,Z;Y) >= I(Z;Y) + I(X;Y|Z)", null)).isTrue();
    assertThat(follows("I(X,Z;Y) >= I(Z;Y)", null)).isFalse();
    assertThat(follows("I(X;Z) = I(X;Y) - I(X;Y|Z)", null, "X -- Y -- Z")).isFalse();
    assertThat(follows("R*H(X,Y) = R*H(X|Y) + R*H(Y)", null)).isTrue();
  }

  @Test
  void conditioningReducesEntropy() {
    assertThat(follows("H(X|Y,Z) <= H(X|Z)", Rules.CONDITIONING)).isTrue();
    assertThat(follows("H(X|Y) <= H(X)", Rules.CONDITIONING)).isTrue();
    assertThat(follows("H(Y1) + H(Y2) + H(Y3) >= H(Y1,Y2,Y3)", Rules.CONDITIONING)).isTrue();
    assertThat(
            follows(
                "H(Y1)+H(Y2|Y1)+H(Y3|Y1,Y2) - H(Y1|X1) - H(Y2|X2) - H(Y3|X3)"
                    + " <= I(X1;Y1) + I(X2;Y2) + I(X3;Y3)",
                Rules.CONDITIONING))
        .isTrue();
    assertThat(follows("H(X|Y) >= H(X)", Rules.CONDITIONING)).isFalse();
    assertThat(follows("H(X|Y) >= 0", Rules.CONDITIONING)).isFalse();
    assertThat(follows("H(X|Z) >= H(X|Y)", Rules.CONDITIONING, "X -- Y -- Z")).isFalse();
  }

  @Test
  void nonnegativityIsOfInformationOnly() {
    assertThat(follows("I(X;Y) + I(X;Z|Y) >= I(X;Y)", Rules.NONNEGATIVITY)).isTrue();
    assertThat(follows("H(X,Y) >= H(X)", Rules.NONNEGATIVITY)).isFalse();
    assertThat(follows("H(X,Y) >= H(X)", Rules.ENTROPY)).isTrue();
    assertThat(follows("H(X,Y) + 1 >= H(X)", Rules.ENTROPY)).isTrue();
  }

  @Test
  void dataProcessingNeedsItsChain() {
    assertThat(follows("I(X;Z) <= I(X;Y)", Rules.PROCESSING, "X -- Y -- Z")).isTrue();
    assertThat(follows("I(X;Z) <= I(X;Y)", Rules.PROCESSING, "Z = f(Y)")).isTrue();
    assertThat(follows("H(W|Y1,Y2) <= H(W|V)", Rules.PROCESSING, "V = f(Y1,Y2)")).isTrue();
    assertThat(follows("I(X;Z) <= I(X;Y)", Rules.PROCESSING, "Y -- X -- Z")).isFalse();
    assertThat(follows("I(X;Z) <= I(X;Y)", Rules.PROCESSING)).isFalse();
    assertThat(follows("H(X|Y) <= H(X)", Rules.PROCESSING)).isFalse();
    assertThat(follows("H(X|Y) <= H(X)", Rules.PROCESSING, "U -- V -- W")).isFalse();
    assertThat(follows("I(M;X1,X2) >= I(V1,V2;X1,X2)", Rules.PROCESSING, "V1 = f(M)", "V2 = f(M)"))
        .isTrue();
  }

  @Test
  void chainOfThreeLinksProcesses() {
    assertThat(
            follows(
                "I(A1;D1) <= I(A1;B1)", Rules.PROCESSING, "A1 -- B1 -- C1", "A1,B1 -- C1 -- D1"))
        .isTrue();
  }

  @Test
  void monotonicityAddsVariables() {
    assertThat(follows("I(X;Y) <= I(X;Y,Z)", Rules.MONOTONICITY)).isTrue();
    assertThat(
            follows("I(X1;Y1) + I(X2;Y2|Y1) <= I(X1,X2;Y1) + I(X1,X2;Y2|Y1)", Rules.MONOTONICITY))
        .isTrue();
    assertThat(follows("I(X;Y|Z) <= I(X;Y,Z)", Rules.MONOTONICITY)).isFalse();
    assertThat(follows("I(X;Y|Z) <= I(X;Y,Z)", Rules.NONNEGATIVITY)).isTrue();
  }

  @Test
  void submodularityDoesNotGiveNonnegativity() {
    assertThat(follows("H(X) + H(Y) >= H(X,Y)", Rules.SUBMODULARITY)).isTrue();
    assertThat(follows("H(X,Y) + H(Y,Z) + H(X,Z) >= 2*H(X,Y,Z)", Rules.SUBMODULARITY)).isTrue();
    assertThat(follows("H(X,Y) + H(Y,Z) >= H(X,Y,Z)", Rules.SUBMODULARITY)).isFalse();
    assertThat(follows("H(X,Y) + H(Y,Z) >= H(X,Y,Z) + H(Y)", Rules.SUBMODULARITY)).isTrue();
    assertThat(follows("H(X,Y) >= H(X)", Rules.SUBMODULARITY)).isFalse();
  }

  @Test
  void markovIndependenceAndFunctionUseWhatIsGiven() {
    assertThat(follows("I(X;Z) = I(X;Y) - I(X;Y|Z)", Rules.MARKOV, "X -- Y -- Z")).isTrue();
    assertThat(follows("I(X;Z) = I(X;Y) - I(X;Y|Z)", Rules.MARKOV, "Y -- X -- Z")).isFalse();
    assertThat(follows("H(Y2|Y1,X1,X2) = H(Y2|X2)", Rules.MARKOV, "Y1,X1 -- X2 -- Y2")).isTrue();
    assertThat(follows("H(X1,X2) = H(X1) + H(X2)", Rules.INDEPENDENCE, "X1 indep X2")).isTrue();
    assertThat(follows("H(X1,X2) = H(X1) + H(X2)", Rules.INDEPENDENCE)).isFalse();
    assertThat(
            follows(
                "H(X1,X2,X3) = H(X1) + H(X2) + H(X3)",
                Rules.INDEPENDENCE,
                "X1 indep X2",
                "X1,X2 indep X3"))
        .isTrue();
    assertThat(follows("H(Y|W) = H(Y|W,X)", Rules.FUNCTION, "X = f(W)")).isTrue();
    assertThat(follows("I(W;Y2|Y1) = I(W,X2;Y2|Y1)", Rules.FUNCTION, "X2 = f(W,Y1)")).isTrue();
    assertThat(follows("H(Y|W) = H(Y|W,X)", Rules.FUNCTION, "W = f(X)")).isFalse();
  }

  @Test
  void hanFollowsFromConditioningAndItsOwnRule() {
    String han = "H(X,Y) + H(Y,Z) + H(X,Z) >= 2*H(X,Y,Z)";
    Rule rule = Rules.rule("han", "H(A,B) + H(B,C) + H(A,C) >= 2*H(A,B,C)", "", "");
    assertThat(follows(han, rule)).isTrue();
    assertThat(follows(han, Rules.CONDITIONING)).isTrue();
    assertThat(follows("H(X,Y) + H(Y,Z) + H(X,Z) >= 3*H(X,Y,Z)", rule)).isFalse();
  }

  @Test
  void factsMayBeAddedWithAnyMultiplier() {
    assertThat(
            Justification.follows(
                    Notation.claim("H(W)*Pe = n*R*Pe"),
                    List.of(),
                    List.of(),
                    Notation.assumptions("H(W) = n*R"),
                    Limits.none())
                .follows())
        .isTrue();
    assertThat(
            Justification.follows(
                    Notation.claim("H(W) >= n*R"),
                    List.of(),
                    List.of(),
                    Notation.assumptions("H(W) <= n*R"),
                    Limits.none())
                .follows())
        .isFalse();
  }

  @Test
  void fanoIsAvailableAsInstances() {
    var step = Notation.claim("H(W|V) <= 1 + P(W!=V)*log2(card(W))");
    List<Assumption> given = Notation.assumptions("h2(P(W!=V)) <= 1");
    List<Assumption> instances = Justification.instances(step, given, Rules.FANO, Limits.none());
    assertThat(instances).hasSize(1);
    assertThat(instances.get(0).kind()).isEqualTo(Assumption.Kind.AXIOM);
    assertThat(instances.get(0).text()).startsWith("fano: H(W | V) <= ").contains("h2(P(W != V))");
    List<Assumption> all = new java.util.ArrayList<>(given);
    all.addAll(instances);
    assertThat(new Prover().decide(step, all, Limits.none(), Seed.DEFAULT))
        .isInstanceOf(Verdict.Proved.class);
    assertThat(
            Justification.follows(step, given, List.of(Rules.FANO), given, Limits.none()).follows())
        .isTrue();
    assertThat(Justification.follows(step, given, List.of(Rules.FANO), Limits.none()).follows())
        .isFalse();
  }

  @Test
  void findingsListWhatWasUsed() {
    var finding =
        Justification.follows(
            Notation.claim("I(X;Z) <= I(X;Y)"),
            Notation.assumptions("X -- Y -- Z"),
            List.of(Rules.PROCESSING),
            Limits.none());
    assertThat(finding.used()).hasSize(1);
    assertThat(finding.used().get(0).text()).startsWith("data_processing: ");
  }
}
