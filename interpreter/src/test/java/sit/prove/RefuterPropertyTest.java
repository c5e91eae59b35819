package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.ExactLaw;
import sit.check.LawChecker;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/** Random claims: what is true is never refuted, and what a law violates always is. */
class RefuterPropertyTest {
  static List<Variable> variables(int n) {
    List<Variable> all = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      all.add(new Variable.Single(String.valueOf((char) ('A' + v))));
    }
    return all;
  }

  private static Group subset(List<Variable> variables, int mask) {
    List<Variable> some = new ArrayList<>();
    for (int v = 0; v < variables.size(); v++) {
      if ((mask >>> v & 1) != 0) {
        some.add(variables.get(v));
      }
    }
    return Group.of(some);
  }

  static Basic basic(List<Variable> variables, SplittableRandom random) {
    int all = 1 << variables.size();
    Group a = subset(variables, 1 + random.nextInt(all - 1));
    Group b = random.nextInt(3) == 0 ? a : subset(variables, 1 + random.nextInt(all - 1));
    return new Basic(a, b, subset(variables, random.nextInt(all)));
  }

  @Test
  void whatFollowsFromShannonIsNeverRefuted() {
    SplittableRandom random = new SplittableRandom(11);
    int found = 0;
    for (int round = 0; round < 200; round++) {
      List<Variable> variables = variables(2 + random.nextInt(4));
      List<Assumption> given = new ArrayList<>();
      NormalForm difference = NormalForm.ZERO;
      for (int k = random.nextInt(3); k > 0; k--) {
        NormalForm fact = basic(variables, random).normalForm();
        given.add(Statements.zero(fact));
        difference = difference.add(fact.scale(Rational.of(random.nextInt(9) - 4)));
      }
      boolean equality = random.nextInt(4) == 0;
      for (int k = equality ? 0 : 1 + random.nextInt(4); k > 0; k--) {
        Rational times = Rational.of(1 + random.nextInt(5), 1 + random.nextInt(3));
        difference = difference.add(basic(variables, random).normalForm().scale(times));
      }
      Claim claim =
          equality
              ? Claim.equal(difference, NormalForm.ZERO)
              : Claim.atLeast(difference, NormalForm.ZERO);
      found += new Refuter().quick(claim, given, Limits.none()).isPresent() ? 1 : 0;
      if (round % 50 == 0) {
        found +=
            new Refuter().refute(claim, given, Limits.none(), Seed.DEFAULT).isPresent() ? 1 : 0;
      }
    }
    assertThat(found).isZero();
  }

  /** A law of independent biased bits and random functions of them. */
  static Counterexample law(List<Variable> variables, SplittableRandom random) {
    int bits = 1 + random.nextInt(3);
    int[] weight = random.ints(bits, 1, 4).toArray();
    List<List<Integer>> rows = new ArrayList<>();
    List<Rational> probabilities = new ArrayList<>();
    int[][] tables = new int[variables.size()][1 << bits];
    for (int[] table : tables) {
      int symbols = 1 + random.nextInt(3);
      for (int i = 0; i < table.length; i++) {
        table[i] = random.nextInt(symbols);
      }
    }
    for (int point = 0; point < 1 << bits; point++) {
      Rational p = Rational.ONE;
      for (int bit = 0; bit < bits; bit++) {
        p = p.multiply(Rational.of((point >>> bit & 1) != 0 ? weight[bit] : 4 - weight[bit], 4));
      }
      List<Integer> row = new ArrayList<>();
      for (int[] table : tables) {
        row.add(table[point]);
      }
      int known = rows.indexOf(row);
      if (known < 0) {
        rows.add(row);
        probabilities.add(p);
      } else {
        probabilities.set(known, probabilities.get(known).add(p));
      }
    }
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      outcomes.add(new Counterexample.Outcome(rows.get(i), probabilities.get(i)));
    }
    return new Counterexample(variables, outcomes);
  }

  @Test
  void whatARandomLawViolatesIsRefuted() {
    SplittableRandom random = new SplittableRandom(12);
    int missed = 0;
    int rounds = 0;
    while (rounds < 150) {
      List<Variable> variables = variables(3 + random.nextInt(4));
      Counterexample table = law(variables, random);
      ExactLaw law = new ExactLaw(table);
      List<Assumption> given = new ArrayList<>();
      for (int k = 0; k < 60 && given.size() < 4; k++) {
        NormalForm fact = basic(variables, random).normalForm();
        if (!fact.isZero() && law.evaluate(fact).orElseThrow().isZero()) {
          given.add(Statements.zero(fact));
        }
      }
      NormalForm difference = NormalForm.ZERO;
      for (int k = 2 + random.nextInt(4); k > 0; k--) {
        Rational times = Rational.of(random.nextInt(7) - 2);
        difference = difference.add(basic(variables, random).normalForm().scale(times));
      }
      Claim claim = Claim.atLeast(difference, NormalForm.ZERO);
      if (LawChecker.check(claim, given, table).isEmpty()) {
        continue;
      }
      rounds++;
      Optional<Verdict.Refuted> found =
          new Refuter().refute(claim, given, Limits.none(), Seed.DEFAULT);
      missed += found.isEmpty() ? 1 : 0;
    }
    assertThat(missed).isZero();
  }

  @Test
  void proverAndRefuterSettleWhatIsSaidOfThreeVariables() {
    // Shannon's inequalities are complete there (Zhang and Yeung 1997), so nothing may stay open
    SplittableRandom random = new SplittableRandom(13);
    Refuter refuter = new Refuter();
    Search quick = (claim, given, limits, seed) -> refuter.quick(claim, given, limits);
    Prover prover = new Prover(quick, refuter::refute);
    int proved = 0;
    int refuted = 0;
    for (int round = 0; round < 400; round++) {
      List<Variable> variables = variables(3);
      List<Assumption> given = new ArrayList<>();
      for (int k = random.nextInt(3); k > 0; k--) {
        given.add(Statements.zero(basic(variables, random).normalForm()));
      }
      NormalForm difference = basic(variables, random).normalForm().negate();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        Rational times = Rational.of(1 + random.nextInt(3), 2);
        difference = difference.add(basic(variables, random).normalForm().scale(times));
      }
      Claim claim =
          random.nextInt(4) == 0
              ? Claim.equal(difference, NormalForm.ZERO)
              : Claim.atLeast(difference, NormalForm.ZERO);
      Verdict verdict = prover.decide(claim, given, Limits.none(), Seed.DEFAULT);
      assertThat(verdict).as("%s given %s", claim, given).isNotInstanceOf(Verdict.Open.class);
      if (verdict instanceof Verdict.Proved) {
        proved++;
        assertThat(refuter.quick(claim, given, Limits.none())).isEmpty();
      } else {
        refuted++;
        assertThat(prover.prove(claim, given, Limits.none())).isEmpty();
      }
    }
    assertThat(Math.min(proved, refuted)).isGreaterThan(50);
  }
}
