package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static sit.prove.Densities.density;
import static sit.prove.Densities.factor;
import static sit.prove.Densities.function;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;

/**
 * Random claims about random densities under random assumptions: none is both proved and violated
 * by tables that satisfy these, whatever the free outcomes are.
 */
class AgreementOnDensitiesTest {
  private static final int CLAIMS = AgreementTest.CLAIMS / 20;
  private static final List<Density> DENSITIES =
      List.of(
          density("p", "x,z"),
          density("q", "z|x"),
          density("r", "z"),
          density("d", "Y|z"),
          density("e", "x,z|Y"));

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void noClaimIsProvedAndViolated() {
    int proved = 0;
    int refuted = 0;
    for (int k = 0; k < CLAIMS; k++) {
      NormalForm form = k % 2 == 0 ? free() : nearlyTrue();
      List<Assumption> given = new ArrayList<>();
      if (random.nextInt(3) == 0) {
        NormalForm known = random.nextBoolean() ? free() : atom().subtract(atom());
        given.add(Densities.notNegative(known + " >= 0", known));
        form = form.add(averaged(known).scale(Rational.of(1 + random.nextInt(2))));
      }
      boolean equality = random.nextInt(5) == 0;
      Claim claim = new Claim(form, equality ? Sense.ZERO : Sense.NON_NEGATIVE);
      Limits limits = Limits.start(20, 100);
      boolean found = new Prover().prove(claim, given, limits).isPresent();
      boolean violated = new TableSearch(claim, given, limits, new Seed(k)).search(60).isPresent();
      assertThat(found && violated).as("%s given %s", form, given).isFalse();
      proved += found ? 1 : 0;
      refuted += violated ? 1 : 0;
    }
    System.out.println(
        CLAIMS + " claims about densities: " + proved + " proved, " + refuted + " refuted");
    assertThat(proved).isGreaterThan(CLAIMS / 16);
    assertThat(refuted).isGreaterThan(CLAIMS / 6);
  }

  private Law law() {
    List<Law> laws =
        List.of(
            Law.BASE,
            Law.of(factor(DENSITIES.get(1), "z|x")),
            Law.of(factor(DENSITIES.get(0), "x,z")),
            Law.of(factor(DENSITIES.get(0), "x"), factor(DENSITIES.get(1), "z|x")),
            Law.of(factor(DENSITIES.get(2), "z")),
            Law.of(factor(tilted(), "z|x")),
            Law.of(factor(DENSITIES.get(4), "z|x,Y")));
    return laws.get(random.nextInt(laws.size()));
  }

  private static Density tilted() {
    return new Density.Tilted(factor(DENSITIES.get(1), "z|x"), function("T", "x", "z"));
  }

  private Density any() {
    int k = random.nextInt(DENSITIES.size() + 1);
    return k == DENSITIES.size() ? tilted() : DENSITIES.get(k);
  }

  private Group some(Group of) {
    List<sit.term.Variable> kept = new ArrayList<>();
    of.forEach(
        variable -> {
          if (random.nextBoolean()) {
            kept.add(variable);
          }
        });
    return kept.isEmpty() ? of : Group.of(kept);
  }

  private NormalForm atom() {
    Law law = law();
    switch (random.nextInt(5)) {
      case 0:
        return Expectations.average(law, function("T", "x", "z"));
      case 1:
        NormalForm mean =
            Expectations.logMean(factor(DENSITIES.get(1), "z|x"), function("T", "x", "z"));
        return Expectations.average(law, mean);
      case 2:
        return Expectations.entropy(law, some(Notation.group("x,z,Y")));
      default:
        Density density = any();
        Group group = some(density.of()).union(density.given());
        return Expectations.average(law, Expectations.surprisal(density, group));
    }
  }

  /** An assumption as it stands, or under a law of its free outcomes. */
  private NormalForm averaged(NormalForm known) {
    try {
      return random.nextBoolean() ? known : Expectations.average(law(), known);
    } catch (IllegalArgumentException e) {
      return known;
    }
  }

  private NormalForm free() {
    NormalForm sum = NormalForm.ZERO;
    for (int k = 0; k < 3; k++) {
      sum = sum.add(atom().scale(Rational.of(random.nextInt(5) - 2)));
    }
    return sum;
  }

  /** A sum of what is known not to be negative, now and then with something else. */
  private NormalForm nearlyTrue() {
    NormalForm seed = free().add(atom());
    LawFacts facts = new LawFacts(seed, List.of(), Limits.none());
    NormalForm sum = NormalForm.ZERO;
    for (int k = 0; k < 2 && !facts.inequalities().isEmpty(); k++) {
      int place = random.nextInt(facts.inequalities().size());
      sum = sum.add(facts.inequalities().get(place).product());
      if (!facts.equalities().isEmpty()) {
        int other = random.nextInt(facts.equalities().size());
        sum = sum.add(facts.equalities().get(other).product());
      }
    }
    return random.nextInt(3) == 0 ? sum.add(atom()) : sum;
  }
}
