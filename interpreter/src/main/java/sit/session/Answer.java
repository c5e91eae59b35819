package sit.session;

import java.util.List;
import sit.source.Diagnostic;
import sit.value.Result;

/**
 * What came of a text.
 *
 * @param results those that were reached, in order
 * @param diagnostics what was wrong with it; where there are any, what follows them was not
 *     evaluated
 */
public record Answer(List<Result> results, List<Diagnostic> diagnostics) {
  public Answer {
    results = List.copyOf(results);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether everything was reached. */
  public boolean isComplete() {
    return diagnostics.isEmpty();
  }
}
