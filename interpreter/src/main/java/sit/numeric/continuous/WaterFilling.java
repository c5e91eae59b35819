package sit.numeric.continuous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Levels to which vessels are filled. */
public final class WaterFilling {
  private WaterFilling() {}

  /**
   * The level at which the power above the noises is what is given (Cover and Thomas, section 9.4).
   * With the quietest k in use it would be {@code (power + their noises)/k}; it is the least of
   * these.
   */
  public static Real level(List<Real> noises, Real power) {
    List<Real> sorted = sorted(noises);
    Real sum = power;
    Real best = null;
    for (int k = 0; k < sorted.size(); k++) {
      sum = sum.plus(sorted.get(k));
      Real level = sum.over(Real.of(k + 1L));
      best = best == null || level.value() < best.value() ? level : best;
    }
    return best;
  }

  /**
   * The level at which the parts of the variances below it add up to the distortion, the largest
   * variance where the distortion is more than all of them (Cover and Thomas, section 10.3.3). With
   * the k largest variances above the level it would be {@code (distortion - the others)/k}; it is
   * the largest of these.
   */
  public static Real reverse(List<Real> variances, Real distortion) {
    List<Real> sorted = sorted(variances);
    Real rest = distortion;
    Real largest = sorted.get(sorted.size() - 1);
    Real best = null;
    for (int below = 0; below < sorted.size(); below++) {
      Real level = rest.over(Real.of(sorted.size() - (long) below));
      best = best == null || level.value() > best.value() ? level : best;
      rest = rest.minus(sorted.get(below));
    }
    boolean dry = rest.sign().orElse(-1) >= 0;
    return dry ? largest : best;
  }

  private static List<Real> sorted(List<Real> values) {
    List<Real> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparingDouble(Real::value));
    return sorted;
  }
}
