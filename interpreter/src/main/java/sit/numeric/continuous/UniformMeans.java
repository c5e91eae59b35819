package sit.numeric.continuous;

import java.util.Optional;

/** The means of statistics under a uniform law. */
final class UniformMeans {
  private UniformMeans() {}

  static Optional<Real> of(Statistic statistic, Real low, Real high) {
    Real length = high.minus(low);
    if (statistic instanceof Statistic.Power power) {
      return power(power, low, high);
    } else if (statistic instanceof Statistic.Log) {
      return low.sign().orElse(-1) < 0
          ? Optional.empty()
          : Optional.of(part(high).minus(part(low)).over(length).minus(Real.ONE));
    } else if (statistic instanceof Statistic.LogRest) {
      return high.minus(Real.ONE).sign().orElse(1) > 0
          ? Optional.empty()
          : of(new Statistic.Log(), Real.ONE.minus(high), Real.ONE.minus(low));
    } else if (statistic instanceof Statistic.Deviation from) {
      return deviation(from.centre(), low, high);
    } else if (statistic instanceof Statistic.Decay decay) {
      Real left = low.minus(decay.centre()).over(decay.scale()).negate().exp();
      Real right = high.minus(decay.centre()).over(decay.scale()).negate().exp();
      return Optional.of(left.minus(right).times(decay.scale()).over(length));
    }
    return Optional.empty();
  }

  /** {@code x ln x}. */
  private static Real part(Real x) {
    return x.sign().orElse(1) == 0 ? Real.ZERO : x.times(x.log());
  }

  private static Optional<Real> power(Statistic.Power power, Real low, Real high) {
    Optional<Integer> whole = power.whole();
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    // (b^(k+1) - a^(k+1))/((k+1)(b - a)) without the quotient
    Real sum = Real.ZERO;
    for (int i = 0; i <= whole.get(); i++) {
      sum = sum.plus(whole(low, i).times(whole(high, whole.get() - i)));
    }
    return Optional.of(sum.over(Real.of(whole.get() + 1L)));
  }

  private static Real whole(Real base, int exponent) {
    Real product = Real.ONE;
    for (int i = 0; i < exponent; i++) {
      product = product.times(base);
    }
    return product;
  }

  private static Optional<Real> deviation(Real centre, Real low, Real high) {
    Real left = centre.minus(low);
    Real right = high.minus(centre);
    Real mean = low.plus(high).half();
    if (left.sign().orElse(0) <= 0) {
      return Optional.of(mean.minus(centre));
    } else if (right.sign().orElse(0) <= 0) {
      return Optional.of(centre.minus(mean));
    }
    return Optional.of(left.squared().plus(right.squared()).half().over(high.minus(low)));
  }
}
