package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.value.Value;

/**
 * Names bound inside an expression: parameters, slots of a measure, indices of sums; a chain, the
 * innermost first.
 */
record Locals(String name, Value value, Locals outer) {
  static final Locals NONE = new Locals("", new Value.Truth(false), null);

  Locals with(String name, Value value) {
    return new Locals(name, value, this);
  }

  Optional<Value> find(String name) {
    for (Locals at = this; at.outer != null; at = at.outer) {
      if (at.name.equals(name)) {
        return Optional.of(at.value);
      }
    }
    return Optional.empty();
  }

  /** The values that are bound here, those that are hidden too. */
  List<Value> values() {
    List<Value> all = new ArrayList<>();
    for (Locals at = this; at.outer != null; at = at.outer) {
      all.add(at.value);
    }
    return all;
  }
}
