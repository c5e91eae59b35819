package sit.app.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where what was typed at the prompt is kept from one session to the next. */
final class HistoryFile {
  private HistoryFile() {}

  /**
   * {@code $SIT_HISTORY}, else {@code sit/history} under {@code $XDG_STATE_HOME}, else {@code
   * .sit_history} in the home folder; nothing where {@code $SIT_HISTORY} is empty or the place
   * cannot be written to.
   */
  static Optional<Path> of(Map<String, String> environment, String home) {
    String named = environment.get("SIT_HISTORY");
    String state = environment.get("XDG_STATE_HOME");
    Path file;
    if (named != null) {
      file = Path.of(named);
    } else if (state == null || state.isEmpty()) {
      file = Path.of(home, ".sit_history");
    } else {
      file = Path.of(state, "sit", "history");
    }
    boolean none = named != null && named.isEmpty();
    return none ? Optional.empty() : Optional.of(file.toAbsolutePath()).filter(HistoryFile::usable);
  }

  private static boolean usable(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      // a session is worth more than its history
      return false;
    }
    return Files.exists(file)
        ? Files.isRegularFile(file) && Files.isWritable(file)
        : Files.isWritable(file.getParent());
  }
}
