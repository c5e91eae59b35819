package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sit.exact.Rational;
import sit.numeric.continuous.BadParameter;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.DensityLaw;
import sit.numeric.continuous.Dirichlet;
import sit.numeric.continuous.Families;
import sit.numeric.continuous.Lines;
import sit.numeric.continuous.Mixture;
import sit.numeric.continuous.Real;
import sit.numeric.continuous.WaterFilling;
import sit.numeric.gaussian.MultivariateNormal;
import sit.source.Span;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** Laws with a density, by name, and levels of water. */
final class ContinuousLaws implements BuiltinFamily {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  ContinuousLaws(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    List<Value> arguments = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      arguments.add(evaluator.evaluate(argument, locals));
    }
    Span at = apply.span();
    return switch (builtin) {
      case NORMAL -> normal(arguments, at);
      case DIRICHLET -> law(at, () -> new Dirichlet(reals(arguments.get(0), at)));
      case DENSITY_OF -> written(arguments, at);
      case WATER_LEVEL, REVERSE_WATER_LEVEL -> level(builtin, arguments, at);
      default -> family(builtin, arguments, at);
    };
  }

  private Value law(Span at, Supplier<DensityLaw> build) {
    return new Value.Continuous(lawful(evaluator, at, build));
  }

  /** Runs what builds a law, and reports at a place what is wrong with it. */
  static <T> T lawful(Evaluator evaluator, Span at, Supplier<T> build) {
    try {
      return build.get();
    } catch (BadParameter e) {
      String text = evaluator.source().phrase(at);
      String family = text.contains("(") ? text.substring(0, text.indexOf('(')) : "Normal";
      throw new ContinuousErrors(evaluator.source()).badParameter(at, family, e.getMessage());
    } catch (ArithmeticException e) {
      throw evaluator.errors().undefinedOperation(at, e.getMessage());
    }
  }

  static void requirePositive(Evaluator evaluator, Quantity variance, Span at) {
    lawful(evaluator, at, () -> Lines.normal(Real.ZERO, Affines.real(variance)));
  }

  private Real real(Value value, Span at) {
    if (value instanceof Quantity quantity) {
      return Affines.real(quantity);
    }
    if (value instanceof Value.Variables variables) {
      throw errors.notGiven(at, variables.group().toString());
    }
    String met = Terms.print(value);
    if (value instanceof Value.Symbolic) {
      throw errors.noValue(at, "`" + met + "`");
    }
    throw errors.wrongValue(at, "a parameter of a law", "a number", met);
  }

  private List<Real> reals(Value value, Span at) {
    List<Real> all = new ArrayList<>();
    for (Value item : items(value, at)) {
      all.add(real(item, at));
    }
    return all;
  }

  private List<Value> items(Value value, Span at) {
    if (value instanceof Value.Items items && !items.items().isEmpty()) {
      return items.items();
    }
    throw errors.wrongValue(at, "this", "a list of numbers", Terms.print(value));
  }

  private Value normal(List<Value> arguments, Span at) {
    boolean several =
        arguments.get(0) instanceof Value.Items || arguments.get(1) instanceof Value.Items;
    if (!several) {
      Real mean = real(arguments.get(0), at);
      Real variance = real(arguments.get(1), at);
      return law(at, () -> Lines.normal(mean, variance));
    }
    List<Rational> mean = new ArrayList<>();
    List<List<Rational>> covariance = new ArrayList<>();
    double error = 0;
    for (Value item : items(arguments.get(0), at)) {
      Affines.Number number = number(item, at);
      mean.add(number.value());
      error = Math.max(error, number.error());
    }
    for (Value row : items(arguments.get(1), at)) {
      List<Rational> entries = new ArrayList<>();
      for (Value item : items(row, at)) {
        Affines.Number number = number(item, at);
        entries.add(number.value());
        error = Math.max(error, number.error());
      }
      covariance.add(entries);
    }
    double worst = error;
    return law(at, () -> MultivariateNormal.of(mean, covariance, worst, evaluator.limits()));
  }

  private Affines.Number number(Value value, Span at) {
    real(value, at);
    return Affines.number((Quantity) value);
  }

  private Value family(Builtin builtin, List<Value> arguments, Span at) {
    Real a = real(arguments.get(0), at);
    Real b = arguments.size() > 1 ? real(arguments.get(1), at) : Real.ZERO;
    return law(
        at,
        () ->
            switch (builtin) {
              case EXPONENTIAL -> Families.exponential(a);
              case GAMMA -> Families.gamma(a, b);
              case CHI_SQUARE -> Families.chiSquare(a);
              case BETA -> Families.beta(a, b);
              case UNIFORM -> Families.uniform(a, b);
              case LOG_NORMAL -> Families.logNormal(a, b);
              case WEIBULL -> Families.weibull(a, b);
              case RAYLEIGH -> Families.rayleigh(a);
              case PARETO -> Families.pareto(a, b);
              case LAPLACE -> Lines.laplace(a, b);
              case LOGISTIC -> Lines.logistic(a, b);
              case GUMBEL -> Lines.gumbel(a, b);
              case CAUCHY -> Lines.cauchy(a, b);
              case STUDENT_T -> Lines.student(a);
              case VON_MISES -> Lines.vonMises(a, b);
              default -> throw new IllegalStateException(builtin.word());
            });
  }

  /** A constant density between two numbers. */
  Value uniform(List<Value> ends, Span at) {
    return family(Builtin.UNIFORM, ends, at);
  }

  /** The mixture of two laws with a density; empty if neither is one. */
  Optional<Value> mixture(List<Value> arguments, Span at) {
    if (!(arguments.get(0) instanceof Value.Continuous first)) {
      return Optional.empty();
    }
    if (!(arguments.get(1) instanceof Value.Continuous second)
        || !(first.law() instanceof ContinuousLaw one)
        || !(second.law() instanceof ContinuousLaw other)) {
      String from = first.law().name();
      String to = Terms.print(arguments.get(1));
      throw new ContinuousErrors(evaluator.source()).dimensions(at, from, to);
    }
    Real weight = real(arguments.get(2), at);
    return Optional.of(law(at, () -> new Mixture(one, other, weight)));
  }

  /** A law whose density is a function of the language. */
  private Value written(List<Value> arguments, Span at) {
    if (!(arguments.get(0) instanceof Value.Function function) || function.arity() != 1) {
      throw errors.wrongValue(
          at, "the density", "a function of one argument", Terms.print(arguments.get(0)));
    }
    Real low = real(arguments.get(1), at);
    Real high = real(arguments.get(2), at);
    WrittenDensity density =
        WrittenDensity.of(evaluator, function.name(), low.value(), high.value(), at);
    return new Value.Continuous(density);
  }

  private Value level(Builtin builtin, List<Value> arguments, Span at) {
    List<Real> vessels = reals(arguments.get(0), at);
    Real water = real(arguments.get(1), at);
    for (Real vessel : vessels) {
      if (vessel.sign().orElse(0) <= 0) {
        throw errors.wrongValue(
            at, "each noise or variance", "a positive number", "" + vessel.value());
      }
    }
    if (water.sign().orElse(0) <= 0) {
      throw errors.wrongValue(
          at, "the power or the distortion", "a positive number", "" + water.value());
    }
    Real level =
        builtin == Builtin.WATER_LEVEL
            ? WaterFilling.level(vessels, water)
            : WaterFilling.reverse(vessels, water);
    return Amounts.number(level, false);
  }
}
