package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Expr;

/** Gives an expression its meaning: names resolved, sugar gone, kinds and units checked. */
public final class ExprTyper {
  private final TypeErrors errors;
  private final Scope scope;
  private final Source source;
  private final Provider provider;
  private final boolean indices;
  private final Set<String> horizons;

  public ExprTyper(Source source, Scope scope, Provider provider) {
    this(source, scope, provider, false, Set.of());
  }

  /** With {@code indices}, a name that nothing declares is an index that ranges over all times. */
  private ExprTyper(
      Source source, Scope scope, Provider provider, boolean indices, Set<String> horizons) {
    this.errors = new TypeErrors(source);
    this.source = source;
    this.scope = scope;
    this.provider = provider;
    this.indices = indices;
    this.horizons = horizons;
  }

  /**
   * A name that is an index elsewhere, as n in {@code X^n}, may stand for its number: {@code n*R}.
   */
  ExprTyper(Source source, Scope scope, Provider provider, Set<String> horizons) {
    this(source, scope, provider, false, horizons);
  }

  ExprTyper in(Scope inner) {
    return new ExprTyper(source, inner, provider, indices, horizons);
  }

  private ExprTyper forIndices() {
    return new ExprTyper(source, scope, provider, true, horizons);
  }

  /**
   * The meaning of an expression.
   *
   * @throws sit.source.ReportedError where it has none
   */
  public TypedExpr type(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return new TypedExpr.Number(number.text(), number.span());
    } else if (expr instanceof Expr.Text text) {
      return new TypedExpr.Text(text.text(), text.span());
    } else if (expr instanceof Expr.Truth truth) {
      return new TypedExpr.Truth(truth.value(), truth.span());
    } else if (expr instanceof Expr.Name name) {
      return name(name);
    } else if (expr instanceof Expr.Call call) {
      return new CallTyper(this, scope, errors, provider).type(call);
    } else if (expr instanceof Expr.Mean mean) {
      return new DensityTyper(this, scope, errors).mean(mean);
    } else if (expr instanceof Expr.Index index) {
      return index(index);
    } else if (expr instanceof Expr.Tuple tuple) {
      return joint(types(tuple.items()), tuple.span());
    } else if (expr instanceof Expr.ListOf list) {
      return new TypedExpr.ListOf(types(list.items()), list.span());
    } else if (expr instanceof Expr.Each each) {
      return new ListTyper(this, scope, errors).each(each);
    } else if (expr instanceof Expr.SetOf set) {
      return new TypedExpr.ListOf(types(set.items()), set.span());
    } else if (expr instanceof Expr.Table table) {
      return table(table);
    } else if (expr instanceof Expr.Unary unary) {
      return new OperationTyper(errors, scope)
          .unary(unary.operator(), type(unary.operand()), unary.span());
    } else if (expr instanceof Expr.Binary binary) {
      return binary(binary);
    } else if (expr instanceof Expr.Range range) {
      return new TypedExpr.Range(type(range.from()), type(range.to()), range.span());
    } else if (expr instanceof Expr.Sum sum) {
      return sum(sum);
    } else if (expr instanceof Expr.Conditional choice) {
      List<TypedExpr> parts =
          List.of(type(choice.condition()), type(choice.then()), type(choice.otherwise()));
      return new OperationTyper(errors, scope).choice(parts, choice.span());
    } else if (expr instanceof Expr.Rate rate) {
      return new TypedExpr.Rate(
          type(
              rate.measure()
                  .ofPrefixes(TypedExpr.Rate.HORIZON, part -> type(part).type() == Type.PROCESS)),
          rate.span());
    } else if (expr instanceof Expr.Optimum optimum) {
      return optimum(optimum);
    }
    if (expr instanceof Expr.Dot) {
      throw errors.misplaced(
          expr.span(), "`.` has no meaning here", "it stands in a density: E[z ~ q(.|x)] [...]");
    }
    throw errors.misplaced(
        expr.span(),
        "`...` has no meaning here",
        "it stands in a pattern: define TC(X; ...) := ...");
  }

  List<TypedExpr> types(List<Expr> exprs) {
    List<TypedExpr> all = new ArrayList<>();
    for (Expr expr : exprs) {
      all.add(type(expr));
    }
    return all;
  }

  /**
   * The parts of a slot of a measure, where a name that is not declared was meant as a random
   * variable.
   */
  List<TypedExpr> parts(List<Expr> slot) {
    for (Expr part : slot) {
      if (part instanceof Expr.Name name
          && !indices
          && scope.symbol(name.name()).isEmpty()
          && !provider.provide(name.name())) {
        List<String> declared = scope.names(Symbol.Kind.VARIABLE, Symbol.Kind.PROCESS);
        throw errors.unknownVariable(name.span(), name.name(), declared);
      }
    }
    return types(slot);
  }

  private TypedExpr name(Expr.Name name) {
    Optional<Symbol> symbol = scope.symbol(name.name());
    if (symbol.isEmpty() && (indices || horizons.contains(name.name()))) {
      return new TypedExpr.FreeIndex(name.name(), name.span());
    }
    if (symbol.isEmpty() && provider.provide(name.name())) {
      symbol = scope.symbol(name.name());
    }
    if (symbol.isEmpty() && FreeNames.isConstant(name.name())) {
      return new TypedExpr.Reference(name.name(), Symbol.Kind.PARAMETER, Type.NUMBER, name.span());
    }
    if (symbol.isEmpty()) {
      throw errors.unknownName(name.span(), name.name(), scope.names());
    }
    Symbol known = symbol.get();
    if (known.kind() == Symbol.Kind.DENSITY) {
      return new DensityTyper(this, scope, errors).whole(name.name(), name.span());
    }
    if (known.arity() > 0) {
      return new TypedExpr.Reference(name.name(), known.kind(), Type.FUNCTION, name.span());
    }
    return new TypedExpr.Reference(name.name(), known.kind(), known.type(), name.span());
  }

  TypedExpr joint(List<TypedExpr> parts, Span span) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    boolean processes = parts.stream().allMatch(p -> p.type() == Type.PROCESS);
    boolean variables = parts.stream().allMatch(p -> p.type().isRandom());
    boolean outcomes = parts.stream().allMatch(p -> p.type() == Type.OUTCOMES);
    Type type = processes ? Type.PROCESS : variables ? Type.VARIABLES : Type.ANY;
    boolean sequences = parts.stream().allMatch(p -> p.type() == Type.OUTCOME_PROCESS);
    type = outcomes ? Type.OUTCOMES : sequences ? Type.OUTCOME_PROCESS : type;
    return new TypedExpr.Joint(parts, type, span);
  }

  private TypedExpr index(Expr.Index index) {
    if (index.base() instanceof Expr.Name name && scope.symbol(name.name()).isEmpty()) {
      if (name.name().equals("E") || name.name().equals("Var")) {
        return moment(index, name.name());
      } else if (name.name().equals("Cov") && index.arguments().size() == 2) {
        return covariance(index);
      }
    }
    TypedExpr base = type(index.base());
    ListTyper lists = new ListTyper(this, scope, errors);
    if (lists.isIndexed(base, index)) {
      return lists.index(base, index);
    }
    if (index.arguments().size() != 1 || index.given().isPresent()) {
      throw errors.badIndex(index.span());
    }
    Expr argument = index.arguments().get(0);
    if (base.type() == Type.VARIABLES || base.type() == Type.NUMBER) {
      throw errors.notProcess(index.base().span(), base.type());
    }
    if (argument instanceof Expr.Range range) {
      return new TypedExpr.Slice(base, at(range.from()), at(range.to()), index.span());
    }
    Type type =
        switch (base.type()) {
          case PROCESS -> Type.VARIABLES;
          case OUTCOME_PROCESS -> Type.OUTCOMES;
          default -> Type.ANY;
        };
    if (base.type() == Type.SEQUENCE && argument instanceof Expr.Range) {
      throw errors.badIndex(index.span());
    }
    return new TypedExpr.Select(base, at(argument), type, index.span());
  }

  /** An index: names that are not declared stand for every time. */
  TypedExpr at(Expr expr) {
    TypedExpr typed = forIndices().type(expr);
    if (typed.type() != Type.NUMBER && typed.type() != Type.ANY) {
      throw errors.wrongKind(expr.span(), "an index", "a whole number", typed.type());
    }
    return typed;
  }

  private TypedExpr moment(Expr.Index index, String name) {
    if (index.arguments().size() != 1) {
      throw errors.badIndex(index.span());
    }
    TypedExpr value = type(index.arguments().get(0));
    Optional<TypedExpr> given = index.given().map(this::type);
    TypedExpr mean = new TypedExpr.Expectation(value, given, index.span());
    if (name.equals("E")) {
      return mean;
    }
    OperationTyper operations = new OperationTyper(errors, scope);
    TypedExpr square = operations.binary("*", value, value, index.span());
    TypedExpr second = new TypedExpr.Expectation(square, given, index.span());
    TypedExpr meanSquared = operations.binary("*", mean, mean, index.span());
    return operations.binary("-", second, meanSquared, index.span());
  }

  /** {@code E[X Y] - E[X] E[Y]}. */
  private TypedExpr covariance(Expr.Index index) {
    List<TypedExpr> values = types(index.arguments());
    Optional<TypedExpr> given = index.given().map(this::type);
    OperationTyper operations = new OperationTyper(errors, scope);
    TypedExpr product = operations.binary("*", values.get(0), values.get(1), index.span());
    TypedExpr both = new TypedExpr.Expectation(product, given, index.span());
    TypedExpr first = new TypedExpr.Expectation(values.get(0), given, index.span());
    TypedExpr second = new TypedExpr.Expectation(values.get(1), given, index.span());
    TypedExpr apart = operations.binary("*", first, second, index.span());
    return operations.binary("-", both, apart, index.span());
  }

  private TypedExpr table(Expr.Table table) {
    List<TypedExpr.Entry> entries = new ArrayList<>();
    for (Expr.Entry entry : table.entries()) {
      entries.add(new TypedExpr.Entry(type(entry.key()), type(entry.value())));
    }
    return new TypedExpr.Table(entries, table.span());
  }

  private TypedExpr binary(Expr.Binary binary) {
    TypedExpr left = type(binary.left());
    if (binary.operator().equals("^")) {
      if (left.type().isProcess()) {
        TypedExpr one = new TypedExpr.Number("1", binary.left().span());
        return new TypedExpr.Slice(left, one, at(binary.right()), binary.span());
      }
      boolean open = left.type() == Type.ANY;
      TypedExpr exponent = open ? at(binary.right()) : type(binary.right());
      return new OperationTyper(errors, scope).binary("^", left, exponent, binary.span());
    }
    TypedExpr right = type(binary.right());
    return new OperationTyper(errors, scope).binary(binary.operator(), left, right, binary.span());
  }

  private TypedExpr sum(Expr.Sum sum) {
    Scope inner = scope.inner();
    if (!sum.adds()) {
      return root(sum, inner);
    }
    if (sum.domain() instanceof Expr.Range range) {
      TypedExpr from = at(range.from());
      TypedExpr to = at(range.to());
      inner.declare(new Symbol(sum.binder(), Symbol.Kind.VALUE, 0, Type.NUMBER));
      TypedExpr body = in(inner).type(sum.body());
      scalar(body, "what is summed");
      return new TypedExpr.SumOver(sum.binder(), from, to, body, body.type(), sum.span());
    }
    TypedExpr list = type(sum.domain());
    new ListTyper(this, scope, errors).requireList(list, "what a sum runs over");
    inner.declare(new Symbol(sum.binder(), Symbol.Kind.VALUE, 0, Type.ANY));
    TypedExpr body = in(inner).type(sum.body());
    scalar(body, "what is summed");
    return new TypedExpr.SumIn(sum.binder(), list, body, body.type(), sum.span());
  }

  private TypedExpr root(Expr.Sum root, Scope inner) {
    if (!(root.domain() instanceof Expr.Range range)) {
      TypedExpr domain = type(root.domain());
      String what = "where a root is looked for";
      throw errors.wrongKind(domain.span(), what, "a range such as 0..1", domain.type());
    }
    inner.declare(new Symbol(root.binder(), Symbol.Kind.VALUE, 0, Type.NUMBER));
    TypedExpr body = in(inner).type(root.body());
    scalar(body, "what is to be zero");
    return new TypedExpr.Root(
        root.binder(), type(range.from()), type(range.to()), body, root.span());
  }

  private void scalar(TypedExpr expr, String what) {
    boolean fits = expr.type().isScalar() || expr.type().isRandom() || expr.type() == Type.LIST;
    if (!fits) {
      throw errors.wrongKind(expr.span(), what, "a number", expr.type());
    }
  }

  private TypedExpr optimum(Expr.Optimum optimum) {
    Optional<TypedExpr> under = optimum.under().map(this::type);
    if (under.isPresent() && !optimum.argument()) {
      throw errors.misplaced(
          optimum.span(),
          "a value is taken under a law, not under an optimum",
          "write `argmax` or `argmin`, which is the law: P(X = 1) under argmax I(X; Y) over p(X)");
    }
    TypedExpr objective = type(optimum.objective());
    Expr.Call law = optimum.law();
    if (!law.name().equals(DensityTyper.LAW) || law.slots().isEmpty()) {
      throw errors.misplaced(
          law.span(),
          "an optimum is taken over a law of random variables",
          "write `over p(X)`, `over p(Y | X)` or `over p(Y^n || X^n)`");
    }
    TypedExpr.DensityAt over = new DensityTyper(this, scope, errors).law(law);
    List<TypedExpr.Constraint> constraints = new ArrayList<>();
    for (Expr.Binary bound : optimum.constraints()) {
      TypedExpr left = type(bound.left());
      TypedExpr right = type(bound.right());
      scalar(left, "what is bounded");
      scalar(right, "a bound");
      constraints.add(new TypedExpr.Constraint(left, bound.operator(), right, bound.span()));
    }
    return new TypedExpr.Optimum(
        optimum.maximum(), optimum.argument(), under, objective, over, constraints, optimum.span());
  }
}
