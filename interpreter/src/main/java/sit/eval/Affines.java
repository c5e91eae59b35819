package sit.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sit.exact.Rational;
import sit.numeric.continuous.Real;
import sit.numeric.gaussian.Affine;
import sit.typed.Symbol;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** Reads functions of continuous variables as combinations of independent sources. */
final class Affines {
  private final Evaluator evaluator;
  private final Function<String, Optional<Affine>> variables;

  /**
   * A reader.
   *
   * @param variables what each variable is made of
   */
  Affines(Evaluator evaluator, Function<String, Optional<Affine>> variables) {
    this.evaluator = evaluator;
    this.variables = variables;
  }

  /** A reader for which variables are made of what their laws say. */
  static Affines ofLaws(Evaluator evaluator, sit.source.Span at) {
    Randoms randoms = new Randoms(evaluator);
    return new Affines(evaluator, name -> randoms.declared(name, at).affine());
  }

  /** A number that is exact or a double, with how far it may be off as a fraction of it. */
  record Number(Rational value, double error) {}

  static Number number(Quantity quantity) {
    if (quantity.rational().isPresent()) {
      return new Number(quantity.rational().get(), 0);
    }
    double value = quantity.value();
    double width = quantity.upper() - quantity.lower();
    Rational nearest = Rational.of(new java.math.BigDecimal(value));
    return new Number(nearest, value == 0 ? width : width / Math.abs(value));
  }

  /** A parameter of a law. */
  static Real real(Quantity quantity) {
    if (quantity.rational().isPresent()) {
      return Real.of(quantity.rational().get());
    }
    double slack =
        Math.max(quantity.upper() - quantity.value(), quantity.value() - quantity.lower());
    return Real.between(quantity.value(), Double.isFinite(slack) ? slack : 0);
  }

  /** The combination that an expression is; empty if it is none. */
  Optional<Affine> of(TypedExpr expr, Locals locals) {
    evaluator.limits().check();
    if (expr instanceof TypedExpr.Reference reference
        && locals.find(reference.name()).orElse(null) instanceof Value.Combination known) {
      return Optional.of(known.of());
    }
    if (!mentionsVariables(expr, locals)) {
      return evaluator.evaluate(expr, locals) instanceof Quantity quantity
          ? Optional.of(constant(quantity))
          : Optional.empty();
    }
    if (expr instanceof TypedExpr.Operation operation) {
      return operation(operation, locals);
    } else if (expr instanceof TypedExpr.SumOver sum) {
      return sum(sum, locals);
    } else if (expr instanceof TypedExpr.Apply apply) {
      Optional<Environment.Defined> defined = evaluator.environment().function(apply.function());
      return defined.flatMap(
          function ->
              bound(apply, function, locals)
                  .flatMap(
                      inner ->
                          new Affines(evaluator.in(function.source()), variables)
                              .of(function.body(), inner)));
    }
    boolean variable =
        expr instanceof TypedExpr.Reference
            || expr instanceof TypedExpr.Select
            || expr instanceof TypedExpr.Slice;
    return variable
            && evaluator.evaluate(expr, locals) instanceof Value.Variables found
            && found.group().size() == 1
        ? variables.apply(found.group().iterator().next().toString())
        : Optional.empty();
  }

  private static Affine constant(Quantity quantity) {
    Number number = number(quantity);
    return Affine.constant(number.value(), number.error());
  }

  /** Whether random variables stand in an expression, also behind names of a function. */
  private boolean mentionsVariables(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Reference reference) {
      return locals.find(reference.name()).orElse(null) instanceof Value.Combination
          || reference.kind() == Symbol.Kind.PROCESS
          || new Dependences(evaluator).isRandom(expr, locals);
    }
    for (TypedExpr child : expr.children()) {
      if (mentionsVariables(child, locals)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Affine> operation(TypedExpr.Operation operation, Locals locals) {
    List<TypedExpr> parts = operation.operands();
    Optional<Affine> left = of(parts.get(0), locals);
    if (left.isEmpty()) {
      return left;
    }
    if (parts.size() == 1) {
      return operation.operator().equals("-")
          ? Optional.of(left.get().times(Rational.MINUS_ONE, 0))
          : Optional.empty();
    }
    Optional<Affine> right = of(parts.get(1), locals);
    if (right.isEmpty()) {
      return right;
    }
    Affine a = left.get();
    Affine b = right.get();
    return switch (operation.operator()) {
      case "+" -> Optional.of(a.plus(b));
      case "-" -> Optional.of(a.plus(b.times(Rational.MINUS_ONE, 0)));
      case "*" ->
          b.isConstant()
              ? Optional.of(a.times(b.constant(), b.error()))
              : a.isConstant() ? Optional.of(b.times(a.constant(), a.error())) : Optional.empty();
      case "/" ->
          b.isConstant() && !b.constant().isZero()
              ? Optional.of(a.times(Rational.ONE.divide(b.constant()), 2 * b.error()))
              : Optional.empty();
      case "^" -> b.isConstant() && b.constant().isOne() ? Optional.of(a) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Affine> sum(TypedExpr.SumOver sum, Locals locals) {
    int from = evaluator.integer(sum.from(), locals, "the start of a sum");
    int to = evaluator.integer(sum.to(), locals, "the end of a sum");
    Affine total = Affine.constant(Rational.ZERO, 0);
    for (int t = from; t <= to; t++) {
      Optional<Affine> term = of(sum.body(), locals.with(sum.index(), Quantity.of(t)));
      if (term.isEmpty()) {
        return term;
      }
      total = total.plus(term.get());
    }
    return Optional.of(total);
  }

  /** The arguments of a function by their names. */
  private Optional<Locals> bound(
      TypedExpr.Apply apply, Environment.Defined function, Locals locals) {
    Locals inner = Locals.NONE;
    for (int i = 0; i < function.parameters().size(); i++) {
      TypedExpr argument = apply.arguments().get(i);
      Value value;
      if (mentionsVariables(argument, locals)) {
        Optional<Affine> affine = of(argument, locals);
        if (affine.isEmpty()) {
          return Optional.empty();
        }
        value = new Value.Combination(affine.get());
      } else {
        value = evaluator.evaluate(argument, locals);
      }
      inner = inner.with(function.parameters().get(i), value);
    }
    return Optional.of(inner);
  }

  /** A Gaussian law whose mean moves with other variables. */
  record Kernel(Affine mean, Number variance) {}

  /** The mean and variance of a Gaussian law of one variable; empty if it is another law. */
  Optional<Kernel> kernel(TypedExpr law, Locals locals) {
    if (!(law instanceof TypedExpr.Apply apply)) {
      return Optional.empty();
    }
    Optional<Environment.Defined> defined = evaluator.environment().function(apply.function());
    if (defined.isPresent()) {
      return bound(apply, defined.get(), locals)
          .flatMap(
              inner ->
                  new Affines(evaluator.in(defined.get().source()), variables)
                      .kernel(defined.get().body(), inner));
    }
    if (!apply.function().equals(sit.typed.Builtin.NORMAL.word())
        || mentionsVariables(apply.arguments().get(1), locals)) {
      return Optional.empty();
    }
    Value variance = evaluator.evaluate(apply.arguments().get(1), locals);
    if (!(variance instanceof Quantity quantity)) {
      return Optional.empty();
    }
    ContinuousLaws.requirePositive(evaluator, quantity, law.span());
    return of(apply.arguments().get(0), locals).map(m -> new Kernel(m, number(quantity)));
  }
}
