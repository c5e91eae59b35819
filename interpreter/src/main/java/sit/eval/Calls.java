package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.source.Span;
import sit.term.Group;
import sit.term.Term;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** Applies functions: those defined in the language, and the built-in ones that are not laws. */
final class Calls {
  private static final int LARGEST_EXPONENT = 4000;

  private final Evaluator evaluator;
  private final EvalErrors errors;

  Calls(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  /**
   * Whether a function takes outcomes to outcomes, and so makes a random variable of random
   * variables.
   */
  static boolean actsOnOutcomes(String function) {
    Optional<Builtin> builtin = Builtin.named(function);
    if (builtin.isEmpty()) {
      return true;
    }
    return switch (builtin.get()) {
      case LOG2, LN, LOG, EXP, SQRT, ABS, FLOOR, CEIL, MIN, MAX -> true;
      default -> false;
    };
  }

  /** A number as it was typed. */
  Value number(TypedExpr.Number number) {
    String text = number.text();
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    boolean huge = text.length() > LARGEST_EXPONENT;
    if (e >= 0 && !huge) {
      String exponent = text.substring(e + 1);
      huge = exponent.length() > 6 || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT;
    }
    if (huge) {
      throw errors.tooLarge(number.span(), "numbers have at most " + LARGEST_EXPONENT + " digits");
    }
    return Quantity.of(Rational.parse(text));
  }

  Value evaluate(TypedExpr.Apply apply, Locals locals) {
    Optional<Environment.Defined> defined = evaluator.environment().function(apply.function());
    if (defined.isPresent() && isOpen(apply, locals)) {
      return new Value.Symbolic(new Term.Apply(apply.function(), terms(apply, locals)));
    }
    if (defined.isPresent()) {
      return call(apply, defined.get(), locals);
    }
    Optional<Builtin> builtin = Builtin.named(apply.function());
    boolean normaliser = evaluator.environment().normaliser(apply.function()).isPresent();
    if (builtin.isPresent() && !normaliser) {
      return builtin(apply, builtin.get(), locals);
    }
    return parameter(apply.function(), terms(apply, locals));
  }

  private List<Term> terms(TypedExpr.Apply apply, Locals locals) {
    List<Term> arguments = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      Value value = evaluator.evaluate(argument, locals);
      arguments.add(new Operations(evaluator).term(value, argument.span()));
    }
    return arguments;
  }

  /** A scalar or a function that has no value; of a normaliser the logarithm is known. */
  Value parameter(String name, List<Term> arguments) {
    Optional<NamedDensities.Normaliser> normaliser = evaluator.environment().normaliser(name);
    if (normaliser.isPresent()) {
      Optional<Quantity> number = number(normaliser.get());
      return number.isPresent()
          ? number.get()
          : new Value.Likelihood(List.of(), normaliser.get().logarithm());
    }
    return new Value.Symbolic(
        arguments.isEmpty() ? new Term.Symbol(name) : new Term.Apply(name, arguments));
  }

  private Optional<Quantity> number(NamedDensities.Normaliser normaliser) {
    Densities densities = new Densities(evaluator);
    List<Value> given = new ArrayList<>();
    for (String outcome : normaliser.given()) {
      Group group = Group.of(Claims.variable(outcome));
      given.addAll(densities.values(group).values());
    }
    boolean numeric = evaluator.domain().isNumeric() && given.size() == normaliser.given().size();
    return numeric
        ? Optional.ofNullable(normaliser.values().get(DensityDeclarations.condition(given)))
        : Optional.empty();
  }

  /** Whether a function is applied to outcomes that have no values: it is then any function. */
  private boolean isOpen(TypedExpr.Apply apply, Locals locals) {
    if (evaluator.isAtOutcome()) {
      return false;
    }
    for (TypedExpr argument : apply.arguments()) {
      boolean outcome =
          argument.type() == sit.typed.Type.OUTCOMES
              && evaluator.evaluate(argument, locals) instanceof Value.Variables;
      if (outcome) {
        return true;
      }
    }
    return false;
  }

  private Value call(TypedExpr.Apply apply, Environment.Defined function, Locals locals) {
    if (evaluator.domain() instanceof Domain.Entropies world
        && world.kept().contains(apply.function())) {
      Optional<Value> kept = kept(apply, locals);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    Locals inner = Locals.NONE;
    for (int i = 0; i < function.parameters().size(); i++) {
      TypedExpr argument = apply.arguments().get(i);
      Randoms randoms = new Randoms(evaluator);
      boolean random = !evaluator.isAtOutcome() && randoms.isFunctionOfVariables(argument, locals);
      Value value =
          random ? randoms.derive(argument, locals) : evaluator.evaluate(argument, locals);
      inner = inner.with(function.parameters().get(i), value);
    }
    return evaluator.inside(
        function.source(),
        evaluator.domain(),
        apply.span(),
        apply.function(),
        function.body(),
        inner);
  }

  /** The value of a function as it stands, where an argument is a symbol. */
  private Optional<Value> kept(TypedExpr.Apply apply, Locals locals) {
    List<Term> arguments = new ArrayList<>();
    boolean symbolic = false;
    for (TypedExpr argument : apply.arguments()) {
      Value value = evaluator.evaluate(argument, locals);
      symbolic |= value instanceof Value.Symbolic;
      Optional<Term> term = Terms.of(value);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(term.get());
    }
    return symbolic
        ? Optional.of(new Value.Symbolic(new Term.Apply(apply.function(), arguments)))
        : Optional.empty();
  }

  private Value builtin(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    Randoms randoms = new Randoms(evaluator);
    if (!evaluator.isAtOutcome() && randoms.isFunctionOfVariables(apply, locals)) {
      return randoms.derive(apply, locals);
    }
    return switch (builtin) {
      case LEN, SUBSETS, WITHOUT, JOINT -> lists(apply, builtin, locals);
      case CARD, COMMON_PART -> ofVariables(apply, builtin, locals);
      case ALPHABET, SUPPORT, MASSES, MASS, LAW -> ofLaw(apply, builtin, locals);
      case LOG2, LN, LOG, EXP, SQRT, ABS, FLOOR, CEIL, MIN, MAX -> scalar(apply, builtin, locals);
      default -> new LawReader(evaluator).named(apply, builtin, locals);
    };
  }

  private Value lists(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    List<Value> items = evaluator.items(apply.arguments().get(0), locals);
    Span at = apply.span();
    return switch (builtin) {
      case LEN -> Quantity.of(items.size());
      case SUBSETS -> {
        if (items.size() > 16) {
          throw errors.tooLarge(at, "all subsets of " + items.size() + " items");
        }
        List<Value> all = new ArrayList<>();
        for (int set = 1; set < 1 << items.size(); set++) {
          List<Value> subset = new ArrayList<>();
          for (int i = 0; i < items.size(); i++) {
            if ((set >> i & 1) != 0) {
              subset.add(items.get(i));
            }
          }
          all.add(new Value.Items(subset));
        }
        yield new Value.Items(all);
      }
      case WITHOUT -> {
        int place = evaluator.integer(apply.arguments().get(1), locals, "a place in a list");
        if (place < 1 || place > items.size()) {
          throw errors.indexRange(at, Integer.toString(place), items.size());
        }
        List<Value> rest = new ArrayList<>(items);
        rest.remove(place - 1);
        yield new Value.Items(rest);
      }
      default -> {
        Group group = Group.EMPTY;
        for (Value item : items) {
          if (!(item instanceof Value.Variables variables)) {
            throw errors.wrongValue(at, "an item", "random variables", Terms.print(item));
          }
          group = group.union(variables.group());
        }
        yield new Value.Variables(group);
      }
    };
  }

  private Value ofVariables(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    VariableLaws laws = new VariableLaws(evaluator);
    Group group = evaluator.variables(apply.arguments().get(0), locals).group();
    Span at = apply.span();
    if (builtin == Builtin.COMMON_PART) {
      Group other = evaluator.variables(apply.arguments().get(1), locals).group();
      return laws.commonPart(group, other, at);
    }
    if (!laws.hasLaw(group, at) || !evaluator.domain().isNumeric()) {
      return new Value.Symbolic(new Term.Apply("card", List.of(new Term.Variables(group))));
    }
    return Quantity.of(laws.outcomes(group, at).size());
  }

  /** What a law tells; of random variables without one it is kept as it stands. */
  private Value ofLaw(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    Span at = apply.span();
    Value of = evaluator.lawOrVariables(apply.arguments().get(0), locals);
    Optional<Value> outcome =
        builtin == Builtin.MASS
            ? Optional.of(evaluator.evaluate(apply.arguments().get(1), locals))
            : Optional.empty();
    Optional<Distribution> law = Optional.empty();
    if (of instanceof Distribution distribution) {
      law = Optional.of(distribution);
    } else if (of instanceof Value.Variables variables) {
      VariableLaws laws = new VariableLaws(evaluator);
      if (evaluator.domain().isNumeric() && laws.hasLaw(variables.group(), at)) {
        law = Optional.of(laws.law(variables.group(), at));
      }
    } else if (!(of instanceof Value.Symbolic)) {
      throw errors.notALaw(apply.arguments().get(0).span(), Terms.print(of));
    }
    boolean open = outcome.filter(o -> o instanceof Value.Symbolic).isPresent();
    if (law.isEmpty() || open) {
      List<Term> terms = new ArrayList<>(List.of(new Operations(evaluator).term(of, at)));
      outcome.ifPresent(o -> terms.add(new Operations(evaluator).term(o, at)));
      return new Value.Symbolic(new Term.Apply(builtin.word(), terms));
    }
    return switch (builtin) {
      case ALPHABET -> new Value.Items(law.get().outcomes());
      case SUPPORT -> new Value.Items(law.get().support());
      case MASSES -> new Value.Items(List.copyOf(law.get().probabilities()));
      case MASS -> law.get().probability(outcome.orElseThrow());
      default -> law.get();
    };
  }

  private Value scalar(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
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
      default -> extreme(builtin == Builtin.MAX, numbers, at);
    };
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
    return Quantity.of((long) floor.applyAsDouble(of.value()));
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
