package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.check.ExactLaw;
import sit.check.Theorem;
import sit.check.Verdict;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Copy;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Random claims under random assumptions over fixed variables: none is both proved and refuted,
 * none that is proved fails on a law that satisfies the assumptions, and no proof can be bent to
 * prove one that fails. How many there are, with those of its neighbours, is the property {@code
 * sit.claims}.
 */
class AgreementTest {
  static final int CLAIMS = Integer.getInteger("sit.claims", 500);
  private static final int LAWS = 4;

  private final SplittableRandom random = new SplittableRandom(20260207);
  private int proved;
  private int refuted;
  private int mutants;

  @Test
  void fixedVariables() {
    int claims = CLAIMS * 17 / 20;
    for (int k = 0; k < claims; k++) {
      RandomWorld world = RandomWorld.of(2 + random.nextInt(4), random);
      List<Assumption> given = some(world.facts());
      Claim claim = claim(world.variables(), given);
      Optional<Verdict.Refuted> law = new Refuter().quick(claim, given, Limits.start(20, 256));
      // copies of variables take long, and seldom tell more
      boolean copies = k % 20 == 0;
      Optional<Theorem> theorem = copies ? withCopies(claim, given) : proof(claim, given);
      assertThat(theorem.isPresent() && law.isPresent()).as(claim + " given " + given).isFalse();
      refuted += law.isPresent() ? 1 : 0;
      if (theorem.isPresent()) {
        proved++;
        Certificate proof = (Certificate) theorem.get().proof();
        List<ExactLaw> laws = new ArrayList<>();
        for (int i = 0; i < LAWS; i++) {
          laws.add(world.law(random));
        }
        laws.forEach(one -> holds(one, claim, claim + " given " + given));
        bend(proof, world, laws);
      }
    }
    System.out.println(
        claims
            + " claims: "
            + proved
            + " proved, "
            + refuted
            + " refuted, "
            + mutants
            + " mutants");
    assertThat(proved).isGreaterThan(claims / 5);
    assertThat(refuted).isGreaterThan(claims / 5);
    assertThat(mutants).isGreaterThan(claims);
  }

  private static Optional<Theorem> withCopies(Claim claim, List<Assumption> given) {
    return new Prover().prove(claim, given, Limits.start(20, 256));
  }

  private static Optional<Theorem> proof(Claim claim, List<Assumption> given) {
    Shannon shannon = new Shannon(claim, given, Limits.start(20, 256));
    return shannon
        .identity()
        .certificate()
        .or(() -> shannon.restricted().certificate())
        .or(() -> shannon.complete().certificate())
        .map(Checker::accept);
  }

  static void holds(ExactLaw law, Claim claim, String about) {
    LogSum value = law.evaluate(claim.difference()).orElseThrow();
    boolean holds = claim.sense() == Sense.ZERO ? value.isZero() : value.signum() >= 0;
    assertThat(holds).as(about).isTrue();
  }

  private List<Assumption> some(List<Assumption> facts) {
    List<Assumption> some = new ArrayList<>(facts);
    some.removeIf(fact -> random.nextInt(3) == 0);
    return some;
  }

  private Claim claim(List<Variable> variables, List<Assumption> given) {
    NormalForm difference = NormalForm.ZERO;
    for (int k = 1 + random.nextInt(4); k > 0; k--) {
      int weight = random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(3);
      NormalForm measure = RefuterPropertyTest.basic(variables, random).normalForm();
      difference = difference.add(measure.scale(Rational.of(weight, 1 + k % 2)));
    }
    boolean equality = random.nextInt(6) == 0;
    difference = equality && random.nextInt(3) > 0 ? NormalForm.ZERO : difference;
    for (Assumption assumption : given) {
      int weight = random.nextInt(-2, 3);
      difference = difference.add(assumption.difference().scale(Rational.of(weight)));
    }
    return new Claim(difference, equality ? Sense.ZERO : Sense.NON_NEGATIVE);
  }

  /** Takes a measure away, so that a law violates what is left, and tries to prove that. */
  private void bend(Certificate proof, RandomWorld world, List<ExactLaw> laws) {
    Basic basic = RefuterPropertyTest.basic(world.variables(), random);
    Rational weight = Rational.of(1 + random.nextInt(3), 1 + random.nextInt(2));
    NormalForm less = proof.claim().difference().subtract(basic.normalForm().scale(weight));
    Claim claim = new Claim(less, proof.claim().sense());
    boolean fails = false;
    for (ExactLaw law : laws) {
      LogSum value = law.evaluate(less).orElseThrow();
      fails |= claim.sense() == Sense.ZERO ? !value.isZero() : value.signum() < 0;
    }
    if (!fails) {
      return;
    }
    Combination whole = proof.combinations().get(0);
    List<Certificate.Term> minus = new ArrayList<>(whole.basics());
    minus.add(new Certificate.Term(weight.negate(), basic));
    List<Certificate.Term> turned = new ArrayList<>(whole.basics());
    turned.add(new Certificate.Term(weight, new Basic(basic.c(), basic.b(), basic.a())));
    List<Certificate.Use> uses = new ArrayList<>(whole.uses());
    int given = proof.assumptions().size();
    uses.add(new Certificate.Use(given, NormalForm.constant(weight.negate())));
    List<Combination> bent =
        List.of(
            whole,
            new Combination(minus, whole.uses(), whole.surplus()),
            new Combination(turned, whole.uses(), whole.surplus()),
            new Combination(whole.basics(), uses, whole.surplus()),
            new Combination(whole.basics(), whole.uses(), Rational.ONE));
    List<Variable> originals = List.copyOf(basic.a().variables());
    List<List<Variable>> names = new ArrayList<>(List.of(originals, fresh(originals)));
    names.add(List.copyOf(basic.b().variables()));
    for (Combination combination : bent) {
      List<Combination> all = new ArrayList<>(proof.combinations());
      all.set(0, combination);
      rejected(new Certificate(claim, proof.assumptions(), all), laws);
      for (List<Variable> name : names) {
        for (Group over : List.of(basic.c(), basic.b().minus(basic.a()), Group.EMPTY)) {
          List<Copy> copies = List.of(new Copy(originals, name, over));
          rejected(new Certificate(claim, proof.assumptions(), copies, all), laws);
        }
      }
    }
  }

  private static List<Variable> fresh(List<Variable> originals) {
    List<Variable> fresh = new ArrayList<>();
    originals.forEach(one -> fresh.add(new Variable.Single(one.name() + "'")));
    return fresh;
  }

  private void rejected(Certificate mutant, List<ExactLaw> laws) {
    mutants++;
    assertThat(Checker.objection(mutant)).as("%s", mutant).isPresent();
    assertThat(laws).isNotEmpty();
  }
}
