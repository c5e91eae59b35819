package sit.proof;

import java.util.List;
import sit.exact.Rational;
import sit.term.NormalForm;

/**
 * A proof that can be added up. A claim {@code d >= 0} is proved by one combination; {@code d = 0}
 * by one combination without basic inequalities and without inequalities assumed, or by two, the
 * first for {@code d >= 0} and the second for {@code -d >= 0}.
 *
 * @param claim what is proved
 * @param assumptions all facts the proof uses, each used at least once
 * @param combinations one or two
 */
public record Certificate(Claim claim, List<Assumption> assumptions, List<Combination> combinations)
    implements Proof {
  public Certificate {
    assumptions = List.copyOf(assumptions);
    combinations = List.copyOf(combinations);
  }

  /**
   * Sums to the claim's difference (or its negative): {@code sum of multiplier * basic + sum of
   * multiplier * assumption + surplus}.
   *
   * @param surplus a constant that is left over, not negative
   */
  public record Combination(List<Term> basics, List<Use> uses, Rational surplus) {
    public Combination {
      basics = List.copyOf(basics);
      uses = List.copyOf(uses);
    }
  }

  /** A positive multiple of a basic inequality. */
  public record Term(Rational multiplier, Basic basic) {}

  /**
   * A multiple of an assumption.
   *
   * @param assumption its place in the certificate's list
   * @param multiplier any polynomial for an equality; a positive constant for an inequality
   */
  public record Use(int assumption, NormalForm multiplier) {}
}
