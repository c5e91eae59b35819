package sit.value;

import java.util.List;

/**
 * A kernel: a law of outputs for every input.
 *
 * @param inputs the inputs the rows belong to; where it is empty, the rows follow the order of the
 *     input's outcomes
 * @param outputs the outputs the columns belong to
 * @param rows a row for every input
 */
public record Channel(List<Value> inputs, List<Value> outputs, List<List<Quantity>> rows)
    implements Value {
  public Channel {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }
}
