package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.check.ExactLaw;
import sit.check.Verdict;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.proof.Counterexample.Outcome;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Random claims for every n: what is proved holds on random laws, and what is true by construction
 * is proved.
 */
class HorizonPropertyTest {
  private static final Index T = Index.symbol("t");
  private static final Index N = Index.symbol("n");
  private static final List<String> PROCESSES = List.of("X", "Y");

  private final SplittableRandom random = new SplittableRandom(20240611);

  /** A group of pasts, letters, futures and W; of whole blocks and W where there is no time. */
  private Group group(boolean timed) {
    List<Variable> chosen = new ArrayList<>();
    for (String process : PROCESSES) {
      switch (timed ? random.nextInt(7) : random.nextInt(3)) {
        case 0 ->
            chosen.add(timed ? block(process, Index.of(1), T) : block(process, Index.of(1), N));
        case 1 -> chosen.add(block(process, Index.of(1), timed ? T.plus(-1) : N));
        case 3 -> chosen.add(new Variable.Letter(process, T));
        case 4 -> chosen.add(block(process, T.plus(1), N));
        case 5 -> chosen.add(block(process, T, N));
        default -> {
          // left out
        }
      }
    }
    if (random.nextInt(4) == 0) {
      chosen.add(new Variable.Single("W"));
    }
    return Group.of(chosen);
  }

  private static Variable block(String process, Index from, Index to) {
    return new Variable.Block(process, from, to);
  }

  private NormalForm information(boolean timed) {
    return NormalForm.mutualInformation(group(timed), group(timed), group(timed));
  }

  private static NormalForm sum(NormalForm body) {
    return body.isZero() ? body : NormalForm.of(new Term.Total("t", Index.of(1), N, body.toTerm()));
  }

  /** A law of X and Y at three times and W with few outcomes and small weights. */
  private ExactLaw law() {
    List<Variable> variables = new ArrayList<>();
    for (String process : PROCESSES) {
      for (int t = 1; t <= 3; t++) {
        variables.add(new Variable.Letter(process, Index.of(t)));
      }
    }
    variables.add(new Variable.Single("W"));
    Map<List<Integer>, Integer> weights =
        new java.util.TreeMap<>(java.util.Comparator.comparing(List::toString));
    int total = 0;
    int outcomes = 2 + random.nextInt(4);
    for (int k = 0; k < outcomes; k++) {
      List<Integer> values = new ArrayList<>();
      variables.forEach(v -> values.add(random.nextInt(2)));
      int weight = 1 + random.nextInt(3);
      weights.merge(values, weight, Integer::sum);
      total += weight;
    }
    List<Outcome> table = new ArrayList<>();
    for (Map.Entry<List<Integer>, Integer> entry : weights.entrySet()) {
      table.add(new Outcome(entry.getKey(), Rational.of(entry.getValue(), total)));
    }
    return new ExactLaw(new Counterexample(variables, table));
  }

  @Test
  void noProvedClaimIsViolatedByALaw() {
    List<ExactLaw> laws = new ArrayList<>();
    for (int k = 0; k < 25; k++) {
      laws.add(law());
    }
    int proved = 0;
    for (int k = 0; k < 250; k++) {
      NormalForm body = NormalForm.ZERO;
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        body = body.add(information(true).scale(Rational.of(random.nextInt(5) - 2)));
      }
      NormalForm rest = information(false).scale(Rational.of(random.nextInt(5) - 2));
      Claim claim =
          new Claim(sum(body).add(rest), random.nextInt(6) == 0 ? Sense.ZERO : Sense.NON_NEGATIVE);
      Verdict verdict = Potential.decide(claim, List.of(), Limits.none());
      if (verdict instanceof Verdict.Proved) {
        proved++;
        for (int n = 1; n <= 3; n++) {
          NormalForm at = EveryN.at(claim.difference(), "n", n);
          for (ExactLaw law : laws) {
            LogSum value = law.evaluate(at).orElseThrow();
            boolean holds = claim.sense() == Sense.ZERO ? value.isZero() : value.signum() >= 0;
            assertThat(holds).as(claim + " at n = " + n).isTrue();
          }
        }
      }
    }
    assertThat(proved).isBetween(40, 240);
  }

  /** A sum of informations with a potential taken away and put back at the ends is not negative. */
  @Test
  void whatTelescopesByConstructionIsProved() {
    for (int k = 0; k < 60; k++) {
      NormalForm potential = NormalForm.ZERO;
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        List<Variable> parts = new ArrayList<>();
        for (String process : PROCESSES) {
          int which = random.nextInt(4);
          if (which % 2 == 1) {
            parts.add(block(process, Index.of(1), T));
          }
          if (which / 2 == 1) {
            parts.add(block(process, T.plus(1), N));
          }
        }
        potential =
            potential.add(
                NormalForm.entropy(Group.of(parts)).scale(Rational.of(1 + random.nextInt(2))));
      }
      NormalForm given = NormalForm.ZERO;
      boolean equality = k % 3 == 0;
      for (int i = 0; i < 2 && !equality; i++) {
        given = given.add(information(true));
      }
      NormalForm growth = potential.subtract(HorizonForm.put(potential, "t", T.plus(-1)));
      NormalForm ends =
          HorizonForm.put(potential, "t", N).subtract(HorizonForm.put(potential, "t", Index.of(0)));
      NormalForm difference = sum(given.subtract(growth)).add(ends);
      if (difference.isZero()) {
        continue;
      }
      Claim claim = new Claim(difference, equality ? Sense.ZERO : Sense.NON_NEGATIVE);
      Verdict verdict = Potential.decide(claim, List.of(), Limits.none());
      boolean vanishes = HorizonForm.free(difference).isEmpty();
      if (!vanishes) {
        assertThat(verdict).as(claim.toString()).isInstanceOf(Verdict.Proved.class);
        assertThat(Checker.objection(((Verdict.Proved) verdict).theorem().proof())).isEmpty();
      }
    }
  }
}
