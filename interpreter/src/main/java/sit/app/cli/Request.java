package sit.app.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sit.session.Stage;

/**
 * What a person asked for on the command line; an option that was not given is null, empty or
 * false.
 *
 * @param unit {@code bits} or {@code nats}
 * @param seconds the time a claim or a value may take
 * @param megabytes the largest table
 * @param show the stage to print instead of results
 * @param with the file to load first
 * @param to how far to expand
 * @param using the only definition to expand
 * @param out the file to save the last plot in
 * @param standalone whether LaTeX is to be a document of its own
 * @param theory the table of items whose page is to be made
 * @param prefix where the kernel is installed; null for the place of this user
 * @param checkOnly whether {@code fmt} only says which files it would change
 * @param unicode whether {@code fmt} spells signs as a paper prints them
 */
record Request(
    Command command,
    List<String> operands,
    Format format,
    String unit,
    OptionalDouble seconds,
    OptionalLong megabytes,
    OptionalLong seed,
    Stage show,
    boolean quiet,
    boolean color,
    String with,
    String to,
    String using,
    boolean checkOnly,
    String out,
    boolean standalone,
    String theory,
    String prefix,
    boolean unicode) {
  /** The forms in which answers are printed. */
  enum Format {
    TEXT,
    JSON,
    /** Displays and environments for a paper. */
    LATEX,
    /** A page for a browser. */
    HTML,
    /** Only of {@code doc}: the page of reference. */
    MARKDOWN
  }
}
