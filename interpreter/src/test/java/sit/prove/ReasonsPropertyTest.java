package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/** What the quick parts say, the complete program confirms. */
class ReasonsPropertyTest {
  private static final List<Rule> RULES =
      List.of(
          Rules.CONDITIONING,
          Rules.NONNEGATIVITY,
          Rules.ENTROPY,
          Rules.PROCESSING,
          Rules.MONOTONICITY,
          Rules.SUBMODULARITY,
          Rules.MARKOV,
          Rules.INDEPENDENCE,
          Rules.FUNCTION);

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void whatFollowsFromRulesIsTrue() {
    int followed = 0;
    for (int k = 0; k < 150; k++) {
      List<Assumption> given = facts(3);
      Rule rule = RULES.get(k % RULES.size());
      Claim step = new Claim(measure(3).subtract(measure(3)), Sense.NON_NEGATIVE);
      var finding = Justification.follows(step, given, List.of(rule), Limits.none());
      if (finding.follows()) {
        followed++;
        assertThat(new Prover().prove(step, given, Limits.none()))
            .as(step + " by " + rule.name() + " given " + given)
            .isPresent();
        for (Assumption instance : finding.used()) {
          Claim fact = new Claim(instance.difference(), instance.sense());
          assertThat(new Prover().prove(fact, given, Limits.none()))
              .as(instance.text())
              .isPresent();
        }
      }
    }
    assertThat(followed).isGreaterThan(20);
  }

  @Test
  void theRulesOfIndependenceAreSound() {
    int held = 0;
    for (int k = 0; k < 40; k++) {
      List<Assumption> given = facts(4);
      List<NormalForm> all = new ArrayList<>();
      for (int v = 0; v < 4; v++) {
        all.add(NormalForm.entropy(variable(v)));
      }
      Columns columns = Columns.of(all);
      Closure closure = new Closure(columns, given, Limits.none());
      for (int n = 0; n < 30; n++) {
        Zero zero = Zero.of(measure(4)).orElseThrow();
        boolean holds =
            closure.holds(columns.mask(zero.a()), columns.mask(zero.b()), columns.mask(zero.c()));
        Claim claim = new Claim(zero.difference(), Sense.ZERO);
        if (holds) {
          held++;
          assertThat(new Prover().prove(claim, given, Limits.none())).as(zero.text()).isPresent();
        }
      }
    }
    assertThat(held).isGreaterThan(100);
  }

  @Test
  void theRulesOfIndependenceReachFar() {
    List<Assumption> chain =
        Notation.assumptions("A -- B -- C", "A,B -- C -- D", "A,B,C -- D -- E");
    Columns columns = Columns.of(List.of(Notation.form("H(A)+H(B)+H(C)+H(D)+H(E)")));
    Closure closure = new Closure(columns, chain, Limits.none());
    for (String text : List.of("A -- C -- E", "A -- B,D -- C", "A -- D -- C", "B -- C -- E")) {
      Zero zero = Zero.of(Notation.assumption(text).difference()).orElseThrow();
      boolean holds =
          closure.holds(columns.mask(zero.a()), columns.mask(zero.b()), columns.mask(zero.c()));
      assertThat(holds).as(text).isEqualTo(!text.equals("A -- D -- C"));
    }
  }

  @Test
  void measuresAreRecognisedByTheirEntropies() {
    for (int k = 0; k < 300; k++) {
      NormalForm measure = measure(4);
      Rational factor = Rational.of(random.nextInt(2) == 0 ? -3 : 2, 5);
      Zero zero = Zero.of(measure.scale(factor)).orElseThrow();
      assertThat(zero.difference()).isEqualTo(measure);
      assertThat(Notation.assumption(zero.text()).difference()).isEqualTo(measure);
    }
    assertThat(Zero.of(Notation.form("H(X) + H(Y)"))).isEmpty();
    assertThat(Zero.of(Notation.form("H(X) - 2*H(Y)"))).isEmpty();
    assertThat(Zero.of(Notation.form("H(X,Y) - H(Z)"))).isEmpty();
    assertThat(Zero.of(Notation.form("R"))).isEmpty();
    assertThat(Zero.of(NormalForm.ZERO)).isEmpty();
  }

  private static Group variable(int v) {
    return Group.of(new Variable.Single(String.valueOf((char) ('A' + v))));
  }

  private List<Assumption> facts(int n) {
    List<Assumption> facts = new ArrayList<>();
    int count = random.nextInt(4);
    for (int k = 0; k < count; k++) {
      Zero zero = Zero.of(measure(n)).orElseThrow();
      if (!zero.c().isEmpty() || !zero.isFunction()) {
        facts.add(Assumption.zero(Assumption.Kind.RELATION, zero.text(), zero.difference()));
      }
    }
    return facts;
  }

  /** A measure of disjoint groups that is not empty. */
  private NormalForm measure(int n) {
    while (true) {
      Group[] groups = {Group.EMPTY, Group.EMPTY, Group.EMPTY, Group.EMPTY};
      for (int v = 0; v < n; v++) {
        int place = random.nextInt(4);
        groups[place] = groups[place].union(variable(v));
      }
      Group b = random.nextInt(4) == 0 ? groups[0] : groups[1];
      if (!groups[0].isEmpty() && !b.isEmpty()) {
        return NormalForm.mutualInformation(groups[0], b, groups[2]);
      }
    }
  }
}
