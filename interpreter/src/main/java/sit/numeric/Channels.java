package sit.numeric;

import java.util.List;

/** Conditional laws with an input and an output: a row of masses for each input. */
public final class Channels {
  private static final Scalar ZERO = Scalar.exact(0, 1);
  private static final Scalar ONE = Scalar.exact(1, 1);

  private Channels() {}

  /**
   * The binary symmetric channel: outputs 0 and 1, an input flipped with probability p (Cover and
   * Thomas, 7.1.4).
   *
   * @throws IllFormedLaw unless {@code 0 <= p <= 1}
   */
  public static Masses symmetric(Scalar p) {
    Laws.requireProbability("BSC(p)", "p", p);
    return Masses.of(List.of(p.oneMinus(), p, p, p.oneMinus()));
  }

  /**
   * The binary erasure channel: outputs 0, 1 and the erasure, which has probability e (Cover and
   * Thomas, 7.1.5).
   *
   * @throws IllFormedLaw unless {@code 0 <= e <= 1}
   */
  public static Masses erasure(Scalar e) {
    Laws.requireProbability("BEC(e)", "e", e);
    return Masses.of(List.of(e.oneMinus(), ZERO, e, ZERO, e.oneMinus(), e));
  }

  /**
   * The Z channel: 0 stays, 1 becomes 0 with probability q (Cover and Thomas, problem 7.8).
   *
   * @throws IllFormedLaw unless {@code 0 <= q <= 1}
   */
  public static Masses zChannel(Scalar q) {
    Laws.requireProbability("Z(q)", "q", q);
    return Masses.of(List.of(ONE, ZERO, q, q.oneMinus()));
  }
}
