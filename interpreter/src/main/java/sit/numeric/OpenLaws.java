package sit.numeric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import sit.exact.Rational;
import sit.exact.closed.Parameter;
import sit.exact.closed.Points;
import sit.exact.closed.RationalFunction;
import sit.exact.closed.Signs;

/** Laws whose probabilities are functions of parameters. */
public final class OpenLaws {
  private static final int TRIED = 200;

  private OpenLaws() {}

  /**
   * Requires that rows add up to one whatever the parameters are, and that no probability is
   * negative where that is decided or at any of many values.
   *
   * @throws IllFormedLaw if a row is no law
   */
  static void require(List<RationalFunction> cells, String what, int width) {
    int rows = cells.size() / width;
    for (int row = 0; row < rows; row++) {
      RationalFunction sum = RationalFunction.ZERO;
      for (int column = 0; column < width; column++) {
        RationalFunction mass = cells.get(row * width + column);
        Optional<String> negative = negative(mass);
        if (negative.isPresent()) {
          throw IllFormedLaw.negative(what, row, rows, column, negative.get());
        }
        sum = sum.add(mass);
      }
      if (!sum.equals(RationalFunction.ONE)) {
        throw IllFormedLaw.sum(what, row, rows, sum.toString());
      }
    }
  }

  /** A function that is negative, and where; empty where it is not known to be. */
  public static Optional<String> negative(RationalFunction mass) {
    Optional<Integer> sign = Signs.of(mass);
    if (sign.filter(s -> s >= 0).isPresent()) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(TRIED);
    for (Map<Parameter, Rational> point : Points.many(mass.parameters(), TRIED, random)) {
      if (mass.at(point).filter(value -> value.signum() < 0).isPresent()) {
        StringBuilder at = new StringBuilder();
        point.forEach(
            (p, v) -> at.append(at.isEmpty() ? "" : ", ").append(p.name()).append(" = ").append(v));
        return Optional.of(mass + " at " + at);
      }
    }
    return Optional.empty();
  }
}
