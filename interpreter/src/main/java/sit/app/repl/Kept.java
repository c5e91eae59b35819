package sit.app.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.syntax.Word;

/**
 * What was typed and was right, as a script. Answers have no names in a script: those that are
 * spoken of, as {@code _} or {@code out[3]}, are given one.
 */
final class Kept {
  private final List<Input> inputs = new ArrayList<>();

  /**
   * A text that was carried out.
   *
   * @param number of the input, as in {@code out[3]}
   * @param answered the expressions that it answered
   */
  private record Input(String text, int number, List<String> answered) {}

  void add(String text, int number, List<String> answered) {
    inputs.add(new Input(text.strip(), number, List.copyOf(answered)));
  }

  /** Takes back the last input with this text, if there is one. */
  void drop(String text) {
    for (int i = inputs.size() - 1; i >= 0; i--) {
      if (inputs.get(i).text().equals(text)) {
        inputs.remove(i);
        return;
      }
    }
  }

  void clear() {
    inputs.clear();
  }

  int size() {
    return inputs.size();
  }

  /**
   * The script.
   *
   * @param taken whether a person gave a name to something else
   */
  String script(Predicate<String> taken) {
    Set<String> spoken = new TreeSet<>();
    for (int i = 0; i < inputs.size(); i++) {
      named(inputs.get(i).text(), i, taken, spoken);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      parts.add(named(input.text(), i, taken, new TreeSet<>()));
      for (int k = 0; k <= input.answered().size(); k++) {
        String name = name(input.number(), k, taken);
        if (spoken.contains(name)) {
          String value = k == 0 ? together(input) : input.answered().get(k - 1);
          parts.add("let " + name + " = " + named(value, i, taken, new TreeSet<>()));
        }
      }
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String together(Input input) {
    List<String> answered = input.answered();
    return answered.size() == 1 ? answered.get(0) : "[" + String.join(", ", answered) + "]";
  }

  /**
   * A text with names in the place of answers.
   *
   * @param at the place of the input that it is of
   * @param spoken takes those names
   */
  private String named(String text, int at, Predicate<String> taken, Set<String> spoken) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    List<Word> words = Word.of(text);
    for (int i = 0; i < words.size(); i++) {
      String name = "";
      int last = i;
      if (words.get(i).is("_") && !taken.test("_")) {
        name = last(at, taken);
      } else if (words.get(i).is("out") && !taken.test("out") && isIndexed(words, i)) {
        last = i + 3;
        name = name(Integer.parseInt(words.get(i + 2).text()), 0, taken);
      }
      if (!name.isEmpty()) {
        spoken.add(name);
        out.append(text, copied, words.get(i).start()).append(name);
        copied = words.get(last).end();
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static boolean isIndexed(List<Word> words, int i) {
    return i + 3 < words.size()
        && words.get(i + 1).is("[")
        && words.get(i + 2).text().matches("[0-9]{1,9}")
        && words.get(i + 3).is("]");
  }

  /** The name of the last value that was answered before an input; empty where there is none. */
  private String last(int at, Predicate<String> taken) {
    for (int i = at - 1; i >= 0; i--) {
      int values = inputs.get(i).answered().size();
      if (values > 0) {
        return name(inputs.get(i).number(), values == 1 ? 0 : values, taken);
      }
    }
    return "";
  }

  /**
   * The name of the answer of an input.
   *
   * @param value which of its values, from 1; 0 for all of them
   */
  private static String name(int input, int value, Predicate<String> taken) {
    String free = "out" + input + (value == 0 ? "" : "_" + value);
    while (taken.test(free)) {
      free += "_";
    }
    return free;
  }
}
