package sit.app.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The file to which everything typed at the prompt is added; where it cannot be written, nothing is
 * kept.
 */
final class History {
  private final Path file;

  private History(Path file) {
    this.file = file;
  }

  /**
   * {@code $SIT_HISTORY}, else {@code sit/history} under {@code $XDG_STATE_HOME}, else {@code
   * .sit_history} in the home folder. An empty {@code $SIT_HISTORY} keeps none.
   */
  static History of(Map<String, String> environment, String home) {
    String named = environment.get("SIT_HISTORY");
    if (named != null) {
      return new History(named.isEmpty() ? null : Path.of(named));
    }
    String state = environment.get("XDG_STATE_HOME");
    return new History(
        state == null || state.isEmpty()
            ? Path.of(home, ".sit_history")
            : Path.of(state, "sit", "history"));
  }

  /** Adds what was typed. */
  void add(String typed) {
    if (file == null || typed.isBlank()) {
      return;
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(
          file,
          typed.stripTrailing() + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // a session is worth more than its history
      return;
    }
  }
}
