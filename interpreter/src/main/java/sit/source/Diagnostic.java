package sit.source;

/**
 * Something a person must know about a place in a text.
 *
 * @param code a short name that does not change, such as {@code unknown-variable}
 * @param message what was met and what was wanted, in lower case
 * @param label what to write under the place; may be empty
 * @param help something to type or to try; may be empty
 */
public record Diagnostic(
    Source source, Span span, String code, String message, String label, String help) {}
