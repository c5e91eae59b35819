package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Runs scripts against the library, for tests. */
final class Library {
  private Library() {}

  static List<Entry> entries() {
    return Documentation.of(new Session(Settings.DEFAULT)).entries();
  }

  static Answer run(String script) {
    return new Session(Settings.DEFAULT).run(new Source("test.sit", script), Purpose.RUN);
  }

  /** The values of the expressions of a script that must run to its end. */
  static List<Value> values(String script) {
    Answer answer = run(script);
    if (!answer.isComplete()) {
      throw new AssertionError(answer.diagnostics().get(0).message() + "\n" + script);
    }
    List<Value> values = new ArrayList<>();
    for (Result result : answer.results()) {
      if (result instanceof Result.Evaluated evaluated) {
        values.add(evaluated.value());
      }
    }
    return values;
  }

  static double number(String script) {
    List<Value> values = values(script);
    return ((Quantity) values.get(values.size() - 1)).value();
  }

  /**
   * What a value is shown as; of a number also without its exact form, and of a truth value without
   * how well it is known.
   */
  static List<String> shown(Value value) {
    String text = ValuePrinter.print(value);
    if (value instanceof Value.Truth truth) {
      return List.of(text, truth.value() ? "true" : "false");
    }
    int exact = text.indexOf(" = ");
    return exact < 0 ? List.of(text) : List.of(text, text.substring(0, exact));
  }

  /** The text after {@code #=>}, if there is any. */
  static Optional<String> expected(String line) {
    int at = line.indexOf("#=>");
    return at < 0 ? Optional.empty() : Optional.of(line.substring(at + 3).strip());
  }
}
