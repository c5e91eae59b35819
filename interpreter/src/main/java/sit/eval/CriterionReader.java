package sit.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.TypedExpr;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Reads an expression as a {@link Criterion}: sums, multiples, definitions and functions are
 * followed down to entropies, relative entropies, expectations and probabilities.
 */
final class CriterionReader {
  private static final int MOST_OUTCOMES = 1 << 22;

  private final Evaluator evaluator;
  private final OptimumErrors errors;
  private final Criterion into;

  private CriterionReader(Evaluator evaluator, Criterion into) {
    this.evaluator = evaluator;
    this.errors = new OptimumErrors(evaluator.source());
    this.into = into;
  }

  /** Adds a multiple of an expression. */
  static void add(
      Evaluator evaluator, TypedExpr expr, double factor, Locals locals, Criterion into) {
    new CriterionReader(evaluator.inDomain(new Domain.Numeric()), into).read(expr, factor, locals);
  }

  private void read(TypedExpr expr, double factor, Locals locals) {
    evaluator.limits().check();
    if (expr instanceof TypedExpr.Operation operation) {
      operation(operation, factor, locals);
    } else if (expr instanceof TypedExpr.Entropy entropy
        && !(evaluator.lawOrVariables(entropy.of(), locals) instanceof Distribution)) {
      into.entropy(names(entropy.of(), locals), factor);
    } else if (expr instanceof TypedExpr.Measure measure) {
      Locals bound = new Measures(evaluator).bound(measure, locals);
      TypedExpr body =
          evaluator.environment().scope().measure(measure.shape()).orElseThrow().body();
      in(evaluator.environment().sourceOf(measure.shape())).read(body, factor, bound);
    } else if (expr instanceof TypedExpr.Expectation mean && mean.given().isEmpty()) {
      mean(mean.value(), factor, locals);
    } else if (expr instanceof TypedExpr.Probability event && event.given().isEmpty()) {
      mean(event.event(), factor, locals);
    } else if (expr instanceof TypedExpr.Divergence divergence) {
      divergence(divergence, factor, locals);
    } else if (expr instanceof TypedExpr.SumOver sum && isCounted(sum, locals)) {
      int from = evaluator.index(sum.from(), locals).value().getAsInt();
      int to = evaluator.index(sum.to(), locals).value().getAsInt();
      for (int t = from; t <= to; t++) {
        read(sum.body(), factor, locals.with(sum.index(), Quantity.of(t)));
      }
    } else if (expr instanceof TypedExpr.SumIn sum && speaksOfLaws(sum.body(), new HashSet<>())) {
      for (Value item : evaluator.items(sum.list(), locals)) {
        read(sum.body(), factor, locals.with(sum.item(), item));
      }
    } else if (expr instanceof TypedExpr.Apply apply && function(apply).isPresent()) {
      Environment.Defined function = function(apply).get();
      Locals bound = new Calls(evaluator).bound(apply, function, locals);
      in(function.source()).read(function.body(), factor, bound);
    } else {
      plain(expr, factor, locals);
    }
  }

  private CriterionReader in(sit.source.Source source) {
    return new CriterionReader(evaluator.in(source), into);
  }

  /** A function of the session whose body speaks of laws. */
  private Optional<Environment.Defined> function(TypedExpr.Apply apply) {
    return evaluator
        .environment()
        .function(apply.function())
        .filter(f -> speaksOfLaws(f.body(), new HashSet<>()));
  }

  private boolean isCounted(TypedExpr.SumOver sum, Locals locals) {
    return evaluator.index(sum.from(), locals).value().isPresent()
        && evaluator.index(sum.to(), locals).value().isPresent();
  }

  private void operation(TypedExpr.Operation operation, double factor, Locals locals) {
    List<TypedExpr> operands = operation.operands();
    switch (operation.operator()) {
      case "+" -> operands.forEach(operand -> read(operand, factor, locals));
      case "-" -> {
        boolean negation = operands.size() == 1;
        read(operands.get(0), negation ? -factor : factor, locals);
        if (!negation) {
          read(operands.get(1), -factor, locals);
        }
      }
      case "*" -> {
        boolean left = speaksOfLaws(operands.get(0), new HashSet<>());
        boolean right = speaksOfLaws(operands.get(1), new HashSet<>());
        if (left && right) {
          throw errors.notAnObjective(operation.span(), text(operation));
        } else if (left || right) {
          double scale = number(operands.get(left ? 1 : 0), locals);
          read(operands.get(left ? 0 : 1), factor * scale, locals);
        } else {
          plain(operation, factor, locals);
        }
      }
      case "/" -> {
        if (speaksOfLaws(operands.get(1), new HashSet<>())) {
          throw errors.notAnObjective(operation.span(), text(operation));
        }
        read(operands.get(0), factor / number(operands.get(1), locals), locals);
      }
      case "if" -> {
        Value condition = evaluator.evaluate(operands.get(0), locals);
        if (!(condition instanceof Value.Truth truth)) {
          throw errors.notAnObjective(operation.span(), text(operation));
        }
        read(operands.get(truth.value() ? 1 : 2), factor, locals);
      }
      default -> plain(operation, factor, locals);
    }
  }

  private String text(TypedExpr expr) {
    return evaluator.source().phrase(expr.span());
  }

  private double number(TypedExpr expr, Locals locals) {
    Value value = evaluator.evaluate(expr, locals);
    if (value instanceof Quantity quantity && Double.isFinite(quantity.value())) {
      into.constant(0, relativeError(quantity));
      return quantity.value();
    }
    throw evaluator.errors().wrongValue(expr.span(), "a factor", "a number", Terms.print(value));
  }

  private static double relativeError(Quantity quantity) {
    double width = quantity.upper() - quantity.lower();
    return quantity.value() == 0 ? 0 : width / Math.abs(quantity.value()) + 0x1p-53;
  }

  /** What does not depend on the law, or a value that was given a name. */
  private void plain(TypedExpr expr, double factor, Locals locals) {
    Value value = evaluator.evaluate(expr, locals);
    if (value instanceof Quantity quantity && Double.isFinite(quantity.value())) {
      if (quantity.unit() != Unit.NONE) {
        into.isInformation();
      }
      into.constant(factor * quantity.value(), relativeError(quantity));
      return;
    }
    Value unfolded = evaluator.inDomain(new Domain.Entropies()).evaluate(expr, locals);
    NormalForm form =
        Terms.of(unfolded)
            .filter(term -> unfolded instanceof Value.Symbolic)
            .map(NormalForm::of)
            .filter(NormalForm::isLinearInEntropies)
            .orElseThrow(() -> errors.notAnObjective(expr.span(), text(expr)));
    for (var entry : form.coefficients().entrySet()) {
      double multiple = factor * decimal(entry.getValue());
      if (entry.getKey().equals(Monomial.ONE)) {
        into.constant(multiple, 0x1p-53);
      } else {
        Term.Entropy entropy = (Term.Entropy) entry.getKey().atoms().get(0);
        into.entropy(names(entropy.group()), multiple);
      }
    }
  }

  private static double decimal(Rational value) {
    return value.toDecimal(java.math.MathContext.DECIMAL64).doubleValue();
  }

  private Set<String> names(TypedExpr of, Locals locals) {
    return names(evaluator.variables(of, locals).group());
  }

  private static Set<String> names(Group group) {
    return new TreeSet<>(VariableLaws.names(group));
  }

  /** The mean of a function of variables, or of an event. */
  private void mean(TypedExpr value, double factor, Locals locals) {
    Randoms randoms = new Randoms(evaluator);
    List<String> names = List.copyOf(randoms.variables(value, locals));
    add(names, factor, value, outcome -> number(value, locals, outcome));
  }

  /** The value of a function, where variables have taken outcomes. */
  private interface Function {
    Quantity at(java.util.Map<String, Value> outcome);
  }

  private Quantity number(TypedExpr value, Locals locals, java.util.Map<String, Value> outcome) {
    Value found = evaluator.at(outcome).evaluate(value, locals);
    if (found instanceof Value.Truth truth) {
      return Quantity.of(truth.value() ? 1 : 0);
    } else if (found instanceof Quantity quantity) {
      return quantity;
    }
    throw evaluator
        .errors()
        .wrongValue(value.span(), "what is averaged", "a number", Terms.print(found));
  }

  private void add(List<String> names, double factor, TypedExpr at, Function function) {
    Randoms randoms = new Randoms(evaluator);
    List<List<Value>> alphabets = new ArrayList<>();
    double cells = 1;
    for (String name : names) {
      Variable variable = randoms.declared(name, at.span());
      if (!variable.hasAlphabet()) {
        throw errors.noAlphabet(at.span(), name);
      }
      alphabets.add(variable.alphabet().get());
      cells *= variable.alphabet().get().size();
    }
    if (cells > MOST_OUTCOMES) {
      throw sit.limits.LimitReached.memory("the function " + text(at), cells, MOST_OUTCOMES);
    }
    double[] values = new double[(int) cells];
    int[] outcome = new int[names.size()];
    double error = 0;
    for (int cell = 0; cell < values.length; cell++) {
      evaluator.limits().check();
      java.util.Map<String, Value> taken = new java.util.HashMap<>();
      for (int i = 0; i < outcome.length; i++) {
        taken.put(names.get(i), alphabets.get(i).get(outcome[i]));
      }
      Quantity quantity = function.at(taken);
      if (quantity.unit() != Unit.NONE) {
        into.isInformation();
      }
      if (!Double.isFinite(quantity.value())) {
        throw errors.unbounded(at.span(), text(at));
      }
      values[cell] = factor * quantity.value();
      error = Math.max(error, relativeError(quantity));
      for (int i = outcome.length - 1; i >= 0; i--) {
        if (++outcome[i] < alphabets.get(i).size()) {
          break;
        }
        outcome[i] = 0;
      }
    }
    into.mean(new Criterion.Mean(names, values), error);
  }

  /** {@code D(p || q) = -H(p) - E log q} of variables and a law, or of conditional densities. */
  private void divergence(TypedExpr.Divergence divergence, double factor, Locals locals) {
    TypedExpr from = divergence.from();
    TypedExpr to = divergence.to();
    if (from instanceof TypedExpr.DensityAt own && own.own() && to instanceof TypedExpr.DensityAt) {
      Set<String> given = new TreeSet<>();
      own.given().forEach(part -> given.addAll(names(part, locals)));
      Set<String> whole = new TreeSet<>(given);
      own.of().forEach(part -> whole.addAll(names(part, locals)));
      into.entropy(whole, -factor);
      into.entropy(given, factor);
      Set<String> spoken = new TreeSet<>(new Randoms(evaluator).variables(to, locals));
      add(List.copyOf(spoken), -factor, to, outcome -> logarithm(to, locals, outcome));
      return;
    }
    Value other = evaluator.lawOrVariables(to, locals);
    if (!(other instanceof Distribution law)
        || !(evaluator.lawOrVariables(from, locals) instanceof Value.Variables variables)) {
      plain(divergence, factor, locals);
      return;
    }
    List<String> names = VariableLaws.names(variables.group());
    into.entropy(new TreeSet<>(names), -factor);
    add(
        names,
        -factor,
        divergence,
        outcome -> {
          List<Value> parts = new ArrayList<>();
          names.forEach(name -> parts.add(outcome.get(name)));
          Value taken = parts.size() == 1 ? parts.get(0) : new Value.Items(parts);
          return new ScalarFunctions(evaluator)
              .logarithm(law.probability(taken), divergence.span());
        });
  }

  private Quantity logarithm(
      TypedExpr density, Locals locals, java.util.Map<String, Value> outcome) {
    Value found = evaluator.at(outcome).evaluate(density, locals);
    if (found instanceof Quantity quantity) {
      return new ScalarFunctions(evaluator).logarithm(quantity, density.span());
    }
    throw evaluator
        .errors()
        .wrongValue(density.span(), "the density", "a table", Terms.print(found));
  }

  /** Whether an expression depends on laws, itself or through functions it calls. */
  private boolean speaksOfLaws(TypedExpr expr, Set<String> called) {
    if (expr instanceof TypedExpr.Entropy
        || expr instanceof TypedExpr.Measure
        || expr instanceof TypedExpr.Divergence
        || expr instanceof TypedExpr.Expectation
        || expr instanceof TypedExpr.Probability) {
      return true;
    }
    if (expr instanceof TypedExpr.Reference reference
        && reference.kind() == sit.typed.Symbol.Kind.VALUE) {
      return evaluator.environment().value(reference.name()).orElse(null) instanceof Value.Symbolic;
    }
    if (expr instanceof TypedExpr.Apply apply && called.add(apply.function())) {
      Optional<Environment.Defined> function = evaluator.environment().function(apply.function());
      if (function.isPresent() && speaksOfLaws(function.get().body(), called)) {
        return true;
      }
    }
    return expr.children().stream().anyMatch(child -> speaksOfLaws(child, called));
  }
}
