package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.source.Span;
import sit.term.Term;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Arithmetic, comparison, logic and choice: of quantities by intervals and exact forms, of terms by
 * building terms.
 */
final class Operations {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  Operations(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  Value evaluate(TypedExpr.Operation operation, Locals locals) {
    Randoms randoms = new Randoms(evaluator);
    if (!evaluator.isAtOutcome() && randoms.isFunctionOfVariables(operation, locals)) {
      return randoms.derive(operation, locals);
    }
    List<TypedExpr> operands = operation.operands();
    if (operation.operator().equals("if")) {
      Value condition = evaluator.evaluate(operands.get(0), locals);
      if (condition instanceof Value.Symbolic open) {
        Value then = evaluator.evaluate(operands.get(1), locals);
        Value otherwise = evaluator.evaluate(operands.get(2), locals);
        Term a = term(then, operands.get(1).span());
        Term b = term(otherwise, operands.get(2).span());
        return new Value.Symbolic(new Term.Apply("if", List.of(open.term(), a, b)));
      }
      Value.Truth known = truth(condition, operands.get(0));
      Value chosen = evaluator.evaluate(operands.get(known.value() ? 1 : 2), locals);
      return known.told(chosen);
    }
    Value left = evaluator.evaluate(operands.get(0), locals);
    if (operands.size() == 1) {
      return unary(operation, left);
    }
    if (operation.operator().equals("and") || operation.operator().equals("or")) {
      return logic(operation, left, locals);
    }
    Value right = evaluator.evaluate(operands.get(1), locals);
    if (left instanceof Value.Likelihood || right instanceof Value.Likelihood) {
      return withDensity(operation, left, right);
    }
    return binary(
        operation,
        open(left, right, operands.get(0), locals),
        open(right, left, operands.get(1), locals));
  }

  /** What stands beside symbols is exact: of 2*pi*e there the constants stay as they are. */
  private Value open(Value value, Value beside, TypedExpr expr, Locals locals) {
    boolean rounded =
        value instanceof Quantity quantity && quantity.exact().isEmpty() && !quantity.isInfinite();
    if (!rounded || !(beside instanceof Value.Symbolic)) {
      return value;
    }
    Value open = evaluator.inDomain(new Domain.Entropies()).evaluate(expr, locals);
    return open instanceof Value.Symbolic ? open : value;
  }

  private Value unary(TypedExpr.Operation operation, Value operand) {
    if (operation.operator().equals("not")) {
      return truth(operand, operation.operands().get(0)).negate();
    }
    if (operand instanceof Quantity quantity) {
      return Arithmetic.negate(quantity);
    } else if (operation.operator().equals("'")) {
      return new Vectors(evaluator).transpose(operand, operation.span());
    } else if (operand instanceof Value.Items items) {
      return new Vectors(evaluator).scale(Quantity.of(-1), items, operation.span());
    }
    return new Value.Symbolic(Term.negate(term(operand, operation.span())));
  }

  /** A density in a sum counts as the number it is, where it stands for one: {@code E[q/p] - 1}. */
  private Value withDensity(TypedExpr.Operation operation, Value left, Value right) {
    boolean product = List.of("*", "/", "^").contains(operation.operator());
    List<Value> scalars = new ArrayList<>();
    for (Value value : List.of(left, right)) {
      boolean open = value instanceof Value.Likelihood l && !l.pieces().isEmpty();
      if (product || open) {
        return new Densities(evaluator)
            .combine(operation.operator(), left, right, operation.span());
      }
      scalars.add(
          value instanceof Value.Likelihood
              ? new Value.Symbolic(term(value, operation.span()))
              : value);
    }
    return binary(operation, scalars.get(0), scalars.get(1));
  }

  private Value logic(TypedExpr.Operation operation, Value left, Locals locals) {
    boolean and = operation.operator().equals("and");
    TypedExpr second = operation.operands().get(1);
    if (left instanceof Quantity) {
      boolean a = bit(left, operation.operands().get(0).span());
      boolean b = bit(evaluator.evaluate(second, locals), second.span());
      return Quantity.of((and ? a && b : a || b) ? 1 : 0);
    }
    if (left instanceof Value.Symbolic open) {
      Term other = term(evaluator.evaluate(second, locals), second.span());
      return new Value.Symbolic(new Term.Apply(operation.operator(), List.of(open.term(), other)));
    }
    Value.Truth known = truth(left, operation.operands().get(0));
    if (known.value() != and) {
      return known;
    }
    Value right = evaluator.evaluate(second, locals);
    return right instanceof Value.Symbolic ? right : known.told(truth(right, second));
  }

  private Value.Truth truth(Value value, TypedExpr at) {
    if (value instanceof Value.Truth truth) {
      return truth;
    }
    throw errors.wrongValue(at.span(), "this", "true or false", Terms.print(value));
  }

  private boolean bit(Value value, Span at) {
    Optional<Integer> integer =
        value instanceof Quantity quantity ? quantity.integer() : Optional.empty();
    if (integer.isEmpty() || integer.get() != 0 && integer.get() != 1) {
      throw errors.wrongValue(at, "this", "a bit, 0 or 1", Terms.print(value));
    }
    return integer.get() == 1;
  }

  private Value binary(TypedExpr.Operation operation, Value left, Value right) {
    String operator = operation.operator();
    Span span = operation.span();
    if (left instanceof Value.Process process && operator.equals("^")) {
      sit.term.Index one = sit.term.Index.of(1);
      sit.term.Index to =
          Terms.index(right)
              .orElseThrow(
                  () -> errors.wrongValue(span, "an index", "a whole number", Terms.print(right)));
      return new Indexing(evaluator).block(process, one, to, span);
    }
    if (operator.equals("==") || operator.equals("!=")) {
      return equality(operator, left, right, span);
    }
    if (left instanceof Value.Items || right instanceof Value.Items) {
      return new Vectors(evaluator).operation(operator, left, right, span);
    }
    return scalars(operator, left, right, span);
  }

  /** Two scalars with an operator of arithmetic or order between. */
  Value scalars(String operator, Value left, Value right, Span span) {
    if (left instanceof Quantity a && right instanceof Quantity b) {
      try {
        return quantities(operator, a, b, span);
      } catch (ArithmeticException e) {
        throw errors.undefinedOperation(span, e.getMessage());
      }
    }
    boolean scalars = isScalar(left) && isScalar(right);
    if (!scalars) {
      Value wrong = isScalar(left) ? right : left;
      throw errors.wrongValue(
          span, "an operand of `" + operator + "`", "a number", Terms.print(wrong));
    }
    return symbolic(operator, term(left, span), term(right, span), span);
  }

  private static boolean isScalar(Value value) {
    return value instanceof Quantity || value instanceof Value.Symbolic;
  }

  private Value quantities(String operator, Quantity a, Quantity b, Span span) {
    if (!operator.equals("^")) {
      errors.requireOneUnit(a, b, span);
    }
    return switch (operator) {
      case "+" -> Arithmetic.add(a, b);
      case "-" -> Arithmetic.subtract(a, b);
      case "*" -> Arithmetic.multiply(a, b);
      case "/" ->
          Arithmetic.divide(a, b)
              .orElseThrow(() -> errors.undefinedOperation(span, "division by zero"));
      case "^" ->
          Arithmetic.power(a, b)
              .orElseThrow(() -> errors.undefinedOperation(span, "this power is no real number"));
      case "mod" -> modulo(a, b, span);
      case "xor" -> {
        boolean left = bit(a, span);
        boolean right = bit(b, span);
        yield Quantity.of(left != right ? 1 : 0);
      }
      default -> Comparisons.order(operator, a, b);
    };
  }

  private Value modulo(Quantity a, Quantity b, Span span) {
    Optional<Rational> x = a.rational();
    Optional<Rational> y = b.rational();
    if (x.isEmpty() || y.isEmpty() || y.get().signum() <= 0) {
      throw errors.undefinedOperation(span, "`mod` takes exact numbers, the second positive");
    }
    Rational floor = Rational.of(x.get().divide(y.get()).floor());
    return Quantity.of(x.get().subtract(floor.multiply(y.get())));
  }

  private Value equality(String operator, Value left, Value right, Span span) {
    boolean open = left instanceof Value.Symbolic || right instanceof Value.Symbolic;
    if (open) {
      Term a = term(left, span);
      return new Value.Symbolic(new Term.Apply(operator, List.of(a, term(right, span))));
    }
    if (left instanceof Quantity a && right instanceof Quantity b) {
      errors.requireOneUnit(a, b, span);
    }
    Value.Truth same = Comparisons.same(left, right);
    return operator.equals("==") ? same : same.negate();
  }

  private Value symbolic(String operator, Term a, Term b, Span span) {
    return switch (operator) {
      case "+" -> new Value.Symbolic(new Term.Sum(flatten(a, b)));
      case "-" -> new Value.Symbolic(new Term.Sum(flatten(a, Term.negate(b))));
      case "*" -> new Value.Symbolic(new Term.Product(List.of(a, b)));
      case "/" -> {
        if (b instanceof Term.Constant c && !c.value().isZero()) {
          Term inverse = new Term.Constant(Rational.ONE.divide(c.value()));
          yield new Value.Symbolic(new Term.Product(List.of(inverse, a)));
        }
        yield new Value.Symbolic(new Term.Product(List.of(a, new Term.Power(b, -1))));
      }
      case "^" -> {
        boolean whole =
            b instanceof Term.Constant c
                && c.value().isInteger()
                && c.value().numerator().bitLength() < 8;
        yield new Value.Symbolic(
            whole
                ? new Term.Power(a, ((Term.Constant) b).value().numerator().intValueExact())
                : new Term.Apply("^", List.of(a, b)));
      }
      case "<", "<=", ">", ">=" -> new Value.Symbolic(new Term.Apply(operator, List.of(a, b)));
      default ->
          throw errors.undefinedOperation(span, "`" + operator + "` of scalars without a value");
    };
  }

  private static List<Term> flatten(Term a, Term b) {
    List<Term> all = new ArrayList<>(a instanceof Term.Sum sum ? sum.terms() : List.of(a));
    all.addAll(b instanceof Term.Sum sum ? sum.terms() : List.of(b));
    return all;
  }

  /** The term of a value, where it has one. */
  Term term(Value value, Span at) {
    if (value instanceof Value.Likelihood likelihood && likelihood.pieces().isEmpty()) {
      return new Densities(evaluator).scalar(likelihood, at);
    }
    return Terms.of(value)
        .orElseThrow(
            () ->
                errors.wrongValue(
                    at,
                    "what stands beside symbols",
                    "exact",
                    "rounded, as " + Terms.print(value) + " is"));
  }

  Value sum(List<Value> values, Span span) {
    List<Quantity> numbers = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof Quantity number) {
        for (Quantity other : numbers) {
          if (other.unit() != Unit.NONE) {
            errors.requireOneUnit(other, number, span);
            break;
          }
        }
        numbers.add(number);
      } else if (isScalar(value)) {
        Term term = term(value, span);
        terms.addAll(term instanceof Term.Sum sum ? sum.terms() : List.of(term));
      } else if (value instanceof Value.Items) {
        return new Vectors(evaluator).sum(values, span);
      } else {
        throw errors.wrongValue(span, "what is summed", "a number", Terms.print(value));
      }
    }
    Quantity total = total(numbers, span);
    if (terms.isEmpty()) {
      return total;
    }
    if (!total.isExactZero()) {
      terms.add(0, term(total, span));
    }
    return new Value.Symbolic(Term.sum(terms));
  }

  /** A sum by halves: few additions then meet the long fractions that a sum of fractions grows. */
  private Quantity total(List<Quantity> numbers, Span span) {
    int size = numbers.size();
    if (size < 2) {
      return size == 0 ? Quantity.of(0) : numbers.get(0);
    }
    Quantity first = total(numbers.subList(0, size / 2), span);
    Quantity second = total(numbers.subList(size / 2, size), span);
    try {
      return Arithmetic.add(first, second);
    } catch (ArithmeticException e) {
      throw errors.undefinedOperation(span, e.getMessage());
    }
  }
}
