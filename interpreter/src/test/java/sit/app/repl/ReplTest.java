package sit.app.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.app.Streams;

/** How lines become statements where no person sits at the terminal, and what is kept of them. */
class ReplTest {
  /** Remembers what it was asked; a text is complete when its braces are closed. */
  private static final class Recorder implements Answerer {
    private final List<String> asked = new ArrayList<>();

    @Override
    public boolean isComplete(String text) {
      return text.chars().filter(c -> c == '{').count()
          <= text.chars().filter(c -> c == '}').count();
    }

    @Override
    public boolean answer(String text, AtomicBoolean cancelled) {
      asked.add(text.strip());
      return !text.contains("wrong");
    }
  }

  private final Recorder recorder = new Recorder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private boolean run(String input) {
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new Repl(Streams.of(in, out, err, false), recorder).run("sit");
  }

  @Test
  void eachCompleteStatementIsAnsweredAndNoPromptIsPrinted() {
    assertThat(run("H(X)\n\nderivation d {\n  claim a\n}\nα")).isTrue();
    assertThat(recorder.asked).containsExactly("H(X)", "derivation d {\n  claim a\n}", "α");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anErrorIsRememberedAndTheSessionGoesOn() {
    assertThat(run("wrong\nH(X)\n")).isFalse();
    assertThat(recorder.asked).containsExactly("wrong", "H(X)");
  }

  @Test
  void whatNeverEndsIsAnsweredAtTheEndOfTheInputOrAfterTwoEmptyLines() {
    run("a {\nb");
    run("c {\n\n\nd\n");
    assertThat(recorder.asked).containsExactly("a {\nb", "c {", "d");
  }

  @Test
  void quitLeavesAndAnUnknownCommandIsSaid() {
    assertThat(run(":hlep\na\n:quit\nb\n")).isFalse();
    assertThat(recorder.asked).containsExactly("a");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("did you mean `:help`?");
  }

  @Test
  void historyIsAppendedWhereTheEnvironmentSays(@TempDir Path folder) throws IOException {
    Path named = folder.resolve("named");
    History.of(Map.of("SIT_HISTORY", named.toString()), "/nowhere").add("H(X)\n");
    History.of(Map.of("SIT_HISTORY", named.toString()), "/nowhere").add("I(X;Y)");
    assertThat(Files.readString(named)).isEqualTo("H(X)\nI(X;Y)\n");
    History.of(Map.of("XDG_STATE_HOME", folder.toString()), "/nowhere").add("a");
    assertThat(folder.resolve("sit/history")).hasContent("a");
    History.of(Map.of(), folder.toString()).add("b");
    assertThat(folder.resolve(".sit_history")).hasContent("b");
  }

  @Test
  void aHistoryThatCannotBeWrittenDisturbsNobody(@TempDir Path folder) {
    History.of(Map.of("SIT_HISTORY", folder.toString()), "/nowhere").add("a");
    History.of(Map.of("SIT_HISTORY", ""), folder.toString()).add("a");
    assertThat(folder).isEmptyDirectory();
  }
}
