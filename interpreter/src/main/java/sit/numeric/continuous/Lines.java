package sit.numeric.continuous;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import sit.exact.Rational;
import sit.numeric.continuous.ContinuousLaw.LogForm;
import sit.numeric.continuous.ContinuousLaw.Part;
import sit.numeric.continuous.ContinuousLaw.Spread;

/**
 * Families of laws on the whole line, and that of von Mises on the circle (Cover and Thomas, table
 * 17.1; Lazo and Rathie, 1978).
 */
public final class Lines {
  private static final Real SIX = Real.of(6);

  private Lines() {}

  /** {@code -1/2 ln(2 pi variance)}. */
  static Real gaussianConstant(Real variance) {
    return Real.logPi().plus(variance.times(2).log()).half().negate();
  }

  /** The Gaussian law of that mean and variance. */
  public static ContinuousLaw normal(Real mean, Real variance) {
    Families.requireFinite(mean, "the mean of Normal");
    Families.requirePositive(variance, "the variance of Normal");
    double deviation = Math.sqrt(variance.value());
    return Families.family(
        Families.written("Normal", mean, variance),
        Support.LINE,
        gaussianConstant(variance),
        List.of(Families.part(Real.ONE.over(variance).half().negate(), new Statistic.Square(mean))),
        statistic -> normalMean(statistic, mean, variance),
        NormalDistribution.of(mean.value(), deviation),
        new Spread(mean.value(), deviation));
  }

  private static Optional<Real> normalMean(Statistic statistic, Real mean, Real variance) {
    if (statistic instanceof Statistic.Power power) {
      return power.whole().map(order -> moment(order, mean, variance));
    } else if (statistic instanceof Statistic.Deviation from) {
      Real d = mean.minus(from.centre());
      Real fold = variance.times(2).over(Special.PI).power(Real.ONE.half());
      Real tail = fold.times(d.squared().over(variance.times(2)).negate().exp());
      Real z = d.over(variance.times(2).power(Real.ONE.half()));
      return Optional.of(tail.plus(d.times(Real.ONE.minus(Special.erfc(z)))));
    } else if (statistic instanceof Statistic.Decay decay) {
      Real linear = decay.centre().minus(mean).over(decay.scale());
      return Optional.of(linear.plus(variance.over(decay.scale().squared()).half()).exp());
    }
    return Optional.empty();
  }

  /** {@code E X^k = m E X^(k-1) + (k-1) v E X^(k-2)}. */
  private static Real moment(int k, Real mean, Real variance) {
    Real before = Real.ZERO;
    Real last = Real.ONE;
    for (int i = 1; i <= k; i++) {
      Real next = mean.times(last).plus(variance.times(i - 1L).times(before));
      before = last;
      last = next;
    }
    return last;
  }

  private static Optional<Real> twoMoments(Statistic statistic, Real mean, Real variance) {
    if (statistic instanceof Statistic.Power power) {
      if (power.is(1)) {
        return Optional.of(mean);
      } else if (power.is(2)) {
        return Optional.of(variance.isInfinite() ? variance : mean.squared().plus(variance));
      }
    }
    return Optional.empty();
  }

  /** {@code exp(-|x - location|/scale)/(2 scale)}. */
  public static ContinuousLaw laplace(Real location, Real scale) {
    Families.requireFinite(location, "the location of Laplace");
    Families.requirePositive(scale, "the scale of Laplace");
    Family family =
        Families.family(
            Families.written("Laplace", location, scale),
            Support.LINE,
            scale.times(2).log().negate(),
            List.of(
                Families.part(Real.ONE.over(scale).negate(), new Statistic.Deviation(location))),
            statistic -> {
              if (statistic instanceof Statistic.Deviation from) {
                Real distance = location.minus(from.centre());
                distance = distance.sign().orElse(1) < 0 ? distance.negate() : distance;
                Real tail = scale.times(distance.over(scale).negate().exp());
                return Optional.of(distance.plus(tail));
              } else if (statistic instanceof Statistic.Decay decay) {
                Real rest = Real.ONE.minus(scale.over(decay.scale()).squared());
                Real shift = decay.centre().minus(location).over(decay.scale());
                return Optional.of(
                    rest.sign().orElse(0) <= 0 ? Real.INFINITE : shift.exp().over(rest));
              }
              return twoMoments(statistic, location, scale.squared().times(2));
            },
            LaplaceDistribution.of(location.value(), scale.value()),
            new Spread(location.value(), scale.value()));
    return cornered(family, location.value());
  }

  private static Family cornered(Family family, double corner) {
    return new Family(
        family.name(),
        family.support(),
        family.form(),
        family.means(),
        family.distribution(),
        family.spread(),
        List.of(corner));
  }

  /** {@code P(X <= x) = 1/(1 + exp(-(x - location)/scale))}. */
  public static ContinuousLaw logistic(Real location, Real scale) {
    Families.requireFinite(location, "the location of Logistic");
    Families.requirePositive(scale, "the scale of Logistic");
    Statistic own = new Statistic.SoftPlus(location, scale);
    Real variance = Special.PI.squared().times(scale.squared()).over(Real.of(3));
    return Families.family(
        Families.written("Logistic", location, scale),
        Support.LINE,
        location.over(scale).minus(scale.log()),
        List.of(
            Families.part(Real.ONE.over(scale).negate(), Statistic.Power.ONE),
            Families.part(Real.of(-2), own)),
        statistic ->
            statistic.equals(own)
                ? Optional.of(Real.ONE)
                : twoMoments(statistic, location, variance),
        LogisticDistribution.of(location.value(), scale.value()),
        new Spread(location.value(), scale.value()));
  }

  /** {@code P(X <= x) = exp(-exp(-(x - location)/scale))}. */
  public static ContinuousLaw gumbel(Real location, Real scale) {
    Families.requireFinite(location, "the location of Gumbel");
    Families.requirePositive(scale, "the scale of Gumbel");
    Real mean = location.plus(Special.EULER.times(scale));
    Real variance = Special.PI.squared().times(scale.squared()).over(SIX);
    return Families.family(
        Families.written("Gumbel", location, scale),
        Support.LINE,
        location.over(scale).minus(scale.log()),
        List.of(
            Families.part(Real.ONE.over(scale).negate(), Statistic.Power.ONE),
            Families.part(Real.of(-1), new Statistic.Decay(location, scale))),
        statistic -> {
          if (statistic instanceof Statistic.Decay decay) {
            Real shape = Real.ONE.plus(scale.over(decay.scale()));
            Real shift = decay.centre().minus(location).over(decay.scale());
            return Optional.of(Special.logGamma(shape).plus(shift).exp());
          }
          return twoMoments(statistic, mean, variance);
        },
        GumbelDistribution.of(location.value(), scale.value()),
        new Spread(location.value(), scale.value()));
  }

  /** {@code scale/(pi (scale^2 + (x - location)^2))}. */
  public static ContinuousLaw cauchy(Real location, Real scale) {
    Families.requireFinite(location, "the location of Cauchy");
    Families.requirePositive(scale, "the scale of Cauchy");
    return Families.family(
        Families.written("Cauchy", location, scale),
        Support.LINE,
        scale.log().plus(Real.logPi()).negate(),
        List.of(Families.part(Real.of(-1), new Statistic.LogQuadratic(location, scale))),
        statistic -> {
          if (statistic instanceof Statistic.LogQuadratic of) {
            // E ln(s^2 + (X - c)^2) = ln((s + scale)^2 + (location - c)^2)
            Real wide = of.scale().plus(scale).squared();
            Real far = location.minus(of.centre()).squared();
            return Optional.of(wide.plus(far).log().minus(of.scale().log().times(2)));
          }
          boolean infinite = statistic instanceof Statistic.Power power && power.is(2);
          infinite |= statistic instanceof Statistic.Deviation;
          infinite |= statistic instanceof Statistic.Decay;
          return infinite ? Optional.of(Real.INFINITE) : Optional.empty();
        },
        CauchyDistribution.of(location.value(), scale.value()),
        new Spread(location.value(), scale.value()));
  }

  /** Student's law of so many degrees of freedom. */
  public static ContinuousLaw student(Real degrees) {
    Families.requirePositive(degrees, "the degrees of freedom of StudentT");
    Real more = degrees.plus(Real.ONE).half();
    Real half = degrees.half();
    Real root = degrees.power(Real.ONE.half());
    Real two = Real.of(2);
    Real constant =
        Special.logGamma(more)
            .minus(Special.logGamma(half))
            .minus(degrees.log().plus(Real.logPi()).half());
    Statistic own = new Statistic.LogQuadratic(Real.ZERO, root);
    return Families.family(
        Families.written("StudentT", degrees),
        Support.LINE,
        constant,
        List.of(Families.part(more.negate(), own)),
        statistic -> {
          if (statistic.equals(own)) {
            return Optional.of(Special.digamma(more).minus(Special.digamma(half)));
          } else if (statistic instanceof Statistic.Decay) {
            return Optional.of(Real.INFINITE);
          }
          boolean wide = degrees.minus(two).sign().orElse(0) <= 0;
          boolean mean = degrees.minus(Real.ONE).sign().orElse(0) > 0;
          boolean square = statistic instanceof Statistic.Power power && power.is(2);
          return mean || square
              ? twoMoments(
                  statistic, Real.ZERO, wide ? Real.INFINITE : degrees.over(degrees.minus(two)))
              : Optional.empty();
        },
        TDistribution.of(degrees.value()),
        new Spread(0, 1));
  }

  /** {@code exp(concentration cos(x - mean))/(2 pi I0(concentration))} once around the circle. */
  public static ContinuousLaw vonMises(Real mean, Real concentration) {
    Families.requireFinite(mean, "the mean of VonMises");
    if (concentration.sign().orElse(0) < 0) {
      throw new BadParameter(
          "the concentration of VonMises", "at least 0", Families.shown(concentration));
    }
    Real circle = Real.of(Rational.TWO).log().plus(Real.logPi());
    double width = Math.min(1, 1 / Math.sqrt(Math.max(concentration.value(), 1e-9)));
    List<Part> parts = List.of(Families.part(concentration, new Statistic.Cosine(mean)));
    return new Family(
        Families.written("VonMises", mean, concentration),
        // every law of the circle is read on one and the same turn
        new Support(-Math.PI, Math.PI),
        new LogForm(circle.plus(Special.logBessel0(concentration)).negate(), parts),
        statistic -> {
          if (statistic instanceof Statistic.Cosine of) {
            Real turn = mean.minus(of.centre());
            double sensitivity = turn.bounded().error();
            Real cosine =
                turn.sign().orElse(1) == 0
                    ? Real.ONE
                    : Real.between(Math.cos(turn.value()), sensitivity + 0x1p-52);
            return Optional.of(Special.besselRatio(concentration).times(cosine));
          }
          return Optional.empty();
        },
        Optional.empty(),
        new Spread(Math.IEEEremainder(mean.value(), 2 * Math.PI), width),
        List.of());
  }
}
