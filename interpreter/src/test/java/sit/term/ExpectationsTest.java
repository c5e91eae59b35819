package sit.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;

/** Expectations that are equal by definition are the same atoms, printed as people write them. */
class ExpectationsTest {
  private static final Density P = new Density.Named("p", group("x", "z"), Group.EMPTY);
  private static final Density Q = new Density.Named("q", group("z"), group("x"));
  private static final Law.Factor Z_GIVEN_X = new Law.Factor(Q, group("z"), group("x"));

  private static Group group(String... names) {
    List<Variable> variables = new ArrayList<>();
    for (String name : names) {
      variables.add(new Variable.Single(name));
    }
    return Group.of(variables);
  }

  private static NormalForm log(Density density, Group of, Group given) {
    return Expectations.average(Law.BASE, Expectations.logDensity(density, of, given));
  }

  private static NormalForm function(String name, String... arguments) {
    List<Term> slots = new ArrayList<>();
    for (String argument : arguments) {
      slots.add(new Term.Variables(group(argument)));
    }
    return NormalForm.of(Monomial.of(new Term.Apply(name, slots)), Rational.ONE);
  }

  @Test
  void printsWhatPeopleWrite() {
    NormalForm ratio =
        log(P, group("x", "z"), Group.EMPTY).subtract(log(Q, group("z"), group("x")));
    assertThat(Expectations.average(Law.of(Z_GIVEN_X), ratio))
        .hasToString("E[z ~ q(z | x)] [log p(x, z)] - E[z ~ q(z | x)] [log q(z | x)]");
    assertThat(log(P, group("x"), Group.EMPTY)).hasToString("log p(x)");
    assertThat(log(P, group("z"), group("x"))).hasToString("-log p(x) + log p(x, z)");
    NormalForm reward = NormalForm.of(new Term.Symbol("beta")).multiply(function("r", "z"));
    assertThat(Expectations.average(Law.of(Z_GIVEN_X), reward))
        .hasToString("E[z ~ q(z | x)] [r(z)]*beta");
    assertThat(Expectations.logMean(Z_GIVEN_X, function("T", "x", "z")))
        .hasToString("log E[z ~ q(z | x)] [exp(T(x, z))]");
  }

  @Test
  void keepsOfALawWhatIsNeeded() {
    Law law = Law.of(new Law.Factor(P, group("x"), Group.EMPTY), Z_GIVEN_X);
    assertThat(law.of(group("x")).factors()).hasSize(1);
    assertThat(law.of(group("y"))).isEqualTo(Law.BASE);
    assertThat(law.of(group("z"))).isEqualTo(law);
    assertThat((Object) Law.of(Z_GIVEN_X).free(group("z"))).isEqualTo(group("x"));
    assertThat(Expectations.entropy(Law.BASE, Group.of(new Variable.Single("X"))))
        .hasToString("H(X)");
  }

  @Test
  void aChainOfConditionalsIsTheJointLaw() {
    Law joint = Law.of(new Law.Factor(P, group("x", "z"), Group.EMPTY));
    Law chain =
        Law.of(
            new Law.Factor(P, group("z"), Group.EMPTY), new Law.Factor(P, group("x"), group("z")));
    assertThat(chain).isEqualTo(joint);
    Density r = new Density.Named("r", group("y"), Group.EMPTY);
    Law.Factor y = new Law.Factor(r, group("y"), Group.EMPTY);
    assertThat(Law.of(y, Z_GIVEN_X)).isEqualTo(Law.of(Z_GIVEN_X, y));
    assertThatThrownBy(() -> Law.of(Z_GIVEN_X, Z_GIVEN_X))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Law.of(Z_GIVEN_X, new Law.Factor(P, group("x"), Group.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void importanceWeightsSumOut() {
    NormalForm weight =
        log(P, group("x", "z"), Group.EMPTY).subtract(log(Q, group("z"), group("x")));
    assertThat(Expectations.logMean(Z_GIVEN_X, weight)).isEqualTo(log(P, group("x"), Group.EMPTY));
    assertThat(Expectations.logMean(Z_GIVEN_X, NormalForm.ZERO)).isEqualTo(NormalForm.ZERO);
    NormalForm squared = weight.scale(Rational.TWO);
    assertThat(Expectations.logMean(Z_GIVEN_X, squared).toString()).startsWith("log E[");
    NormalForm outside = function("T", "z").add(function("c", "x"));
    assertThat(Expectations.logMean(Z_GIVEN_X, outside).toString())
        .contains("log E[z ~ q(z | x)] [exp(T(z))]", "c(x)");
  }
}
