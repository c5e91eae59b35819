package sit.app.cli;

import java.util.List;
import sit.app.Streams;
import sit.session.Companion;
import sit.session.Documentation;
import sit.session.Entry;
import sit.session.Session;
import sit.source.ReportedError;

/** {@code sit doc}: what the library defines, in its own words. */
final class Lookup {
  private final Request request;
  private final Streams streams;

  Lookup(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
  }

  int run() {
    Documentation library = Documentation.of(new Session(Scripts.settings(request)));
    if (request.theory() != null) {
      return theory(library);
    }
    if (request.format() == Request.Format.MARKDOWN) {
      streams.out().print(library.markdown());
    } else if (request.operands().isEmpty()) {
      streams.out().print(library.index());
    } else {
      describe(request.operands().get(0), library);
    }
    return Program.DONE;
  }

  /** The companion of a theory; what is wrong with its keys is said beside it. */
  private int theory(Documentation library) {
    if (request.operands().isEmpty()) {
      throw new UsageError(
          "`--theory` wants the folder of the examples too: sit doc --theory TABLE.csv FOLDER");
    }
    Companion companion = TheoryPage.read(request.theory(), request.operands().get(0), library);
    streams.out().print(companion.markdown());
    companion.problems().forEach(streams.err()::println);
    return companion.problems().isEmpty() ? Program.DONE : Program.REFUTED;
  }

  /** Every entry of a name: measures of one name differ in their shapes. */
  private void describe(String name, Documentation library) {
    List<Entry> found = library.named(name);
    if (found.isEmpty()) {
      String help =
          library
              .closest(name)
              .map(close -> "did you mean `" + close + "`?")
              .orElse("`sit doc` lists all");
      throw new ReportedError(
          Report.about("", "unknown-name", "the library has no `" + name + "`", help));
    }
    for (int i = 0; i < found.size(); i++) {
      streams.out().println((i == 0 ? "" : "\n") + Documentation.text(found.get(i)).strip());
    }
  }
}
