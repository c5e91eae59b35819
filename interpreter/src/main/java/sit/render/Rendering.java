package sit.render;

/**
 * Something for people to read, in the forms it has.
 *
 * @param text for a terminal
 * @param latex for a paper, without the dollar signs; empty where it has no such form
 */
public record Rendering(String text, String latex) {}
