package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;
import sit.proof.GaussianLaw;
import sit.proof.Linear;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;
import sit.term.Variable.Single;

/** What the checker believes of continuous variables, and what it does not. */
class GaussianCheckerTest {
  private static final Variable X = new Single("X").continuous();
  private static final Variable Y = new Single("Y").continuous();
  private static final Variable Z = new Single("X - Y").continuous();

  private static NormalForm h(Variable... of) {
    return NormalForm.entropy(Group.of(of));
  }

  private static List<Rational> row(long... values) {
    return java.util.Arrays.stream(values).mapToObj(Rational::of).toList();
  }

  private static Certificate by(Claim claim, Basic basic) {
    List<Certificate.Term> basics = List.of(new Certificate.Term(Rational.ONE, basic));
    Combination sum = new Combination(basics, List.of(), Rational.ZERO);
    return new Certificate(claim, List.of(), List.of(sum));
  }

  @Test
  void aDifferentialEntropyMayBeNegative() {
    Claim claim = Claim.atLeast(h(X), NormalForm.ZERO);
    Basic basic = Basic.entropy(Group.of(X), Group.EMPTY);
    assertThat(Checker.objection(by(claim, basic))).isPresent();
    Claim discrete = Claim.atLeast(h(new Single("X")), NormalForm.ZERO);
    Basic ofDiscrete = Basic.entropy(Group.of(new Single("X")), Group.EMPTY);
    assertThat(Checker.objection(by(discrete, ofDiscrete))).isEmpty();
    assertThat(Checker.objection(by(claim, ofDiscrete))).isPresent();
  }

  @Test
  void whatIsOnBothSidesMustBeDiscrete() {
    Group both = Group.of(X, Y);
    Basic basic = Basic.information(both, Group.of(Y), Group.EMPTY);
    Claim claim = new Claim(basic.normalForm(), sit.proof.Sense.NON_NEGATIVE);
    assertThat(Checker.objection(by(claim, basic))).isPresent();
    Basic apart = Basic.information(Group.of(X), Group.of(Y), Group.EMPTY);
    Claim good = new Claim(apart.normalForm(), sit.proof.Sense.NON_NEGATIVE);
    assertThat(Checker.objection(by(good, apart))).isEmpty();
  }

  @Test
  void aLawIsHeldAgainstDefinitionsAndFacts() {
    TreeMap<Variable, Rational> difference = new TreeMap<>();
    difference.put(X, Rational.ONE);
    difference.put(Y, Rational.MINUS_ONE);
    List<Linear> definitions = List.of(new Linear(Z, difference));
    Claim claim = Claim.atLeast(h(X, Y).subtract(h(Y)), h(Z));
    GaussianLaw law = new GaussianLaw(List.of(X, Y, Z), List.of(row(1, 0), row(1, 1), row(0, -1)));
    assertThat(GaussianChecker.check(claim, List.of(), definitions, law)).isPresent();
    GaussianLaw wrong =
        new GaussianLaw(List.of(X, Y, Z), List.of(row(1, 0), row(1, 1), row(0, -9)));
    assertThat(GaussianChecker.check(claim, List.of(), definitions, wrong)).isEmpty();
    NormalForm information = h(X).add(h(Y)).subtract(h(X, Y));
    Assumption independent =
        Assumption.zero(Assumption.Kind.INDEPENDENCE, "X indep Y", information);
    assertThat(GaussianChecker.check(claim, List.of(independent), definitions, law)).isEmpty();
  }

  @Test
  void singularLawsHaveNoEntropy() {
    GaussianLaw law = new GaussianLaw(List.of(X, Y), List.of(row(1, 0), row(2, 0)));
    Optional<GaussianChecker.Amount> amount = new GaussianChecker(law).evaluate(h(X, Y));
    assertThat(amount).isEmpty();
    assertThat(GaussianChecker.check(Claim.equal(h(X, Y), h(X)), List.of(), List.of(), law))
        .isEmpty();
  }
}
