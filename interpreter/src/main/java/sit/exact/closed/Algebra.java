package sit.exact.closed;

import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariateDivision;
import cc.redberry.rings.poly.multivar.MultivariateFactorization;
import cc.redberry.rings.poly.multivar.MultivariateGCD;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.primes.BigPrimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import sit.exact.Rational;

/** Common divisors and factors of polynomials, by the library Rings, which is loaded here alone. */
final class Algebra {
  private final List<Parameter> parameters;

  private Algebra(SortedSet<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  private static Algebra of(Polynomial a, Polynomial b) {
    SortedSet<Parameter> all = a.parameters();
    all.addAll(b.parameters());
    return new Algebra(all);
  }

  /** The greatest common divisor, up to a number. */
  static Polynomial gcd(Polynomial a, Polynomial b) {
    if (a.constant().isPresent() || b.constant().isPresent()) {
      return Polynomial.ONE;
    }
    Algebra in = of(a, b);
    return in.back(MultivariateGCD.PolynomialGCD(in.integral(a), in.integral(b)));
  }

  /** The quotient of a polynomial and one that divides it. */
  static Polynomial quotient(Polynomial a, Polynomial b) {
    if (b.constant().isPresent()) {
      return a.scale(Rational.ONE.divide(b.constant().get()));
    }
    Algebra in = of(a, b);
    Polynomial whole = in.back(MultivariateDivision.divideExact(in.integral(a), in.integral(b)));
    return whole.scale(a.content().divide(b.content()));
  }

  /** The irreducible factors of a polynomial that is not constant, each up to a number. */
  static Map<Polynomial, Integer> factors(Polynomial a) {
    Map<Polynomial, Integer> factors = new TreeMap<>();
    if (a.degree() <= 1) {
      factors.put(primitive(a), 1);
      return factors;
    }
    Polynomial rest = a;
    for (Parameter parameter : a.parameters()) {
      int power = Integer.MAX_VALUE;
      for (Powers powers : a.terms().keySet()) {
        power = Math.min(power, powers.of(parameter));
      }
      if (power > 0) {
        factors.put(Polynomial.of(parameter), power);
        rest = rest.lowered(parameter, power);
      }
    }
    if (rest.degree() <= 1) {
      if (rest.degree() == 1) {
        factors.merge(primitive(rest), 1, Integer::sum);
      }
      return factors;
    }
    Algebra in = of(rest, Polynomial.ONE);
    PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> found =
        MultivariateFactorization.Factor(in.integral(rest));
    for (int i = 0; i < found.size(); i++) {
      Polynomial factor = in.back(found.get(i));
      if (factor.constant().isEmpty()) {
        factors.merge(primitive(factor), found.getExponent(i), Integer::sum);
      }
    }
    return factors;
  }

  /** The multiple with whole coefficients that have no common factor, positive in the middle. */
  static Polynomial primitive(Polynomial a) {
    return a.scale(Rational.of(a.sign()).divide(a.content()));
  }

  /** The prime factors of a whole number above one. */
  static Map<java.math.BigInteger, Integer> primes(java.math.BigInteger number) {
    Map<java.math.BigInteger, Integer> factors = new TreeMap<>();
    java.math.BigInteger rest = number;
    for (long small = 2; small < 1000 && rest.bitLength() > 1; small++) {
      java.math.BigInteger divisor = java.math.BigInteger.valueOf(small);
      while (rest.mod(divisor).signum() == 0) {
        rest = rest.divide(divisor);
        factors.merge(divisor, 1, Integer::sum);
      }
    }
    if (rest.bitLength() <= 1) {
      return factors;
    }
    if (rest.bitLength() < 20) {
      factors.merge(rest, 1, Integer::sum); // below 1000^2 without a small factor
      return factors;
    }
    for (BigInteger prime : BigPrimes.primeFactors(new BigInteger(rest.toByteArray()))) {
      factors.merge(ours(prime), 1, Integer::sum);
    }
    return factors;
  }

  private MultivariatePolynomial<BigInteger> integral(Polynomial a) {
    Rational scale = Rational.ONE.divide(a.content());
    List<Monomial<BigInteger>> monomials = new ArrayList<>();
    a.terms()
        .forEach(
            (powers, factor) -> {
              int[] exponents = new int[parameters.size()];
              for (int i = 0; i < exponents.length; i++) {
                exponents[i] = powers.of(parameters.get(i));
              }
              java.math.BigInteger whole = factor.multiply(scale).numerator();
              monomials.add(new Monomial<>(exponents, new BigInteger(whole.toByteArray())));
            });
    return MultivariatePolynomial.create(
        parameters.size(), Rings.Z, MonomialOrder.DEFAULT, monomials);
  }

  private Polynomial back(MultivariatePolynomial<BigInteger> a) {
    TreeMap<Powers, Rational> terms = new TreeMap<>();
    for (Monomial<BigInteger> monomial : a) {
      Powers powers = Powers.ONE;
      for (int i = 0; i < parameters.size(); i++) {
        powers = powers.multiply(Powers.of(parameters.get(i), monomial.exponents[i]));
      }
      terms.put(powers, Rational.of(ours(monomial.coefficient)));
    }
    return new Polynomial(terms);
  }

  private static java.math.BigInteger ours(BigInteger value) {
    return new java.math.BigInteger(value.toByteArray());
  }
}
