package sit.numeric.continuous;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import sit.numeric.continuous.ContinuousLaw.LogForm;
import sit.numeric.continuous.ContinuousLaw.Part;
import sit.numeric.continuous.ContinuousLaw.Spread;

/**
 * Families of laws on a half-line or an interval (Cover and Thomas, table 17.1; Lazo and Rathie,
 * 1978), each by the logarithm of its density and the means that it has in closed form.
 */
public final class Families {
  private Families() {}

  static Family family(
      String name,
      Support support,
      Real constant,
      List<Part> parts,
      Function<Statistic, Optional<Real>> means,
      ContinuousDistribution distribution,
      Spread spread) {
    return new Family(
        name,
        support,
        new LogForm(constant, parts),
        means,
        Optional.ofNullable(distribution),
        spread,
        List.of());
  }

  static Part part(Real factor, Statistic statistic) {
    return new Part(factor, statistic);
  }

  static String written(String family, Real... parameters) {
    List<String> parts = new ArrayList<>();
    for (Real parameter : parameters) {
      parts.add(
          parameter
              .rational()
              .map(Object::toString)
              .orElseGet(() -> Double.toString(parameter.value())));
    }
    return family + "(" + String.join(", ", parts) + ")";
  }

  static void requirePositive(Real parameter, String what) {
    if (parameter.sign().orElse(0) <= 0 || parameter.isInfinite()) {
      throw new BadParameter(what, "positive", shown(parameter));
    }
  }

  static void requireFinite(Real parameter, String what) {
    if (!Double.isFinite(parameter.value())) {
      throw new BadParameter(what, "finite", shown(parameter));
    }
  }

  static String shown(Real parameter) {
    return parameter
        .rational()
        .map(Object::toString)
        .orElseGet(() -> Double.toString(parameter.value()));
  }

  /** {@code rate exp(-rate x)} from zero on: the gamma law of shape one. */
  public static ContinuousLaw exponential(Real rate) {
    requirePositive(rate, "the rate of Exponential");
    return gamma(written("Exponential", rate), Real.ONE, rate);
  }

  /** {@code rate^shape x^(shape-1) exp(-rate x)/Gamma(shape)} from zero on. */
  public static ContinuousLaw gamma(Real shape, Real rate) {
    requirePositive(shape, "the shape of Gamma");
    requirePositive(rate, "the rate of Gamma");
    return gamma(written("Gamma", shape, rate), shape, rate);
  }

  /** The sum of the squares of so many independent standard Gaussian variables. */
  public static ContinuousLaw chiSquare(Real degrees) {
    requirePositive(degrees, "the degrees of freedom of ChiSquare");
    return gamma(written("ChiSquare", degrees), degrees.half(), Real.ONE.half());
  }

  private static ContinuousLaw gamma(String name, Real shape, Real rate) {
    Real constant = shape.times(rate.log()).minus(Special.logGamma(shape));
    double mean = shape.value() / rate.value();
    return family(
        name,
        Support.POSITIVE,
        constant,
        List.of(
            part(shape.minus(Real.ONE), new Statistic.Log()),
            part(rate.negate(), Statistic.Power.ONE)),
        statistic -> gammaMean(statistic, shape, rate),
        GammaDistribution.of(shape.value(), 1 / rate.value()),
        new Spread(mean, Math.sqrt(shape.value()) / rate.value()));
  }

  private static Optional<Real> gammaMean(Statistic statistic, Real shape, Real rate) {
    if (statistic instanceof Statistic.Power power) {
      Optional<Integer> whole = power.whole();
      if (whole.isPresent()) {
        Real product = Real.ONE;
        for (int i = 0; i < whole.get(); i++) {
          product = product.times(shape.plus(Real.of(i))).over(rate);
        }
        return Optional.of(product);
      }
      Real moved = shape.plus(power.exponent());
      if (moved.sign().orElse(0) <= 0) {
        return Optional.of(Real.INFINITE);
      }
      Real log = Special.logGamma(moved).minus(Special.logGamma(shape));
      return Optional.of(log.minus(power.exponent().times(rate.log())).exp());
    } else if (statistic instanceof Statistic.Log) {
      return Optional.of(Special.digamma(shape).minus(rate.log()));
    } else if (statistic instanceof Statistic.LogSquared) {
      Real first = Special.digamma(shape).minus(rate.log());
      return Optional.of(first.squared().plus(Special.trigamma(shape)));
    } else if (statistic instanceof Statistic.Deviation from) {
      return gammaDeviation(from.centre(), shape, rate);
    } else if (statistic instanceof Statistic.Decay decay) {
      Real base = Real.ONE.plus(Real.ONE.over(rate.times(decay.scale())));
      Real log = decay.centre().over(decay.scale()).minus(shape.times(base.log()));
      return Optional.of(log.exp());
    }
    return Optional.empty();
  }

  private static Optional<Real> gammaDeviation(Real centre, Real shape, Real rate) {
    if (centre.sign().orElse(1) <= 0) {
      return Optional.of(shape.over(rate).minus(centre));
    }
    boolean exponential = shape.minus(Real.ONE).sign().orElse(1) == 0;
    Real tail = rate.times(centre).negate().exp().times(2).over(rate);
    return exponential
        ? Optional.of(centre.minus(Real.ONE.over(rate)).plus(tail))
        : Optional.empty();
  }

  /** {@code x^(a-1) (1-x)^(b-1)/B(a, b)} on the unit interval. */
  public static ContinuousLaw beta(Real a, Real b) {
    requirePositive(a, "the first parameter of Beta");
    requirePositive(b, "the second parameter of Beta");
    Real sum = a.plus(b);
    double mean = a.value() / sum.value();
    return family(
        written("Beta", a, b),
        new Support(0, 1),
        Special.logBeta(a, b).negate(),
        List.of(
            part(a.minus(Real.ONE), new Statistic.Log()),
            part(b.minus(Real.ONE), new Statistic.LogRest())),
        statistic -> {
          if (statistic instanceof Statistic.Power power) {
            return betaPower(power, a, b);
          } else if (statistic instanceof Statistic.Log) {
            return Optional.of(Special.digamma(a).minus(Special.digamma(sum)));
          } else if (statistic instanceof Statistic.LogRest) {
            return Optional.of(Special.digamma(b).minus(Special.digamma(sum)));
          } else if (statistic instanceof Statistic.LogSquared) {
            Real first = Special.digamma(a).minus(Special.digamma(sum));
            Real spread = Special.trigamma(a).minus(Special.trigamma(sum));
            return Optional.of(first.squared().plus(spread));
          }
          return Optional.empty();
        },
        BetaDistribution.of(a.value(), b.value()),
        new Spread(mean, Math.sqrt(mean * (1 - mean) / (sum.value() + 1))));
  }

  private static Optional<Real> betaPower(Statistic.Power power, Real a, Real b) {
    Real sum = a.plus(b);
    Optional<Integer> whole = power.whole();
    if (whole.isPresent()) {
      Real product = Real.ONE;
      for (int i = 0; i < whole.get(); i++) {
        product = product.times(a.plus(Real.of(i))).over(sum.plus(Real.of(i)));
      }
      return Optional.of(product);
    }
    Real moved = a.plus(power.exponent());
    return moved.sign().orElse(0) <= 0
        ? Optional.of(Real.INFINITE)
        : Optional.of(Special.logBeta(moved, b).minus(Special.logBeta(a, b)).exp());
  }

  /** Constant between two numbers. */
  public static ContinuousLaw uniform(Real low, Real high) {
    requireFinite(low, "the lower end of Uniform");
    requireFinite(high, "the upper end of Uniform");
    Real length = high.minus(low);
    if (length.sign().orElse(0) <= 0) {
      String above = "above the lower end " + shown(low);
      throw new BadParameter("the upper end of Uniform", above, shown(high));
    }
    return family(
        written("Uniform", low, high),
        new Support(low.value(), high.value()),
        length.log().negate(),
        List.of(),
        statistic -> UniformMeans.of(statistic, low, high),
        UniformContinuousDistribution.of(low.value(), high.value()),
        new Spread(low.plus(high).half().value(), length.value() / 2));
  }

  /** The exponential of a Gaussian variable of that mean and variance. */
  public static ContinuousLaw logNormal(Real mean, Real variance) {
    requireFinite(mean, "the mean of the logarithm of LogNormal");
    requirePositive(variance, "the variance of the logarithm of LogNormal");
    Real half = Real.ONE.over(variance).half();
    Real constant = Lines.gaussianConstant(variance).minus(mean.squared().times(half));
    return family(
        written("LogNormal", mean, variance),
        Support.POSITIVE,
        constant,
        List.of(
            part(mean.over(variance).minus(Real.ONE), new Statistic.Log()),
            part(half.negate(), new Statistic.LogSquared())),
        statistic -> {
          if (statistic instanceof Statistic.Power power) {
            Real k = power.exponent();
            return Optional.of(k.times(mean).plus(k.squared().times(variance).half()).exp());
          } else if (statistic instanceof Statistic.Log) {
            return Optional.of(mean);
          } else if (statistic instanceof Statistic.LogSquared) {
            return Optional.of(mean.squared().plus(variance));
          }
          return Optional.empty();
        },
        LogNormalDistribution.of(mean.value(), Math.sqrt(variance.value())),
        new Spread(
            Math.exp(mean.value()),
            Math.exp(mean.value()) * Math.min(1e6, Math.expm1(Math.sqrt(variance.value())))));
  }

  /** {@code P(X > x) = exp(-(x/scale)^shape)}. */
  public static ContinuousLaw weibull(Real shape, Real scale) {
    requirePositive(shape, "the shape of Weibull");
    requirePositive(scale, "the scale of Weibull");
    return weibull(written("Weibull", shape, scale), shape, scale.log(), scale.value());
  }

  /** The length of a vector of two independent Gaussian variables of that deviation. */
  public static ContinuousLaw rayleigh(Real scale) {
    requirePositive(scale, "the scale of Rayleigh");
    Real log = scale.log().plus(Real.of(2).log().half());
    return weibull(written("Rayleigh", scale), Real.of(2), log, scale.value() * Math.sqrt(2));
  }

  private static ContinuousLaw weibull(String name, Real shape, Real logScale, double scale) {
    Real constant = shape.log().minus(shape.times(logScale));
    Real perPower = shape.times(logScale).negate().exp().negate();
    double spread = scale / Math.max(1, shape.value());
    Real mean = logScale.minus(Special.EULER.over(shape));
    return family(
        name,
        Support.POSITIVE,
        constant,
        List.of(
            part(shape.minus(Real.ONE), new Statistic.Log()),
            part(perPower, new Statistic.Power(shape))),
        statistic -> {
          if (statistic instanceof Statistic.Power power) {
            Real argument = Real.ONE.plus(power.exponent().over(shape));
            if (argument.sign().orElse(0) <= 0) {
              return Optional.of(Real.INFINITE);
            }
            Real log = power.exponent().times(logScale).plus(Special.logGamma(argument));
            return Optional.of(log.exp());
          } else if (statistic instanceof Statistic.Log) {
            return Optional.of(mean);
          } else if (statistic instanceof Statistic.LogSquared) {
            Real variance = Special.PI.squared().over(shape.squared().times(6));
            return Optional.of(mean.squared().plus(variance));
          }
          return Optional.empty();
        },
        WeibullDistribution.of(shape.value(), scale),
        new Spread(scale, spread));
  }

  /** {@code P(X > x) = (minimum/x)^shape} from the minimum on. */
  public static ContinuousLaw pareto(Real shape, Real minimum) {
    requirePositive(shape, "the shape of Pareto");
    requirePositive(minimum, "the minimum of Pareto");
    return family(
        written("Pareto", shape, minimum),
        new Support(minimum.value(), Double.POSITIVE_INFINITY),
        shape.log().plus(shape.times(minimum.log())),
        List.of(part(shape.plus(Real.ONE).negate(), new Statistic.Log())),
        statistic -> {
          if (statistic instanceof Statistic.Power power) {
            Real rest = shape.minus(power.exponent());
            return Optional.of(
                rest.sign().orElse(0) <= 0
                    ? Real.INFINITE
                    : shape.times(minimum.power(power.exponent())).over(rest));
          } else if (statistic instanceof Statistic.Log) {
            return Optional.of(minimum.log().plus(Real.ONE.over(shape)));
          } else if (statistic instanceof Statistic.LogSquared) {
            Real log = minimum.log();
            Real cross = log.times(2).over(shape);
            return Optional.of(log.squared().plus(cross).plus(Real.of(2).over(shape.squared())));
          }
          return Optional.empty();
        },
        ParetoDistribution.of(minimum.value(), shape.value()),
        new Spread(minimum.value() * (1 + 1 / shape.value()), minimum.value() / shape.value()));
  }
}
