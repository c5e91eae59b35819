package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.limits.Limits;
import sit.limits.Progress;
import sit.limits.Seed;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.syntax.Program;
import sit.syntax.Statement;
import sit.typed.Imports;
import sit.typed.Scope;
import sit.typed.Signature;
import sit.typed.Symbol;
import sit.typed.Type;
import sit.typed.TypeChecker;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Result;
import sit.value.Unit;
import sit.value.Value;

/** The library and everything a session has declared on top of it. */
public final class Workspace {
  private final Library library = new Library();
  private final Environment environment;
  private final Imports imports;

  public Workspace(Unit unit, Imports imports) {
    this.environment = library.environment().inner(library.environment().scope().inner());
    this.environment.unit(unit);
    this.imports = imports;
  }

  /**
   * A program whose statements have a meaning, or what is wrong with it.
   *
   * @param before the names that were known before its own
   */
  public record Meaning(
      Program program,
      Scope before,
      List<TypedStatement> statements,
      List<Diagnostic> diagnostics) {
    public Meaning {
      statements = List.copyOf(statements);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Types a program; names are declared here only if all of it has a meaning. */
  public Meaning type(Program program) {
    // a text that was stopped may have left another unit than the one its last statement names
    environment.scope().unit(environment.unit() == Unit.NAT ? Type.NATS : Type.BITS);
    TypeChecker trial =
        new TypeChecker(program.source(), environment.scope().inner(), library, imports);
    trial.types(program);
    List<Diagnostic> diagnostics = new ArrayList<>(program.diagnostics());
    diagnostics.addAll(trial.diagnostics());
    Scope before = environment.scope().copy();
    return diagnostics.isEmpty()
        ? new Meaning(program, before, declare(program), List.of())
        : new Meaning(program, before, List.of(), diagnostics);
  }

  private List<TypedStatement> declare(Program program) {
    return new TypeChecker(program.source(), environment.scope(), library, imports).types(program);
  }

  /**
   * Carries statements out until one cannot be; a claim that cannot be judged keeps nothing from
   * the others. Names that were not come to are not declared.
   *
   * @param limits gives each claim and each value its limits
   * @param purpose what they are carried out for
   * @param done takes each statement that was carried out
   * @return what could not be carried out
   * @throws sit.limits.LimitReached where a limit ends the work
   */
  public List<Diagnostic> run(
      Meaning meaning,
      Supplier<Limits> limits,
      Seed seed,
      Purpose purpose,
      Consumer<Result> results,
      Consumer<TypedStatement> done) {
    Interpreter interpreter = new Interpreter(environment, library, limits, seed, results, purpose);
    List<TypedStatement> carriedOut = new ArrayList<>();
    try {
      return run(
          meaning,
          interpreter,
          limits,
          purpose,
          statement -> {
            carriedOut.add(statement);
            done.accept(statement);
          });
    } finally {
      if (carriedOut.size() < meaning.statements().size()) {
        environment.scope().restore(meaning.before());
        Program program = meaning.program();
        List<Statement> first = program.statements().subList(0, carriedOut.size());
        declare(new Program(program.source(), first, List.of(), false));
      }
    }
  }

  private List<Diagnostic> run(
      Meaning meaning,
      Interpreter interpreter,
      Supplier<Limits> limits,
      Purpose purpose,
      Consumer<TypedStatement> done) {
    List<TypedStatement> statements = meaning.statements();
    Source source = meaning.program().source();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Progress progress = limits.get().progress();
    progress.begin(statements.stream().mapToLong(Workspace::steps).sum());
    for (TypedStatement statement : statements) {
      limits.get().check();
      progress.at("line " + source.line(statement.span().start()));
      try {
        interpreter.run(statement, source);
      } catch (ReportedError error) {
        diagnostics.add(error.diagnostic());
        if (purpose != Purpose.CHECK || !isJudged(statement)) {
          break;
        }
      }
      done.accept(statement);
      progress.step();
    }
    return diagnostics;
  }

  /** How many steps of work a statement is: a derivation tells each of its own. */
  private static long steps(TypedStatement statement) {
    long steps = 1;
    if (statement instanceof TypedStatement.Derivation derivation) {
      for (TypedStatement.Chain chain : derivation.chains()) {
        steps += chain.steps().size();
      }
    }
    return steps;
  }

  /** Whether a statement declares nothing that others need. */
  private static boolean isJudged(TypedStatement statement) {
    return statement instanceof TypedStatement.Check
        || statement instanceof TypedStatement.Derivation;
  }

  /**
   * Shows the term or the normal form of every expression that statements are about.
   *
   * @return what stopped it, if anything did
   * @throws sit.limits.LimitReached where a limit ends the work
   */
  public Optional<Diagnostic> show(
      List<TypedStatement> statements,
      Source source,
      Supplier<Limits> limits,
      boolean normal,
      Consumer<Result> results) {
    Stages stages = new Stages(environment, library, limits, normal, results);
    try {
      for (TypedStatement statement : statements) {
        stages.show(statement, source);
      }
      return Optional.empty();
    } catch (ReportedError error) {
      return Optional.of(error.diagnostic());
    }
  }

  /** The expressions that a statement is about; none of a declaration. */
  public List<TypedExpr> expressions(TypedStatement statement) {
    return Stages.expressions(statement);
  }

  /**
   * A fact that was assumed.
   *
   * @param text as it was written
   * @param names those it speaks of
   */
  public record Known(String text, Set<String> names) {
    public Known {
      names = Set.copyOf(names);
    }
  }

  /** What was assumed and still counts, in order. */
  public List<Known> facts() {
    List<Known> known = new ArrayList<>();
    for (Environment.Stated stated : environment.visibleFacts()) {
      String text = stated.source().phrase(stated.fact().span());
      known.add(new Known(text, Names.in(stated.fact())));
    }
    return known;
  }

  /**
   * Takes a fact back.
   *
   * @param place in the order of {@link #facts}, from 0
   */
  public void drop(int place) {
    environment.drop(environment.visibleFacts().get(place));
  }

  /** Ends an input: what it answered has a number from here on. */
  public void endInput() {
    environment.recall().next();
  }

  /** How many inputs there were. */
  public int inputs() {
    return environment.recall().inputs();
  }

  /** Every answer that can still be named, as {@code out[3] = 1 bit}. */
  public List<String> answers() {
    return environment.recall().lines();
  }

  /** The unit in which information is given. */
  public Unit unit() {
    return environment.unit();
  }

  /** The names of variables, processes, values, functions and scalars that were declared. */
  public List<String> names() {
    return environment.scope().names();
  }

  /** What a name was declared to be. */
  public Optional<Symbol> symbol(String name) {
    return environment.scope().symbol(name);
  }

  public Optional<Value> value(String name) {
    return environment.value(name);
  }

  /** The names of the measures that were defined, and of all the library has of its own. */
  public Set<String> measureNames() {
    Set<String> names = new LinkedHashSet<>(library.functionNames());
    environment.scope().measures().forEach(measure -> names.add(measure.shape().name()));
    return names;
  }

  /** The names of all rules and lemmas that a step can cite. */
  public Set<String> ruleNames() {
    Set<String> names = new LinkedHashSet<>(library.ruleNames());
    names.addAll(environment.ruleNames());
    return names;
  }

  /** The measures that a name has, with those of the library. */
  public List<Signature> measures(String name) {
    library.provide(name);
    return environment.scope().measures().stream()
        .filter(m -> m.shape().name().equals(name))
        .toList();
  }

  /** The text a measure is defined in. */
  public Source sourceOf(Signature signature) {
    return environment.sourceOf(signature.shape());
  }

  /** The files of the library, in load order. */
  public List<Source> libraryFiles() {
    return library.files();
  }
}
