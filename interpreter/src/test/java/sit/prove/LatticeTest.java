package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.NormalForm;

/** Compares tabulated joins and codes with the entropies of the laws they stand for. */
class LatticeTest {
  private static final List<Rational> BIASED =
      List.of(Rational.of(1, 2), Rational.of(1, 3), Rational.of(1, 6));

  @Test
  void sizesAreTheKnownNumbers() {
    // Galois numbers (OEIS A006116, A006117) and Bell numbers (A000110)
    assertThat(Lattice.ofSubspaces(2, 2, 2).size()).isEqualTo(5);
    assertThat(Lattice.ofSubspaces(2, 3, 3).size()).isEqualTo(16);
    assertThat(Lattice.ofSubspaces(2, 4, 4).size()).isEqualTo(67);
    assertThat(Lattice.ofSubspaces(3, 2, 2).size()).isEqualTo(6);
    assertThat(Lattice.ofSubspaces(3, 3, 3).size()).isEqualTo(28);
    assertThat(Lattice.ofPartitions(BIASED).size()).isEqualTo(5);
  }

  @Test
  void joinsAreJointVariables() {
    Claim claim = Claim.atLeast(Statements.h("A").add(Statements.h("B")), Statements.h("A, B"));
    EntropyTarget target = EntropyTarget.of(claim, List.of()).orElseThrow();
    MarginalEntropies marginals = new MarginalEntropies(target);
    for (Lattice lattice :
        List.of(
            Lattice.ofPartitions(BIASED),
            Lattice.ofSubspaces(2, 3, 3),
            Lattice.ofSubspaces(3, 2, 2))) {
      for (int a = 0; a < lattice.size(); a++) {
        for (int b = 0; b < lattice.size(); b++) {
          double[] h = marginals.of(lattice.realise(new int[] {a, b}));
          for (int m = 0; m < target.masks.length; m++) {
            int element = target.masks[m] == 3 ? lattice.join(a, b) : target.masks[m] == 1 ? a : b;
            assertThat(lattice.entropy(element)).isCloseTo(h[m], Offset.offset(1e-12));
          }
        }
      }
      assertThat(lattice.entropy(0)).isCloseTo(0, Offset.offset(1e-12));
    }
  }

  @Test
  void searchesFindTheWayTwoBitsTellAThird() {
    // I(A; B | C) <= I(A; B) fails for an exclusive or, for no law of one bit
    NormalForm left = Statements.i("A", "B", "C");
    Claim claim = Claim.atMost(left, Statements.i("A", "B"));
    EntropyTarget target =
        EntropyTarget.of(claim, Statements.zeros(Statements.i("A", "B"))).orElseThrow();
    LatticeSearch one = new LatticeSearch(target, Lattice.ofSubspaces(2, 1, 1));
    assertThat(one.exhaust(10_000, Limits.none())).isEmpty();
    LatticeSearch two = new LatticeSearch(target, Lattice.ofSubspaces(2, 2, 2));
    Optional<Candidate> found = two.exhaust(10_000, Limits.none());
    assertThat(found).isPresent();
    assertThat(target.refutedBy(new MarginalEntropies(target).of(found.get()))).isTrue();
    Optional<Candidate> climbed = two.climb(20, 500, new SplittableRandom(1), Limits.none());
    assertThat(climbed).isPresent();
    assertThat(target.refutedBy(new MarginalEntropies(target).of(climbed.get()))).isTrue();
  }

  @Test
  void everyUniformMatroidIsTheLawOfItsCode() {
    // the claim names every group of five variables, so all entropies are compared
    NormalForm all = NormalForm.ZERO;
    for (int set = 1; set < 32; set++) {
      all = all.add(Statements.h(names(set)).scale(Rational.of(set)));
    }
    for (int rank = 1; rank <= 5; rank++) {
      List<Assumption> given = new ArrayList<>();
      NormalForm atLeastOneBit = Statements.h("A").subtract(Statements.number(1, 1));
      given.add(
          new Assumption(Assumption.Kind.RELATION, "H(A) >= 1", atLeastOneBit, Sense.NON_NEGATIVE));
      NormalForm whole = Statements.h("A").scale(Rational.of(rank));
      for (int set = 1; set < 32; set++) {
        if (Integer.bitCount(set) == rank) {
          given.add(Statements.zero(whole.subtract(Statements.h(names(set)))));
        }
      }
      given.add(Statements.zero(whole.subtract(Statements.h(names(31)))));
      EntropyTarget target =
          EntropyTarget.of(Claim.atMost(all, NormalForm.ZERO), given).orElseThrow();
      Candidate found =
          new UniformMatroids(target).search(0, 4096, 1_000_000, Limits.none()).orElseThrow();
      double[] h = new MarginalEntropies(target).of(found);
      double unit = Math.log(found.probabilities().size()) / Math.log(2) / rank;
      for (int m = 0; m < h.length; m++) {
        double expected = Math.min(Long.bitCount(target.masks[m]), rank) * unit;
        assertThat(h[m]).isCloseTo(expected, Offset.offset(1e-12));
      }
    }
  }

  private static String names(int set) {
    StringJoiner group = new StringJoiner(",");
    for (int v = 0; v < 5; v++) {
      if ((set >>> v & 1) != 0) {
        group.add(String.valueOf((char) ('A' + v)));
      }
    }
    return group.toString();
  }
}
