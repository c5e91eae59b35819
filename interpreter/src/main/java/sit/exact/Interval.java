package sit.exact;

/** A closed interval that encloses a number. */
public record Interval(Rational lower, Rational upper) {
  public Interval {
    if (lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException("lower end " + lower + " above upper end " + upper);
    }
  }

  public Rational width() {
    return upper.subtract(lower);
  }

  public Rational middle() {
    return lower.add(upper).divide(Rational.TWO);
  }

  public boolean contains(Rational value) {
    return lower.compareTo(value) <= 0 && value.compareTo(upper) <= 0;
  }
}
