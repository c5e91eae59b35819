package sit.typed;

import java.util.List;
import sit.source.Source;

/**
 * What a name says of processes: facts in which parameters and processes are put.
 *
 * @param parameters whole numbers: the k of {@code markov(k) X}
 * @param groups what processes are called in the facts, the one after the bar last
 * @param conditional whether the last stands after a bar
 * @param source the text of the facts
 */
public record Property(
    String name,
    List<String> parameters,
    List<String> groups,
    boolean conditional,
    List<TypedStatement.Fact> facts,
    Source source) {
  public Property {
    parameters = List.copyOf(parameters);
    groups = List.copyOf(groups);
    facts = List.copyOf(facts);
  }

  /** How it is written: {@code markov(k) X}, {@code memoryless Y | X}. */
  public String form() {
    int before = groups.size() - (conditional ? 1 : 0);
    String name = parameters.isEmpty() ? this.name : this.name + "(" + list(parameters) + ")";
    String form = name + " " + list(groups.subList(0, before));
    return conditional ? form + " | " + groups.get(before) : form;
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
