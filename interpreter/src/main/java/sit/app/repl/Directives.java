package sit.app.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.app.InputFiles;
import sit.app.PictureFile;
import sit.app.Streams;
import sit.eval.Purpose;
import sit.eval.Workspace;
import sit.render.Rendering;
import sit.render.ValueLatex;
import sit.session.Session;
import sit.source.ReportedError;
import sit.source.Source;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Result;
import sit.value.Unit;

/** What is said to the prompt itself, not to the language: {@code :load FILE}, {@code ?name}. */
final class Directives {
  private static final String INPUT = "<input>";
  private static final String ASSUME = "assume ";

  private final Streams streams;
  private final Answerer answerer;
  private final SettingsEditor settings;
  private final Kept kept = new Kept();
  private List<Result> noted = List.of();

  /** How a directive went. */
  enum Outcome {
    DONE,
    WRONG,
    LEAVE
  }

  Directives(Streams streams, Answerer answerer) {
    this.streams = streams;
    this.answerer = answerer;
    this.settings = new SettingsEditor(answerer);
  }

  /** Whether something typed is a directive. */
  static boolean is(String typed) {
    String start = typed.stripLeading();
    return start.startsWith(":") && !start.startsWith(":=") || start.startsWith("?");
  }

  /** Keeps a text that was carried out, for {@code :save}. */
  void keep(String text) {
    List<Result> last = session().lastAnswers();
    List<String> answered = new ArrayList<>();
    // a text that answers nothing leaves the answers of the one before
    for (Result result : last == noted ? List.<Result>of() : last) {
      if (result instanceof Result.Evaluated evaluated
          && !(evaluated.value() instanceof Plot)
          && !(evaluated.value() instanceof Listing)) {
        answered.add(evaluated.expression());
      }
    }
    noted = last;
    kept.add(text, session().number() - 1, answered);
  }

  Outcome run(String typed) {
    try {
      return typed.startsWith("?") ? describe(typed) : named(typed);
    } catch (DirectiveError wrong) {
      return wrong(wrong.getMessage());
    } catch (ReportedError e) {
      return wrong(
          e.diagnostic().message()
              + (e.diagnostic().help().isEmpty() ? "" : "; " + e.diagnostic().help()));
    }
  }

  /** Says what to type in the place of a directive without its colon. */
  Outcome instead(String typed, String meant) {
    return wrong(DirectiveError.colon(typed, meant).getMessage());
  }

  private Outcome named(String typed) {
    int space = typed.indexOf(' ');
    String name = space < 0 ? typed : typed.substring(0, space);
    String rest = space < 0 ? "" : typed.substring(space + 1).strip();
    Directive directive = Directive.of(name);
    if (directive.wants() && rest.isEmpty()) {
      throw DirectiveError.incomplete(directive);
    }
    switch (directive) {
      case HELP -> help(rest);
      case QUIT -> {
        return Outcome.LEAVE;
      }
      case LOAD -> {
        return load(rest);
      }
      case SAVE -> save(rest);
      case SAVE_PLOT -> savePlot(rest);
      case RESET -> {
        answerer.reset();
        kept.clear();
        noted = List.of();
        say("everything that was declared is forgotten");
      }
      case TIME -> say(rest.isEmpty() ? settings.line("time") : settings.set("time", rest));
      case UNIT -> set("unit " + rest);
      case SET -> set(rest);
      case EXPAND -> {
        return statement("expand " + (rest.isEmpty() ? lastExpression() : rest));
      }
      case LATEX -> {
        return latex(rest);
      }
      case WHY -> say(Reasons.of(session()));
      case ASSUME -> {
        return assume(rest);
      }
      case OUT -> out();
      case NAMES -> names();
    }
    return Outcome.DONE;
  }

  private Session session() {
    return answerer.session();
  }

  private void say(String text) {
    if (!text.isEmpty()) {
      streams.out().println(text);
    }
    streams.out().flush();
  }

  private Outcome wrong(String message) {
    streams.out().flush();
    streams.err().println("error: " + message);
    streams.err().flush();
    return Outcome.WRONG;
  }

  private Outcome describe(String typed) {
    int detail = typed.startsWith("??") ? 1 : 0;
    String asked = typed.substring(detail + 1).strip();
    if (asked.isEmpty()) {
      say(Directive.help());
      return Outcome.DONE;
    }
    if (asked.startsWith(":")) {
      say(Directive.of(asked).text());
      return Outcome.DONE;
    }
    Optional<Rendering> found = session().describe(asked, 1, detail);
    if (found.isEmpty()) {
      throw DirectiveError.name(asked, session().closest(asked));
    }
    say(found.get().text());
    return Outcome.DONE;
  }

  private void help(String about) {
    if (about.isEmpty()) {
      say(Directive.help());
    } else {
      describe("?" + (Directive.isName(":" + about) ? ":" + about : about));
    }
  }

  private Outcome load(String file) {
    Source source = InputFiles.read(unquoted(file), streams.in());
    boolean right = answerer.answer(source, Purpose.PROMPT);
    if (right) {
      keep(source.text());
    }
    return right ? Outcome.DONE : Outcome.WRONG;
  }

  private void save(String file) {
    try {
      Path path = Path.of(unquoted(file));
      Files.writeString(path, kept.script(this::isGiven), StandardCharsets.UTF_8);
      say("saved " + kept.size() + (kept.size() == 1 ? " input" : " inputs") + " to " + path);
    } catch (IOException | InvalidPathException e) {
      throw DirectiveError.unwritable(unquoted(file));
    }
  }

  /** Whether a person gave a name to something. */
  private boolean isGiven(String name) {
    return session().declaration(name).isPresent();
  }

  private void savePlot(String file) {
    String name = unquoted(file);
    Plot plot = session().lastPlot().orElseThrow(() -> PictureFile.nothing(name));
    PictureFile.save(plot, name);
    say("saved `" + plot.title() + "` to " + name);
  }

  private void set(String rest) {
    Unit before = session().workspace().unit();
    say(settings.command(rest));
    Unit now = session().workspace().unit();
    if (now != before) {
      kept.add(now == Unit.NAT ? "unit nats" : "unit bits", session().number() - 1, List.of());
    }
  }

  private static String unquoted(String file) {
    boolean quoted = file.length() > 1 && file.startsWith("\"") && file.endsWith("\"");
    String plain = quoted ? file.substring(1, file.length() - 1) : file;
    return plain.startsWith("~/") ? System.getProperty("user.home") + plain.substring(1) : plain;
  }

  private Outcome statement(String text) {
    return answerer.answer(new Source(INPUT, text), Purpose.PROMPT) ? Outcome.DONE : Outcome.WRONG;
  }

  private String lastExpression() {
    return session().lastAnswers().stream()
        .filter(Result.Evaluated.class::isInstance)
        .map(result -> ((Result.Evaluated) result).expression())
        .reduce((first, last) -> last)
        .orElseThrow(() -> DirectiveError.nothingYet("an expression", "I(X; Y)"));
  }

  private Outcome latex(String expression) {
    if (!expression.isEmpty()) {
      return statement("latex " + expression);
    }
    List<Result> last = session().lastAnswers();
    if (last.isEmpty()) {
      throw DirectiveError.nothingYet("an expression", "I(X; Y)");
    }
    for (Result result : last) {
      if (result instanceof Result.Evaluated evaluated && evaluated.value() instanceof Plot) {
        throw DirectiveError.noLatex();
      } else if (result instanceof Result.Evaluated evaluated) {
        say(ValueLatex.print(evaluated.value()));
      } else if (result instanceof Result.Shown shown) {
        say(shown.latex());
      } else {
        return statement("latex " + ((Result.Judged) result).judgement().statement());
      }
    }
    return Outcome.DONE;
  }

  private Outcome assume(String rest) {
    if (rest.isEmpty()) {
      List<Workspace.Known> facts = session().workspace().facts();
      for (int i = 0; i < facts.size(); i++) {
        say("  " + (i + 1) + "  " + facts.get(i).text());
      }
      say(
          facts.isEmpty()
              ? "nothing is assumed"
              : "  `:assume drop 1` takes one back, `:assume drop all` all");
      return Outcome.DONE;
    }
    if (!rest.equals("drop") && !rest.startsWith("drop ")) {
      Outcome outcome = statement(ASSUME + rest);
      if (outcome == Outcome.DONE) {
        keep(ASSUME + rest);
      }
      return outcome;
    }
    drop(rest.substring("drop".length()).strip());
    return Outcome.DONE;
  }

  private void drop(String which) {
    Workspace workspace = session().workspace();
    int count = workspace.facts().size();
    if (which.equals("all")) {
      for (int i = count - 1; i >= 0; i--) {
        kept.drop(ASSUME + workspace.facts().get(i).text());
        workspace.drop(i);
      }
      say("nothing is assumed any more");
      return;
    }
    int place = SettingsEditor.whole(which);
    if (place < 1 || place > count) {
      throw DirectiveError.noFact(which, count);
    }
    String text = workspace.facts().get(place - 1).text();
    workspace.drop(place - 1);
    kept.drop(ASSUME + text);
    say("no longer assumed: " + text);
  }

  private void out() {
    Workspace workspace = session().workspace();
    List<String> all = workspace.answers();
    all.forEach(this::say);
    if (all.isEmpty()) {
      say("there is no answer yet");
    }
  }

  private void names() {
    Session session = session();
    List<String> shown = session.declarations();
    shown.forEach(this::say);
    if (shown.isEmpty()) {
      say("nothing is declared");
    }
  }
}
