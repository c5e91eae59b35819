package sit.render;

import java.math.BigDecimal;
import java.math.MathContext;

/** The round numbers that stand at an axis. */
final class Scale {
  private Scale() {}

  /** The step of at most so many ticks: 1, 2 or 5 times a power of ten. */
  static double step(double width, int ticks) {
    double rough = width / Math.max(1, ticks);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** A number in at most so many digits, without zeros at its end. */
  static String number(double value, int digits) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int magnitude = rounded.precision() - rounded.scale();
    return magnitude > 6 || magnitude < -4 ? rounded.toString() : rounded.toPlainString();
  }
}
