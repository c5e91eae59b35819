package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sit.exact.Rational;
import sit.limits.Seed;
import sit.numeric.Bounded;
import sit.numeric.Masses;
import sit.numeric.Scalar;
import sit.numeric.geometry.GromovWasserstein;
import sit.numeric.geometry.OptimalTransport;
import sit.numeric.geometry.Projection;
import sit.numeric.geometry.Sinkhorn;
import sit.numeric.linear.EnclosedMatrix;
import sit.source.Span;
import sit.term.Group;
import sit.typed.Builtin;
import sit.typed.Dimensions;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** Optimal transport, distances between spaces, and random projections. */
final class GeometryFunctions implements BuiltinFamily {
  /** Bounds as close as this are an answer, not the best that was found. */
  private static final double CLOSE = 1e-9;

  private static final int MOST_DIMENSIONS = 1 << 16;

  private final Evaluator evaluator;
  private final GeometryErrors errors;
  private final Vectors vectors;

  GeometryFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new GeometryErrors(evaluator.source());
    this.vectors = new Vectors(evaluator);
  }

  /** A matrix in floating point, how far its entries may be off, and the fractions they are. */
  private record Matrix(double[][] values, double error, Optional<List<List<Rational>>> exact) {}

  /** A law by its masses. */
  private record Law(double[] values, double error, Optional<List<Rational>> exact) {}

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    List<Value> arguments = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      arguments.add(evaluator.evaluate(argument, locals));
    }
    return switch (builtin) {
      case TRANSPORT, TRANSPORT_PLAN -> transport(apply, arguments, builtin);
      case SINKHORN, SINKHORN_PLAN -> sinkhorn(apply, arguments, builtin);
      case GROMOV_WASSERSTEIN, GROMOV_WASSERSTEIN_PLAN -> spaces(apply, arguments, builtin);
      default -> project(apply, arguments);
    };
  }

  private Value transport(TypedExpr.Apply apply, List<Value> arguments, Builtin builtin) {
    Law first = law(arguments.get(0), apply, 0);
    Law second = law(arguments.get(1), apply, 1);
    Matrix cost = cost(arguments.get(2), apply, first, second);
    boolean plan = builtin == Builtin.TRANSPORT_PLAN;
    if (first.exact().isPresent() && second.exact().isPresent() && cost.exact().isPresent()) {
      Optional<OptimalTransport.Exact> exact =
          OptimalTransport.exactly(
              first.exact().get(), second.exact().get(), cost.exact().get(), evaluator.limits());
      if (exact.isPresent()) {
        return plan ? fractions(exact.get().plan()) : Quantity.of(exact.get().cost());
      }
    }
    OptimalTransport found =
        OptimalTransport.of(first.values(), second.values(), cost.values(), evaluator.limits());
    return plan
        ? matrix(found.plan(), rounding(found.plan()), Accuracy.LOCAL)
        : quantity(found.cost(), given(first, second, cost));
  }

  /** What the answer may be off because what was given is: costs by their error, laws by theirs. */
  private static double given(Law first, Law second, Matrix cost) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] row : cost.values()) {
      for (double entry : row) {
        least = Math.min(least, entry);
        most = Math.max(most, entry);
      }
    }
    return cost.error() + (most - least + cost.error()) * (first.error() + second.error());
  }

  private Value sinkhorn(TypedExpr.Apply apply, List<Value> arguments, Builtin builtin) {
    Law first = law(arguments.get(0), apply, 0);
    Law second = law(arguments.get(1), apply, 1);
    Matrix cost = cost(arguments.get(2), apply, first, second);
    double temperature = positive(arguments.get(3), apply, 3);
    Sinkhorn found =
        Sinkhorn.of(
            first.values(), second.values(), cost.values(), temperature, evaluator.limits());
    if (builtin == Builtin.SINKHORN_PLAN) {
      return matrix(found.plan(), found.apart(), Accuracy.CERTIFIED);
    }
    return quantity(found.value(), given(first, second, cost));
  }

  private Value spaces(TypedExpr.Apply apply, List<Value> arguments, Builtin builtin) {
    Law first = law(arguments.get(2), apply, 2);
    Law second = law(arguments.get(3), apply, 3);
    Matrix a = distances(arguments.get(0), apply, 0, first);
    Matrix b = distances(arguments.get(1), apply, 1, second);
    OptionalDouble temperature =
        arguments.size() < 5
            ? OptionalDouble.empty()
            : OptionalDouble.of(positive(arguments.get(4), apply, 4));
    GromovWasserstein.Answer answer =
        GromovWasserstein.of(
            a.values(),
            b.values(),
            first.values(),
            second.values(),
            temperature,
            Seed.DEFAULT,
            evaluator.limits());
    if (builtin == Builtin.GROMOV_WASSERSTEIN_PLAN) {
      return matrix(answer.plan(), rounding(answer.plan()), Accuracy.LOCAL);
    }
    Bounded distance = answer.distance();
    boolean exact = first.exact().isPresent() && second.exact().isPresent();
    double given = exact ? a.error() + b.error() : Double.POSITIVE_INFINITY;
    boolean certain = distance.value() - answer.lower() <= CLOSE && given <= CLOSE;
    double slack = certain ? given : 0;
    double lower = certain ? answer.lower() : distance.lower();
    return Quantity.between(
        distance.value(),
        Math.max(0, Math.nextDown(lower - slack)),
        distance.upper() == 0 ? slack : Math.nextUp(distance.upper() + slack),
        Unit.NONE,
        certain ? Accuracy.CERTIFIED : Accuracy.LOCAL);
  }

  private Value project(TypedExpr.Apply apply, List<Value> arguments) {
    Span at = apply.span();
    Dimensions size = vectors.dimensions(arguments.get(0));
    if (!size.isMatrix() || size.columns() == 0) {
      throw errors.points(apply.arguments().get(0).span(), size);
    }
    int dimensions = whole(arguments.get(1), apply, 1);
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw errors.dimension(apply.arguments().get(1).span(), dimensions, MOST_DIMENSIONS);
    }
    Seed seed = arguments.size() < 3 ? Seed.DEFAULT : new Seed(whole(arguments.get(2), apply, 2));
    EnclosedMatrix points =
        Vectors.enclosed(Vectors.items(arguments.get(0)), false)
            .orElseThrow(() -> new VectorErrors(evaluator.source()).numbers(at, "jl_project"));
    double[][] entries = Projection.matrix(size.columns(), dimensions, seed, evaluator.limits());
    EnclosedMatrix normal = EnclosedMatrix.of(entries, new double[size.columns()][dimensions]);
    List<Value> rows = new ArrayList<>();
    Vectors.values(points.multiply(normal, evaluator.limits()))
        .forEach(row -> rows.add(new Value.Items(row)));
    return new Value.Items(rows);
  }

  private int whole(Value value, TypedExpr.Apply apply, int place) {
    Optional<Integer> whole = value instanceof Quantity q ? q.integer() : Optional.empty();
    return whole.orElseThrow(
        () ->
            evaluator
                .errors()
                .wrongValue(
                    apply.arguments().get(place).span(),
                    "this",
                    "a whole number",
                    Terms.print(value)));
  }

  private double positive(Value value, TypedExpr.Apply apply, int place) {
    if (value instanceof Quantity quantity && quantity.lower() > 0) {
      return quantity.value();
    }
    throw errors.temperature(apply.arguments().get(place).span(), Terms.print(value));
  }

  /** The masses of a law, of random variables with one, or of a list. */
  private Law law(Value value, TypedExpr.Apply apply, int place) {
    Span at = apply.arguments().get(place).span();
    List<Quantity> masses;
    if (value instanceof Distribution law) {
      masses = law.probabilities();
    } else if (value instanceof Value.Variables variables) {
      Group group = variables.group();
      VariableLaws laws = new VariableLaws(evaluator);
      if (!laws.hasLaw(group, at)) {
        throw evaluator.errors().noValue(at, "`" + group + "`");
      }
      masses = laws.law(group, at).probabilities();
    } else {
      masses =
          (value instanceof Value.Items items ? items.numbers() : Optional.<List<Quantity>>empty())
              .filter(numbers -> !numbers.isEmpty())
              .orElseThrow(() -> evaluator.errors().notALaw(at, Terms.print(value)));
    }
    List<Scalar> scalars = new ArrayList<>();
    masses.forEach(mass -> scalars.add(LawReader.scalar(mass)));
    Masses checked =
        LawReader.lawful(
            evaluator.errors(),
            at,
            () ->
                Masses.of(scalars, LawReader.relativeError(masses))
                    .laws("the law", scalars.size()));
    double[] values = new double[masses.size()];
    double error = 0;
    List<Rational> fractions = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = checked.value(i);
      checked.exact(i).ifPresent(fractions::add);
      error += masses.get(i).upper() - masses.get(i).lower();
    }
    boolean exact = fractions.size() == values.length;
    return new Law(values, exact ? 0 : error, exact ? Optional.of(fractions) : Optional.empty());
  }

  private Matrix cost(Value value, TypedExpr.Apply apply, Law first, Law second) {
    Dimensions wanted = Dimensions.of(first.values().length, second.values().length);
    return matrix(value, apply.arguments().get(2).span(), wanted);
  }

  private Matrix distances(Value value, TypedExpr.Apply apply, int place, Law law) {
    Dimensions wanted = Dimensions.of(law.values().length, law.values().length);
    return matrix(value, apply.arguments().get(place).span(), wanted);
  }

  private Matrix matrix(Value value, Span at, Dimensions wanted) {
    Dimensions met = vectors.dimensions(value);
    if (!met.equals(wanted)) {
      throw errors.table(at, wanted, met);
    }
    double[][] values = new double[wanted.rows()][wanted.columns()];
    double error = 0;
    boolean exact = true;
    List<List<Rational>> fractions = new ArrayList<>();
    for (int i = 0; i < wanted.rows(); i++) {
      List<Value> row = Vectors.items(Vectors.items(value).get(i));
      List<Rational> line = new ArrayList<>();
      for (int j = 0; j < wanted.columns(); j++) {
        if (!(row.get(j) instanceof Quantity entry) || Double.isInfinite(entry.value())) {
          throw evaluator
              .errors()
              .wrongValue(at, "an entry", "a finite number", Terms.print(row.get(j)));
        }
        values[i][j] = entry.value();
        double off = Math.max(entry.upper() - entry.value(), entry.value() - entry.lower());
        error = Math.max(error, Math.nextUp(off));
        entry.rational().ifPresent(line::add);
      }
      exact &= line.size() == wanted.columns();
      fractions.add(line);
    }
    return new Matrix(values, error, exact ? Optional.of(fractions) : Optional.empty());
  }

  private static Value fractions(List<List<Rational>> rows) {
    List<Value> all = new ArrayList<>();
    for (List<Rational> row : rows) {
      List<Value> line = new ArrayList<>();
      row.forEach(entry -> line.add(Quantity.of(entry)));
      all.add(new Value.Items(line));
    }
    return new Value.Items(all);
  }

  /** How far the entries of a plan may be off by the rounding of the laws. */
  private static double rounding(double[][] plan) {
    return 8 * (plan.length + plan[0].length) * Math.ulp(1.0);
  }

  private static Value matrix(double[][] rows, double error, Accuracy accuracy) {
    List<Value> all = new ArrayList<>();
    for (double[] row : rows) {
      List<Value> line = new ArrayList<>();
      for (double entry : row) {
        double value = entry < error ? 0 : entry;
        line.add(
            Quantity.between(
                value, Math.max(0, entry - error), entry + error, Unit.NONE, accuracy));
      }
      all.add(new Value.Items(line));
    }
    return new Value.Items(all);
  }

  private static Quantity quantity(Bounded bounded, double given) {
    double slack = given == 0 ? 0 : Math.nextUp(given);
    return Quantity.between(
        bounded.value(),
        Math.nextDown(bounded.lower() - slack),
        Math.nextUp(bounded.upper() + slack),
        Unit.NONE,
        Accuracy.CERTIFIED);
  }
}
