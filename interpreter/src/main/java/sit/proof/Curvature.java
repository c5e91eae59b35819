package sit.proof;

/**
 * What the graph of a function of one scalar is known to be.
 *
 * @param function its name
 * @param shape {@code concave}, {@code convex}, {@code increasing} or {@code decreasing}
 */
public record Curvature(String function, String shape) {}
