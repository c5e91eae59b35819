package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.source.Source;
import sit.syntax.Expr;
import sit.syntax.Statement.ClaimOf;
import sit.syntax.Statement.Fact;

/** Gives claims and assumed facts their meaning. */
final class FactTyper {
  private final Source source;
  private final Scope scope;
  private final Provider provider;
  private final TypeErrors errors;
  private final Set<String> horizons = new TreeSet<>();

  /** What a function of one scalar may be said to be. */
  private static final List<String> SHAPES =
      List.of("concave", "convex", "increasing", "decreasing");

  FactTyper(Source source, Scope scope, Provider provider) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
    this.errors = new TypeErrors(source);
  }

  private TypedExpr expr(Expr expr) {
    return new ExprTyper(source, scope, provider, horizons).type(expr);
  }

  /** One side of a relation: an amount or a number. */
  TypedExpr side(Expr expr) {
    TypedExpr typed = expr(expr);
    if (!typed.type().isScalar() && typed.type() != Type.DENSITY) {
      Outcomes.check(errors, List.of(typed), expr.span());
      throw errors.wrongKind(expr.span(), "a side of a relation", "an amount", typed.type());
    }
    return typed;
  }

  /**
   * Takes note of the names that are indices in expressions, so that they may be numbers as well.
   */
  void note(List<Expr> exprs) {
    IndexNames names = new IndexNames(scope);
    exprs.forEach(names::visit);
    horizons.addAll(names.found());
  }

  TypedStatement.Claim claim(ClaimOf claim) {
    note(claim.sides());
    claim.given().stream()
        .filter(fact -> fact instanceof Fact.Related)
        .forEach(fact -> note(((Fact.Related) fact).claim().sides()));
    List<TypedExpr> sides = new ArrayList<>();
    boolean equation = claim.relations().stream().allMatch("="::equals);
    for (Expr side : claim.sides()) {
      TypedExpr typed = expr(side);
      sides.add(equation && typed.type() == Type.LIST ? typed : side(side));
    }
    boolean up = claim.relations().contains("<=");
    boolean down = claim.relations().contains(">=");
    if (up && down) {
      throw errors.incomparable(claim.span(), String.join(", ", claim.relations()));
    }
    Outcomes.check(errors, sides, claim.span());
    OperationTyper units = new OperationTyper(errors, scope);
    for (int i = 0; i + 1 < sides.size(); i++) {
      units.binary("==", sides.get(i), sides.get(i + 1), claim.span());
    }
    return new TypedStatement.Claim(sides, claim.relations(), facts(claim.given()), claim.span());
  }

  /** What is taken for granted of a limit says nothing of any horizon. */
  void requireNoRate(TypedStatement.Claim claim) {
    for (TypedExpr side : claim.sides()) {
      Optional<TypedExpr.Rate> rate = Within.first(TypedExpr.Rate.class, side);
      if (rate.isPresent()) {
        throw errors.misplaced(
            rate.get().span(),
            "a rate can be claimed and not taken for granted",
            "state what holds at every horizon: assume H(X^n) <= n*R");
      }
    }
  }

  List<TypedStatement.Fact> facts(List<Fact> facts) {
    List<TypedStatement.Fact> all = new ArrayList<>();
    for (Fact fact : facts) {
      all.add(fact(fact));
    }
    return all;
  }

  private TypedStatement.Fact fact(Fact fact) {
    if (fact instanceof Fact.Markov markov) {
      if (markov.chain().size() < 3) {
        throw errors.misplaced(
            fact.span(), "a Markov chain has at least three parts", "write A -- B -- C");
      }
      return new TypedStatement.Fact.Markov(groups(markov.chain()), fact.span());
    } else if (fact instanceof Fact.Independent independent) {
      Optional<TypedExpr> given = independent.given().map(this::group);
      return new TypedStatement.Fact.Independent(groups(independent.groups()), given, fact.span());
    }
    if (fact instanceof Fact.SameLaw law) {
      TypedExpr right = isLaw(law.right()) ? expr(law.right()) : group(law.right());
      return new TypedStatement.Fact.SameLaw(group(law.left()), right, fact.span());
    } else if (fact instanceof Fact.Named named) {
      return new Properties(source, scope, provider, errors).type(named);
    }
    ClaimOf claim = ((Fact.Related) fact).claim();
    return related(claim);
  }

  /** Whether it is a law of the library with its parameters: {@code Normal(0, v)}. */
  private static boolean isLaw(Expr expr) {
    return expr instanceof Expr.Call call
        && Builtin.named(call.name())
            .filter(b -> b.result() == Type.LAW || b.result() == Type.CONTINUOUS_LAW)
            .isPresent();
  }

  /** {@code concave(f)}: a fact that has no relation. */
  private TypedStatement.Fact shaped(ClaimOf claim) {
    Expr said = claim.sides().get(0);
    if (said instanceof Expr.Call call
        && SHAPES.contains(call.name())
        && call.slots().size() == 1
        && call.slots().get(0).size() == 1
        && call.slots().get(0).get(0) instanceof Expr.Name function) {
      TypedExpr typed = expr(new Expr.Name(function.name(), function.span()));
      if (typed.type() != Type.FUNCTION) {
        throw errors.wrongKind(function.span(), "what has a shape", "a function", typed.type());
      }
      return new TypedStatement.Fact.Shaped(call.name(), function.name(), claim.span());
    }
    throw errors.misplaced(
        claim.span(),
        "this says nothing",
        "write a relation, as in `I(X; Y) = 0`, or a shape of a function: "
            + String.join(", ", SHAPES.stream().map(shape -> shape + "(f)").toList()));
  }

  private TypedStatement.Fact related(ClaimOf claim) {
    if (claim.relations().isEmpty()) {
      return shaped(claim);
    }
    Expr first = claim.sides().get(0);
    note(claim.sides());
    noteHorizon(claim.sides());
    boolean equation = claim.relations().equals(List.of("="));
    TypedExpr left = expr(first);
    if (equation && (left.type() == Type.VARIABLES || left.type() == Type.PROCESS)) {
      Expr right = claim.sides().get(1);
      if (right instanceof Expr.Binary || right instanceof Expr.Unary) {
        TypedExpr value = expr(right);
        if (value.type().isRandom()) {
          return new TypedStatement.Fact.Equation(group(first), value, claim.span());
        }
      }
      if (!(right instanceof Expr.Call call)
          || !call.separators().isEmpty()
          || call.slots().isEmpty()
          || scope.symbol(call.name()).isPresent()
          || Builtin.named(call.name()).isPresent()) {
        throw errors.functionalFact(right.span());
      }
      List<TypedExpr> arguments = groups(call.slots().get(0));
      return new TypedStatement.Fact.Function(group(first), arguments, claim.span());
    }
    TypedStatement.Claim relation = claim(claim);
    requireNoRate(relation);
    return new TypedStatement.Fact.Related(relation, claim.span());
  }

  /** A name that is compared with a number, and that nothing declares, is a horizon: n >= 2. */
  private void noteHorizon(List<Expr> sides) {
    boolean number = sides.stream().anyMatch(side -> side instanceof Expr.Number);
    for (Expr side : sides) {
      if (number
          && side instanceof Expr.Name name
          && scope.symbol(name.name()).isEmpty()
          && !provider.provide(name.name())) {
        horizons.add(name.name());
      }
    }
  }

  private List<TypedExpr> groups(List<Expr> exprs) {
    List<TypedExpr> all = new ArrayList<>();
    for (Expr expr : exprs) {
      all.add(group(expr));
    }
    return all;
  }

  private TypedExpr group(Expr expr) {
    TypedExpr typed = expr instanceof Expr.Name name ? variable(name) : expr(expr);
    boolean fits = typed.type().isRandom() || typed.type() == Type.ANY;
    if (!fits) {
      throw errors.wrongKind(expr.span(), "a part of this fact", "random variables", typed.type());
    }
    return typed;
  }

  private TypedExpr variable(Expr.Name name) {
    if (scope.symbol(name.name()).isEmpty()) {
      List<String> declared = scope.names(Symbol.Kind.VARIABLE, Symbol.Kind.PROCESS);
      throw errors.unknownVariable(name.span(), name.name(), declared);
    }
    return expr(name);
  }
}
