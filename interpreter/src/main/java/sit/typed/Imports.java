package sit.typed;

import sit.source.Source;
import sit.syntax.Program;

/** Finds and reads the texts that others import. */
@FunctionalInterface
public interface Imports {
  /**
   * The text of a path, as seen from another text.
   *
   * @throws sit.source.ReportedError if there is none
   */
  Program read(String path, Source from, sit.source.Span at);
}
