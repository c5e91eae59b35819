package sit.numeric.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sit.exact.Rational;
import sit.limits.Limits;

/** Families of laws: their closed forms against quadrature, known values, what is no parameter. */
class FamiliesTest {
  private static Real real(double value) {
    return Real.of(Rational.of(new java.math.BigDecimal(value)));
  }

  static Stream<ContinuousLaw> laws() {
    return Stream.of(
        Lines.normal(real(0.5), real(2)),
        Families.exponential(real(1.5)),
        Families.gamma(real(2.5), real(0.75)),
        Families.gamma(real(0.5), real(2)),
        Families.chiSquare(real(3)),
        Families.beta(real(2), real(3.5)),
        Families.beta(real(0.5), real(0.5)),
        Families.uniform(real(-1), real(2)),
        Families.logNormal(real(0.25), real(0.5)),
        Families.weibull(real(1.5), real(2)),
        Families.rayleigh(real(1.25)),
        Families.pareto(real(3.5), real(0.5)),
        Lines.laplace(real(-0.5), real(1.5)),
        Lines.logistic(real(1), real(0.5)),
        Lines.gumbel(real(0.5), real(1.25)),
        Lines.cauchy(real(1), real(2)),
        Lines.student(real(3.5)),
        Lines.vonMises(real(0.5), real(2)));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void densitiesIntegrateToOne(ContinuousLaw law) {
    Quadrature.Estimate mass = Quadrature.mean(law, List.of(), x -> 1, Limits.none());
    assertThat(Math.abs(mass.value() - 1)).isLessThanOrEqualTo(mass.error() + 1e-13);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void entropiesAreMeansOfTheLogarithm(ContinuousLaw law) {
    Quadrature.Estimate entropy =
        Quadrature.mean(law, List.of(), x -> -law.logDensity(x), Limits.none());
    Real closed = law.entropy().orElseThrow();
    assertThat(closed.value()).isCloseTo(entropy.value(), within(1e-9 + entropy.error()));
    assertThat(closed.bounded().error()).isLessThan(1e-11);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void relativeEntropiesInClosedFormAreThoseOfQuadrature(ContinuousLaw p) {
    laws()
        .filter(q -> q.support().holds(p.support()) && q != p)
        .forEach(
            q -> {
              Real value =
                  Divergences.divergence(p, q, Limits.none())
                      .map(Divergences.Found::value)
                      .orElse(Real.INFINITE);
              Quadrature.Estimate direct =
                  Quadrature.mean(
                      p, q.corners(), x -> p.logDensity(x) - q.logDensity(x), Limits.none());
              if (!value.isInfinite()) {
                assertThat(value.value())
                    .as(p.name() + " || " + q.name())
                    .isGreaterThanOrEqualTo(-1e-12)
                    .isCloseTo(direct.value(), within(1e-8 + direct.error()));
              } else {
                assertThat(direct.converged()).as(p.name() + " || " + q.name()).isFalse();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("laws")
  void massOutsideTheSupportIsInfinitelyFar(ContinuousLaw p) {
    ContinuousLaw narrow = Families.uniform(real(100), real(101));
    assertThat(Divergences.divergence(p, narrow, Limits.none()).orElseThrow().value().isInfinite())
        .isTrue();
    assertThat(Divergences.divergence(p, p, Limits.none()).orElseThrow().value())
        .isEqualTo(Real.ZERO);
  }

  /** Abramowitz and Stegun, tables 6.1 and 6.4, and 9.8 for the Bessel functions. */
  @ParameterizedTest
  @CsvSource({
    "1, -0.57721566490153286", "0.5, -1.96351002602142347944", "10, 2.25175258906672110765",
    "0.1, -10.4237549404110767951", "1.5, 0.03648997397857652056", "100, 4.60016185273808740"
  })
  void digammaIsGoodToTheLastPlaces(double x, double expected) {
    Real value = Special.digamma(real(x));
    assertThat(value.value()).isCloseTo(expected, within(5e-14 * Math.max(1, Math.abs(expected))));
    assertThat(Math.abs(value.value() - expected))
        .isLessThanOrEqualTo(value.bounded().error() + Math.ulp(expected));
  }

  @Test
  void besselFunctionsAreThoseOfTheTables() {
    assertThat(Special.logBessel0(real(1)).exp().value())
        .isCloseTo(1.26606587775200833560, within(1e-13));
    assertThat(Special.besselRatio(real(1)).value())
        .isCloseTo(0.56515910399248502721 / 1.26606587775200833560, within(1e-13));
    assertThat(Special.logBessel0(real(700)).value())
        .isCloseTo(700 - 0.5 * Math.log(2 * Math.PI * 700) + Math.log1p(1 / 5600.0), within(1e-6));
  }

  @Test
  void whatIsNoParameterIsSaid() {
    assertThatThrownBy(() -> Lines.normal(Real.ZERO, real(-1)))
        .isInstanceOf(BadParameter.class)
        .hasMessage("the variance of Normal must be positive, not -1");
    assertThatThrownBy(() -> Families.uniform(Real.ONE, Real.ONE))
        .hasMessage("the upper end of Uniform must be above the lower end 1, not 1");
    assertThatThrownBy(() -> new Dirichlet(List.of(Real.ONE))).isInstanceOf(BadParameter.class);
  }

  /** Cover and Thomas, figures 9.3 and 10.7: what is filled adds up. */
  @Test
  void waterIsNeitherLostNorMade() {
    List<Real> floors = List.of(real(4), real(0.5), real(1), real(2.25));
    for (double power : new double[] {0.1, 1, 3, 20}) {
      Rational level = WaterFilling.level(floors, real(power)).rational().orElseThrow();
      Rational filled = Rational.ZERO;
      for (Real floor : floors) {
        Rational depth = level.subtract(floor.rational().orElseThrow());
        filled = depth.signum() > 0 ? filled.add(depth) : filled;
      }
      assertThat(filled).isEqualTo(real(power).rational().orElseThrow());
    }
    for (double distortion : new double[] {0.1, 1, 3, 7.75}) {
      Rational level = WaterFilling.reverse(floors, real(distortion)).rational().orElseThrow();
      Rational below = Rational.ZERO;
      for (Real variance : floors) {
        Rational own = variance.rational().orElseThrow();
        below = below.add(own.compareTo(level) < 0 ? own : level);
      }
      assertThat(below).isEqualTo(real(distortion).rational().orElseThrow());
    }
    assertThat(WaterFilling.reverse(floors, real(100))).isEqualTo(real(4));
  }
}
