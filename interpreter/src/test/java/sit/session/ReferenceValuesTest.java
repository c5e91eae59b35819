package sit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import sit.exact.Rational;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Values that others computed or published, each with where it comes from and how closely it must
 * be met.
 */
class ReferenceValuesTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = {"/reference/values.csv", "/reference/models.csv"},
      useHeadersInDisplayName = false,
      numLinesToSkip = 1,
      maxCharsPerColumn = 100_000)
  void isReproduced(
      String id,
      String quantity,
      String script,
      String expected,
      String unit,
      double tolerance,
      String kind,
      String source) {
    assertThat(source).isNotBlank();
    assertThat(kind).isIn("closed form", "published", "computed");
    List<Value> values = Library.values(script);
    Quantity value = (Quantity) values.get(values.size() - 1);
    double wanted =
        Rational.parse(expected).toDecimal(java.math.MathContext.DECIMAL64).doubleValue();
    assertThat(value.value()).isCloseTo(wanted, within(tolerance));
    assertThat(value.lower()).isLessThanOrEqualTo(wanted + tolerance);
    assertThat(value.upper()).isGreaterThanOrEqualTo(wanted - tolerance);
    Unit written = unit.equals("nat") ? Unit.NAT : unit.equals("bit") ? Unit.BIT : Unit.NONE;
    assertThat(value.unit()).isIn(written, value.isExactZero() ? Unit.NONE : written);
  }
}
