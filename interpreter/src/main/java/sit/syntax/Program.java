package sit.syntax;

import java.util.List;
import sit.source.Diagnostic;
import sit.source.Source;

/**
 * A text that was read.
 *
 * @param statements those that could be read, in order
 * @param diagnostics what could not
 * @param incomplete whether the text stops in the middle of a statement
 */
public record Program(
    Source source, List<Statement> statements, List<Diagnostic> diagnostics, boolean incomplete) {
  public Program {
    statements = List.copyOf(statements);
    diagnostics = List.copyOf(diagnostics);
  }
}
