package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Expr;
import sit.syntax.Program;
import sit.syntax.Statement;
import sit.syntax.Statement.Item;

/**
 * Gives the statements of a text their meaning and declares their names; goes on after an error to
 * find the others.
 */
public final class TypeChecker {
  private final Source source;
  private final Scope scope;
  private final Provider provider;
  private final Imports imports;
  private final TypeErrors errors;
  private final FactTyper facts;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  public TypeChecker(Source source, Scope scope, Provider provider, Imports imports) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
    this.imports = imports;
    this.errors = new TypeErrors(source);
    this.facts = new FactTyper(source, scope, provider);
  }

  /** What was wrong, in the order in which it was met. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The statements of a text that have a meaning. */
  public List<TypedStatement> types(Program program) {
    List<TypedStatement> all = new ArrayList<>();
    for (Statement statement : program.statements()) {
      type(statement).ifPresent(all::add);
    }
    return all;
  }

  private Optional<TypedStatement> type(Statement statement) {
    try {
      return Optional.of(meaning(statement));
    } catch (ReportedError error) {
      diagnostics.add(error.diagnostic());
      declareUnread(statement);
      return Optional.empty();
    }
  }

  /** Names whose declaration is wrong are known all the same: their uses are no further errors. */
  private void declareUnread(Statement statement) {
    if (statement instanceof Statement.Law law) {
      law.targets().forEach(this::declareUnread);
    } else if (statement instanceof Statement.FunctionOf function) {
      declareUnread(function.target());
    } else if (statement instanceof Statement.Let let && scope.symbol(let.name()).isEmpty()) {
      Symbol.Kind kind = let.parameters().isEmpty() ? Symbol.Kind.VALUE : Symbol.Kind.FUNCTION;
      scope.declare(new Symbol(let.name(), kind, let.parameters().size(), Type.ANY));
    }
  }

  private void declareUnread(Statement.Target target) {
    if (scope.symbol(target.name()).isEmpty()) {
      boolean letter = target.index().isPresent();
      scope.declare(
          letter
              ? new Symbol(target.name(), Symbol.Kind.PROCESS, 0, Type.PROCESS)
              : new Symbol(target.name(), Symbol.Kind.VARIABLE, 0, Type.VARIABLES));
    }
  }

  private TypedExpr expr(Expr expr) {
    return new ExprTyper(source, scope, provider).type(expr);
  }

  private TypedStatement meaning(Statement statement) {
    Span span = statement.span();
    if (statement instanceof Statement.Let let) {
      return let(let);
    } else if (statement instanceof Statement.Param param) {
      return new ParamTyper(source, scope, provider).type(param);
    } else if (statement instanceof Statement.Abstract rv) {
      List<TypedStatement.Target> targets = declare(rv.targets());
      if (rv.real()) {
        declareContinuous(targets);
      }
      Optional<TypedExpr> alphabet = rv.alphabet().map(this::expr);
      return new TypedStatement.Abstract(targets, alphabet, rv.real(), span);
    } else if (statement instanceof Statement.Sampled sampled) {
      return new SourceTyper(source, scope, provider).type(sampled);
    } else if (statement instanceof Statement.Law law) {
      return law(law);
    } else if (statement instanceof Statement.FunctionOf function) {
      TypedExpr body = expr(function.body());
      Type type = body.type();
      if (!type.isScalar() && !type.isRandom() && type != Type.TRUTH && type != Type.TEXT) {
        throw errors.wrongKind(
            function.body().span(),
            "the value of a random variable",
            "a function of variables",
            type);
      }
      boolean continuous =
          OperationTyper.isArithmetic(body)
              && new Sorts(scope).continuous(function.body()).isPresent();
      TypedStatement.Target target = declare(List.of(function.target())).get(0);
      if (continuous) {
        declareContinuous(List.of(target));
      }
      return new TypedStatement.FunctionOf(target, body, span);
    } else if (statement instanceof Statement.Processes processes) {
      List<String> names = new ArrayList<>();
      for (Statement.Name name : processes.names()) {
        Symbol symbol = new Symbol(name.name(), Symbol.Kind.PROCESS, 0, Type.PROCESS);
        scope.declare(symbol);
        if (processes.real()) {
          scope.declareContinuous(symbol);
        }
        names.add(name.name());
      }
      return new TypedStatement.Processes(names, processes.real(), span);
    } else if (statement instanceof Statement.Densities densities) {
      List<TypedStatement.DensityOf> all = new ArrayList<>();
      DensityTyper typer = new DensityTyper(new ExprTyper(source, scope, provider), scope, errors);
      densities.densities().forEach(density -> all.add(typer.declare(density)));
      return new TypedStatement.Densities(all, span);
    } else if (statement instanceof Statement.ProcessLaw process) {
      return new ProcessTyper(source, scope, provider).type(process);
    } else if (statement instanceof Statement.Assume assume) {
      return new TypedStatement.Assume(facts.facts(assume.facts()), span);
    } else if (statement instanceof Statement.Define define) {
      return define(define);
    } else if (statement instanceof Statement.Holds holds) {
      FactTyper inner =
          new FactTyper(
              source, FreeNames.in(holds.claim(), scope, Set.of()).declare(scope), provider);
      return new TypedStatement.Holds(inner.claim(holds.claim()), span);
    }
    return command(statement);
  }

  private TypedStatement command(Statement statement) {
    Span span = statement.span();
    if (statement instanceof Statement.Show show) {
      Scope inner = FreeNames.undeclared(show.expression(), scope, provider).declare(scope);
      TypedExpr shown = new ExprTyper(source, inner, provider).type(show.expression());
      return new TypedStatement.Show(show.form(), shown, show.to(), show.using(), span);
    } else if (statement instanceof Statement.Check check) {
      return new TypedStatement.Check(facts.claim(check.claim()), span);
    } else if (statement instanceof Statement.Plot plot) {
      return new PlotTyper(source, scope, provider).type(plot);
    } else if (statement instanceof Statement.Derivation derivation) {
      return derivation(derivation);
    } else if (statement instanceof Statement.Rule rule) {
      return rule(rule);
    } else if (statement instanceof Statement.Property property) {
      return new Properties(source, scope, provider, errors).define(property);
    } else if (statement instanceof Statement.Import imported) {
      return imported(imported);
    } else if (statement instanceof Statement.UnitOf unit) {
      Type type =
          switch (unit.unit()) {
            case "bit", "bits" -> Type.BITS;
            case "nat", "nats" -> Type.NATS;
            default -> throw errors.unknownUnit(span, unit.unit());
          };
      scope.unit(type);
      return new TypedStatement.UnitOf(type, span);
    }
    Statement.Evaluate evaluate = (Statement.Evaluate) statement;
    List<TypedExpr> all = new ArrayList<>();
    for (Expr expr : evaluate.expressions()) {
      all.add(expr(expr));
    }
    return new TypedStatement.Evaluate(all, span);
  }

  private TypedStatement let(Statement.Let let) {
    if (let.parameters().isEmpty()) {
      TypedExpr body = expr(let.body());
      requireOutcome(let);
      Optional<Dimensions> known = new DimensionTyper(source, scope).of(body);
      Symbol symbol = new Symbol(let.name(), Symbol.Kind.VALUE, 0, body.type());
      scope.declare(symbol);
      known.ifPresent(dimensions -> scope.declare(symbol, dimensions));
      return new TypedStatement.Let(let.name(), List.of(), body, let.doc(), let.span());
    }
    int arity = let.parameters().size();
    if (Builtin.named(let.name()).isPresent()) {
      throw errors.reserved(let.nameSpan(), let.name());
    }
    scope.declare(new Symbol(let.name(), Symbol.Kind.FUNCTION, arity, Type.ANY));
    Scope inner = scope.inner();
    for (String parameter : let.parameters()) {
      inner.declare(new Symbol(parameter, Symbol.Kind.VALUE, 0, Type.ANY));
    }
    TypedExpr body = new ExprTyper(source, inner, provider).type(let.body());
    scope.declare(new Symbol(let.name(), Symbol.Kind.FUNCTION, arity, body.type()));
    return new TypedStatement.Let(let.name(), let.parameters(), body, let.doc(), let.span());
  }

  /** A letter that is given a value must be one of a sequence of outcomes. */
  private void requireOutcome(Statement.Let let) {
    int bracket = let.name().indexOf('[');
    if (bracket > 0) {
      Type type = scope.symbol(let.name().substring(0, bracket)).map(Symbol::type).orElse(Type.ANY);
      if (type != Type.OUTCOME_PROCESS) {
        throw errors.wrongKind(
            let.nameSpan(), "what has a letter with a value", "a sequence of outcomes", type);
      }
    }
  }

  private TypedStatement law(Statement.Law law) {
    List<TypedExpr> given = new ArrayList<>();
    for (Expr expr : law.given()) {
      TypedExpr typed = expr(expr);
      if (typed.type() != Type.VARIABLES && typed.type() != Type.ANY) {
        throw errors.wrongKind(
            expr.span(), "what a law is given", "random variables", typed.type());
      }
      given.add(typed);
    }
    TypedExpr body = expr(law.law());
    boolean dense = body.type() == Type.CONTINUOUS_LAW;
    boolean fits = dense || List.of(Type.LAW, Type.LIST, Type.MAP, Type.ANY).contains(body.type());
    if (!fits) {
      throw errors.wrongKind(law.law().span(), "what follows `~`", "a law", body.type());
    }
    List<TypedStatement.Target> targets = declare(law.targets());
    if (dense) {
      declareContinuous(targets);
    }
    return new TypedStatement.Law(targets, given, body, law.span());
  }

  private void declareContinuous(List<TypedStatement.Target> targets) {
    targets.forEach(t -> scope.declareContinuous(scope.symbol(t.name()).orElseThrow()));
  }

  private List<TypedStatement.Target> declare(List<Statement.Target> targets) {
    List<TypedStatement.Target> all = new ArrayList<>();
    for (Statement.Target target : targets) {
      Optional<TypedExpr> index = target.index().map(this::expr);
      boolean letter = index.isPresent();
      Symbol.Kind kind = letter ? Symbol.Kind.PROCESS : Symbol.Kind.VARIABLE;
      Type type = letter ? Type.PROCESS : Type.VARIABLES;
      scope.declare(new Symbol(target.name(), kind, 0, type));
      all.add(new TypedStatement.Target(target.name(), index, target.span()));
    }
    return all;
  }

  private TypedStatement define(Statement.Define define) {
    String name = define.pattern().name();
    boolean primitive =
        name.equals("H") && define.pattern().separators().isEmpty()
            || name.equals("D") && define.pattern().separators().equals(List.of("||"));
    if (primitive) {
      throw errors.reserved(define.pattern().nameSpan(), name);
    }
    Scope inner = scope.inner();
    List<Signature.Slot> slots = new PatternTyper(errors, inner).slots(define.pattern());
    TypedExpr body = new ExprTyper(source, inner, provider).type(define.body());
    Shape shape = Shape.ofPattern(define.pattern());
    Signature signature = new Signature(shape, slots, body, define.doc(), define.span());
    scope.define(signature);
    return new TypedStatement.Define(signature, define.span());
  }

  private TypedStatement rule(Statement.Rule rule) {
    List<TypedStatement.Claim> schemas = new ArrayList<>();
    Scope around = scope.inner();
    TypeChecker inside = new TypeChecker(source, around, provider, imports);
    List<TypedStatement> given = new ArrayList<>();
    Set<String> scalars = new TreeSet<>();
    for (Statement statement : rule.given()) {
      given.add(inside.meaning(statement));
      if (statement instanceof Statement.Param param) {
        param.names().forEach(name -> scalars.add(name.name()));
      }
    }
    for (Statement.ClaimOf schema : rule.schemas()) {
      Scope inner = FreeNames.in(schema, around, scalars).declare(around);
      FactTyper typer = new FactTyper(source, inner, provider);
      TypedStatement.Claim said = typer.claim(schema);
      typer.requireNoRate(said);
      schemas.add(said);
    }
    return new TypedStatement.Rule(
        rule.axiom(), rule.name(), given, schemas, rule.doc(), rule.span());
  }

  private TypedStatement derivation(Statement.Derivation derivation) {
    Scope inner = scope.inner();
    TypeChecker inside = new TypeChecker(source, inner, provider, imports);
    List<TypedStatement> givens = new ArrayList<>();
    List<TypedStatement.Chain> chains = new ArrayList<>();
    Optional<TypedStatement.Claim> claim = Optional.empty();
    derivation.items().forEach(inside::note);
    for (Item item : derivation.items()) {
      try {
        if (item instanceof Item.Given given) {
          givens.add(inside.meaning(given.statement()));
        } else if (item instanceof Item.Claimed claimed) {
          if (claim.isPresent()) {
            throw errors.misplaced(item.span(), "a second claim", "a derivation has one claim");
          }
          claim = Optional.of(inside.facts.claim(claimed.claim()));
        } else if (item instanceof Item.Chain chain) {
          chains.add(new ChainTyper(inside.facts, errors).chain(chain, derivation.items()));
        }
      } catch (ReportedError error) {
        diagnostics.add(error.diagnostic());
      }
    }
    if (derivation.lemma() && claim.isEmpty()) {
      throw errors.misplaced(
          derivation.nameSpan(), "a lemma without a claim", "add a line: claim I(X; Y) >= 0");
    }
    if (claim.isEmpty() && chains.isEmpty()) {
      throw errors.misplaced(
          derivation.nameSpan(),
          "a derivation without steps",
          "write the first expression, then a line for each step: `= ... by ...`");
    }
    return new TypedStatement.Derivation(
        derivation.lemma(),
        derivation.name(),
        givens,
        claim,
        chains,
        derivation.doc(),
        derivation.span());
  }

  private void note(Item item) {
    if (item instanceof Item.Claimed claimed) {
      facts.note(claimed.claim().sides());
    } else if (item instanceof Item.Chain chain) {
      facts.note(List.of(chain.first()));
      for (Statement.Step step : chain.steps()) {
        if (!(step.next() instanceof Expr.Ellipsis)) {
          facts.note(List.of(step.next()));
        }
      }
    }
  }

  private TypedStatement imported(Statement.Import imported) {
    Program program = imports.read(imported.path(), source, imported.span());
    diagnostics.addAll(program.diagnostics());
    TypeChecker inside = new TypeChecker(program.source(), scope, provider, imports);
    List<TypedStatement> statements = inside.types(program);
    diagnostics.addAll(inside.diagnostics());
    return new TypedStatement.Import(program.source(), statements, imported.span());
  }
}
