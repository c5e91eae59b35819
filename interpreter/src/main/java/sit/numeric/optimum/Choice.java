package sit.numeric.optimum;

import java.util.List;

/**
 * A kernel that is free, by the places of variables in a table.
 *
 * @param of what is chosen
 * @param given what it is chosen by
 */
public record Choice(List<Integer> of, List<Integer> given) {
  public Choice {
    of = List.copyOf(of);
    given = List.copyOf(given);
  }
}
