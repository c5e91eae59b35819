package sit.exact.closed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import sit.exact.Rational;

/** A quotient of two polynomials in parameters, in lowest terms. */
public final class RationalFunction {
  public static final RationalFunction ZERO = of(Rational.ZERO);
  public static final RationalFunction ONE = of(Rational.ONE);

  private final Polynomial above;
  private final Polynomial below;

  /**
   * A function as a product.
   *
   * @param factor the number in front
   * @param powers irreducible polynomials, positive in the middle, and their exponents
   */
  record Product(Rational factor, Map<Polynomial, Integer> powers) {}

  private RationalFunction(Polynomial above, Polynomial below) {
    this.above = above;
    this.below = below;
  }

  public static RationalFunction of(Rational value) {
    return new RationalFunction(Polynomial.constant(value), Polynomial.ONE);
  }

  public static RationalFunction of(Parameter parameter) {
    return new RationalFunction(Polynomial.of(parameter), Polynomial.ONE);
  }

  static RationalFunction of(Polynomial polynomial) {
    return new RationalFunction(polynomial, Polynomial.ONE);
  }

  private static RationalFunction reduced(Polynomial above, Polynomial below) {
    if (above.isZero()) {
      return ZERO;
    }
    Polynomial common = Algebra.gcd(above, below);
    Polynomial top = common.constant().isPresent() ? above : Algebra.quotient(above, common);
    Polynomial bottom = common.constant().isPresent() ? below : Algebra.quotient(below, common);
    Rational scale = Rational.of(bottom.sign()).divide(bottom.content());
    return new RationalFunction(top.scale(scale), bottom.scale(scale));
  }

  public RationalFunction add(RationalFunction other) {
    if (below.equals(other.below)) {
      Polynomial sum = above.add(other.above, Rational.ONE);
      return below.equals(Polynomial.ONE) ? new RationalFunction(sum, below) : reduced(sum, below);
    }
    Polynomial sum = above.multiply(other.below).add(other.above.multiply(below), Rational.ONE);
    return reduced(sum, below.multiply(other.below));
  }

  public RationalFunction subtract(RationalFunction other) {
    return add(other.negate());
  }

  public RationalFunction negate() {
    return new RationalFunction(above.scale(Rational.MINUS_ONE), below);
  }

  public RationalFunction multiply(RationalFunction other) {
    Polynomial product = above.multiply(other.above);
    boolean whole = below.equals(Polynomial.ONE) && other.below.equals(Polynomial.ONE);
    return whole
        ? new RationalFunction(product, below)
        : reduced(product, below.multiply(other.below));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if the other is zero everywhere
   */
  public RationalFunction divide(RationalFunction other) {
    if (other.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    return reduced(above.multiply(other.below), below.multiply(other.above));
  }

  public RationalFunction pow(int exponent) {
    RationalFunction base = exponent < 0 ? ONE.divide(this) : this;
    RationalFunction power = ONE;
    for (int i = 0; i < Math.abs(exponent); i++) {
      power = power.multiply(base);
    }
    return power;
  }

  public boolean isZero() {
    return above.isZero();
  }

  /** The number it is everywhere, if it is one. */
  public Optional<Rational> constant() {
    return below.equals(Polynomial.ONE) ? above.constant() : Optional.empty();
  }

  public SortedSet<Parameter> parameters() {
    SortedSet<Parameter> all = above.parameters();
    all.addAll(below.parameters());
    return all;
  }

  /** The value where every parameter has one; empty at a pole. */
  public Optional<Rational> at(Map<Parameter, Rational> values) {
    Rational divisor = below.at(values);
    return divisor.isZero() ? Optional.empty() : Optional.of(above.at(values).divide(divisor));
  }

  public RationalFunction derivative(Parameter by) {
    Polynomial sum =
        above
            .derivative(by)
            .multiply(below)
            .add(above.multiply(below.derivative(by)), Rational.MINUS_ONE);
    return reduced(sum, below.multiply(below));
  }

  /** Its sign in the middle of the intervals. */
  public int sign() {
    return above.sign() * below.sign();
  }

  /** How long it is: the number of terms and their degrees. */
  int length() {
    return above.terms().size() + above.degree() + 2 * (below.terms().size() + below.degree()) - 2;
  }

  /**
   * Its factors.
   *
   * @throws ArithmeticException if it is zero
   */
  Product product() {
    if (isZero()) {
      throw new ArithmeticException("the factors of zero");
    }
    Map<Polynomial, Integer> powers = new TreeMap<>();
    Rational factor = apart(above, 1, powers).divide(apart(below, -1, powers));
    return new Product(factor, powers);
  }

  /** Takes a polynomial apart into factors; what is left is a number. */
  private static Rational apart(Polynomial whole, int sign, Map<Polynomial, Integer> powers) {
    if (whole.constant().isPresent()) {
      return whole.constant().get();
    }
    Polynomial[] product = {Polynomial.ONE};
    Algebra.factors(whole)
        .forEach(
            (factor, exponent) -> {
              powers.merge(factor, sign * exponent, Integer::sum);
              product[0] = product[0].multiply(factor.pow(exponent));
            });
    Powers leading = whole.terms().lastKey();
    return whole.terms().get(leading).divide(product[0].terms().get(leading));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RationalFunction that && subtract(that).isZero();
  }

  /** Of its parameters alone. */
  @Override
  public int hashCode() {
    return parameters().hashCode();
  }

  /** A product of factors where it is one, else its terms; to be read back by the parser. */
  @Override
  public String toString() {
    if (constant().isPresent() || below.equals(Polynomial.ONE) && above.terms().size() == 1) {
      return above.toString();
    }
    Product product = product();
    boolean sum =
        below.equals(Polynomial.ONE)
            && product.powers().size() == 1
            && product.powers().containsValue(1)
            && (product.factor().isOne() || above.terms().size() > 2);
    return sum ? above.toString() : printed(product);
  }

  private static String printed(Product product) {
    List<String> top = new ArrayList<>();
    List<String> bottom = new ArrayList<>();
    Rational size = product.factor().abs();
    if (!size.numerator().equals(BigInteger.ONE)) {
      top.add(size.numerator().toString());
    }
    if (!size.denominator().equals(BigInteger.ONE)) {
      bottom.add(size.denominator().toString());
    }
    product
        .powers()
        .forEach(
            (factor, exponent) -> {
              String base = factor.terms().size() == 1 ? factor + "" : "(" + factor + ")";
              int power = Math.abs(exponent);
              (exponent > 0 ? top : bottom).add(power == 1 ? base : base + "^" + power);
            });
    String text = (product.factor().signum() < 0 ? "-" : "") + String.join("*", top);
    text = top.isEmpty() ? text + "1" : text;
    if (bottom.isEmpty()) {
      return text;
    }
    String divisor = String.join("*", bottom);
    return text + "/" + (bottom.size() > 1 ? "(" + divisor + ")" : divisor);
  }
}
