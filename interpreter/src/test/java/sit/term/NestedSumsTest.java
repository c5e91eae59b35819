package sit.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;

/** Sums over pairs of times, against every term written out at each of the first horizons. */
class NestedSumsTest {
  private static final Index N = Index.symbol("n");
  private static final Index U = Index.symbol("u");

  private final SplittableRandom random = new SplittableRandom(20261124);

  private static NormalForm total(String index, Index from, Index to, NormalForm body) {
    return NormalForm.of(new Term.Total(index, from, to, body.toTerm()));
  }

  /** A different amount for every pair of times, also for those before the first. */
  private NormalForm body() {
    NormalForm u = NormalForm.of(U);
    NormalForm v = NormalForm.of(Index.symbol("v"));
    NormalForm both = u.multiply(u).multiply(v).add(v.multiply(v).scale(Rational.of(7)));
    return switch (random.nextInt(3)) {
      case 0 -> both;
      case 1 -> v.multiply(v).multiply(v);
      default -> u.multiply(u).add(both);
    };
  }

  private Index inner(boolean first) {
    int small = random.nextInt(-2, 3);
    return switch (random.nextInt(3)) {
      case 0 -> Index.of(first ? small : small + 1);
      case 1 -> U.plus(small);
      default -> first ? U.plus(small) : N.plus(small);
    };
  }

  @Test
  void areWhatTheySayForEveryHorizonFromTheLeastOn() {
    int read = 0;
    for (int k = 0; k < 2000; k++) {
      NormalForm inside = total("v", inner(true), inner(false), body());
      Index from = Index.of(random.nextInt(-1, 5));
      NormalForm sum = total("u", from, N.plus(random.nextInt(-3, 4)), inside);
      NormalForm form = sum.multiply(NormalForm.of(random.nextBoolean() ? N : Index.of(2)));
      NestedSums.Flat flat;
      try {
        flat = NestedSums.of(form, "n", "r", "t", random.nextBoolean());
      } catch (IllegalArgumentException e) {
        continue;
      }
      read++;
      assertThat(NestedSums.in(flat.rest())).isFalse();
      Index time = Index.symbol("t");
      NormalForm rows = total("r", Index.of(1), time.plus(-1), flat.pairs());
      NormalForm whole = flat.rest().add(total("t", Index.of(1), N, rows));
      for (int n = flat.least(); n <= 6; n++) {
        assertThat(NestedSums.at(whole, "n", n))
            .as(form + " at n = " + n)
            .isEqualTo(NestedSums.at(form, "n", n));
      }
    }
    assertThat(read).isGreaterThan(900);
  }

  @Test
  void areNotReadWhereAnIndexMeansTwoThings() {
    NormalForm letter = NormalForm.of(Index.symbol("u"));
    NormalForm inside = total("u", Index.of(1), U, letter);
    NormalForm same = total("u", Index.of(1), N, inside);
    assertThatThrownBy(() -> NestedSums.of(same, "n", "r", "t", false)).hasMessageContaining("two");
    NormalForm taken = total("v", Index.of(1), U, NormalForm.of(Index.symbol("r")));
    NormalForm other = total("u", Index.of(1), N, taken);
    assertThatThrownBy(() -> NestedSums.of(other, "n", "r", "t", false))
        .hasMessageContaining("taken");
    NormalForm scaled = total("u", Index.of(1), N, letter).multiply(letter);
    assertThatThrownBy(() -> NestedSums.of(scaled, "n", "r", "t", false))
        .hasMessageContaining("two");
  }
}
