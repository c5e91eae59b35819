package sit.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes a sum of logarithms as a person would, in the language's own spelling. */
final class LogSumPrinter {
  private final LogSum.Base base;

  LogSumPrinter(LogSum.Base base) {
    this.base = base;
  }

  /**
   * Positive terms lead; of terms with one sign the number comes first and then the smaller
   * logarithms.
   */
  String print(LogSum sum) {
    // of Gaussian entropies, 1/2*log2(2*pi*e) reads better than its parts
    boolean gaussian = !sum.ofPi().isZero() && sum.ofPi().equals(sum.ofE());
    Rational rational = gaussian ? sum.rationalPart().subtract(sum.ofPi()) : sum.rationalPart();
    SortedMap<BigInteger, Rational> logarithms = sum.logarithms();
    List<String> positive = new ArrayList<>();
    List<String> negative = new ArrayList<>();
    String number = rational.isZero() ? "" : number(rational.abs());
    if (rational.signum() > 0) {
      positive.add(number);
    }
    for (Map.Entry<BigInteger, Rational> entry : logarithms.entrySet()) {
      String term = multiple(entry.getValue().abs(), entry.getKey().toString());
      (entry.getValue().signum() > 0 ? positive : negative).add(term);
    }
    if (!sum.ofPi().isZero()) {
      (sum.ofPi().signum() > 0 ? positive : negative)
          .add(multiple(sum.ofPi().abs(), gaussian ? "2*pi*e" : "pi"));
    }
    if (!gaussian && !sum.ofE().isZero()) {
      String term =
          base == LogSum.Base.TWO ? multiple(sum.ofE().abs(), "e") : sum.ofE().abs().toString();
      (sum.ofE().signum() > 0 ? positive : negative).add(term);
    }
    if (rational.signum() < 0) {
      negative.add(number);
    }
    StringBuilder out = new StringBuilder();
    for (String term : positive) {
      out.append(out.isEmpty() ? "" : " + ").append(term);
    }
    for (String term : negative) {
      out.append(out.isEmpty() ? "-" : " - ").append(term);
    }
    return out.isEmpty() ? "0" : out.toString();
  }

  private String number(Rational value) {
    return base == LogSum.Base.TWO ? value.toString() : multiple(value, "2");
  }

  private String multiple(Rational coefficient, String argument) {
    String logarithm = (base == LogSum.Base.TWO ? "log2(" : "ln(") + argument + ")";
    return coefficient.isOne() ? logarithm : coefficient + "*" + logarithm;
  }
}
