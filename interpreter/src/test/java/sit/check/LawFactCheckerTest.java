package sit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static sit.prove.Densities.density;
import static sit.prove.Densities.factor;
import static sit.prove.Densities.function;
import static sit.prove.Densities.log;
import static sit.prove.Densities.logMean;
import static sit.prove.Densities.mean;
import static sit.prove.Densities.notNegative;
import static sit.prove.Densities.symbol;
import static sit.prove.Densities.tilted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Multiple;
import sit.proof.Certificate.Sign;
import sit.proof.Claim;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.prove.Prover;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Variable;

/** Nothing that is false of some densities is added up to a theorem. */
class LawFactCheckerTest {
  private static final Density P = density("p", "x,z");
  private static final Density Q = density("q", "z|x");
  private static final Law.Factor Z = factor(Q, "z|x");
  private static final NormalForm ONE = NormalForm.constant(Rational.ONE);

  private static Group group(String... names) {
    List<Variable> all = new ArrayList<>();
    for (String name : names) {
      all.add(new Variable.Single(name));
    }
    return Group.of(all);
  }

  /** The certificate that a fact is what it is. */
  private static Certificate bare(LawFact fact, NormalForm multiplier, Assumption... assumptions) {
    return with(fact, multiplier, List.of(), assumptions);
  }

  private static Certificate with(
      LawFact fact, NormalForm multiplier, List<Sign> signs, Assumption... assumptions) {
    NormalForm whole = fact.normalForm().multiply(multiplier);
    for (Sign sign : signs) {
      whole = whole.multiply(assumptions[sign.assumption()].difference());
    }
    Multiple multiple = new Multiple(multiplier, fact, signs);
    Combination sum = new Combination(List.of(), List.of(multiple), List.of(), Rational.ZERO);
    return new Certificate(
        new Claim(whole, Sense.NON_NEGATIVE), List.of(assumptions), List.of(sum));
  }

  private static void accepted(Certificate certificate) {
    assertThat(Checker.objection(certificate)).isEmpty();
  }

  private static void rejected(Certificate certificate, String why) {
    Optional<String> objection = Checker.objection(certificate);
    assertThat(objection).isPresent();
    assertThat(objection.get()).contains(why);
  }

  @Test
  void aDifferentialEntropyMayBeNegative() {
    Law law = Law.of(Z);
    Group z = group("z");
    accepted(bare(new LawFact.Information(law, z, group("x"), Group.EMPTY), ONE));
    rejected(bare(new LawFact.Information(law, z, z, Group.EMPTY), ONE), "may be negative");
    rejected(
        bare(new LawFact.Information(law, group("x"), group("x"), Group.EMPTY), ONE),
        "may be negative");
    rejected(
        bare(new LawFact.Information(law, z, group("x", "z"), Group.EMPTY), ONE),
        "may be negative");
    Density onY = density("q", "z|Y");
    Law given = Law.of(factor(onY, "z|Y"));
    accepted(bare(new LawFact.Information(given, group("Y"), group("Y"), z), ONE));
    Density ofY = density("q", "Y|x");
    rejected(
        bare(
            new LawFact.Information(Law.of(factor(ofY, "Y|x")), group("Y"), group("Y"), group("x")),
            ONE),
        "may be negative");
    rejected(
        bare(new LawFact.Information(law, Group.EMPTY, group("x"), Group.EMPTY), ONE), "empty");
  }

  @Test
  void aRelativeEntropyIsOfADensity() {
    Law law = Law.of(Z);
    accepted(bare(new LawFact.Relative(law, P, group("z"), group("x")), ONE));
    rejected(bare(new LawFact.Relative(law, Density.OWN, group("z"), group("x")), ONE), "density");
    rejected(
        bare(new LawFact.Relative(law, Density.OWN, Group.EMPTY, Group.EMPTY), ONE), "density");
    NormalForm minus = ONE.negate();
    rejected(bare(new LawFact.Relative(law, P, group("z"), group("x")), minus), "positive");
    rejected(bare(new LawFact.Relative(law, P, group("z"), group("x")), symbol("b")), "positive");
    Assumption b = notNegative("b >= 0", symbol("b"));
    LawFact fact = new LawFact.Relative(law, P, group("z"), group("x"));
    accepted(with(fact, ONE, List.of(new Sign(0, false)), b));
    Assumption unsigned = zero(symbol("b"));
    rejected(with(fact, ONE, List.of(new Sign(0, false)), unsigned), "not known");
    Assumption outcome = notNegative("T(x) >= 0", function("T", "x"));
    rejected(with(fact, ONE, List.of(new Sign(0, false)), outcome), "average");
  }

  private static Assumption zero(NormalForm form) {
    return Assumption.zero(Assumption.Kind.RELATION, form + " = 0", form);
  }

  @Test
  void aDensityIsKnownOfWhatIsDrawnFromIt() {
    Density r = density("r", "y|z");
    Law.Factor y = factor(r, "y|z");
    Law law = Law.of(Z, y);
    accepted(bare(new LawFact.Drawn(law, Z, group("z"), group("x")), ONE));
    accepted(bare(new LawFact.Drawn(law, Z, group("z"), group("x", "W")), ONE));
    accepted(bare(new LawFact.Drawn(law, y, group("y"), group("x", "z")), ONE));
    rejected(bare(new LawFact.Drawn(law, Z, group("z"), group("x", "y")), ONE), "later");
    Law other = Law.of(factor(P, "z|x"));
    rejected(bare(new LawFact.Drawn(other, Z, group("z"), group("x")), ONE), "not drawn so");
    assertThat(Law.of(Z).factors()).hasSize(1);
  }

  @Test
  void whatHoldsOnAverageIsNoFactAtEachValue() {
    Density ofX = density("p", "X,z");
    Density draws = density("q", "z|X");
    Law law = Law.of(factor(draws, "z|X"));
    NormalForm fact = log(ofX, "X,z");
    Assumption assumption = notNegative("E[log p(X, z)] >= 0", fact);
    Certificate.Use use = new Certificate.Use(0, ONE, law);
    Claim claim = new Claim(Expectations.average(law, fact), Sense.NON_NEGATIVE);
    Combination sum = new Combination(List.of(), List.of(), List.of(use), Rational.ZERO);
    rejected(new Certificate(claim, List.of(assumption), List.of(sum)), "random variables");
  }

  @Test
  void productsAndHiddenOverlapsAreRefused() {
    NormalForm square = log(P, "x").multiply(log(P, "z"));
    Combination none = new Combination(List.of(), List.of(), List.of(), Rational.ZERO);
    rejected(
        new Certificate(
            new Claim(square.subtract(square), Sense.ZERO), List.of(zero(square)), List.of(none)),
        "product");
    Group block = Group.of(new Variable.Block("y", Index.of(1), Index.symbol("n")));
    Group letter = Group.of(new Variable.Letter("y", Index.of(1)));
    Density whole = new Density.Named("p", block, Group.EMPTY);
    Law law = Law.of(new Law.Factor(whole, block, Group.EMPTY));
    rejected(bare(new LawFact.Information(law, block, letter, Group.EMPTY), ONE), "overlap");
  }

  @Test
  void everyChangeOfAProofIsNoticed() {
    NormalForm elbo = mean(log(P, "x,z").subtract(log(Q, "z|x")), Z);
    NormalForm t = function("T", "x", "z");
    NormalForm b = symbol("b");
    Density g = tilted(factor(P, "z|x"), t);
    List<Claim> claims =
        List.of(
            Claim.atLeast(log(P, "x"), elbo),
            Claim.atLeast(logMean(t, Z), mean(t, Z)),
            Claim.atLeast(
                b.multiply(mean(log(Q, "z|x").subtract(log(g, "z|x")), Z)), NormalForm.ZERO));
    for (Claim claim : claims) {
      Certificate proof =
          (Certificate)
              new Prover()
                  .prove(claim, List.of(notNegative("b >= 0", b)), Limits.start(20, 100))
                  .orElseThrow()
                  .proof();
      Combination sum = proof.combinations().get(0);
      for (int k = 0; k < sum.laws().size(); k++) {
        Multiple old = sum.laws().get(k);
        List<Multiple> mutants = new ArrayList<>();
        mutants.add(new Multiple(old.multiplier().negate(), old.fact(), old.signs()));
        mutants.add(new Multiple(old.multiplier().scale(Rational.TWO), old.fact(), old.signs()));
        mutants.add(new Multiple(NormalForm.ZERO, old.fact(), old.signs()));
        mutants.add(new Multiple(old.multiplier(), old.fact(), List.of(new Sign(0, true))));
        mutants.add(new Multiple(old.multiplier(), old.fact(), List.of(new Sign(7, false))));
        if (!old.signs().isEmpty()) {
          mutants.add(new Multiple(old.multiplier().multiply(b), old.fact(), List.of()));
        }
        if (old.fact() instanceof LawFact.Relative relative) {
          LawFact exchanged =
              new LawFact.Relative(
                  relative.law(), density("other", "z|x"), relative.of(), relative.given());
          mutants.add(new Multiple(old.multiplier(), exchanged, old.signs()));
        }
        for (Multiple mutant : mutants) {
          List<Multiple> laws = new ArrayList<>(sum.laws());
          laws.set(k, mutant);
          Combination changed = new Combination(sum.basics(), laws, sum.uses(), sum.surplus());
          assertThat(
                  Checker.objection(new Certificate(claim, proof.assumptions(), List.of(changed))))
              .as("%s", mutant)
              .isPresent();
        }
        List<Multiple> fewer = new ArrayList<>(sum.laws());
        fewer.remove(k);
        Combination shorter = new Combination(sum.basics(), fewer, sum.uses(), sum.surplus());
        assertThat(Checker.objection(new Certificate(claim, proof.assumptions(), List.of(shorter))))
            .isPresent();
      }
    }
  }
}
