package sit.typed;

import java.util.List;
import java.util.Set;

/** Where definitions come from that are not loaded yet. */
public interface Provider {
  /** Loads what defines a measure, function or rule of this name; false if nothing does. */
  boolean provide(String name);

  /** The names of the functions and measures that can be loaded, to suggest one of them. */
  Set<String> functionNames();

  /** The names of the properties of processes that can be loaded, to suggest one of them. */
  List<String> propertyNames();

  /** The names of the rules that can be loaded, to suggest one of them. */
  Set<String> ruleNames();
}
