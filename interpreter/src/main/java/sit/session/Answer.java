package sit.session;

import java.util.List;
import sit.source.Diagnostic;
import sit.value.Result;

/**
 * What came of a text.
 *
 * @param results those that were reached, in order
 * @param diagnostics what was wrong with it; what follows one of them was not evaluated, except
 *     that a claim that cannot be judged keeps nothing from the claims after it
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
