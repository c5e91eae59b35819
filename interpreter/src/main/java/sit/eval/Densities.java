package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.source.Span;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Named densities at outcomes and their products: by their tables where outcomes have values, else
 * as what the logarithm of which is a sum of atoms.
 */
final class Densities {
  private static final NormalForm ZERO = NormalForm.ZERO;
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

  /** Whether an expression speaks of a density or a function that is known, and not of any. */
  static boolean isSpecific(TypedExpr expr, Environment environment) {
    boolean known =
        expr instanceof TypedExpr.DensityAt density
                && environment.density(density.name()).filter(d -> d.specific()).isPresent()
            || expr instanceof TypedExpr.Apply apply
                && environment.function(apply.function()).isPresent()
                && apply.arguments().stream().anyMatch(a -> a.type() == Type.OUTCOMES);
    return known || expr.children().stream().anyMatch(c -> isSpecific(c, environment));
  }

  /** Builds an atom; what cannot be one is reported. */
  <T> T allowed(Span at, Supplier<T> build) {
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
    Optional<Causal> causal = expr.causal() ? Causal.of(of, given) : Optional.empty();
    if (expr.causal() && causal.isEmpty()) {
      throw errors.density(expr.span(), "`||` is between sequences from the first letter on");
    }
    Causal.Kernel plain = new Causal.Kernel(of.minus(given), given);
    Optional<List<Causal.Kernel>> kernels =
        causal.map(Causal::kernels).orElseGet(() -> Optional.of(List.of(plain)));
    if (kernels.isEmpty()) {
      String time = causal.get().time();
      Causal.Kernel kernel = causal.get().at(Index.symbol(time));
      NormalForm log = logarithm(new Value.Likelihood(List.of(piece(expr, kernel, locals)), ZERO));
      Term total = new Term.Total(time, Index.of(1), causal.get().length(), log.toTerm());
      return new Value.Likelihood(List.of(), NormalForm.of(total));
    }
    List<Value.Piece> pieces = new ArrayList<>();
    kernels.get().forEach(kernel -> pieces.add(piece(expr, kernel, locals)));
    return new Value.Likelihood(pieces, ZERO);
  }

  private Value.Piece piece(TypedExpr.DensityAt expr, Causal.Kernel kernel, Locals locals) {
    Density density = expr.own() ? Density.OWN : named(expr, kernel, locals);
    allowed(expr.span(), () -> Expectations.logDensity(density, kernel.of(), kernel.given()));
    return new Value.Piece(expr.name(), density, kernel.of(), kernel.given(), Rational.ONE);
  }

  private Density named(TypedExpr.DensityAt expr, Causal.Kernel kernel, Locals locals) {
    NamedDensities.Named declared = evaluator.environment().density(expr.name()).orElseThrow();
    return allowed(
        expr.span(),
        () ->
            new DensityFamily(declared)
                .at(kernel.of(), kernel.given(), locals)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "it has no conditional " + kernel.of() + " | " + kernel.given())));
  }

  /** The conditional probability where tables or laws and the outcomes tell it. */
  Optional<Quantity> probability(boolean own, String name, Group of, Group given, Span at) {
    Map<String, Value> values = values(of.union(given));
    if (!evaluator.domain().isNumeric() || values.size() < of.union(given).size()) {
      return Optional.empty();
    }
    Set<String> condition = new TreeSet<>(VariableLaws.names(given));
    if (own) {
      return new VariableLaws(evaluator).conditional(of, given, values, at);
    }
    Optional<DensityTable> table =
        evaluator.environment().density(name).flatMap(NamedDensities.Named::table);
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

  /** The values that outcomes have: those they have taken, and those they were let have. */
  Map<String, Value> values(Group group) {
    Map<String, Value> values = new TreeMap<>();
    for (String name : VariableLaws.names(group)) {
      Optional.ofNullable(evaluator.outcomes().get(name))
          .or(() -> evaluator.environment().value(name))
          .ifPresent(value -> values.put(name, value));
    }
    return values;
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

  /** The logarithms of densities. */
  List<NormalForm> logarithms(List<TypedExpr> sides, Locals locals) {
    List<NormalForm> forms = new ArrayList<>();
    for (TypedExpr side : sides) {
      Value value = evaluator.evaluate(side, locals);
      NormalForm log = logarithm(likelihood(value, side.span()));
      forms.add(Expectations.average(Law.BASE, log));
    }
    return forms;
  }

  /** What a logarithm is the logarithm of, as a product of densities as far as it is one. */
  static Value.Likelihood product(NormalForm logarithm) {
    List<Value.Piece> pieces = new ArrayList<>();
    NormalForm rest = logarithm;
    for (Map.Entry<Monomial, Rational> entry : logarithm.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      boolean density =
          atoms.size() == 1
              && atoms.get(0) instanceof Term.Average a
              && a.law().factors().isEmpty()
              && a.body() instanceof Term.Surprisal s
              && s.density() instanceof Density.Named;
      if (density) {
        Term.Surprisal surprisal = (Term.Surprisal) ((Term.Average) atoms.get(0)).body();
        Density.Named named = (Density.Named) surprisal.density();
        Group of = surprisal.group().minus(named.given());
        Rational power = entry.getValue().negate();
        pieces.add(new Value.Piece(named.name(), named, of, named.given(), power));
        rest = rest.subtract(NormalForm.of(entry.getKey(), entry.getValue()));
      }
    }
    return new Value.Likelihood(pieces, rest);
  }

  /** {@code log f}, as a value. */
  Value logarithmOf(Value.Likelihood of) {
    return symbolic(Expectations.average(Law.BASE, logarithm(of)));
  }

  static Value symbolic(NormalForm form) {
    return new Value.Symbolic(form.toTerm());
  }

  /** {@code exp(T)} of a function of outcomes; empty where it is no factor of a density. */
  Optional<Value> exponential(Value of, Span at) {
    if (!(of instanceof Value.Symbolic symbolic)) {
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
  Value.Likelihood likelihood(Value value, Span at) {
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
    boolean natural = term.equals(new Term.Symbol("e")) && unit == Unit.NAT;
    if (natural && !evaluator.environment().sorts().isDeclared("e")) {
      return new Value.Likelihood(List.of(), NormalForm.constant(Rational.ONE));
    }
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
}
