package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.check.Theorem;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/** Claims of more variables than the complete program is built for. */
class LargeClaimsTest {
  private static final Limits LIMITS = Limits.none();

  private static void proved(Claim claim, List<Assumption> given) {
    Theorem theorem = new Prover().prove(claim, given, Limits.start(60, 512)).orElseThrow();
    assertThat(Checker.objection(theorem.proof())).isEmpty();
  }

  private static String letters(String process, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int k = from; k <= to; k++) {
      text.append(k == from ? "" : ",").append(process).append(k);
    }
    return text.toString();
  }

  private static List<Assumption> chain(int n) {
    List<Assumption> given = new ArrayList<>();
    for (int k = 2; k < n; k++) {
      String past = letters("X", 1, k - 1);
      given.add(Notation.assumption(past + " -- X" + k + " -- X" + (k + 1)));
    }
    return given;
  }

  @Test
  void aChainOfTwelve() {
    proved(Notation.claim("I(X1;X12) <= I(X5;X8)"), chain(12));
  }

  @Test
  void aMessageOverSixUsesOfAChannelWithFeedback() {
    List<Assumption> given = new ArrayList<>();
    StringBuilder sum = new StringBuilder();
    for (int t = 1; t <= 6; t++) {
      String known = t == 1 ? "W" : "W," + letters("Y", 1, t - 1);
      String past = t == 1 ? known : known + "," + letters("X", 1, t - 1);
      given.add(Notation.assumption("X" + t + " = f(" + known + ")"));
      given.add(Notation.assumption(past + " -- X" + t + " -- Y" + t));
      sum.append(t == 1 ? "" : "+").append("I(X" + t + ";Y" + t + ")");
    }
    proved(Notation.claim("I(W;" + letters("Y", 1, 6) + ") <= " + sum), given);
  }

  /** {@code sum over sets of k of H/k >= sum over sets of k + 1}, each a mean (Han 1978). */
  private static NormalForm han(int n, int k) {
    NormalForm sum = NormalForm.ZERO;
    int count = 0;
    for (int set = 0; set < 1 << n; set++) {
      if (Integer.bitCount(set) == k) {
        List<Variable> letters = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          if ((set >> i & 1) != 0) {
            letters.add(new Variable.Single("X" + (i + 1)));
          }
        }
        sum = sum.add(NormalForm.entropy(Group.of(letters)));
        count++;
      }
    }
    return sum.scale(Rational.of(1, count * k));
  }

  @Test
  void theMiddleOfHansInequalitiesByItsSymmetry() {
    Claim claim = Claim.atLeast(han(10, 5), han(10, 6));
    proved(claim, List.of());
    Limits limits = Limits.start(60, 512);
    Claim reversed = Claim.atLeast(han(10, 6), han(10, 5));
    assertThat(new Prover().prove(reversed, List.of(), limits)).isEmpty();
  }

  @Test
  void whatIsNearlySymmetricIsNoLessThanItIs() {
    // X1 counts less than the others
    NormalForm less = NormalForm.entropy(Group.of(new Variable.Single("X1")));
    Claim claim = Claim.atLeast(han(9, 4), han(9, 5).add(less));
    assertThat(new Prover().prove(claim, List.of(), Limits.start(20, 512))).isEmpty();
  }

  @Test
  void aLongRandomSum() {
    SplittableRandom random = new SplittableRandom(12);
    Columns columns = columns(12);
    NormalForm sum = NormalForm.ZERO;
    List<Pair> elementals = Families.elementals(12, LIMITS);
    for (int k = 0; k < 150; k++) {
      Pair pair = elementals.get(random.nextInt(elementals.size()));
      sum = sum.add(pair.basic(columns).normalForm().scale(Rational.of(1 + random.nextInt(3))));
    }
    proved(new Claim(sum, sit.proof.Sense.NON_NEGATIVE), List.of());
  }

  private static Columns columns(int n) {
    List<NormalForm> singles = new ArrayList<>();
    for (int k = 1; k <= n; k++) {
      singles.add(Notation.form("H(X" + k + ")"));
    }
    return Columns.of(singles);
  }

  /**
   * Whatever the rules say is zero follows from the assumptions by what they give as the reason.
   */
  @Test
  void whatIsKnownToBeZeroIsDerived() {
    List<Assumption> given = new ArrayList<>(chain(5));
    given.add(Notation.assumption("Y = f(X2)"));
    given.add(Notation.assumption("Z = f(Y,X1)"));
    given.add(Notation.assumption("X1 indep U"));
    List<NormalForm> forms = new ArrayList<>();
    given.forEach(fact -> forms.add(fact.difference()));
    Columns columns = Columns.of(forms);
    int n = columns.blockCount();
    Closure closure = new Closure(columns, given, LIMITS);
    SplittableRandom random = new SplittableRandom(5);
    int derived = 0;
    for (int trial = 0; trial < 3000 && derived < 60; trial++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n);
      int k = random.nextInt(1 << n) & ~(1 << i | 1 << j);
      if (!closure.holds(1L << i, 1L << j, k)) {
        continue;
      }
      Set<Pair> basics = new LinkedHashSet<>();
      closure.derivation(basics).add(i, j, k);
      NormalForm zero =
          NormalForm.mutualInformation(
              columns.group(1L << i), columns.group(1L << j), columns.group(k));
      Facts facts = Facts.of(zero, given);
      assertThat(new Program(columns, facts, LIMITS).solve(zero.negate(), basics))
          .as(zero + " <= 0")
          .isInstanceOf(Program.Found.class);
      derived++;
    }
    assertThat(derived).isEqualTo(60);
  }
}
