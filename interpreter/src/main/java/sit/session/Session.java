package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.eval.Purpose;
import sit.eval.Workspace;
import sit.limits.Limits;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.value.Result;

/** What was declared so far, and the one way a text goes through: parsed, typed, carried out. */
public final class Session {
  private final Settings settings;
  private final FileImports imports = new FileImports();
  private final Workspace workspace;

  public Session(Settings settings) {
    this.settings = settings;
    this.workspace = new Workspace(settings.unit(), imports);
  }

  /** Carries out a text. */
  public Answer run(Source source, Purpose purpose) {
    return run(source, purpose, new AtomicBoolean(), result -> {});
  }

  /**
   * Carries out a text.
   *
   * @param cancelled set from outside when the work is to stop
   * @param sink takes each result as soon as it is there
   * @throws sit.limits.LimitReached if the work was cancelled or a limit ended it; what was
   *     declared before stays
   */
  public Answer run(
      Source source, Purpose purpose, AtomicBoolean cancelled, Consumer<Result> sink) {
    imports.begin();
    Program program = Parser.parse(source);
    Workspace.Meaning meaning = workspace.type(program);
    if (!meaning.diagnostics().isEmpty()) {
      return new Answer(List.of(), meaning.diagnostics());
    }
    List<Result> results = new ArrayList<>();
    List<Diagnostic> wrong =
        workspace.run(
            meaning.statements(),
            source,
            limits(cancelled),
            settings.seed(),
            purpose,
            result -> {
              results.add(result);
              sink.accept(result);
            });
    return new Answer(results, wrong);
  }

  /**
   * What becomes of a text at a stage.
   *
   * @param cancelled set from outside when the work is to stop
   * @throws sit.limits.LimitReached if the work was cancelled or a limit ended it
   */
  public Answer show(Source source, Stage stage, AtomicBoolean cancelled, Consumer<Result> sink) {
    imports.begin();
    StageViewer viewer = new StageViewer(workspace, limits(cancelled), sink);
    return switch (stage) {
      case SYNTAX -> viewer.syntax(source);
      case TYPED -> viewer.typed(source);
      case TERM -> viewer.terms(source, false);
      case NORMAL -> viewer.terms(source, true);
      case CERTIFICATE -> run(source, Purpose.CHECK, cancelled, viewer::certificate);
    };
  }

  private Supplier<Limits> limits(AtomicBoolean cancelled) {
    return () -> Limits.start(settings.seconds(), settings.megabytes(), cancelled);
  }

  /**
   * Whether a text can be carried out as it stands, right or wrong; false where a statement goes
   * on.
   */
  public boolean isComplete(String text) {
    return !Parser.parse(new Source("<input>", text)).incomplete();
  }

  /** The library and what was declared. */
  public Workspace workspace() {
    return workspace;
  }
}
