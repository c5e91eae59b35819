package sit.typed;

import java.util.Optional;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.source.Spelling;

/** The diagnostics of what is given to a function by name; one method an error. */
final class CallErrors {
  private final Source source;

  CallErrors(Source source) {
    this.source = source;
  }

  ReportedError unknownOption(Span at, String name, Builtin builtin) {
    Optional<String> close = Spelling.closest(name, builtin.options());
    String help =
        close
            .map(meant -> "did you mean `" + meant + "`?")
            .orElse(
                builtin.options().isEmpty()
                    ? "declare it: param " + name + " in (0, 1)"
                    : "it takes " + String.join(", ", builtin.options()));
    String message = "`" + builtin.word() + "` has nothing that is called `" + name + "`";
    return new ReportedError(new Diagnostic(source, at, "unknown-option", message, "", help));
  }

  ReportedError optionTwice(Span at, String name) {
    String message = "`" + name + "` is given twice";
    return new ReportedError(
        new Diagnostic(source, at, "option-twice", message, "", "leave one of them out"));
  }

  ReportedError notASource(Span at, String name) {
    String message = "`" + name + "` reads no samples";
    String help = "write from samples(\"data.csv\") or from corpus(\"text.txt\")";
    return new ReportedError(new Diagnostic(source, at, "not-a-source", message, "", help));
  }

  ReportedError sampledLetter(Span at, String name) {
    String message = "the letters of `" + name + "` are sampled together";
    String help = "write process " + name + " from samples(\"data.csv\")";
    return new ReportedError(new Diagnostic(source, at, "sampled-letter", message, "", help));
  }
}
