package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.Quadrature;
import sit.numeric.continuous.Real;
import sit.numeric.gaussian.Affine;
import sit.numeric.gaussian.Conditioning;
import sit.numeric.gaussian.Polynomial;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Probabilities and expectations of variables that have a density: of polynomials by moments, of
 * other functions of one variable by quadrature, given that Gaussian variables have taken values.
 */
final class ContinuousMeans {
  private final Evaluator evaluator;

  ContinuousMeans(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  private ContinuousErrors wrong() {
    return new ContinuousErrors(evaluator.source());
  }

  /** What variables are made of, once what is given is known; empty where this is another case. */
  private Optional<Map<String, Affine>> made(List<TypedExpr> parts, Locals locals, Span at) {
    if (!evaluator.domain().isNumeric()) {
      return Optional.empty();
    }
    Randoms randoms = new Randoms(evaluator);
    Set<String> names = new TreeSet<>();
    parts.forEach(part -> names.addAll(randoms.variables(part, locals)));
    Map<String, Affine> made = new HashMap<>();
    String discrete = "";
    for (String name : names) {
      Variable variable = randoms.declared(name, at);
      if (variable.hasLaw()) {
        discrete = name;
      } else if (variable.affine().isPresent()) {
        made.put(name, variable.affine().get());
      } else {
        return Optional.empty();
      }
    }
    if (!made.isEmpty() && !discrete.isEmpty()) {
      throw wrong().mixedGroup(at, discrete, made.keySet().iterator().next());
    }
    return made.isEmpty() ? Optional.empty() : Optional.of(made);
  }

  private static List<TypedExpr> parts(TypedExpr first, Optional<TypedExpr> given) {
    List<TypedExpr> parts = new ArrayList<>(List.of(first));
    given.ifPresent(parts::add);
    return parts;
  }

  private Affines reader(Map<String, Affine> made) {
    return new Affines(evaluator, name -> Optional.ofNullable(made.get(name)));
  }

  Value probability(TypedExpr.Probability probability, Locals locals) {
    Optional<Map<String, Affine>> made =
        made(parts(probability.event(), probability.given()), locals, probability.span());
    if (made.isEmpty()) {
      return new Means(evaluator).probability(probability, locals);
    }
    Events events = new Events(evaluator, reader(made.get()), locals);
    Optional<TypedExpr> given = probability.given();
    if (given.isEmpty()) {
      return events.probability(List.of(probability.event()));
    }
    Optional<Map<String, Affine>> conditioned = conditioned(given.get(), made.get(), locals);
    if (conditioned.isPresent()) {
      return new Events(evaluator, reader(conditioned.get()), locals)
          .probability(List.of(probability.event()));
    }
    Quantity below = events.probability(List.of(given.get()));
    if (below.upper() <= 0) {
      throw wrong().nothing(given.get().span(), evaluator.source().phrase(given.get().span()));
    }
    Quantity both = events.probability(List.of(probability.event(), given.get()));
    return sit.value.Arithmetic.divide(both, below)
        .orElseThrow(() -> wrong().oneInterval(probability.span()));
  }

  /** The variables given that some have taken values; empty if something else is given. */
  private Optional<Map<String, Affine>> conditioned(
      TypedExpr given, Map<String, Affine> made, Locals locals) {
    List<Affine> zero = new ArrayList<>();
    if (!equations(given, reader(made), locals, zero)) {
      return Optional.empty();
    }
    boolean gaussian =
        zero.stream().allMatch(Affine::isGaussian)
            && made.values().stream().allMatch(Affine::isGaussian);
    if (!gaussian) {
      throw wrong().noClosedForm(given.span(), "the law given this");
    }
    Optional<Conditioning> conditioning = Conditioning.on(zero, evaluator.limits());
    if (conditioning.isEmpty()) {
      throw wrong().nothing(given.span(), evaluator.source().phrase(given.span()));
    }
    Map<String, Affine> left = new HashMap<>();
    made.forEach((name, affine) -> left.put(name, conditioning.get().of(affine)));
    return Optional.of(left);
  }

  private boolean equations(TypedExpr given, Affines reader, Locals locals, List<Affine> zero) {
    if (!(given instanceof TypedExpr.Operation operation)) {
      return false;
    }
    List<TypedExpr> parts = operation.operands();
    if (operation.operator().equals("and")) {
      return equations(parts.get(0), reader, locals, zero)
          && equations(parts.get(1), reader, locals, zero);
    }
    if (!operation.operator().equals("==")) {
      return false;
    }
    Optional<Affine> left = reader.of(parts.get(0), locals);
    Optional<Affine> right = reader.of(parts.get(1), locals);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    zero.add(left.get().plus(right.get().times(Rational.MINUS_ONE, 0)));
    return true;
  }

  Value expectation(TypedExpr.Expectation expectation, Locals locals) {
    boolean densities = Densities.speaks(expectation.value());
    Optional<Map<String, Affine>> made =
        densities
            ? Optional.empty()
            : made(parts(expectation.value(), expectation.given()), locals, expectation.span());
    if (made.isEmpty()) {
      return new Means(evaluator).expectation(expectation, locals);
    }
    Map<String, Affine> variables = made.get();
    if (expectation.given().isPresent()) {
      TypedExpr given = expectation.given().get();
      variables =
          conditioned(given, variables, locals)
              .orElseThrow(() -> wrong().oneInterval(given.span()));
    }
    Optional<Polynomial> polynomial = polynomial(expectation.value(), variables, locals);
    Optional<Real> mean = polynomial.flatMap(Polynomial::mean);
    return mean.isPresent()
        ? Amounts.number(mean.get(), false)
        : quadrature(expectation, variables, locals);
  }

  private Optional<Polynomial> polynomial(
      TypedExpr expr, Map<String, Affine> variables, Locals locals) {
    Optional<Affine> affine = reader(variables).of(expr, locals);
    if (affine.isPresent()) {
      return affine.map(Polynomial::of);
    }
    if (!(expr instanceof TypedExpr.Operation operation)) {
      return Optional.empty();
    }
    List<TypedExpr> parts = operation.operands();
    Optional<Polynomial> left = polynomial(parts.get(0), variables, locals);
    if (left.isEmpty()) {
      return left;
    }
    Polynomial minus = Polynomial.constant(Rational.MINUS_ONE, 0);
    if (parts.size() == 1) {
      return operation.operator().equals("-")
          ? left.map(p -> p.times(minus, evaluator.limits()))
          : Optional.empty();
    }
    Optional<Polynomial> right = polynomial(parts.get(1), variables, locals);
    if (right.isEmpty()) {
      return right;
    }
    Polynomial a = left.get();
    Polynomial b = right.get();
    return switch (operation.operator()) {
      case "+" -> Optional.of(a.plus(b));
      case "-" -> Optional.of(a.plus(b.times(minus, evaluator.limits())));
      case "*" -> Optional.of(a.times(b, evaluator.limits()));
      case "/" ->
          b.constantValue()
              .filter(c -> !c.isZero())
              .map(Rational.ONE::divide)
              .map(c -> a.times(Polynomial.constant(c, b.error()), evaluator.limits()));
      case "^" -> power(a, b);
      default -> Optional.empty();
    };
  }

  private Optional<Polynomial> power(Polynomial base, Polynomial exponent) {
    Optional<Rational> k = exponent.constantValue();
    boolean small =
        k.isPresent()
            && k.get().isInteger()
            && k.get().signum() >= 0
            && k.get().numerator().bitLength() < 7;
    if (!small) {
      return Optional.empty();
    }
    Polynomial product = Polynomial.constant(Rational.ONE, 0);
    for (int i = 0; i < k.get().numerator().intValueExact(); i++) {
      product = product.times(base, evaluator.limits());
    }
    return Optional.of(product);
  }

  /** Of a function of one combination of sources. */
  private Value quadrature(
      TypedExpr.Expectation expectation, Map<String, Affine> variables, Locals locals) {
    Span at = expectation.span();
    Affine base =
        variables.values().stream()
            .filter(a -> !a.isConstant())
            .findFirst()
            .orElseThrow(() -> wrong().oneInterval(at));
    Map<String, double[]> lines = new HashMap<>();
    variables.forEach(
        (name, affine) ->
            lines.put(
                name,
                Events.along(affine, base)
                    .orElseThrow(
                        () -> wrong().noClosedForm(at, "this mean of several variables"))));
    ContinuousLaw law = new ContinuousMeasures(evaluator).law(base, "this", at);
    Unit[] unit = {Unit.NONE};
    Quadrature.Estimate found =
        Quadrature.mean(
            law,
            List.of(0.0),
            x -> {
              Map<String, Value> outcomes = new HashMap<>();
              lines.forEach(
                  (name, line) -> {
                    double value = line[0] * x + line[1];
                    outcomes.put(
                        name, Quantity.between(value, value, value, Unit.NONE, Accuracy.ROUNDING));
                  });
              Value value = evaluator.at(outcomes).evaluate(expectation.value(), locals);
              if (value instanceof Value.Truth truth) {
                return truth.value() ? 1 : 0;
              }
              if (!(value instanceof Quantity quantity)) {
                throw evaluator
                    .errors()
                    .wrongValue(at, "what is averaged", "a number", Terms.print(value));
              }
              unit[0] = quantity.unit();
              return quantity.value();
            },
            evaluator.limits());
    if (!found.converged()) {
      throw wrong().quadrature(at, "this mean");
    }
    return Quantity.between(
        found.value(),
        found.value() - found.error(),
        found.value() + found.error(),
        unit[0],
        Accuracy.ESTIMATE);
  }
}
