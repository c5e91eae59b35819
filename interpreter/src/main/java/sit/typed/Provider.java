package sit.typed;

/** Where definitions come from that are not loaded yet. */
@FunctionalInterface
public interface Provider {
  /** Loads what defines a measure, function or rule of this name; false if nothing does. */
  boolean provide(String name);
}
