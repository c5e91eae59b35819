package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import sit.exact.Rational;
import sit.source.Span;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Shape;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;

/**
 * Averages over outcomes drawn from named densities, and the entropies and relative entropies of
 * these: sums over tables where there are tables, else the atoms in which claims are proved.
 */
final class Averages {
  private final Evaluator evaluator;
  private final EvalErrors errors;
  private final Densities densities;

  Averages(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
    this.densities = new Densities(evaluator);
  }

  private Law.Factor factor(TypedExpr.DensityAt draw, Locals locals) {
    Value.Likelihood from = (Value.Likelihood) evaluator.at(Map.of()).evaluate(draw, locals);
    if (from.pieces().size() != 1) {
      throw errors.density(draw.span(), "a causal kernel of several letters is not drawn from");
    }
    Value.Piece piece = from.pieces().get(0);
    return densities.allowed(
        draw.span(), () -> new Law.Factor(piece.density(), piece.of(), piece.given()));
  }

  /** An average over outcomes that are drawn. */
  Value mean(TypedExpr.Mean mean, Locals locals) {
    if (!evaluator.domain().isNumeric()) {
      List<Law.Factor> factors = new ArrayList<>();
      mean.draws().forEach(draw -> factors.add(factor(draw, locals)));
      Law law = densities.allowed(mean.span(), () -> new Law(factors));
      Value body = evaluator.evaluate(mean.body(), locals);
      return densities.allowed(mean.span(), () -> averaged(factors, law, body, mean.body().span()));
    }
    List<Draw> draws = new ArrayList<>();
    for (TypedExpr.DensityAt draw : mean.draws()) {
      draws.add(
          new Draw(
              draw.name(),
              densities.group(draw.of(), locals),
              densities.group(draw.given(), locals)));
    }
    Optional<Value> number =
        enumerated(draws, mean.span(), inside -> inside.evaluate(mean.body(), locals));
    return number.orElseGet(
        () -> new Averages(evaluator.in(new Domain.Entropies())).mean(mean, locals));
  }

  private Value averaged(List<Law.Factor> factors, Law law, Value body, Span at) {
    if (body instanceof Value.Likelihood likelihood) {
      NormalForm log = densities.logarithm(likelihood);
      conditions().add(factors, likelihood);
      for (int k = factors.size() - 1; k >= 0; k--) {
        log = Expectations.logMean(factors.get(k), log);
      }
      return Densities.product(log);
    } else if (body instanceof Quantity) {
      return body;
    } else if (body instanceof Value.Variables) {
      throw errors.wrongValue(
          at,
          "what is averaged",
          "a logarithm of densities or a function such as r(z)",
          Terms.print(body));
    }
    NormalForm form = NormalForm.of(new Operations(evaluator).term(body, at));
    return told(Expectations.average(law, form));
  }

  /** An average, which makes sense under conditions. */
  private Value told(NormalForm average) {
    conditions().add(average);
    return Densities.symbolic(average);
  }

  private Conditions conditions() {
    return evaluator.domain() instanceof Domain.Entropies entropies
        ? entropies.conditions()
        : new Conditions();
  }

  /** A factor of the law that an average is taken under. */
  private record Draw(String name, Group of, Group given) {}

  /** The mean where every density has a table and what they are given has values. */
  private Optional<Value> enumerated(List<Draw> draws, Span at, Function<Evaluator, Value> body) {
    if (!evaluator.domain().isNumeric()) {
      return Optional.empty();
    }
    Environment environment = evaluator.environment();
    Set<String> known = new TreeSet<>(evaluator.outcomes().keySet());
    List<String> drawn = new ArrayList<>();
    for (Draw draw : draws) {
      known.addAll(densities.values(draw.given()).keySet());
      boolean tabled =
          environment.density(draw.name()).flatMap(NamedDensities.Named::table).isPresent();
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

  /** The mean of what speaks of densities of random variables, under the law of these. */
  Value expectation(TypedExpr body, Locals locals) {
    Value value = evaluator.evaluate(body, locals);
    if (!(value instanceof Value.Symbolic symbolic)) {
      return value;
    }
    NormalForm form = NormalForm.of(symbolic.term());
    return densities.allowed(body.span(), () -> told(Expectations.average(Law.BASE, form)));
  }

  /**
   * {@code D(q(z|x) || p(z))}: what the first is a density of is averaged (Cover & Thomas (2.65)).
   */
  Value divergence(Value.Likelihood from, Value.Likelihood to, Span at) {
    Optional<Value> number = number(from, at, List.of(from, to));
    boolean unfolds = evaluator.domain().unfolds(new Shape("D", List.of("||"), false));
    if (number.isPresent() || !unfolds || isOfOthers(from, to)) {
      return number.orElseGet(() -> kept("D", List.of("||"), from, to));
    }
    return densities.allowed(
        at,
        () -> {
          NormalForm log = densities.logarithm(from).subtract(densities.logarithm(to));
          Law law = law(from, at);
          if (!law.factors().isEmpty() && Expectations.isOfOwnLaw(log)) {
            throw errors.density(
                at, "the law of random variables stands beside what they are drawn from anew");
          }
          return told(Expectations.average(law, log));
        });
  }

  /** The same, as it is written, of which more has a value. */
  Value divergence(
      TypedExpr.Divergence divergence, Value.Likelihood from, Value.Likelihood to, Locals locals) {
    Value value = divergence(from, to, divergence.span());
    boolean own = evaluator.domain().isNumeric() && isOwn(from, to);
    return own && value instanceof Value.Symbolic ? ofOwn(divergence, locals, value) : value;
  }

  /** Whether the first is the law of random variables, and the second a density of the same. */
  private static boolean isOwn(Value.Likelihood law, Value.Likelihood other) {
    if (!law.exponent().isZero() || !other.exponent().isZero() || law.pieces().size() != 1) {
      return false;
    }
    Value.Piece own = law.pieces().get(0);
    Group known = own.of().union(own.given());
    Group of = Group.EMPTY;
    boolean within = true;
    for (Value.Piece piece : other.pieces()) {
      of = of.union(piece.of());
      within &= piece.power().equals(Rational.ONE) && known.containsAll(piece.given());
    }
    return own.density() instanceof Density.Own
        && own.power().equals(Rational.ONE)
        && within
        && of.equals(own.of());
  }

  /** The law of random variables against any density: the mean of the logarithm of their ratio. */
  private Value ofOwn(TypedExpr.Divergence divergence, Locals locals, Value kept) {
    Span at = divergence.span();
    List<TypedExpr> logs = new ArrayList<>();
    for (TypedExpr side : List.of(divergence.from(), divergence.to())) {
      logs.add(new TypedExpr.Apply("log", List.of(side), Map.of(), Type.INFORMATION, at));
    }
    TypedExpr log = new TypedExpr.Operation("-", logs, Type.INFORMATION, at);
    TypedExpr mean = new TypedExpr.Expectation(log, Optional.empty(), at);
    return evaluator.evaluate(mean, locals) instanceof Quantity number ? number : kept;
  }

  /**
   * Whether the second is the law of variables that the first does not speak of: two laws are set
   * against each other, and no mean under the first is a sum of entropies.
   */
  private static boolean isOfOthers(Value.Likelihood from, Value.Likelihood to) {
    Group known = Group.EMPTY;
    for (Value.Piece piece : from.pieces()) {
      known = known.union(piece.of()).union(piece.given());
    }
    Group spoken = known;
    return to.pieces().stream()
        .anyMatch(
            piece -> piece.density() instanceof Density.Own && !spoken.containsAll(piece.of()));
  }

  /** {@code H(q(z|x))}, which for a density may be a differential entropy. */
  Value entropy(Value.Likelihood of, Span at) {
    Value.Likelihood one = new Value.Likelihood(List.of(), NormalForm.ZERO);
    Optional<Value> number = number(of, at, List.of(one, of));
    boolean unfolds = evaluator.domain().unfolds(new Shape("H", List.of(), false));
    if (number.isPresent() || !unfolds) {
      return number.orElseGet(() -> kept("H", List.of(), of));
    }
    return densities.allowed(
        at,
        () -> {
          NormalForm log = densities.logarithm(of).negate();
          return told(Expectations.average(law(of, at), log));
        });
  }

  private static Value kept(String name, List<String> separators, Value.Likelihood... all) {
    List<Term> terms = new ArrayList<>();
    for (Value.Likelihood one : all) {
      terms.add(Terms.of(one).orElseThrow());
    }
    return new Value.Symbolic(new Term.Measure(name, terms, separators));
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
              .filter(p -> rest.stream().allMatch(o -> p.given().intersection(o.of()).isEmpty()))
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
          Optional<Quantity> above = value(here, ratio.get(0), at);
          Optional<Quantity> below = value(here, ratio.get(1), at);
          if (above.isEmpty() || below.isEmpty()) {
            return new Value.Truth(false);
          }
          ScalarFunctions scalars = new ScalarFunctions(inside);
          return Arithmetic.subtract(
              scalars.logarithm(above.get(), at), scalars.logarithm(below.get(), at));
        });
  }

  private static Optional<Quantity> value(Densities here, Value.Likelihood product, Span at) {
    if (!product.exponent().isZero()) {
      return Optional.empty();
    }
    Quantity total = Quantity.of(1);
    for (Value.Piece piece : product.pieces()) {
      boolean own = piece.density() instanceof Density.Own;
      Optional<Quantity> one = here.probability(own, piece.name(), piece.of(), piece.given(), at);
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
