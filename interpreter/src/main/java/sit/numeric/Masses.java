package sit.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.exact.closed.OpenParameter;
import sit.exact.closed.Parameter;
import sit.exact.closed.RationalFunction;

/**
 * Probabilities in a row, as doubles and, where all were given exactly, as integers over a common
 * denominator; or as functions of parameters, which have no values.
 *
 * <p>A table over several variables is one row of masses, the last variable running fastest; a
 * conditional table has a row for each outcome of the parents.
 */
public final class Masses {
  private static final double TOLERANCE = 1e-12;

  private final double[] values;
  private final BigInteger[] numerators;
  private final BigInteger denominator;
  private final double relativeError;
  private final RationalFunction[] open;

  private Masses(
      double[] values, BigInteger[] numerators, BigInteger denominator, double relativeError) {
    this.values = values;
    this.numerators = numerators;
    this.denominator = denominator;
    this.relativeError = relativeError;
    this.open = null;
  }

  private Masses(RationalFunction[] open) {
    this.values = null;
    this.numerators = null;
    this.denominator = null;
    this.relativeError = 0;
    this.open = open;
  }

  /** The masses as given: exact if all are, else the doubles are taken at their word. */
  public static Masses of(List<Scalar> given) {
    return of(given, 0);
  }

  /**
   * The masses as given.
   *
   * @param relativeError how far those that are not exact may be from what is meant, as a fraction
   *     of each
   */
  public static Masses of(List<Scalar> given, double relativeError) {
    for (Scalar scalar : given) {
      if (scalar.isOpen()) {
        return open(given);
      }
    }
    double[] values = new double[given.size()];
    boolean exact = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = given.get(i).value();
      exact &= given.get(i).isExact();
    }
    return exact
        ? exact(values, given)
        : new Masses(values, null, null, relativeError + Bounded.UNIT);
  }

  private static Masses open(List<Scalar> given) {
    RationalFunction[] functions = new RationalFunction[given.size()];
    for (int i = 0; i < functions.length; i++) {
      functions[i] = given.get(i).function();
    }
    return new Masses(functions);
  }

  /** Exact masses. */
  public static Masses exact(List<Rational> given) {
    List<Scalar> masses = new ArrayList<>(given.size());
    for (Rational mass : given) {
      masses.add(Scalar.exact(mass));
    }
    return of(masses);
  }

  /** Masses in floating point, taken at their word. */
  public static Masses approximate(double[] values) {
    return new Masses(values.clone(), null, null, 0);
  }

  private static Masses exact(double[] values, List<Scalar> given) {
    BigInteger common = BigInteger.ONE;
    for (Scalar mass : given) {
      BigInteger below = mass.rational().denominator();
      if (!common.mod(below).equals(BigInteger.ZERO)) {
        common = common.divide(common.gcd(below)).multiply(below);
      }
    }
    BigInteger[] numerators = new BigInteger[values.length];
    for (int i = 0; i < numerators.length; i++) {
      Rational mass = given.get(i).rational();
      numerators[i] = mass.numerator().multiply(common.divide(mass.denominator()));
    }
    return new Masses(values, numerators, common, Bounded.UNIT);
  }

  public int size() {
    return isOpen() ? open.length : values.length;
  }

  /**
   * The mass at a place.
   *
   * @throws OpenParameter if it is a function of parameters
   */
  public double value(int place) {
    return values()[place];
  }

  /** Whether they are functions of parameters. */
  public boolean isOpen() {
    return open != null;
  }

  /** As functions of parameters; empty where masses are known in floating point only. */
  public Optional<List<RationalFunction>> functions() {
    if (isOpen()) {
      return Optional.of(List.of(open));
    }
    if (!isExact()) {
      return Optional.empty();
    }
    List<RationalFunction> all = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      all.add(RationalFunction.of(rational(i)));
    }
    return Optional.of(all);
  }

  public boolean isExact() {
    return numerators != null;
  }

  public Optional<Rational> exact(int place) {
    return isExact() ? Optional.of(rational(place)) : Optional.empty();
  }

  private Rational rational(int place) {
    return Rational.of(numerators[place], denominator);
  }

  /** How far a double may be from what is meant, as a fraction of it. */
  public double relativeError() {
    return relativeError;
  }

  double[] values() {
    if (isOpen()) {
      TreeSet<Parameter> parameters = new TreeSet<>();
      for (RationalFunction function : open) {
        parameters.addAll(function.parameters());
      }
      throw new OpenParameter(parameters);
    }
    return values;
  }

  BigInteger[] numerators() {
    return numerators;
  }

  BigInteger denominator() {
    return denominator;
  }

  /**
   * These masses, checked to be laws of {@code width} outcomes each: none negative, every row
   * adding up to one, exactly or, for doubles, within {@code 1e-12 * width}; rows of doubles are
   * then divided by their sums.
   *
   * @param what the law's name in messages, such as {@code the law of Y given X}
   * @throws IllFormedLaw if a row is no law
   */
  public Masses laws(String what, int width) {
    if (width < 1 || size() == 0 || size() % width != 0) {
      throw IllFormedLaw.shape(what, "probabilities", width, size());
    }
    if (isOpen()) {
      OpenLaws.require(List.of(open), what, width);
      return this;
    }
    int rows = values.length / width;
    double[] divided = isExact() ? values : new double[values.length];
    for (int row = 0; row < rows; row++) {
      checkSigns(what, row, rows, width);
      if (isExact()) {
        checkExactSum(what, row, rows, width);
      } else {
        divide(divided, what, row, rows, width);
      }
    }
    return isExact() ? this : new Masses(divided, null, null, relativeError + 4 * Bounded.UNIT);
  }

  private void checkSigns(String what, int row, int rows, int width) {
    for (int column = 0; column < width; column++) {
      int place = row * width + column;
      double mass = values[place];
      if (isExact() ? numerators[place].signum() < 0 : mass < 0) {
        String found = isExact() ? rational(place).toString() : Double.toString(mass);
        throw IllFormedLaw.negative(what, row, rows, column, found);
      }
      if (!isExact() && !Double.isFinite(mass)) {
        throw IllFormedLaw.notANumber(what, row, rows, column, Double.toString(mass));
      }
    }
  }

  private void checkExactSum(String what, int row, int rows, int width) {
    BigInteger sum = BigInteger.ZERO;
    for (int place = row * width; place < (row + 1) * width; place++) {
      sum = sum.add(numerators[place]);
    }
    if (!sum.equals(denominator)) {
      throw IllFormedLaw.sum(what, row, rows, Rational.of(sum, denominator).toString());
    }
  }

  private void divide(double[] into, String what, int row, int rows, int width) {
    CompensatedSum sum = new CompensatedSum();
    for (int place = row * width; place < (row + 1) * width; place++) {
      sum.add(values[place]);
    }
    double total = sum.value();
    if (!(Math.abs(total - 1) <= TOLERANCE * width)) {
      throw IllFormedLaw.sum(what, row, rows, Double.toString(total));
    }
    for (int place = row * width; place < (row + 1) * width; place++) {
      into[place] = values[place] / total;
    }
  }
}
