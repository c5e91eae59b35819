package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Random claims under random assumptions: what is proved holds for random laws that satisfy the
 * assumptions.
 */
class SoundnessTest {
  private static final List<String> NAMES = List.of("A", "B", "C", "D");
  private static final int CLAIMS = 400;
  private static final int LAWS = 12;

  /** A way to draw laws of four bits, and facts true of each of them. */
  private record World(List<String> facts, List<int[]> parents, boolean functions) {}

  private static final List<World> WORLDS =
      List.of(
          new World(List.of(), List.of(i(), i(0), i(0, 1), i(0, 1, 2)), false),
          new World(List.of("A -- B -- C", "A,B -- C -- D"), List.of(i(), i(0), i(1), i(2)), false),
          new World(
              List.of("A indep B", "C = f(A,B)"), List.of(i(), i(), i(0, 1), i(0, 1, 2)), true),
          new World(List.of("A -- B -- D", "A,D -- B -- C"), List.of(i(), i(0), i(1), i(1)), false),
          new World(
              List.of("B = f(A)", "C = f(B)", "A,B,C indep D"),
              List.of(i(), i(0), i(1), i()),
              true));

  private static int[] i(int... parents) {
    return parents;
  }

  @Test
  void whatIsProvedHolds() {
    SplittableRandom random = new SplittableRandom(20251103);
    int proved = 0;
    int open = 0;
    for (int k = 0; k < CLAIMS; k++) {
      World world = WORLDS.get(k % WORLDS.size());
      List<Assumption> given = new ArrayList<>();
      for (String fact : world.facts()) {
        if (random.nextInt(4) > 0) {
          given.add(Notation.assumption(fact));
        }
      }
      Claim claim = claim(random, given);
      Verdict verdict = new Prover().decide(claim, given, Limits.start(20, 512), Seed.DEFAULT);
      if (verdict instanceof Verdict.Proved) {
        proved++;
        for (int n = 0; n < LAWS; n++) {
          double value = value(claim.difference(), law(world, random));
          boolean holds = claim.sense() == Sense.ZERO ? Math.abs(value) < 1e-9 : value > -1e-9;
          assertThat(holds).as(claim + " given " + given + " is " + value).isTrue();
        }
      } else {
        open++;
      }
    }
    // the claims are drawn so that many are true and many are not
    assertThat(proved).isGreaterThan(CLAIMS / 6);
    assertThat(open).isGreaterThan(CLAIMS / 6);
  }

  /**
   * Random measures, mostly with positive weight, written over the sets so that no line is seen.
   */
  private static Claim claim(SplittableRandom random, List<Assumption> given) {
    NormalForm difference = NormalForm.ZERO;
    int parts = 1 + random.nextInt(4);
    for (int k = 0; k < parts; k++) {
      int weight = random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(3);
      difference = difference.add(measure(random).scale(Rational.of(weight, 1 + k % 2)));
    }
    for (Assumption assumption : given) {
      int weight = random.nextInt(-2, 3);
      difference = difference.add(assumption.difference().scale(Rational.of(weight)));
    }
    if (random.nextInt(4) == 0) {
      NormalForm zero = NormalForm.ZERO;
      for (Assumption assumption : given) {
        zero = zero.add(assumption.difference().scale(Rational.of(random.nextInt(-2, 3))));
      }
      return new Claim(random.nextInt(3) == 0 ? difference : zero, Sense.ZERO);
    }
    return new Claim(difference, Sense.NON_NEGATIVE);
  }

  private static NormalForm measure(SplittableRandom random) {
    Group a = Group.EMPTY;
    Group b = Group.EMPTY;
    Group c = Group.EMPTY;
    for (String name : NAMES) {
      Group one = Group.of(new Variable.Single(name));
      switch (random.nextInt(4)) {
        case 0 -> a = a.union(one);
        case 1 -> b = b.union(one);
        case 2 -> c = c.union(one);
        default -> {}
      }
    }
    return NormalForm.mutualInformation(a, random.nextInt(4) == 0 ? a : b, c);
  }

  /**
   * Sixteen probabilities; each bit depends on its parents, as a function of them where the world
   * says so.
   */
  private static double[] law(World world, SplittableRandom random) {
    double[] p = new double[16];
    double[][] one = new double[4][16];
    for (int v = 0; v < 4; v++) {
      int[] parents = world.parents().get(v);
      boolean function = world.functions() && v > 0 && v < 3 && parents.length > 0;
      for (int k = 0; k < 16; k++) {
        one[v][k] = function || random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
      }
    }
    for (int x = 0; x < 16; x++) {
      p[x] = 1;
      for (int v = 0; v < 4; v++) {
        int key = 0;
        for (int parent : world.parents().get(v)) {
          key = 2 * key + (x >> parent & 1);
        }
        p[x] *= (x >> v & 1) == 1 ? one[v][key] : 1 - one[v][key];
      }
    }
    return p;
  }

  private static double value(NormalForm form, double[] p) {
    double total = 0;
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      int mask = 0;
      for (Variable variable : entry.getKey().group()) {
        mask |= 1 << NAMES.indexOf(variable.name());
      }
      Map<Integer, Double> marginal = new TreeMap<>();
      for (int x = 0; x < 16; x++) {
        marginal.merge(x & mask, p[x], Double::sum);
      }
      double entropy = 0;
      for (double q : marginal.values()) {
        entropy -= q > 0 ? q * Math.log(q) : 0;
      }
      total += entropy * Fractions.toDouble(entry.getValue());
    }
    return total;
  }
}
