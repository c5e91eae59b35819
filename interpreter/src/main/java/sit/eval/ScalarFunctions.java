package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.RationalFunction;
import sit.numeric.OpenLaws;
import sit.numeric.Special;
import sit.source.Span;
import sit.term.Term;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** Functions of numbers. */
final class ScalarFunctions implements BuiltinFamily {
  private static final int LARGEST_COUNT = 100_000;

  private final Evaluator evaluator;
  private final EvalErrors errors;

  ScalarFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    if (builtin == Builtin.LOG || builtin == Builtin.LOG2 || builtin == Builtin.LN) {
      Unit unit =
          builtin == Builtin.LOG2
              ? Unit.BIT
              : builtin == Builtin.LN ? Unit.NAT : evaluator.environment().unit();
      Optional<LogSum> exact = new Constants(evaluator).logarithm(apply.arguments().get(0), locals);
      if (exact.isPresent()) {
        return Quantity.of(exact.get(), unit);
      }
    }
    List<Value> arguments = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      arguments.add(evaluator.evaluate(argument, locals));
    }
    boolean list = arguments.size() == 1 && arguments.get(0) instanceof Value.Items;
    List<Value> operands = list ? ((Value.Items) arguments.get(0)).items() : arguments;
    if (operands.size() == 1 && operands.get(0) instanceof Value.Likelihood likelihood) {
      return switch (builtin) {
        case LOG, LOG2, LN -> new Densities(evaluator).logarithmOf(likelihood);
        default -> throw errors.wrongValue(apply.span(), "an argument", "a number", "a density");
      };
    }
    if (builtin == Builtin.EXP) {
      Optional<Value> factor = new Densities(evaluator).exponential(operands.get(0), apply.span());
      if (factor.isPresent()) {
        return factor.get();
      }
    }
    if (operands.stream().anyMatch(v -> v instanceof Value.Symbolic)) {
      List<Term> terms = new ArrayList<>();
      for (Value operand : operands) {
        terms.add(new Operations(evaluator).term(operand, apply.span()));
      }
      return new Value.Symbolic(new Term.Apply(word(builtin), terms));
    }
    List<Quantity> numbers = new ArrayList<>();
    for (Value operand : operands) {
      if (!(operand instanceof Quantity quantity)) {
        throw errors.wrongValue(apply.span(), "an argument", "a number", Terms.print(operand));
      }
      numbers.add(quantity);
    }
    if (numbers.isEmpty()) {
      throw errors.undefinedOperation(apply.span(), "`" + builtin.word() + "` of nothing");
    }
    try {
      return number(builtin, numbers, apply.span());
    } catch (ArithmeticException e) {
      throw errors.undefinedOperation(apply.span(), e.getMessage());
    }
  }

  /** The logarithm in the unit of the session is one of the two that name their unit. */
  private String word(Builtin builtin) {
    if (builtin != Builtin.LOG) {
      return builtin.word();
    }
    return (evaluator.environment().unit() == Unit.NAT ? Builtin.LN : Builtin.LOG2).word();
  }

  private Quantity number(Builtin builtin, List<Quantity> numbers, Span at) {
    Quantity first = numbers.get(0);
    return switch (builtin) {
      case LOG2 -> logarithm(first, Unit.BIT, at);
      case LN -> logarithm(first, Unit.NAT, at);
      case LOG -> logarithm(first, evaluator.environment().unit(), at);
      case EXP -> Arithmetic.monotone(first.withUnit(Unit.NONE), Math::exp, Unit.NONE);
      case SQRT -> squareRoot(first, at);
      case ABS -> extreme(true, List.of(first, Arithmetic.negate(first)), at);
      case FLOOR -> whole(first, Math::floor, at);
      case CEIL -> Arithmetic.negate(whole(Arithmetic.negate(first), Math::floor, at));
      case TANH -> within(2, first, Math::tanh);
      case ERF -> within(Special.ERF_ULPS, first, Special::erf);
      case ARCCOS -> angle(first, at);
      case FACTORIAL -> Quantity.of(Rational.of(Special.factorial(count(first, at))));
      case CHOOSE ->
          Quantity.of(Rational.of(Special.choose(count(first, at), count(numbers.get(1), at))));
      default -> extreme(builtin == Builtin.MAX, numbers, at);
    };
  }

  /** A growing function that is known to so many units in the last place. */
  private static Quantity within(int ulps, Quantity of, DoubleUnaryOperator function) {
    if (of.isExactZero() && function.applyAsDouble(0) == 0) {
      return Quantity.of(0);
    }
    Quantity result = Arithmetic.monotone(of.withUnit(Unit.NONE), function, Unit.NONE);
    double low = result.lower() - ulps * Math.ulp(result.lower());
    double high = result.upper() + ulps * Math.ulp(result.upper());
    return Quantity.between(result.value(), low, high, Unit.NONE, result.accuracy());
  }

  /** The angle of a cosine, which may be off its range by what rounding did to it. */
  private Quantity angle(Quantity cosine, Span at) {
    if (cosine.lower() > 1 || cosine.upper() < -1) {
      throw errors.undefinedOperation(at, "the angle whose cosine is " + Terms.print(cosine));
    }
    if (cosine.rational().filter(Rational.ONE::equals).isPresent()) {
      return Quantity.of(0);
    }
    return Arithmetic.negate(within(1, cosine, x -> -Math.acos(Math.max(-1, Math.min(1, x)))));
  }

  private int count(Quantity number, Span at) {
    Optional<Integer> whole = number.integer().filter(n -> n >= 0);
    int count =
        whole.orElseThrow(
            () ->
                errors.wrongValue(
                    at, "an argument", "a whole number that is not negative", Terms.print(number)));
    if (count > LARGEST_COUNT) {
      throw errors.tooLarge(at, "a product of " + count + " numbers");
    }
    return count;
  }

  /** The logarithm in the unit of the session. */
  Quantity logarithm(Quantity of, Span at) {
    return logarithm(of, evaluator.environment().unit(), at);
  }

  private Quantity logarithm(Quantity of, Unit unit, Span at) {
    Optional<Rational> rational = of.unit() == Unit.NONE ? of.rational() : Optional.empty();
    if (of.isExactZero()) {
      return Quantity.infinite(false, unit);
    }
    if (of.isOpen() && of.unit() == Unit.NONE && of.form().get().isRational()) {
      RationalFunction argument = of.form().get().plain();
      Optional<String> negative = OpenLaws.negative(argument);
      if (negative.isPresent()) {
        throw errors.undefinedOperation(at, "the logarithm of " + negative.get());
      }
      return Quantity.open(ClosedForm.log2(argument), unit);
    }
    boolean positive = rational.isPresent() ? rational.get().signum() > 0 : of.lower() > 0;
    if (!positive) {
      throw errors.undefinedOperation(at, "the logarithm of " + Terms.print(of));
    }
    if (rational.isPresent()) {
      return Quantity.of(LogSum.log2(rational.get()), unit);
    }
    DoubleUnaryOperator log = unit == Unit.NAT ? Math::log : x -> Math.log(x) / Math.log(2);
    Quantity result = Arithmetic.monotone(of.withUnit(Unit.NONE), log, unit);
    double slack = 4 * Math.ulp(result.value());
    return Quantity.between(
        result.value(), result.lower() - slack, result.upper() + slack, unit, result.accuracy());
  }

  private Quantity squareRoot(Quantity of, Span at) {
    if (of.lower() < 0 && of.upper() < 0) {
      throw errors.undefinedOperation(at, "the square root of " + Terms.print(of));
    }
    Optional<Rational> rational = of.rational();
    if (rational.isPresent()) {
      java.math.BigInteger top = rational.get().numerator().sqrt();
      java.math.BigInteger bottom = rational.get().denominator().sqrt();
      Rational root = Rational.of(top, bottom);
      if (root.multiply(root).equals(rational.get())) {
        return Quantity.of(root);
      }
    }
    return Arithmetic.monotone(of.withUnit(Unit.NONE), x -> Math.sqrt(Math.max(0, x)), Unit.NONE);
  }

  private Quantity whole(Quantity of, DoubleUnaryOperator floor, Span at) {
    Optional<Rational> rational = of.rational();
    if (rational.isPresent()) {
      return Quantity.of(Rational.of(rational.get().floor()));
    }
    if (floor.applyAsDouble(of.lower()) != floor.applyAsDouble(of.upper())) {
      throw errors.undefinedOperation(
          at, "a whole number near " + Terms.print(of) + ", which is not known well enough,");
    }
    Quantity whole = Quantity.of((long) floor.applyAsDouble(of.value()));
    return of.accuracy().isCertain() ? whole : whole.knownAs(of.accuracy());
  }

  private Quantity extreme(boolean largest, List<Quantity> numbers, Span at) {
    Quantity best = numbers.get(0);
    for (Quantity next : numbers) {
      errors.requireOneUnit(next, best, at);
      best = largest ? Arithmetic.larger(best, next) : smaller(best, next);
    }
    return best;
  }

  private static Quantity smaller(Quantity a, Quantity b) {
    return Arithmetic.negate(Arithmetic.larger(Arithmetic.negate(a), Arithmetic.negate(b)));
  }
}
