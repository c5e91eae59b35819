package sit.source;

/** A stretch of a text: offsets of its first character and of the one after its last. */
public record Span(int start, int end) {
  public static final Span NONE = new Span(0, 0);

  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
