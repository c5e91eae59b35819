package sit.app.cli;

import java.util.List;
import sit.source.Diagnostic;
import sit.value.Result;

/** Where results and diagnostics go, in the form that was asked for. */
interface Output {
  /** A result, as soon as it is there. */
  void result(Result result);

  /** What was wrong with a text; {@code judging} where verdicts were wanted of it. */
  void errors(List<Diagnostic> diagnostics, boolean judging);

  /** Nothing more comes. */
  void end();
}
