package sit.typed;

import java.util.List;
import sit.source.Span;

/**
 * A defined measure: how its slots bind names, and what it unfolds to.
 *
 * @param slots one per slot of the pattern; of a variadic measure the first takes all repeated
 *     slots as a list
 * @param doc the lines above the definition
 */
public record Signature(Shape shape, List<Slot> slots, TypedExpr body, String doc, Span span) {
  public Signature {
    slots = List.copyOf(slots);
  }

  /** How a slot of a pattern binds its argument. */
  public sealed interface Slot {
    /** {@code X}: the whole slot, several expressions taken jointly. */
    record Whole(String name) implements Slot {}

    /** {@code X, Y}: one expression each. */
    record Each(List<String> names) implements Slot {
      public Each {
        names = List.copyOf(names);
      }
    }

    /** {@code X^n}: the process and the length of a prefix. */
    record Prefix(String process, String length) implements Slot {}
  }
}
