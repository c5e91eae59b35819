package sit.numeric.continuous;

/**
 * A function of one variable of which logarithms of densities are sums. Each family of laws knows
 * the means of those that it has in closed form.
 */
sealed interface Statistic {
  /** Its value at a point of the support. */
  double at(double x);

  /** {@code x^k}. */
  record Power(Real exponent) implements Statistic {
    static final Power ONE = new Power(Real.ONE);
    static final Power TWO = new Power(Real.of(2));

    @Override
    public double at(double x) {
      return Math.pow(x, exponent.value());
    }

    /** The exponent, where it is a small whole number that is not negative. */
    java.util.Optional<Integer> whole() {
      return exponent
          .rational()
          .filter(r -> r.isInteger() && r.signum() >= 0 && r.numerator().bitLength() < 7)
          .map(r -> r.numerator().intValueExact());
    }

    /** Whether it is a whole power, so that it is defined for negative numbers too. */
    boolean is(int whole) {
      return exponent.rational().filter(r -> r.equals(sit.exact.Rational.of(whole))).isPresent();
    }
  }

  /** {@code ln x}. */
  record Log() implements Statistic {
    @Override
    public double at(double x) {
      return Math.log(x);
    }
  }

  /** {@code (ln x)^2}. */
  record LogSquared() implements Statistic {
    @Override
    public double at(double x) {
      return Math.log(x) * Math.log(x);
    }
  }

  /** {@code ln(1 - x)}. */
  record LogRest() implements Statistic {
    @Override
    public double at(double x) {
      return Math.log1p(-x);
    }
  }

  /** {@code (x - centre)^2}. */
  record Square(Real centre) implements Statistic {
    @Override
    public double at(double x) {
      return (x - centre.value()) * (x - centre.value());
    }
  }

  /** {@code |x - centre|}. */
  record Deviation(Real centre) implements Statistic {
    @Override
    public double at(double x) {
      return Math.abs(x - centre.value());
    }
  }

  /** {@code cos(x - centre)}. */
  record Cosine(Real centre) implements Statistic {
    @Override
    public double at(double x) {
      return Math.cos(x - centre.value());
    }
  }

  /** {@code exp(-(x - centre)/scale)}. */
  record Decay(Real centre, Real scale) implements Statistic {
    @Override
    public double at(double x) {
      return Math.exp(-(x - centre.value()) / scale.value());
    }
  }

  /** {@code ln(1 + ((x - centre)/scale)^2)}. */
  record LogQuadratic(Real centre, Real scale) implements Statistic {
    @Override
    public double at(double x) {
      double z = (x - centre.value()) / scale.value();
      return Math.log1p(z * z);
    }
  }

  /** {@code ln(1 + exp(-(x - centre)/scale))}. */
  record SoftPlus(Real centre, Real scale) implements Statistic {
    @Override
    public double at(double x) {
      double z = (x - centre.value()) / scale.value();
      return z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z));
    }
  }
}
