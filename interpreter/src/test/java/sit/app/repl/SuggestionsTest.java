package sit.app.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.session.Completion;
import sit.session.Completions;
import sit.session.Session;
import sit.session.Settings;

/** What TAB offers at the prompt. */
class SuggestionsTest {
  private final Session session = new Session(Settings.DEFAULT);

  private List<String> complete(String typed) {
    Completions found = Suggestions.of(typed, typed.length(), session);
    assertThat(found.start()).isBetween(0, typed.length());
    return found.items().stream().map(Completion::text).toList();
  }

  @Test
  void directivesAndTheirOperandsAreCompleted() {
    assertThat(complete(":l")).containsExactly(":load", ":latex");
    assertThat(complete(":unit n")).containsExactly("nats");
    assertThat(complete(":set me")).containsExactly("memory");
    assertThat(complete("?data_pro")).contains("data_processing");
    assertThat(complete(":expand \\alp")).containsExactly("α");
    assertThat(Suggestions.of(":expand \\alp", 12, session).start()).isEqualTo(8);
    assertThat(complete(":expand H2")).isEmpty();
  }

  @Test
  void filesAreCompletedForTheDirectivesThatTakeThem(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tour.sit"), "");
    assertThat(complete(":load " + folder + "/to")).containsExactly(folder + "/tour.sit");
    assertThat(complete(":save-plot " + folder + "/to")).containsExactly(folder + "/tour.sit");
    assertThat(complete(":save-")).containsExactly(":save-plot");
  }

  @Test
  void theEditorTakesTheCommonPrefixOfWhatTheSessionChose() {
    Suggestions.Matcher matcher = new Suggestions.Matcher();
    CompletingParsedLine line = line("rv Y | X ~ B");
    matcher.compile(Map.of(), true, line, false, 0, "");
    assertThat(line.word()).isEqualTo("B");
    assertThat(prefix(matcher, "Bernoulli(")).isEqualTo("Bernoulli(");
    assertThat(prefix(matcher, "BSC(", "BEC(")).isEqualTo("B");
    assertThat(prefix(matcher, "BEC(", "BECK")).isEqualTo("BEC");
    assertThat(prefix(matcher, "α", "β")).isEqualTo("B");
  }

  private static String prefix(Suggestions.Matcher matcher, String... values) {
    matcher.matches(java.util.stream.Stream.of(values).map(Candidate::new).toList());
    return matcher.getCommonPrefix();
  }

  private CompletingParsedLine line(String typed) {
    return (CompletingParsedLine)
        new EditorParser(() -> session).parse(typed, typed.length(), ParseContext.COMPLETE);
  }

  @Test
  void aStatementThatIsNotFinishedGoesOn() {
    EditorParser parser = new EditorParser(() -> session);
    for (String open : List.of("derivation d {", "check H(X)", "f(1,", "sit> [1,")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> parser.parse(open, open.length(), ParseContext.ACCEPT_LINE))
          .isInstanceOf(EOFError.class);
      assertThat(parser.parse(open + "\n\n", 0, ParseContext.ACCEPT_LINE).line()).contains(open);
    }
    for (String whole : List.of("H(X)", "", ":load x", "?I(", "1 + )")) {
      assertThat(parser.parse(whole, 0, ParseContext.ACCEPT_LINE).line()).isEqualTo(whole);
    }
  }
}
