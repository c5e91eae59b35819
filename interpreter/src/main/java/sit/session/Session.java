package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.eval.Purpose;
import sit.eval.Workspace;
import sit.limits.Limits;
import sit.limits.Progress;
import sit.render.Rendering;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.source.Spelling;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.typed.Builtin;
import sit.value.Judgement;
import sit.value.Plot;
import sit.value.Result;

/** What was declared so far, and the one way a text goes through: parsed, typed, carried out. */
public final class Session {
  private final FileImports imports = new FileImports();
  private final Workspace workspace;
  private final Declared declared = new Declared();
  private Settings settings;
  private Documentation library;
  private List<Result> lastAnswers = List.of();
  private Judgement lastVerdict;
  private Plot lastPlot;
  private final Progress progress = new Progress();
  private volatile AtomicBoolean running;

  public Session(Settings settings) {
    this.settings = settings;
    this.workspace = new Workspace(settings.unit(), imports);
  }

  /** Carries out a text. */
  public Answer run(Source source, Purpose purpose) {
    return run(source, purpose, new AtomicBoolean(), result -> {});
  }

  /**
   * Carries out a text until it ends or {@link #interrupt} is called.
   *
   * @param sink takes each result as soon as it is there
   * @throws sit.limits.LimitReached if the work was cancelled or a limit ended it; what was
   *     declared before stays
   */
  public Answer run(Source source, Purpose purpose, Consumer<Result> sink) {
    return run(source, purpose, new AtomicBoolean(), sink);
  }

  /** How far what runs has come, to be read from another thread. */
  public Progress progress() {
    return progress;
  }

  /** Stops what is running, from another thread; where nothing runs nothing happens. */
  public void interrupt() {
    AtomicBoolean current = running;
    if (current != null) {
      current.set(true);
    }
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
    progress.begin(0);
    running = cancelled;
    try {
      return carryOut(source, purpose, cancelled, sink);
    } finally {
      running = null;
      if (purpose == Purpose.PROMPT) {
        workspace.endInput();
      }
    }
  }

  private Answer carryOut(
      Source source, Purpose purpose, AtomicBoolean cancelled, Consumer<Result> sink) {
    Program program = Parser.parse(source, reading(cancelled));
    Workspace.Meaning meaning = workspace.type(program);
    if (!meaning.diagnostics().isEmpty()) {
      return new Answer(List.of(), meaning.diagnostics());
    }
    List<Result> results = new ArrayList<>();
    List<Diagnostic> wrong =
        workspace.run(
            meaning,
            limits(cancelled),
            settings.seed(),
            purpose,
            result -> {
              results.add(result);
              if (purpose == Purpose.PROMPT) {
                note(result);
              }
              sink.accept(result);
            },
            statement -> {
              if (purpose == Purpose.PROMPT) {
                declared.note(List.of(statement), source);
              }
            });
    if (purpose == Purpose.PROMPT && !results.isEmpty()) {
      lastAnswers = List.copyOf(results);
    }
    return new Answer(results, wrong);
  }

  private void note(Result result) {
    if (result instanceof Result.Judged judged) {
      lastVerdict = judged.judgement();
    } else if (result instanceof Result.Evaluated drawn && drawn.value() instanceof Plot plot) {
      lastPlot = plot;
    }
  }

  /** What the last text that answered something at the prompt answered. */
  public List<Result> lastAnswers() {
    return lastAnswers;
  }

  /** The last verdict at the prompt; of a derivation the one on the whole. */
  public Optional<Judgement> lastVerdict() {
    return Optional.ofNullable(lastVerdict);
  }

  /** The last plot at the prompt. */
  public Optional<Plot> lastPlot() {
    return Optional.ofNullable(lastPlot);
  }

  /** What becomes of a text at a stage, until {@link #interrupt} is called. */
  public Answer show(Source source, Stage stage, Consumer<Result> sink) {
    AtomicBoolean cancelled = new AtomicBoolean();
    running = cancelled;
    try {
      return show(source, stage, cancelled, sink);
    } finally {
      running = null;
    }
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

  /** What reading a text may take: it is not limited in time, but can be cancelled. */
  private Limits reading(AtomicBoolean cancelled) {
    return Limits.start(Double.POSITIVE_INFINITY, settings.megabytes(), cancelled);
  }

  private Supplier<Limits> limits(AtomicBoolean cancelled) {
    return () -> Limits.start(settings.seconds(), settings.megabytes(), cancelled, progress);
  }

  /**
   * Whether a text can be carried out as it stands, right or wrong; false where a statement goes
   * on.
   */
  public boolean isComplete(String text) {
    return !Parser.parse(new Source("<input>", text)).incomplete();
  }

  /**
   * What may stand at a place in a text that is being written.
   *
   * @param cursor an offset in it
   */
  public Completions complete(String code, int cursor) {
    return Completer.complete(workspace, documentation(), new Cursor(code, cursor));
  }

  /**
   * What the name at a place means, or the call that the place stands in.
   *
   * @param cursor an offset in the text
   * @param detail 0 for what it is and an example, more for its definition too
   * @return empty where there is no name, or none that is known
   */
  public Optional<Rendering> describe(String code, int cursor, int detail) {
    return describer(code, cursor).describe(detail > 0);
  }

  /** The forms that the call at a place may have, on one line; empty where there is no call. */
  public String hint(String code, int cursor) {
    return describer(code, cursor).hint();
  }

  private Describer describer(String code, int cursor) {
    return new Describer(workspace, documentation(), declared, new Cursor(code, cursor));
  }

  /** Every name that begins so and that {@link #describe} knows, in alphabetical order. */
  public List<String> names(String begun) {
    return Completer.names(workspace, documentation(), begun);
  }

  /** The known name that was probably meant. */
  public Optional<String> closest(String name) {
    List<String> known = new ArrayList<>(workspace.names());
    known.addAll(Builtin.words());
    for (Keyword keyword : Keyword.values()) {
      known.add(keyword.word());
    }
    Optional<String> own = Spelling.closest(name, known);
    return own.isPresent() ? own : documentation().closest(name);
  }

  /** The statements by which the names that are known here were declared, in order. */
  public List<String> declarations() {
    return declared.all();
  }

  /** The statement by which a name was declared here, if it was. */
  public Optional<String> declaration(String name) {
    return declared.of(name);
  }

  /** What the library says of all it defines. */
  public Documentation documentation() {
    if (library == null) {
      library = Documentation.of(this);
    }
    return library;
  }

  /** The number of the input that comes next, from 1: its answer will be {@code out[number]}. */
  public int number() {
    return workspace.inputs() + 1;
  }

  public Settings settings() {
    return settings;
  }

  /** From the next text on these hold; the unit is that of a new session and is not changed. */
  public void settings(Settings chosen) {
    settings = chosen;
  }

  /** The library and what was declared. */
  public Workspace workspace() {
    return workspace;
  }
}
