package sit.proof;

import sit.term.Group;
import sit.term.NormalForm;

/**
 * A basic inequality of Shannon: {@code I(a; b | c) >= 0}, which for {@code a = b} reads {@code H(a
 * | c) >= 0} (Yeung 2008, ch. 13). It need not be elemental; groups may have many variables. Every
 * one of them holds for every law of discrete variables; of continuous ones those do in which none
 * stands on both sides (Chan 2003), as a differential entropy may be negative.
 */
public record Basic(Group a, Group b, Group c) {
  public static Basic information(Group a, Group b, Group c) {
    return new Basic(a, b, c);
  }

  public static Basic entropy(Group a, Group c) {
    return new Basic(a, a, c);
  }

  /** The measure in joint entropies. */
  public NormalForm normalForm() {
    return NormalForm.mutualInformation(a, b, c);
  }

  /**
   * Whether this holds whatever the law: no continuous variable may be on both sides, nor two of
   * one process that may have letters in common.
   */
  public boolean holds() {
    Group all = a.union(b).union(c);
    return !all.isContinuous()
        || !a.intersection(b).minus(c).isContinuous() && all.areContinuousApart();
  }

  @Override
  public String toString() {
    String of = a.equals(b) ? (a.isContinuous() ? "h(" : "H(") + a : "I(" + a + "; " + b;
    return c.isEmpty() ? of + ")" : of + " | " + c + ")";
  }
}
