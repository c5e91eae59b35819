package sit.numeric.gaussian;

import java.math.BigInteger;
import org.hipparchus.Field;
import org.hipparchus.FieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import sit.exact.Rational;

/**
 * The numbers that a recursion is run in: fractions, in which it is exact, or sixty decimal digits,
 * which leave more than forty for what the recursion loses.
 *
 * @param digits how many digits they have, or none where they are exact
 */
record Numbers<T extends FieldElement<T>>(
    Field<T> field, java.util.function.Function<Rational, T> from, int digits) {
  private static final int DIGITS = 60;

  static Numbers<BigFraction> exact() {
    return new Numbers<>(
        BigFractionField.getInstance(),
        value -> new BigFraction(value.numerator(), value.denominator()),
        0);
  }

  static Numbers<Dfp> decimal() {
    DfpField field = new DfpField(DIGITS);
    return new Numbers<>(
        field,
        value -> decimal(field, value.numerator()).divide(decimal(field, value.denominator())),
        DIGITS);
  }

  private static Dfp decimal(DfpField field, BigInteger value) {
    return field.newDfp(value.toString());
  }

  boolean isExact() {
    return digits == 0;
  }

  /** The rational number that an element is, where the numbers are exact. */
  static Rational rational(FieldElement<?> value) {
    BigFraction fraction = (BigFraction) value;
    return Rational.of(fraction.getNumerator(), fraction.getDenominator());
  }
}
