package sit.exact.closed;

import java.util.Optional;
import sit.exact.Rational;

/**
 * A scalar that stands for every number of an interval.
 *
 * @param lower the lower end; empty where there is none
 * @param lowerIn whether the lower end itself is meant too
 */
public record Parameter(
    String name,
    Optional<Rational> lower,
    Optional<Rational> upper,
    boolean lowerIn,
    boolean upperIn)
    implements Comparable<Parameter> {

  /** A parameter between two numbers, neither of them meant. */
  public static Parameter between(String name, Rational lower, Rational upper) {
    return new Parameter(name, Optional.of(lower), Optional.of(upper), false, false);
  }

  /** Whether a number lies in the interval or at an end of it. */
  public boolean reaches(Rational value) {
    return lower.filter(l -> value.compareTo(l) < 0).isEmpty()
        && upper.filter(u -> value.compareTo(u) > 0).isEmpty();
  }

  /** Whether a number is one of those meant. */
  public boolean admits(Rational value) {
    boolean low = lowerIn || lower.filter(value::equals).isEmpty();
    boolean high = upperIn || upper.filter(value::equals).isEmpty();
    return reaches(value) && low && high;
  }

  /**
   * A number inside the interval.
   *
   * @param share how far from the lower end, between 0 and 1, both excluded
   */
  public Rational inside(Rational share) {
    if (lower.isPresent() && upper.isPresent()) {
      return lower.get().add(upper.get().subtract(lower.get()).multiply(share));
    }
    Rational far = share.divide(Rational.ONE.subtract(share));
    if (lower.isPresent()) {
      return lower.get().add(far);
    } else if (upper.isPresent()) {
      return upper.get().subtract(far);
    }
    return far.subtract(Rational.ONE.divide(far));
  }

  /** The interval as it is typed. */
  public String interval() {
    String from = lower.map(Rational::toString).orElse("-inf");
    String to = upper.map(Rational::toString).orElse("inf");
    return (lowerIn ? "[" : "(") + from + ", " + to + (upperIn ? "]" : ")");
  }

  @Override
  public int compareTo(Parameter other) {
    return name.compareTo(other.name);
  }
}
