package sit.typed;

import java.util.List;
import sit.source.Span;

/** Kinds and units of arithmetic, comparison, logic and choice. */
final class OperationTyper {
  private final TypeErrors errors;
  private final Scope scope;

  OperationTyper(TypeErrors errors, Scope scope) {
    this.errors = errors;
    this.scope = scope;
  }

  TypedExpr unary(String operator, TypedExpr operand, Span span) {
    if (operator.equals("'")) {
      require(operand, operand.type() == Type.LIST, "what is transposed", "a matrix");
      return new TypedExpr.Operation("'", List.of(operand), Type.LIST, span);
    }
    if (operator.equals("not")) {
      require(operand, operand.type() == Type.TRUTH, "what `not` denies", "a condition");
      Type type = operand.type().isRandom() ? Type.RANDOM : Type.TRUTH;
      return new TypedExpr.Operation("not", List.of(operand), type, span);
    }
    Type type = operand.type() == Type.VARIABLES ? Type.RANDOM : operand.type();
    boolean number = operand.type().isScalar() || operand.type() == Type.LIST;
    require(operand, number, "what is negated", "a number");
    return new TypedExpr.Operation("-", List.of(operand), type, span);
  }

  TypedExpr binary(String operator, TypedExpr left, TypedExpr right, Span span) {
    String canonical = operator.equals("=") ? "==" : operator;
    Type type =
        switch (canonical) {
          case "==", "!=" -> comparison(left, right, span);
          case "<=", ">=", "<", ">" -> order(left, right, span);
          case "and", "or" -> logic(left, right);
          default -> arithmetic(canonical, left, right, span);
        };
    if (left.type().isRandom() || right.type().isRandom()) {
      type = Type.RANDOM;
    }
    return new TypedExpr.Operation(canonical, List.of(left, right), type, span);
  }

  TypedExpr choice(List<TypedExpr> parts, Span span) {
    TypedExpr condition = parts.get(0);
    require(condition, condition.type() == Type.TRUTH, "the condition of `if`", "true or false");
    Type then = parts.get(1).type();
    Type otherwise = parts.get(2).type();
    Type type = then == otherwise ? then : Type.ANY;
    if (then.isInformation() && otherwise.isInformation()) {
      type = common(then, otherwise, span);
    } else if (then == Type.NUMBER && otherwise.isInformation()) {
      type = otherwise;
    } else if (otherwise == Type.NUMBER && then.isInformation()) {
      type = then;
    }
    boolean random = parts.stream().anyMatch(p -> p.type().isRandom());
    return new TypedExpr.Operation("if", parts, random ? Type.RANDOM : type, span);
  }

  private void require(TypedExpr operand, boolean fits, String what, String wanted) {
    if (!fits && !isOpen(operand.type()) && !operand.type().isRandom()) {
      throw errors.wrongKind(operand.span(), what, wanted, operand.type());
    }
  }

  private Type comparison(TypedExpr left, TypedExpr right, Span span) {
    if (left.type().isScalar() && right.type().isScalar()) {
      common(left.type(), right.type(), span);
    }
    return Type.TRUTH;
  }

  private Type order(TypedExpr left, TypedExpr right, Span span) {
    require(left, left.type().isScalar(), "what is compared", "a number");
    require(right, right.type().isScalar(), "what is compared", "a number");
    return comparison(left, right, span);
  }

  private Type logic(TypedExpr left, TypedExpr right) {
    boolean bits = left.type() == Type.NUMBER || right.type() == Type.NUMBER;
    require(left, left.type() == Type.TRUTH || bits, "an operand of logic", "true or false");
    require(right, right.type() == Type.TRUTH || bits, "an operand of logic", "true or false");
    return Type.TRUTH;
  }

  /** Whether a function of continuous variables is one that has a density as they have. */
  static boolean isArithmetic(TypedExpr expr) {
    return expr instanceof TypedExpr.Operation operation
        ? List.of("+", "-", "*", "/", "^").contains(operation.operator())
        : expr.type().isRandom() || expr.type().isScalar();
  }

  private Type arithmetic(String operator, TypedExpr left, TypedExpr right, Span span) {
    if (left.type() == Type.DENSITY || right.type() == Type.DENSITY) {
      return density(operator, left, right, span);
    }
    if (left.type() == Type.LIST || right.type() == Type.LIST) {
      return list(operator, left, right, span);
    }
    require(left, left.type().isScalar(), "an operand of `" + operator + "`", "a number");
    require(right, right.type().isScalar(), "an operand of `" + operator + "`", "a number");
    Type a = left.type();
    Type b = right.type();
    boolean ratio = operator.equals("*") || operator.equals("/");
    if (ratio && a.isInformation() && b.isInformation()) {
      // a ratio of bits and nats is not the ratio of their numbers
      common(a, b, span);
      return Type.NUMBER;
    }
    return switch (operator) {
      case "+", "-" -> common(a, b, span);
      case "*" -> a.isInformation() ? a : b.isInformation() ? b : either(a, b);
      case "/" -> b.isInformation() ? Type.NUMBER : a.isInformation() ? a : either(a, b);
      default -> Type.NUMBER;
    };
  }

  /** Vectors and matrices; of those whose dimensions are known it is checked that they fit. */
  private Type list(String operator, TypedExpr left, TypedExpr right, Span span) {
    for (TypedExpr operand : List.of(left, right)) {
      boolean fits = operand.type() == Type.LIST || operand.type().isScalar();
      require(operand, fits, "an operand of `" + operator + "`", "a number, a vector or a matrix");
    }
    boolean numbers = operator.equals("mod") || operator.equals("xor");
    TypedExpr list = left.type() == Type.LIST ? left : right;
    require(list, !numbers, "an operand of `" + operator + "`", "a number");
    new DimensionTyper(errors.source(), scope).operation(operator, left, right, span);
    return Type.LIST;
  }

  /** Densities are multiplied, divided and raised to powers. */
  private Type density(String operator, TypedExpr left, TypedExpr right, Span span) {
    if (operator.equals("+") || operator.equals("-")) {
      throw errors.densitySum(span);
    }
    for (TypedExpr operand : List.of(left, right)) {
      boolean fits = operand.type() == Type.DENSITY || operand.type() == Type.NUMBER;
      require(operand, fits, "an operand of `" + operator + "`", "a density or a number");
    }
    if (operator.equals("^")) {
      boolean number = right.type() == Type.NUMBER;
      require(right, number, "the exponent of a density", "a number");
    }
    return Type.DENSITY;
  }

  private static Type either(Type a, Type b) {
    return isOpen(a) || isOpen(b) ? Type.ANY : Type.NUMBER;
  }

  private static boolean isOpen(Type type) {
    return type == Type.ANY || type == Type.OUTCOMES;
  }

  /** The unit of a sum: a plain number counts in the unit of the other side. */
  private Type common(Type a, Type b, Span span) {
    if (isOpen(a) || isOpen(b)) {
      return a.isInformation() ? a : b.isInformation() ? b : Type.ANY;
    }
    if (!a.isInformation()) {
      return b.isInformation() ? b : Type.NUMBER;
    }
    if (!b.isInformation() || a == b) {
      return a;
    }
    Type left = a == Type.INFORMATION ? scope.unit() : a;
    Type right = b == Type.INFORMATION ? scope.unit() : b;
    if (left != right) {
      throw errors.unitMismatch(span, left, right);
    }
    return left;
  }
}
