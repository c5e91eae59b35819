package sit.typed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.source.Span;
import sit.syntax.Expr;

/**
 * The meaning of a call: a primitive, a defined measure found by its shape, a function, or a scalar
 * function kept as it stands.
 */
final class CallTyper {
  private final ExprTyper exprs;
  private final Scope scope;
  private final TypeErrors errors;
  private final Provider provider;

  CallTyper(ExprTyper exprs, Scope scope, TypeErrors errors, Provider provider) {
    this.exprs = exprs;
    this.scope = scope;
    this.errors = errors;
    this.provider = provider;
  }

  TypedExpr type(Expr.Call call) {
    boolean plain = call.separators().isEmpty();
    if (!call.slots().isEmpty() && scope.symbol(call.name()).isEmpty()) {
      sort(call);
    }
    DensityTyper densities = new DensityTyper(exprs, scope, errors);
    if (densities.isDensity(call)) {
      return densities.at(call);
    }
    if (call.name().equals("P") && scope.symbol("P").filter(s -> s.arity() > 0).isEmpty()) {
      Optional<TypedExpr> probability = probability(call);
      if (probability.isPresent()) {
        return probability.get();
      }
    }
    if (call.name().equals("H") && plain && call.slots().size() == 1) {
      TypedExpr of = exprs.joint(exprs.parts(call.slots().get(0)), call.span());
      requireGroup(of, "the argument of H");
      return new TypedExpr.Entropy(of, call.span());
    }
    if (call.name().equals("D") && call.separators().equals(List.of("||"))) {
      TypedExpr from = exprs.joint(exprs.types(call.slots().get(0)), call.span());
      TypedExpr to = exprs.joint(exprs.types(call.slots().get(1)), call.span());
      return new TypedExpr.Divergence(from, to, call.span());
    }
    if (plain) {
      Optional<TypedExpr> function = function(call);
      if (function.isPresent()) {
        return function.get();
      }
    }
    return measure(call);
  }

  /** H is of discrete variables and h of continuous ones, whatever they are given. */
  private void sort(Expr.Call call) {
    boolean discrete = call.name().equals("H");
    if (!discrete && !call.name().equals("h")) {
      return;
    }
    List<Expr> of = call.slots().get(0);
    boolean any = false;
    for (Expr part : of) {
      Optional<String> name = new Sorts(scope).continuous(part);
      any |= name.isPresent();
      if (discrete && name.isPresent()) {
        throw errors.differential(part.span(), "`" + name.get() + "`");
      }
    }
    boolean known = of.stream().allMatch(part -> new Sorts(scope).isKnown(part));
    if (!discrete && !any && known) {
      throw errors.notContinuous(call.slots().get(0).get(0).span());
    }
  }

  private Optional<TypedExpr> probability(Expr.Call call) {
    List<String> separators = call.separators();
    boolean conditional = separators.equals(List.of("|"));
    if (!separators.isEmpty() && !conditional) {
      return Optional.empty();
    }
    List<Expr> asked = call.slots().isEmpty() ? List.of() : call.slots().get(0);
    TypedExpr event = event(asked, call.span());
    Optional<TypedExpr> given =
        conditional ? Optional.of(event(call.slots().get(1), call.span())) : Optional.empty();
    return Optional.of(new TypedExpr.Probability(event, given, call.span()));
  }

  private TypedExpr event(List<Expr> conditions, Span span) {
    TypedExpr all = null;
    for (Expr condition : conditions) {
      TypedExpr one = exprs.type(condition);
      boolean fits =
          one.type() == Type.RANDOM || one.type() == Type.TRUTH || one.type() == Type.ANY;
      if (!fits) {
        throw errors.wrongKind(
            condition.span(), "an event", "a condition such as `X = 1`", one.type());
      }
      all = all == null ? one : new OperationTyper(errors, scope).binary("and", all, one, span);
    }
    if (all == null) {
      throw errors.misplaced(span, "an event is missing", "write P(X = 1)");
    }
    return all;
  }

  private Optional<TypedExpr> function(Expr.Call call) {
    Optional<Symbol> symbol = scope.symbol(call.name());
    Optional<Builtin> builtin = symbol.isEmpty() ? Builtin.named(call.name()) : Optional.empty();
    boolean shape = scope.measure(Shape.ofCall(call).get(0)).isPresent();
    if (symbol.isEmpty() && builtin.isEmpty() && !shape && provider.provide(call.name())) {
      symbol = scope.symbol(call.name());
    }
    if (builtin.isEmpty() && (symbol.isEmpty() || symbol.get().arity() == 0)) {
      boolean measured = shape || !scope.shapes(call.name()).isEmpty();
      if (symbol.isPresent() && !measured && symbol.get().type() != Type.ANY) {
        throw errors.notAFunction(call.nameSpan(), call.name());
      }
      return symbol.isPresent() && !measured
          ? Optional.of(apply(call, symbol.get().kind(), Type.ANY))
          : Optional.empty();
    }
    if (builtin.isPresent()) {
      return Optional.of(builtin(call, builtin.get()));
    }
    Symbol known = symbol.get();
    int met = arguments(call).size();
    if (known.arity() != met) {
      String wanted = known.arity() + (known.arity() == 1 ? " argument" : " arguments");
      throw errors.wrongArity(call.span(), call.name(), wanted, met);
    }
    return Optional.of(apply(call, known.kind(), known.type()));
  }

  /** What is given by name, {@code seed = 7}, is no argument at a place. */
  private TypedExpr builtin(Expr.Call call, Builtin builtin) {
    List<Expr> placed = new ArrayList<>();
    Map<String, TypedExpr> options = new LinkedHashMap<>();
    for (Expr argument : arguments(call)) {
      Optional<Expr.Binary> named = named(argument, builtin);
      if (named.isEmpty()) {
        placed.add(argument);
        continue;
      }
      Expr.Name name = (Expr.Name) named.get().left();
      CallErrors wrong = new CallErrors(errors.source());
      boolean known =
          builtin == Builtin.AT ? isParameter(name) : builtin.options().contains(name.name());
      if (!known) {
        throw wrong.unknownOption(name.span(), name.name(), builtin);
      }
      if (options.put(name.name(), exprs.type(named.get().right())) != null) {
        throw wrong.optionTwice(name.span(), name.name());
      }
    }
    int met = placed.size();
    if (met < builtin.least() || met > builtin.most()) {
      String wanted =
          builtin.least() == builtin.most()
              ? builtin.least() + (builtin.least() == 1 ? " argument" : " arguments")
              : builtin.most() <= builtin.least() + 1
                  ? builtin.least() + " or " + builtin.most() + " arguments"
                  : "at least " + builtin.least();
      throw errors.wrongArity(call.span(), call.name(), wanted, met);
    }
    Type result = hasDensity(placed, builtin) ? Type.CONTINUOUS_LAW : builtin.result();
    return apply(call, placed, options, Symbol.Kind.FUNCTION, result);
  }

  /** Whether a law that is made of others, or has a name of two meanings, has a density. */
  private boolean hasDensity(List<Expr> arguments, Builtin builtin) {
    return switch (builtin) {
      case UNIFORM -> arguments.size() == 2;
      case MIXTURE -> exprs.types(arguments).get(0).type() == Type.CONTINUOUS_LAW;
      case LAW -> new Sorts(scope).continuous(arguments.get(0)).isPresent();
      default -> false;
    };
  }

  private boolean isParameter(Expr.Name name) {
    return scope
        .symbol(name.name())
        .filter(s -> s.kind() == Symbol.Kind.PARAMETER && s.arity() == 0)
        .isPresent();
  }

  private Optional<Expr.Binary> named(Expr argument, Builtin builtin) {
    boolean named =
        argument instanceof Expr.Binary binary
            && binary.operator().equals("=")
            && binary.left() instanceof Expr.Name name
            && (builtin == Builtin.AT
                || builtin.options().contains(name.name())
                || !builtin.options().isEmpty() && scope.symbol(name.name()).isEmpty());
    return named ? Optional.of((Expr.Binary) argument) : Optional.empty();
  }

  private static List<Expr> arguments(Expr.Call call) {
    return call.slots().isEmpty() ? List.of() : call.slots().get(0);
  }

  private TypedExpr apply(Expr.Call call, Symbol.Kind kind, Type result) {
    return apply(call, arguments(call), Map.of(), kind, result);
  }

  private TypedExpr apply(
      Expr.Call call,
      List<Expr> placed,
      Map<String, TypedExpr> options,
      Symbol.Kind kind,
      Type result) {
    List<TypedExpr> arguments = exprs.types(placed);
    boolean random =
        kind == Symbol.Kind.FUNCTION
            && arguments.stream().anyMatch(a -> a.type().isRandom())
            && (result == Type.NUMBER
                || result == Type.ANY
                || result.isInformation()
                || result == Type.TRUTH)
            && !call.name().equals("len")
            && !call.name().equals("card");
    Type type = random ? Type.ANY : result;
    return new TypedExpr.Apply(call.name(), arguments, options, type, call.span());
  }

  private TypedExpr measure(Expr.Call call) {
    Optional<Signature> signature = find(call);
    for (Shape shape : Shape.ofCall(call)) {
      if (signature.isEmpty() && provider.provide(shape.toString())) {
        signature = find(call);
      }
    }
    if (signature.isEmpty()) {
      provider.provide(call.name());
      List<String> known = scope.shapes(call.name());
      if (known.isEmpty()) {
        List<String> names = new ArrayList<>(scope.names(Symbol.Kind.FUNCTION));
        names.addAll(Builtin.words());
        scope.measures().forEach(m -> names.add(m.shape().name()));
        names.addAll(provider.functionNames());
        throw errors.unknownFunction(call.nameSpan(), call.name(), names);
      }
      throw errors.unknownShape(call.span(), Shape.ofCall(call).get(0), known);
    }
    if (signature.get().shape().variadic() && lacksSemicolon(call)) {
      throw errors.missingSemicolon(call.span(), call.name());
    }
    List<TypedExpr> slots = new ArrayList<>();
    for (List<Expr> slot : call.slots()) {
      if (slot.isEmpty()) {
        throw errors.misplaced(
            call.span(), "a slot of `" + call.name() + "` is empty", "write variables in it");
      }
      List<TypedExpr> parts = exprs.parts(slot);
      slots.add(parts.size() == 1 ? parts.get(0) : exprs.joint(parts, call.span()));
    }
    Type type = signature.get().body().type();
    return new TypedExpr.Measure(
        signature.get().shape(), slots, call.separators(), type, call.span());
  }

  /** I(X, Y): with commas alone, what is meant as several slots would be taken jointly as one. */
  private static boolean lacksSemicolon(Expr.Call call) {
    return call.slots().get(0).size() > 1 && !call.separators().contains(";");
  }

  private Optional<Signature> find(Expr.Call call) {
    for (Shape shape : Shape.ofCall(call)) {
      Optional<Signature> signature = scope.measure(shape);
      if (signature.isPresent()) {
        return signature;
      }
    }
    return Optional.empty();
  }

  private void requireGroup(TypedExpr of, String what) {
    Type type = of.type();
    boolean law = type == Type.LAW || type == Type.DENSITY;
    boolean fits = type.isRandom() || law || type == Type.ANY;
    if (type == Type.CONTINUOUS_LAW) {
      throw errors.differential(of.span(), "this law");
    }
    if (!fits) {
      throw errors.wrongKind(of.span(), what, "random variables or a law", of.type());
    }
  }
}
