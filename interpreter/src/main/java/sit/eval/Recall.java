package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.typed.Symbol;
import sit.typed.Type;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * What was answered at a prompt, so that it can be named in what is typed next: {@code _} is the
 * last value, {@code out[3]} what the third input answered, a list where it has several values. A
 * value that speaks of a name that was declared anew since is gone.
 */
final class Recall {
  private static final Symbol LAST = new Symbol("_", Symbol.Kind.VALUE, 0, Type.ANY);
  private static final Symbol ALL = new Symbol("out", Symbol.Kind.VALUE, 0, Type.ANY);

  /** Stands in the place of an input that answered nothing. */
  private static final Value NONE = new Value.Text("nothing");

  /** No name that can be typed: it keeps one answer, and what redeclares its variables drops it. */
  private static final String KEPT = "out ";

  private final Environment environment;
  private final List<Value> values = new ArrayList<>();
  private final List<Value> unfolded = new ArrayList<>();
  private int inputs;

  Recall(Environment environment) {
    this.environment = environment;
  }

  /** A value was answered. */
  void answered(Value value, Value inEntropies) {
    values.add(value);
    unfolded.add(inEntropies);
    name(LAST, value, inEntropies);
  }

  /** An input was carried out, or given up. */
  void next() {
    inputs++;
    if (values.isEmpty()) {
      return;
    }
    environment.let(KEPT + inputs, together(values), together(unfolded));
    // an input that failed later has taken the name back with those that it declared
    name(LAST, values.get(values.size() - 1), unfolded.get(unfolded.size() - 1));
    values.clear();
    unfolded.clear();
    List<Value> all = new ArrayList<>();
    List<Value> allUnfolded = new ArrayList<>();
    for (int i = 1; i <= inputs; i++) {
      all.add(environment.value(KEPT + i).orElse(NONE));
      allUnfolded.add(environment.unfolded(KEPT + i).orElse(NONE));
    }
    name(ALL, new Value.Items(all), new Value.Items(allUnfolded));
  }

  /** How many inputs there were. */
  int inputs() {
    return inputs;
  }

  /** Every answer that is there, with its name. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= inputs; i++) {
      Optional<Value> value = environment.value(KEPT + i);
      if (value.isPresent()) {
        lines.add("out[" + i + "] = " + ValuePrinter.print(value.get()));
      }
    }
    return lines;
  }

  private static Value together(List<Value> parts) {
    return parts.size() == 1 ? parts.get(0) : new Value.Items(parts);
  }

  /** Names a value, unless a person gave the name to something else. */
  private void name(Symbol symbol, Value value, Value inEntropies) {
    Optional<Symbol> known = environment.scope().symbol(symbol.name());
    if (known.isEmpty() || known.get() == symbol) {
      environment.scope().declare(symbol);
      environment.let(symbol.name(), value, inEntropies);
    }
  }
}
