package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.source.Span;
import sit.term.Group;
import sit.term.Term;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** Applies functions: those defined in the language, and the built-in ones that are not laws. */
final class Calls {
  private static final int LARGEST_EXPONENT = 4000;

  private final Evaluator evaluator;
  private final EvalErrors errors;

  Calls(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  /**
   * Whether a function takes outcomes to outcomes, and so makes a random variable of random
   * variables.
   */
  static boolean actsOnOutcomes(String function) {
    Optional<Builtin> builtin = Builtin.named(function);
    if (builtin.isEmpty()) {
      return true;
    }
    Builtin.Family family = builtin.get().family();
    return family == Builtin.Family.SCALAR || family == Builtin.Family.MATRIX;
  }

  /** A number as it was typed. */
  Value number(TypedExpr.Number number) {
    String text = number.text();
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    boolean huge = text.length() > LARGEST_EXPONENT;
    if (e >= 0 && !huge) {
      String exponent = text.substring(e + 1);
      huge = exponent.length() > 6 || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT;
    }
    if (huge) {
      throw errors.tooLarge(number.span(), "numbers have at most " + LARGEST_EXPONENT + " digits");
    }
    return Quantity.of(Rational.parse(text));
  }

  Value evaluate(TypedExpr.Apply apply, Locals locals) {
    Optional<Value> local = locals.find(apply.function());
    return local.isPresent() && local.get() instanceof Value.Function function
        ? global(named(apply, function), locals)
        : global(apply, locals);
  }

  private Value global(TypedExpr.Apply apply, Locals locals) {
    Optional<Environment.Defined> defined = evaluator.environment().function(apply.function());
    if (defined.isPresent() && isOpen(apply, locals)) {
      return new Value.Symbolic(new Term.Apply(apply.function(), terms(apply, locals)));
    }
    if (defined.isPresent()) {
      return call(apply, defined.get(), locals);
    }
    Optional<Builtin> builtin = Builtin.named(apply.function());
    boolean normaliser = evaluator.environment().normaliser(apply.function()).isPresent();
    if (builtin.isPresent() && !normaliser) {
      return builtin(apply, builtin.get(), locals);
    }
    return parameter(apply.function(), terms(apply, locals));
  }

  /** What calls a function by the name of a parameter that stands for it calls the function. */
  private TypedExpr.Apply named(TypedExpr.Apply apply, Value.Function function) {
    int met = apply.arguments().size();
    if (function.arity() != met) {
      String wanted = "a function of " + met + (met == 1 ? " argument" : " arguments");
      throw errors.wrongValue(
          apply.span(), "`" + apply.function() + "`", wanted, "`" + function.name() + "`");
    }
    return new TypedExpr.Apply(
        function.name(), apply.arguments(), apply.options(), apply.type(), apply.span());
  }

  private List<Term> terms(TypedExpr.Apply apply, Locals locals) {
    List<Term> arguments = new ArrayList<>();
    for (TypedExpr argument : apply.arguments()) {
      Value value = evaluator.evaluate(argument, locals);
      arguments.add(new Operations(evaluator).term(value, argument.span()));
    }
    return arguments;
  }

  /** A scalar or a function that has no value; of a normaliser the logarithm is known. */
  Value parameter(String name, List<Term> arguments) {
    Optional<NamedDensities.Normaliser> normaliser = evaluator.environment().normaliser(name);
    if (normaliser.isPresent()) {
      Optional<Quantity> number = number(normaliser.get());
      return number.isPresent()
          ? number.get()
          : new Value.Likelihood(List.of(), normaliser.get().logarithm());
    }
    if (arguments.isEmpty() && evaluator.domain().isNumeric()) {
      Sorts sorts = evaluator.environment().sorts();
      Optional<Quantity> value = sorts.parameters().value(name);
      if (value.isEmpty() && !sorts.isDeclared(name)) {
        value = Constants.value(name);
      }
      if (value.isPresent()) {
        return value.get();
      }
    }
    return new Value.Symbolic(
        arguments.isEmpty() ? new Term.Symbol(name) : new Term.Apply(name, arguments));
  }

  private Optional<Quantity> number(NamedDensities.Normaliser normaliser) {
    Densities densities = new Densities(evaluator);
    List<Value> given = new ArrayList<>();
    for (String outcome : normaliser.given()) {
      Group group = Group.of(Claims.variable(outcome));
      given.addAll(densities.values(group).values());
    }
    boolean numeric = evaluator.domain().isNumeric() && given.size() == normaliser.given().size();
    return numeric
        ? Optional.ofNullable(normaliser.values().get(DensityDeclarations.condition(given)))
        : Optional.empty();
  }

  /** Whether a function is applied to outcomes that have no values: it is then any function. */
  private boolean isOpen(TypedExpr.Apply apply, Locals locals) {
    if (evaluator.isAtOutcome()) {
      return false;
    }
    for (TypedExpr argument : apply.arguments()) {
      boolean outcome =
          argument.type() == sit.typed.Type.OUTCOMES
              && evaluator.evaluate(argument, locals) instanceof Value.Variables;
      if (outcome) {
        return true;
      }
    }
    return false;
  }

  private Value call(TypedExpr.Apply apply, Environment.Defined function, Locals locals) {
    if (evaluator.domain() instanceof Domain.Entropies world
        && world.kept().contains(apply.function())) {
      Optional<Value> kept = new Unknowns(evaluator).value(apply, locals);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    Locals inner = bound(apply, function, locals);
    return bound(function, inner, apply.span())
        .inside(
            function.source(),
            evaluator.domain(),
            apply.span(),
            apply.function(),
            function.body(),
            inner);
  }

  /** Where laws depend on a parameter, a function of a parameter of that name is called with it. */
  private Evaluator bound(Environment.Defined function, Locals inner, Span at) {
    Evaluator bound = evaluator;
    for (String name : function.parameters()) {
      Bindings bindings = new Bindings(bound);
      if (bindings.matter(name) && Bindings.speaksOfLaws(function.body())) {
        bound = bindings.at(name, inner.find(name).orElseThrow(), at);
      }
    }
    return bound;
  }

  /** What the arguments of a function are called in its body. */
  Locals bound(TypedExpr.Apply apply, Environment.Defined function, Locals locals) {
    Locals inner = Locals.NONE;
    for (int i = 0; i < function.parameters().size(); i++) {
      TypedExpr argument = apply.arguments().get(i);
      Randoms randoms = new Randoms(evaluator);
      boolean random = !evaluator.isAtOutcome() && randoms.isFunctionOfVariables(argument, locals);
      Value value =
          random ? randoms.derive(argument, locals) : evaluator.evaluate(argument, locals);
      inner = inner.with(function.parameters().get(i), value);
    }
    return inner;
  }

  private Value builtin(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    Randoms randoms = new Randoms(evaluator);
    if (!evaluator.isAtOutcome() && randoms.isFunctionOfVariables(apply, locals)) {
      return randoms.derive(apply, locals);
    }
    BuiltinFamily family =
        switch (builtin.family()) {
          case SCALAR -> new ScalarFunctions(evaluator);
          case LIST -> new ListFunctions(evaluator);
          case MATRIX -> new MatrixFunctions(evaluator);
          case GEOMETRY -> new GeometryFunctions(evaluator);
          case PART -> new LawParts(evaluator);
          case LAW -> new LawReader(evaluator)::named;
          case CONTINUOUS, WATER -> new ContinuousLaws(evaluator);
          case PROCESS -> new ProcessFunctions(evaluator);
          case PARAMETER -> new ParameterFunctions(evaluator);
          case SOURCE, MODEL, ESTIMATE -> new SampleFunctions(evaluator);
        };
    return family.apply(apply, builtin, locals);
  }
}
