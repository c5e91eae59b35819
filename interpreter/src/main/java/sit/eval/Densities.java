package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.source.Span;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Named densities at outcomes, averages under them, and relative entropies between them: by their
 * tables where outcomes have values, else as the atoms in which they are proved.
 */
final class Densities {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  Densities(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  /** Whether an expression speaks of densities. */
  static boolean speaks(TypedExpr expr) {
    return expr instanceof TypedExpr.DensityAt
        || expr instanceof TypedExpr.Mean
        || expr.children().stream().anyMatch(Densities::speaks);
  }

  private boolean isSymbolic() {
    return evaluator.domain() instanceof Domain.Entropies;
  }

  private <T> T allowed(Span at, Supplier<T> build) {
    try {
      return build.get();
    } catch (IllegalArgumentException e) {
      throw errors.density(at, e.getMessage());
    }
  }

  /** The outcomes or random variables that arguments of a density name, whatever their values. */
  Group group(List<TypedExpr> arguments, Locals locals) {
    Group all = Group.EMPTY;
    for (TypedExpr argument : arguments) {
      Value value = evaluator.at(Map.of()).evaluate(argument, locals);
      if (!(value instanceof Value.Variables variables)) {
        throw errors.wrongValue(
            argument.span(), "an argument of a density", "an outcome", Terms.print(value));
      }
      all = all.union(variables.group());
    }
    return all;
  }

  /** A density at outcomes: its probability where they have values. */
  Value at(TypedExpr.DensityAt expr, Locals locals) {
    Group of = group(expr.of(), locals);
    Group given = group(expr.given(), locals);
    Optional<Quantity> known = probability(expr.own(), expr.name(), of, given, expr.span());
    if (known.isPresent()) {
      return known.get();
    }
    List<Value.Piece> pieces = new ArrayList<>();
    for (Causal.Kernel kernel : Causal.kernels(expr, of, given)) {
      Density density = expr.own() ? Density.OWN : named(expr, kernel);
      Value.Piece piece =
          new Value.Piece(expr.name(), density, kernel.of(), kernel.given(), Rational.ONE);
      allowed(expr.span(), () -> Expectations.logDensity(density, kernel.of(), kernel.given()));
      pieces.add(piece);
    }
    return new Value.Likelihood(pieces, NormalForm.ZERO);
  }

  private Density named(TypedExpr.DensityAt expr, Causal.Kernel kernel) {
    return expr.causal()
        ? new Density.Named(expr.name(), kernel.of(), kernel.given())
        : evaluator.environment().density(expr.name()).orElseThrow().density();
  }

  private Optional<Quantity> probability(
      boolean own, String name, Group of, Group given, Span at) {
    Map<String, Value> values = evaluator.outcomes();
    List<String> asked = VariableLaws.names(of.union(given));
    if (!evaluator.domain().isNumeric() || !values.keySet().containsAll(asked)) {
      return Optional.empty();
    }
    Set<String> condition = new TreeSet<>(VariableLaws.names(given));
    if (own) {
      return new VariableLaws(evaluator).conditional(of, given, values, at);
    }
    Optional<DensityTable> table =
        evaluator.environment().density(name).flatMap(Environment.Named::table);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    Set<String> what = new TreeSet<>(VariableLaws.names(of));
    return Optional.of(
        table
            .get()
            .probability(values, what, condition)
            .orElseThrow(() -> errors.noSuchOutcome(at, given.toString())));
  }

  /** The logarithm of a product of densities, in the unit of the session. */
  NormalForm logarithm(Value.Likelihood of) {
    NormalForm sum = of.exponent();
    for (Value.Piece piece : of.pieces()) {
      NormalForm log = Expectations.logDensity(piece.density(), piece.of(), piece.given());
      sum = sum.add(log.scale(piece.power()));
    }
    return sum;
  }

  /** {@code log f}, as a value. */
  Value logarithmOf(Value.Likelihood of, String word) {
    if (isSymbolic()) {
      return symbolic(Expectations.average(Law.BASE, logarithm(of)));
    }
    Term term = Terms.of(of).orElseThrow();
    return new Value.Symbolic(new Term.Apply(word, List.of(term)));
  }

  private static Value symbolic(NormalForm form) {
    return new Value.Symbolic(form.toTerm());
  }

  /** {@code exp(T)} of a function of outcomes; empty where it is no factor of a density. */
  Optional<Value> exponential(Value of, Span at) {
    if (!isSymbolic() || !(of instanceof Value.Symbolic symbolic)) {
      return Optional.empty();
    }
    NormalForm exponent = NormalForm.of(symbolic.term());
    boolean varies = !Expectations.free(exponent).isEmpty();
    if (!varies) {
      return Optional.empty();
    }
    if (evaluator.environment().unit() != Unit.NAT) {
      throw errors.exponentialInBits(at);
    }
    return Optional.of(new Value.Likelihood(List.of(), exponent));
  }

  /** A product, a quotient or a power in which a density stands. */
  Value combine(String operator, Value left, Value right, Span at) {
    if (operator.equals("^")) {
      Optional<Rational> power =
          right instanceof Quantity quantity ? quantity.rational() : Optional.empty();
      if (power.isEmpty() || !(left instanceof Value.Likelihood base)) {
        throw errors.wrongValue(at, "a power of a density", "a number", Terms.print(right));
      }
      return scaled(base, power.get());
    }
    if (!operator.equals("*") && !operator.equals("/")) {
      throw errors.densitySum(at);
    }
    Value.Likelihood first = likelihood(left, at);
    Value.Likelihood second = likelihood(right, at);
    second = operator.equals("/") ? scaled(second, Rational.MINUS_ONE) : second;
    List<Value.Piece> pieces = new ArrayList<>(first.pieces());
    pieces.addAll(second.pieces());
    return new Value.Likelihood(pieces, first.exponent().add(second.exponent()));
  }

  private static Value.Likelihood scaled(Value.Likelihood base, Rational power) {
    List<Value.Piece> pieces = new ArrayList<>();
    for (Value.Piece p : base.pieces()) {
      Rational raised = p.power().multiply(power);
      pieces.add(new Value.Piece(p.name(), p.density(), p.of(), p.given(), raised));
    }
    return new Value.Likelihood(pieces, base.exponent().scale(power));
  }

  /** A factor that is a number or a scalar counts by its logarithm. */
  private Value.Likelihood likelihood(Value value, Span at) {
    if (value instanceof Value.Likelihood likelihood) {
      return likelihood;
    }
    Unit unit = evaluator.environment().unit();
    if (value instanceof Quantity quantity) {
      Optional<Rational> factor = quantity.rational().filter(r -> r.signum() > 0);
      if (factor.isEmpty()) {
        throw errors.wrongValue(
            at, "a factor of a density", "an exact positive number", Terms.print(value));
      }
      Term log = Terms.of(Quantity.of(LogSum.log2(factor.get()), unit)).orElseThrow();
      return new Value.Likelihood(List.of(), NormalForm.of(log));
    }
    Term term = new Operations(evaluator).term(value, at);
    String word = unit == Unit.NAT ? "ln" : "log2";
    NormalForm log = NormalForm.of(new Term.Apply(word, List.of(term)));
    return new Value.Likelihood(List.of(), log);
  }

  /** A product of densities as a scalar: one where nothing is left, else an exponential. */
  Term scalar(Value.Likelihood of, Span at) {
    NormalForm log = Expectations.average(Law.BASE, logarithm(of));
    if (log.isZero()) {
      return Term.constant(1);
    }
    if (evaluator.environment().unit() != Unit.NAT) {
      throw errors.exponentialInBits(at);
    }
    return new Term.Apply("exp", List.of(log.toTerm()));
  }

  private Law.Factor factor(TypedExpr.DensityAt draw, Locals locals) {
    Value.Likelihood from = (Value.Likelihood) evaluator.at(Map.of()).evaluate(draw, locals);
    if (from.pieces().size() != 1) {
      throw errors.density(draw.span(), "a causal kernel of several letters is not drawn from");
    }
    Value.Piece piece = from.pieces().get(0);
    return allowed(
        draw.span(), () -> new Law.Factor(piece.density(), piece.of(), piece.given()));
  }

  /** An average over outcomes that are drawn. */
  Value mean(TypedExpr.Mean mean, Locals locals) {
    if (isSymbolic()) {
      List<Law.Factor> factors = new ArrayList<>();
      mean.draws().forEach(draw -> factors.add(factor(draw, locals)));
      Law law = allowed(mean.span(), () -> new Law(factors));
      Value body = evaluator.evaluate(mean.body(), locals);
      return allowed(mean.span(), () -> averaged(factors, law, body, mean.body().span()));
    }
    List<Draw> draws = new ArrayList<>();
    for (TypedExpr.DensityAt draw : mean.draws()) {
      draws.add(new Draw(draw.name(), group(draw.of(), locals), group(draw.given(), locals)));
    }
    Optional<Value> number =
        enumerated(draws, mean.span(), inside -> inside.evaluate(mean.body(), locals));
    return number.orElseGet(() -> kept(mean, locals));
  }

  private Value averaged(List<Law.Factor> factors, Law law, Value body, Span at) {
    if (body instanceof Value.Likelihood likelihood) {
      NormalForm log = logarithm(likelihood);
      for (int k = factors.size() - 1; k >= 0; k--) {
        log = Expectations.logMean(factors.get(k), log);
      }
      return new Value.Likelihood(List.of(), log);
    } else if (body instanceof Quantity) {
      return body;
    }
    NormalForm form = NormalForm.of(new Operations(evaluator).term(body, at));
    return symbolic(Expectations.average(law, form));
  }

  /** A factor of the law that an average is taken under. */
  private record Draw(String name, Group of, Group given) {}

  /** The mean where every density has a table and what they are given has values. */
  private Optional<Value> enumerated(
      List<Draw> draws, Span at, Function<Evaluator, Value> body) {
    if (!evaluator.domain().isNumeric()) {
      return Optional.empty();
    }
    Environment environment = evaluator.environment();
    Set<String> known = new TreeSet<>(evaluator.outcomes().keySet());
    List<String> drawn = new ArrayList<>();
    for (Draw draw : draws) {
      boolean tabled = environment.density(draw.name()).flatMap(Environment.Named::table).isPresent();
      if (!tabled || !known.containsAll(VariableLaws.names(draw.given()))) {
        return Optional.empty();
      }
      drawn.addAll(VariableLaws.names(draw.of()));
      known.addAll(VariableLaws.names(draw.of()));
    }
    List<List<Value>> alphabets = new ArrayList<>();
    double cells = 1;
    for (String name : drawn) {
      alphabets.add(environment.outcomes(name));
      cells *= environment.outcomes(name).size();
    }
    if (cells > 1 << 20) {
      throw errors.tooLarge(at, "an average over " + (long) cells + " outcomes");
    }
    List<Value> terms = new ArrayList<>();
    for (Value tuple : VariableLaws.product(alphabets)) {
      evaluator.limits().check();
      List<Value> parts = drawn.size() == 1 ? List.of(tuple) : ((Value.Items) tuple).items();
      Map<String, Value> outcomes = new HashMap<>(evaluator.outcomes());
      for (int i = 0; i < drawn.size(); i++) {
        outcomes.put(drawn.get(i), parts.get(i));
      }
      Evaluator inside = evaluator.at(outcomes);
      Quantity weight = Quantity.of(1);
      for (Draw draw : draws) {
        if (!weight.isExactZero()) {
          Optional<Quantity> next =
              new Densities(inside).probability(false, draw.name(), draw.of(), draw.given(), at);
          weight = Arithmetic.multiply(weight, next.orElseThrow());
        }
      }
      if (!weight.isExactZero()) {
        Value value = body.apply(inside);
        if (!(value instanceof Quantity quantity)) {
          return Optional.empty();
        }
        terms.add(Arithmetic.multiply(weight, quantity));
      }
    }
    return Optional.of(new Operations(evaluator).sum(terms, at));
  }

  private Value kept(TypedExpr.Mean mean, Locals locals) {
    StringBuilder head = new StringBuilder("E[");
    for (TypedExpr.DensityAt draw : mean.draws()) {
      Group of = group(draw.of(), locals);
      Group given = group(draw.given(), locals);
      String from = draw.name() + "(" + of + (given.isEmpty() ? "" : " | " + given) + ")";
      head.append(head.length() == 2 ? "" : ", ").append(of).append(" ~ ").append(from);
    }
    Value body = evaluator.evaluate(mean.body(), locals);
    Term term = new Operations(evaluator).term(body, mean.body().span());
    return new Value.Symbolic(new Term.Apply(head.append(']').toString(), List.of(term)));
  }

  /** The mean of what speaks of densities of random variables, under the law of these. */
  Value expectation(TypedExpr body, Locals locals) {
    Value value = evaluator.evaluate(body, locals);
    if (!(value instanceof Value.Symbolic symbolic)) {
      return value;
    }
    NormalForm form = NormalForm.of(symbolic.term());
    return allowed(body.span(), () -> symbolic(Expectations.average(Law.BASE, form)));
  }

  /** {@code D(q(z|x) || p(z))}: what the first is a density of is averaged (Cover & Thomas (2.65)). */
  Value divergence(Value.Likelihood from, Value.Likelihood to, Span at) {
    if (isSymbolic()) {
      NormalForm log = allowed(at, () -> logarithm(from).subtract(logarithm(to)));
      return allowed(at, () -> symbolic(Expectations.average(law(from, at), log)));
    }
    return number(from, at, List.of(from, to))
        .orElseGet(
            () -> new Value.Symbolic(new Term.Measure("D", terms(from, to), List.of("||"))));
  }

  /** {@code H(q(z|x))}, which for a density may be a differential entropy. */
  Value entropy(Value.Likelihood of, Span at) {
    if (isSymbolic()) {
      NormalForm log = allowed(at, () -> logarithm(of).negate());
      return allowed(at, () -> symbolic(Expectations.average(law(of, at), log)));
    }
    Value.Likelihood one = new Value.Likelihood(List.of(), NormalForm.ZERO);
    return number(of, at, List.of(one, of))
        .orElseGet(() -> new Value.Symbolic(new Term.Measure("H", terms(of), List.of())));
  }

  private static List<Term> terms(Value.Likelihood... all) {
    List<Term> terms = new ArrayList<>();
    for (Value.Likelihood one : all) {
      terms.add(Terms.of(one).orElseThrow());
    }
    return terms;
  }

  /** The law that a product of densities is. */
  private Law law(Value.Likelihood product, Span at) {
    List<Law.Factor> factors = new ArrayList<>();
    for (Value.Piece piece : drawn(product, at)) {
      if (!(piece.density() instanceof Density.Own)) {
        factors.add(new Law.Factor(piece.density(), piece.of(), piece.given()));
      }
    }
    return new Law(factors);
  }

  /** The factors in an order in which none is given what a later one draws. */
  private List<Value.Piece> drawn(Value.Likelihood product, Span at) {
    List<Value.Piece> rest = new ArrayList<>(product.pieces());
    List<Value.Piece> ordered = new ArrayList<>();
    while (!rest.isEmpty()) {
      Optional<Value.Piece> next =
          rest.stream()
              .filter(
                  p -> rest.stream().allMatch(o -> p.given().intersection(o.of()).isEmpty()))
              .findFirst();
      if (next.isEmpty()) {
        throw errors.notALaw(at, "no product of densities that are drawn in turn");
      }
      ordered.add(next.get());
      rest.remove(next.get());
    }
    boolean law = product.exponent().isZero() && !ordered.isEmpty();
    if (!law || ordered.stream().anyMatch(p -> !p.power().isOne())) {
      throw errors.notALaw(at, "no product of densities that are drawn in turn");
    }
    return ordered;
  }

  /** The mean under the first of the log ratio of two, by tables. */
  private Optional<Value> number(Value.Likelihood law, Span at, List<Value.Likelihood> ratio) {
    List<Draw> draws = new ArrayList<>();
    for (Value.Piece piece : drawn(law, at)) {
      if (piece.density() instanceof Density.Own) {
        return Optional.empty();
      }
      draws.add(new Draw(piece.name(), piece.of(), piece.given()));
    }
    return enumerated(
        draws,
        at,
        inside -> {
          Densities here = new Densities(inside);
          Optional<Quantity> above = here.value(ratio.get(0), at);
          Optional<Quantity> below = here.value(ratio.get(1), at);
          if (above.isEmpty() || below.isEmpty()) {
            return new Value.Truth(false);
          }
          Calls calls = new Calls(inside);
          return Arithmetic.subtract(
              calls.logarithm(above.get(), at), calls.logarithm(below.get(), at));
        });
  }

  private Optional<Quantity> value(Value.Likelihood product, Span at) {
    if (!product.exponent().isZero()) {
      return Optional.empty();
    }
    Quantity total = Quantity.of(1);
    for (Value.Piece piece : product.pieces()) {
      boolean own = piece.density() instanceof Density.Own;
      Optional<Quantity> one = probability(own, piece.name(), piece.of(), piece.given(), at);
      Optional<Quantity> power =
          one.flatMap(value -> Arithmetic.power(value, Quantity.of(piece.power())));
      if (power.isEmpty()) {
        return Optional.empty();
      }
      total = Arithmetic.multiply(total, power.get());
    }
    return Optional.of(total);
  }
}
