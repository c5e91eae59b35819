package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.proof.Sides;
import sit.proof.Sides.Relation;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** A certificate proves what its sides say, or it is rejected. */
class SidesTest {
  private static final Group X = Group.of(new Variable.Single("X"));
  private static final Group Y = Group.of(new Variable.Single("Y"));
  private static final Group Z = Group.of(new Variable.Single("Z"));

  private static Term measure(String name, String separators, Group... groups) {
    List<Term> slots = new ArrayList<>();
    for (Group group : groups) {
      slots.add(new Term.Variables(group));
    }
    List<String> between = new ArrayList<>();
    separators.chars().forEach(c -> between.add(String.valueOf((char) c)));
    return new Term.Measure(name, slots, between);
  }

  private static Term entropy(Group group) {
    return new Term.Entropy(group);
  }

  private static Certificate identity(Sides sides) {
    Claim claim = new Claim(NormalForm.ZERO, Sense.ZERO).with(sides);
    Certificate.Combination nothing =
        new Certificate.Combination(List.of(), List.of(), Rational.ZERO);
    return new Certificate(claim, List.of(), List.of(nothing));
  }

  /** {@code H(X) >= H(X | Y)}, by {@code I(X; Y) >= 0}. */
  private static Certificate conditioning(Sides sides, Sense sense) {
    NormalForm difference = NormalForm.mutualInformation(X, Y, Group.EMPTY);
    Certificate.Term term =
        new Certificate.Term(Rational.ONE, Basic.information(X, Y, Group.EMPTY));
    return new Certificate(
        new Claim(difference, sense).with(sides),
        List.of(),
        List.of(new Certificate.Combination(List.of(term), List.of(), Rational.ZERO)));
  }

  @Test
  void whatTheSidesSayIsWorkedOutAgain() {
    Term sum = Term.sum(List.of(entropy(X), measure("H", "|", Y, X)));
    Term chain = Term.sum(List.of(measure("I", ";", X, Z), measure("I", ";|", Y, Z, X)));
    assertThat(
            List.of(
                new Sides(entropy(X.union(Y)), Relation.EQUAL, sum),
                new Sides(measure("I", ";", X.union(Y), Z), Relation.EQUAL, chain),
                new Sides(measure("I", ";", X, Y), Relation.EQUAL, measure("I", ";", Y, X))))
        .allSatisfy(sides -> assertThat(Checker.objection(identity(sides))).isEmpty());
    Sides falls = new Sides(entropy(X), Relation.AT_LEAST, measure("H", "|", X, Y));
    Sides turned = new Sides(measure("H", "|", X, Y), Relation.AT_MOST, entropy(X));
    assertThat(Checker.objection(conditioning(falls, Sense.NON_NEGATIVE))).isEmpty();
    assertThat(Checker.objection(conditioning(turned, Sense.NON_NEGATIVE))).isEmpty();
  }

  @Test
  void anIdentityOfOtherSidesIsRejected() {
    Term left = entropy(X.union(Y));
    Term conditional = measure("H", "|", Y, X);
    List<Term> wrong =
        List.of(
            entropy(X),
            conditional,
            Term.sum(List.of(entropy(X), entropy(Y))),
            Term.sum(List.of(entropy(X), measure("H", "|", X, Y))),
            Term.sum(List.of(entropy(X), measure("H", "|", Y, X.union(Z)))),
            Term.sum(List.of(entropy(X), measure("H", "||", Y, X))),
            Term.sum(List.of(entropy(X), measure("H0", "|", Y, X))),
            Term.sum(List.of(entropy(X), Term.negate(conditional))),
            Term.sum(List.of(entropy(X), conditional, Term.constant(1))),
            new Term.Product(List.of(Term.constant(2), Term.sum(List.of(entropy(X), conditional)))),
            measure("I", ";", X, Y));
    assertThat(wrong)
        .allSatisfy(
            right ->
                assertThat(Checker.objection(identity(new Sides(left, Relation.EQUAL, right))))
                    .contains("the claim is not what its two sides say"));
  }

  @Test
  void aRelationOtherThanTheOneProvedIsRejected() {
    Term more = entropy(X);
    Term less = measure("H", "|", X, Y);
    List<Sides> wrong =
        List.of(
            new Sides(more, Relation.AT_MOST, less),
            new Sides(less, Relation.AT_LEAST, more),
            new Sides(more, Relation.EQUAL, less),
            new Sides(more, Relation.AT_LEAST, measure("H", "|", X, Z)),
            new Sides(entropy(Z), Relation.AT_LEAST, less));
    assertThat(wrong)
        .allSatisfy(
            sides ->
                assertThat(Checker.objection(conditioning(sides, Sense.NON_NEGATIVE))).isPresent());
    Sides equality = new Sides(entropy(X), Relation.AT_LEAST, entropy(X));
    assertThat(Checker.objection(identity(equality))).isPresent();
  }
}
