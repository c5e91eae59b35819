package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.numeric.Scalar;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.Real;
import sit.numeric.gaussian.Affine;
import sit.numeric.gaussian.Source;
import sit.typed.TypedExpr;
import sit.value.Quantity;

/**
 * Probabilities of events that are made of comparisons of one combination of sources with numbers:
 * the line is cut at these numbers, and each piece is in the event or not.
 */
final class Events {
  private static final double SLACK = 1e-13;

  private final Evaluator evaluator;
  private final Affines reader;
  private final Locals locals;
  private Optional<Affine> base = Optional.empty();
  private final TreeSet<Double> cuts = new TreeSet<>();

  Events(Evaluator evaluator, Affines reader, Locals locals) {
    this.evaluator = evaluator;
    this.reader = reader;
    this.locals = locals;
  }

  /** The factor and the shift by which a combination is another one times and plus something. */
  static Optional<double[]> along(Affine affine, Affine base) {
    Map.Entry<Source, Rational> some = base.multiples().entrySet().iterator().next();
    Rational factor =
        affine.multiples().getOrDefault(some.getKey(), Rational.ZERO).divide(some.getValue());
    Affine rest = affine.plus(base.times(factor.negate(), 0));
    return rest.isConstant()
        ? Optional.of(
            new double[] {Scalar.exact(factor).value(), Scalar.exact(rest.constant()).value()})
        : Optional.empty();
  }

  /** An event as a function of the place on the line. */
  private interface Event {
    boolean at(double x);
  }

  /** The probability that all of some events happen. */
  Quantity probability(List<TypedExpr> all) {
    base = Optional.empty();
    cuts.clear();
    List<Event> events = new ArrayList<>();
    all.forEach(event -> events.add(read(event)));
    TypedExpr first = all.get(0);
    if (base.isEmpty()) {
      return Quantity.of(events.stream().allMatch(e -> e.at(0)) ? 1 : 0);
    }
    ContinuousLaw law =
        new ContinuousMeasures(evaluator).law(base.get(), "this event", first.span());
    cuts.removeIf(x -> x <= law.support().lower() || x >= law.support().upper());
    List<Double> points = new ArrayList<>(List.of(law.support().lower()));
    points.addAll(cuts);
    points.add(law.support().upper());
    Real sum = Real.ZERO;
    boolean whole = true;
    for (int i = 0; i + 1 < points.size(); i++) {
      double middle = between(points.get(i), points.get(i + 1));
      if (events.stream().allMatch(e -> e.at(middle))) {
        sum = sum.plus(mass(law, points.get(i), points.get(i + 1)));
      } else {
        whole = false;
      }
    }
    return whole ? Quantity.of(1) : Amounts.number(sum, false);
  }

  private static double between(double low, double high) {
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      return 0;
    }
    return Double.isInfinite(low)
        ? high - 1 - Math.abs(high)
        : Double.isInfinite(high) ? low + 1 + Math.abs(low) : low / 2 + high / 2;
  }

  private static Real mass(ContinuousLaw law, double low, double high) {
    boolean left = Double.isInfinite(low) || low <= law.support().lower();
    boolean right = Double.isInfinite(high) || high >= law.support().upper();
    if (right) {
      double tail = law.survival(low);
      return Real.between(tail, SLACK * tail);
    }
    double above = law.cumulative(high);
    if (left) {
      return Real.between(above, SLACK * above);
    }
    double below = law.cumulative(low);
    // the smaller tails keep more digits
    boolean upper = below > 0.5;
    double a = upper ? law.survival(low) : above;
    double b = upper ? law.survival(high) : below;
    return Real.between(a - b, SLACK * (a + b));
  }

  private Event read(TypedExpr expr) {
    if (!(expr instanceof TypedExpr.Operation operation)) {
      throw unknown(expr);
    }
    List<TypedExpr> parts = operation.operands();
    switch (operation.operator()) {
      case "and" -> {
        Event a = read(parts.get(0));
        Event b = read(parts.get(1));
        return x -> a.at(x) && b.at(x);
      }
      case "or" -> {
        Event a = read(parts.get(0));
        Event b = read(parts.get(1));
        return x -> a.at(x) || b.at(x);
      }
      case "not" -> {
        Event a = read(parts.get(0));
        return x -> !a.at(x);
      }
      case "<=", "<", ">=", ">", "==", "!=" -> {
        return comparison(operation);
      }
      default -> throw unknown(expr);
    }
  }

  private sit.source.ReportedError unknown(TypedExpr expr) {
    return new ContinuousErrors(evaluator.source()).oneInterval(expr.span());
  }

  private Event comparison(TypedExpr.Operation operation) {
    Optional<Affine> left = reader.of(operation.operands().get(0), locals);
    Optional<Affine> right = reader.of(operation.operands().get(1), locals);
    if (left.isEmpty() || right.isEmpty()) {
      throw unknown(operation);
    }
    Affine difference = left.get().plus(right.get().times(Rational.MINUS_ONE, 0));
    String relation = operation.operator();
    if (difference.isConstant()) {
      int sign = difference.constant().signum();
      boolean equal = sign == 0 && relation.endsWith("=") && !relation.equals("!=");
      return x -> equal || holds(relation, sign);
    }
    if (base.isEmpty()) {
      base = Optional.of(difference.plus(Affine.constant(difference.constant().negate(), 0)));
    }
    double[] line = along(difference, base.get()).orElseThrow(() -> unknown(operation));
    double cut = -line[1] / line[0];
    cuts.add(cut);
    return x -> holds(relation, (int) (Math.signum(x - cut) * Math.signum(line[0])));
  }

  /** A single point has no mass: equality never holds between two cuts. */
  private static boolean holds(String relation, int sign) {
    return switch (relation) {
      case "<=", "<" -> sign < 0;
      case ">=", ">" -> sign > 0;
      case "==" -> sign == 0;
      default -> sign != 0;
    };
  }
}
