package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static sit.prove.ProcessWorld.block;
import static sit.prove.ProcessWorld.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Random claims for every n, about several times and with sums in sums, under what holds of inputs
 * and outputs with memory and feedback: none that is proved fails on a law that is drawn so, or is
 * refuted at a small n.
 */
class AgreementInTimeTest {
  private static final int CLAIMS = AgreementTest.CLAIMS;
  private static final int LAWS = 4;

  /** What is proved is proved soon. */
  private static final double SECONDS = 1;

  private static final Index ONE = Index.of(1);
  private static final Index S = Index.symbol("s");
  private static final Index T = Index.symbol("t");
  private static final Index N = Index.symbol("n");

  private final SplittableRandom random = new SplittableRandom(20260208);

  @Test
  void everyHorizon() {
    int claims = CLAIMS / 20;
    int proved = 0;
    for (int k = 0; k < claims; k++) {
      ProcessWorld world = ProcessWorld.of(random);
      List<Assumption> given = some(world.facts("t"));
      NormalForm body = NormalForm.ZERO;
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        body = body.add(information(List.of(T)).scale(Rational.of(random.nextInt(5) - 1)));
      }
      for (Assumption fact : given) {
        body = body.add(fact.difference().scale(Rational.of(random.nextInt(3) - 1)));
      }
      NormalForm rest = information(List.of()).scale(Rational.of(random.nextInt(4) - 1));
      proved += isProved(sum("t", N, body).add(rest), given, world) ? 1 : 0;
    }
    System.out.println(claims + " claims for every n: " + proved + " proved");
    assertThat(proved).isGreaterThan(claims / 8);
  }

  /** A sum over pairs of times, from which what it adds up to by the chain rule may be taken. */
  @Test
  void sumsInSums() {
    int claims = CLAIMS / 50;
    int proved = 0;
    for (int k = 0; k < claims; k++) {
      ProcessWorld world = ProcessWorld.of(random);
      String process = random.nextBoolean() ? "X" : "Y";
      Group other = letter("X", T).union(random.nextBoolean() ? letter("Y", T) : Group.EMPTY);
      Group past = block(process, ONE, S.plus(-1));
      Group given = random.nextBoolean() ? Group.of(new Variable.Single("W")) : Group.EMPTY;
      Group forgotten = random.nextInt(4) == 0 ? Group.EMPTY : past;
      NormalForm pairs =
          NormalForm.mutualInformation(letter(process, S), other, forgotten.union(given));
      NormalForm whole =
          NormalForm.mutualInformation(block(process, ONE, T.plus(-1)), other, given);
      boolean more = random.nextInt(3) == 0;
      pairs = more ? pairs.add(information(List.of(S, T))) : pairs;
      NormalForm nested = sum("t", N, sum("s", T.plus(-1), pairs));
      NormalForm difference = nested.subtract(sum("t", N, whole));
      difference = random.nextInt(4) == 0 ? difference.negate() : difference;
      proved += isProved(difference, some(world.facts("u")), world) ? 1 : 0;
    }
    System.out.println(claims + " claims with sums in sums: " + proved + " proved");
    assertThat(proved).isGreaterThan(claims / 8);
  }

  @Test
  void severalTimes() {
    int claims = CLAIMS / 50;
    int proved = 0;
    for (int k = 0; k < claims; k++) {
      ProcessWorld world = ProcessWorld.of(random);
      List<Assumption> given = some(world.facts("u"));
      NormalForm difference = NormalForm.ZERO;
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        NormalForm part = information(List.of(S, T));
        difference = difference.add(part.scale(Rational.of(random.nextInt(5) - 1)));
      }
      proved += isProved(difference, given, world) ? 1 : 0;
    }
    System.out.println(claims + " claims about several times: " + proved + " proved");
    assertThat(proved).isGreaterThan(claims / 8);
  }

  /** Whether it is proved; then it must hold at all small n and times. */
  private boolean isProved(NormalForm difference, List<Assumption> given, ProcessWorld world) {
    Sense sense = random.nextInt(6) == 0 ? Sense.ZERO : Sense.NON_NEGATIVE;
    Claim claim = new Claim(difference, sense);
    if (!(Potential.decide(claim, given, Limits.start(SECONDS, 256)) instanceof Verdict.Proved)) {
      return false;
    }
    boolean several = HorizonForm.free(difference).contains("t");
    for (int n = 1; n <= 3; n++) {
      RandomWorld letters = world.upTo(n);
      for (int s = 1; s <= (several ? n : 1); s++) {
        for (int t = 1; t <= (several ? n : 1); t++) {
          NormalForm there = EveryN.at(difference, Map.of("n", n, "s", s, "t", t));
          Claim at = new Claim(there, sense);
          String about = claim + " given " + given + " at n, s, t = " + n + ", " + s + ", " + t;
          if (n < 3) {
            List<Assumption> facts = EveryN.at(given, "n", n, n);
            assertThat(new Refuter().quick(at, facts, Limits.start(20, 256))).as(about).isEmpty();
          }
          for (int i = 0; i < LAWS - n; i++) {
            AgreementTest.holds(letters.law(random), at, about);
          }
        }
      }
    }
    return true;
  }

  private List<Assumption> some(List<Assumption> facts) {
    List<Assumption> some = new ArrayList<>(facts);
    some.removeIf(fact -> random.nextInt(3) == 0);
    return some;
  }

  private static NormalForm sum(String index, Index to, NormalForm body) {
    return body.isZero()
        ? body
        : NormalForm.of(new Term.Total(index, Index.of(1), to, body.toTerm()));
  }

  private NormalForm information(List<Index> times) {
    return NormalForm.mutualInformation(group(times), group(times), group(times));
  }

  private Group group(List<Index> times) {
    Group chosen = random.nextInt(4) == 0 ? Group.of(new Variable.Single("W")) : Group.EMPTY;
    for (String process : List.of("X", "Y")) {
      Group one = times.isEmpty() ? whole(process) : timed(process, times);
      chosen = chosen.union(one);
    }
    return chosen;
  }

  private Group whole(String process) {
    return random.nextBoolean() ? block(process, ONE, N) : Group.EMPTY;
  }

  private Group timed(String process, List<Index> times) {
    Index t = times.get(random.nextInt(times.size()));
    return switch (random.nextInt(9)) {
      case 0 -> block(process, ONE, t);
      case 1 -> block(process, ONE, t.plus(-1));
      case 2, 3 -> letter(process, t);
      case 4 -> times.size() > 1 ? letter(process, t) : block(process, t.plus(1), N);
      case 5 -> random.nextBoolean() ? letter(process, t) : block(process, t.plus(-1), t);
      default -> Group.EMPTY;
    };
  }
}
