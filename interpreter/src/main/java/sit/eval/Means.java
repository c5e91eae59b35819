package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import sit.exact.Rational;
import sit.exact.closed.ClosedForm;
import sit.exact.closed.OpenParameter;
import sit.exact.closed.RationalFunction;
import sit.numeric.Bounded;
import sit.numeric.Expectation;
import sit.numeric.IllFormedLaw;
import sit.numeric.Joint;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** Probabilities of events and expectations of functions of random variables with laws. */
final class Means {
  private static final ClosedForm ONE = ClosedForm.of(RationalFunction.ONE);

  private final Evaluator evaluator;
  private final Environment environment;
  private final EvalErrors errors;
  private final Randoms randoms;

  Means(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
    this.errors = evaluator.errors();
    this.randoms = new Randoms(evaluator);
  }

  Value probability(TypedExpr.Probability probability, Locals locals) {
    List<TypedExpr> parts = new ArrayList<>(List.of(probability.event()));
    probability.given().ifPresent(parts::add);
    Optional<Under> under = under(parts, locals, probability.span());
    if (under.isEmpty()) {
      return new Unknowns(evaluator).kept("P", parts, locals);
    }
    Predicate<int[]> event = event(probability.event(), locals, under.get());
    return measured(
        probability.given(),
        locals,
        under.get(),
        probability.span(),
        new Ways(
            law -> law.probability(event),
            law -> law.exactProbability(event),
            law -> law.openly(outcome -> event.test(outcome) ? ONE : ClosedForm.ZERO)));
  }

  Value expectation(TypedExpr.Expectation expectation, Locals locals) {
    boolean densities = Densities.speaks(expectation.value());
    if (densities && !evaluator.domain().isNumeric() && expectation.given().isEmpty()) {
      return new Averages(evaluator).expectation(expectation.value(), locals);
    }
    List<TypedExpr> parts = new ArrayList<>(List.of(expectation.value()));
    expectation.given().ifPresent(parts::add);
    Optional<Under> under = under(parts, locals, expectation.span());
    if (under.isEmpty() && densities && expectation.given().isEmpty()) {
      return new Means(evaluator.in(new Domain.Entropies())).expectation(expectation, locals);
    } else if (under.isEmpty()) {
      return new Unknowns(evaluator).kept("E", parts, locals);
    }
    if (densities && expectation.given().isEmpty()) {
      return mean(expectation, locals, under.get());
    }
    Map<String, Quantity> known = new HashMap<>();
    Unit[] unit = {Unit.NONE};
    boolean[] exact = {true};
    Function<int[], Quantity> value =
        outcome -> {
          String key = java.util.Arrays.toString(outcome);
          return known.computeIfAbsent(
              key, k -> number(expectation.value(), locals, under.get(), outcome));
        };
    ToDoubleFunction<int[]> rounded =
        outcome -> {
          Quantity quantity = value.apply(outcome);
          unit[0] = quantity.unit();
          exact[0] &= quantity.rational().isPresent();
          return quantity.value();
        };
    Function<int[], Rational> rational =
        outcome -> value.apply(outcome).rational().orElse(Rational.ZERO);
    Value result =
        measured(
            expectation.given(),
            locals,
            under.get(),
            expectation.span(),
            new Ways(
                law -> widened(law.of(rounded), known),
                law -> exact[0] ? law.exactly(rational) : Optional.empty(),
                law -> {
                  return law.openly(
                      outcome -> {
                        unit[0] = value.apply(outcome).unit();
                        return sit.value.Forms.form(value.apply(outcome));
                      });
                }));
    return ((Quantity) result).withUnit(unit[0]);
  }

  /** A mean of logarithms, which is exact where they are. */
  private Value mean(TypedExpr.Expectation expectation, Locals locals, Under under) {
    List<Value> terms = new ArrayList<>();
    int[] outcome = new int[under.names().size()];
    for (int cell = 0; cell < under.law().cells(); cell++) {
      Quantity weight = VariableLaws.probability(under.law(), cell);
      if (!weight.isExactZero()) {
        Quantity value = number(expectation.value(), locals, under, outcome);
        terms.add(Arithmetic.multiply(weight, value));
      }
      Randoms.advance(outcome, under.alphabets());
    }
    return new Operations(evaluator).sum(terms, expectation.span());
  }

  /** The values of the function are themselves known only within bounds. */
  private static Bounded widened(Bounded mean, Map<String, Quantity> values) {
    double widest = 0;
    for (Quantity quantity : values.values()) {
      widest = Math.max(widest, quantity.upper() - quantity.lower());
    }
    return Double.isFinite(widest) && Double.isFinite(mean.value())
        ? new Bounded(mean.value(), mean.error() + widest)
        : mean;
  }

  private Quantity number(TypedExpr expr, Locals locals, Under under, int[] outcome) {
    Value value = randoms.at(expr, locals, under.names(), under.alphabets(), outcome);
    if (value instanceof Value.Truth truth) {
      return Quantity.of(truth.value() ? 1 : 0);
    }
    if (value instanceof Quantity quantity) {
      return quantity;
    }
    throw errors.wrongValue(expr.span(), "what is averaged", "a number", Terms.print(value));
  }

  /** The joint law of the variables of an event or a function. */
  private record Under(List<String> names, List<List<Value>> alphabets, Joint law) {}

  private Optional<Under> under(List<TypedExpr> parts, Locals locals, Span at) {
    Set<String> found = new TreeSet<>();
    parts.forEach(p -> found.addAll(randoms.variables(p, locals)));
    List<String> names = List.copyOf(found);
    for (String name : names) {
      if (!randoms.declared(name, at).hasLaw()) {
        return Optional.empty();
      }
    }
    if (names.isEmpty() || !evaluator.domain().isNumeric()) {
      return names.isEmpty() ? Optional.of(certain()) : Optional.empty();
    }
    Joint law = environment.model().marginal(names, evaluator.limits());
    return Optional.of(new Under(names, randoms.alphabets(names, at), law));
  }

  private static Under certain() {
    Joint one = Joint.of(List.of("1"), List.of(1), sit.numeric.Laws.uniform(1));
    return new Under(List.of("1"), List.of(List.of(Quantity.of(1))), one);
  }

  private Predicate<int[]> event(TypedExpr event, Locals locals, Under under) {
    return outcome -> {
      Value value = randoms.at(event, locals, under.names(), under.alphabets(), outcome);
      if (value instanceof Value.Truth truth) {
        return truth.value();
      }
      throw errors.wrongValue(event.span(), "an event", "a condition", Terms.print(value));
    };
  }

  /** How a mean is computed: in floating point, exactly, as a function of parameters. */
  private record Ways(
      Function<Expectation, Bounded> rounded,
      Function<Expectation, Optional<Rational>> exact,
      Function<Expectation, Optional<ClosedForm>> open) {}

  private Value measured(
      Optional<TypedExpr> given, Locals locals, Under under, Span at, Ways ways) {
    Expectation law = Expectation.under(under.law(), evaluator.limits());
    if (given.isPresent()) {
      law = law.given(event(given.get(), locals, under));
    }
    try {
      Bounded bounded;
      try {
        bounded = ways.rounded().apply(law);
      } catch (OpenParameter open) {
        Optional<ClosedForm> form = ways.open().apply(law);
        return Quantity.open(form.orElseThrow(() -> open), Unit.NONE);
      }
      Optional<Rational> rational = ways.exact().apply(law);
      if (rational.isPresent()) {
        return Quantity.of(rational.get());
      }
      double error = bounded.error();
      return Quantity.between(
          bounded.value(),
          bounded.value() - error,
          bounded.value() + error,
          Unit.NONE,
          Accuracy.ROUNDING);
    } catch (IllFormedLaw e) {
      String condition = given.map(g -> evaluator.source().text(g.span())).orElse("");
      throw errors.noSuchOutcome(at, condition);
    } catch (ArithmeticException e) {
      throw errors.undefinedOperation(at, e.getMessage());
    }
  }
}
