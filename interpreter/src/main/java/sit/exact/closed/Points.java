package sit.exact.closed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sit.exact.Rational;

/** Values of parameters at which something is tried. */
public final class Points {
  private static final int FINE = 1 << 10;

  /** So many places have short fractions. */
  private static final int COARSE = 64;

  private Points() {}

  /** A place in the middle of the intervals, another one for each shift. */
  static Map<Parameter, Rational> middle(Collection<Parameter> parameters, int shift) {
    Map<Parameter, Rational> point = new TreeMap<>();
    int place = 0;
    for (Parameter parameter : parameters) {
      Rational share = Rational.of(3L + 7L * place + 11L * shift, 8L + 15L * place + 23L * shift);
      point.put(parameter, parameter.inside(share));
      place++;
    }
    return point;
  }

  /**
   * Many places: for one parameter evenly spread and close to the ends, for several drawn at
   * random; the ends too where they are meant.
   */
  public static List<Map<Parameter, Rational>> many(
      Collection<Parameter> parameters, int count, SplittableRandom random) {
    List<Map<Parameter, Rational>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<Parameter, Rational> point = new TreeMap<>();
      for (Parameter parameter : parameters) {
        Rational share =
            parameters.size() == 1
                ? spread(i, count)
                : i < COARSE
                    ? Rational.of(1L + random.nextInt(7), 8)
                    : Rational.of(1L + random.nextInt(FINE), FINE + 2L);
        point.put(parameter, at(parameter, i, share));
      }
      all.add(point);
    }
    return all;
  }

  private static Rational at(Parameter parameter, int place, Rational share) {
    if (place == 0 && parameter.lowerIn() && parameter.lower().isPresent()) {
      return parameter.lower().get();
    }
    return place == 1 && parameter.upperIn() && parameter.upper().isPresent()
        ? parameter.upper().get()
        : parameter.inside(share);
  }

  /** First the middle, then close to the ends, then evenly. */
  private static Rational spread(int place, int count) {
    if (place == 2) {
      return Rational.of(1, 2);
    }
    if (place < 16) {
      Rational near = Rational.of(1, 1L << 2 * (place / 2 + 1));
      return place % 2 == 0 ? near : Rational.ONE.subtract(near);
    }
    return Rational.of(place - 15L, count - 14L);
  }
}
