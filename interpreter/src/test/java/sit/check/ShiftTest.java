package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.Sense;
import sit.prove.EveryN;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Blocks are moved only where processes are stationary, all of them by the same, and not too far.
 */
class ShiftTest {
  private static final Index N = Index.symbol("n");
  private static final NormalForm ONE = NormalForm.constant(Rational.ONE);

  private static Variable block(String process, Index from, Index to) {
    return new Variable.Block(process, from, to);
  }

  private static NormalForm h(Variable... variables) {
    return NormalForm.entropy(Group.of(variables));
  }

  private static Assumption stationary(String... processes) {
    Index s = Index.symbol("s");
    Index t = Index.symbol("u");
    List<Variable> here = new ArrayList<>();
    List<Variable> later = new ArrayList<>();
    for (String process : processes) {
      here.add(block(process, s, t));
      later.add(block(process, s.plus(1), t.plus(1)));
    }
    NormalForm zero =
        NormalForm.entropy(Group.of(later)).subtract(NormalForm.entropy(Group.of(here)));
    return Assumption.zero(Assumption.Kind.STATIONARY, "stationary", zero);
  }

  private static final List<Index> CUTS =
      List.of(Index.of(0), Index.of(1), N, N.plus(1), N.multiply(2), N.multiply(2).plus(1));

  /** A claim that nothing but one shift makes up. */
  private static Optional<String> objection(NormalForm difference, Assumption fact, Shift shift) {
    Sum ends = new Sum(CUTS, List.of(), List.of(), List.of(shift), Rational.ZERO);
    Index t = Index.symbol("t");
    Sum step =
        new Sum(
            List.of(Index.of(0), t.plus(-1), t, N), List.of(), List.of(), List.of(), Rational.ZERO);
    Telescope telescope =
        new Telescope(new Span(1, 0, 1), List.of(), NormalForm.ZERO, step, ends, List.of());
    return Checker.objection(
        new HorizonCertificate(
            new Claim(difference, Sense.ZERO),
            List.of(fact),
            "n",
            "t",
            0,
            List.of(),
            List.of(telescope)));
  }

  private static Shift shift(Index by, Variable... blocks) {
    return new Shift(0, Group.of(blocks), by, ONE);
  }

  @Test
  void aBlockIsMovedByALetterOrByN() {
    Variable x = block("X", Index.of(1), N);
    NormalForm one = h(block("X", Index.of(2), N.plus(1))).subtract(h(x));
    assertThat(objection(one, stationary("X"), shift(Index.of(1), x))).isEmpty();
    NormalForm far = h(block("X", N.plus(1), N.multiply(2))).subtract(h(x));
    assertThat(objection(far, stationary("X"), shift(N, x))).isEmpty();
    NormalForm back = h(x).subtract(h(block("X", Index.of(2), N.plus(1))));
    Variable later = block("X", Index.of(2), N.plus(1));
    assertThat(objection(back, stationary("X"), shift(Index.of(-1), later))).isEmpty();
  }

  @Test
  void blocksOfUnequalLengthAreNotEqual() {
    Variable x = block("X", Index.of(1), N);
    NormalForm longer = h(block("X", Index.of(1), N.plus(1))).subtract(h(x));
    for (Index by : List.of(Index.of(0), Index.of(1), Index.of(-1), N)) {
      assertThat(objection(longer, stationary("X"), shift(by, x))).as("" + by).isPresent();
    }
  }

  @Test
  void whatIsNotStationaryStays() {
    Variable y = block("Y", Index.of(1), N);
    Variable moved = block("Y", Index.of(2), N.plus(1));
    NormalForm zero = h(moved).subtract(h(y));
    assertThat(objection(zero, stationary("Y"), shift(Index.of(1), y))).isEmpty();
    assertThat(objection(zero, stationary("X"), shift(Index.of(1), y))).isPresent();
    Shift stranger = new Shift(1, Group.of(y), Index.of(1), ONE);
    assertThat(objection(zero, stationary("Y"), stranger)).isPresent();
    assertThat(objection(zero, stationary("Y"), new Shift(-1, Group.of(y), Index.of(1), ONE)))
        .isPresent();
    Variable w = new Variable.Single("Y");
    assertThat(objection(zero, stationary("Y"), shift(Index.of(1), y, w))).isPresent();
  }

  @Test
  void processesThatAreStationaryOneByOneAreNotSoTogether() {
    Variable x = block("X", Index.of(1), N);
    Variable y = block("Y", Index.of(1), N);
    NormalForm zero =
        h(block("X", Index.of(2), N.plus(1)), block("Y", Index.of(2), N.plus(1))).subtract(h(x, y));
    assertThat(objection(zero, stationary("X", "Y"), shift(Index.of(1), x, y))).isEmpty();
    assertThat(objection(zero, stationary("X"), shift(Index.of(1), x, y))).isPresent();
    // both by the same: X moved and Y left is nothing that stationarity says
    NormalForm apart = h(block("X", Index.of(2), N.plus(1)), y).subtract(h(x, y));
    assertThat(objection(apart, stationary("X", "Y"), shift(Index.of(1), x, y))).isPresent();
  }

  @Test
  void nothingIsMovedBeforeTheFirstLetter() {
    Variable x = block("X", Index.of(1), N);
    NormalForm zero = h(block("X", Index.of(1), N.plus(-1))).subtract(h(x));
    assertThat(objection(zero, stationary("X"), shift(Index.of(-1), x))).isPresent();
    Variable before = block("X", Index.of(0), N);
    NormalForm gained = h(block("X", Index.of(1), N.plus(1))).subtract(h(x));
    assertThat(objection(gained, stationary("X"), shift(Index.of(1), before))).isPresent();
    assertThat(objection(gained, stationary("X"), shift(Index.symbol("m"), x))).isPresent();
  }

  /** Only the one equation says it, whatever kind a fact calls itself. */
  @Test
  void aFactThatSaysSomethingElseMovesNothing() {
    Variable x = block("X", Index.of(1), N);
    NormalForm zero = h(block("X", Index.of(2), N.plus(1))).subtract(h(x));
    NormalForm said = stationary("X").difference();
    Index s = Index.symbol("s");
    NormalForm letters =
        h(new Variable.Letter("X", s.plus(1))).subtract(h(new Variable.Letter("X", s)));
    for (Assumption fact :
        List.of(
            new Assumption(Assumption.Kind.RELATION, "", said, Sense.ZERO),
            new Assumption(Assumption.Kind.STATIONARY, "", said, Sense.NON_NEGATIVE),
            new Assumption(Assumption.Kind.STATIONARY, "", said.scale(Rational.of(2)), Sense.ZERO),
            new Assumption(Assumption.Kind.STATIONARY, "", said.add(ONE), Sense.ZERO),
            new Assumption(Assumption.Kind.STATIONARY, "", letters, Sense.ZERO),
            new Assumption(Assumption.Kind.STATIONARY, "", NormalForm.ZERO, Sense.ZERO))) {
      assertThat(objection(zero, fact, shift(Index.of(1), x))).as("" + fact).isPresent();
    }
  }

  private static final List<String> TRUE =
      List.of(
          "H(X[n+1] | X^n) <= H(X[n] | X^(n-1)) given stationary X",
          "H(X[n] | X^(n-1)) <= (1/n)*H(X^n) given stationary X",
          "n*H(X^(n+1)) <= (n+1)*H(X^n) given stationary X",
          "H(X^(2*n)) <= 2*H(X^n) given stationary X",
          "H(X^n) = n*H(X[1]) given iid X",
          "H(X^n) = H(X[1]) + (n-1)*H(X[2] | X[1]) given stationary X, markov X",
          "H(Y[n+1] | Y^n, X^(n+1)) <= H(Y[n] | Y^(n-1), X^n) given stationary (X, Y)");

  @Test
  void noShiftOfAProofCanBeChanged() {
    int tried = 0;
    for (String text : TRUE) {
      HorizonCertificate c = EveryN.certificate(text);
      assertThat(Checker.objection(c)).as(text).isEmpty();
      for (int k = 0; k < 4; k++) {
        HorizonCertificate changed = changed(c, k);
        tried++;
        assertThat(Checker.objection(changed)).as(text + " changed " + k).isPresent();
      }
    }
    assertThat(tried).isEqualTo(4 * TRUE.size());
  }

  private static HorizonCertificate changed(HorizonCertificate c, int how) {
    List<Telescope> telescopes = new ArrayList<>();
    for (Telescope t : c.telescopes()) {
      telescopes.add(
          new Telescope(
              t.span(),
              t.given(),
              t.potential(),
              changed(t.step(), how),
              changed(t.ends(), how),
              t.small().stream().map(s -> changed(s, how)).toList()));
    }
    return new HorizonCertificate(
        c.claim(), c.assumptions(), c.horizon(), c.time(), c.multiple(), c.lemmas(), telescopes);
  }

  private static Sum changed(Sum sum, int how) {
    List<Shift> shifts = new ArrayList<>();
    for (Shift s : sum.shifts()) {
      switch (how) {
        case 0 -> shifts.add(new Shift(s.fact(), s.blocks(), s.by().plus(1), s.multiplier()));
        case 1 -> shifts.add(new Shift(s.fact(), s.blocks(), s.by(), s.multiplier().negate()));
        case 2 -> shifts.add(new Shift(s.fact() + 1, s.blocks(), s.by(), s.multiplier()));
        default -> {
          // taken away
        }
      }
    }
    return new Sum(sum.cuts(), sum.basics(), sum.uses(), shifts, sum.surplus());
  }
}
