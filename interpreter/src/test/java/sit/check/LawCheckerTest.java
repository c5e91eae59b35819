package sit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** Holds the checker of counterexamples against good laws, bad laws and things that are no law. */
class LawCheckerTest {
  private static final Variable X = new Variable.Single("X");
  private static final Variable Y = new Variable.Single("Y");
  private static final Variable Z = new Variable.Single("Z");
  private static final NormalForm H_X = NormalForm.entropy(Group.of(X));
  private static final NormalForm H_Y = NormalForm.entropy(Group.of(Y));
  private static final NormalForm H_XY = NormalForm.entropy(Group.of(X, Y));
  private static final NormalForm I_XY =
      NormalForm.mutualInformation(Group.of(X), Group.of(Y), Group.EMPTY);
  private static final NormalForm I_XY_Z =
      NormalForm.mutualInformation(Group.of(X), Group.of(Y), Group.of(Z));

  private static Counterexample.Outcome outcome(Rational p, Integer... values) {
    return new Counterexample.Outcome(List.of(values), p);
  }

  private static Rational r(long numerator, long denominator) {
    return Rational.of(numerator, denominator);
  }

  private static final Counterexample XOR =
      new Counterexample(
          List.of(X, Y, Z),
          List.of(
              outcome(r(1, 4), 0, 0, 0),
              outcome(r(1, 4), 0, 1, 1),
              outcome(r(1, 4), 1, 0, 1),
              outcome(r(1, 4), 1, 1, 0)));

  private static Assumption zero(NormalForm form) {
    return Assumption.zero(Assumption.Kind.RELATION, form + " = 0", form);
  }

  @Test
  void valuesAreExact() {
    ExactLaw xor = new ExactLaw(XOR);
    assertThat(xor.evaluate(I_XY)).contains(LogSum.ZERO);
    assertThat(xor.evaluate(I_XY_Z)).contains(LogSum.of(Rational.ONE));
    assertThat(xor.entropy(Group.EMPTY)).isEqualTo(LogSum.ZERO);
    ExactLaw biased =
        new ExactLaw(
            new Counterexample(List.of(X), List.of(outcome(r(1, 3), 0), outcome(r(2, 3), 1))));
    assertThat(biased.entropy(Group.of(X))).hasToString("log2(3) - 2/3");
    assertThat(biased.evaluate(H_X.multiply(H_X))).isEmpty();
    assertThat(xor.evaluate(H_X.multiply(H_XY))).contains(LogSum.of(Rational.TWO));
    NormalForm log = NormalForm.of(new Term.Apply("log2", List.of(Term.constant(3))));
    assertThat(biased.evaluate(H_X.subtract(log))).contains(LogSum.of(r(-2, 3)));
  }

  @Test
  void aLawThatViolatesTheClaimRefutesIt() {
    Claim claim = Claim.atMost(I_XY_Z, I_XY);
    Optional<Refutation> refutation = LawChecker.check(claim, List.of(zero(I_XY)), XOR);
    assertThat(refutation).isPresent();
    assertThat(refutation.get().claim()).isEqualTo(claim);
    assertThat(refutation.get().law()).isEqualTo(XOR);
    assertThat(LawChecker.check(Claim.equal(H_X, H_XY), List.of(), XOR)).isPresent();
    assertThat(LawChecker.check(Claim.equal(H_XY, H_X), List.of(), XOR)).isPresent();
  }

  @Test
  void aLawThatSatisfiesTheClaimDoesNot() {
    assertThat(LawChecker.check(Claim.atMost(I_XY, I_XY_Z), List.of(), XOR)).isEmpty();
    assertThat(LawChecker.check(Claim.equal(H_X, H_Y), List.of(), XOR)).isEmpty();
    assertThat(LawChecker.check(Claim.atMost(H_X, H_Y), List.of(), XOR)).isEmpty();
  }

  @Test
  void assumptionsMustHoldExactly() {
    Claim claim = Claim.atMost(I_XY_Z, I_XY);
    assertThat(LawChecker.check(claim, List.of(zero(I_XY_Z)), XOR)).isEmpty();
    NormalForm negative = H_X.subtract(H_XY);
    Assumption fails = new Assumption(Assumption.Kind.RELATION, "", negative, Sense.NON_NEGATIVE);
    assertThat(LawChecker.check(claim, List.of(fails), XOR)).isEmpty();
    Assumption holds =
        new Assumption(Assumption.Kind.RELATION, "", negative.negate(), Sense.NON_NEGATIVE);
    assertThat(LawChecker.check(claim, List.of(holds), XOR)).isPresent();
    // independent but for a part in 10^15: no floating number would see it
    long n = 1_000_000_000_000_000L;
    Counterexample almost =
        new Counterexample(
            List.of(X, Y, Z),
            List.of(
                outcome(r(n + 1, 4 * n), 0, 0, 0),
                outcome(r(n - 1, 4 * n), 0, 1, 1),
                outcome(r(n - 1, 4 * n), 1, 0, 1),
                outcome(r(n + 1, 4 * n), 1, 1, 0)));
    assertThat(LawChecker.check(claim, List.of(zero(I_XY)), almost)).isEmpty();
    assertThat(LawChecker.check(claim, List.of(), almost)).isPresent();
  }

  @Test
  void whatIsNoLawRefutesNothing() {
    Claim claim = Claim.atMost(I_XY_Z, I_XY);
    List<Counterexample> bad = new ArrayList<>();
    List<Counterexample.Outcome> rows = XOR.outcomes();
    bad.add(new Counterexample(List.of(X, Y, Z), rows.subList(0, 3)));
    bad.add(new Counterexample(List.of(X, X, Z), rows));
    bad.add(new Counterexample(List.of(X, Y), rows));
    bad.add(new Counterexample(List.of(X, Y, Z), List.of()));
    List<Counterexample.Outcome> twice = new ArrayList<>(rows);
    twice.set(3, rows.get(0));
    bad.add(new Counterexample(List.of(X, Y, Z), twice));
    List<Counterexample.Outcome> negative = new ArrayList<>(rows);
    negative.set(0, outcome(r(1, 2), 0, 0, 0));
    negative.add(outcome(r(-1, 4), 2, 2, 2));
    bad.add(new Counterexample(List.of(X, Y, Z), negative));
    List<Counterexample.Outcome> nothing = new ArrayList<>(rows);
    nothing.add(outcome(Rational.ZERO, 2, 2, 2));
    bad.add(new Counterexample(List.of(X, Y, Z), nothing));
    for (Counterexample law : bad) {
      assertThatThrownBy(() -> new ExactLaw(law)).isInstanceOf(IllegalArgumentException.class);
      assertThat(LawChecker.check(claim, List.of(), law)).isEmpty();
    }
  }

  @Test
  void whatTheLawDoesNotDetermineIsNeitherTrueNorFalse() {
    NormalForm other = NormalForm.entropy(Group.of(new Variable.Single("W")));
    assertThat(LawChecker.check(Claim.atMost(H_X, other), List.of(), XOR)).isEmpty();
    Claim claim = Claim.atMost(I_XY_Z, I_XY);
    assertThat(LawChecker.check(claim, List.of(zero(other)), XOR)).isEmpty();
    NormalForm symbol = NormalForm.of(Monomial.of(new Term.Symbol("R")), Rational.ONE);
    assertThat(new ExactLaw(XOR).evaluate(symbol)).isEmpty();
    Variable letter = new Variable.Letter("X", Index.symbol("t"));
    Counterexample symbolic =
        new Counterexample(List.of(letter), List.of(outcome(Rational.ONE, 0)));
    assertThatThrownBy(() -> new ExactLaw(symbolic)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thousandsOfOutcomesAreChecked() {
    List<Variable> variables = new ArrayList<>();
    for (int v = 0; v < 12; v++) {
      variables.add(new Variable.Letter("X", Index.of(v + 1)));
    }
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    long total = 4096L * 4097 / 2;
    for (int i = 0; i < 4096; i++) {
      Integer[] values = new Integer[12];
      for (int v = 0; v < 12; v++) {
        values[v] = i >>> v & 1;
      }
      outcomes.add(outcome(r(i + 1, total), values));
    }
    ExactLaw law = new ExactLaw(new Counterexample(variables, outcomes));
    NormalForm gap = NormalForm.entropy(Group.of(variables)).negate();
    for (Variable variable : variables) {
      gap = gap.add(NormalForm.entropy(Group.of(variable)));
    }
    assertThat(law.evaluate(gap).orElseThrow().signum()).isEqualTo(1);
  }
}
