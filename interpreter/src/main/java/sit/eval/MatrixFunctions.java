package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.numeric.linear.EnclosedMatrix;
import sit.numeric.linear.ExactElimination;
import sit.source.Span;
import sit.typed.Builtin;
import sit.typed.Dimensions;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;

/** Functions of vectors and matrices that take more than a comprehension to say. */
final class MatrixFunctions implements BuiltinFamily {
  /** Up to this size a rational matrix is solved without rounding. */
  private static final int LARGEST_EXACT = 48;

  private final Evaluator evaluator;
  private final VectorErrors errors;
  private final Vectors vectors;

  MatrixFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new VectorErrors(evaluator.source());
    this.vectors = new Vectors(evaluator);
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    List<Value> arguments = new ArrayList<>();
    Span at = apply.span();
    for (TypedExpr argument : apply.arguments()) {
      Value value = evaluator.evaluate(argument, locals);
      if (builtin == Builtin.DOT && Vectors.isNothing(value)) {
        return Quantity.of(0);
      }
      arguments.add(new Value.Items(evaluator.items(value, argument)));
    }
    Value first = arguments.get(0);
    return switch (builtin) {
      case DOT -> dot(first, arguments.get(1), at);
      case ARGMAX -> extreme(apply, Vectors.items(first), true);
      case ARGMIN -> extreme(apply, Vectors.items(first), false);
      case DET -> determinant(first, at);
      case INVERSE -> inverse(first, at);
      case SOLVE -> solve(first, arguments.get(1), at);
      default -> eigenvalues(first, at);
    };
  }

  private Value dot(Value left, Value right, Span at) {
    Dimensions a = vectors.dimensions(left);
    Dimensions b = vectors.dimensions(right);
    if (!a.equals(b) || !a.isVector()) {
      throw vectors.shapes().lengths(at, "dot", a, b);
    }
    return vectors.dot(Vectors.items(left), Vectors.items(right), at);
  }

  /** The first place of the largest or the smallest item, where it is certain which that is. */
  private Value extreme(TypedExpr.Apply apply, List<Value> items, boolean largest) {
    Span at = apply.span();
    if (items.isEmpty()) {
      throw errors.empty(at, apply.function());
    }
    int best = 0;
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof Quantity item)) {
        throw evaluator.errors().wrongValue(at, "an item", "a number", Terms.print(items.get(i)));
      }
      Quantity known = (Quantity) items.get(best);
      Optional<Integer> sign = i == best ? Optional.of(0) : Arithmetic.compare(item, known);
      if (sign.isEmpty()) {
        throw errors.undecided(at, apply.function(), best + 1, i + 1);
      }
      best = (largest ? sign.get() > 0 : sign.get() < 0) ? i : best;
    }
    return Quantity.of(best + 1L);
  }

  private int square(Value matrix, String function, Span at) {
    Dimensions size = vectors.dimensions(matrix);
    if (!size.isMatrix() || size.rows() != size.columns()) {
      throw vectors.shapes().square(at, function, size);
    }
    return size.rows();
  }

  private Value determinant(Value matrix, Span at) {
    int size = square(matrix, "det", at);
    Optional<List<List<Rational>>> exact = exact(matrix);
    if (exact.isPresent() && size <= LARGEST_EXACT) {
      return Quantity.of(ExactElimination.determinant(exact.get(), evaluator.limits()));
    }
    List<List<Value>> rows = new ArrayList<>();
    Vectors.items(matrix).forEach(row -> rows.add(new ArrayList<>(Vectors.items(row))));
    return eliminated(rows, at);
  }

  /** A determinant by elimination of intervals, or by the first column where there are symbols. */
  private Value eliminated(List<List<Value>> rows, Span at) {
    Value determinant = Quantity.of(1);
    while (!rows.isEmpty()) {
      evaluator.limits().check();
      Optional<Integer> pivot = pivot(rows);
      if (pivot.isEmpty()) {
        return vectors.scale(determinant, expanded(rows, at), at);
      }
      List<Value> row = rows.remove((int) pivot.get());
      boolean odd = pivot.get() % 2 == 1;
      Value sign = Quantity.of(odd ? -1 : 1);
      determinant = scalars("*", determinant, scalars("*", sign, row.get(0), at), at);
      for (List<Value> other : rows) {
        Value factor = scalars("/", other.get(0), row.get(0), at);
        other.remove(0);
        for (int j = 0; j < other.size(); j++) {
          other.set(j, scalars("-", other.get(j), scalars("*", factor, row.get(j + 1), at), at));
        }
      }
    }
    return determinant;
  }

  /** The row whose first entry is the largest and for sure not zero, if all entries are numbers. */
  private static Optional<Integer> pivot(List<List<Value>> rows) {
    Optional<Integer> best = Optional.empty();
    double largest = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).stream().anyMatch(entry -> !(entry instanceof Quantity))) {
        return Optional.empty();
      }
      Quantity entry = (Quantity) rows.get(i).get(0);
      boolean certain = entry.lower() > 0 || entry.upper() < 0;
      if (certain && Math.abs(entry.value()) > largest) {
        largest = Math.abs(entry.value());
        best = Optional.of(i);
      }
    }
    return best;
  }

  /** Laplace's expansion by the first column. */
  private Value expanded(List<List<Value>> rows, Span at) {
    if (rows.size() > 9) {
      throw evaluator
          .errors()
          .tooLarge(at, "the determinant of " + rows.size() + " rows of symbols");
    }
    List<Value> terms = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      evaluator.limits().check();
      List<List<Value>> minor = new ArrayList<>();
      for (int k = 0; k < rows.size(); k++) {
        if (k != i) {
          minor.add(rows.get(k).subList(1, rows.size()));
        }
      }
      Value below = minor.isEmpty() ? Quantity.of(1) : expanded(minor, at);
      Value term = scalars("*", rows.get(i).get(0), below, at);
      terms.add(i % 2 == 0 ? term : scalars("*", Quantity.of(-1), term, at));
    }
    return new Operations(evaluator).sum(terms, at);
  }

  private Value scalars(String operator, Value left, Value right, Span at) {
    return new Operations(evaluator).scalars(operator, left, right, at);
  }

  Value inverse(Value matrix, Span at) {
    int size = square(matrix, "inverse", at);
    return new Value.Items(rows(solution(matrix, Vectors.identity(size), "inverse", at)));
  }

  private Value solve(Value matrix, Value right, Span at) {
    int size = square(matrix, "solve", at);
    Dimensions b = vectors.dimensions(right);
    if (b.isNumber() || b.sizes().size() > 2 || b.rows() != size) {
      throw vectors.shapes().product(at, vectors.dimensions(matrix), b);
    }
    List<Value> column = new ArrayList<>();
    Vectors.items(right).forEach(item -> column.add(new Value.Items(List.of(item))));
    Value sides = b.isVector() ? new Value.Items(column) : right;
    List<List<Value>> solved = solution(matrix, sides, "solve", at);
    if (!b.isVector()) {
      return new Value.Items(rows(solved));
    }
    List<Value> entries = new ArrayList<>();
    solved.forEach(row -> entries.add(row.get(0)));
    return new Value.Items(entries);
  }

  private List<List<Value>> solution(Value matrix, Value right, String function, Span at) {
    Optional<List<List<Rational>>> left = exact(matrix);
    Optional<List<List<Rational>>> sides = exact(right);
    int size = Vectors.items(matrix).size();
    if (left.isPresent() && sides.isPresent() && size <= LARGEST_EXACT) {
      List<List<Rational>> solved =
          ExactElimination.solve(left.get(), sides.get(), evaluator.limits())
              .orElseThrow(() -> errors.singular(at, function));
      List<List<Value>> all = new ArrayList<>();
      for (List<Rational> row : solved) {
        List<Value> line = new ArrayList<>();
        row.forEach(entry -> line.add(Quantity.of(entry)));
        all.add(line);
      }
      return all;
    }
    EnclosedMatrix rounded = rounded(matrix, function, at);
    return rounded
        .solve(rounded(right, function, at), evaluator.limits())
        .map(Vectors::values)
        .orElseThrow(() -> errors.singular(at, function));
  }

  private EnclosedMatrix rounded(Value matrix, String function, Span at) {
    return Vectors.enclosed(Vectors.items(matrix), false)
        .orElseThrow(() -> errors.numbers(at, function));
  }

  private static List<Value> rows(List<List<Value>> rows) {
    List<Value> all = new ArrayList<>();
    rows.forEach(row -> all.add(new Value.Items(row)));
    return all;
  }

  /** The entries of a matrix where all of them are rational. */
  private static Optional<List<List<Rational>>> exact(Value matrix) {
    List<List<Rational>> rows = new ArrayList<>();
    for (Value row : Vectors.items(matrix)) {
      List<Rational> line = new ArrayList<>();
      for (Value entry : Vectors.items(row)) {
        Optional<Rational> rational =
            entry instanceof Quantity quantity ? quantity.rational() : Optional.empty();
        if (rational.isEmpty()) {
          return Optional.empty();
        }
        line.add(rational.get());
      }
      rows.add(line);
    }
    return Optional.of(rows);
  }

  private Value eigenvalues(Value matrix, Span at) {
    int size = square(matrix, "eigenvalues", at);
    EnclosedMatrix rounded = rounded(matrix, "eigenvalues", at);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (rounded.value(i, j) != rounded.value(j, i)) {
          throw errors.asymmetric(at, i + 1, j + 1);
        }
      }
    }
    List<Value> all = new ArrayList<>();
    Vectors.values(rounded.eigenvalues(evaluator.limits())).forEach(row -> all.add(row.get(0)));
    return new Value.Items(all);
  }
}
