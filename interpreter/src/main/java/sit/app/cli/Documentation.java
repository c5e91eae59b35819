package sit.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import sit.app.Streams;
import sit.session.Session;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Spelling;
import sit.syntax.Parser;
import sit.syntax.Statement;
import sit.syntax.SyntaxPrinter;

/** {@code sit doc}: what the library defines, read from its own text. */
final class Documentation {
  private final Request request;
  private final Streams streams;

  Documentation(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
  }

  /** A statement of the library that defines something. */
  private record Entry(String name, String title, String doc, String text, String file) {}

  int run() {
    List<Entry> entries = new ArrayList<>();
    for (Source file : new Session(Scripts.settings(request)).workspace().libraryFiles()) {
      for (Statement statement : Parser.parse(file).statements()) {
        entry(statement, file).ifPresent(entries::add);
      }
    }
    if (request.operands().isEmpty()) {
      contents(entries);
    } else {
      describe(request.operands().get(0), entries);
    }
    return Program.DONE;
  }

  private static Optional<Entry> entry(Statement statement, Source file) {
    String text = SyntaxPrinter.print(statement).strip();
    if (statement instanceof Statement.Define define) {
      String name = define.pattern().name();
      return entry(name, SyntaxPrinter.print(define.pattern()), define.doc(), text, file);
    } else if (statement instanceof Statement.Let let) {
      String parameters = String.join(", ", let.parameters());
      String title = let.name() + (parameters.isEmpty() ? "" : "(" + parameters + ")");
      return entry(let.name(), title, let.doc(), text, file);
    } else if (statement instanceof Statement.Rule rule) {
      String title = (rule.axiom() ? "axiom " : "rule ") + rule.name();
      return entry(rule.name(), title, rule.doc(), text, file);
    } else if (statement instanceof Statement.Derivation lemma) {
      return entry(lemma.name(), "lemma " + lemma.name(), lemma.doc(), text, file);
    }
    return Optional.empty();
  }

  private static Optional<Entry> entry(
      String name, String title, String doc, String text, Source file) {
    return Optional.of(new Entry(name, title, doc.strip(), text, file.name()));
  }

  private void contents(List<Entry> entries) {
    String file = "";
    for (Entry entry : entries) {
      if (!entry.file().equals(file)) {
        streams.out().println((file.isEmpty() ? "" : "\n") + entry.file());
        file = entry.file();
      }
      int end = entry.doc().indexOf('\n');
      String summary = end < 0 ? entry.doc() : entry.doc().substring(0, end);
      String gap = " ".repeat(Math.max(2, 34 - entry.title().length()));
      streams.out().println(("  " + entry.title() + gap + summary).stripTrailing());
    }
  }

  /** Every entry of a name: measures of one name differ in their shapes. */
  private void describe(String asked, List<Entry> entries) {
    boolean found = false;
    TreeSet<String> names = new TreeSet<>();
    for (Entry entry : entries) {
      names.add(entry.name());
      if (entry.name().equals(asked) || entry.title().equals(asked)) {
        streams.out().println((found ? "\n" : "") + entry.text());
        streams.out().println("  in " + entry.file());
        found = true;
      }
    }
    if (!found) {
      Optional<String> meant = Spelling.closest(asked, names);
      String help = meant.map(name -> "did you mean `" + name + "`?").orElse("`sit doc` lists all");
      throw new ReportedError(
          Report.about("", "unknown-name", "the library has no `" + asked + "`", help));
    }
  }
}
