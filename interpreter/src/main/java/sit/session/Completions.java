package sit.session;

import java.util.List;

/**
 * What may stand in the place of a part of a text.
 *
 * @param start the offset of the first character that is replaced
 * @param end the offset behind the last
 * @param items the more likely first
 */
public record Completions(int start, int end, List<Completion> items) {
  public Completions {
    items = List.copyOf(items);
  }
}
