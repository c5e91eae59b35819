package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Certificate;

/** What the prover settles and what it leaves open. */
class ProverTest {
  private static Verdict decide(String claim, String... given) {
    return new Prover()
        .decide(
            Notation.claim(claim),
            Notation.assumptions(given),
            Limits.start(20, 512),
            Seed.DEFAULT);
  }

  private static Certificate proved(String claim, String... given) {
    Verdict verdict = decide(claim, given);
    assertThat(verdict).as(claim + " " + verdict).isInstanceOf(Verdict.Proved.class);
    Certificate certificate = (Certificate) ((Verdict.Proved) verdict).theorem().proof();
    assertThat(Checker.objection(certificate)).isEmpty();
    return certificate;
  }

  private static List<Verdict.Attempt> open(String claim, String... given) {
    Verdict verdict = decide(claim, given);
    assertThat(verdict).as(claim).isInstanceOf(Verdict.Open.class);
    return ((Verdict.Open) verdict).tried();
  }

  @Test
  void identitiesNeedNoInequality() {
    Certificate certificate = proved("I(X,Z;Y) = I(Z;Y) + I(X;Y|Z)");
    assertThat(certificate.combinations()).hasSize(1);
    assertThat(certificate.assumptions()).isEmpty();
    assertThat(proved("I(X;Z) = I(X;Y) - I(X;Y|Z)", "X -- Y -- Z").assumptions()).hasSize(1);
  }

  @Test
  void oneLineProofsHaveOneLine() {
    assertThat(proved("H(X|Y) <= H(X)").combinations().get(0).basics()).hasSize(1);
    assertThat(proved("I(X;Z) <= I(X;Y)", "X -- Y -- Z").combinations().get(0).basics()).hasSize(1);
    assertThat(proved("H(X) <= H(X,Y) + 1").combinations().get(0).surplus().isOne()).isTrue();
  }

  @Test
  void falseClaimsStayOpenAndSayWhatWasTried() {
    List<Verdict.Attempt> tried = open("I(X;Y|Z) <= I(X;Y)");
    assertThat(tried)
        .extracting(Verdict.Attempt::method)
        .containsExactly("identity", "shannon, restricted", "shannon", "copy lemma");
    assertThat(tried).extracting(Verdict.Attempt::outcome).contains("infeasible");
    open("1 <= 0");
    open("H(X) >= 1");
    open("R <= 0");
  }

  @Test
  void scalarFactsAreMultipliedIn() {
    proved("H(W)*Pe = n*R*Pe", "H(W) = n*R");
    proved(
        "H(W|V) <= 1 + Pe*n*R",
        "H(W|V) <= h2(Pe) + Pe*log2(card(W))",
        "log2(card(W)) = n*R",
        "h2(Pe) <= 1");
    proved("n^-1*H(W) = R", "H(W) = n*R");
    proved("H(X) <= 3", "H(X) <= H(U)", "H(U,V) <= 2", "H(X) >= 0");
    open("H(W|V) <= 1 + Pe*R", "H(W|V) <= 1 + Pe*log2(card(W))", "log2(card(W)) = n*R");
  }

  @Test
  void functionsAreUsedInLargerContexts() {
    proved("H(X|Y,Z) = 0", "X = f(Y)");
    proved("I(W;Y,Z) = I(W,X;Y,Z)", "X = f(W)");
    proved("H(Z) <= H(X,Y)", "Z = f(X,Y)");
    proved("I(X;Z) = 0", "X -- Y -- Z", "X indep Y");
  }

  @Test
  void masseyAtFive() {
    StringBuilder directed = new StringBuilder("I(X^1;Y[1])");
    for (int t = 2; t <= 5; t++) {
      directed.append("+I(X^" + t + ";Y[" + t + "]|Y^" + (t - 1) + ")");
    }
    proved(directed + " <= I(X^5;Y^5)");
    open(directed + " >= I(X^5;Y^5)");
  }

  @Test
  void hanAtTen() {
    StringBuilder sum = new StringBuilder();
    String all = "";
    for (int i = 1; i <= 10; i++) {
      List<String> others = new ArrayList<>();
      for (int j = 1; j <= 10; j++) {
        if (j != i) {
          others.add("X" + j);
        }
      }
      sum.append(i == 1 ? "" : "+").append("H(").append(String.join(",", others)).append(")");
      all += (i == 1 ? "" : ",") + "X" + i;
    }
    proved(sum + ">= 9*H(" + all + ")");
  }

  @Test
  void chainOfTen() {
    List<String> given = new ArrayList<>();
    String past = "X1";
    for (int k = 2; k < 10; k++) {
      given.add(past + " -- X" + k + " -- X" + (k + 1));
      past += ",X" + k;
    }
    Certificate certificate = proved("I(X1;X10) <= I(X4;X7)", given.toArray(new String[0]));
    assertThat(certificate.combinations().get(0).basics().size()).isLessThan(60);
    open("I(X4;X7) <= I(X1;X10)", given.toArray(new String[0]));
  }

  @Test
  void assumptionsNotNeededAreNotListed() {
    List<Assumption> used = proved("I(X;Z) <= I(X;Y)", "X -- Y -- Z", "U -- V -- W").assumptions();
    assertThat(used).extracting(Assumption::text).containsExactly("X -- Y -- Z");
  }

  @Test
  void whoCancelsIsHeard() {
    AtomicBoolean cancelled = new AtomicBoolean(true);
    assertThatThrownBy(
            () ->
                new Prover()
                    .decide(
                        Notation.claim("I(X;Y|Z) <= I(X;Y)"),
                        List.of(),
                        Limits.start(20, 512, cancelled),
                        Seed.DEFAULT))
        .isInstanceOf(LimitReached.class);
  }

  @Test
  void whoRunsOutOfTimeSaysSo() {
    Verdict verdict =
        new Prover()
            .decide(
                Notation.claim("I(X;Y|Z) <= I(X;Y)"),
                List.of(),
                Limits.start(0, 512),
                Seed.DEFAULT);
    assertThat(((Verdict.Open) verdict).tried())
        .extracting(Verdict.Attempt::outcome)
        .anyMatch(outcome -> outcome.startsWith("stopped after"));
  }

  @Test
  void moreVariablesThanFitAreSaidSo() {
    StringBuilder claim = new StringBuilder("H(X[1])");
    for (int k = 2; k <= 70; k++) {
      claim.append("+H(X[").append(k).append("])");
    }
    assertThat(open(claim + " >= H(X^70)"))
        .extracting(Verdict.Attempt::outcome)
        .allMatch(outcome -> outcome.startsWith("70 variables"));
  }

  @Test
  void searchesAreAskedInTurn() {
    List<String> asked = new ArrayList<>();
    Search quick =
        (claim, assumptions, limits, seed) -> {
          asked.add("quick");
          return Optional.empty();
        };
    Search thorough =
        (claim, assumptions, limits, seed) -> {
          asked.add("thorough");
          return Optional.empty();
        };
    Verdict verdict =
        new Prover(quick, thorough)
            .decide(Notation.claim("I(X;Y|Z) <= I(X;Y)"), List.of(), Limits.none(), Seed.DEFAULT);
    assertThat(asked).containsExactly("quick", "thorough");
    assertThat(((Verdict.Open) verdict).tried())
        .extracting(Verdict.Attempt::method)
        .containsExactly(
            "identity", "shannon, restricted", "quick search", "shannon", "copy lemma", "search");
  }
}
