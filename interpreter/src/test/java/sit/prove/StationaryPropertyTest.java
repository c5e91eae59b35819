package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.ExactLaw;
import sit.check.Verdict;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.proof.Counterexample.Outcome;
import sit.proof.HorizonCertificate;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Random claims about stationary processes: none is proved that a Markov chain in its stationary
 * law, or what is seen of one, does not satisfy.
 */
class StationaryPropertyTest {
  private static final Index T = Index.symbol("t");
  private static final Index N = Index.symbol("n");
  private static final int LETTERS = 4;

  private final SplittableRandom random = new SplittableRandom(20261124);

  private static Assumption stationary(List<String> processes) {
    Index s = Index.symbol("s");
    Index u = Index.symbol("u");
    List<Variable> here = new ArrayList<>();
    List<Variable> later = new ArrayList<>();
    for (String process : processes) {
      here.add(new Variable.Block(process, s, u));
      later.add(new Variable.Block(process, s.plus(1), u.plus(1)));
    }
    NormalForm zero =
        NormalForm.entropy(Group.of(later)).subtract(NormalForm.entropy(Group.of(here)));
    return Assumption.zero(Assumption.Kind.STATIONARY, "stationary", zero);
  }

  private static Assumption markov() {
    Group past = Group.of(new Variable.Block("X", Index.of(1), T.plus(-2)));
    Group present = Group.of(new Variable.Letter("X", T.plus(-1)));
    Group next = Group.of(new Variable.Letter("X", T));
    NormalForm zero = NormalForm.mutualInformation(past, next, present);
    return Assumption.zero(Assumption.Kind.MARKOV, "markov X", zero);
  }

  /** A chain on three states with a symmetric matrix, of which X and Y each show something. */
  private ExactLaw law(boolean markov, boolean apart) {
    int states = 3;
    int[][] weights = new int[states][states];
    int total = 6;
    int a = random.nextInt(4);
    int b = random.nextInt(3);
    int c = random.nextInt(3);
    weights[0] = new int[] {total - a - b, a, b};
    weights[1] = new int[] {a, total - a - c, c};
    weights[2] = new int[] {b, c, total - b - c};
    int[] seenX = {0, markov ? 1 : random.nextInt(2), markov ? 2 : 1};
    int[] seenY = {random.nextInt(2), random.nextInt(2), random.nextInt(2)};
    List<Variable> variables = new ArrayList<>();
    for (String process : List.of("X", "Y")) {
      for (int t = 1; t <= LETTERS; t++) {
        variables.add(new Variable.Letter(process, Index.of(t)));
      }
    }
    java.util.Map<List<Integer>, Rational> table =
        new java.util.TreeMap<>(java.util.Comparator.comparing(List::toString));
    int paths = (int) Math.pow(states, LETTERS);
    for (int path = 0; path < paths; path++) {
      Rational probability = Rational.of(1, states);
      List<Integer> states4 = new ArrayList<>();
      for (int t = 0, rest = path; t < LETTERS; t++, rest /= states) {
        int state = rest % states;
        if (t > 0) {
          Rational step = Rational.of(weights[states4.get(t - 1)][state], total);
          probability = probability.multiply(step);
        }
        states4.add(state);
      }
      if (probability.signum() > 0) {
        List<Integer> values = new ArrayList<>();
        states4.forEach(s -> values.add(seenX[s]));
        // a process that runs backwards is stationary by itself, and not beside the other
        for (int t = 0; t < LETTERS; t++) {
          values.add(seenY[states4.get(apart ? LETTERS - 1 - t : t)]);
        }
        table.merge(values, probability, Rational::add);
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    table.forEach((values, p) -> outcomes.add(new Outcome(values, p)));
    return new ExactLaw(new Counterexample(variables, outcomes));
  }

  private Group group() {
    List<Variable> chosen = new ArrayList<>();
    for (String process : List.of("X", "Y")) {
      switch (random.nextInt(7)) {
        case 0 -> chosen.add(new Variable.Block(process, Index.of(1), N));
        case 1 -> chosen.add(new Variable.Block(process, Index.of(2), N));
        case 2 -> chosen.add(new Variable.Block(process, Index.of(2), N.plus(1)));
        case 3 -> chosen.add(new Variable.Letter(process, N.plus(random.nextInt(2))));
        case 4 -> chosen.add(new Variable.Letter(process, Index.of(1)));
        default -> {
          // left out
        }
      }
    }
    return Group.of(chosen);
  }

  private NormalForm difference() {
    NormalForm total = NormalForm.ZERO;
    for (int k = 0; k < 2; k++) {
      Group group = group();
      NormalForm moved =
          NormalForm.entropy(Shifts.shifted(group, Index.of(1)))
              .subtract(NormalForm.entropy(group));
      boolean inside = group.variables().stream().noneMatch(v -> ("" + v).contains("n+1"));
      total = inside ? total.add(moved.scale(Rational.of(random.nextInt(3) - 1))) : total;
    }
    NormalForm information = NormalForm.mutualInformation(group(), group(), group());
    return total.add(information.scale(Rational.of(random.nextInt(4) - 1)));
  }

  @Test
  void noProvedClaimIsViolatedByAStationaryLaw() {
    int proved = 0;
    int byShifts = 0;
    for (int k = 0; k < 24; k++) {
      boolean markov = k % 3 == 0;
      boolean apart = k % 2 == 0;
      List<Assumption> facts = new ArrayList<>();
      if (apart) {
        facts.add(stationary(List.of("X")));
        facts.add(stationary(List.of("Y")));
      } else {
        facts.add(stationary(List.of("X", "Y")));
      }
      if (markov) {
        facts.add(markov());
      }
      NormalForm difference = difference();
      if (difference.isZero() || HorizonForm.free(difference).isEmpty()) {
        continue;
      }
      Claim claim = new Claim(difference, random.nextInt(4) == 0 ? Sense.ZERO : Sense.NON_NEGATIVE);
      Verdict verdict = Potential.decide(claim, facts, Limits.none());
      if (!(verdict instanceof Verdict.Proved found)) {
        continue;
      }
      proved++;
      byShifts += movesBlocks((HorizonCertificate) found.theorem().proof()) ? 1 : 0;
      for (int j = 0; j < 6; j++) {
        ExactLaw law = law(markov, apart);
        for (int n = 1; n < LETTERS; n++) {
          LogSum value = law.evaluate(EveryN.at(difference, "n", n)).orElseThrow();
          boolean holds = claim.sense() == Sense.ZERO ? value.isZero() : value.signum() >= 0;
          assertThat(holds).as(claim + " given " + facts + " at n = " + n).isTrue();
        }
      }
    }
    assertThat(proved).isGreaterThan(3);
    assertThat(byShifts).isPositive();
  }

  private static boolean movesBlocks(HorizonCertificate certificate) {
    return certificate.telescopes().stream().anyMatch(t -> !t.ends().shifts().isEmpty());
  }

  /** The laws are what the facts say. */
  @Test
  void theLawsAreStationary() {
    for (int k = 0; k < 20; k++) {
      ExactLaw together = law(false, false);
      ExactLaw apart = law(true, true);
      for (List<String> names : List.of(List.of("X"), List.of("Y"), List.of("X", "Y"))) {
        List<Variable> here = new ArrayList<>();
        names.forEach(name -> here.add(new Variable.Block(name, Index.of(1), Index.of(3))));
        Group later = Shifts.shifted(Group.of(here), Index.of(1));
        assertThat(together.isSame(Group.of(here), later)).isTrue();
        assertThat(names.size() > 1 || apart.isSame(Group.of(here), later)).isTrue();
      }
      NormalForm zero = EveryN.at(markov().difference(), "t", 4);
      assertThat(apart.evaluate(zero).orElseThrow().isZero()).isTrue();
    }
  }
}
