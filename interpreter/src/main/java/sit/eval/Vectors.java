package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import sit.numeric.linear.EnclosedMatrix;
import sit.source.Span;
import sit.typed.Dimensions;
import sit.typed.ShapeErrors;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Arithmetic of vectors and matrices, which are lists of numbers and lists of rows: exact where
 * their entries are.
 */
final class Vectors {
  /** Up to so many products of entries a product of exact matrices is exact. */
  private static final double MOST_EXACT = 1e6;

  private static final Quantity MINUS = Quantity.of(-1);
  private static final int LARGEST_POWER = 10_000;

  private final Evaluator evaluator;
  private final ShapeErrors shapes;

  Vectors(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.shapes = new ShapeErrors(evaluator.source());
  }

  ShapeErrors shapes() {
    return shapes;
  }

  /** What the body is for every item of a list. */
  Value each(TypedExpr.Each each, Locals locals) {
    List<Value> all = new ArrayList<>();
    for (Value item : evaluator.items(each.list(), locals)) {
      Locals inner = locals.with(each.item(), item);
      if (each.condition().isEmpty() || isChosen(each.condition().get(), inner)) {
        all.add(evaluator.evaluate(each.body(), inner));
      }
    }
    return new Value.Items(all);
  }

  private boolean isChosen(TypedExpr condition, Locals locals) {
    Value value = evaluator.evaluate(condition, locals);
    if (value instanceof Value.Truth truth) {
      return truth.value();
    }
    throw evaluator
        .errors()
        .wrongValue(condition.span(), "this", "true or false", Terms.print(value));
  }

  /** The dimensions of a value; of a list whose items differ those of the list alone. */
  Dimensions dimensions(Value value) {
    List<Integer> sizes = new ArrayList<>();
    List<Value> level = List.of(value);
    while (!level.isEmpty() && level.get(0) instanceof Value.Items first) {
      int size = first.items().size();
      List<Value> next = new ArrayList<>();
      for (Value item : level) {
        if (!(item instanceof Value.Items list) || list.items().size() != size) {
          return new Dimensions(sizes);
        }
        next.addAll(list.items());
      }
      sizes.add(size);
      level = next;
    }
    return new Dimensions(sizes);
  }

  Value operation(String operator, Value left, Value right, Span at) {
    Dimensions a = dimensions(left);
    Dimensions b = dimensions(right);
    return switch (operator) {
      case "+", "-" -> {
        if (isNothing(left) || isNothing(right)) {
          // a sum of no vectors is 0, whatever their size
          yield isNothing(right) ? left : operator.equals("+") ? right : scale(MINUS, right, at);
        }
        if (!a.equals(b)) {
          throw shapes.unequal(at, a, b);
        }
        yield termwise(operator, left, right, at);
      }
      case "*" -> product(left, right, a, b, at);
      case "/" -> {
        if (!b.isNumber()) {
          throw shapes.divisor(at, b);
        }
        yield map(left, item -> scalars("/", item, right, at));
      }
      case "^" -> power(left, right, a, b, at);
      default -> {
        Value wrong = left instanceof Value.Items ? left : right;
        String what = "an operand of `" + operator + "`";
        throw evaluator.errors().wrongValue(at, what, "a number", Terms.print(wrong));
      }
    };
  }

  /** Whether this is the sum of no vectors. */
  static boolean isNothing(Value value) {
    return value instanceof Quantity number && number.isExactZero();
  }

  private Value scalars(String operator, Value left, Value right, Span at) {
    return new Operations(evaluator).scalars(operator, left, right, at);
  }

  private static Value map(Value of, java.util.function.UnaryOperator<Value> function) {
    if (!(of instanceof Value.Items items)) {
      return function.apply(of);
    }
    List<Value> all = new ArrayList<>();
    items.items().forEach(item -> all.add(map(item, function)));
    return new Value.Items(all);
  }

  private Value termwise(String operator, Value left, Value right, Span at) {
    if (!(left instanceof Value.Items a) || !(right instanceof Value.Items b)) {
      return scalars(operator, left, right, at);
    }
    if (a.items().size() != b.items().size()) {
      throw shapes.unequal(at, dimensions(left), dimensions(right));
    }
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < a.items().size(); i++) {
      all.add(termwise(operator, a.items().get(i), b.items().get(i), at));
    }
    return new Value.Items(all);
  }

  Value scale(Value factor, Value of, Span at) {
    return map(of, item -> scalars("*", factor, item, at));
  }

  /** The sum of vectors or matrices of one shape. */
  Value sum(List<Value> values, Span at) {
    Value total = values.get(0);
    for (Value value : values.subList(1, values.size())) {
      total = operation("+", total, value, at);
    }
    return total;
  }

  /** The sum of the products of the items of two lists as long. */
  Value dot(List<Value> left, List<Value> right, Span at) {
    OptionalLong whole = whole(left, right);
    if (whole.isPresent()) {
      return Quantity.of(whole.getAsLong());
    }
    List<Value> terms = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      terms.add(scalars("*", left.get(i), right.get(i), at));
    }
    return new Operations(evaluator).sum(terms, at);
  }

  /** The same of plain whole numbers, without a fraction in between; empty where some are not. */
  private static OptionalLong whole(List<Value> left, List<Value> right) {
    long total = 0;
    for (int i = 0; i < left.size(); i++) {
      OptionalInt x = whole(left.get(i));
      OptionalInt y = x.isPresent() ? whole(right.get(i)) : x;
      if (y.isEmpty() || Math.abs(total) > 1L << 61) {
        return OptionalLong.empty();
      }
      total += (long) x.getAsInt() * y.getAsInt();
    }
    return OptionalLong.of(total);
  }

  private static OptionalInt whole(Value value) {
    boolean plain =
        value instanceof Quantity number
            && number.unit() == Unit.NONE
            && number.exact().isPresent()
            && Math.abs(number.value()) < 1 << 30
            && number.value() == Math.rint(number.value())
            && number.lower() == number.upper();
    return plain ? OptionalInt.of((int) ((Quantity) value).value()) : OptionalInt.empty();
  }

  private Value product(Value left, Value right, Dimensions a, Dimensions b, Span at) {
    if (a.isNumber()) {
      return scale(left, right, at);
    } else if (b.isNumber()) {
      return map(left, item -> scalars("*", item, right, at));
    } else if (a.isVector() && b.isVector()) {
      throw shapes.vectors(at, a, b);
    }
    boolean small = a.sizes().size() <= 2 && b.sizes().size() <= 2;
    if (!small || (a.isMatrix() ? a.columns() : a.rows()) != b.rows()) {
      throw shapes.product(at, a, b);
    }
    List<Value> rows = a.isMatrix() ? items(left) : List.of(left);
    List<Value> columns = b.isMatrix() ? columns(right, b.columns()) : List.of(right);
    double cells = (double) rows.size() * columns.size() * b.rows();
    boolean exact = cells <= MOST_EXACT && isExact(rows) && isExact(columns);
    Optional<EnclosedMatrix> x = exact ? Optional.empty() : enclosed(rows, false);
    Optional<EnclosedMatrix> y = x.isEmpty() ? x : enclosed(columns, true);
    List<List<Value>> all =
        y.isPresent()
            ? values(x.get().multiply(y.get(), evaluator.limits()))
            : products(rows, columns, at);
    if (a.isVector()) {
      return new Value.Items(all.get(0));
    }
    List<Value> result = new ArrayList<>();
    all.forEach(row -> result.add(b.isVector() ? row.get(0) : new Value.Items(row)));
    return new Value.Items(result);
  }

  private static boolean isExact(List<Value> lines) {
    for (Value line : lines) {
      for (Value entry : items(line)) {
        if (entry instanceof Quantity number && number.exact().isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private List<List<Value>> products(List<Value> rows, List<Value> columns, Span at) {
    List<List<Value>> all = new ArrayList<>();
    for (Value row : rows) {
      List<Value> line = new ArrayList<>();
      for (Value column : columns) {
        evaluator.limits().check();
        line.add(dot(items(row), items(column), at));
      }
      all.add(line);
    }
    return all;
  }

  private Value power(Value base, Value exponent, Dimensions a, Dimensions b, Span at) {
    if (!b.isNumber() || !a.isMatrix() || a.rows() != a.columns()) {
      throw shapes.power(at, a);
    }
    Optional<Integer> whole = exponent instanceof Quantity q ? q.integer() : Optional.empty();
    if (whole.isEmpty() || Math.abs(whole.get()) > LARGEST_POWER) {
      throw evaluator
          .errors()
          .wrongValue(at, "the power of a matrix", "a whole number", Terms.print(exponent));
    }
    int n = whole.get();
    Value factor = n < 0 ? new MatrixFunctions(evaluator).inverse(base, at) : base;
    Value result = identity(a.rows());
    for (int rest = Math.abs(n); rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = product(result, factor, a, a, at);
      }
      factor = rest > 1 ? product(factor, factor, a, a, at) : factor;
    }
    return result;
  }

  static Value identity(int size) {
    List<Value> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Value> row = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        row.add(Quantity.of(i == j ? 1 : 0));
      }
      rows.add(new Value.Items(row));
    }
    return new Value.Items(rows);
  }

  Value transpose(Value of, Span at) {
    Dimensions size = dimensions(of);
    if (size.sizes().size() < 2) {
      throw evaluator
          .errors()
          .wrongValue(at, "what is transposed", "a matrix", "of the shape " + size);
    }
    return new Value.Items(columns(of, size.columns()));
  }

  private static List<Value> columns(Value matrix, int count) {
    List<Value> columns = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      List<Value> column = new ArrayList<>();
      for (Value row : items(matrix)) {
        column.add(items(row).get(j));
      }
      columns.add(new Value.Items(column));
    }
    return columns;
  }

  static List<Value> items(Value value) {
    return ((Value.Items) value).items();
  }

  /**
   * Lines of plain numbers as a matrix in floating point; empty where they are none.
   *
   * @param turned whether the lines are its columns
   */
  static Optional<EnclosedMatrix> enclosed(List<Value> lines, boolean turned) {
    int count = lines.size();
    int length = items(lines.get(0)).size();
    double[][] values = new double[turned ? length : count][turned ? count : length];
    double[][] errors = new double[values.length][turned ? count : length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        boolean plain =
            items(lines.get(i)).get(j) instanceof Quantity entry
                && entry.unit() == Unit.NONE
                && Double.isFinite(entry.upper() - entry.lower());
        if (!plain) {
          return Optional.empty();
        }
        Quantity entry = (Quantity) items(lines.get(i)).get(j);
        double off = Math.max(entry.upper() - entry.value(), entry.value() - entry.lower());
        values[turned ? j : i][turned ? i : j] = entry.value();
        errors[turned ? j : i][turned ? i : j] = off == 0 ? 0 : Math.nextUp(off);
      }
    }
    return Optional.of(EnclosedMatrix.of(values, errors));
  }

  static List<List<Value>> values(EnclosedMatrix matrix) {
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      List<Value> row = new ArrayList<>();
      for (int j = 0; j < matrix.columns(); j++) {
        double value = matrix.value(i, j);
        double error = matrix.error(i, j);
        row.add(
            Quantity.between(
                value,
                Math.nextDown(value - error),
                Math.nextUp(value + error),
                Unit.NONE,
                Accuracy.ROUNDING));
      }
      rows.add(row);
    }
    return rows;
  }
}
