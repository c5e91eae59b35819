package sit.app.repl;

import java.util.ArrayList;
import java.util.List;

/** A session as a page shows it: prompts with what was typed, and what was printed. */
final class Transcript {
  static final String PROMPT = "sit> ";
  static final String CONTINUED = "...> ";

  private Transcript() {}

  /** Whether a text is a transcript: its first line that is not empty has the prompt. */
  static boolean is(String text) {
    return text.stripLeading().startsWith(PROMPT.stripTrailing());
  }

  /**
   * What was typed in a transcript, an input each, without prompts and without what was printed.
   */
  static List<String> inputs(String text) {
    List<String> inputs = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : text.lines().toList()) {
      String typed = after(PROMPT, line);
      String more = after(CONTINUED, line);
      if (typed != null) {
        finish(current, inputs);
        current.append(typed).append('\n');
      } else if (more != null && !current.isEmpty()) {
        current.append(more).append('\n');
      }
    }
    finish(current, inputs);
    return inputs;
  }

  /** What was typed in a line of a transcript; null where the line was printed. */
  static String typed(String line) {
    String typed = after(PROMPT, line);
    return typed != null ? typed : after(CONTINUED, line);
  }

  private static void finish(StringBuilder current, List<String> inputs) {
    if (!current.toString().isBlank()) {
      inputs.add(current.toString());
    }
    current.setLength(0);
  }

  /** What follows a prompt in a line, or null; a prompt without a space is one with nothing. */
  private static String after(String prompt, String line) {
    String stripped = line.stripLeading();
    if (stripped.equals(prompt.stripTrailing())) {
      return "";
    }
    return stripped.startsWith(prompt) ? stripped.substring(prompt.length()) : null;
  }
}
