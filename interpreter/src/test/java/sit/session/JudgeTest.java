package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sit.eval.Purpose;
import sit.limits.Seed;
import sit.source.Source;
import sit.term.TermPrinter;
import sit.value.Judgement;
import sit.value.Judgement.Equality;
import sit.value.Judgement.Ruling;
import sit.value.Result;
import sit.value.Unit;

/** What a judge says besides yes and no: what is missing, when there is equality, which reasons. */
class JudgeTest {
  /** More time than anything here takes, however busy the machine is. */
  private static final Settings PATIENT = new Settings(Unit.BIT, 1200, 1000, Seed.DEFAULT);

  private static List<Judgement> judged(String script) {
    List<Judgement> judgements = new ArrayList<>();
    Source source = new Source("<test>", script.replace(" // ", "\n"));
    Answer answer =
        new Session(PATIENT)
            .run(
                source,
                Purpose.CHECK,
                new AtomicBoolean(),
                result -> judgements.add(((Result.Judged) result).judgement()));
    assertThat(answer.diagnostics()).isEmpty();
    return judgements;
  }

  private static Judgement claim(String script) {
    List<Judgement> all = judged(script);
    return all.get(all.size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      textBlock =
          """
          rv A, B, C & I(A; C) <= I(A; B) & A -- B -- C
          rv A, B & H(A, B) = H(A) + H(B) & A indep B
          rv A, B & H(B) <= H(A) & B = f(A)
          process X, Y & I(X^3 -> Y^3) = I(X^3; Y^3) & X[t] -- X^(t-1) -- Y^(t-1)
          process X, Y & I(X^3 -> Y^3) <= sum[t = 1..3] I(X[t]; Y[t]) & Y[t] -- X[t] -- (X^(t-1), Y^(t-1))
          process X, Y & I(X^n -> Y^n) = I(X^n; Y^n) & X[t] -- X^(t-1) -- Y^(t-1)
          process X, Y & I(X^n -> Y^n) <= sum[t = 1..n] I(X[t]; Y[t]) & Y[t] -- X[t] -- (X^(t-1), Y^(t-1))
          process X & H(X^n) = sum[t = 1..n] H(X[t]) & X[t] indep X^(t-1)
          process X & H(X^n) = H(X[1]) + sum[t = 2..n] H(X[t] | X[t-1]) & X[t] -- X[t-1] -- X^(t-2)
          process X, Y & H(Y^n || X^n) = H(Y^n | X^n) & X[t] -- X^(t-1) -- Y^(t-1)
          process X, Y // rv W & I(W; Y^n) <= I(X^n -> Y^n) & W -- (X^t, Y^(t-1)) -- Y[t]
          """)
  void theOneAssumptionThatIsMissingIsNamed(String declared, String claim, String missing) {
    Judgement judgement = claim(declared + " // check " + claim);
    assertThat(judgement.ruling()).isNotEqualTo(Ruling.PROVED);
    assertThat(judgement.missing()).isNotEmpty().startsWith(missing);
    for (String assumption : judgement.missing()) {
      assertThat(claim(declared + " // check " + claim + " given " + assumption).ruling())
          .as(assumption)
          .isEqualTo(Ruling.PROVED);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      textBlock =
          """
          rv X, Y & H(X, Y) & H(X) + H(Y) & X indep Y
          rv X, Y, Z & I(X; Y | Z) & H(X) & X indep Z; X = f(Y, Z)
          rv X, Y, Z & H(X | Y, Z) & H(X | Z) & X -- Z -- Y
          rv X & 0 & H(X) & H(X) = 0
          process A, B & I(A^n -> B^n) & I(A^n; B^n) & A[t] -- A^(t-1) -- B^(t-1) for t = 1..n
          process A, B & 0 & I(A^n -> B^n) & A^t -- B^(t-1) -- B[t] for t = 1..n
          """)
  void itIsSaidWhenAnInequalityIsAnEquality(
      String declared, String less, String more, String conditions) {
    Judgement judgement = claim(declared + " // check " + less + " <= " + more);
    Equality equality = judgement.remarks().equality().orElseThrow();
    assertThat(equality.never()).isFalse();
    assertThat(equality.conditions()).containsExactly(conditions.split("; "));
    // and so it is: they give the equality
    List<String> given = new ArrayList<>();
    equality.conditions().forEach(c -> given.add(c.replace(" for t = 1..n", "")));
    String equal = less + " = " + more;
    String facts = String.join(", ", given);
    assertThat(claim(declared + " // check " + equal + " given " + facts).ruling())
        .isEqualTo(Ruling.PROVED);
  }

  /** Rounded values that agree decide nothing; what is so of all laws is proved all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "I(X; Y) = H(X) - H(X | Y) ! PROVED",
        "I(X; Y, X) = H(X) ! PROVED",
        "H(X, Z) = H(X) ! PROVED",
        "H(Y) = H(Z) ! OPEN",
        "I(X; Y) = I(X; Y | Z) ! OPEN",
        "softmax([0, 1]) = softmax([1, 0]) ! REFUTED",
        "softmax([0, 1]) = softmax([1, 2]) ! OPEN",
        "[[1, 2], [3, 4]] = [[1, 3], [2, 4]] ! REFUTED",
        "[[1, 2], [2, 4]] = [[1, 2], [2, 4]]' ! PROVED"
      })
  void whatIsSoOfAllLawsIsSoOfRoundedOnes(String claim, Ruling ruling) {
    String laws =
        "rv X ~ Categorical(softmax([0, 1])) // rv Y | X ~ [softmax([0, 1]), softmax([0, 1])]"
            + " // rv Z = 1 - X // ";
    assertThat(claim(laws + "check " + claim).ruling()).isEqualTo(ruling);
  }

  @Test
  void thatTwoSidesNeverOrAlwaysMeetIsSaid() {
    Equality never = claim("rv X // check 1 + H(X) >= 0").remarks().equality().orElseThrow();
    assertThat(never.never()).isTrue();
    Equality always = claim("rv X // check H(X) <= H(X)").remarks().equality().orElseThrow();
    assertThat(always.never()).isFalse();
    assertThat(always.conditions()).isEmpty();
    assertThat(claim("rv X // check H(X) = H(X)").remarks().equality()).isEmpty();
    Equality bound =
        claim("rv X, Y // param C // check I(X; Y) <= C + H(X) given I(X; Y) <= C")
            .remarks()
            .equality()
            .orElseThrow();
    assertThat(bound.conditions()).containsExactly("H(X) = 0", "I(X; Y) = C");
  }

  @Test
  void axiomsAreCitedWithoutBeingAskedFor() {
    Judgement judgement = claim("rv X, Y // check H(X | Y) <= log2(card(X))");
    assertThat(judgement.ruling()).isEqualTo(Ruling.PROVED);
    assertThat(judgement.remarks().axioms())
        .containsExactly("cardinality: H(X | Y) <= log2(card(X))");
    Judgement fano = claim("rv W, V // check H(W | V) <= 1 + P(W != V)*log2(card(W))");
    assertThat(fano.remarks().axioms()).singleElement().asString().startsWith("fano: ");
    assertThat(claim("rv X // check H(X) <= log2(card(X)) - 1").ruling())
        .isNotEqualTo(Ruling.PROVED);
    assertThat(claim("rv X, Y // check H(X) <= log2(card(Y))").ruling())
        .isNotEqualTo(Ruling.PROVED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      textBlock =
          """
          H(X, Y) & = & H(X) + H(Y | X) & definition
          H(X | Y, Z) & <= & H(X | Z) & conditioning
          I(X; Z) & <= & I(X; Y) & data_processing
          I(X; Z | Y) & = & 0 & markov
          H(X, Y) & <= & H(X) + H(Y) & conditioning
          H(X | Z) & >= & 0 & nonnegativity
          """)
  void aReasonIsFound(String left, String relation, String right, String reason) {
    String given = "derivation d { // given rv X, Y, Z // given X -- Y -- Z // ";
    Judgement step = judged(given + left + " " + relation + " " + right + " by ? // }").get(0);
    assertThat(step.isGood()).isTrue();
    Judgement.Reason found = step.reason().orElseThrow();
    assertThat(found.found()).containsExactly(reason);
    assertThat(found.sufficient()).isEqualTo(Optional.of(true));
    String written = given + left + " " + relation + " " + right + " by " + reason + " // }";
    assertThat(judged(written).get(0).isGood()).isTrue();
  }

  @Test
  void aShortestListIsFound() {
    String script =
        "derivation d { // given rv X, Y, Z // given X -- Y -- Z, I(X; Y) <= 1"
            + " // I(X; Z) <= 1 - H(Z | X, Y) + H(Z) by ? // }";
    List<String> found = judged(script).get(0).reason().orElseThrow().found();
    assertThat(found).hasSizeBetween(1, 3);
    String written = script.replace("by ?", "by " + String.join(", ", found));
    assertThat(judged(written).get(0).isGood()).isTrue();
  }

  @Test
  void aGapSaysWhatIsStillToBeShown() {
    List<Judgement> all =
        judged(
            "derivation d { // given rv X, Y, Z // claim H(X, Y, Z) <= H(X) + H(Y) + H(Z)"
                + " // H(X, Y, Z) = H(X) + H(Y | X) + H(Z | X, Y) by definition"
                + " // <= ... // <= H(X) + H(Y) + H(Z | X, Y) // <= ... // }");
    assertThat(all).extracting(Judgement::ruling).doesNotContain(Ruling.REFUTED);
    assertThat(all.get(1).ruling()).isEqualTo(Ruling.OPEN);
    assertThat(TermPrinter.print(all.get(1).remarks().residual().orElseThrow()))
        .isEqualTo("I(X; Y)");
    assertThat(all.get(1).notes())
        .containsExactly("what is missing is true; the gap is closed by conditioning");
    assertThat(TermPrinter.print(all.get(2).remarks().residual().orElseThrow()))
        .isEqualTo("I(Z; X, Y)");
    Judgement whole = all.get(3);
    assertThat(whole.ruling()).isEqualTo(Ruling.OPEN);
    assertThat(whole.notes()).containsExactly("step d.2 is a gap", "step d.3 is a gap");
  }

  @Test
  void aGapThatCannotBeClosedIsRefuted() {
    List<Judgement> all =
        judged("derivation d { // given rv X, Y // H(X, Y) <= ... // <= H(X) // }");
    assertThat(all.get(0).ruling()).isEqualTo(Ruling.REFUTED);
    assertThat(TermPrinter.print(all.get(0).remarks().residual().orElseThrow()))
        .isEqualTo("-H(Y | X)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      textBlock =
          """
          rv Y & H(Y) <= 0 & H(Y) >= 1, H(Y) <= 0
          rv X, Y & H(Y) <= 0 & H(X) >= 1, H(X) <= 0
          rv X, Y & H(X, Y) <= 2*H(X) & X indep Y, H(X, Y) <= 1, H(X) >= 1, H(Y) >= 1/2
          process A & H(A^n) <= 2*n & H(A[t]) <= 1, H(A[t]) >= 2
          """)
  void factsThatContradictEachOtherProveNothing(String declared, String claim, String facts) {
    Judgement judgement = claim(declared + " // check " + claim + " given " + facts);
    assertThat(judgement.ruling()).isEqualTo(Ruling.OPEN);
    assertThat(judgement.notes()).containsExactly("what is given contradicts itself: " + facts);
  }

  private static final String LEMMAS =
      """
      lemma massey {
        given process X, Y
        claim I(X^n -> Y^n) <= I(X^n; Y^n)
      }
      lemma memoryless {
        given process S
        given S[t] indep S^(t-1)
        claim H(S^n) = sum[t = 1..n] H(S[t])
      }
      lemma now {
        given process S
        given S[n] indep S^(n-1)
        claim H(S[n] | S^(n-1)) = H(S[n])
      }
      lemma capacity {
        given process X, Y
        given param C
        given (X^(t-1), Y^(t-1)) -- X[t] -- Y[t], I(X[t]; Y[t]) <= C
        claim I(X^n -> Y^n) <= n*C
      }
      """;

  private static boolean follows(String given, String step) {
    String claim = step.substring(0, step.indexOf(" by "));
    List<Judgement> all =
        judged(LEMMAS + "derivation d {\n" + given + "\nclaim " + claim + "\n" + step + "\n}");
    return all.get(all.size() - 2).isGood();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      textBlock =
          """
          process A, B & I(A^n -> B^n) <= I(A^n; B^n) by massey
          process A, B, D & I((A, D)^n -> B^n) <= I(A^n, D^n; B^n) by lemma massey
          process A, B & I(A^(n-1) -> B^(n-1)) <= I(A^(n-1); B^(n-1)) by massey
          process A, B & I(A^3 -> B^3) <= I(A^3; B^3) by massey
          process A // given A[i] indep A^(i-1) & H(A^n) = sum[t = 1..n] H(A[t]) by memoryless
          process A, B // given param R // given (A^(t-1), B^(t-1)) -- A[t] -- B[t], I(A[t]; B[t]) <= R & I(A^n -> B^n) <= n*R by capacity
          """)
  void aLemmaIsCitedOfOtherProcesses(String given, String step) {
    assertThat(follows("given " + given.replace(" // ", "\n"), step)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      textBlock =
          """
          process A, B // given A[i] indep A^(i-1) & H(B^n) <= sum[t = 1..n] H(B[t]) by memoryless
          process A // given A[i] indep A[i-1] & H(A^n) = sum[t = 1..n] H(A[t]) by memoryless
          process A // given A[n] indep A^(n-1) & H(A^n) = sum[t = 1..n] H(A[t]) by memoryless
          process A, B & I(A^n; B^n) <= I(A^n -> B^n) by massey
          process A, B & I(A^n -> B^n) <= H(B^n) by massey
          process A, B // given param R // given I(A[t]; B[t]) <= R & I(A^n -> B^n) <= n*R by capacity
          """)
  void aLemmaIsNotCitedWhereWhatItNeedsIsNotGiven(String given, String step) {
    assertThat(follows("given " + given.replace(" // ", "\n"), step)).isFalse();
  }

  @Test
  void theLawThatRefutesAClaimAboutProcessesCanBeTypedBack() {
    Judgement judgement = claim("process X, Y // check I(X^n -> Y^n) = I(X^n; Y^n)");
    Judgement.Refuting refuting = judgement.refuting().orElseThrow();
    int n = refuting.horizon().orElseThrow();
    assertThat(refuting.lines()).first().isEqualTo("process X, Y");
    String law = String.join("\n", refuting.lines()) + "\nlet n = " + n + "\ncheck ";
    assertThat(claim(law + "I(X^n -> Y^n) = " + refuting.left()).ruling()).isEqualTo(Ruling.PROVED);
    assertThat(claim(law + "I(X^n; Y^n) = " + refuting.right()).ruling()).isEqualTo(Ruling.PROVED);
  }
}
