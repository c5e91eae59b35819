package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.source.Span;
import sit.syntax.Expr;
import sit.syntax.Statement;

/**
 * The meaning of named densities: their declarations, the density at outcomes, and averages under
 * densities.
 */
final class DensityTyper {
  /** The name of the law of the random variables themselves, where no density has it. */
  static final String LAW = "p";

  private final ExprTyper exprs;
  private final Scope scope;
  private final TypeErrors errors;

  DensityTyper(ExprTyper exprs, Scope scope, TypeErrors errors) {
    this.exprs = exprs;
    this.scope = scope;
    this.errors = errors;
  }

  /** Declares a density, and the outcomes it speaks of where nothing else has their names. */
  TypedStatement.DensityOf declare(Statement.DensityOf density) {
    Expr.Call pattern = density.pattern();
    boolean shaped =
        pattern.slots().size() == 1 && pattern.separators().isEmpty()
            || pattern.slots().size() == 2 && pattern.separators().get(0).startsWith("|");
    if (!shaped || pattern.slots().get(0).isEmpty()) {
      throw errors.densityPattern(pattern.span());
    }
    pattern.slots().forEach(slot -> slot.forEach(this::declareOutcomes));
    List<TypedExpr> of = arguments(pattern.slots().get(0));
    List<TypedExpr> given =
        pattern.slots().size() == 1 ? List.of() : arguments(pattern.slots().get(1));
    Set<String> twice = new TreeSet<>();
    of.stream()
        .filter(outcome -> !Outcomes.isLetter(outcome))
        .forEach(outcome -> twice.addAll(Outcomes.names(List.of(outcome))));
    twice.retainAll(Outcomes.names(given));
    boolean causal = pattern.separators().contains("||");
    if (!twice.isEmpty()) {
      throw errors.bothSides(pattern.span(), twice.iterator().next());
    }
    Optional<String> normaliser = density.body().flatMap(this::normaliser);
    normaliser.ifPresent(
        name -> {
          int arity =
              normalisedBy(density.body().get()) instanceof Expr.Call call ? arity(call) : 0;
          scope.declare(new Symbol(name, Symbol.Kind.PARAMETER, arity, Type.NUMBER));
        });
    Optional<TypedExpr> body = density.body().map(exprs::type);
    TypedStatement.DensityOf typed =
        new TypedStatement.DensityOf(
            pattern.name(), of, given, causal, body, normaliser, density.span());
    scope.declare(typed);
    return typed;
  }

  private static int arity(Expr.Call call) {
    return call.slots().isEmpty() ? 0 : call.slots().get(0).size();
  }

  /** What the body divides by; null if it divides by nothing. */
  private static Expr normalisedBy(Expr body) {
    return body instanceof Expr.Binary binary && binary.operator().equals("/")
        ? binary.right()
        : null;
  }

  /** A name that nothing declares, by which the body is divided. */
  private Optional<String> normaliser(Expr body) {
    Expr divisor = normalisedBy(body);
    String name =
        divisor instanceof Expr.Name plain
            ? plain.name()
            : divisor instanceof Expr.Call call && call.separators().isEmpty() ? call.name() : "";
    boolean function = Builtin.named(name).filter(b -> b.result() != Type.LAW).isPresent();
    boolean free = !name.isEmpty() && scope.symbol(name).isEmpty() && !function;
    return free && !name.equals(LAW) ? Optional.of(name) : Optional.empty();
  }

  /** Names that nothing declares become outcomes: {@code x}, {@code y^n}, {@code (x, z)}. */
  private void declareOutcomes(Expr expr) {
    if (expr instanceof Expr.Name name) {
      declareOutcome(name, Type.OUTCOMES);
    } else if (expr instanceof Expr.Binary power && power.operator().equals("^")) {
      declareSequence(power.left());
    } else if (expr instanceof Expr.Index index) {
      declareSequence(index.base());
    } else if (expr instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::declareOutcomes);
    } else {
      throw errors.densityPattern(expr.span());
    }
  }

  private void declareSequence(Expr base) {
    if (base instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::declareSequence);
    } else if (base instanceof Expr.Name name) {
      declareOutcome(name, Type.OUTCOME_PROCESS);
    } else {
      throw errors.densityPattern(base.span());
    }
  }

  private void declareOutcome(Expr.Name name, Type type) {
    Optional<Symbol> known = scope.symbol(name.name());
    if (known.isEmpty() && Builtin.named(name.name()).isEmpty()) {
      scope.declare(new Symbol(name.name(), Symbol.Kind.OUTCOME, 0, type));
      return;
    }
    boolean fits =
        known.isPresent()
            && switch (known.get().kind()) {
              case OUTCOME -> known.get().type() == type;
              case VARIABLE, PROCESS -> true;
              default -> false;
            };
    if (!fits) {
      Type met = known.map(Symbol::type).orElse(Type.FUNCTION);
      throw errors.wrongKind(name.span(), "an argument of a density", "an outcome", met);
    }
  }

  private List<TypedExpr> arguments(List<Expr> slot) {
    List<TypedExpr> all = new ArrayList<>();
    for (Expr expr : slot) {
      TypedExpr typed = exprs.type(expr);
      boolean valued = typed instanceof TypedExpr.Reference r && r.kind() == Symbol.Kind.VALUE;
      if (valued && expr instanceof Expr.Name name) {
        // an outcome that was let have a value
        typed =
            new TypedExpr.Reference(name.name(), Symbol.Kind.OUTCOME, Type.OUTCOMES, expr.span());
      }
      if (typed.type() != Type.OUTCOMES && typed.type() != Type.VARIABLES) {
        throw errors.wrongKind(expr.span(), "an argument of a density", "an outcome", typed.type());
      }
      all.add(typed);
    }
    return all;
  }

  /** Whether a call is of a density, declared or the law of random variables. */
  boolean isDensity(Expr.Call call) {
    boolean declared = scope.density(call.name()).isPresent();
    boolean law = call.name().equals(LAW) && scope.symbol(LAW).isEmpty();
    return (declared || law) && !call.slots().isEmpty();
  }

  /** A density at outcomes: {@code q(z | x)}. */
  TypedExpr at(Expr.Call call) {
    return at(call, Optional.empty());
  }

  /** The density by its name alone is that at all of its arguments. */
  TypedExpr whole(String name, Span span) {
    TypedStatement.DensityOf declared = scope.density(name).orElseThrow();
    return of(declared, declared.of(), declared.given(), span);
  }

  private TypedExpr.DensityAt of(
      TypedStatement.DensityOf declared, List<TypedExpr> of, List<TypedExpr> given, Span span) {
    boolean random = false;
    for (List<TypedExpr> side : List.of(of, given)) {
      random |= side.stream().anyMatch(part -> part.type().isRandom());
    }
    Type type = random ? Type.RANDOM : Type.DENSITY;
    return new TypedExpr.DensityAt(
        declared.name(), of, given, declared.causal(), false, type, span);
  }

  private TypedExpr.DensityAt at(Expr.Call call, Optional<List<TypedExpr>> drawn) {
    boolean dot = call.slots().get(0).size() == 1 && call.slots().get(0).get(0) instanceof Expr.Dot;
    Optional<TypedStatement.DensityOf> declared = scope.density(call.name());
    boolean shaped =
        call.separators().isEmpty()
            || call.separators().size() == 1 && call.separators().get(0).startsWith("|");
    if (!shaped) {
      throw errors.densityPattern(call.span());
    }
    if (declared.isEmpty() && speaksOfUnknown(call)) {
      throw errors.undeclaredDensity(call.nameSpan(), call.name());
    }
    List<TypedExpr> given = call.slots().size() == 1 ? List.of() : arguments(call.slots().get(1));
    boolean causal = call.separators().contains("||");
    if (declared.isEmpty()) {
      if (dot) {
        throw errors.undeclaredDensity(call.nameSpan(), call.name());
      }
      return own(call, given, causal);
    }
    List<TypedExpr> of = dot ? drawn.orElse(declared.get().of()) : arguments(call.slots().get(0));
    check(declared.get(), of, given, call.span());
    TypedExpr.DensityAt at = of(declared.get(), of, given, call.span());
    return new TypedExpr.DensityAt(at.name(), of, given, causal, false, at.type(), call.span());
  }

  /** The law of random variables that an optimum is taken over: {@code p(Y | X)}. */
  TypedExpr.DensityAt law(Expr.Call call) {
    boolean shaped =
        call.separators().isEmpty()
            || call.separators().size() == 1 && call.separators().get(0).startsWith("|");
    if (!shaped) {
      throw errors.densityPattern(call.span());
    }
    List<List<TypedExpr>> sides = new ArrayList<>(List.of(List.of(), List.of()));
    for (int i = 0; i < call.slots().size(); i++) {
      sides.set(i, exprs.parts(call.slots().get(i)));
      for (TypedExpr part : sides.get(i)) {
        // the arguments of a definition may be anything until it is used
        if (!part.type().isRandom() && part.type() != Type.ANY) {
          throw errors.wrongKind(
              part.span(), "what an optimum is over", "the law of random variables", part.type());
        }
      }
    }
    boolean causal = call.separators().contains("||");
    return new TypedExpr.DensityAt(
        call.name(), sides.get(0), sides.get(1), causal, true, Type.RANDOM, call.span());
  }

  private boolean speaksOfUnknown(Expr.Call call) {
    return call.slots().stream()
        .flatMap(List::stream)
        .anyMatch(
            part ->
                part instanceof Expr.Dot
                    || part instanceof Expr.Name name
                        && Character.isLowerCase(name.name().codePointAt(0))
                        && scope.symbol(name.name()).isEmpty());
  }

  private TypedExpr.DensityAt own(Expr.Call call, List<TypedExpr> given, boolean causal) {
    List<TypedExpr> of = arguments(call.slots().get(0));
    for (List<TypedExpr> side : List.of(of, given)) {
      for (TypedExpr part : side) {
        if (!part.type().isRandom()) {
          throw errors.undeclaredDensity(call.nameSpan(), call.name());
        }
      }
    }
    return new TypedExpr.DensityAt(call.name(), of, given, causal, true, Type.RANDOM, call.span());
  }

  /** The conditionals of a density are those that the chain rule gives. */
  private void check(
      TypedStatement.DensityOf declared, List<TypedExpr> of, List<TypedExpr> given, Span span) {
    Set<String> all = Outcomes.names(declared.of());
    Set<String> needed = Outcomes.names(declared.given());
    all.addAll(needed);
    Set<String> asked = Outcomes.names(of);
    asked.addAll(Outcomes.names(given));
    String form = Outcomes.print(declared);
    for (String name : asked) {
      if (!all.contains(name)) {
        throw errors.foreignArgument(span, declared.name(), name, form);
      }
    }
    needed.removeAll(Outcomes.names(given));
    if (declared.of().stream().anyMatch(Outcomes::isLetter)) {
      // which letters there are is told by the indices
      return;
    }
    if (!needed.isEmpty()) {
      throw errors.notGiven(span, form, needed.iterator().next());
    }
  }

  /** An average under densities; what is drawn is an outcome inside. */
  TypedExpr mean(Expr.Mean mean) {
    List<TypedExpr.DensityAt> draws = new ArrayList<>();
    Set<String> drawn = new TreeSet<>();
    for (Expr.Draw draw : mean.draws()) {
      requireDensity(draw.density());
      List<TypedExpr> outcomes = arguments(draw.outcomes());
      for (TypedExpr outcome : outcomes) {
        if (outcome.type().isRandom()) {
          throw errors.drawnVariable(outcome.span());
        }
      }
      for (String name : Outcomes.names(outcomes)) {
        if (!drawn.add(name) && outcomes.stream().noneMatch(Outcomes::isLetter)
            || scope.isAveraged(name)) {
          throw errors.averagedTwice(outcomes.get(0).span(), name);
        }
      }
      TypedExpr.DensityAt from = drawnFrom(draw.density(), outcomes);
      Set<String> kept = Outcomes.names(from.of());
      if (!kept.equals(Outcomes.names(outcomes))) {
        throw errors.drawnElsewhere(draw.density().span(), String.join(", ", kept));
      }
      draws.add(from);
    }
    TypedExpr body = exprs.in(scope.averaging(drawn)).type(mean.body());
    Type type = body.type();
    boolean fits = type.isScalar() || type == Type.DENSITY || type == Type.RANDOM;
    if (!fits && type != Type.OUTCOMES && type != Type.TRUTH) {
      throw errors.wrongKind(mean.body().span(), "what is averaged", "a number", type);
    }
    Type averaged = fits ? type : Type.NUMBER;
    return new TypedExpr.Mean(draws, body, averaged, mean.span());
  }

  private void requireDensity(Expr law) {
    String name =
        law instanceof Expr.Name plain
            ? plain.name()
            : law instanceof Expr.Call call ? call.name() : "q";
    if (scope.density(name).isEmpty()) {
      throw errors.undeclaredDensity(law.span(), name);
    }
  }

  private TypedExpr.DensityAt drawnFrom(Expr law, List<TypedExpr> outcomes) {
    if (law instanceof Expr.Name name && scope.density(name.name()).isPresent()) {
      TypedStatement.DensityOf declared = scope.density(name.name()).get();
      check(declared, outcomes, declared.given(), law.span());
      return of(declared, outcomes, declared.given(), law.span());
    } else if (law instanceof Expr.Call call && scope.density(call.name()).isPresent()) {
      return at(call, Optional.of(outcomes));
    }
    throw errors.densityPattern(law.span());
  }
}
