package sit.value;

import java.util.List;
import sit.term.Group;
import sit.term.Term;

/** What an expression evaluates to. {@link Quantity} is one of the cases. */
public sealed interface Value
    permits Quantity,
        Value.Truth,
        Value.Text,
        Value.Items,
        Value.Variables,
        Value.Process,
        Distribution,
        Channel,
        Value.Function,
        Value.Symbolic,
        Listing,
        Plot {
  /** A truth value. */
  record Truth(boolean value) implements Value {}

  /** A text, or a label of an outcome. */
  record Text(String text) implements Value {}

  /** A list, a tuple of outcomes, or a set in a fixed order. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Random variables, taken jointly. */
  record Variables(Group group) implements Value {}

  /** Processes, taken together. */
  record Process(List<String> names) implements Value {
    public Process {
      names = List.copyOf(names);
    }
  }

  /** A function by its name. */
  record Function(String name, int arity) implements Value {}

  /** An expression that has no value, because a variable has no law or a scalar none. */
  record Symbolic(Term term) implements Value {}
}
