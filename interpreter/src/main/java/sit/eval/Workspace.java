package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.syntax.Program;
import sit.typed.Imports;
import sit.typed.Signature;
import sit.typed.Type;
import sit.typed.TypeChecker;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Result;
import sit.value.Unit;

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

  /** A program whose statements have a meaning, or what is wrong with it. */
  public record Meaning(List<TypedStatement> statements, List<Diagnostic> diagnostics) {
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
    if (!diagnostics.isEmpty()) {
      return new Meaning(List.of(), diagnostics);
    }
    TypeChecker checker = new TypeChecker(program.source(), environment.scope(), library, imports);
    return new Meaning(checker.types(program), List.of());
  }

  /**
   * Carries statements out until one cannot be; a claim that cannot be judged keeps nothing from
   * the others.
   *
   * @param limits gives each claim and each value its limits
   * @param purpose what they are carried out for
   * @return what could not be carried out
   * @throws sit.limits.LimitReached where a limit ends the work
   */
  public List<Diagnostic> run(
      List<TypedStatement> statements,
      Source source,
      Supplier<Limits> limits,
      Seed seed,
      Purpose purpose,
      Consumer<Result> results) {
    Interpreter interpreter = new Interpreter(environment, library, limits, seed, results, purpose);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (TypedStatement statement : statements) {
      try {
        interpreter.run(statement, source);
      } catch (ReportedError error) {
        diagnostics.add(error.diagnostic());
        if (purpose != Purpose.CHECK || !isJudged(statement)) {
          break;
        }
      }
    }
    return diagnostics;
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
