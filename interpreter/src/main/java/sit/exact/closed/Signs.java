package sit.exact.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;

/** The sign that a function has at every value of its parameters, by Sturm's theorem. */
public final class Signs {
  private static final int MOST_CORNERS = 1 << 10;

  private Signs() {}

  /**
   * The sign of a function, where it is the same everywhere apart from zeros: 1 where it is never
   * negative, -1 where it is never positive, 0 where it is zero.
   *
   * @return empty where it has both signs, or that is not decided
   */
  public static Optional<Integer> of(RationalFunction function) {
    if (function.isZero()) {
      return Optional.of(0);
    }
    RationalFunction.Product product = function.product();
    int sign = product.factor().signum();
    for (Map.Entry<Polynomial, Integer> power : product.powers().entrySet()) {
      // an irreducible factor is positive in the middle, and everywhere if it has no zero
      if (power.getValue() % 2 != 0 && !isNeverNegative(power.getKey())) {
        return Optional.empty();
      }
    }
    return Optional.of(sign);
  }

  /**
   * The sign of a function that is nowhere zero, inside and at the ends that are meant.
   *
   * @return empty where it may be zero or have both signs
   */
  public static Optional<Integer> strictly(RationalFunction function) {
    if (function.isZero()) {
      return Optional.of(0);
    }
    RationalFunction.Product product = function.product();
    for (Polynomial f : product.powers().keySet()) {
      if (f.parameters().size() != 1 || !isNeverNegative(f) || isZeroAtAnEnd(f)) {
        return Optional.empty();
      }
    }
    return Optional.of(product.factor().signum());
  }

  private static boolean isZeroAtAnEnd(Polynomial f) {
    Parameter p = f.parameters().first();
    return p.lowerIn() && p.lower().filter(l -> f.at(Map.of(p, l)).isZero()).isPresent()
        || p.upperIn() && p.upper().filter(u -> f.at(Map.of(p, u)).isZero()).isPresent();
  }

  /** Whether a polynomial that is positive in the middle has no zero inside; no if not decided. */
  static boolean isNeverNegative(Polynomial f) {
    if (f.parameters().size() != 1) {
      return hasPositiveTerms(f) || isPositiveAtCorners(f);
    }
    Parameter parameter = f.parameters().first();
    return roots(coefficients(f, parameter), parameter) == 0;
  }

  /** Whether every term is positive because its parameters are. */
  private static boolean hasPositiveTerms(Polynomial f) {
    boolean positive = f.parameters().stream().allMatch(Signs::isPositive);
    return positive && f.terms().values().stream().allMatch(c -> c.signum() > 0);
  }

  /** A polynomial of degree one in each parameter is least at a corner of the box they run over. */
  private static boolean isPositiveAtCorners(Polynomial f) {
    List<Map<Parameter, Rational>> corners = new ArrayList<>(List.of(Map.of()));
    for (Parameter parameter : f.parameters()) {
      boolean box = parameter.lower().isPresent() && parameter.upper().isPresent();
      boolean affine = f.terms().keySet().stream().allMatch(m -> m.of(parameter) <= 1);
      if (!box || !affine || corners.size() > MOST_CORNERS) {
        return false;
      }
      List<Map<Parameter, Rational>> more = new ArrayList<>();
      for (Map<Parameter, Rational> corner : corners) {
        for (Rational end : List.of(parameter.lower().get(), parameter.upper().get())) {
          Map<Parameter, Rational> longer = new TreeMap<>(corner);
          longer.put(parameter, end);
          more.add(longer);
        }
      }
      corners = more;
    }
    return corners.stream().allMatch(corner -> f.at(corner).signum() >= 0);
  }

  private static boolean isPositive(Parameter parameter) {
    return parameter.lower().filter(l -> l.signum() >= 0).isPresent();
  }

  private static List<Rational> coefficients(Polynomial f, Parameter parameter) {
    List<Rational> all = new ArrayList<>();
    for (int i = 0; i <= f.degree(); i++) {
      all.add(f.terms().getOrDefault(Powers.of(parameter, i), Rational.ZERO));
    }
    return all;
  }

  /** How many zeros a polynomial without multiple ones has inside the interval. */
  private static int roots(List<Rational> f, Parameter parameter) {
    List<List<Rational>> chain = new ArrayList<>(List.of(f, derivative(f)));
    while (chain.get(chain.size() - 1).size() > 1) {
      List<Rational> rest = remainder(chain.get(chain.size() - 2), chain.get(chain.size() - 1));
      if (rest.isEmpty()) {
        break;
      }
      chain.add(rest.stream().map(Rational::negate).toList());
    }
    int below = parameter.lower().map(l -> changes(chain, l)).orElse(atInfinity(chain, -1));
    int above = parameter.upper().map(u -> changes(chain, u)).orElse(atInfinity(chain, 1));
    // Sturm counts the zeros in (lower, upper]
    boolean atEnd = parameter.upper().filter(u -> value(f, u).isZero()).isPresent();
    return below - above - (atEnd ? 1 : 0);
  }

  private static List<Rational> derivative(List<Rational> f) {
    List<Rational> all = new ArrayList<>();
    for (int i = 1; i < f.size(); i++) {
      all.add(f.get(i).multiply(Rational.of(i)));
    }
    return all;
  }

  private static List<Rational> remainder(List<Rational> a, List<Rational> b) {
    List<Rational> rest = new ArrayList<>(a);
    int degree = b.size() - 1;
    while (rest.size() > degree) {
      int top = rest.size() - 1;
      Rational factor = rest.get(top).divide(b.get(degree));
      for (int i = 0; i < degree; i++) {
        int at = top - degree + i;
        rest.set(at, rest.get(at).subtract(factor.multiply(b.get(i))));
      }
      rest.remove(top);
    }
    while (!rest.isEmpty() && rest.get(rest.size() - 1).isZero()) {
      rest.remove(rest.size() - 1);
    }
    return rest;
  }

  private static Rational value(List<Rational> f, Rational at) {
    Rational sum = Rational.ZERO;
    for (int i = f.size() - 1; i >= 0; i--) {
      sum = sum.multiply(at).add(f.get(i));
    }
    return sum;
  }

  private static int changes(List<List<Rational>> chain, Rational at) {
    List<Integer> signs = new ArrayList<>();
    chain.forEach(f -> signs.add(value(f, at).signum()));
    return changes(signs);
  }

  private static int atInfinity(List<List<Rational>> chain, int side) {
    List<Integer> signs = new ArrayList<>();
    for (List<Rational> f : chain) {
      int sign = f.get(f.size() - 1).signum();
      signs.add(side < 0 && f.size() % 2 == 0 ? -sign : sign);
    }
    return changes(signs);
  }

  private static int changes(List<Integer> signs) {
    int changes = 0;
    int last = 0;
    for (int sign : signs) {
      changes += sign * last < 0 ? 1 : 0;
      last = sign != 0 ? sign : last;
    }
    return changes;
  }
}
